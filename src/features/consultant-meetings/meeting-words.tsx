/** A meeting, its points and what came of them: in words. */
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { daysBetween, saysDate, saysDay, saysTime, today } from '#web/parts/dates.ts'
import type { Tone } from '#web/parts/StateTag.tsx'
import type { listMeetingTakers, showConsultantMeeting } from './consultant-meetings.schema.ts'
import type { Section } from './meeting-shapes.schema.ts'

export type Meeting = AnswerOf<typeof showConsultantMeeting>
export type Point = Meeting['points'][number]
export type Taker = AnswerOf<typeof listMeetingTakers>['rows'][number]

export const saysWhen = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  m.consultant_meetings_when({ day: saysDay(startsAt), from: saysTime(startsAt), until: saysTime(endsAt) })
export const saysWhere = ({ host, place }: { host: { name: string } | null; place: string }) =>
  [host?.name, place].filter(Boolean).join(', ')

export const sectionSays: Record<Section, () => string> = {
  reports: m.consultant_meetings_section_reports,
  ownerless: m.consultant_meetings_section_ownerless,
  stalled: m.consultant_meetings_section_stalled,
  case: m.consultant_meetings_section_case,
  put: m.consultant_meetings_section_put,
  ideas: m.consultant_meetings_section_ideas,
}
const kindSays: Record<Point['kind'], () => string> = {
  report: m.consultant_meetings_kind_report,
  need: m.consultant_meetings_kind_need,
  promise: m.consultant_meetings_kind_promise,
  referral: m.consultant_meetings_kind_referral,
  learnt: m.consultant_meetings_kind_learnt,
  idea: m.consultant_meetings_kind_idea,
  question: m.consultant_meetings_kind_question,
  case: m.consultant_meetings_kind_case,
  decision: m.consultant_meetings_kind_decision,
}
export const saysKind = ({ section, kind }: Point) =>
  section === 'case' && kind === 'report' ? m.consultant_meetings_kind_case() : kindSays[kind]()
/** The company, or the words that were put. `hidden`: somebody of the company is in the room. */
export const titleOf = ({ company, words }: Point, hidden = false) =>
  company ? (hidden ? m.consultant_meetings_hidden() : company.name) : words
/** "Skive, 26 ansatte. Ali Demir var på besøg 18. november." */
export const factsOf = (point: Point) => {
  const { company, kind, who, on } = point
  const place = company
    ? [company.town, company.employees !== null && m.consultant_meetings_employees({ count: company.employees })]
    : []
  const values = { who: who ?? '', date: on ? saysDate(on) : '' }
  const visited = kind === 'report' || kind === 'need'
  const said = visited
    ? m.consultant_meetings_facts_visited(values)
    : kind === 'promise'
      ? m.consultant_meetings_facts_promised(values)
      : kind === 'idea' && who
        ? m.consultant_meetings_facts_followed(values)
        : who && kind !== 'learnt'
          ? m.consultant_meetings_facts_put(values)
          : kind === 'referral'
            ? m.consultant_meetings_facts_referral(values)
            : ''
  return [place.filter(Boolean).join(', '), said].filter(Boolean).join('. ')
}
/** How late it is. */
export const lateOf = ({ kind, on }: Point) => {
  const days = kind === 'promise' && on ? daysBetween(on, today()) : 0
  if (days <= 0) return null
  return days === 1 ? m.consultant_meetings_late_one() : m.consultant_meetings_late({ days })
}

const values = ({ outcome }: Point) => ({
  who: outcome?.person?.name ?? '',
  date: outcome?.dueOn ? saysDate(outcome.dueOn) : '',
})
export const outcomeOf = (point: Point): { says: string; tone: Tone } | null => {
  const { outcome } = point
  if (!outcome) return point.gone ? { says: m.consultant_meetings_gone(), tone: 'sten' } : null
  if (outcome.how === 'task')
    return {
      says:
        point.kind === 'idea'
          ? m.consultant_meetings_out_idea(values(point))
          : m.consultant_meetings_out_task(values(point)),
      tone: 'fri',
    }
  if (outcome.how === 'asked') return { says: m.consultant_meetings_out_asked(values(point)), tone: 'venter' }
  if (outcome.how === 'decided')
    return { says: m.consultant_meetings_out_decided({ what: outcome.words }), tone: 'sten' }
  return outcome.how === 'later'
    ? { says: m.consultant_meetings_out_later(), tone: 'venter' }
    : { says: m.consultant_meetings_out_seen(), tone: 'fri' }
}
const whySays: Record<Taker['why'][number], () => string> = {
  'regular-contact': m.consultant_meetings_why_contact,
  deputy: m.consultant_meetings_why_deputy,
  visited: m.consultant_meetings_why_visited,
  'same-school': m.consultant_meetings_why_school,
}
/** Why somebody is proposed: facts, nobody's measure. Who is not there is told first. */
export const whyOf = ({ why, present, school }: Taker) => {
  const facts = why.length > 0 ? why.map((one) => whySays[one]()) : school ? [school] : []
  return [...(present ? [] : [m.consultant_meetings_not_here()]), ...facts].join(' · ')
}
