// @vitest-environment happy-dom
import { createMemoryHistory, RouterContextProvider } from '@tanstack/react-router'
import { afterEach, expect, test } from 'vitest'
import { makeRouter } from '#web/frame/routes.tsx'
import { answers, closeScreen, openPart } from '../../testing/screen.tsx'
import { StillAgreed } from './StillAgreed.tsx'
import { listStillOpen } from './still-agreed.schema.ts'

afterEach(closeScreen)

test('a need leads to its report: the card shows none that no list may name, and there it is answered or closed', async () => {
  const row = { subject: 'open-need', subjectId: 12, what: null, at: null, dueOn: null, who: 'Anne Bruun' } as const
  const stop = { against: 'stop', since: '2026-11-20T09:00:00+01:00', said: null } as const
  const { findByRole } = openPart(
    <RouterContextProvider router={makeRouter(createMemoryHistory())}>
      <StillAgreed companyId={7} />
    </RouterContextProvider>,
    [answers(listStillOpen, { rows: [{ ...row, ...stop, can: { say: true, lapse: false } }] })],
  )
  const way = await findByRole('link', { name: 'Et behov fra besøget venter på svar' })
  expect(way.getAttribute('href')).toBe('/besoeg/12/rapport?for=rapport')
})
