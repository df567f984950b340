import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedSchools, mondayOf, weekNumber } from './weeks.ts'

test('no sum is of fewer than five, nor leads to one when one school takes its own away; nobody is shown twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 12 }), (counts) => {
      const groups = joinedSchools(counts.map((people, school) => ({ school, people })))
      const sum = (of: readonly number[]) => of.reduce((all, school) => all + (counts[school] ?? 0), 0)
      for (const group of groups) {
        expect(sum(group)).toBeGreaterThanOrEqual(5)
        for (const own of group.length > 1 ? group : [])
          expect(sum(group.filter((school) => school !== own))).toBeGreaterThanOrEqual(5)
      }
      const shown = groups.flat()
      expect(new Set(shown).size).toBe(shown.length)
      // Who is left out could not be joined with all the others either.
      const all = [...counts.keys()].filter((school) => (counts[school] ?? 0) > 0)
      if (sum(all) - Math.max(0, ...counts) >= 5) expect(shown.toSorted((a, b) => a - b)).toEqual(all)
    }),
  )
})

test('weeks begin on Monday, over the turn of the year too', () => {
  expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  expect([weekNumber('2026-12-28'), weekNumber('2027-01-04')]).toEqual([53, 1])
})
