// @vitest-environment happy-dom
import { act, fireEvent, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen, press } from '../../testing/screen.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { showToGuidance } from '../guidance/guidance.schema.ts'
import { findEnquirers, registerEnquiry } from './enquiries.schema.ts'

const server = (may: string[]) => [
  answers(showMe, {
    ...{ person: { id: 9, name: 'Birgit Dam', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
    ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', may, demo: false, mails: true },
  }),
  answers(listWaiting, { rows: [], done: [], can: { others: true } }),
  answers(listSchools, { rows: [] }),
  answers(findEnquirers, { rows: [{ id: 7, name: 'Bageri Lund', town: 'Randers', cvr: '72863658' }] }),
  answers(registerEnquiry, {
    ...{ id: 3, to: { kind: 'person', name: 'Anne Bruun' }, dueOn: '2026-11-24', confirmed: true },
  }),
  answers(showToGuidance, { who: 'citizen' }),
]
afterEach(closeScreen)

const open = async (may = ['listWaiting', 'registerEnquiry', 'findEnquirers']) => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  const silent = () => undefined
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: silent, removeEventListener: silent },
  })
  const screen = await openScreen('/', server(may))
  await screen.findByRole('heading', { name: 'Hvad venter' })
  await press('e')
  return screen
}
const type = (field: HTMLElement, value: string) => act(() => fireEvent.change(field, { target: { value } }))

test('one press from any page: who, about what, and the answer says who has it', async () => {
  const { findByRole, sent, findByText, queryByRole } = await open()
  const dialog = within(await findByRole('dialog', { name: 'Virksomheden har selv henvendt sig' }))
  await type(dialog.getByRole('textbox', { name: 'Virksomhed' }), 'Bager')
  fireEvent.click(await dialog.findByRole('button', { name: /Bageri Lund/ }))
  await type(dialog.getByLabelText('Hvem taler vi med?'), 'Karen Holm')
  await type(dialog.getByLabelText('Hvad drejer det sig om?'), 'Hygiejnekursus')
  fireEvent.click(dialog.getByRole('button', { name: 'Giv henvendelsen videre' }))
  await findByText(/Anne Bruun får henvendelsen og svarer senest 24. november/)
  await waitFor(() => expect(queryByRole('dialog')).toBeNull())
  expect(sent).toMatchObject([
    {
      name: 'registerEnquiry',
      body: { way: 'phone', companyId: 7, company: 'Bageri Lund', name: 'Karen Holm', matter: 'Hygiejnekursus' },
    },
  ])
})

test('who knows no companies is shown none; a citizen is counted without a field to write in', async () => {
  const { findByRole, sent } = await open(['listWaiting', 'registerEnquiry'])
  const dialog = within(await findByRole('dialog'))
  await type(dialog.getByRole('textbox', { name: 'Virksomhed' }), 'Bager')
  expect(dialog.queryByRole('button', { name: /Bageri Lund/ })).toBeNull()
  fireEvent.click(dialog.getByRole('radio', { name: 'Borger' }))
  expect(dialog.queryAllByRole('textbox')).toEqual([])
  fireEvent.click(dialog.getByRole('button', { name: 'Henvist til vejledningen' }))
  await waitFor(() => expect(sent).toMatchObject([{ name: 'showToGuidance', body: { who: 'citizen', way: 'phone' } }]))
})

test('who may not register has no such press', async () => {
  const { queryByRole } = await open(['listWaiting'])
  expect(queryByRole('dialog')).toBeNull()
  expect(queryByRole('button', { name: /Egen henvendelse/ })).toBeNull()
})
