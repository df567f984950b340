import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { dayOfWork, type Diary, freeStarts, insideHours, minute, type Span, wallClock } from './free-times.ts'
import { drivingBetween } from './travel.ts'

const at = wallClock()
const hour = 60 * minute
const monday = '2026-11-23'
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))
const diary = (more: Partial<Diary> = {}): Diary => ({ hours: week, taken: [], away: [], ...more })
const span = (from: string, to: string, date = monday): Span => ({ from: at(date, from), to: at(date, to) })
const timesOf = (starts: readonly number[]) => starts.map((start) => new Date(start).toISOString().slice(11, 16))
const free = (of: Diary, date = monday, more: { length?: number; travel?: number; after?: number } = {}) =>
  freeStarts(of, date, { length: hour, travel: 0, after: 0, ...more }, at)

describe('free times', () => {
  test('begin on half hours, and the driving fits into the working hours at both ends', () => {
    const times = timesOf(free(diary(), monday, { travel: 20 * minute }))
    expect(times.at(0)).toBe('07:30')
    expect(times.at(-1)).toBe('13:30')
    expect(times).toHaveLength(13)
  })

  test('not on a day without working hours, not before the moment, not when nothing fits', () => {
    expect(free(diary(), '2026-11-28')).toEqual([])
    expect(timesOf(free(diary(), monday, { after: at(monday, '14:00') }))).toEqual(['13:30', '14:00'])
    expect(free(diary(), monday, { length: 9 * hour })).toEqual([])
  })

  test('what is taken and absences are gone; what ends as another begins does not disturb it', () => {
    const busy = diary({ taken: [{ ...span('09:30', '11:00'), travel: 15 * minute }], away: [span('13:00', '16:00')] })
    expect(timesOf(free(busy))).toEqual(['07:00', '07:30', '10:00', '10:30', '11:00'])
  })

  test('two stretches of one day, never across the pause', () => {
    const hours = [
      { weekday: 1, from: '08:00', to: '10:00' },
      { weekday: 1, from: '10:30', to: '12:00' },
    ]
    expect(timesOf(free(diary({ hours })))).toEqual(['07:00', '07:30', '08:00', '09:30', '10:00'])
  })

  test('on the day the clock is put forward, the skipped hour is offered once, as the hour after it', () => {
    const night = diary({ hours: [{ weekday: 7, from: '01:00', to: '05:00' }] })
    // 01:00 is midnight UTC; 02:00 does not exist, and 03:00 is one hour after 01:00.
    expect(timesOf(free(night, '2027-03-28'))).toEqual(['00:00', '00:30', '01:00', '01:30', '02:00'])
  })

  test('on the day the clock is put back, the doubled hour is offered once, as its first', () => {
    const night = diary({ hours: [{ weekday: 7, from: '01:00', to: '04:00' }] })
    expect(free(night, '2026-10-25').map((start) => new Date(start).toISOString().slice(5, 16))).toEqual([
      '10-24T23:00',
      '10-24T23:30',
      '10-25T00:00',
      '10-25T00:30',
      '10-25T02:00',
    ])
  })

  const date = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10))
  const clock = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
  const hoursOf = fc
    .tuple(fc.integer({ min: 1, max: 7 }), clock, clock)
    .filter(([, from, to]) => from < to)
    .map(([weekday, from, to]) => ({ weekday, from, to }))
  const spanOf = (day: string) =>
    fc.tuple(fc.integer({ min: -60, max: 1500 }), fc.integer({ min: 1, max: 400 })).map(([begin, length]) => ({
      from: at(day, '00:00') + begin * minute,
      to: at(day, '00:00') + (begin + length) * minute,
    }))
  const anyDay = date.chain((day) =>
    fc.record({
      day: fc.constant(day),
      hours: fc.array(hoursOf, { maxLength: 6 }),
      taken: fc.array(
        spanOf(day).map((one) => ({ ...one, travel: 0 })),
        { maxLength: 5 },
      ),
      away: fc.array(spanOf(day), { maxLength: 2 }),
      length: fc.integer({ min: 15, max: 180 }).map((minutes) => minutes * minute),
      travel: fc.integer({ min: 0, max: 120 }).map((minutes) => minutes * minute),
    }),
  )

  test('whatever the diary: sorted, each once, inside the hours, and over nothing that lies there', () => {
    fc.assert(
      fc.property(anyDay, ({ day, hours, taken, away, length, travel }) => {
        const starts = free({ hours, taken, away }, day, { length, travel })
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        for (const start of starts) {
          const needed = { from: start - travel, to: start + length + travel }
          expect(insideHours(hours, { from: start, to: start + length })).toBe(true)
          expect([...taken, ...away].filter((one) => one.from < needed.to && needed.from < one.to)).toEqual([])
        }
      }),
    )
  })

  test('whoever takes a free time takes it from the others: what was offered twice is not offered again', () => {
    fc.assert(
      fc.property(anyDay, ({ day, hours, taken, away, length, travel }) => {
        const sought = { length, travel }
        const [first] = free({ hours, taken, away }, day, sought)
        if (first === undefined) return
        const mine = { from: first - travel, to: first + length + travel, travel }
        const left = free({ hours, taken: [...taken, mine], away }, day, sought)
        expect(left.filter((start) => start - travel < mine.to && mine.from < start + length + travel)).toEqual([])
      }),
    )
  })
})

