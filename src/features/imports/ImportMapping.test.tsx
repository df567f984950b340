// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { answers, closeScreen, openScreen, refuses } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { readImportAgain, showImport } from '../register/company-imports.schema.ts'

afterEach(closeScreen)

const waiting: AnswerOf<typeof showImport> = {
  ...{ id: 5, fileName: 'liste.xlsx', format: 'list', state: 'uploaded', who: 'Birgit Holm' },
  ...{ uploadedAt: '2026-11-20T09:00:00+01:00', finishedAt: null, undoneAt: null, undoneBy: null },
  ...{ rowsTotal: 2, rowsDone: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, failure: null },
  can: { run: true, undo: false, readAgain: true },
  reading: {
    heading: 1,
    top: [
      { line: 1, text: 'CVR · Navn' },
      { line: 4, text: 'Nr. · CVR-nr. · Firma' },
    ],
    ...{ sheets: ['Aktive', 'Tidligere'], read: ['Aktive'], encoding: null, byHand: {} },
  },
  ...{ header: ['CVR', 'Navn'], sample: [['99950102', 'A ApS']], mapping: { cvr: 0, name: 1 }, fileNotes: [] },
  ...{ hidden: null, fields: [], warnings: [], stayed: 0, notes: 0 },
}
const read = waiting.reading

const open = async (answer: (byHand: unknown) => AnswerOf<typeof readImportAgain>) => {
  let shown = waiting
  return openScreen('/import?nr=5', [
    answers(showMe, {
      ...{ person: { id: 9, name: 'Birgit Holm', email: 'b@x.dk', language: 'da' } },
      ...{ centre: { id: 1, name: 'Østkysten' }, role: 'coordinator', school: null, schoolWaits: false, home: '/' },
      ...{ may: ['uploadCompanies', 'showImport'], demo: false, mails: true },
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(showImport, () => shown),
    answers(readImportAgain, ({ body }) => (shown = answer(body))),
  ])
}

test('what was guessed is told; another line is chosen, and the columns are those of the file as it is read now', async () => {
  const { findByText, findByLabelText, findByRole, getByRole, sent } = await open(() => ({
    ...waiting,
    ...{ header: ['Nr.', 'CVR-nr.', 'Firma'], sample: [['1', '99950218', 'B ApS']], mapping: { cvr: 1, name: 2 } },
    reading: read && { ...read, heading: 4, byHand: { heading: 4 } },
  }))
  const summary = await findByText(/overskrifter i linje 1 · fane Aktive/)
  fireEvent.click(summary)
  fireEvent.change(await findByLabelText('Overskrifterne står i'), { target: { value: '4' } })
  fireEvent.click(getByRole('button', { name: 'Læs igen' }))
  await findByText(/overskrifter i linje 4/)
  expect(sent.map(({ name, body }) => [name, body])).toEqual([['readImportAgain', { heading: 4 }]])
  const holds = await findByRole('combobox', { name: /kolonnen Firma/ })
  expect(holds).toHaveProperty('value', 'name')
})

test('a line farther down is written; a choice that does not fit is told there, and all stays', async () => {
  const { findByText, findByLabelText, getByRole, findByRole, sent } = await open(() => refuses(422, 'file-refused'))
  fireEvent.click(await findByText(/linje 1 · fane Aktive/))
  fireEvent.change(await findByLabelText('Overskrifterne står i'), { target: { value: 'farther' } })
  fireEvent.change(await findByLabelText('Linjens nummer'), { target: { value: '9999' } })
  fireEvent.click(getByRole('button', { name: 'Læs igen' }))
  await waitFor(() => expect(sent).toMatchObject([{ body: { heading: 9999 } }]))
  expect((await findByRole('alert')).textContent).toBe('file-refused')
  await findByText(/overskrifter i linje 1 · fane Aktive/)
})

test('another sheet leaves the line of the headings to be found again', async () => {
  const { findByText, findByLabelText, getByRole, sent } = await open(() => waiting)
  fireEvent.click(await findByText(/linje 1 · fane Aktive/))
  fireEvent.change(await findByLabelText('Fane'), { target: { value: '1' } })
  fireEvent.click(getByRole('button', { name: 'Læs igen' }))
  await waitFor(() => expect(sent).toMatchObject([{ name: 'readImportAgain', body: { sheet: 'Tidligere' } }]))
})
