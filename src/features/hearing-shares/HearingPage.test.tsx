// @vitest-environment happy-dom
import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { listContactUploads } from '../school-contacts/school-contacts.schema.ts'
import { answers, closeScreen, openScreen, press, refuses } from '../../testing/screen.tsx'
import { listHearingShares, shareCompanies } from './hearing-shares.schema.ts'
import {
  answerHearing,
  listHeardCompanies,
  listOpenHearings,
  reopenAnswer,
  showHearing,
} from '../hearings/hearings.schema.ts'
import { listContactLists } from '../lists/lists.schema.ts'
import {
  countLapsedStrikes,
  keepCompanies,
  strikeCertain,
  strikeCompanies,
  undoKeeps,
  undoStrikes,
} from '../hearings/strikes.schema.ts'

type Heard = AnswerOf<typeof listHeardCompanies>['rows'][number]
const heard = (companyId: number, name: string, more: Partial<Heard> = {}): Heard => ({
  companyId,
  name,
  cvr: `1000000${companyId}`,
  pNumber: null,
  kind: 'company',
  street: null,
  postalCode: null,
  town: 'Randers',
  employees: 8,
  industryText: 'Bagerier',
  phone: '12345678',
  email: null,
  protected: false,
  reasons: [{ by: 'phone', value: '12345678' }],
  certain: false,
  likely: null,
  weights: [],
  contact: null,
  moreContacts: 0,
  decision: null,
  decidedBy: null,
  decidedAt: null,
  untilOn: null,
  ...more,
})
const rows = [heard(1, 'Bageri Lund'), heard(2, 'Smedjen'), heard(3, 'Tømrer Bo')]
const hearing: AnswerOf<typeof showHearing> = {
  id: 4,
  list: { id: 3, name: 'Uge 48', goal: '' },
  startedAt: '2026-11-20T09:00:00+01:00',
  deadline: '2026-11-27T16:00:00+01:00',
  silence: 'goes-on',
  endedAt: null,
  answeredAt: null,
  answeredBy: null,
  counts: { total: 3, known: 3, unknown: 0, struck: 0, keptOnList: 0, knownLeft: 3, certainLeft: 0 },
  contacts: 40,
  comparing: 0,
  locked: 0,
  possible: true,
  strikeUntil: '2027-11-23',
  handsIn: null,
  can: { strike: true, answer: true, reopen: false, upload: true },
}
const changed = ({ body }: { body: unknown }) => ({ companyIds: (body as { companyIds: number[] }).companyIds })
const server = () => [
  answers(showMe, {
    person: { id: 9, name: 'Torben Friis', email: 't@x.dk', language: 'da' },
    centre: { id: 1, name: 'Østkysten' },
    role: 'leader',
    school: { id: 1, name: 'Teknisk' },
    schoolWaits: false,
    home: '/',
    may: ['listContactLists', 'showHearing'],
    demo: false,
    mails: true,
  }),
  answers(listWaiting, { rows: [], done: [], can: { others: false } }),
  answers(showHearing, hearing),
  answers(listContactUploads, { rows: [], contacts: 0, locked: 0, open: 0, possible: true, can: { delete: false } }),
  answers(listHeardCompanies, { rows, next: null }),
  answers(listHearingShares, {
    rows: [],
    colleagues: [{ personId: 5, name: 'Mette Lauridsen' }],
    can: { share: true },
  }),
  answers(strikeCompanies, changed),
  answers(keepCompanies, changed),
  answers(undoStrikes, changed),
  answers(undoKeeps, changed),
  answers(answerHearing, { ...hearing, answeredAt: '2026-11-23T09:00:00+01:00' }),
  answers(reopenAnswer, hearing),
]

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00Z') }))
afterEach(() => {
  closeScreen()
  vi.useRealTimers()
})

const open = async (...more: ReturnType<typeof server>) => {
  const screen = await openScreen('/hoering/4', [...server(), ...more])
  await screen.findByRole('button', { name: /Bageri Lund/ })
  return {
    ...screen,
    at: () => document.querySelector('.hearing-words[aria-current] b')?.textContent,
    struck: () => [...document.querySelectorAll('.hearing-words [data-struck]')].map((name) => name.textContent),
    done: () => screen.sent.map(({ name, body }) => [name, (body as { companyIds: number[] }).companyIds]),
  }
}

test('j and k walk the companies and stop at both ends', async () => {
  const { at } = await open()
  const seen: unknown[] = [at()]
  for (const key of ['k', 'j', 'j', 'j', 'k']) {
    await press(key)
    seen.push(at())
  }
  expect(seen).toEqual(['Bageri Lund', 'Bageri Lund', 'Smedjen', 'Tømrer Bo', 'Tømrer Bo', 'Smedjen'])
})

