// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen, press } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { saveDraft, showReportForm } from '../visits/drafts.schema.ts'
import { listCompanyPeople } from './company-people.schema.ts'

afterEach(closeScreen)

const karen = {
  ...{ id: 3, companyId: 5, company: 'Bageri Lund', name: 'Karen Holm', title: 'mester', note: '' },
  phone: { value: null, allowed: true, source: null, on: null },
  mail: { value: null, allowed: true, source: null, on: null },
  ...{ speaksForAll: false, saidOn: '2026-11-20', toldOn: null, tellBy: '2026-12-20', leftOn: null },
  source: 'said',
  version: 1,
} as const

test('a press chooses one of them; a name that is not there is offered as a new person', async () => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
  const { findByRole, getByRole, getByLabelText, sent } = await openScreen('/besoeg/12/rapport', [
    answers(showMe, {
      ...{
        person: { id: 9, name: 'Anne Bruun', email: 'a@x.dk', language: 'da' },
        centre: { id: 1, name: 'Østkysten' },
      },
      ...{
        role: 'consultant',
        school: null,
        schoolWaits: false,
        home: '/',
        may: ['reportVisit', 'showReportForm'],
        demo: false,
        mails: true,
      },
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listCompanyPeople, { rows: [karen], apart: null, centre: 'Østkysten' }),
    answers(showReportForm, {
      ...{
        companyId: 5,
        company: 'Bageri Lund',
        town: 'Randers',
        bookingId: 12,
        startsAt: '2026-11-23T08:00:00+01:00',
      },
      ...{
        contactName: 'Karen Holm',
        met: [],
        callNote: '',
        visitId: null,
        draft: null,
        mailed: [],
        mailTo: null,
        regularContact: null,
      },
      people: [{ id: 9, name: 'Anne Bruun', school: null }],
      can: { report: true },
    }),
    answers(saveDraft, { savedAt: '2026-11-23T10:00:00+01:00' }),
    answers(reportVisit, {
      ...{
        id: 1,
        bookingId: 12,
        companyId: 5,
        cvr: '12345674',
        company: 'Bageri Lund',
        about: 'Ny linje',
        callNote: '',
      },
      ...{ visitedAt: '2026-11-23T08:00:00+01:00', reportedAt: '2026-11-23T10:00:00+01:00', version: 1 },
      by: { id: 9, name: 'Anne Bruun', school: null },
      ...{ tookPart: [], needs: [], topics: [], restricted: [], asked: null, can: { change: true } },
    }),
  ])
  const known = within(await findByRole('group', { name: 'Mennesker' }))
  fireEvent.click(known.getByRole('button', { name: 'Karen Holm, mester' }))
  const other = getByLabelText('En anden, ved navn')
  const type = (value: string) => act(() => fireEvent.change(other, { target: { value } }))
  await type('Lis Lund')
  fireEvent.keyDown(other, { key: 'Enter' })
  fireEvent.click(await findByRole('checkbox', { name: 'Skriv også ind under Mennesker' }))
  // Who is known is chosen by his name too, and no second time.
  await type('karen holm')
  fireEvent.keyDown(other, { key: 'Enter' })
  await act(() =>
    fireEvent.change(getByRole('textbox', { name: 'Hvad handlede det om?' }), { target: { value: 'Ny linje' } }),
  )
  await press('ctrl+Enter')
  await expect
    .poll(() => sent.find(({ name }) => name === 'reportVisit')?.body)
    .toMatchObject({
      tookPart: [
        { personId: 3, name: '', add: false },
        { personId: null, name: 'Lis Lund', add: true },
      ],
    })
})
