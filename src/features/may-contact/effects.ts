/** What an answer leads to. Pure: the centre's rules and the date are given. */
import { daysAfter, momentOf, monthsAfter } from '#platform/clock'
import type { Temporal } from 'temporal-polyfill'
import type { WorkingTime } from '../working-days/working-days.ts'
import { answers, type AnswerWord } from './answers.schema.ts'
import type { WaitReason } from './waits.sql.ts'

/** The centre's choices that decide what an answer leads to. */
export type WaitRules = {
  laterMonths: number
  notInterestedMonths: number
  noAnswerHours: number
  noAnswerTries: number
  noAnswerRestDays: number
} & Pick<WorkingTime, 'workdayAfter' | 'opensAt'>

export type Effect = {
  /** A wait at all schools; `until` is the first day the company may be called again, null: until someone lifts it. */
  wait: { reason: WaitReason; until: string | null } | null
  /** The company comes back into the queue at this moment. */
  backAt: string | null
}
const wait = (reason: WaitReason, until: string | null): Effect => ({ wait: { reason, until }, backAt: null })

const iso = (moment: Temporal.Instant) => moment.toString({ fractionalSecondDigits: 3 })
/** The next working day after a date, at nine in the morning in Denmark, or when the centre calls next. */
const nextMorning = (date: string, { workdayAfter, opensAt }: WaitRules): string =>
  iso(opensAt(momentOf(workdayAfter(date, 1), '09:00')))

/**
 * What an answer leads to (domain.md row 14). `on` is the date of the talk in Denmark, `tries` the calls without an answer
 * so far, this one included; `given.months` is the wait of one of the centre's own answers, instead of the rules'. Months are calendar months: three months after 30 November is 28 February.
 */
export const effectOf = (
  answer: AnswerWord,
  on: string,
  rules: WaitRules,
  tries: number,
  given: { callBackAt: string | null; booked: boolean; months?: number | null },
): Effect => {
  switch (answer) {
    case 'later':
      return wait('later', monthsAfter(on, given.months ?? rules.laterMonths))
    case 'not-interested':
      return wait('not-interested', monthsAfter(on, given.months ?? rules.notInterestedMonths))
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
      return { wait: null, backAt: given.booked ? null : nextMorning(on, rules) }
  }
}

/** An answer that comes of a talk: the others reached nobody of the company. */
export const isTalk = (answer: AnswerWord): boolean => answer !== 'no-answer' && answer !== 'wrong-number'

/** Nobody answered: when to try again, within the hours in which the centre calls. */
export const nextTryAt = (
  at: Temporal.Instant,
  { noAnswerHours, opensAt }: Pick<WaitRules, 'noAnswerHours' | 'opensAt'>,
): string => iso(opensAt(at.add({ hours: noAnswerHours })))

/** What each answer would lead to today, after `tries` calls without one: to be seen before it is given. */
export const effectsToday = (
  { today, now }: { today: string; now: Temporal.Instant },
  rules: WaitRules,
  tries: number,
) =>
  answers.map((answer) => {
    const effect = effectOf(answer, today, rules, tries + 1, { callBackAt: null, booked: false })
    const soon = answer === 'no-answer' && !effect.wait ? nextTryAt(now, rules) : effect.backAt
    const forGood = effect.wait !== null && effect.wait.until === null
    return { answer, until: effect.wait?.until ?? null, at: soon, forGood }
  })
