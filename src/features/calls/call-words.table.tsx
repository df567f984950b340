import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { type AnswerWord, answers } from '../may-contact/answers.schema.ts'
import { answerWords } from '../may-contact/answers.table.ts'
import type { showHold } from './calls.schema.ts'

export type Company = NonNullable<AnswerOf<typeof showHold>['held']>

/** The answers as the keyboard has them: 1 to 8, in their own order. */
export const answerKeys = answers.map((answer, at) => ({ answer, key: String(at + 1), says: answerWords[answer] }))
export const answerSays = (answer: AnswerWord) => answerWords[answer]()
/** And in the centre's own word for it, when one was chosen. */
export const ownSays = ({ own }: Company, answer: AnswerWord, ownId: number | null | undefined) => {
  const name = own.find(({ id, answer: base }) => id === ownId && base === answer)?.name
  return name ? m.own_answers_said({ answer: answerSays(answer), own: name }) : answerSays(answer)
}

/** Within a year the date says enough without it. */
const withoutYear = (date: string) => saysDate(date).replace(/ \d{4}$/, '')

/** What an answer leads to when no wait of a length follows; `at` is when the company comes back. */
const leads: Record<AnswerWord, (at: string | null) => string> = {
  'wants-contact': () => m.calls_leads_times(),
  later: () => m.calls_leads_blocked(),
  'not-interested': () => m.calls_leads_blocked(),
  'no-answer': (at) => (at ? m.calls_leads_again({ when: saysNearMoment(at) }) : ''),
  'call-back': () => m.calls_leads_agree(),
  'wrong-number': () => m.calls_leads_cleanup(),
  'do-not-contact': () => m.calls_leads_blocked(),
  closed: () => m.calls_leads_blocked(),
}
/** What an answer leads to, in a few words, with its date. The server has reckoned it. */
export const consequenceOf = (company: Company, answer: AnswerWord): string => {
  const effect = company.effects.find((one) => one.answer === answer)
  return effect?.until ? m.calls_leads_wait({ date: withoutYear(effect.until) }) : leads[answer](effect?.at ?? null)
}

export const telOf = (phone: string) => `tel:${/^\d{8}$/.test(phone) ? `+45${phone}` : phone.replace(/\s/g, '')}`
