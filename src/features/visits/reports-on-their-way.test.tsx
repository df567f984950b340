// @vitest-environment happy-dom
import { act, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { keepDraft, readDraft } from '#web/data/drafts.ts'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { blank, reportOf, ReportsOnTheirWay } from './ReportDraft.tsx'
import { reportVisit } from './visits.schema.ts'

afterEach(closeScreen)
const body = { ...blank(), about: 'De mangler FVU' }
const sendOff = () =>
  keepDraft('visit-booking-4', {
    ...body,
    sending: { key: 'k1', text: JSON.stringify(reportOf({ bookingId: 4 }, body)) },
  })
const visit = {
  ...{ id: 9, bookingId: 4, companyId: 7, cvr: '10000010', company: 'Bageri Lund', about: 'De mangler FVU' },
  ...{ visitedAt: '2026-11-23T09:00:00.000Z', reportedAt: '2026-11-23T10:00:00.000Z', version: 1, callNote: '' },
  ...{
    by: { id: 2, name: 'Anne', school: null },
    tookPart: [],
    needs: [],
    topics: [],
    restricted: [],
    asked: null,
    can: { change: true },
  },
}

test('a report that is done waits on every page, told as waiting, and is sent from there when there is network', async () => {
  let network = false
  sendOff()
  const { findByText, queryByText, sent } = openPart(<ReportsOnTheirWay path="/aftaler" />, [
    answers(reportVisit, () => (network ? visit : refuses(503, 'later'))),
  ])
  await findByText(/Rapporter, der venter på net: 1/)
  network = true
  await act(() => Promise.resolve(dispatchEvent(new Event('online'))))
  await waitFor(() => expect(readDraft('visit-booking-4')).toBeUndefined())
  await waitFor(() => expect(queryByText(/venter på net/)).toBeNull())
  for (const { name, body: said } of sent)
    expect([name, said]).toEqual(['reportVisit', expect.objectContaining({ about: body.about })])
})

test('one that is refused is a draft again, nothing of it lost; its own page sends for itself', async () => {
  sendOff()
  const { sent, rerender } = openPart(<ReportsOnTheirWay path="/besoeg/4/rapport" />, [
    answers(reportVisit, () => refuses(409, 'visit-reported')),
  ])
  await act(() => Promise.resolve(dispatchEvent(new Event('online'))))
  expect(sent).toEqual([])
  rerender(<ReportsOnTheirWay path="/" />)
  await waitFor(() =>
    expect(readDraft<typeof body & { sending?: unknown }>('visit-booking-4')?.values.sending).toBeUndefined(),
  )
  expect(readDraft<typeof body>('visit-booking-4')?.values.about).toBe('De mangler FVU')
})

test('one that was written on since it was sent off is not told as on its way, and is not sent', async () => {
  sendOff()
  keepDraft('visit-booking-4', { ...readDraft('visit-booking-4')?.values, about: 'De mangler FVU og IKV' })
  const { sent, queryByText } = openPart(<ReportsOnTheirWay path="/" />, [answers(reportVisit, visit)])
  await act(() => Promise.resolve(dispatchEvent(new Event('online'))))
  expect([sent, queryByText(/venter på net/)]).toEqual([[], null])
})
