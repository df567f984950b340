import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import type { showHold } from './calls.schema.ts'
import type { showQueue } from './queue.schema.ts'

export type Company = NonNullable<AnswerOf<typeof showHold>['held']>
export type Queue = AnswerOf<typeof showQueue>
export type AnswerWord = Company['effects'][number]['answer']

/** The answers as the keyboard has them: 1 to 8. */
export const answerKeys: readonly { answer: AnswerWord; key: string; says: () => string }[] = [
  { answer: 'wants-contact', key: '1', says: m.calls_answer_wants_contact },
  { answer: 'later', key: '2', says: m.calls_answer_later },
  { answer: 'not-interested', key: '3', says: m.calls_answer_not_interested },
  { answer: 'no-answer', key: '4', says: m.calls_answer_no_answer },
  { answer: 'call-back', key: '5', says: m.calls_answer_call_back },
  { answer: 'wrong-number', key: '6', says: m.calls_answer_wrong_number },
  { answer: 'do-not-contact', key: '7', says: m.calls_answer_do_not_contact },
  { answer: 'closed', key: '8', says: m.calls_answer_closed },
]
export const answerSays = (answer: AnswerWord) => answerKeys.find((one) => one.answer === answer)?.says() ?? answer

/** Within a year the date says enough without it. */
const withoutYear = (date: string) => saysDate(date).replace(/ \d{4}$/, '')

/** What an answer leads to, in a few words, with its date. The server has reckoned it. */
export const consequenceOf = (company: Company, answer: AnswerWord): string => {
  const effect = company.effects.find((one) => one.answer === answer)
  if (effect?.until) return m.calls_leads_wait({ date: withoutYear(effect.until) })
  if (answer === 'wants-contact') return m.calls_leads_times()
  if (answer === 'no-answer') return effect?.at ? m.calls_leads_again({ when: saysNearMoment(effect.at) }) : ''
  if (answer === 'call-back') return m.calls_leads_agree()
  if (answer === 'wrong-number') return m.calls_leads_cleanup()
  return m.calls_leads_blocked()
}

const blockedSays: Record<Queue['blocked'][number]['reason'], (values: { count: number }) => string> = {
  'do-not-contact': m.calls_blocked_do_not_contact,
  closed: m.calls_blocked_closed,
  protected: m.calls_blocked_protected,
  struck: m.calls_blocked_struck,
  'has-meeting': m.calls_blocked_has_meeting,
  waiting: m.calls_blocked_waiting,
  'in-hearing': m.calls_blocked_in_hearing,
  'no-phone': m.calls_blocked_no_phone,
  answered: m.calls_blocked_answered,
  'under-call': m.calls_blocked_under_call,
  'call-back': m.calls_blocked_call_back,
  'no-answer': m.calls_blocked_no_answer,
  skipped: m.calls_blocked_skipped,
  'not-in-list': m.calls_blocked_closed,
}
/** "12 har ro. Den første må ringes op igen 28. februar." */
export const blockedWords = ({ reason, count, nextOn, nextAt }: Queue['blocked'][number]) => {
  const when = nextOn ? saysDate(nextOn) : nextAt && reason !== 'under-call' ? saysNearMoment(nextAt) : null
  return {
    what: blockedSays[reason]({ count }),
    again: when ? m.calls_blocked_next({ when }) : m.calls_blocked_no_date(),
  }
}

export const sizeSays = (row: Pick<Company, 'employees' | 'employeesFrom' | 'employeesTo'>): string | null => {
  if (row.employees !== null) return String(row.employees)
  if (row.employeesFrom === null) return null
  return row.employeesTo === null ? `${row.employeesFrom}+` : `${row.employeesFrom}-${row.employeesTo}`
}
/** 70004112 → "70 00 41 12" */
export const phoneSays = (phone: string) => (/^\d{8}$/.test(phone) ? phone.replace(/(\d\d)(?=\d)/g, '$1 ') : phone)
export const telOf = (phone: string) => `tel:${/^\d{8}$/.test(phone) ? `+45${phone}` : phone.replace(/\s/g, '')}`
