import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { workingTime } from '../working-days/working-days.ts'
import { answers, type AnswerWord } from './answers.schema.ts'
import { effectOf, effectsToday, isTalk, type WaitRules } from './effects.ts'

// Pure rules: no database. Dates are days in Denmark.
const usual: WaitRules = {
  laterMonths: 3,
  notInterestedMonths: 6,
  noAnswerHours: 4,
  noAnswerTries: 5,
  noAnswerRestDays: 30,
  ...workingTime(
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
    [{ from: '2026-12-21', to: '2027-01-02', name: 'Juleferie', schoolId: null }],
  ),
}
const nothing: Parameters<typeof effectOf>[4] = { callBackAt: null, booked: false }
const effect = (answer: AnswerWord, on: string, rules: Partial<WaitRules> = {}, tries = 1, given = nothing) =>
  effectOf(answer, on, { ...usual, ...rules }, tries, given)

describe('what an answer leads to, by the centre’s rules', () => {
  test.each<[AnswerWord, Partial<WaitRules>, ReturnType<typeof effect>['wait']]>([
    ['later', {}, { reason: 'later', until: '2027-02-23' }],
    ['later', { laterMonths: 4 }, { reason: 'later', until: '2027-03-23' }],
    ['not-interested', {}, { reason: 'not-interested', until: '2027-05-23' }],
    ['not-interested', { notInterestedMonths: 12 }, { reason: 'not-interested', until: '2027-11-23' }],
    ['wrong-number', {}, { reason: 'wrong-number', until: null }],
    ['closed', {}, { reason: 'closed', until: null }],
    ['do-not-contact', {}, { reason: 'do-not-contact', until: null }],
    ['no-answer', {}, null],
    ['call-back', {}, null],
    ['wants-contact', {}, null],
  ])('%s with %j: %j', (answer, rules, wait) => {
    expect(effect(answer, '2026-11-23', rules).wait).toEqual(wait)
  })

  test('no answer: the last try gives a rest, the ones before it nothing', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((tries) => effect('no-answer', '2026-11-23', {}, tries).wait)
    const rest = { reason: 'no-answer', until: '2026-12-23' }
    expect(waits).toEqual([null, null, null, null, rest, rest])
    expect(effect('no-answer', '2026-11-23', { noAnswerTries: 1, noAnswerRestDays: 7 }).wait?.until).toBe('2026-11-30')
  })

  test('only a call-back and a wish for contact come back by themselves', () => {
    const given = { callBackAt: '2026-11-25T09:15:00Z', booked: false }
    expect(answers.filter((answer) => effect(answer, '2026-11-23', {}, 1, given).backAt !== null)).toEqual([
      'wants-contact',
      'call-back',
    ])
    expect(effect('call-back', '2026-11-23', {}, 1, given).backAt).toBe('2026-11-25T09:15:00Z')
    expect(effect('wants-contact', '2026-11-23', {}, 1, { ...given, booked: true }).backAt).toBeNull()
  })

  test('whoever answered has been spoken with; no answer and a wrong number reached nobody', () => {
    expect(answers.filter((answer) => !isTalk(answer))).toEqual(['no-answer', 'wrong-number'])
  })
})

describe('the calendar', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2027-02-28', 12, '2028-02-28'],
  ])('%s and %i months: %s, never past the end of a month', (on, laterMonths, until) => {
    expect(effect('later', on, { laterMonths }).wait?.until).toBe(until)
  })

  test.each([
    ['Thursday', '2026-11-26', '2026-11-27T08:00:00.000Z'],
    ['Friday', '2026-11-27', '2026-11-30T08:00:00.000Z'],
    ['Saturday', '2026-11-28', '2026-11-30T08:00:00.000Z'],
    ['Sunday', '2026-11-29', '2026-11-30T08:00:00.000Z'],
    ['Good Friday, before summer time', '2027-03-26', '2027-03-30T07:00:00.000Z'],
    ['a Friday before the centre’s holiday', '2026-12-18', '2027-01-04T08:00:00.000Z'],
    ['the Friday before winter time', '2026-10-23', '2026-10-26T08:00:00.000Z'],
  ])('a wish for contact on %s is called on the next working day at nine in Denmark', (_day, on, at) => {
    expect(effect('wants-contact', on).backAt).toBe(at)
  })

  test('what is shown before an answer is what it would lead to; hours are real hours when the clocks change', () => {
    const now = Temporal.Instant.from('2026-10-24T23:30:00Z')
    const always = { ...usual, opensAt: (moment: Temporal.Instant) => moment }
    const shown = effectsToday({ today: '2026-10-25', now }, always, 0)
    expect(shown.map(({ answer }) => answer)).toEqual([...answers])
    expect(shown.find(({ answer }) => answer === 'no-answer')).toEqual({
      ...{ answer: 'no-answer', until: null, at: '2026-10-25T03:30:00.000Z', forGood: false },
    })
    // That night nobody calls: the next try is on Monday.
    expect(effectsToday({ today: '2026-10-25', now }, usual, 0)[3]?.at).toBe('2026-10-26T07:00:00.000Z')
    const fifth = effectsToday({ today: '2026-10-25', now }, usual, 4)
    expect(fifth.find(({ answer }) => answer === 'no-answer')).toMatchObject({ until: '2026-11-24', at: null })
    expect(shown.filter(({ forGood }) => forGood).map(({ answer }) => answer)).toEqual([
      'wrong-number',
      'do-not-contact',
      'closed',
    ])
  })
})
