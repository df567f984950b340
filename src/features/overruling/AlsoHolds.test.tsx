// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart } from '../../testing/screen.tsx'
import { listWaits } from '../may-contact/waits.schema.ts'
import { AlsoHolds } from './AlsoHolds.tsx'
import type { Call } from './OverruleForm.tsx'

afterEach(closeScreen)

test('before an answer is overruled one reads what they said elsewhere, and nothing of what falls with the answer', async () => {
  const endedAt = '2026-11-23T08:10:00Z'
  const wait = {
    ...{ companyId: 7, reason: 'do-not-contact' as const, from: '2026-11-23', until: null, words: '', saidAt: 7 },
    ...{ whole: null, liftedAt: null, liftedBy: null, liftedWhy: null, can: { lift: true, undoLift: false } },
  }
  const call = { ...wait, id: 1, source: 'call' as const, setBy: 'Søren Dahl', setAt: endedAt }
  const link = { ...wait, id: 2, source: 'link' as const, setBy: null, setAt: '2026-11-24T19:00:00Z' }
  const lifted = { ...link, id: 3, reason: 'later' as const, liftedAt: '2026-11-25T08:00:00Z' }
  const screen = openPart(<AlsoHolds of={{ companyId: 7, endedAt } as Call} />, [
    answers(listWaits, { rows: [call, link, lifted] }),
  ])
  expect((await screen.findByRole('status')).textContent).toMatch(/24\. november.*deres eget link/)
})
