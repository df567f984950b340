import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withinSlips } from './nearly.ts'
import { idOf, noWords, slipFinder } from './known-words.ts'

const of = (letters: string, sizes: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...letters.split('')), ...sizes })

test('of whatever words the register has, those one slip away are found, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(of('abz', { minLength: 3, maxLength: 8 }), { maxLength: 120 }),
      of('abz', { minLength: 4, maxLength: 8 }),
      (known, asked) => {
        const words = noWords()
        for (const word of known) idOf(words, word)
        const near = known.filter((word) => word !== asked && withinSlips(word, asked, 1))
        const found = slipFinder(words)(asked).filter((word) => word !== asked)
        expect(new Set(found)).toEqual(new Set(asked.length < 5 ? [] : near))
      },
    ),
  )
})

test('a letter more, less, another, or two that changed places; at either end too', () => {
  const words = noWords()
  for (const word of ['toemrer', 'toemrere', 'oemrer', 'toermer', 'toemrar', 'atoemrer', 'murer']) idOf(words, word)
  expect(slipFinder(words)('toemrer').toSorted()).toEqual(
    ['toemrer', 'toemrere', 'oemrer', 'toermer', 'toemrar', 'atoemrer'].toSorted(),
  )
})
