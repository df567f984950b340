import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#platform/clock'
import { type Known, reckonFull, sooner, toldOf } from './reckon.ts'

const monday = '2026-11-23'
const week = (n: number) => daysAfter(monday, 7 * n)
/** Working days after a Monday, as many weeks as are looked at. */
const ahead = Array.from({ length: 56 }, (_, n) => daysAfter(monday, n + 1)).filter(
  (day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()),
)
const known = (change: Partial<Known>): Known => ({
  ...{ today: monday, ahead, horizon: 2, booked: 20, days: 10 },
  weeks: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ weekOn: week(n), free: 5 })),
  ...change,
})
const weeksOf = (...free: (number | null)[]) => free.map((one, n) => ({ weekOn: week(n), free: one }))

test('two a day, and eight free: full on the fourth working day, until the third week comes into sight', () => {
  expect(reckonFull(known({ weeks: weeksOf(0, 8, 5) }))).toEqual({ state: 'on', on: '2026-11-27', workdays: 4 })
})

test('what a week had left when it is over can be promised no more', () => {
  const slow = { booked: 10, days: 10, horizon: 1 }
  // On Friday nobody promises this week any more, whatever it has left.
  expect(reckonFull(known({ ...slow, weeks: weeksOf(90, 90) }))).toEqual({ state: 'on', on: '2026-11-27', workdays: 4 })
})

test('a week that comes into sight in time keeps it open, as far as anybody looks', () => {
  expect(reckonFull(known({ booked: 10 }))).toEqual({ state: 'lasts', until: ahead.at(-1) })
})

test('it lasts no farther than the numbers do: a week that comes into sight without one ends what is known', () => {
  // On Monday the third week is promised too, and somebody has no number in it.
  expect(reckonFull(known({ weeks: weeksOf(90, 90, null, 90) }))).toEqual({ state: 'known-until', until: '2026-11-27' })
  expect(reckonFull(known({ weeks: weeksOf(0, 8, null) }))).toEqual({ state: 'on', on: '2026-11-27', workdays: 4 })
})

test('full now; not known where somebody has no number, or a pace rests on too little', () => {
  expect(reckonFull(known({ weeks: weeksOf(0, 0, 9) }))).toEqual({ state: 'full' })
  expect(reckonFull(known({ weeks: [] }))).toEqual({ state: 'full' })
  expect(reckonFull(known({ weeks: weeksOf(1, null) }))).toEqual({ state: 'unknown', why: 'not-agreed' })
  expect(reckonFull(known({ days: 4 }))).toEqual({ state: 'unknown', why: 'few-days' })
  expect(reckonFull(known({ booked: 2 }))).toEqual({ state: 'unknown', why: 'few-meetings' })
  // Where it is full nothing needs to be guessed.
  expect(reckonFull(known({ weeks: weeksOf(0, 0), days: 0, booked: 0 }))).toEqual({ state: 'full' })
})

test('what a pace rests on is told of three or more, and of all only where nobody can take the others away', () => {
  expect(toldOf([4, 3])).toEqual({ schools: [true, true], all: true })
  expect(toldOf([4, 2])).toEqual({ schools: [true, false], all: false })
  // Two that are not told are three people together; a school without anybody hides nothing.
  expect(toldOf([4, 2, 1])).toEqual({ schools: [true, false, false], all: true })
  expect(toldOf([3, 0])).toEqual({ schools: [true, false], all: true })
  expect(toldOf([1, 1]).all).toBe(false)
})

test('full is what is full first, all meetings or those of the kind; where too little is known of the kind, all tell', () => {
  const of = (state: string, workdays: number | null = null) => ({ state, workdays })
  const [on9, on4, lasts, unknown, full] = [of('on', 9), of('on', 4), of('lasts'), of('unknown'), of('full')]
  expect([sooner(on9, on4), sooner(on4, on9), sooner(on4, lasts)]).toEqual([on4, on4, on4])
  expect([sooner(lasts, on9), sooner(on4, full), sooner(unknown, full)]).toEqual([on9, full, full])
  // Where the kind is full with all, or lasts with all, it is told of all.
  expect(sooner(full, of('full'))).toBe(full)
  expect(sooner(lasts, of('lasts'))).toBe(lasts)
  expect(sooner(on4, of('on', 4))).toBe(on4)
  expect([sooner(on4, unknown), sooner(unknown, unknown), sooner(unknown, lasts)]).toEqual([on4, unknown, lasts])
})

const dayOf = (reckoned: ReturnType<typeof reckonFull>) => {
  if (reckoned.state === 'full') return 0
  return reckoned.state === 'on' ? reckoned.workdays : Infinity
}
const anything = fc.record({
  free: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 }),
  booked: fc.integer({ min: 3, max: 80 }),
  days: fc.integer({ min: 5, max: 10 }),
  horizon: fc.integer({ min: 1, max: 6 }),
})

test('more room never makes it earlier, a higher pace never later, a longer sight never earlier', () => {
  fc.assert(
    fc.property(anything, fc.nat(8), ({ free, ...rest }, at) => {
      const base = { ...rest, weeks: weeksOf(...free) }
      const day = dayOf(reckonFull(known(base)))
      const more = weeksOf(...free.map((one, n) => (n === at ? one + 1 : one)))
      expect(dayOf(reckonFull(known({ ...base, weeks: more })))).toBeGreaterThanOrEqual(day)
      expect(dayOf(reckonFull(known({ ...base, booked: rest.booked + 1 })))).toBeLessThanOrEqual(day)
      expect(dayOf(reckonFull(known({ ...base, horizon: rest.horizon + 1 })))).toBeGreaterThanOrEqual(day)
    }),
    { numRuns: 40 },
  )
})

test('within one week it is what anyone reckons on paper', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 3, max: 80 }), (free, booked) => {
      const onPaper = Math.ceil((free * 10) / booked)
      fc.pre(onPaper <= 3)
      expect(reckonFull(known({ horizon: 1, booked, weeks: weeksOf(free, 0) }))).toMatchObject({ workdays: onPaper })
    }),
  )
})
