// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { RowOf } from '#web/data/answers.ts'
import { listSchools } from '../centre/schools.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { agreeToMember, listInvitations, listMembers, sendInvitationAgain, showMe } from '../members/members.schema.ts'
import { answers, closeScreen, openScreen, refuses } from '../../testing/screen.tsx'
import { proveAgain } from './my-access.schema.ts'

const school = { id: 1, name: 'Teknisk' }
const member = (id: number, name: string, waits: boolean): RowOf<typeof listMembers> => ({
  id,
  personId: id,
  name,
  email: `${id}@teknisk.example`,
  phone: null,
  title: null,
  role: 'consultant',
  school,
  leftAt: null,
  schoolWaits: waits,
  can: { leave: true, change: false, agree: waits },
})
const invitation = {
  id: 7,
  name: 'Nete Travl',
  email: 'nete@teknisk.example',
  role: 'consultant' as const,
  school: school.name,
  copiedAt: null,
  openedAt: null,
  expiresAt: '2026-12-12T09:00:00+01:00',
}
const server = () => [
  answers(showMe, {
    person: { id: 9, name: 'Torben Friis', email: 't@teknisk.example', language: 'da' },
    centre: { id: 1, name: 'Østkysten' },
    role: 'leader',
    school,
    schoolWaits: false,
    home: '/',
    may: ['listMembers', 'invite'],
    demo: false,
    mails: true,
  }),
  answers(listWaiting, { rows: [], done: [], can: { others: false } }),
  answers(listSchools, { rows: [] }),
  answers(listMembers, { rows: [member(1, 'Anne Bruun', false), member(2, 'Ida Ny', true)] }),
  answers(listInvitations, { rows: [invitation] }),
  answers(agreeToMember, {}),
]
afterEach(closeScreen)

test('an act that wants the password again asks for it in place and goes on; a wrong one is said at its field', async () => {
  let proved = false
  const shown = await openScreen('/medlemmer', [
    ...server(),
    answers(sendInvitationAgain, () => (proved ? { ...invitation, url: null } : refuses(403, 'prove-again'))),
    answers(proveAgain, ({ body }) => {
      proved = (body as { password: string }).password === 'fire helt rigtige ord'
      const errors = [{ pointer: '/body/password', code: 'wrong', detail: 'Det er ikke din adgangskode.' }]
      return proved ? {} : refuses(401, 'wrong-password', { errors })
    }),
  ])
  const again = await shown.findByRole('button', { name: 'Send igen til Nete Travl' })
  again.focus()
  fireEvent.click(again)
  const field = await shown.findByLabelText('Adgangskode')
  expect(document.activeElement).toBe(field)
  const enter = (password: string) => {
    fireEvent.change(field, { target: { value: password } })
    fireEvent.submit(shown.getByRole('form', { name: 'Er det stadig dig?' }))
  }
  enter('gættet')
  await shown.findByText('Det er ikke din adgangskode.')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  enter('fire helt rigtige ord')
  await shown.findByText('Invitationen til Nete Travl bliver sendt igen. Det gamle link virker ikke mere.')
  expect(shown.queryByLabelText('Adgangskode')).toBeNull()
  expect(shown.sent.map(({ name }) => name)).toEqual([
    'sendInvitationAgain',
    'proveAgain',
    'proveAgain',
    'sendInvitationAgain',
  ])
})

test('who waits for the school’s yes stands first, and is named when it is given', async () => {
  const shown = await openScreen('/medlemmer', server())
  const yes = await shown.findByRole('button', { name: 'Sig ja til Ida Ny' })
  const text = document.body.textContent
  expect(text.indexOf('Ida Ny')).toBeLessThan(text.indexOf('Anne Bruun'))
  fireEvent.click(yes)
  await shown.findByText('Ida Ny ser nu det, skolen holder for sig selv.')
})