test('x strikes, b keeps, each at once and on to the next; what is sent is that company alone', async () => {
  const { at, struck, done } = await open()
  await press('x')
  expect([at(), struck()]).toEqual(['Smedjen', ['Bageri Lund']])
  await press('b', 'x')
  await waitFor(() =>
    expect(done()).toEqual([
      ['strikeCompanies', [1]],
      ['keepCompanies', [2]],
      ['strikeCompanies', [3]],
    ]),
  )
  expect(struck()).toEqual(['Bageri Lund', 'Tømrer Bo'])
})

test('z right after takes back what was just done, though one has moved on', async () => {
  const { done, struck, findByText } = await open()
  await press('x')
  await findByText('Bageri Lund er strøget.')
  await press('z')
  await waitFor(() => expect(done().at(-1)).toEqual(['undoStrikes', [1]]))
  await waitFor(() => expect(struck()).toEqual([]))
})

test('undo of a changed decision brings back the one before', async () => {
  const sureNow = [heard(1, 'Bageri Lund', { decision: 'struck' }), heard(2, 'Smedjen', { decision: 'ours' })]
  const { sent, findByText } = await open(answers(listHeardCompanies, { rows: sureNow, next: null }))
  const last = () => [sent.at(-1)?.name, sent.at(-1)?.body]
  await press('r')
  await findByText('Bageri Lund er jeres og må gerne ringes op')
  await press('z')
  await waitFor(() => expect(last()).toMatchObject(['strikeCompanies', { companyIds: [1] }]))
  await press('x')
  await findByText('Smedjen er strøget.')
  await press('z')
  await waitFor(() => expect(last()).toEqual(['keepCompanies', { companyIds: [2], ours: true, again: true }]))
})

test('z on a row decided earlier takes that one back', async () => {
  const earlier = [heard(1, 'Bageri Lund'), heard(2, 'Smedjen', { decision: 'kept-on-list' })]
  const { done, findByText } = await open(answers(listHeardCompanies, { rows: earlier, next: null }))
  await press('z')
  expect(done()).toEqual([])
  await press('j')
  // The keys and the focus go together: whoever listens hears the row.
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Smedjen'))
  await press('z')
  await waitFor(() => expect(done()).toEqual([['undoKeeps', [2]]]))
  await findByText('Svaret på Smedjen er fortrudt.')
})

test('a strike that is refused: the row is as before, and the bar says why', async () => {
  const over = answers(strikeCompanies, () => refuses(409, 'hearing-over'))
  const { struck, findByText } = await open(over)
  await press('x')
  await findByText('hearing-over')
  expect(struck()).toEqual([])
})

test('Enter and space press what has the focus, and decide nothing', async () => {
  const { getByRole, sent, at } = await open()
  getByRole('button', { name: /Smedjen/ }).focus()
  await press('Enter', ' ')
  expect([at(), sent]).toEqual(['Bageri Lund', []])
})

test('r says ours, but do call: the company stays on the list, and what is sent says so', async () => {
  const { struck, sent, findByText, at } = await open()
  await press('r')
  await findByText('Bageri Lund er jeres og må gerne ringes op')
  expect(sent.map(({ name, body }) => [name, body])).toEqual([['keepCompanies', { companyIds: [1], ours: true }]])
  expect([struck(), at()]).toEqual([[], 'Smedjen'])
})

