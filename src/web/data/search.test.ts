import { expect, test } from 'vitest'
import { addressOf, exportsOf } from './address.ts'
import { parseSearch, stringifySearch } from './search.ts'
import { safeBack } from './session.ts'
import { listMails, showMailAttachment } from '../../features/mails/mails.schema.ts'

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

test('addresses carry their parameters, and a list its files', () => {
  expect(addressOf(showMailAttachment, { params: { id: 7 } })).toBe('/api/mails/7/attachment')
  expect(exportsOf(listMails, { query: { cursor: 'a b' } })).toEqual({
    csv: '/api/mails.csv?cursor=a+b',
    xlsx: '/api/mails.xlsx?cursor=a+b',
  })
})
