// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { findEnquirers } from '../enquiries/enquiries.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMailbox } from '../incoming-mails/incoming-mails.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { listPartners } from '../partners/partners.schema.ts'
import type { AnswerOf } from '#platform/endpoint'
import * as contract from './mailed-tips.schema.ts'
import type { MailedTip } from './MailedTipsPage.tsx'

afterEach(closeScreen)
beforeEach(() => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

const mail: MailedTip = {
  ...{ id: 4, partner: { id: 2, name: '3F i Skive' }, fromName: 'Bjarne', fromAddress: 'bjarne@3f.example' },
  ...{ vouched: 'unsaid', subject: 'Nordfjord', cameAt: '2026-11-23T09:00:00.000Z', settledAt: null, tipId: null },
  ...{ laidAside: false, oldAddress: false },
}
const whole = {
  ...mail,
  ...{ words: 'De mangler ordrer.\n-- \nBjarne', cut: false, attachments: ['ordrer.pdf'], unread: null },
  ...{
    draft: 'De mangler ordrer.',
    draftCut: false,
    asideOn: null,
    can: { settle: true, reopen: false, unmake: false },
  },
  companies: [{ id: 9, name: 'Nordfjord Plast ApS', town: 'Skive', by: 'cvr' as const }],
}
const partner = {
  ...{ id: 2, name: '3F i Skive', place: 'Skive', contactName: '', contactPhone: '', contactEmail: '' },
  ...{ kind: 'union' as const, heldBy: null, can: { change: true } },
}
const open = async (
  address: string | null = 'veu+tips-1-abcdefghjk@oest.example',
  shown: Partial<AnswerOf<typeof contract.showMailedTip>> = {},
  more: readonly MailedTip[] = [],
) => {
  const screen = await openScreen('/tip-i-mails', [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Birgit', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
      may: [
        'listMailedTips',
        'showMailedTip',
        'makeMailedTip',
        'refuseMailedTip',
        'listPartners',
        'findEnquirers',
        'showMailbox',
      ],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(contract.listMailedTips, {
      ...{
        rows: [{ ...mail, ...shown }, ...more],
        more: false,
        dropped: 2,
        strangers: { count: 207, upTo: '2026-11-23T08:00:00Z' },
      },
      address: { receives: address !== null, address },
    }),
    answers(contract.showMailedTip, { ...whole, ...shown }),
    answers(listPartners, { rows: [partner], can: { add: true } }),
    answers(findEnquirers, { rows: [] }),
    answers(contract.makeMailedTip, { tipId: 12 }),
    answers(contract.refuseMailedTip, {}),
    answers(contract.refuseStrangers, { ids: [4, 5] }),
    answers(showMailbox, {
      ...{ address: 'veu@oest.example' },
      notices: [{ kind: 'mailbox-crowded', values: { since: '2026-11-20', mails: 3 } }],
    }),
  ])
  const form = within(await screen.findByRole('form', { name: 'Gør den til et tip' }))
  const press = (name: RegExp) => act(() => Promise.resolve(fireEvent.click(form.getByRole('button', { name }))))
  return { ...screen, form, press }
}
const given = ({ sent }: Awaited<ReturnType<typeof open>>, name: string) => sent.filter((one) => one.name === name)

test('the mail stands beside the tip it could be; what it names is offered and not chosen, and nobody may be named', async () => {
  const screen = await open()
  expect(screen.getByText(/En afsender kan være skrevet af andre/)).toBeTruthy()
  expect(screen.getByText(/Vedhæftet, men ikke gemt: ordrer.pdf/)).toBeTruthy()
  expect(screen.getByText(/2 mails er lagt væk/)).toBeTruthy()
  await screen.press(/^Nordfjord Plast ApS/)
  await screen.press(/^Gør den til et tip/)
  expect(given(screen, 'makeMailedTip')).toMatchObject([
    {
      path: '/api/mailed-tips/4/tips',
      body: { partnerId: 2, company: 'Nordfjord Plast ApS', companyId: 9, words: 'De mangler ordrer.', mayName: false },
    },
  ])
})

test('where nobody may be named, what says who told it is asked about once; a text that was cut says so', async () => {
  const screen = await open('veu+tips-1-abcdefghjk@oest.example', {
    draft: 'Bjarne siger, de mangler ordrer.',
    draftCut: true,
  })
  expect(screen.form.getByText(/Kun de første 1.000 tegn/)).toBeTruthy()
  await screen.press(/^Nordfjord Plast ApS/)
  await screen.press(/^Gør den til et tip/)
  expect(screen.form.getByRole('alert').textContent).toContain('Bjarne')
  expect(given(screen, 'makeMailedTip')).toEqual([])
  await screen.press(/^Gør den til et tip/)
  expect(given(screen, 'makeMailedTip')).toHaveLength(1)
})

test('not a tip: one press, and it can be taken back', async () => {
  const screen = await open()
  await screen.press(/^Ikke et tip/)
  expect(given(screen, 'refuseMailedTip')).toHaveLength(1)
  expect(await screen.findByText(/Mailen er lagt væk/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /Fortryd/ })).toBeTruthy()
})

test('who is unmasked goes by his address, whatever name he writes; without a mailbox it is said that no mail comes in', async () => {
  const screen = await open(null, { partner: null, vouched: 'failed', fromName: '3F i Skive' })
  const list = within(screen.getByRole('list', { name: 'Venter på at blive læst' }))
  expect(list.getByText('bjarne@3f.example')).toBeTruthy()
  expect(list.queryByText('3F i Skive')).toBeNull()
  expect(screen.getByText(/Vores mailserver siger, at mailen ikke kommer fra/)).toBeTruthy()
  expect(screen.getByText(/Der kommer ingen mails ind her/)).toBeTruthy()
})

test('what is wrong with the mailbox stands on the page as on the first one; strangers are put away together, an old address is marked', async () => {
  const stranger = { ...mail, partner: null, fromAddress: '', subject: '', oldAddress: true }
  const screen = await open(undefined, { ...stranger, asideOn: '2026-12-23' }, [{ ...stranger, id: 5 }])
  expect(screen.getByText(/Siden 20. november er 3 mails ikke kommet ind/)).toBeTruthy()
  expect(screen.getByText(/lagt væk af sig selv den 23. december/)).toBeTruthy()
  expect(screen.getByText('Postkassen er veu@oest.example.')).toBeTruthy()
  expect(screen.getAllByText('Gammel adresse')).toHaveLength(2)
  expect(screen.getAllByText('Uden afsender').length).toBeGreaterThan(2)
  await act(() =>
    Promise.resolve(fireEvent.click(screen.getByRole('button', { name: 'Læg alle 207 fra ukendte væk' }))),
  )
  expect(given(screen, 'refuseStrangers')).toMatchObject([{ body: { upTo: '2026-11-23T08:00:00Z' } }])
})
