import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolving, type ResolvedRow, type ToldContact, type ToldPlace } from './resolving.ts'

// The invariants of matching at the door that hearings use, over random registers with workplaces beside their companies, and random lists.

const numbers = [
  '10000009',
  '10000025',
  '10000033',
  '10000041',
  '10000068',
  '10000076',
  '10000084',
  '10000092',
  '10000106',
  '10000114',
]
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
const place = (seed: number, n: number): ToldPlace => ({
  ...{ id: n + 1, cvr: pick(numbers, seed), pNumber: '', apart: pick(numbers, seed) === '10000092' },
  name: `${pick(['Holm', 'Møller', 'Aagaard', 'Krogh', 'Bach'], seed % 10)} ${pick(['Murer', 'VVS', 'Tømrer'], seed >> 2)} ${pick(['ApS', 'A/S'], seed)}`,
  street: `${pick(['Havnegade', 'Søndergade', 'Ringvej'], seed >> 4)} ${1 + ((seed >> 6) % 9)}`,
  ...{ postalCode: pick(['7700', '9000'], seed >> 8), town: pick(['Thisted', 'Aalborg'], seed >> 8) },
  ...{
    phone: seed % 3 === 0 ? '' : String(20_000_000 + (seed % 30)),
    email: '',
    domain: '',
    industry: '433200',
    onList: seed % 2 === 0,
  },
})
const contact = (of: ToldPlace, seed: number, id: string): ToldContact => ({
  ...{ id, name: seed % 5 === 0 ? of.name.slice(0, -4) : of.name, cvr: seed % 4 === 0 ? of.cvr : '', pNumber: '' },
  ...{ address: seed % 3 === 0 ? '' : of.street, postalCode: of.postalCode, town: of.town },
  ...{ phone: seed % 2 === 0 ? of.phone : '', email: '', domain: '', person: '' },
})
const situation = fc
  .record({
    seeds: fc.array(fc.nat({ max: 1 << 14 }), { minLength: 3, maxLength: 30 }),
    list: fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 1000 })), { minLength: 1, maxLength: 10 }),
  })
  .map(({ seeds, list }) => {
    const places = seeds.map(place)
    return { places, contacts: list.map(([which, seed], n) => contact(pick(places, which), seed, `c${n}`)) }
  })

const resolve = (places: readonly ToldPlace[], contacts: readonly ToldContact[], portion = 7): ResolvedRow[] => {
  const hear = resolving()
  for (let from = 0; from < places.length; from += portion)
    hear({ places: JSON.stringify(places.slice(from, from + portion)) })
  hear({ sealed: true })
  for (let from = 0; from < contacts.length; from += portion)
    hear({ contacts: JSON.stringify(contacts.slice(from, from + portion)), begins: from === 0 })
  hear({ resolve: true })
  return JSON.parse(hear({ from: 0, count: 1000 }))
}
/** Without the row's own order: what each contact came out as. */
const byContact = (rows: readonly ResolvedRow[]) =>
  rows.toSorted((a, b) => a.contactId.localeCompare(b.contactId) || a.nth - b.nth)
const check = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: 60, seed: 11 })

test('order, repetition and how it is told piece by piece change nothing', () =>
  check(
    fc.property(situation, fc.integer({ min: 1, max: 9 }), ({ places, contacts }, portion) => {
      const once = byContact(resolve(places, contacts))
      expect(byContact(resolve(places, contacts.toReversed(), portion))).toEqual(once)
      const twice = resolve(places, [...contacts, ...contacts.map((one) => ({ ...one, id: `again ${one.id}` }))])
      expect(byContact(twice.filter(({ contactId }) => !contactId.startsWith('again')))).toEqual(once)
    }),
  ))

test('what was rejected is never proposed, what was confirmed is sure, and neither turns when all is learnt anew', () =>
  check(
    fc.property(situation, ({ places, contacts }) => {
      const found = resolve(places, contacts).filter(
        ({ cvr, companyId }) => cvr !== null && !places[(companyId ?? 0) - 1]?.apart,
      )
      for (const { contactId, cvr } of found.slice(0, 2)) {
        const saying = (more: Partial<ToldContact>) => (one: ToldContact) =>
          one.id === contactId ? { ...one, ...more } : one
        const no = resolve(places, contacts.map(saying({ rejected: [cvr ?? ''] })))
        expect(no.filter((row) => row.contactId === contactId).map((row) => row.cvr)).not.toContain(cvr)
        const learntAnew = [...contacts, ...contacts.slice(0, 1).map((one) => ({ ...one, id: 'new', town: 'Viborg' }))]
        const yes = resolve(places, learntAnew.map(saying({ confirmed: cvr ?? '' })))
        expect(yes.find((row) => row.contactId === contactId && row.nth === 1)).toMatchObject({ cvr, decision: 'sure' })
      }
    }),
  ))

test('sure from .97, a question has at most two companies of different numbers, and weights add up to the logarithm of the odds', () =>
  check(
    fc.property(situation, ({ places, contacts }) => {
      for (const row of resolve(places, contacts)) {
        if (row.decision === 'sure') expect(row.p).toBeGreaterThanOrEqual(0.97)
        if (row.cvr === null) expect(row).toMatchObject({ decision: 'nobody', companyId: null, nth: 1 })
        if (row.cvr === null || row.p >= 1 || row.p <= 0) continue
        const sum = row.reasons.reduce((all, [, weight]) => all + weight, 0)
        expect(Math.abs(sum - Math.log(row.p / (1 - row.p)))).toBeLessThan(0.1)
      }
    }),
  ))

test('a workplace that has what its company has does not halve the odds', () => {
  const company = place(1234, 0)
  const others = [5, 77, 901, 4001, 8002].map((seed, n) => place(seed, n + 1))
  const workplace = { ...company, id: 99, street: 'Industrivej 30', postalCode: '7400' }
  const asked = [contact(company, 2, 'c')]
  const [alone] = resolve([company, ...others], asked)
  const [both] = resolve([company, workplace, ...others], asked)
  expect(both?.cvr).toBe(alone?.cvr)
  expect(both?.p).toBeGreaterThan((alone?.p ?? 0) - 0.05)
})
