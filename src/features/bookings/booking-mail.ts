import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { calendarFile } from '#platform/mail/calendar-file'
import { addressIn } from '#platform/mail/mail-server'
import { post } from '#platform/mail/outbox'
import { first, sayAll, sayDay } from '#platform/text/danish'
import { houseLanguage, type Language, languageOr } from '#platform/text/language'
import { goersOf, type MeetingRow, type Visitor } from './meetings.sql.ts'

/** `form`: people meet in another way than was agreed; `goers`: another comes along, or stays at home; the time stands. */
type News = 'invitation' | 'moved' | 'form' | 'goers' | 'cancelled' | 'reminder'

/** Companies are written to in the house's own language: their language is not known. */
const companyLanguage = houseLanguage

const names = { visit: m.bookings_form_visit, online: m.bookings_form_online, phone: m.bookings_form_phone }
const definite = { visit: m.bookings_the_visit, online: m.bookings_the_online, phone: m.bookings_the_phone }
const agreed = { visit: m.bookings_agreed_visit, online: m.bookings_agreed_online, phone: m.bookings_agreed_phone }
const comes = { visit: m.bookings_comes_visit, online: m.bookings_comes_online, phone: m.bookings_comes_phone }
/** How this meeting is called in sentences: a visit, an online meeting, a phone meeting. */
const wordsFor = ({ form }: MeetingRow, locale: Language) => {
  const name = names[form]({}, { locale })
  const the = definite[form]({}, { locale })
  return { form: name, what: name.toLowerCase(), the, theFirst: first(the), agreed: agreed[form]({}, { locale }) }
}
/** No gap where a meeting has no place and no driving. */
const closed = (text: string) => text.replace(/\n{3,}/g, '\n\n')

export const titleFor = (meeting: MeetingRow, centre: string, locale: Language) => {
  const { company } = meeting
  return meeting.form === 'visit'
    ? m.bookings_event_title({ company, centre }, { locale })
    : m.bookings_event_title_talk({ form: names[meeting.form]({}, { locale }), company, centre }, { locale })
}
const textFor = (meeting: MeetingRow, centre: string, locale: Language) => {
  const { form, contactName: contact } = meeting
  const goers = goersOf(meeting)
  const consultant = goers[0]?.name ?? centre
  if (goers.length < 2)
    return form === 'visit'
      ? m.bookings_event_text({ consultant, contact }, { locale })
      : m.bookings_event_text_talk({ consultant, contact }, { locale })
  const who = sayAll(
    goers.map(({ name }) => name),
    locale,
  )
  return form === 'visit'
    ? m.bookings_event_text_many({ who, contact }, { locale })
    : m.bookings_event_text_talk_many({ who, contact }, { locale })
}

/** As the meeting's first invitation named it; an older meeting without is the centre's too. */
const organizerOf = (ctx: Ctx, { organizerName, organizerEmail }: MeetingRow, centre: string) =>
  organizerEmail === null
    ? { name: centre, email: addressIn(ctx.house.mailFrom) }
    : { name: organizerName ?? centre, email: organizerEmail }

const fileFor = (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  language: Language,
  centre: string,
  attendees: readonly { name: string; email: string }[],
) => ({
  name: `${(news === 'cancelled' ? m.bookings_file_cancelled : m.bookings_file_invitation)({}, { locale: language })}.ics`,
  type: `text/calendar; charset=utf-8; method=${news === 'cancelled' ? 'CANCEL' : 'REQUEST'}`,
  text: calendarFile({
    method: news === 'cancelled' ? 'CANCEL' : 'REQUEST',
    uid: meeting.uid,
    sequence: meeting.sequence,
    stampedAt: ctx.at,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: titleFor(meeting, centre, language),
    description: textFor(meeting, centre, language),
    location: meeting.place,
    organizer: organizerOf(ctx, meeting, centre),
    attendees,
  }),
})

/** "Anne Bruun, VUC Sundet", "Anne Bruun (VUC Sundet) og Ali Demir"; the centre, as long as nobody goes. */
const fromWhom = (meeting: MeetingRow, centre: string, locale: Language) => {
  const goers = goersOf(meeting)
  const [first] = goers
  if (!first) return centre
  if (goers.length < 2) return first.name + (first.school ? `, ${first.school}` : '')
  return sayAll(
    goers.map((one) => one.name + (one.school ? ` (${one.school})` : '')),
    locale,
  )
}

