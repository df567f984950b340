/** After a meeting each who went is asked once, by mail, how it went: what he answers lies as a draft in his report. A sweep. */
import { dateOf, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { sweep } from '#platform/jobs'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { centreName, showRules } from '../centre/centre.ts'
import { addressOfThing, giveAddresses } from '../incoming-mails/incoming-mails.ts'
import { daysOpen } from '../mailed-words/mailed-words.schema.ts'
import { reportsByMail } from '../mailed-words/mailed-words.ts'
import { pageOf } from './answering.ts'
import * as store from './meetings.sql.ts'

/** Nobody is written to at night. */
const [from, to] = ['07:00', '20:00']
/** Who was not asked within so many days after a meeting is not asked: it is said where the report waits. */
const daysAsked = 3
/** So few at once: whoever writes a report meanwhile waits for them. */
const atOnce = 10

const ask = async (ctx: Ctx, { bookingId, personId }: store.ToAsk): Promise<void> => {
  const [meeting, goers, centre, address] = await Promise.all([
    store.meetingById(ctx, bookingId),
    store.goersTo(ctx, bookingId),
    centreName(ctx),
    addressOfThing(ctx, { kind: reportsByMail, aboutId: bookingId }),
  ])
  const person = goers.find((one) => one.personId === personId)
  if (!meeting || !person || !address) return
  const locale = languageOr(person.language)
  const { company } = meeting
  const when = sayDay(meeting.startsAt, locale)
  const how = meeting.form === 'visit' ? m.mailed_reports_ask_how : m.mailed_reports_ask_how_talk
  await post(ctx, {
    to: person.email,
    toName: person.name,
    replyTo: { name: centre, email: address },
    subject: m.mailed_reports_ask_subject({ company, when }, { locale }),
    body: m.mailed_reports_ask({ how: how({ company }, { locale }), link: pageOf(ctx, bookingId), centre }, { locale }),
  })
}

const since = (ctx: Ctx, days: number) => ctx.now.subtract({ hours: 24 * days }).toString({ fractionalSecondDigits: 3 })
const isDay = (ctx: Ctx) => {
  const today = dateOf(ctx.now).toString()
  const at = ctx.now.epochMilliseconds
  return at >= momentOf(today, from).epochMilliseconds && at < momentOf(today, to).epochMilliseconds
}

/** Where no mail comes in, nothing is given an address, and nobody is asked; where none goes out, or the centre wants nobody to be asked, nobody is. */
export const askForReports = sweep('ask-for-reports', async (ctx) => {
  if (!ctx.house.mailbox) return
  await giveAddresses(ctx, reportsByMail, await store.withoutReport(ctx, since(ctx, daysOpen)))
  if (!ctx.house.mail || !isDay(ctx)) return
  if (!(await showRules(ctx)).askByMail) return
  for (const one of await store.toAsk(ctx, { since: since(ctx, daysAsked), atOnce }))
    if (await store.noteAsked(ctx, one)) await ask(ctx, one)
})
