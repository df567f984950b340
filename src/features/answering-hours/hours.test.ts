import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atHand, bestOf, between, byHour, type Cell, hoursOf, knownHours, mostPassed } from './hours.ts'

// Pure rules: no database.
const cell = (hour: number, calls: number, reached: number, more: Partial<Cell> = {}): Cell => ({
  ...{ division: 43, weekday: 2, hour, calls, reached },
  ...more,
})
const hoursKnown = (...cells: Cell[]) => knownHours(cells).map(({ hour, better }) => [hour, better])

test('an hour is known when enough calls tell that it is surely better, or worse, than the trade’s own share', () => {
  expect(hoursKnown(cell(8, 60, 50), cell(10, 200, 60), cell(14, 60, 5))).toEqual([
    [8, true],
    [14, false],
  ])
  // A little better, or few calls however they went: nothing is said.
  expect(hoursKnown(cell(8, 60, 26), cell(10, 200, 70))).toEqual([])
  expect(hoursKnown(cell(8, 20, 20), cell(10, 200, 60))).toEqual([])
  expect(knownHours([])).toEqual([])
})

test('a weekday with too few calls is told by that hour on all days, and one with enough by itself', () => {
  const days = [1, 2, 3, 4, 5].map((weekday) => cell(8, 20, 17, { weekday }))
  const rest = [1, 2, 3, 4, 5].map((weekday) => cell(13, 50, 12, { weekday }))
  const known = knownHours([...days, ...rest])
  expect(known.filter(({ hour }) => hour === 8)).toHaveLength(5)
  expect(known.find(({ hour }) => hour === 8)).toMatchObject({ better: true, calls: 100, reached: 85 })
})

test('industries of one trade are told together, those of another by themselves, and what has no trade not at all', () => {
  const known = knownHours([
    ...[cell(8, 30, 27, { division: 41 }), cell(8, 30, 27, { division: 43 }), cell(11, 200, 60)],
    ...[cell(8, 60, 10, { division: 56 }), cell(15, 200, 150, { division: 56 })],
    cell(8, 500, 500, { division: 40 }),
  ])
  expect(known.map(({ trade, hour, better }) => [trade, hour, better])).toEqual([
    [3, 8, true],
    [3, 11, false],
    [4, 8, false],
    [4, 15, true],
  ])
  expect(hoursOf(known.filter(({ hour }) => hour === 8))).toMatchObject({ better: [41, 42, 43] })
  expect(hoursOf([])).toBeNull()
})

test('the share is between what is said of it, and many calls say more than few', () => {
  const counts = fc.integer({ min: 1, max: 500 }).chain((calls) => fc.tuple(fc.constant(calls), fc.nat(calls)))
  fc.assert(
    fc.property(counts, ([calls, reached]) => {
      const [few, many] = [between({ calls, reached }), between({ calls: calls * 10, reached: reached * 10 })]
      expect(few.low - 1e-9).toBeLessThanOrEqual(reached / calls)
      expect(few.high + 1e-9).toBeGreaterThanOrEqual(reached / calls)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})

const waiting = fc.record({
  dueAt: fc.constantFrom(null, null, null, '2026-11-23T08:00:00Z'),
  untouched: fc.boolean(),
  industryCode: fc.constantFrom('107120', '432100', '561000', null),
})
/** As the queue has them: due call-backs first, then who was not touched, then who came back. */
const queueOf = (rows: { dueAt: string | null; untouched: boolean; industryCode: string | null }[]) =>
  [
    ...rows.filter(({ dueAt }) => dueAt !== null),
    ...rows.filter(({ dueAt, untouched }) => dueAt === null && untouched),
    ...rows.filter(({ dueAt, untouched }) => dueAt === null && !untouched),
  ].map((row, at) => ({ ...row, at, companyId: at }))
const hours = { better: [10, 11, 12], worse: [55, 56] }

test('the hint passes no call-back that is due, nobody untouched by one who came back, and brings nobody forward from far back', () => {
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 60 }), (rows) => {
      const before = queueOf(rows)
      const after = byHour(before, hours)
      expect(after.toSorted((a, b) => a.at - b.at)).toEqual(before)
      const due = before.filter(({ dueAt }) => dueAt !== null)
      expect(after.slice(0, due.length)).toEqual(due)
      expect(after.slice(due.length + atHand)).toEqual(before.slice(due.length + atHand))
      const hinted = after.slice(due.length, due.length + atHand)
      const back = hinted.findIndex(({ untouched }) => !untouched)
      expect(back < 0 ? [] : hinted.slice(back).filter(({ untouched }) => untouched)).toEqual([])
      // Whose kind answers alike stand as they stood.
      for (const code of ['107120', '432100', '561000', null]) {
        const alike = hinted.filter(({ industryCode, untouched }) => industryCode === code && untouched)
        expect(alike).toEqual(alike.toSorted((a, b) => a.at - b.at))
      }
      expect(byHour(before, null)).toEqual(before)
    }),
  )
})

test('who would be first is passed five times and no more, whoever joins the queue meanwhile', () => {
  const kinds = fc.array(fc.constantFrom('107120', '432100', '561000'), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(kinds, (codes) => {
      let left = queueOf(codes.map((industryCode) => ({ dueAt: null, untouched: true, industryCode })))
      const times = new Map<number, number>()
      while (left.length > 0) {
        const passed = [...times].flatMap(([id, count]) => (count >= mostPassed ? [id] : []))
        const [head, taken] = [left[0], byHour(left, hours, passed)[0]]
        if (head && head.companyId !== taken?.companyId) times.set(head.companyId, (times.get(head.companyId) ?? 0) + 1)
        left = left.filter(({ companyId }) => companyId !== taken?.companyId)
      }
      expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(mostPassed)
    }),
  )
})

test('bakers before fitters before cafés, where that is what is known of the hour', () => {
  const rows = queueOf(
    ['561000', '432100', '107120'].map((industryCode) => ({ dueAt: null, untouched: true, industryCode })),
  )
  expect(byHour(rows, hours).map(({ industryCode }) => industryCode)).toEqual(['107120', '432100', '561000'])
})

test('the longest time of the day is told', () => {
  expect(bestOf([])).toBeNull()
  expect(bestOf([13, 8, 9, 14, 15])).toEqual({ from: 13, to: 16 })
  expect(bestOf([8])).toEqual({ from: 8, to: 9 })
})
