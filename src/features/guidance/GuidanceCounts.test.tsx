// @vitest-environment happy-dom
import { within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { listEnquiries, listSchoolReach } from '../enquiries/enquiries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { listGuidance } from './guidance.schema.ts'

afterEach(closeScreen)

const open = (may: string[]) =>
  openScreen('/henvendelser', [
    answers(showMe, {
      ...{
        person: { id: 9, name: 'Birgit Dam', email: 'b@x.dk', language: 'da' },
        centre: { id: 1, name: 'Østkysten' },
      },
      ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', may, demo: false, mails: true },
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: true } }),
    answers(listEnquiries, { rows: [], next: null }),
    answers(listSchoolReach, { rows: [] }),
    answers(listGuidance, {
      rows: [
        { month: '2026-11-01', who: 'citizen', shown: 12 },
        { month: '2026-11-01', who: 'worker', shown: null },
        { month: '2026-10-01', who: 'citizen', shown: 7 },
      ],
    }),
  ])

test('who runs the centre reads a month a line, and never fewer than five', async () => {
  const { findByRole } = await open(['listEnquiries', 'listGuidance'])
  const table = within(await findByRole('table', { name: 'Henvist til vejledning' }))
  const lines = await Promise.all(['november 2026', 'oktober 2026'].map((month) => table.findByText(month)))
  expect(lines.map((line) => line.closest('[role=row]')?.textContent)).toEqual([
    expect.stringContaining('november 202612færre end 5'),
    expect.stringContaining('oktober 202670'),
  ])
})

test('nobody else asks for it', async () => {
  const { findByRole, queryByRole } = await open(['listEnquiries'])
  await findByRole('heading', { name: 'Henvendelser' })
  expect(queryByRole('table', { name: 'Henvist til vejledning' })).toBeNull()
})