test('Enter on the chosen row opens why, with weights that add up, and moves nothing', async () => {
  const weights: Heard['weights'] = [
    { of: 'phone', weight: 6.34 },
    { of: 'prior', weight: -4.08 },
    { of: 'address', weight: -1.2 },
  ]
  const asked = heard(1, 'Bageri Lund', { reasons: [{ by: 'likeness', value: '' }], likely: 0.74, weights })
  const { at, getByRole } = await open(answers(listHeardCompanies, { rows: [asked, ...rows.slice(1)], next: null }))
  const row = getByRole('button', { name: /Samme telefon · anden adresse/ })
  row.focus()
  row.click()
  const why = () => document.querySelector<HTMLDetailsElement>('details.match-why')
  await waitFor(() => expect(why()?.open).toBe(true))
  const shown = [...(why()?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map((line) =>
    [...line.children].map((cell) => cell.textContent),
  )
  expect(shown).toEqual([
    ['Samme telefon', '+6,3'],
    ['Én blandt alle virksomheder i registret', '−4,1'],
    ['Anden adresse', '−1,2'],
    ['I alt', '+1,0'],
  ])
  expect([at(), document.activeElement]).toEqual(['Bageri Lund', row])
})

test('while a list is compared nobody is said to be unknown', async () => {
  const busy = { ...hearing, comparing: 3, counts: { ...hearing.counts, known: 0, unknown: 3, knownLeft: 0 } }
  const nobody = [heard(1, 'Bageri Lund', { reasons: [] })]
  const { findByText, getAllByText, queryByText } = await open(
    answers(showHearing, busy),
    answers(listHeardCompanies, { rows: nobody, next: null }),
  )
  await findByText(/sammenlignes stadig med hele registret/)
  getAllByText(/Ikke genkendt endnu/)
  expect(queryByText(/Ingen på jeres kontaktliste ligner den/)).toBeNull()
})

test('the sure ones stand together after those to be looked at', async () => {
  const sure = heard(2, 'Smedjen', { certain: true })
  const counts = { ...hearing.counts, certainLeft: 5 }
  const { getByRole, sent } = await open(
    answers(strikeCertain, changed),
    answers(showHearing, { ...hearing, counts }),
    answers(listHeardCompanies, {
      rows: [heard(1, 'Bageri Lund'), sure, heard(3, 'Tømrer Bo', { certain: true })],
      next: null,
    }),
  )
  const strikeAll = getByRole('button', { name: 'Stryg de 2 sikre' })
  const items = [...document.querySelectorAll('.hearing-item')]
  expect(items.findIndex((item) => item.contains(strikeAll))).toBe(1)
  strikeAll.click()
  // Those on the screen, whatever has become certain since.
  await waitFor(() =>
    expect(sent.map(({ name, body }) => [name, body])).toEqual([['strikeCertain', { companyIds: [2, 3] }]]),
  )
})

test('letters typed into the search are words', async () => {
  const { getByRole, sent } = await open()
  getByRole('searchbox').focus()
  await press('x', 'b', 'j')
  expect(sent).toEqual([])
})

test('in a hearing that is over nothing is struck', async () => {
  const shut = { ...hearing, can: { strike: false, answer: false, reopen: false, upload: false } }
  const { sent } = await open(answers(showHearing, shut))
  await press('x', 'b', 'z')
  expect(sent).toEqual([])
})

test('handing in can be taken back for a moment', async () => {
  const { getByRole, findByText, sent } = await open()
  getByRole('button', { name: /Aflever/ }).click()
  await findByText(/Afleveret|afleveret/)
  await press('z')
  await waitFor(() => expect(sent.map(({ name }) => name)).toEqual(['answerHearing', 'reopenAnswer']))
})

const share = (companyId: number, more: object = {}) => ({
  ...{ companyId, personId: 9, person: 'Torben Friis', mine: true, sentBy: 'Anne Bruun', sentByMe: false },
  ...{ sentAt: '2026-11-21T09:00:00+01:00', why: 'Du kender mester', answered: false, back: null, ...more },
})
test('who was asked sees first what he was asked about, and why', async () => {
  const asked: string[] = []
  const { findByText, getByRole } = await open(
    answers(listHearingShares, { rows: [share(1)], colleagues: [], can: { share: true } }),
    answers(listHeardCompanies, ({ query }) => {
      asked.push(query.get('only') ?? 'all')
      return { rows: query.get('only') ? rows.slice(0, 1) : rows, next: null }
    }),
  )
  await findByText('Anne Bruun spørger dig')
  expect([asked, getByRole('radio', { name: 'Til dig 1' })]).toEqual([
    ['1'],
    expect.objectContaining({ checked: true }),
  ])
})

test('s asks the colleague who knows; what a colleague looks at already is said on its row', async () => {
  const others = share(2, { personId: 5, person: 'Mette Lauridsen', mine: false, sentBy: null })
  const colleagues = [{ personId: 5, name: 'Mette Lauridsen' }]
  const { sent, getByRole, findByText, findByRole } = await open(
    answers(listHearingShares, { rows: [others], colleagues, can: { share: true } }),
    answers(shareCompanies, { companyIds: [1], others: [] }),
  )
  await findByText('Mette Lauridsen ser på den')
  await press('s')
  await findByRole('dialog', { name: 'Hvem kender Bageri Lund?' })
  getByRole('button', { name: 'Send til kollegaen' }).click()
  await findByText('Mette Lauridsen er bedt om at se på den.')
  expect(sent.map(({ name, body }) => [name, body])).toEqual([
    ['shareCompanies', { companyIds: [1], personId: 5, why: '' }],
  ])
})

test('a list in hearing leads a school to its answer from the first moment on, whatever else is still on its way', async () => {
  const list = { id: 3, name: 'Uge 48', goal: '', state: 'in-hearing', madeBy: 'Hanne', companies: 3 } as const
  const at = '2026-11-20T09:00:00+01:00'
  const { findByRole } = await openScreen('/udtraek', [
    ...server(),
    answers(countLapsedStrikes, { own: 0, all: null }),
    answers(listOpenHearings, () => new Promise(() => undefined)),
    answers(listContactLists, {
      rows: [{ ...list, madeAt: at, drawnAt: at, hearing: { id: 4, deadline: hearing.deadline, endedAt: null } }],
      next: null,
    }),
  ])
  const row = await findByRole('link', { name: /Uge 48/ })
  expect(row.getAttribute('href')).toBe('/hoering/4')
})
