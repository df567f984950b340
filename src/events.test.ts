import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rooms } from './app.ts'
import { wordsOf } from './features/companies/company-events.table.ts'
import { recorder } from '#platform/events'
import { eventTable } from '#platform/events.shared'

// What is recorded and what is published are one table. That no other verb is recorded is a matter of types: a room records by its table.

const published = rooms.flatMap(({ name, verbs = {} }) =>
  Object.entries(verbs).flatMap(([subject, of]) =>
    Object.entries(of).map(([verb, words]) => ({ room: name, subject, verb, words })),
  ),
)
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path}`)
  .filter((path) => path.endsWith('.ts') && !/\.(test|table|shared|schema)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('each thing that can happen is published by one room, with words in both languages', () => {
  expect(published.length).toBeGreaterThan(40)
  const names = published.map(({ subject, verb }) => `${subject} ${verb}`)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  for (const { subject, verb, words } of published) {
    const [da, en] = (['da', 'en'] as const).map((locale) => words.says({ what: '' }, { locale }))
    expect([`${subject} ${verb}`, da, en]).toEqual([
      `${subject} ${verb}`,
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
    ])
    expect(da).not.toBe(en)
  }
})

test('whoever records uses the table of its own room, and no verb stands there that nobody records', () => {
  const recording = sources.filter(
    ({ text }) => /\b(r|eachR)ecorder\(/.test(text) && !text.includes('export const recorder'),
  )
  for (const { path, text } of recording)
    expect([path, /from '\.\/([\w-]+)-events\.table\.ts'/.exec(text)?.[1]]).toEqual([path, path.split('/')[2]])
  const idle = published.filter(
    ({ room, verb }) =>
      !sources.some(({ path, text }) => path.startsWith(`src/features/${room}/`) && text.includes(`'${verb}'`)),
  )
  expect(idle.map(({ subject, verb }) => `${subject} ${verb}`)).toEqual([])
})

test('an import is recorded in the words of the room that has it done, under the names that were ever stored', () => {
  const ofImports = published.filter(({ subject }) => subject === 'import')
  expect(Object.fromEntries(ofImports.map(({ verb, room }) => [verb, room]))).toEqual({
    uploaded: 'imports',
    imported: 'imports',
    undone: 'imports',
    'import-undone': 'catalogue',
    'contacts-handed-in': 'school-contacts',
    'contacts-undone': 'school-contacts',
  })
})

test('a verb that is not in the table is a type error', () => {
  const record = recorder(eventTable({ promise: { kept: { says: () => 'Holdt' } } }))
  // @ts-expect-error -- nobody publishes it
  const wrong = () => record({} as never, { subject: 'promise', verb: 'forgotten' })
  expect(wrong).toBeTypeOf('function')
})

test('a company’s thread knows the words of each thing that is recorded about a company', () => {
  const told = published.filter(({ words }) => words.thread)
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter((one) => wordsOf(one) !== one.words)).toEqual([])
})
