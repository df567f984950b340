import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import type { MeetingRow } from './meetings.sql.ts'
import { calendarFile } from './calendar-file.ts'

type News = 'invitation' | 'moved' | 'cancelled'
type Language = 'da' | 'en'
const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'da')

/** Companies are written to in Danish: their language is not known. */
const companyLanguage: Language = 'da'

const fileFor = (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  language: Language,
  centre: string,
  attendee: { name: string; email: string },
) => ({
  name: news === 'cancelled' ? 'aflysning.ics' : 'invitation.ics',
  type: `text/calendar; charset=utf-8; method=${news === 'cancelled' ? 'CANCEL' : 'REQUEST'}`,
  text: calendarFile({
    method: news === 'cancelled' ? 'CANCEL' : 'REQUEST',
    uid: meeting.uid,
    sequence: meeting.sequence,
    stampedAt: ctx.at,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: m.bookings_event_title({ company: meeting.company, centre }, { locale: language }),
    description: m.bookings_event_text(
      { consultant: meeting.consultant, contact: meeting.contactName },
      { locale: language },
    ),
    location: meeting.place,
    organizer: { name: meeting.consultant, email: meeting.consultantEmail },
    attendees: [attendee],
  }),
})

const fromWhom = (meeting: MeetingRow) => meeting.consultant + (meeting.school ? `, ${meeting.school}` : '')

const companySubject = {
  invitation: m.bookings_company_subject_invitation,
  moved: m.bookings_company_subject_moved,
  cancelled: m.bookings_company_subject_cancelled,
}
const companyBody = {
  invitation: m.bookings_company_body_invitation,
  moved: m.bookings_company_body_moved,
  cancelled: m.bookings_company_body_cancelled,
}
const ownSubject = {
  invitation: m.bookings_own_subject_invitation,
  moved: m.bookings_own_subject_moved,
  cancelled: m.bookings_own_subject_cancelled,
}
const ownBody = {
  invitation: m.bookings_own_body_invitation,
  moved: m.bookings_own_body_moved,
  cancelled: m.bookings_own_body_cancelled,
}

/** Writes to the company, when it gave an address. `link`: the address of its own page, if there is one. */
export const writeToCompany = async (
  ctx: Ctx,
  meeting: MeetingRow,
  news: News,
  centre: string,
  link: string | null,
) => {
  if (!meeting.contactEmail) return
  const locale = companyLanguage
  const values = {
    contact: meeting.contactName,
    when: sayDay(meeting.startsAt, locale),
    who: fromWhom(meeting),
    place: meeting.place,
    phone: meeting.consultantPhone ?? '',
    email: meeting.consultantEmail,
    centre,
  }
  const body = companyBody[news](values, { locale })
  const tail = link && news !== 'cancelled' ? `\n\n${m.bookings_company_body_link({ link }, { locale })}` : ''
  await post(ctx, {
    to: meeting.contactEmail,
    toName: meeting.contactName,
    subject: companySubject[news]({ when: values.when }, { locale }),
    body: body + tail,
    attachment: fileFor(ctx, meeting, news, locale, centre, { name: meeting.contactName, email: meeting.contactEmail }),
  })
}

/** Writes to the consultant who visits, or no longer does. */
export const writeToConsultant = async (ctx: Ctx, meeting: MeetingRow, news: News, centre: string) => {
  const locale = languageOf(meeting.consultantLanguage)
  const values = {
    company: meeting.company,
    when: sayDay(meeting.startsAt, locale),
    place: meeting.place,
    contact: meeting.contactName,
    phone: meeting.contactPhone ?? '',
    note: meeting.note,
    minutes: meeting.travelMinutes,
    why: meeting.cancelledWhy ?? '',
  }
  await post(ctx, {
    to: meeting.consultantEmail,
    toName: meeting.consultant,
    subject: ownSubject[news]({ company: meeting.company, when: values.when }, { locale }),
    body: ownBody[news](values, { locale }),
    attachment: fileFor(ctx, meeting, news, locale, centre, {
      name: meeting.consultant,
      email: meeting.consultantEmail,
    }),
  })
}
