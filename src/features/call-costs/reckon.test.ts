import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceOn, reckonCost } from './reckon.ts'

const minute = (kroner: number | null, from: string, id = 1) => ({ per: 'minute' as const, kroner, from, id })
const month = (kroner: number, from: string, id = 1) => ({ per: 'month' as const, kroner, from, id })
const period = { from: '2026-10-01', until: '2026-12-01' }
const talk = (day: string, schoolId: number | null, minutes: number) => ({ day, schoolId, seconds: minutes * 60 })

test('the latest price that has begun holds, of one day what was said last; none from a day on is none', () => {
  const prices = [
    minute(9, '2026-10-01'),
    minute(12, '2026-11-01', 2),
    minute(11, '2026-11-01', 3),
    minute(null, '2026-11-20', 4),
  ]
  expect(['2026-09-30', '2026-10-31', '2026-11-01', '2026-11-20'].map((day) => priceOn(prices, day)?.kroner)).toEqual([
    undefined,
    9,
    11,
    undefined,
  ])
})

test('minutes are paid by the price of their day, to whom they went', () => {
  const talked = [talk('2026-10-30', 1, 10), talk('2026-11-02', 1, 10), talk('2026-11-02', null, 5)]
  const cost = reckonCost({ ...period, talked, prices: [minute(10, '2026-10-01'), minute(20, '2026-11-01', 2)] })
  expect(cost).toEqual({
    cost: 400,
    schools: new Map([
      [1, 300],
      [null, 100],
    ]),
  })
})

test('a month’s price is reckoned by days, and parted by the time each got; paid with nobody called it is nobody’s part', () => {
  const talked = [talk('2026-10-05', 1, 30), talk('2026-10-05', 2, 10)]
  const prices = [month(3000, '2026-11-16')]
  expect(reckonCost({ ...period, talked, prices })).toEqual({
    cost: 1500,
    schools: new Map([
      [1, 1125],
      [2, 375],
    ]),
  })
  expect(reckonCost({ ...period, talked: [], prices })).toEqual({ cost: 1500, schools: new Map() })
  expect(reckonCost({ ...period, talked, prices: [month(3000, '2026-12-01')] })).toBeUndefined()
})

test('a month is parted by the time of the days on which it held; what was before pays nothing of it', () => {
  const talked = [talk('2026-10-05', 1, 30), talk('2026-11-05', 2, 10)]
  const prices = [minute(2, '2026-10-01'), month(3000, '2026-11-01', 2)]
  expect(reckonCost({ ...period, talked, prices })?.schools).toEqual(
    new Map([
      [1, 60],
      [2, 3000],
    ]),
  )
})

test('what the schools pay is together what it comes to, however it is rounded', () => {
  const one = fc.record({
    schoolId: fc.option(fc.integer({ min: 1, max: 9 })),
    seconds: fc.integer({ min: 1, max: 4000 }),
  })
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9999 }),
      (rows, monthly, ore) => {
        const price = (monthly ? month : minute)(ore / 100, '2026-10-01')
        const talked = rows.map((row) => ({ ...row, day: '2026-10-07' }))
        const { cost, schools } = reckonCost({ ...period, talked, prices: [price] }) ?? { cost: -1, schools: new Map() }
        expect([...schools.values()].reduce((sum, kroner) => sum + kroner, 0)).toBe(cost)
      },
    ),
  )
})