describe('working hours', () => {
  const inside = (from: string, to: string, date = monday) => insideHours(week, span(from, to, date))
  test('from the first minute to the last, one stretch of one day', () => {
    expect([inside('08:00', '16:00'), inside('07:30', '08:30'), inside('15:30', '16:30')]).toEqual([true, false, false])
    expect(inside('09:00', '10:00', '2026-11-29')).toBe(false)
  })
  test('are those of the Danish clock, summer and winter', () => {
    const at8 = (date: string) => Date.parse(`${date}T06:00:00Z`)
    expect(insideHours(week, { from: at8('2026-10-23'), to: at8('2026-10-23') + hour })).toBe(true)
    expect(insideHours(week, { from: at8('2026-10-26'), to: at8('2026-10-26') + hour })).toBe(false)
  })
})

test('a day as a caller sees it: driving and what is taken apart, in order, cut to the day', () => {
  const day = dayOfWork(
    diary({
      taken: [{ ...span('11:45', '13:15'), travel: 15 * minute }],
      away: [span('09:00', '10:00'), span('17:00', '18:00')],
    }),
    monday,
    at,
  )
  expect(day).toEqual({
    ...span('08:00', '16:00'),
    busy: [
      { ...span('09:00', '10:00'), kind: 'busy' },
      { ...span('11:45', '12:00'), kind: 'travel' },
      { ...span('12:00', '13:00'), kind: 'busy' },
      { ...span('13:00', '13:15'), kind: 'travel' },
    ],
  })
  const online = diary({ taken: [{ ...span('12:00', '13:00'), travel: 0 }] })
  expect(dayOfWork(online, monday, at).busy).toEqual([{ ...span('12:00', '13:00'), kind: 'busy' }])
})

test('a wall-clock time is the moment that the calendar says, however often it is asked', () => {
  const remembered = wallClock()
  for (const time of ['00:00', '12:30'])
    expect([remembered(monday, time), remembered(monday, time)]).toEqual(
      Array.from({ length: 2 }, () => momentOf(monday, time).epochMilliseconds),
    )
})

test('driving: a quarter of an hour inside a municipality, by distance between two, half an hour to nobody knows where', () => {
  expect(drivingBetween(615, 615)).toEqual({ minutes: 15, known: true })
  expect(drivingBetween(615, 751).minutes).toBeGreaterThan(15)
  expect(drivingBetween(615, 787)).toEqual({ minutes: 120, known: true })
  expect(drivingBetween(615, 751)).toEqual(drivingBetween(751, 615))
  // Half an hour is kept free, and told as nothing but that.
  for (const [from, to] of [
    [null, 615],
    [615, null],
    [615, 1],
    [1, 1],
    [779, 956],
  ] as const)
    expect(drivingBetween(from, to)).toEqual({ minutes: 30, known: false })
})
