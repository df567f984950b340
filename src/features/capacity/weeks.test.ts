import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedSchools, mondayOf, weekNumber } from './weeks.ts'

test("no school is shown whose number is one person's; every school is shown once, unless there is nobody to join it with", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 9 }), (counts) => {
      const units = counts.map((people, school) => ({ school, people }))
      const groups = joinedSchools(units)
      for (const group of groups)
        expect(group.reduce((sum, school) => sum + (counts[school] ?? 0), 0)).toBeGreaterThan(1)
      const all = units.filter(({ people }) => people > 0).map(({ school }) => school)
      const people = counts.reduce((sum, count) => sum + count, 0)
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(people < 2 ? [] : all)
    }),
  )
})

test('weeks begin on Monday, over the turn of the year too', () => {
  expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  expect([weekNumber('2026-12-28'), weekNumber('2027-01-04')]).toEqual([53, 1])
})
