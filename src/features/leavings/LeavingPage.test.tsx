// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen, valueOf } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { listMembers, showMe } from '../members/members.schema.ts'
import type { Proposal, Thing, Whole } from './leaving-words.tsx'
import * as contract from './leavings.schema.ts'

afterEach(closeScreen)

const at = '2026-11-20T09:00:00.000Z'
const proposal = (id: number, name: string, given: Partial<Proposal> = {}): Proposal => ({
  ...{ id, name, school: 'Skive College', contact: false, visited: false, deputy: false, sameSchool: false },
  ...{ knowsTrade: false, minutes: null, companies: 3, ...given },
})
const anne = proposal(2, 'Anne Bruun', { visited: true, sameSchool: true, minutes: 20 })
const pia = proposal(3, 'Pia Toft')
const thing = (kind: Thing['kind'], group: Thing['group'], given: Partial<Thing> = {}): Thing => ({
  ...{ kind, group, sourceId: 1, company: { id: 9, name: 'Nordfjord Plast ApS', town: 'Skive' }, since: at },
  ...{ values: {}, follows: false, state: 'open', question: null, saidNo: [], proposed: [anne, pia] },
  ...{ can: { ask: true }, ...given },
})
const question = (id: number, can: { answer: boolean; withdraw: boolean }) => ({
  ...{ id, to: { id: 2, name: 'Anne Bruun', school: 'Skive College' }, askedAt: at, answeredAt: null, can },
})
const promise = { what: 'Pris på truckkursus', date: '2027-01-11' }
const things = [
  thing('regular-contact', 'contact', { saidNo: [{ name: 'Bo Dahl', why: 'Fyldt' }], state: 'anew' }),
  thing('promise', 'promise', { sourceId: 4, follows: true, values: promise }),
  thing('promise', 'promise', {
    ...{ sourceId: 5, company: { id: 8, name: 'Toft Møbler', town: null }, values: promise, state: 'asked' },
    ...{ proposed: [], can: { ask: false }, question: question(7, { answer: false, withdraw: true }) },
  }),
  thing('promise', 'promise', { sourceId: 6, values: { ...promise, what: 'Ring' }, state: 'stays' }),
]
const leaving: Whole['leaving'] = {
  ...{ id: 1, person: { id: 5, name: 'Ali Demir', school: 'VUC' }, lastDay: '2026-12-04', announcedBy: 'Birgit' },
  ...{ announcedAt: at, leftAt: null, withdrawnAt: null, can: { change: true, ask: true, see: true } },
}
const whole: Whole = { leaving, things, open: 3, settled: 1, personal: null, mails: true }
const may = ['listLeavings', 'announceLeaving', 'showLeaving', 'listMembers']
const me = (role: 'coordinator' | 'administrator') =>
  answers(showMe, {
    ...{ person: { id: 7, name: 'Birgit', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Limfjorden' } },
    ...{ role, school: null, schoolWaits: false, home: '/', demo: false, mails: true, may },
  })
const open = (address: string, given: Partial<Whole> = {}, role: 'coordinator' | 'administrator' = 'coordinator') =>
  openScreen(address, [
    me(role),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listMembers, { rows: [] }),
    answers(contract.listLeavings, { rows: [{ ...leaving, can: given.leaving?.can ?? leaving.can }] }),
    answers(contract.showLeaving, { ...whole, ...given }),
    answers(contract.askLeaving, { ...whole, ...given }),
    answers(contract.answerLeaving, { taken: 1, gone: [] }),
    answers(contract.withdrawLeavingQuestion, { ...whole, ...given }),
  ])
const press = (button: HTMLElement) => act(() => Promise.resolve(fireEvent.click(button)))

test('each thing stands in its group with how far it is and why; what is settled is folded, what follows a company goes with it', async () => {
  const screen = await open('/overlevering/1')
  const group = async (name: string) => within(await screen.findByRole('region', { name }))
  const contacts = await group('Fast kontakt')
  expect(contacts.getByRole('listitem').textContent).toMatch(
    /Nordfjord Plast ApS.*Bo Dahl sagde nej: Fyldt\. Har været på besøg, samme skole, 20 min\. kørsel, fast kontakt for 3 i dag.*nyt forslag/,
  )
  const promises = await group('Videre aftaler')
  expect(promises.getByText('1 af 3 på plads')).toBeTruthy()
  expect(promises.queryByText(/Ring, aftalt/)).toBeNull()
  // The keyboard reaches the fold, and it says whether it is open.
  const fold = promises.getByRole('button', { name: /Vis 1 mere/ })
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  fold.focus()
  expect(document.activeElement).toBe(fold)
  await press(fold)
  expect(promises.getByText(/Ring, aftalt/).closest('li')?.textContent).toMatch(/Falder, mens Ali Demir er her/)
  // Another for the company: its promise goes along.
  fireEvent.change(contacts.getByRole('combobox', { name: 'Hvem spørges om Nordfjord Plast ApS: Fast kontakt' }), {
    target: { value: '3' },
  })
  expect(valueOf(promises.getByRole('combobox', { name: /Pris på truckkursus/ }))).toBe('3')
  await press(screen.getByRole('button', { name: 'Spørg Pia Toft om det hele' }))
  expect(screen.sent.at(-1)).toMatchObject({
    name: 'askLeaving',
    body: {
      questions: [
        { kind: 'regular-contact', sourceId: 1, toId: 3 },
        { kind: 'promise', sourceId: 4, toId: 3 },
      ],
    },
  })
  // Of what was asked, one takes it back; the notes are called by what they are to who may not read them.
  await press(
    promises.getByRole('button', { name: /^Træk spørgsmålet om Toft Møbler: Pris på truckkursus.* tilbage$/ }),
  )
  expect(screen.sent.at(-1)).toMatchObject({ name: 'withdrawLeavingQuestion' })
  expect(screen.getByText('Egne noter og kladder')).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: '1 af 4 på plads' }).getAttribute('value')).toBe('1')
})

test('who is asked sees his own, ticks what he takes, and says why not to the rest', async () => {
  const asked = [4, 5].map((sourceId) =>
    thing('promise', 'promise', {
      ...{ sourceId, values: promise, state: 'asked', proposed: [], can: { ask: false } },
      question: question(sourceId + 10, { answer: true, withdraw: false }),
    }),
  )
  const can = { change: false, ask: false, see: false }
  const screen = await open('/overlevering/1', { leaving: { ...leaving, can }, things: asked })
  const [first] = await screen.findAllByRole('checkbox')
  if (first) fireEvent.click(first)
  await press(screen.getByRole('button', { name: 'Ja til 1' }))
  expect(screen.sent.at(-1)).toMatchObject({ name: 'answerLeaving', body: { yes: [15], no: [] } })
  expect(screen.queryByText('Egne noter og kladder')).toBeNull()
})

test('who may send away and sees nothing of what is left changes the day from the list', async () => {
  const can = { change: true, ask: false, see: false }
  const screen = await open('/overlevering', { leaving: { ...leaving, can } }, 'administrator')
  expect(await screen.findByRole('button', { name: 'Ret dagen' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Se' })).toBeNull()
})
