/** What an answer leads to. Pure: the centre's rules and the date are given. */
import { daysAfter, momentOf, monthsAfter } from '#platform/clock'
import { Temporal } from 'temporal-polyfill'
import { answers, type AnswerWord } from './answers.schema.ts'
import type { WaitReason } from './waits.sql.ts'

/** The centre's choices that decide what an answer leads to. */
export type WaitRules = {
  laterMonths: number
  notInterestedMonths: number
  noAnswerHours: number
  noAnswerTries: number
  noAnswerRestDays: number
}

export type Effect = {
  /** A wait at all schools; `until` is the first day the company may be called again, null: until someone lifts it. */
  wait: { reason: WaitReason; until: string | null } | null
  /** The company comes back into the queue at this moment. */
  backAt: string | null
}
const wait = (reason: WaitReason, until: string | null): Effect => ({ wait: { reason, until }, backAt: null })

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
      return wait('later', monthsAfter(on, rules.laterMonths))
    case 'not-interested':
      return wait('not-interested', monthsAfter(on, rules.notInterestedMonths))
    case 'wrong-number':
    case 'closed':
    case 'do-not-contact':
      return wait(answer, null)
    case 'no-answer':
      return tries >= rules.noAnswerTries
        ? wait('no-answer', daysAfter(on, rules.noAnswerRestDays))
        : { wait: null, backAt: null }
    case 'call-back':
      return { wait: null, backAt: given.callBackAt }
    case 'wants-contact':
      // Without a time it is a task: whoever calls tomorrow gets it first, so that nothing promised is dropped.
      return { wait: null, backAt: given.booked ? null : nextMorning(on) }
  }
}

/** An answer that comes of a talk: the others reached nobody of the company. */
export const isTalk = (answer: AnswerWord): boolean => answer !== 'no-answer' && answer !== 'wrong-number'

/** What each answer would lead to today, after `tries` calls without one: to be seen before it is given. */
export const effectsToday = (
  { today, now }: { today: string; now: Temporal.Instant },
  rules: WaitRules,
  tries: number,
) =>
  answers.map((answer) => {
    const effect = effectOf(answer, today, rules, tries + 1, { callBackAt: null, booked: false })
    const soon =
      answer === 'no-answer' && !effect.wait
        ? now.add({ hours: rules.noAnswerHours }).toString({ fractionalSecondDigits: 3 })
        : effect.backAt
    const forGood = effect.wait !== null && effect.wait.until === null
    return { answer, until: effect.wait?.until ?? null, at: soon, forGood }
  })
