import { describe, expect, test } from 'vitest'
import { minute, wallClock } from '../diaries/diaries.ts'
import { inOrder, type Slot, slotsOf, stopOn } from './slots.ts'

const at = wallClock()
const monday = '2026-11-23'
const anne = {
  personId: 1,
  name: 'Anne Bruun',
  school: null,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
  taken: [],
  away: [],
}
const meeting = {
  length: 60 * minute,
  after: 0,
  driving: { minutes: 15, known: true },
  every: false,
  why: (date: string) => `why ${date}`,
}
const timesOf = (rows: readonly Slot[]) => rows.map((row) => row.startsAt.slice(5, 16))

describe('proposals', () => {
  test('one before noon and one after, each day that has any; the day comes along', () => {
    const { rows, days } = slotsOf(anne, [monday, '2026-11-28'], meeting, at)
    expect(timesOf(rows)).toEqual(['11-23T07:30', '11-23T11:30'])
    expect(rows[0]).toMatchObject({ personId: 1, travelMinutes: 15, why: 'why 2026-11-23', proposed: false })
    expect(days).toEqual([
      { personId: 1, date: monday, from: '2026-11-23T07:00:00.000Z', to: '2026-11-23T15:00:00.000Z', busy: [] },
    ])
  })

  test('every free start when all are asked for; nobody drives to a phone call', () => {
    const every = (minutes: number) =>
      slotsOf(anne, [monday], { ...meeting, every: true, driving: { minutes, known: true } }, at).rows
    expect(timesOf(every(15)).at(0)).toBe('11-23T07:30')
    expect(timesOf(every(0)).at(0)).toBe('11-23T07:00')
    expect(every(0).length).toBe(every(15).length + 2)
  })

  test('a day that is full is neither proposed nor shown', () => {
    const full = { ...anne, away: [{ from: at(monday, '00:00'), to: at(monday, '23:00') }] }
    expect(slotsOf(full, [monday], meeting, at)).toEqual({ rows: [], days: [] })
  })
})

describe('which is offered first', () => {
  const slot = (personId: number, startsAt: string, travelMinutes: number): Slot => ({
    personId,
    name: '',
    school: null,
    startsAt,
    endsAt: startsAt,
    travelMinutes,
    travelKnown: true,
    why: '',
    proposed: false,
  })
  const first = (slots: Slot[], known: number[] = []) =>
    inOrder(slots, new Set(known), at(monday, '08:00')).find((one) => one.proposed)?.personId
  const soonAndFar = slot(1, '2026-11-24T08:00:00.000Z', 60)
  const laterAndNear = slot(2, '2026-11-26T08:00:00.000Z', 15)

  test('a day later weighs as much as ten minutes of driving', () => {
    expect(first([soonAndFar, laterAndNear])).toBe(2)
    expect(first([{ ...soonAndFar, travelMinutes: 30 }, laterAndNear])).toBe(1)
  })
  test('whoever knows the company may be twenty minutes further away', () => {
    expect(first([{ ...soonAndFar, travelMinutes: 50 }, laterAndNear])).toBe(2)
    expect(first([{ ...soonAndFar, travelMinutes: 50 }, laterAndNear], [1])).toBe(1)
  })
  test('in the order of time, then of driving; nothing is proposed of nothing', () => {
    const rows = inOrder([laterAndNear, { ...soonAndFar, personId: 3, travelMinutes: 90 }, soonAndFar], new Set(), 0)
    expect(rows.map((one) => one.personId)).toEqual([1, 3, 2])
    expect(inOrder([], new Set(), 0)).toEqual([])
  })
})

test('where someone is that day anyway: on the Danish day, in the same municipality', () => {
  const stops = [
    { startsAt: '2026-11-23T22:30:00Z', municipality: 615 },
    { startsAt: '2026-11-23T23:30:00Z', municipality: 751 },
  ]
  expect(stopOn(stops, monday, 615)).toBe(stops[0])
  expect(stopOn(stops, monday, 751)).toBeUndefined()
  expect(stopOn(stops, '2026-11-24', 751)).toBe(stops[1])
})
