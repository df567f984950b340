// @vitest-environment happy-dom
import { act, fireEvent, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { answers, closeScreen, openScreen, refuses } from '../../testing/screen.tsx'
import { listSchools } from '../centre/schools.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import * as contract from './members.schema.ts'

type Member = AnswerOf<typeof contract.listMembers>['rows'][number]
const technical = { id: 1, name: 'Teknisk Skole' }
const anne: Member = {
  id: 4,
  personId: 40,
  name: 'Anne Brun',
  email: 'anne@x.dk',
  phone: null,
  title: null,
  role: 'consultant',
  school: technical,
  leftAt: null,
  schoolWaits: false,
  can: { leave: true, change: true, agree: false },
}
const bo: Member = {
  ...anne,
  id: 5,
  personId: 50,
  name: 'Bo',
  role: 'leader',
  can: { leave: false, change: false, agree: false },
}
const school = (id: number, name: string) => ({
  id,
  name,
  kind: 'technical' as const,
  institution: null,
  municipality: null,
  address: null,
  mailDomain: null,
  host: false,
  can: { change: false },
})
const server = () => [
  answers(contract.showMe, {
    person: { id: 9, name: 'Birgit Dam', email: 'b@x.dk', language: 'da' },
    centre: { id: 1, name: 'Østkysten' },
    role: 'coordinator',
    school: null,
    schoolWaits: false,
    home: '/',
    may: ['listMembers', 'changeMember', 'invite'],
    demo: false,
    mails: true,
  }),
  answers(listWaiting, { rows: [], done: [], can: { others: true } }),
  answers(contract.listMembers, { rows: [anne, bo] }),
  answers(contract.listInvitations, { rows: [] }),
  answers(listSchools, { rows: [school(1, 'Teknisk Skole'), school(2, 'VUC')] } as never),
  answers(contract.showMemberChange, ({ query }) =>
    query.get('role') === 'caller'
      ? { rows: [], said: ['2 aftaler'], waits: false, signsOut: true }
      : { rows: [], said: [], waits: true, signsOut: true },
  ),
  answers(contract.changeMember, {}),
]
afterEach(closeScreen)

const open = async (more: ReturnType<typeof server> = []) => {
  const screen = await openScreen('/medlemmer', [...server(), ...more])
  fireEvent.click(await screen.findByRole('button', { name: 'Ret rolle for Anne Brun' }))
  const dialog = within(await screen.findByRole('dialog'))
  const choose = (label: string, value: string) =>
    act(() => fireEvent.change(dialog.getByLabelText(label), { target: { value } }))
  return { ...screen, dialog, choose }
}

test('what becomes of another role is told before it is pressed; the school goes with a role that has one', async () => {
  const { dialog, choose, sent, queryByRole } = await open()
  expect(dialog.queryByText(/logget ud/)).toBeNull()
  await choose('Skole', '2')
  await dialog.findByText(/Lederen af den nye skole skal sige ja/)
  await choose('Rolle', 'caller')
  await dialog.findByText(/2 aftaler/)
  expect(dialog.queryByLabelText('Skole')).toBeNull()
  fireEvent.click(dialog.getByRole('button', { name: 'Ret' }))
  await waitFor(() => expect(queryByRole('dialog')).toBeNull())
  expect(sent).toMatchObject([
    {
      name: 'changeMember',
      path: '/api/members/4/changes',
      body: {
        name: 'Anne Brun',
        role: 'caller',
        schoolId: null,
        seen: { name: 'Anne Brun', role: 'consultant', schoolId: 1 },
      },
    },
  ])
})

test('a role that one cannot give is no choice, and whom one cannot change has no button', async () => {
  const { dialog, queryByRole } = await open()
  const choices = [...dialog.getByLabelText('Rolle').querySelectorAll('option')].map(({ value }) => value)
  expect(choices).toEqual(['consultant', 'caller', 'leader', 'council', 'partner'])
  expect(queryByRole('button', { name: 'Ret rolle for Bo' })).toBeNull()
})

test('a refusal stands in the dialog, and what was chosen stays', async () => {
  const { dialog, choose } = await open([
    answers(contract.changeMember, () => refuses(403, 'first-leader-only', { title: 'Skolen har en leder.' })),
  ])
  await choose('Rolle', 'leader')
  fireEvent.click(dialog.getByRole('button', { name: 'Ret' }))
  await dialog.findByRole('alert')
  expect(dialog.getByLabelText<HTMLSelectElement>('Rolle').value).toBe('leader')
})
