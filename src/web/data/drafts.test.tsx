// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropDraft, dropDrafts, draftsNamed, keepDraft, leavesDrafts, outlivesPage, readDraft } from './drafts.ts'
import { closeNotice, useNotice } from './notices.ts'
import { isHere } from './session.ts'

// A page of another file may keep what was typed there after it was closed.
beforeEach(() => localStorage.clear())
const read = (key: string) => readDraft(key)?.values

test('who signs in where another was never signed out reads nothing of his; each finds his own again, and signing out leaves nothing of the own', () => {
  keepDraft('tip-3f-1', { words: 'Fra et link' })
  isHere(7)
  keepDraft('script-campaign-7-pol', { words: 'Cześć' })
  isHere(71)
  expect([read('script-campaign-7-pol'), draftsNamed('script-'), read('tip-3f-1')]).toEqual([undefined, [], undefined])
  keepDraft('script-campaign-7-pol', { words: 'Witam' })
  expect([leavesDrafts(), draftsNamed('script-')]).toEqual([true, ['script-campaign-7-pol']])
  dropDrafts()
  expect([leavesDrafts(), Object.keys(localStorage)]).toEqual([false, ['tov-draft:7:script-campaign-7-pol']])
  isHere(7)
  expect(read('script-campaign-7-pol')).toEqual({ words: 'Cześć' })
})

const said = () => renderHook(() => useNotice()).result.current?.text
afterEach(() => {
  vi.unstubAllGlobals()
  closeNotice()
})
test('a browser that is full says so once and keeps what is written in the page, under the same key, until there is room', () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { setItem, getItem: () => null, removeItem: () => undefined })
  keepDraft('visit-booking-4', { about: 'Ny linje', sending: { key: 'k1' } })
  expect([said(), outlivesPage('visit-booking-4'), draftsNamed('visit-')]).toEqual([
    ...[expect.stringMatching(/kan ikke gemmes i denne browser/), false, ['visit-booking-4']],
  ])
  closeNotice()
  keepDraft('visit-booking-4', { about: 'Ny linje til marts', sending: { key: 'k1' } })
  expect([said(), read('visit-booking-4')]).toEqual([
    undefined,
    { about: 'Ny linje til marts', sending: { key: 'k1' } },
  ])
  vi.unstubAllGlobals()
  keepDraft('visit-booking-4', { about: 'Ny linje til marts' })
  expect(outlivesPage('visit-booking-4')).toBe(true)
  dropDraft('visit-booking-4')
  expect(draftsNamed('visit-')).toEqual([])
})