const companySubject = {
  invitation: m.bookings_company_subject_invitation,
  moved: m.bookings_company_subject_moved,
  form: m.bookings_company_subject_form,
  goers: m.bookings_company_subject_goers,
  cancelled: m.bookings_company_subject_cancelled,
  reminder: m.bookings_company_subject_reminder,
}
const companyBody = {
  invitation: m.bookings_company_body_invitation,
  moved: m.bookings_company_body_moved,
  form: m.bookings_company_body_form,
  goers: m.bookings_company_body_goers,
  cancelled: m.bookings_company_body_cancelled,
  reminder: m.bookings_company_body_reminder,
}
const ownSubject = {
  invitation: m.bookings_own_subject_invitation,
  moved: m.bookings_own_subject_moved,
  form: m.bookings_own_subject_form,
  goers: m.bookings_own_subject_goers,
  cancelled: m.bookings_own_subject_cancelled,
  reminder: m.bookings_own_subject_reminder,
}
const ownBody = {
  invitation: m.bookings_own_body_invitation,
  moved: m.bookings_own_body_moved,
  form: m.bookings_own_body_form,
  goers: m.bookings_own_body_goers,
  cancelled: m.bookings_own_body_cancelled,
  reminder: m.bookings_own_body_reminder,
}

/** Writes to the company, when it gave an address; who has left is not named. `link`: the address of its own page, if there is one. */
export const writeToCompany = async (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  centre: string,
  link: string | null,
  foot = '',
) => {
  if (!meeting.contactEmail) return
  const locale = companyLanguage
  const goers = goersOf(meeting)
  const answers = goers[0] ?? organizerOf(ctx, meeting, centre)
  const values = {
    contact: meeting.contactName,
    ...wordsFor(meeting, locale),
    when: sayDay(meeting.startsAt, locale),
    comes: comes[meeting.form]({ who: fromWhom(meeting, centre, locale) }, { locale }),
    place: meeting.place,
    email: answers.email,
    centre,
  }
  const body = companyBody[news](values, { locale })
  const tail =
    link && news !== 'cancelled' ? `\n\n${m.bookings_company_body_link({ link, the: values.the }, { locale })}` : ''
  await post(ctx, {
    to: meeting.contactEmail,
    toName: meeting.contactName,
    subject: companySubject[news](values, { locale }),
    body: closed(body) + tail + (foot && `\n\n${foot}`),
    attachment: fileFor(ctx, meeting, news, locale, centre, [
      { name: meeting.contactName, email: meeting.contactEmail },
      ...goers,
    ]),
    replyTo: { name: answers.name, email: answers.email },
    // One that is called off has nobody to come: what did not arrive is told with a meeting that stands.
    ...(news !== 'cancelled' && { brings: { kind: news === 'reminder' ? news : 'meeting', id: meeting.id } }),
  })
}

const drivingOf = ({ travelMinutes, travelKnown }: Visitor, locale: Language) => {
  const time = sayMinutes(travelMinutes, { locale })
  return travelKnown
    ? m.bookings_own_driving({ time }, { locale })
    : m.bookings_own_driving_unknown({ time }, { locale })
}

type ToVisitor = { visitor: Visitor; attendees: readonly Visitor[] }
const writeToVisitor = async (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  centre: string,
  { visitor, attendees }: ToVisitor,
) => {
  const locale = languageOr(visitor.language)
  const values = {
    ...wordsFor(meeting, locale),
    company: meeting.company,
    when: sayDay(meeting.startsAt, locale),
    place: meeting.place,
    contact: meeting.contactName,
    phone: meeting.contactPhone ?? '',
    note: meeting.note,
    driving: meeting.form === 'visit' ? drivingOf(visitor, locale) : '',
    why: meeting.cancelledWhy ?? '',
  }
  await post(ctx, {
    to: visitor.email,
    toName: visitor.name,
    subject: ownSubject[news](values, { locale }),
    body: closed(ownBody[news](values, { locale })),
    attachment: fileFor(ctx, meeting, news, locale, centre, attendees),
    ...(news === 'reminder' && { brings: { kind: news, id: meeting.id } }),
  })
}

/** Writes to those who visit, or to those who no longer do; never to who has left. `among`: all whom the calendar file names, where they are more. */
export const writeToVisitors = async (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  centre: string,
  visitors: Visitor[] = meeting.visitors,
  among: Visitor[] = visitors,
) => {
  const attendees = goersOf({ visitors: among })
  for (const visitor of goersOf({ visitors })) await writeToVisitor(ctx, meeting, news, centre, { visitor, attendees })
}
