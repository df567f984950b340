import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter } from '#platform/clock'
import { datesOf, inTurn } from './turns.ts'

const thursdays = { weekday: 4, everyWeeks: 1, fromOn: '2026-08-06', untilOn: null }

describe('when they are', () => {
  test('each Thursday after a day, up to another, and none past the last', () => {
    expect(datesOf(thursdays, '2026-11-19', '2026-12-03')).toEqual(['2026-11-26', '2026-12-03'])
    expect(datesOf({ ...thursdays, untilOn: '2026-11-26' }, '2026-11-19', '2026-12-31')).toEqual(['2026-11-26'])
  })
  test('every second week is counted from the first, whenever one looks', () => {
    const rhythm = { ...thursdays, everyWeeks: 2, fromOn: '2026-11-23' }
    expect(datesOf(rhythm, '2026-11-20', '2026-12-31')).toEqual(['2026-11-26', '2026-12-10', '2026-12-24'])
    expect(datesOf(rhythm, '2026-11-26', '2026-12-31')).toEqual(['2026-12-10', '2026-12-24'])
  })
})

/** Gives day after day; `away` says who cannot on the nth. */
const given = (people: number, days: number, away: (n: number, person: number) => boolean) => {
  const had = Array.from({ length: people }, (_, personId) => ({ personId, days: [] as string[] }))
  return Array.from({ length: days }, (_, n) => {
    const on = daysAfter('2026-08-06', 7 * n)
    const taker = inTurn(on, had).find((person) => !away(n, person))
    if (taker !== undefined) had[taker]?.days.push(on)
    return taker
  })
}
const manyOf = (all: readonly (number | undefined)[], person: number) => all.filter((one) => one === person).length

describe('whose turn it is', () => {
  test('nobody has two more than another while all can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 40 }), (people, days) => {
        const all = given(people, days, () => false)
        const counts = Array.from({ length: people }, (_, person) => manyOf(all, person))
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('whoever cannot is passed over, and a day is nobody’s only when nobody can', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { maxLength: 30 }), (away) => {
        const isAway = (n: number, person: number) => away[n]?.[person] ?? false
        for (const [n, taker] of given(3, away.length, isAway).entries()) {
          if (taker === undefined) expect(away[n]).toEqual([true, true, true])
          else expect(isAway(n, taker)).toBe(false)
        }
      }),
    )
  })
  test('who comes back from a holiday has the next day, and no more than his turn after', () => {
    expect(given(2, 8, (n, person) => person === 1 && n < 4)).toEqual([0, 0, 0, 0, 1, 0, 1, 0])
  })
  test('a hole in the middle is not given to who has the day before or after', () => {
    const had = [
      { personId: 1, days: ['2026-11-19'] },
      { personId: 2, days: ['2026-12-03'] },
      { personId: 3, days: ['2026-11-05'] },
    ]
    expect(inTurn('2026-11-26', had)[0]).toBe(3)
  })
})
