import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Account, charged, servedAt, whoseTurn } from './scheduler.ts'

/** A fixed sequence of numbers between 0 and 1. */
const dice = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
const estimate = 240
type Day = {
  weights: readonly number[]
  /** Companies that each account has to call; Infinity: more than a day's. */
  work: readonly number[]
  callers: number
  seconds: number
  seed?: number
  /** How long the calls of an account take, beside the others'. */
  length?: (account: number) => number
}
/** A day of calls: each caller takes the next as soon as he is done. Gives what each account got, and the decisions. */
const run = ({ weights, work, callers, seconds, seed = 1, length = () => 1 }: Day) => {
  const random = dice(seed)
  let accounts: Account[] = weights.map((weight, id) => ({ id, weight, pass: 0, active: false }))
  let virtual = 0
  const left = [...work]
  const got = weights.map(() => 0)
  const log: number[] = []
  const busy: { until: number; account: number; took: number }[] = []
  let idle = 0
  for (let now = 0; now < seconds; ) {
    while (busy.length < callers) {
      const ready = new Set(left.flatMap((count, id) => (count > 0 ? [id] : [])))
      const running = new Map(
        weights.map((_, id) => [id, estimate * busy.filter(({ account }) => account === id).length]),
      )
      const turn = whoseTurn(accounts, virtual, { ready, running })
      accounts = turn.accounts
      const [first] = turn.order
      if (first === undefined) break
      virtual = servedAt(virtual, first)
      const next = first.id
      if (!ready.has(next)) throw new Error('called for who has nobody to call')
      left[next] = (left[next] ?? 0) - 1
      log.push(next)
      const took = Math.round((30 + random() * 420) * length(next))
      busy.push({ until: now + took, account: next, took })
    }
    if (busy.length === 0) break
    if (busy.length < callers && left.some((count) => count > 0)) idle++
    busy.sort((one, other) => one.until - other.until)
    const done = busy.shift()
    if (!done) break
    now = done.until
    got[done.account] = (got[done.account] ?? 0) + done.took
    accounts = charged(accounts, [done.account], done.took)
  }
  return { got, log, idle, left }
}
const shares = (of: readonly number[]) => {
  const sum = of.reduce((total, one) => total + one, 0)
  return of.map((one) => (100 * one) / sum)
}
const farthest = (got: readonly number[], weights: readonly number[]) =>
  Math.max(...shares(got).map((share, n) => Math.abs(share - (shares(weights)[n] ?? 0))))
const day = 7 * 3600

test('twenty schools and fifty callers for a day: no share is half a point from what was agreed, whatever their calls take', () => {
  const weights = Array.from({ length: 20 }, (_, n) => 1 + (n % 7))
  const work = weights.map(() => Infinity)
  for (const seed of [1, 2, 3]) {
    const even = run({ weights, work, callers: 50, seconds: day, seed })
    expect(farthest(even.got, weights)).toBeLessThan(0.5)
    // A school whose companies talk three times as long gets no more of the time.
    const long = run({ weights, work, callers: 50, seconds: day, seed, length: (id) => (id % 5 === 0 ? 3 : 1) })
    expect(farthest(long.got, weights)).toBeLessThan(0.5)
  }
})

const arbitraryDay = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
  callers: fc.integer({ min: 1, max: 12 }),
  seed: fc.integer({ min: 1, max: 9999 }),
})

test('nobody is idle while anybody has somebody to call, and the log replayed gives the same decisions', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }), (given, work) => {
      const of = { ...given, work: given.weights.map((_, n) => work[n] ?? 0), seconds: day }
      const once = run(of)
      expect(once.idle).toBe(0)
      expect(once.left.every((count) => count === 0) || once.log.length > 0).toBe(true)
      expect(run(of).log).toEqual(once.log)
    }),
    { numRuns: 60 },
  )
})

test('a longer list gains nothing: who has enough for the day gets the same with ten times as many', () => {
  fc.assert(
    fc.property(arbitraryDay, fc.nat(7), (given, who) => {
      const enough = given.weights.map(() => 3000)
      const longer = enough.map((count, n) => (n === who ? count * 10 : count))
      const [one, other] = [enough, longer].map((work) => run({ ...given, work, seconds: day / 4 }))
      expect(other?.log).toEqual(one?.log)
    }),
    { numRuns: 40 },
  )
})

test('who was away saves nothing up: back again he gets his share from then on, no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 100_000 }), (others) => {
      let accounts: Account[] = [
        { id: 0, weight: 1, pass: 0, active: false },
        { id: 1, weight: 1, pass: others, active: true },
      ]
      let virtual = others
      const got = [0, 0]
      for (let n = 0; n < 20; n++) {
        const turn = whoseTurn(accounts, virtual, { ready: new Set([0, 1]) })
        const [first = { id: 0, at: 0 }] = turn.order
        virtual = servedAt(virtual, first)
        accounts = turn.accounts
        const next = first.id
        got[next] = (got[next] ?? 0) + 1
        accounts = charged(accounts, [next], 100)
      }
      expect(Math.abs((got[0] ?? 0) - (got[1] ?? 0))).toBeLessThanOrEqual(1)
    }),
  )
})

test('who can only be called from another list keeps what he is behind; who can be called from none begins anew', () => {
  const accounts = [0, 1].map((id) => ({ id, weight: 50, pass: id === 0 ? 0 : 100, active: true }))
  const elsewhere = whoseTurn(accounts, 90, { ready: new Set([0, 1]), here: new Set([1]) })
  expect(elsewhere.order).toEqual([{ id: 1, at: 100 }])
  const back = whoseTurn(elsewhere.accounts, 100, { ready: new Set([0, 1]) })
  expect([back.order.map(({ id }) => id), back.accounts[0]?.pass]).toEqual([[0, 1], 0])
  const away = whoseTurn(accounts, 90, { ready: new Set([1]) })
  expect(whoseTurn(away.accounts, 100, { ready: new Set([0, 1]) }).accounts[0]?.pass).toBe(100)
})

test('a company that several named is one call, its time split; nobody gains by naming what others named', () => {
  const accounts = [0, 1, 2].map((id) => ({ id, weight: 10, pass: 0, active: true }))
  expect(charged(accounts, [0, 2], 100).map(({ pass }) => pass)).toEqual([5, 0, 5])
  expect(charged(accounts, [0], 100).map(({ pass }) => pass)).toEqual([10, 0, 0])
})

test('while none of one’s companies is for those who call, the clock goes on: who joins begins where the served are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (calls, weight) => {
      // 0 is ready throughout, and nobody who asks can be handed one of its.
      let accounts = [0, 1].map((id): Account => ({ id, weight, pass: 0, active: true }))
      let virtual = 0
      for (let n = 0; n < calls; n++) {
        const turn = whoseTurn(accounts, virtual, { ready: new Set([0, 1]) })
        const served = turn.order.find(({ id }) => id === 1)
        if (!served) throw new Error('nobody stands by')
        virtual = servedAt(virtual, served)
        accounts = charged(turn.accounts, [1], 100)
      }
      expect(virtual).toBeCloseTo(((calls - 1) * 100) / weight)
      const joined = whoseTurn([...accounts, { id: 2, weight, pass: 0, active: false }], virtual, {
        ready: new Set([1, 2]),
      })
      // It is at most the call that the other just had ahead of him.
      expect((accounts[1]?.pass ?? 0) - (joined.accounts[2]?.pass ?? 0)).toBeCloseTo(100 / weight)
    }),
  )
})
