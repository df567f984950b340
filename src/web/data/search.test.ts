import { expect, test } from 'vitest'
import { addressOf, exportsOf } from './address.ts'
import { parseSearch, stringifySearch } from './search.ts'
import { safeBack } from './session.ts'
import { endpoint, z } from '#platform/endpoint'

test('filters survive the way into the address and back', () => {
  const filters = { q: 'Ågård & Søn', industry: ['25', '41'], sort: '-name' }
  expect(parseSearch(stringifySearch(filters))).toEqual(filters)
  expect(stringifySearch({ q: '', industry: [], sort: undefined })).toBe('')
})

test('after sign-in only pages of our own are gone back to', () => {
  expect(safeBack('/virksomheder?q=bager')).toBe('/virksomheder?q=bager')
  for (const bad of [undefined, '', '//ond.dk', '/\\ond.dk', 'https://ond.dk', 'javascript:alert(1)'])
    expect(safeBack(bad)).toBe('/')
})

const listBooks = endpoint({
  name: 'listBooks',
  method: 'GET',
  path: '/api/books',
  summary: 'Books',
  can: 'anyone',
  query: z.object({ cursor: z.optional(z.string()) }),
  answer: z.object({}),
})
const showCover = endpoint({
  name: 'showCover',
  method: 'GET',
  path: '/api/books/{id}/cover',
  summary: 'A cover',
  can: 'anyone',
  params: z.object({ id: z.int() }),
  answer: z.object({}),
})

test('addresses carry their parameters, and a list its files', () => {
  expect(addressOf(showCover, { params: { id: 7 } })).toBe('/api/books/7/cover')
  expect(exportsOf(listBooks, { query: { cursor: 'a b' } })).toEqual({
    csv: '/api/books.csv?cursor=a+b',
    xlsx: '/api/books.xlsx?cursor=a+b',
  })
})
