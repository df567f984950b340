import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, proposeMix } from './propose.ts'
import { type Mix, sharedOut, sumOf, models } from './models.shared.ts'

const nobodyAsked: Facts = {
  fits: 412,
  reachable: 231,
  out: { protected: 47, numberless: 22 },
  small: 200,
  visited: 10,
  talks: { talked: 0, yes: 0, no: 0 },
  wanted: null,
  atEase: null,
  networks: 0,
}
const percentOf = (facts: Partial<Facts>, target: 'companies' | 'employees' = 'companies') =>
  Object.fromEntries(
    (proposeMix({ ...nobodyAsked, ...facts }, target) ?? []).map(({ model, percent }) => [model, percent]),
  )
const because = (facts: Partial<Facts>, of: string) =>
  (proposeMix({ ...nobodyAsked, ...facts }, 'companies') ?? [])
    .find(({ model }) => model === of)
    ?.because.map(({ reason }) => reason)

describe('a proposal of contact models', () => {
  test('many small companies that nobody knows: mostly by phone', () => {
    const mix = percentOf({})
    expect(mix['call-centre']).toBeGreaterThan(mix['own-consultants'] ?? 0)
    expect(because({}, 'call-centre')).toContain('many-small')
  })
  test('61 of 80 said no on the phone: through those who know them, and through partners (scene 2)', () => {
    const said = { talks: { talked: 80, yes: 9, no: 61 }, visited: 29 }
    const mix = percentOf(said)
    expect(mix['own-consultants']).toBeGreaterThan(mix['call-centre'] ?? 100)
    expect(mix['partners']).toBeGreaterThan(percentOf({})['partners'] ?? 100)
    expect(because(said, 'own-consultants')).toEqual(['refused', 'known'])
    expect(because(said, 'call-centre')).toContain('refused')
  })
  test('three of four on the phone are too few to say anything', () => {
    expect(percentOf({ talks: { talked: 4, yes: 1, no: 3 } })).toEqual(percentOf({}))
  })
  test('knowledge of the trade wanted draws to consultants, a broad overview to the call centre', () => {
    const trade = percentOf({ wanted: 'trade' })
    const overview = percentOf({ wanted: 'overview' })
    expect(trade['own-consultants']).toBeGreaterThan(overview['own-consultants'] ?? 100)
    expect(overview['call-centre']).toBeGreaterThan(trade['call-centre'] ?? 100)
  })
  test('employees are reached through those who stand by them', () => {
    expect(percentOf({}, 'employees')['partners']).toBeGreaterThan(percentOf({})['partners'] ?? 100)
  })
  test('nobody to reach: nothing is proposed', () => {
    expect(proposeMix({ ...nobodyAsked, reachable: 0 }, 'companies')).toBeNull()
  })
  test('nobody knows of a network: none is proposed, and that is said', () => {
    expect(percentOf({})['networks']).toBe(0)
    expect(because({}, 'networks')).toEqual(['none-known'])
    // Whom those that are written down reach nobody knows: they draw nobody to them.
    expect(because({ networks: 3 }, 'networks')).toEqual(['networks-known'])
    expect(percentOf({ networks: 3 })).toEqual(percentOf({}))
  })

  const count = fc.integer({ min: 0, max: 5000 })
  const anyFacts = fc
    .record({
      reachable: fc.integer({ min: 1, max: 5000 }),
      small: count,
      visited: count,
      no: count,
      yes: count,
      protected: count,
      numberless: count,
    })
    .map(
      (given): Facts => ({
        ...nobodyAsked,
        reachable: given.reachable,
        small: Math.min(given.small, given.reachable),
        visited: Math.min(given.visited, given.reachable),
        out: { protected: given.protected, numberless: given.numberless },
        fits: given.reachable + given.protected + given.numberless,
        talks: { talked: given.no + given.yes, yes: given.yes, no: given.no },
      }),
    )
  test('is all of it in steps of five, the same for the same facts, and has a reason for each model', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('companies' as const, 'employees' as const), (facts, target) => {
        const proposed = proposeMix(facts, target) ?? []
        expect(proposed.map(({ model }) => model)).toEqual([...models])
        expect(proposed.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
        for (const { percent, because: told } of proposed) {
          expect(percent % 5).toBe(0)
          expect(told.length).toBeGreaterThan(0)
        }
        expect(proposeMix(facts, target)).toEqual(proposed)
      }),
    )
  })
  test('more who said no never draws to the call centre, more who are known never away from consultants', () => {
    const part = (facts: Facts, of: string) =>
      proposeMix(facts, 'companies')?.find(({ model }) => model === of)?.percent ?? 0
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 500 }), (facts, more) => {
        const noes = {
          ...facts,
          talks: { ...facts.talks, talked: facts.talks.talked + more, no: facts.talks.no + more },
        }
        if (facts.talks.talked >= 10) expect(part(noes, 'call-centre')).toBeLessThanOrEqual(part(facts, 'call-centre'))
        const known = { ...facts, visited: Math.min(facts.reachable, facts.visited + more) }
        expect(part(known, 'own-consultants')).toBeGreaterThanOrEqual(part(facts, 'own-consultants'))
      }),
    )
  })
})

describe('companies shared out', () => {
  test('add up to all of them, and no model is more than one off its share', () => {
    const mixes = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((cuts): Mix => {
      const [a = 0, b = 0, c = 0] = cuts.toSorted((x, y) => x - y)
      return { 'own-consultants': a, partners: b - a, 'call-centre': c - b, networks: 100 - c }
    })
    fc.assert(
      fc.property(fc.nat(100_000), mixes, (companies, mix) => {
        const shared = sharedOut(companies, mix)
        expect(sumOf(shared)).toBe(companies)
        for (const model of models) expect(Math.abs(shared[model] - (companies * mix[model]) / 100)).toBeLessThan(1)
      }),
    )
  })
})
