import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { easterOf, holidays, publicHolidays } from './public-holidays.ts'
import { workingTime } from './working-time.ts'

// Pure rules: no database. Dates are days in Denmark.

describe('public holidays', () => {
  // Published tables (Nautical Almanac Office; the earliest and the latest Easter there can be among them).
  test.each([
    ['1818-03-22'],
    ['1943-04-25'],
    ['1999-04-04'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
    ['2285-03-22'],
  ])('Easter is on %s', (day) => {
    expect(easterOf(Number(day.slice(0, 4))).toString()).toBe(day)
  })

  test('of 2027, as the calendar of the University of Copenhagen has them', () => {
    expect(publicHolidays(2027).map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2027-01-01 new-year',
      '2027-03-25 maundy-thursday',
      '2027-03-26 good-friday',
      '2027-03-28 easter',
      '2027-03-29 easter-monday',
      '2027-05-06 ascension',
      '2027-05-16 whitsun',
      '2027-05-17 whit-monday',
      '2027-06-05 constitution-day',
      '2027-12-24 christmas-eve',
      '2027-12-25 christmas',
      '2027-12-26 boxing-day',
      '2027-12-31 new-years-eve',
    ])
  })

  test('store bededag was one until 2023', () => {
    const holidayOn = holidays()
    expect([holidayOn('2023-05-05'), holidayOn('2024-04-26'), holidayOn('2023-05-05')]).toEqual([
      'prayer-day',
      undefined,
      'prayer-day',
    ])
  })
})

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '15:30' }))
const autumn = { from: '2026-10-12', to: '2026-10-16', name: 'Efterårsferie', schoolId: null }
const ofOneSchool = { from: '2026-11-27', to: '2026-11-27', name: 'Pædagogisk dag', schoolId: 7 }
const time = workingTime(weekdays, [autumn, ofOneSchool])

describe('working days', () => {
  test.each([
    ['Friday, three', '2026-11-27', 3, '2026-12-02'],
    ['before Christmas, one', '2026-12-23', 1, '2026-12-28'],
    ['before New Year, two', '2026-12-30', 2, '2027-01-05'],
    ['before the centre’s holiday, one', '2026-10-09', 1, '2026-10-19'],
    ['before Easter, one', '2027-03-24', 1, '2027-03-30'],
    ['none is the day itself', '2026-12-25', 0, '2026-12-25'],
  ])('%s', (_, from, days, to) => {
    expect(time.workdayAfter(from, days)).toBe(to)
  })

  test('a school’s closed day is off for its people alone', () => {
    expect(time.offOn('2026-11-27')).toBeUndefined()
    expect(time.offOn('2026-11-27', 3)).toBeUndefined()
    expect(time.offOn('2026-11-27', 7)).toEqual({ closed: 'Pædagogisk dag' })
    expect(time.offOn('2026-12-24', 7)).toEqual({ holiday: 'christmas-eve' })
  })

  test('a centre that is closed for good is an error, not an endless search', () => {
    const never = workingTime(weekdays, [{ from: '2000-01-01', to: '2999-12-31', name: 'Nedlagt', schoolId: null }])
    expect(() => never.workdayAfter('2026-11-27', 1)).toThrow('no working day')
  })
})

describe('calling hours', () => {
  const opensAt = (wall: string) => time.opensAt(momentOf(wall.slice(0, 10), wall.slice(11))).toString()
  const local = (wall: string) => momentOf(wall.slice(0, 10), wall.slice(11)).toString()
  test.each([
    ['inside: now', '2026-11-27T10:00', '2026-11-27T10:00'],
    ['at the first minute: now', '2026-11-27T08:30', '2026-11-27T08:30'],
    ['early: when they begin', '2026-11-27T04:46', '2026-11-27T08:30'],
    ['at the last minute on a Friday: Monday', '2026-11-27T15:30', '2026-11-30T08:30'],
    ['on a Saturday: Monday', '2026-11-28T10:00', '2026-11-30T08:30'],
    ['on Christmas Eve, a Thursday: Monday', '2026-12-24T10:00', '2026-12-28T08:30'],
    ['in the night the clocks go forward: Monday', '2027-03-28T02:30', '2027-03-30T08:30'],
  ])('%s', (_, at, opens) => {
    expect(opensAt(at)).toBe(local(opens))
  })
  test('never before the moment itself, on any hour of two years', () => {
    let at = Temporal.Instant.from('2026-01-01T00:00:00Z')
    for (let n = 0; n < 2 * 366 * 24; n += 7, at = at.add({ hours: 7 })) {
      const opens = time.opensAt(at)
      expect(Temporal.Instant.compare(opens, at)).toBeGreaterThanOrEqual(0)
      expect(time.opensAt(opens).equals(opens)).toBe(true)
    }
  })
})

test('working days until a day: over Christmas and the closed days, backwards as well, none on the day itself', () => {
  const closed = [{ from: '2026-12-28', to: '2026-12-30', name: 'Lukket', schoolId: null }]
  const { workdaysUntil } = workingTime(weekdays, closed)
  const days = ['2026-12-23', '2026-12-27', '2027-01-04', '2027-01-05', '2026-12-22', '2026-12-18']
  expect(days.map((day) => workdaysUntil('2026-12-23', day))).toEqual([0, 0, 1, 2, -1, -3])
})
