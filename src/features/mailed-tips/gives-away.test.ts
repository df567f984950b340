import { expect, test } from 'vitest'
import { givesAway } from './gives-away.shared.ts'

const bjarne = { fromName: 'Bjarne Odgaard', fromAddress: 'bo@3f-skive.example', partner: { name: '3F i Skive' } }
const kind = (words: string, mayName = false) =>
  givesAway({ words, company: 'Nordfjord Plast', mayName }, bjarne)?.kind ?? null

test.each([
  ['his name', 'De mangler ordrer, siger Bjarne.', 'giver'],
  ['his address', 'Skriv til bo@3f-skive.example', 'giver'],
  ['where he works', 'Vi på 3f-skive.example har hørt det', 'giver'],
  ['whom he writes for', 'Vi i 3f i skive har hørt det', 'giver'],
  ['a phone', 'Ring på 97 52 12 34', 'phone'],
  ['another person', 'Spørg Hanne Sørensen om maskinerne', 'name'],
  ['a personal number', 'Spørg 311299-1234', 'number'],
])('words that say whom a tip comes from are found: %s', (_, words, found) => {
  expect(kind(words)).toBe(found)
})

test('what says nothing of him is left in peace; nor is he, where he may be named', () => {
  expect(kind('Produktionen hos Nordfjord Plast går ned, CVR-nummer 10 00 00 09')).toBeNull()
  expect(kind('Bjarnesen er et andet firma')).toBeNull()
  expect(kind('Ring til Bjarne på 97521234', true)).toBeNull()
})
