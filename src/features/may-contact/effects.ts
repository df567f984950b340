import { daysAfter, momentOf, monthsAfter } from '#platform/clock'
import { Temporal } from 'temporal-polyfill'
import type { AnswerWord } from '../calls/calls.sql.ts'
import type { QuietReason } from './quiet.sql.ts'

/** The centre's choices that decide what an answer leads to. */
export type WaitRules = {
  laterMonths: number
  notInterestedMonths: number
  noAnswerHours: number
  noAnswerTries: number
  noAnswerRestDays: number
}

export type Effect = {
  /** Quiet at all schools; `until` is the first day the company may be called again, null: until someone lifts it. */
  quiet: { reason: QuietReason; until: string | null } | null
  /** The company comes back into the queue at this moment. */
  backAt: string | null
}
const quiet = (reason: QuietReason, until: string | null): Effect => ({ quiet: { reason, until }, backAt: null })

/** The next weekday after a date, at nine in the morning in Denmark. */
const nextMorning = (date: string): string => {
  let day = Temporal.PlainDate.from(date).add({ days: 1 })
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  return momentOf(day.toString(), '09:00').toString({ fractionalSecondDigits: 3 })
}

/**
 * What an answer leads to (domain.md row 14). `on` is the date of the talk in Denmark, `tries` the calls without an answer
 * so far, this one included. Months are calendar months: three months after 30 November is 28 February.
 */
export const effectOf = (
  answer: AnswerWord,
  on: string,
  rules: WaitRules,
  tries: number,
  given: { callBackAt: string | null; booked: boolean },
): Effect => {
  switch (answer) {
    case 'later':
      return quiet('later', monthsAfter(on, rules.laterMonths))
    case 'not-interested':
      return quiet('not-interested', monthsAfter(on, rules.notInterestedMonths))
    case 'wrong-number':
    case 'closed':
    case 'do-not-contact':
      return quiet(answer, null)
    case 'no-answer':
      return tries >= rules.noAnswerTries
        ? quiet('no-answer', daysAfter(on, rules.noAnswerRestDays))
        : { quiet: null, backAt: null }
    case 'call-back':
      return { quiet: null, backAt: given.callBackAt }
    case 'wants-contact':
      // Without a time it is a task: whoever calls tomorrow gets it first, so that nothing promised is dropped.
      return { quiet: null, backAt: given.booked ? null : nextMorning(on) }
  }
}
