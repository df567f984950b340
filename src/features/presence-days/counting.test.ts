import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostAsked, nextTold, type Sums, type Told } from './counting.ts'
import { floor } from './presence-days.schema.ts'

/** Everything that is told while days are counted, one after another. */
const toldOf = (days: readonly Sums[]): Told[] => {
  const told: Told[] = []
  const sum = { unemployed: 0, others: 0 }
  for (const day of days) {
    sum.unemployed += day.unemployed
    sum.others += day.others
    const next = nextTold(told.at(-1) ?? null, sum)
    if (next) told.push(next)
  }
  return told
}
const manyDays = fc.array(fc.record({ unemployed: fc.nat({ max: 9 }), others: fc.nat({ max: 9 }) }), { maxLength: 40 })

describe('what is told', () => {
  test('nine who came, five of them without work, would leave four: the sum alone is told', () => {
    expect(toldOf([{ unemployed: 5, others: 4 }])).toEqual([{ came: 9, unemployed: null }])
    expect(toldOf([{ unemployed: 3, others: 1 }])).toEqual([])
    expect(toldOf([{ unemployed: 38, others: 26 }])).toEqual([{ came: 64, unemployed: 38 }])
  })
  test('one more since is not told, nor five of whom one was somebody else', () => {
    const first = { unemployed: 38, others: 26 }
    expect(toldOf([first, { unemployed: 1, others: 0 }])).toHaveLength(1)
    expect(toldOf([first, { unemployed: 6, others: 1 }])).toHaveLength(1)
    expect(toldOf([first, { unemployed: 6, others: 1 }, { unemployed: 0, others: 4 }]).at(-1)).toEqual({
      came: 75,
      unemployed: 44,
    })
  })
  test('what is put right to fewer is not told, and what was told stands', () => {
    expect(nextTold({ came: 64, unemployed: 38 }, { unemployed: 20, others: 26 })).toBe(null)
  })
})

test('no two figures that were told, taken from each other, leave fewer than five', () => {
  fc.assert(
    fc.property(manyDays, (days) => {
      const parts = toldOf(days).map(({ came, unemployed }) => ({
        came,
        unemployed,
        others: unemployed === null ? null : came - unemployed,
      }))
      for (const key of ['came', 'unemployed', 'others'] as const) {
        const row = [0, ...parts.flatMap((one) => one[key] ?? [])]
        for (const [n, one] of row.entries())
          for (const other of row.slice(0, n)) expect(one - other).toBeGreaterThanOrEqual(floor)
      }
    }),
    { numRuns: 500 },
  )
})

test('how many were without work when only the sum was told cannot be narrowed to fewer than five numbers, by all that is told later', () => {
  fc.assert(
    fc.property(manyDays, (days) => {
      const told = toldOf(days)
      const split = told.find(({ unemployed }) => unemployed !== null)
      for (const { came } of told.filter(({ unemployed }) => unemployed === null)) {
        const later = split?.unemployed ?? came
        const grew = (split?.came ?? came) - came
        const [least, most] = [Math.max(0, later - grew), Math.min(came, later)]
        expect(most - least).toBeGreaterThanOrEqual(split ? floor : 0)
      }
    }),
    { numRuns: 500 },
  )
})

test('a topic is named where five asked, the two that most asked about', () => {
  const asked = [
    { topic: 'funds', asked: 4 },
    { topic: 'truck', asked: 9 },
    { topic: 'danish', asked: 12 },
    { topic: 'digital', asked: 5 },
  ]
  expect(mostAsked(asked)).toEqual(['danish', 'truck'])
  expect(mostAsked(asked.slice(0, 1))).toEqual([])
})
