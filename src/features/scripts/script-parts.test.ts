import fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseScript } from './default-script.ts'
import { guideFor, partsOf, type ScriptParts, textOf } from './script-parts.shared.ts'

// Pure: no database.
test('a text without marks is a script of one step, whatever stands in it', () => {
  const flat = 'Goddag, du taler med {caller}.\n\n**Har I tid?**\n- ja\n- nej'
  expect(partsOf(flat)).toEqual({
    ...{ steps: [{ name: '', says: flat, heard: [] }], questions: [], guide: [], lost: [] },
  })
  const { steps, questions } = partsOf(houseScript('visit'))
  expect(steps).toHaveLength(1)
  expect(steps[0]?.says.split('\n\n')).toHaveLength(3)
  expect(questions.map(({ question }) => question)).toEqual([
    ...['Hvad koster det?', 'Vi har ikke tid', 'Hvem er I?', 'Hvor har I mit nummer fra?'],
  ])
})

test('what the company may say leads to a sentence, to another step, or to both', () => {
  const { steps, lost } = partsOf(
    'Goddag.\n\n> Har ikke tid\nDet tager en time.\n\n> Ja\n-> Besøget\n\n# Besøget\nHvornår passer det?\n\n> Hellere i telefon\nDet går også.\n-> Afslutning\n\n# Afslutning\n\nTak.',
  )
  expect(lost).toEqual([])
  expect(steps).toEqual([
    {
      ...{ name: '', says: 'Goddag.' },
      heard: [
        { heard: 'Har ikke tid', say: 'Det tager en time.', to: null },
        { heard: 'Ja', say: '', to: 1 },
      ],
    },
    {
      ...{ name: 'Besøget', says: 'Hvornår passer det?' },
      heard: [{ heard: 'Hellere i telefon', say: 'Det går også.', to: 2 }],
    },
    { name: 'Afslutning', says: 'Tak.', heard: [] },
  ])
  expect(partsOf('> Ja\n-> Ingensteds').lost).toEqual(['Ingensteds'])
})

test('what one asks of the company’s own industry comes first, and of other industries nothing', () => {
  const { guide } = partsOf(
    '! Alle\nHvad er I gode til?\n\n! Bageri [10]\nHvem står for hygiejnen?\n\n! Metal [25]\nSvejser I?',
  )
  expect(guideFor(guide, '107120').map(({ about }) => about)).toEqual(['Bageri', 'Alle'])
  expect(guideFor(guide, null).map(({ about }) => about)).toEqual(['Alle'])
})

const word = fc.stringMatching(/^[a-zæøå#>?!\\[\]0-9-]{1,8}$/)
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const maybeLine = fc.oneof(fc.constant(''), line)
const says = fc.array(line, { maxLength: 3 }).map((blocks) => blocks.join('\n\n'))
const parts: fc.Arbitrary<ScriptParts> = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    steps: fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc.record({
          name: fc.constant(`Trin ${at + 1}`),
          says,
          heard: fc.array(
            fc.record({ heard: line, say: maybeLine, to: fc.constantFrom(null, ...Array(count).keys()) }),
            { maxLength: 3 },
          ),
        }),
      ),
    ),
    questions: fc.array(fc.record({ question: line, answer: maybeLine }), { maxLength: 2 }),
    guide: fc.array(
      fc.record({ about: line, division: fc.constantFrom(null, '10', '25'), ask: fc.array(line, { maxLength: 3 }) }),
      { maxLength: 2 },
    ),
  }),
)

test('whatever is written is read as it was meant, also words that look like marks', () => {
  fc.assert(
    fc.property(parts, (written) => {
      expect(partsOf(textOf(written))).toEqual({ ...written, lost: [] })
    }),
    { numRuns: 300 },
  )
})

test('what has no words to be found by is kept with what belongs to it; what is empty falls away', () => {
  const text = textOf({
    steps: [
      {
        name: '',
        says: 'Hej.',
        heard: [
          { heard: ' ', say: 'Det er gratis.', to: null },
          { heard: '', say: '', to: null },
        ],
      },
    ],
    questions: [
      { question: '', answer: 'Ingenting.' },
      { question: '', answer: ' ' },
    ],
    guide: [],
  })
  const read = partsOf(text)
  expect(read.steps[0]?.heard).toEqual([{ heard: '–', say: 'Det er gratis.', to: null }])
  expect(read.questions).toEqual([{ question: '–', answer: 'Ingenting.' }])
})

test('steps without a name, or with the same, are given one to lead to', () => {
  const step = { name: '', says: 'Hej.', heard: [{ heard: 'Nej', say: '', to: 1 }] }
  const again = { name: 'Igen', says: 'Hov.', heard: [{ heard: 'Ja', say: '', to: 0 }] }
  const read = partsOf(textOf({ steps: [step, again, again], questions: [], guide: [] }))
  expect(read.lost).toEqual([])
  expect(read.steps.map(({ name }) => name)).toEqual(['1', 'Igen', 'Igen (3)'])
  expect(read.steps[1]?.heard[0]?.to).toBe(0)
})
