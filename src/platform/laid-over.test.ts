import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laidOver } from './laid-over.ts'

const form = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  year: fc.constantFrom(1, 2),
  who: fc.constantFrom(null, 7, 8),
})
type Form = { name: string; year: number; who: number | null }
const fields = ['name', 'year', 'who'] as const

test('two who change different fields both get theirs; the same field to two things is shown and never overwritten', () => {
  fc.assert(
    fc.property(form, form, form, (seen: Form, theirs: Form, mine: Form) => {
      const both = fields.filter((field) => theirs[field] !== seen[field] && mine[field] !== seen[field])
      const clash = both.some((field) => theirs[field] !== mine[field])
      if (clash) {
        const refused = {
          code: 'changed-meanwhile',
          details: expect.objectContaining({ more: { theirs, yours: mine } }) as unknown,
        }
        expect(() => laidOver(theirs, mine, { ...seen })).toThrow(expect.objectContaining(refused))
        return
      }
      const laid = laidOver(theirs, mine, { ...seen })
      for (const field of fields) expect(laid[field]).toBe(mine[field] === seen[field] ? theirs[field] : mine[field])
    }),
  )
})

test('what a choice holds is compared by what it says; what was not seen is overwritten, and without anything seen all is', () => {
  const stands = { criteria: { forms: [1] }, name: 'Ny' }
  expect(laidOver(stands, { criteria: { forms: [1] }, name: 'Min' }, { criteria: { forms: [] }, name: 'Ny' })).toEqual({
    criteria: { forms: [1] },
    name: 'Min',
  })
  const wanted = { criteria: { forms: [2] }, name: 'Gammel' }
  expect(laidOver(stands, wanted, {})).toEqual(wanted)
  expect(laidOver(stands, wanted, undefined)).toEqual(wanted)
})
