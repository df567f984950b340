/**
 * Mails leave the house: one transaction takes a mail, the server is spoken to with no transaction and no connection in hand, another
 * transaction writes how it went. Whoever dies between the two leaves a lease that ends: the mail is then sent again, with the same Message-ID.
 * So a mail is sent at least once, and twice only when a process dies in that moment.
 */
import { enqueue, type Job, job, type Sweep, sweep } from '../jobs.ts'
import { handToServer } from './mail-server.ts'
import * as leases from './leases.ts'

/** Sends what is due, one after another, until none is or the server is away. */
export const sendMails: Job<Record<string, never>> = job('send-mails', async (reach) => {
  const server = reach.database.house.mail
  if (!server) return
  while (!reach.claim.signal.aborted) {
    const mail = await reach.in(leases.takeMail)
    if (!mail) return
    const outcome = await handToServer(server, mail)
    await reach.in((ctx) => leases.settleMail(ctx, mail, outcome))
  }
})

/** Looks each minute whether a mail's next try has come. */
export const retryMails: Sweep = sweep('retry-mails', async (ctx) => {
  if (ctx.house.mail && (await leases.hasDueMail(ctx))) await enqueue(ctx, sendMails, {})
})
