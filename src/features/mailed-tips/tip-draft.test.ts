import { expect, test } from 'vitest'
import { namesIn, numbersIn } from './named-companies.ts'
import { draftOf } from './tip-draft.ts'

test('numbers and names in a text, and what somebody wrote himself', () => {
  expect(numbersIn('CVR: 10 00 00 09, tlf. 97521234, 100000090, DK10000009')).toEqual(['10000009'])
  expect(namesIn('hos "Nordfjord Plast", i dag')).toContain('nordfjord plast')
  expect(namesIn('A '.repeat(5000)).length).toBeLessThan(241)
  expect(draftOf('x'.repeat(1000)).draftCut).toBe(false)
  expect(draftOf('x'.repeat(2399))).toEqual({ draft: 'x'.repeat(1000), draftCut: true })
})
