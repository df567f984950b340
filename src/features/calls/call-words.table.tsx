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

/** 70004112 → "70 00 41 12" */
export const phoneSays = (phone: string) => (/^\d{8}$/.test(phone) ? phone.replace(/(\d\d)(?=\d)/g, '$1 ') : phone)
export const telOf = (phone: string) => `tel:${/^\d{8}$/.test(phone) ? `+45${phone}` : phone.replace(/\s/g, '')}`
