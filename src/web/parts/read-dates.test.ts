import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDay, readTime, saysClock } from './read-dates.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z') }))
afterEach(() => void vi.useRealTimers())

test.each([
  ['26/11', '2026-11-26'],
  ['26.11', '2026-11-26'],
  ['26.11.', '2026-11-26'],
  ['26-11-2027', '2027-11-26'],
  ['26.11.27', '2027-11-26'],
  ['26. november', '2026-11-26'],
  ['26 nov', '2026-11-26'],
  ['Torsdag 26. november', '2026-11-26'],
  ['Thursday 26 November', '2026-11-26'],
  ['Fredag 12. februar 2027', '2027-02-12'],
  ['2026-11-26', '2026-11-26'],
  ['i dag', '2026-11-23'],
  ['I morgen', '2026-11-24'],
  ['+7', '2026-11-30'],
  ['torsdag', '2026-11-26'],
  ['mandag', '2026-11-30'],
])('“%s” is a day', (said, day) => {
  expect(readDay(said)).toBe(day)
})

test('without a year the nearest day is meant, but never one before the first that counts', () => {
  expect(readDay('20/11')).toBe('2026-11-20')
  expect(readDay('1/6')).toBe('2026-06-01')
  expect(readDay('1/6', '2026-11-23')).toBe('2027-06-01')
})

test.each(['', '31/2', '32. november', '26', 'snart', '26/13', 'novembre 26', 'constructor'])(
  '“%s” is no day',
  (said) => {
    expect(readDay(said)).toBeUndefined()
  },
)

test.each([
  ['13.30', '13:30'],
  ['13:30', '13:30'],
  ['1330', '13:30'],
  ['9', '09:00'],
  ['kl. 9.15', '09:15'],
])('“%s” is a time', (said, time) => {
  expect(readTime(said)).toBe(time)
})

test('what is no time on a 24-hour clock is none', () => {
  expect(['24.00', '13.75', 'ni', ''].map(readTime)).toEqual([undefined, undefined, undefined, undefined])
  expect(saysClock('09:05')).toBe('9.05')
})
