import { describe, expect, test } from 'vitest'
import { minute, wallClock } from '../diaries/diaries.ts'
import { type Facts, pointsAt } from './points.ts'
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
  points: () => [],
  held: () => false,
  fitting: true,
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

const nothing: Facts = {
  ...{ fits: true, trade: null, kind: null, generalist: false, learns: false },
  ...{ has: null, metBefore: false, companies: 0, first: false },
}
const anyTime = { travelMinutes: 0, wait: 0 }

describe('what speaks for a time', () => {
  const points = (facts: Partial<Facts>, when = anyTime) =>
    Object.fromEntries(
      pointsAt(
        { ...nothing, ...facts },
        when.travelMinutes,
      )(when.wait).flatMap(({ what, points: of }) => (of === 0 ? [] : [[what, of]])),
    )
  test('who knows the trade himself before who is of a school that does; each company of it met adds one, to forty at most', () => {
    expect(points({ trade: 'own' })).toEqual({ staffed: 100, expertise: 25 })
    expect(points({ trade: 'school' })).toEqual({ staffed: 100, expertise: 15 })
    expect(points({ trade: 'school', companies: 4 })).toEqual({ staffed: 100, expertise: 19 })
    expect(points({ trade: 'own', companies: 400 })).toEqual({ staffed: 100, expertise: 40 })
  })
  test('who knows the whole offer is worth as much at a first meeting, and at no other', () => {
    expect(points({ generalist: true, first: true })).toEqual({ staffed: 100, expertise: 25 })
    expect(points({ generalist: true })).toEqual({ staffed: 100 })
  })
  test('whoever has the company comes first; driving costs thirty at most, waiting five a day', () => {
    expect(points({ has: 'deputy' })).toEqual({ staffed: 100, contact: 30 })
    expect(points({}, { travelMinutes: 120, wait: 48 * 60 * minute })).toEqual({
      staffed: 100,
      travel: -30,
      later: -10,
    })
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
    ...{ place: null, fits: true, points: [], second: null, held: false },
  })
  const pointed = (one: Slot, facts: Partial<Facts> = {}): Slot => ({
    ...one,
    points: pointsAt({ ...nothing, ...facts }, one.travelMinutes)(Date.parse(one.startsAt) - at(monday, '08:00')),
  })
  const first = (slots: Slot[], known: number[] = []) =>
    inOrder(slots.map((one) => pointed(one, { metBefore: known.includes(one.personId) }))).find((one) => one.proposed)
      ?.personId
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
    const rows = inOrder(
      [laterAndNear, { ...soonAndFar, personId: 3, travelMinutes: 90 }, soonAndFar].map((one) => pointed(one)),
    )
    expect(rows.map((one) => one.personId)).toEqual([1, 3, 2])
    expect(inOrder([])).toEqual([])
  })
  test('the five best are told, of one person’s day only the best', () => {
    const days = [1, 2, 3, 4, 5, 6].map((n) => pointed(slot(n, `2026-11-2${n}T08:00:00.000Z`, 15)))
    const again = pointed(slot(1, '2026-11-21T12:00:00.000Z', 15))
    const places = inOrder([...days, again]).map(({ personId, place }) => [personId, place])
    expect(places).toEqual([
      [1, 1],
      [1, null],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [6, null],
    ])
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
