import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answers } from '../may-contact/answers.schema.ts'
import { changeTo, isShorter, leastOf, onTopOf, type Standing, tidied, wrongIn } from './choosing.shared.ts'
import { mostOwn, type WantedOwn } from './own-answers.schema.ts'

// Pure rules: no database.
const own = (more: Partial<WantedOwn>): WantedOwn => ({
  ...{ id: null, answer: 'not-interested', name: 'Har egen aftale', months: null, shorterWhy: null, reasons: [] },
  ...more,
})
const what = (...wanted: WantedOwn[]) => wrongIn(wanted).map(({ at, what: it }) => `${at} ${it}`)

test('three and six months are the least, and shorter only with the council’s reason', () => {
  expect(what(own({ months: 6 }), own({ answer: 'later', name: 'Efter høst', months: 3 }))).toEqual([])
  expect(what(own({ months: 5 }), own({ answer: 'later', name: 'Efter høst', months: 2 }))).toEqual(['0 why', '1 why'])
  expect(what(own({ months: 5, shorterWhy: 'Rådet 3. november' }))).toEqual([])
  expect(what(own({ months: 5, shorterWhy: '' }))).toEqual(['0 why'])
  // Who keeps to what is promised needs none, and none is kept.
  expect(tidied(own({ months: 12, shorterWhy: 'Rådet' })).shorterWhy).toBeNull()
  expect(tidied(own({ months: 5, shorterWhy: 'Rådet' })).shorterWhy).toBe('Rådet')
})

test('only the answers with a wait of a length have one of their own', () => {
  expect(answers.filter((answer) => leastOf(answer) !== undefined)).toEqual(['later', 'not-interested'])
  for (const answer of answers)
    expect(what(own({ answer, months: 12 }))).toEqual(leastOf(answer) === undefined ? ['0 no-wait'] : [])
})

test('one word stands once under an answer, however it is written, and an answer has as many as there are keys', () => {
  expect(what(own({}), own({ name: 'HAR EGEN AFTALE' }))).toEqual(['1 twice'])
  expect(what(own({}), own({ answer: 'closed' }))).toEqual([])
  const many = Array.from({ length: mostOwn + 1 }, (_, at) => own({ name: `Ord ${at}` }))
  expect(what(...many)).toEqual([`${mostOwn} too-many`])
})

test('kept on top of another list: who still stands is followed, else who is called the same, and nobody twice', () => {
  const theirs = [own({ id: 7 }), own({ id: 9, name: 'Kæden bestemmer' })].map((one) => ({ ...one, id: one.id ?? 0 }))
  const mine = [
    own({ id: 7, name: 'Aftale i dag' }),
    own({ id: 3, name: 'KÆDEN bestemmer' }),
    own({ id: null, name: 'Har egen aftale' }),
    own({ id: 4, answer: 'closed', name: 'Kæden bestemmer' }),
  ]
  expect(onTopOf(mine, theirs).map(({ id }) => id)).toEqual([7, 9, null, null])
})

const name = fc.constantFrom('Har egen aftale', 'Efter høst', 'Efter ferien', 'Kæden bestemmer')
const words = {
  name,
  answer: fc.constantFrom('later' as const, 'not-interested' as const, 'closed' as const),
  months: fc.constantFrom(null, 6, 12),
  shorterWhy: fc.constant(null),
  reasons: fc.constantFrom<string[]>([], ['Kæden'], ['Kæden', 'Tid']),
}
const standing: fc.Arbitrary<Standing[]> = fc
  .array(fc.record({ ...words, version: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 })
  .map((list) => list.map((one, at) => ({ ...one, id: at + 10, firstId: one.version === 1 ? null : at + 1 })))
const wantedOf = (now: Standing[]) =>
  fc.uniqueArray(fc.record({ ...words, id: fc.constantFrom(null, ...now.map(({ id }) => id)) }), {
    selector: ({ id }) => id ?? Math.random(),
    maxLength: 6,
  })

test('whatever is chosen: each line is kept or made, nothing that was said is changed, and choosing the same again changes nothing', () => {
  const lists = standing.chain((now) => fc.tuple(fc.constant(now), wantedOf(now)))
  fc.assert(
    fc.property(lists, ([now, wanted]) => {
      const { ended, kept, added } = changeTo(now, wanted)
      expect(kept.length + added.length).toBe(wanted.length)
      expect(new Set([...ended, ...kept.map(({ id }) => id)])).toEqual(new Set(now.map(({ id }) => id)))
      expect(ended.length + kept.length).toBe(now.length)
      for (const { id, position } of kept) {
        const [before, after] = [now.find((one) => one.id === id), wanted[position - 1]]
        expect([after?.name, after?.answer, after?.months]).toEqual([before?.name, before?.answer, before?.months])
      }
      // Another version follows one that ends, of the same answer, and counts on.
      for (const { firstId, version, answer } of added.filter((one) => one.firstId !== null)) {
        const before = now.find((one) => (one.firstId ?? one.id) === firstId && one.version === version - 1)
        expect(before?.answer).toBe(answer)
        expect(ended).toContain(before?.id)
      }
      expect(
        changeTo(
          now,
          now.map(({ firstId: _first, version: _version, ...one }) => one),
        ),
      ).toMatchObject({
        ended: [],
        added: [],
      })
    }),
    { numRuns: 200 },
  )
  expect(isShorter(own({ months: null }))).toBe(false)
})
