import { expect, test } from 'vitest'
import { looksLikeAPerson } from './looks-like-a-person.shared.ts'

test('a name or a personal number gets a hint; the company’s own name and plain words do not', () => {
  const kind = (words: string, company = 'Nordfjord Plast') => looksLikeAPerson(words, company)?.kind ?? null
  expect(kind('Spørg Karen Holm, hun er tillidsmand')).toBe('name')
  expect(kind('Anne-Marie Ø. ved det')).toBe('name')
  expect(kind('311299-1234 skal på kursus')).toBe('number')
  expect(kind('Produktionen går ned efter nytår. De vil hellere sende folk på kursus.')).toBeNull()
  expect(kind('Nordfjord Plast mangler ordrer. Hos Nordfjord er de 40.')).toBeNull()
  expect(kind('')).toBeNull()
})
