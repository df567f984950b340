// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { dropDrafts, draftsNamed, keepDraft, leavesDrafts, readDraft } from './drafts.ts'
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
