// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '#testing/until'
import { answers, closeScreen, openScreen, refuses } from '../../testing/screen.tsx'
import { showMe } from '../members/members.schema.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { findTipped, giveTip } from './giving.schema.ts'

afterEach(closeScreen)
beforeEach(() => {
  localStorage.clear()
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

let network: 'there' | 'away' | 'refuses' = 'there'
const open = async () => {
  const screen = await openScreen('/aktoer', [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Uffe Bro', email: 'u@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'partner', school: null, schoolWaits: false, home: '/aktoer', demo: false, mails: true },
      may: ['showMyPartner', 'giveTip', 'findTipped', 'askAlong'],
    }),
    answers(showMyPartner, {
      ...{ centre: 'Østkysten', partner: { name: '3F i Skive', kind: 'union', place: 'Skive' }, tips: [], older: 3 },
      ...{ presence: { days: [], told: null }, mailTo: null, mailToNewOn: null, jointVisits: [] },
    }),
    answers(findTipped, { rows: [] }),
    answers(giveTip, () => {
      if (network === 'away') refuses(503, 'busy')
      if (network === 'refuses') refuses(422, 'wrong-input')
      return {}
    }),
  ])
  // On the desktop it stands beside; in this DOM both are there.
  const form = within((await screen.findAllByRole('form', { name: 'Giv et tip' }))[0] ?? document.body)
  const write = (label: RegExp, value: string) =>
    act(() => {
      fireEvent.change(form.getByRole('textbox', { name: label }), { target: { value } })
    })
  const send = async (name: RegExp = /^Send/) => {
    await act(() => Promise.resolve(fireEvent.click(form.getByRole('button', { name }))))
  }
  const given = () => screen.sent.filter((one) => one.name === 'giveTip').map(({ body }) => body)
  return { ...screen, form, write, send, given }
}

test('what looks like a person’s name is hinted at once, and may be sent all the same; the default names nobody', async () => {
  network = 'there'
  const { form, write, send, given, findByText } = await open()
  expect(await findByText(/3 ældre er ikke vist/)).toBeTruthy()
  write(/Hvilken virksomhed/, 'Roslev Maskinsnedkeri')
  write(/Hvad har I hørt/, 'Spørg Hanne Sørensen om de nye maskiner')
  await send()
  expect((await form.findByRole('alert')).textContent).toContain('Hanne Sørensen')
  expect(given()).toEqual([])
  await send(/Send alligevel/)
  expect(given()).toMatchObject([{ company: 'Roslev Maskinsnedkeri', mayName: false, urgent: false }])
})

test('a personal number is not sent, however often one presses', async () => {
  network = 'there'
  const { write, send, given } = await open()
  write(/Hvilken virksomhed/, 'Roslev Maskinsnedkeri')
  write(/Hvad har I hørt/, 'Ring om 010190-1234')
  await send()
  await send()
  expect(given()).toEqual([])
})

test('what does not arrive is kept, said, and sent as it was when the network is there again', async () => {
  network = 'away'
  const { form, write, send, given } = await open()
  write(/Hvilken virksomhed/, 'Lund')
  write(/Hvad har I hørt/, 'De mangler folk')
  await send()
  expect((await form.findByRole('status')).textContent).toMatch(/Intet net/)
  const before = given().length
  network = 'there'
  await act(() => Promise.resolve(window.dispatchEvent(new Event('online'))))
  await until(() => given().length > before)
  await until(() => form.queryByRole('status') === null)
  expect(new Set(given().map((body) => JSON.stringify(body))).size).toBe(1)
})

test('what is refused is told at once, stays written, and is not tried again', async () => {
  network = 'refuses'
  const { form, write, send, given } = await open()
  write(/Hvilken virksomhed/, 'Lund')
  write(/Hvad har I hørt/, 'De mangler folk')
  await send()
  expect(await form.findByRole('alert')).toBeTruthy()
  expect(form.getByRole<HTMLInputElement>('textbox', { name: /Hvilken virksomhed/ }).value).toBe('Lund')
  await act(() => Promise.resolve(window.dispatchEvent(new Event('online'))))
  expect(given()).toHaveLength(1)
})
