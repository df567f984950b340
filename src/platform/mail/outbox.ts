import type { Ctx } from '../context.ts'
import { announce } from '../events.ts'
import { enqueue, type Job, job, type Sweep, sweep } from '../jobs.ts'

export type Letter = {
  to: string
  toName?: string
  subject: string
  /** Plain text. */
  body: string
  attachment?: { name: string; type: string; text: string }
}

/** Writes a mail in this transaction: if the change is not kept, neither is the mail. */
export const post = async (ctx: Ctx, letter: Letter): Promise<void> => {
  await ctx.db
    .insertInto('outbox')
    .values({
      centreId: ctx.centreId,
      recipient: letter.to,
      recipientName: letter.toName ?? '',
      subject: letter.subject.replace(/[\r\n]+/g, ' '),
      body: letter.body,
      attachmentName: letter.attachment?.name ?? null,
      attachmentType: letter.attachment?.type ?? null,
      attachment: letter.attachment?.text ?? null,
      createdAt: ctx.at,
    })
    .execute()
  announce(ctx, ['mails'])
  if (ctx.house.mail) await enqueue(ctx, sendMails, {})
}

/** An address with a secret in it, `…/invitation/1-<32 random bytes>`: once it is sent, only whoever got it has it. */
const withoutSecrets = (body: string) => body.replace(/(\/\d+-)[\w-]{40,}/g, '$1…')

const mostTries = 10

const sendOne = async (ctx: Ctx): Promise<boolean> => {
  const server = ctx.house.mail
  const mail = await ctx.db
    .selectFrom('outbox')
    .selectAll()
    .where('centreId', '=', ctx.centreId)
    .where('sentAt', 'is', null)
    .where('tries', '<', mostTries)
    .orderBy('tries')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!mail || !server) return false
  const attachments =
    mail.attachment === null
      ? []
      : [
          {
            filename: mail.attachmentName ?? 'fil',
            contentType: mail.attachmentType ?? 'text/plain',
            content: mail.attachment,
          },
        ]
  const failed = await server.transport
    .sendMail({
      from: server.from,
      to: { name: mail.recipientName, address: mail.recipient },
      subject: mail.subject,
      text: mail.body,
      attachments,
      messageId: `<${ctx.centreId}.${mail.id}@tovholder>`,
    })
    .then(
      () => null,
      (error: Error) => error.message,
    )
  await ctx.db
    .updateTable('outbox')
    .set({
      tries: mail.tries + 1,
      failed,
      ...(failed === null && { sentAt: ctx.at, body: withoutSecrets(mail.body) }),
    })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', mail.id)
    .execute()
  announce(ctx, ['mails'])
  return failed === null
}

/** Sends what waits, one mail a transaction, until none waits or the server refuses. */
export const sendMails: Job<Record<string, never>> = job('send-mails', async (reach) => {
  while (await reach.in(sendOne));
})

/** Mails that could not be sent are tried again each minute, ten times at most. */
export const retryMails: Sweep = sweep('retry-mails', async (ctx) => {
  if (!ctx.house.mail) return
  const waiting = await ctx.db
    .selectFrom('outbox')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('sentAt', 'is', null)
    .where('tries', '<', mostTries)
    .limit(1)
    .executeTakeFirst()
  if (waiting) await enqueue(ctx, sendMails, {})
})
