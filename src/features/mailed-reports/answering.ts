/** Whoever wrote about a visit from an address of the house is told what became of it, once a mail. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { daysOpen } from '../mailed-words/mailed-words.schema.ts'
import type { Parked } from './mailed-reports.schema.ts'
import type { Meeting, Person } from './meetings.sql.ts'

/** Where its report is written. */
export const pageOf = (ctx: Ctx, bookingId: number) => `${ctx.house.baseUrl}/besoeg/${bookingId}/rapport`

type Came = { meeting: Meeting; person: Person; parked: Parked | null }
/** What became of it, to one who went. Who sent the report mends it; another who went agrees on it with that one. */
const saysTo = (ctx: Ctx, { meeting, person, parked }: Came) => {
  if (parked === null) return meeting.startsAt > ctx.at ? m.mailed_reports_answer_ahead : m.mailed_reports_answer_draft
  if (parked === 'ended') return m.mailed_reports_answer_ended
  if (parked !== 'reported') return m.mailed_reports_answer_not_held
  return meeting.reportedById === person.personId
    ? m.mailed_reports_answer_reported
    : m.mailed_reports_answer_reported_by
}

const letter = (ctx: Ctx, came: Came, centre: string) => {
  const { meeting, person, parked } = came
  const locale = languageOr(person.language)
  // Who did not go is told nothing of the visit.
  if (parked === 'not-there')
    return {
      subject: m.mailed_reports_answer_not_there_subject({}, { locale }),
      body: m.mailed_reports_answer_not_there({ centre }, { locale }),
    }
  const { company, startsAt, reportedBy: name } = meeting
  const said = {
    company,
    when: sayDay(startsAt, locale),
    link: pageOf(ctx, meeting.id),
    centre,
    name: name ?? '',
    days: daysOpen,
  }
  return {
    subject: m.mailed_reports_answer_subject({ company }, { locale }),
    body: saysTo(ctx, came)(said, { locale }),
  }
}

/** To the address he signs in with; nothing of what he wrote stands in it. */
export const answer = async (ctx: Ctx, came: Came, messageId: string): Promise<void> => {
  const { person } = came
  await post(ctx, {
    ...{ to: person.email, toName: person.name, answers: messageId },
    ...letter(ctx, came, await centreName(ctx)),
  })
}
