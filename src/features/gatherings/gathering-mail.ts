/** Mails of what people come together for: to whom it is for, and to each who is signed up when something happens to his place, with a calendar file. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { calendarFile } from '#platform/mail/calendar-file'
import { addressIn } from '#platform/mail/mail-server'
import { post } from '#platform/mail/outbox'
import { sayDay, sayTime } from '#platform/text/danish'
import { type Language, languageOr } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { staff } from '../centre/roles.ts'
import { kindWords, type News } from './gathering-kinds.table.ts'
import * as store from './gatherings.sql.ts'
import type { TimeRow } from './places.sql.ts'

type To = { personId: number; name: string; email: string; language: string }
type About = Pick<store.Row, 'id' | 'kind' | 'title' | 'aim'>

const wordsOf = (ctx: Ctx, { id, kind, title, aim }: About, time: TimeRow, locale: Language) => ({
  ...{ what: title, aim, kind: kindWords[kind]({}, { locale }), place: time.place },
  date: sayDay(time.startsAt, locale),
  from: sayTime(time.startsAt, locale),
  to: sayTime(time.endsAt, locale),
  url: `${ctx.house.baseUrl}/arrangementer?nr=${id}`,
})

/** `in`: signed up by oneself, with the time for the own calendar; `given`: a colleague took the turn. */
type Said = News | 'in' | 'given'
const subjects = {
  in: m.gatherings_mail_in_subject,
  up: m.gatherings_mail_up_subject,
  moved: m.gatherings_mail_moved_subject,
  lost: m.gatherings_mail_lost_subject,
  off: m.gatherings_mail_off_subject,
  given: m.gatherings_mail_given_subject,
}
const bodies = {
  in: m.gatherings_mail_in_body,
  up: m.gatherings_mail_up_body,
  moved: m.gatherings_mail_moved_body,
  lost: m.gatherings_mail_lost_body,
  off: m.gatherings_mail_off_body,
  given: m.gatherings_mail_given_body,
}
const cancels: readonly Said[] = ['off', 'lost', 'given']
const fileFor = (ctx: Ctx, { title, aim }: About, time: TimeRow, said: Said, to: To, centre: string) => {
  const method = cancels.includes(said) ? 'CANCEL' : 'REQUEST'
  return {
    name: `${m.gatherings_mail_file({}, { locale: languageOr(to.language) })}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    text: calendarFile({
      ...{ method, uid: time.uid, sequence: time.sequence, stampedAt: ctx.at },
      ...{ startsAt: time.startsAt, endsAt: time.endsAt, summary: title, description: aim, location: time.place },
      organizer: { name: centre, email: addressIn(ctx.house.mailFrom) },
      attendees: [{ name: to.name, email: to.email }],
    }),
  }
}
/** What happened to the places of these people. */
export const writeTo = async (ctx: Ctx, row: About, time: TimeRow, personIds: readonly number[], said: Said) => {
  const centre = await centreName(ctx)
  for (const to of await store.membersAmong(ctx, personIds)) {
    const locale = languageOr(to.language)
    const values = wordsOf(ctx, row, time, locale)
    await post(ctx, {
      ...{ to: to.email, toName: to.name },
      ...{ subject: subjects[said](values, { locale }), body: bodies[said](values, { locale }) },
      attachment: fileFor(ctx, row, time, said, to, centre),
    })
  }
}

/** Whom it is for hears that it is there; whoever made it knows. */
export const invite = async (ctx: Ctx, row: About, time: TimeRow, schoolIds: readonly number[]) => {
  for (const to of await store.peopleOf(ctx, staff, schoolIds)) {
    if (to.personId === ctx.personId) continue
    const locale = languageOr(to.language)
    const values = wordsOf(ctx, row, time, locale)
    await post(ctx, {
      ...{ to: to.email, toName: to.name },
      subject: m.gatherings_mail_invited_subject(values, { locale }),
      body: m.gatherings_mail_invited_body(values, { locale }),
    })
  }
}
