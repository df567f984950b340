import { expect, test } from 'vitest'
import { sayMinutes } from './duration.shared.ts'

test('a way is said in hours and minutes, the same in both languages', () => {
  expect([0, 58, 60, 71, 120].map((minutes) => sayMinutes(minutes, { locale: 'da' }))).toEqual([
    '0 min.',
    '58 min.',
    '1 t',
    '1 t 11 min.',
    '2 t',
  ])
  expect(sayMinutes(71, { locale: 'en' })).toBe('1 h 11 min.')
})
