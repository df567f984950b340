/** What a thing is, how far it is, and why someone is proposed: in words. */
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import type { Tone } from '#web/parts/StateTag.tsx'
import type { showLeaving } from './leavings.schema.ts'

export type Whole = AnswerOf<typeof showLeaving>
export type Thing = Whole['things'][number]
export type Proposal = Thing['proposed'][number]

export const keyOf = ({ kind, sourceId }: Pick<Thing, 'kind' | 'sourceId'>) => `${kind} ${sourceId}`

type Said = { what: string; who: string; date: string; when: string }
const kinds: Partial<Record<string, (v: Said) => string>> = {
  'regular-contact': m.leavings_kind_regular_contact,
  meeting: m.leavings_kind_meeting,
  promise: m.leavings_kind_promise,
  referral: m.leavings_kind_referral,
  'referral-given': m.leavings_kind_referral_given,
  deputy: m.leavings_kind_deputy,
  tip: m.leavings_kind_tip,
  enquiry: m.leavings_kind_enquiry,
  'new-time': m.leavings_kind_new_time,
  'partner-contact': m.leavings_kind_partner_contact,
  'joint-visit': m.leavings_kind_joint_visit,
  gathering: m.leavings_kind_gathering,
  'presence-day': m.leavings_kind_presence_day,
  'contact-question': m.leavings_kind_contact_question,
  report: m.leavings_kind_report,
  'person-untold': m.leavings_kind_person_untold,
}
/** "Pris på truckkursus, aftalt til 4. december". */
export const wordsOf = ({ kind, values }: Thing, leaver: string) => {
  const { what = '', who = leaver, date, at } = values
  const say = kinds[kind] ?? m.leavings_kind_other
  return say({
    what: String(what),
    // Of a deputy it is whose company it is; of everything else who leaves.
    who: kind === 'deputy' ? String(who) : leaver,
    date: date ? saysDate(String(date)) : '',
    when: at ? saysMoment(String(at)) : '',
  })
}

/** Which of all: "Nordfjord Plast ApS: Møde 4. december kl. 9.00". */
export const whichOf = (thing: Thing, leaver: string) =>
  [thing.company?.name, wordsOf(thing, leaver)].filter(Boolean).join(': ')

export const toneOf: Record<Thing['state'], Tone> = {
  open: 'sten',
  anew: 'venter',
  asked: 'venter',
  yes: 'fri',
  stays: 'fri',
  coordinators: 'sten',
  own: 'venter',
  elsewhere: 'sten',
}
export const stateOf = ({ state, question }: Thing, who: string) =>
  ({
    open: m.leavings_state_open,
    anew: m.leavings_state_anew,
    asked: () => m.leavings_state_asked({ date: question ? saysDate(question.askedAt) : '' }),
    yes: () => m.leavings_state_yes({ date: question?.answeredAt ? saysDate(question.answeredAt) : '' }),
    stays: () => m.leavings_state_stays({ who }),
    coordinators: m.leavings_state_coordinators,
    own: () => m.leavings_state_own({ who }),
    elsewhere: () => m.leavings_state_elsewhere({ who }),
  })[state]()

const asSentence = (facts: string) => facts.charAt(0).toUpperCase() + facts.slice(1)
/** "Har været på besøg, samme skole, 20 min. kørsel, fast kontakt for 3 i dag": facts. */
export const factsOf = (one: Proposal) => {
  const facts = [
    one.contact && m.leavings_why_contact(),
    one.deputy && m.leavings_why_deputy(),
    one.visited && m.leavings_why_visited(),
    one.sameSchool && m.leavings_why_school(),
    one.knowsTrade && m.leavings_why_trade(),
    one.minutes !== null && m.leavings_why_minutes({ minutes: one.minutes }),
    m.leavings_why_companies({ companies: one.companies }),
  ]
  return asSentence(facts.filter((fact) => fact !== false).join(', '))
}

const noesOf = ({ saidNo }: Thing) =>
  saidNo.map(({ name, why }) => (why ? m.leavings_why_no({ who: name, why }) : m.leavings_why_no_plain({ who: name })))
export const whyOf = (thing: Thing, leaver: string, chosen: Proposal | undefined) => {
  if (thing.state === 'stays') return m.leavings_why_stays({ who: leaver })
  if (thing.state === 'coordinators') return m.leavings_why_coordinators({ who: leaver })
  if (thing.state === 'own') return m.leavings_why_own()
  if (!thing.can.ask) return thing.follows ? m.leavings_why_follows() : ''
  return [...noesOf(thing), chosen ? factsOf(chosen) : m.leavings_why_nobody()].join(' ')
}
