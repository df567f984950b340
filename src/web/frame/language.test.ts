// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { extractLocaleFromCookie, getLocale, setLocale } from '#texts/runtime'
// As on every page: what it speaks stands until it is loaded anew.
import './page-language.ts'
import { followLanguage } from './language.ts'

afterEach(() => {
  vi.restoreAllMocks()
  void setLocale('da', { reload: false })
})
const reads = (language: 'da' | 'en') => ({ person: { id: 1, name: 'Anne', email: 'anne@skole.example', language } })

test('who chose a language elsewhere reads it here after one load, and whoever reads it already none', () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  followLanguage(reads('da'))
  expect([getLocale(), reload.mock.calls.length]).toEqual(['da', 0])
  followLanguage(reads('en'))
  expect([getLocale(), extractLocaleFromCookie(), reload.mock.calls.length]).toEqual(['da', 'en', 1])
})

test('a browser that keeps nothing is not loaded for ever', () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  vi.spyOn(document, 'cookie', 'set').mockImplementation(() => undefined)
  followLanguage(reads('en'))
  expect([getLocale(), reload.mock.calls.length]).toEqual(['da', 0])
})
