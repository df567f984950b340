/** Every kind of waiting thing: whether it is told by mail, and in which words it leaves the house. */
import type { Language } from '#platform/text/language'
import type { SaidIn, WaitingKind } from '#platform/waiting.shared'
import * as m from '#texts'
import { isWaitingKind, type WaitingKindName, waitingKinds } from '../home/waiting-kinds.table.ts'

export type When = 'morning' | 'at-once'
/**
 * `asks`: somebody asks it of him, told at once to who wants that; `waits`: told in the morning; `mailed`: its room writes to him itself, so it is not
 * told a second time; `stays`: a school's own, which no mail carries.
 */
type How = 'asks' | 'waits' | 'mailed' | 'stays'
type Values = Readonly<Record<string, string>>
/** `says`: where its own title holds words that somebody wrote, or names someone at a company. */
type Told = How | { how: How; says: (values: Values, said: SaidIn) => string }

const company = (says: (values: { company: string }, said: SaidIn) => string) => ({
  how: 'waits' as const,
  says: (values: Values, said: SaidIn) => says({ company: values['company'] ?? '' }, said),
})
const promise = company(m.notices_promise)
const task = company(m.notices_group_task)
const gathering = { how: 'waits', says: (_: Values, said: SaidIn) => m.notices_gathering({}, said) } as const
const mail = { how: 'waits', says: (_: Values, said: SaidIn) => m.notices_mail_came({}, said) } as const

export const told: Readonly<Record<WaitingKindName, Told>> = {
  'agreed-back': 'waits',
  'agreed-contact': 'waits',
  'agreed-later': 'waits',
  'agreed-meeting': 'waits',
  'agreed-need': 'waits',
  'agreed-promise': 'waits',
  'agreed-time': 'waits',
  'agreed-wish': 'waits',
  'backs-overdue': 'waits',
  // With its file for the calendar.
  'booking-new': 'mailed',
  'calendar-unread': 'waits',
  'call-back': 'waits',
  'campaign-asks': 'waits',
  'campaign-over': 'waits',
  'capacity-asked': 'asks',
  'class-short': 'waits',
  'company-message': 'mailed',
  'company-message-late': 'waits',
  'contact-claim': 'waits',
  'contact-claimed': 'asks',
  'contact-lapses': 'waits',
  'contact-offer': 'mailed',
  'contact-orphan': 'waits',
  'enquiry-mine': 'mailed',
  'enquiry-overdue': 'waits',
  'enquiry-school': 'waits',
  'enquiry-unrouted': 'waits',
  'enquiry-untaken': 'waits',
  'follow-up-due': 'waits',
  'follow-up-overdue': 'waits',
  'gathering-learnt': gathering,
  // With its file for the calendar.
  'gathering-lost': 'mailed',
  'gathering-moved': 'mailed',
  'gathering-off': 'mailed',
  'gathering-turn': { how: 'asks', says: (_, said) => m.notices_gathering_turn({}, said) },
  'gathering-unheld': gathering,
  'gathering-up': 'mailed',
  'goal-orphan': 'waits',
  'goer-away': 'waits',
  'group-asked': 'asks',
  'group-contact': 'waits',
  'group-leaderless': 'waits',
  'group-proposed': 'waits',
  'group-stopped': 'waits',
  'group-task': task,
  'group-task-late': task,
  'handed-in': 'waits',
  handover: 'mailed',
  'hearing-answer': 'mailed',
  'hearing-ends': 'waits',
  'hearing-share': 'mailed',
  'hearing-share-back': 'stays',
  'hearing-share-lost': 'stays',
  'invitation-lost': company(m.notices_invitation_lost),
  'joint-asked': 'asks',
  'joint-mine': 'waits',
  'joint-new': 'waits',
  'joint-stopped': 'waits',
  'joint-taken-back': 'waits',
  'later-over': 'waits',
  'later-ready': 'waits',
  'leaving-asked': 'mailed',
  'leaving-left': 'waits',
  'leaving-mine': 'waits',
  'leaving-soon': 'waits',
  'link-of-who-left': company(m.notices_link_left),
  'list-draft': 'waits',
  'list-for-nobody': 'waits',
  'list-without-callers': 'waits',
  'mail-given-up': { how: 'waits', says: (_, said) => m.notices_mail_given_up({}, said) },
  'mailbox-away': 'waits',
  'mailbox-crowded': 'waits',
  'mailbox-left': 'waits',
  'mailbox-shut': 'waits',
  'mailed-report': mail,
  'mailed-report-stranger': mail,
  'mailed-stranger': mail,
  'mailed-tip': mail,
  'measure-reached': 'waits',
  'meeting-clash': 'waits',
  'meeting-comes': 'waits',
  'meeting-host': 'waits',
  'meeting-left': 'waits',
  'meeting-runs': 'waits',
  'meeting-unclosed': 'waits',
  'meetings-over': 'waits',
  'moved-place': 'waits',
  'new-member': 'mailed',
  'new-time': 'waits',
  'no-hours': 'waits',
  'nobody-speaks': 'waits',
  'partner-unheld': 'waits',
  'person-untold': company(m.notices_person_untold),
  'presence-asked': 'asks',
  'presence-away': 'waits',
  'presence-count': 'waits',
  'presence-lost': 'mailed',
  'presence-mine': 'waits',
  'presence-moved': 'mailed',
  'presence-open': 'waits',
  'presence-unasked': 'mailed',
  'presence-unasked-by': 'waits',
  'promise-due': promise,
  'promise-orphan': company(m.notices_promise_orphan),
  'promise-overdue': promise,
  'promise-theirs': company(m.notices_promise_theirs),
  'question-doubt': 'mailed',
  'question-doubted': 'waits',
  'question-late': 'waits',
  'question-mine': 'mailed',
  'question-yes': 'mailed',
  'queue-ready': 'waits',
  'referral-answered': 'waits',
  'referral-asked': 'mailed',
  'referral-late': 'waits',
  'referral-mine': 'waits',
  'referral-nobody': 'waits',
  'referral-reminded': 'asks',
  'referral-stopped': 'waits',
  'referral-talked': 'waits',
  'referral-unheard': 'waits',
  'staffing-asked': 'asks',
  'staffing-proposed': 'waits',
  'staffing-refused': 'waits',
  'struck-known': 'stays',
  'struck-planned': 'stays',
  'struck-yours': 'stays',
  'tip-asked': 'asks',
  'tip-free': 'waits',
  'tip-joined': 'waits',
  'tip-mine': 'waits',
  'tip-new': 'waits',
  'tip-visit-moved': 'waits',
  'tip-visit-off': 'waits',
  // Asked for the day after, by a mail that may be answered.
  'visit-report': 'mailed',
}
const howOf = (kind: string): How => {
  if (!isWaitingKind(kind)) return 'stays'
  const one = told[kind]
  return typeof one === 'string' ? one : one.how
}
/** What is told once a day; what is asked among it. */
export const isTold = (kind: string) => ['asks', 'waits'].includes(howOf(kind))
/** What is told at once. */
export const isAsked = (kind: string) => howOf(kind) === 'asks'

export const sayTitle = (kind: WaitingKindName, values: Values, locale: Language): string => {
  const one = told[kind]
  const of: WaitingKind = waitingKinds[kind]
  return typeof one === 'string' ? of.title(values, { locale }) : one.says(values, { locale })
}
