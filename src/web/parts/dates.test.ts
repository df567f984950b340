import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { overwriteGetLocale } from '#texts/runtime'
import * as dates from './dates.ts'

let language: 'da' | 'en' = 'da'
overwriteGetLocale(() => language)
beforeEach(() => {
  language = 'da'
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') })
})
afterEach(() => vi.useRealTimers())

test('a moment is said with weekday, date and clock, in Danish time', () => {
  expect(dates.saysMoment('2026-11-26T12:00:00Z')).toBe('torsdag 26. november kl. 13.00')
  expect(dates.saysMoment('2026-07-01T06:05:00Z')).toBe('onsdag 1. juli kl. 8.05')
  language = 'en'
  expect(dates.saysMoment('2026-11-26T12:00:00Z')).toBe('Thursday 26 November at 13:00')
})

test('a date in another year carries its year', () => {
  expect(dates.saysDay('2027-02-12')).toBe('fredag 12. februar 2027')
  expect(dates.saysDate('2026-02-12')).toBe('12. februar')
})

test('near days have their own words', () => {
  expect(
    ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-27', '2026-12-24'].map(dates.saysNear),
  ).toEqual(['20. november', 'i går', 'i dag', 'i morgen', 'fredag 27. november', '24. december'])
})

test('a deadline says how late it is, or how long there is left', () => {
  expect(
    ['2026-11-11', '2026-11-22', '2026-11-23', '2026-11-23T15:00:00Z', '2026-11-24', '2026-12-02'].map(
      dates.saysDeadline,
    ),
  ).toEqual(['12 dage for sent', '1 dag for sent', 'i dag', 'om 6 timer', 'i morgen', 'om 9 dage'])
})

test('late in the evening it is already tomorrow in Denmark', () => {
  expect(dates.dayOf('2026-11-22T23:30:00Z')).toBe('2026-11-23')
})

test('weeks are ISO weeks, also around New Year', () => {
  expect(dates.weekOf('2026-11-23')).toEqual({ year: 2026, week: 48 })
  expect(dates.weekOf('2027-01-03')).toEqual({ year: 2026, week: 53 })
  expect(dates.weekOf('2027-01-04')).toEqual({ year: 2027, week: 1 })
  expect(dates.weekOf('2024-12-30')).toEqual({ year: 2025, week: 1 })
  expect(dates.mondayOf('2026-11-29')).toBe('2026-11-23')
})

test('a field’s day and time become a moment of Denmark, summer, winter and on the nights the clock changes', () => {
  expect(dates.toMoment('2026-11-26', '13:00')).toBe('2026-11-26T13:00:00+01:00')
  expect(dates.toMoment('2026-07-01', '13:00')).toBe('2026-07-01T13:00:00+02:00')
  expect(dates.timeOf(dates.toMoment('2026-03-29', '02:30'))).toBe('03:30')
  expect(dates.toMoment('2026-10-25', '02:30')).toBe('2026-10-25T02:30:00+02:00')
  // A form in which the day, or the time, is not typed yet.
  expect([dates.toMoment('', '09:00'), dates.toMoment('2026-11-26', '')]).toEqual(['', ''])
})
