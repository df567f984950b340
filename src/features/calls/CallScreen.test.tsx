// @vitest-environment happy-dom
import { act, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { queries, touch } from '#web/data/answers.ts'
import { holdSlot, letSlotGo, listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { answers, closeScreen, openScreen, press, refuses, valueOf } from '../../testing/screen.tsx'
import { answerCall, showHold, takeBackCall, takeCompany } from './calls.schema.ts'
import { listRefusalReasons } from './refusal-reasons.schema.ts'
import { correctNumber, listHeldPeople } from '../queue/held.schema.ts'
import { listWhomToAsk } from '../empty-queue/empty-queue.schema.ts'
import { bringBackSkipped, showQueue, skipCompany } from '../queue/queue.schema.ts'

type Held = NonNullable<AnswerOf<typeof showHold>['held']>
const script = { id: 1, listId: 3, version: 1, body: '', writtenBy: null, writtenAt: '2026-11-20T09:00:00+01:00' }
const held = (companyId: number, name: string): Held => ({
  companyId,
  listId: 3,
  list: 'Uge 48',
  name,
  town: 'Aarhus',
  employees: 12,
  employeesFrom: null,
  employeesTo: null,
  industry: 'Bagerier',
  industryCode: '107120',
  language: null,
  phone: '12345678',
  takenAt: '2026-11-23T09:00:00+01:00',
  expiresAt: '2026-11-23T09:10:00+01:00',
  dueAt: null,
  tries: 0,
  form: 'visit',
  sameNumber: null,
  answersBest: null,
  sharedLeadership: false,
  last: null,
  script,
  says: 'Goddag.',
  wording: null,
  effects: [{ answer: 'later', until: '2027-02-23', at: null, forGood: false }],
  own: [{ id: 4, answer: 'later', name: 'Efter høst', until: '2027-08-23', reasons: [] }],
})
const bakery = held(5, 'Bageri Lund ApS')
const smith = held(6, 'Smedjen A/S')
const queue: AnswerOf<typeof showQueue> = {
  lists: [{ id: 3, name: 'Uge 48', ready: 2, total: 2, due: 0, paused: null }],
  listId: 3,
  elsewhere: false,
  called: 0,
  total: 2,
  ready: 2,
  next: [
    {
      companyId: 5,
      name: bakery.name,
      town: null,
      employees: 1,
      employeesFrom: 1,
      employeesTo: 1,
      industry: null,
      industryCode: null,
      language: null,
      dueAt: null,
      tries: 0,
      known: null,
    },
  ],
  byTurns: false,
  blocked: [],
  languages: [],
  wantsTime: 0,
  opensAt: null,
}
const slot = (at: string, proposed = false) => ({
  personId: 2,
  name: 'Anne Bruun',
  school: null,
  startsAt: `2026-11-26T${at}:00+01:00`,
  endsAt: `2026-11-26T${at.replace(/^\d\d/, (hour) => String(Number(hour) + 1))}:00+01:00`,
  travelMinutes: 20,
  travelKnown: true,
  why: 'Er i byen',
  proposed,
  ...{ place: proposed ? 1 : at < '12:00' ? 2 : null, fits: true, points: [], second: null, held: false },
})
const call = (companyId: number): AnswerOf<typeof answerCall>['call'] => ({
  id: 77,
  companyId,
  listId: 3,
  personId: 9,
  caller: 'Søren Vad',
  endedAt: '2026-11-23T09:05:00+01:00',
  answer: 'later',
  own: null,
  ownReason: null,
  reason: null,
  spokeWith: '',
  note: '',
  callBackAt: null,
  scriptVersion: 1,
  waits: true,
  stands: true,
  until: null,
  whole: null,
  corrected: false,
  can: { correct: true, takeBack: true },
})

const birthe = {
  ...{ id: 3, companyId: 5, company: 'Bageri Lund ApS', name: 'Birthe Lund', title: 'indehaver', note: '' },
  phone: { value: null, allowed: true, source: null, on: null },
  mail: { value: null, allowed: true, source: null, on: null },
  ...{ speaksForAll: false, saidOn: '2026-11-20', toldOn: null, tellBy: '2026-12-20', leftOn: null },
  source: 'said',
  version: 1,
} as const

const server = (first: Held | null) => {
  let now = first
  return [
    answers(showMe, {
      person: { id: 9, name: 'Søren Vad', email: 's@x.dk', language: 'da' },
      centre: { id: 1, name: 'Østkysten' },
      role: 'caller',
      school: null,
      schoolWaits: false,
      home: '/ring',
      may: ['takeCompany'],
      demo: false,
      mails: true,
    }),
    answers(showQueue, queue),
    answers(showHold, () => ({ held: now })),
    answers(listFreeSlots, {
      rows: [slot('09:00'), slot('10:00', true), slot('13:00')],
      days: [],
      from: '2026-12-01',
      through: '2026-12-07',
      otherFields: 0,
      full: [],
      ask: [],
    }),
    answers(answerCall, ({ body }) => ({ call: call((body as { companyId: number }).companyId), booking: null })),
    answers(takeCompany, () => ({ held: (now = now === null ? bakery : smith) })),
    answers(listHeldPeople, ({ query }) => ({
      centre: 'Østkysten',
      rows: query.get('companyId') === '5' ? [birthe] : [],
    })),
    answers(holdSlot, { until: '2026-11-23T09:02:00+01:00' }),
    answers(letSlotGo, {}),
    answers(takeBackCall, () => ({ held: (now = bakery) })),
    answers(skipCompany, {}),
    answers(listRefusalReasons, {
      rows: [
        { id: 1, name: 'Egen kursusafdeling' },
        { id: 2, name: 'Har ikke tid' },
      ],
    }),
  ]
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00Z') }))
afterEach(() => {
  closeScreen()
  vi.useRealTimers()
})

const open = async (first: Held | null = bakery, ...more: ReturnType<typeof server>) => {
  const screen = await openScreen('/ring', [...server(first), ...more])
  await screen.findByRole('heading', { name: first?.name ?? /klar til at blive ringet op/ })
  const chosen = () => document.querySelector<HTMLElement>('.calls-answer[aria-pressed=true]')?.dataset['answer']
  return { ...screen, chosen }
}

test('space begins with the next company, and is the telephone from then on', async () => {
  const { findByRole, getByText, sent } = await open(null)
  getByText('Uge 48')
  await press(' ')
  await findByRole('heading', { name: bakery.name })
  expect(sent).toEqual([{ name: 'takeCompany', path: '/api/calls/holds', body: { listId: 3 } }])
  // Whoever began by the key is calling; the key hangs up, and dials again.
  await findByRole('button', { name: /Læg på/ })
  await press(' ')
  await findByRole('link', { name: /Ring op/ })
  await press(' ')
  await findByRole('button', { name: /Læg på/ })
})

test('where schools have turns, no company is named that the press would not begin with', async () => {
  const turns = await open(null, answers(showQueue, { ...queue, byTurns: true }))
  turns.getByText(/^Hvem der er den første, afgør skolernes tur/)
  turns.getByText(/Ellers går turen mellem skolerne/)
  closeScreen()
  const [first] = queue.next.map((row) => ({ ...row, dueAt: '2026-11-23T08:00:00.000Z' }))
  const due = await open(null, answers(showQueue, { ...queue, byTurns: true, next: first ? [first] : [] }))
  due.getByText(/^Bageri Lund ApS er den første/)
})

test('outside the calling hours it says so, and the same press takes the next all the same', async () => {
  const closed = answers(showQueue, { ...queue, opensAt: '2026-11-30T07:00:00.000Z' })
  const { findByRole, getByText, sent } = await open(null, closed)
  getByText('Uden for ringetiden. Den begynder igen mandag 30. november kl. 8.00.')
  await findByRole('button', { name: /Ring alligevel/ })
  await press(' ')
  await waitFor(() =>
    expect(sent).toEqual([{ name: 'takeCompany', path: '/api/calls/holds', body: { listId: 3, outsideHours: true } }]),
  )
})

test('while it is not known what is under call, no company stands there that space would not begin with', async () => {
  let say = (_: { held: null }) => {}
  const late = new Promise<{ held: null }>((resolve) => (say = resolve))
  const { findByRole, queryByText, sent } = await openScreen('/ring', [...server(null), answers(showHold, () => late)])
  // Everything but what is under call has come, and is drawn.
  await waitFor(() => expect(queries.isFetching()).toBe(1))
  await act(() => Promise.resolve())
  expect(queryByText(bakery.name)).toBeNull()
  say({ held: null })
  await findByRole('button', { name: /Bageri Lund/ })
  await press(' ')
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain('takeCompany'))
})

test('the keys 1 to 8 are the eight answers', async () => {
  const { chosen } = await open()
  const pressed: unknown[] = []
  for (const key of '12345678') {
    await press(key)
    pressed.push(chosen())
    // The time of a call-back takes the focus; numbers typed there are a time.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  expect(pressed).toEqual([
    'wants-contact',
    'later',
    'not-interested',
    'no-answer',
    'call-back',
    'wrong-number',
    'do-not-contact',
    'closed',
  ])
})

test('beside a no one key says why, and with shared leadership one that it was said of the whole company', async () => {
  const { findByRole, getByRole, queryByRole, sent } = await open({ ...bakery, sharedLeadership: true })
  expect(queryByRole('button', { name: /Har ikke tid/ })).toBeNull()
  await press('2')
  await findByRole('button', { name: /Har ikke tid/ })
  await press('i', 'a', 'b', 'v')
  expect(getByRole('button', { name: /Har ikke tid/ }).getAttribute('aria-pressed')).toBe('true')
  expect(getByRole('button', { name: /Egen kursusafdeling/ }).getAttribute('aria-pressed')).toBe('false')
  await press('ctrl+Enter')
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain('answerCall'))
  expect(sent[0]?.body).toMatchObject({ answer: 'later', ownId: 4, reasonId: 2, wholeCompany: true })
})

test('an own answer’s reasons stand for the centre’s, at the same keys', async () => {
  const reasons = [
    { id: 71, name: 'Midt i høst' },
    { id: 72, name: 'Venter på elever' },
  ]
  const own = [{ id: 4, answer: 'later' as const, name: 'Efter høst', until: null, reasons }]
  const { findByRole, queryByRole, sent } = await open({ ...bakery, own })
  await press('2')
  await findByRole('button', { name: /Har ikke tid/ })
  await press('a', 'i')
  await findByRole('button', { name: /Venter på elever/ })
  expect(queryByRole('button', { name: /Har ikke tid/ })).toBeNull()
  await press('b', 'ctrl+Enter')
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain('answerCall'))
  expect(sent[0]?.body).toMatchObject({ answer: 'later', ownId: 4, ownReasonId: 72 })
  expect(sent[0]?.body).not.toHaveProperty('reasonId')
})

test('numbers and spaces typed into the note are words, and Ctrl+Enter saves from there', async () => {
  const { getByLabelText, chosen, sent } = await open()
  await press('3')
  const note = getByLabelText('Hvad sagde de?')
  note.focus()
  await press('7', ' ')
  expect(chosen()).toBe('not-interested')
  fireEvent.change(note, { target: { value: ' Har 7 ansatte ' } })
  await press('ctrl+Enter')
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain('answerCall'))
  expect(sent[0]).toEqual({
    name: 'answerCall',
    path: '/api/calls',
    body: { companyId: 5, answer: 'not-interested', spokeWith: '', note: 'Har 7 ansatte' },
  })
})

test('Ctrl+Enter without an answer sends nothing', async () => {
  const { sent } = await open()
  await press('ctrl+Enter')
  expect(sent).toEqual([])
})

test('who is met is the one whose name was pressed, as long as nobody types another', async () => {
  const { getByRole, sent } = await open()
  await waitFor(() => expect(document.querySelectorAll('.calls-slot')).toHaveLength(2))
  await press('1')
  fireEvent.click(getByRole('button', { name: /Birthe Lund/ }))
  await press('ctrl+Enter')
  await waitFor(() => expect(sent.length).toBeGreaterThan(0))
  expect(sent[0]?.body).toMatchObject({ booking: { contactName: 'Birthe Lund', companyPersonId: 3 } })
  closeScreen()
  const again = await open()
  await waitFor(() => expect(document.querySelectorAll('.calls-slot')).toHaveLength(2))
  await press('1')
  fireEvent.click(again.getByRole('button', { name: /Birthe Lund/ }))
  fireEvent.change(again.getByLabelText('Hvem talte du med?'), { target: { value: 'Lis Lund' } })
  await press('ctrl+Enter')
  await waitFor(() => expect(again.sent.length).toBeGreaterThan(0))
  expect(JSON.stringify(again.sent[0]?.body)).not.toContain('companyPersonId')
})

test('wants to be visited: the proposed time is chosen, the arrows move it, and a name is asked for before it is booked', async () => {
  const { getByLabelText, sent, findByText } = await open()
  await waitFor(() => expect(document.querySelectorAll('.calls-slot')).toHaveLength(2))
  await press('1')
  const time = () => document.querySelector('.calls-slot[aria-pressed=true] .calls-slot-time')?.textContent
  expect(time()).toBe('10.00')
  await press('ArrowUp')
  expect(time()).toBe('9.00')
  await press('ctrl+Enter')
  expect(sent).toEqual([])
  const name = getByLabelText('Hvem talte du med?')
  expect(document.activeElement).toBe(name)
  fireEvent.change(name, { target: { value: 'Lis Lund' } })
  await press('ctrl+Enter')
  await waitFor(() => expect(sent.length).toBeGreaterThan(0))
  expect(sent[0]?.body).toMatchObject({
    answer: 'wants-contact',
    booking: { personId: 2, startsAt: '2026-11-26T09:00:00+01:00', contactName: 'Lis Lund', contactEmail: null },
  })
  await findByText(smith.name, { selector: 'h2' })
})

test('call back: the time takes the focus, and what is sent is that moment in Denmark', async () => {
  const { sent, getByLabelText } = await open()
  await press('5')
  const time = getByLabelText('Klokken')
  await waitFor(() => expect(document.activeElement).toBe(time))
  await press('ctrl+Enter')
  expect(sent).toEqual([])
  fireEvent.change(time, { target: { value: '1330' } })
  await press('ctrl+Enter')
  await waitFor(() => expect(sent.length).toBeGreaterThan(0))
  expect(sent[0]?.body).toMatchObject({ answer: 'call-back', callBackAt: '2026-11-23T13:30:00+01:00' })
})

test('keys between two calls belong to nobody: neither to the company that was saved nor to the next', async () => {
  let letGo: (() => void) | undefined
  const waits = new Promise<void>((done) => (letGo = done))
  const screen = await open()
  const border = globalThis.fetch
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (init?.method === 'POST' && address === '/api/calls/holds') await waits
    return border(address, init)
  })
  await press('2', 'ctrl+Enter')
  await screen.findByText('Gemt: Ikke lige nu.')
  await press('7', 'ctrl+Enter', 'ArrowDown')
  // The last company stays in sight meanwhile, and who pressed is told.
  screen.getByRole('heading', { name: bakery.name })
  screen.getByText('Gemmer. Vent med tasterne, til den næste står her.')
  letGo?.()
  await screen.findByText(smith.name, { selector: 'h2' })
  expect(screen.chosen()).toBeUndefined()
  expect(screen.sent.map(({ name }) => name)).toEqual(['answerCall', 'takeCompany'])
  screen.getByText('3 taster blev ikke taget, mens der blev gemt. Tryk igen.')
  expect(Object.keys(localStorage).filter((key) => key.startsWith('tov-draft:'))).toEqual([])
  await press('4')
  expect(screen.queryByText(/blev ikke taget/)).toBeNull()
})

test('n goes to what they said, Escape gives the keys back; and the talk comes before the queue for who goes by Tab', async () => {
  const { getByLabelText, getByRole, chosen } = await open()
  const note = getByLabelText('Hvad sagde de?')
  await press('n')
  expect(document.activeElement).toBe(note)
  fireEvent.keyDown(note, { key: 'Escape' })
  expect(document.activeElement).not.toBe(note)
  await press('3')
  expect(chosen()).toBe('not-interested')
  const queue = getByRole('complementary', { name: 'Din kø' })
  expect(note.compareDocumentPosition(queue) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('outside the calling hours a call-back is proposed on the day they begin again', async () => {
  const closed = answers(showQueue, { ...queue, opensAt: '2026-11-30T07:00:00.000Z' })
  const { getByLabelText } = await open(bakery, closed)
  await press('5')
  expect(valueOf(getByLabelText('Ring igen den'))).toBe('Mandag 30. november')
})

test('z takes the answer back: the company is there again with what was typed', async () => {
  const { findByText, findByRole, getByLabelText, sent, chosen } = await open()
  fireEvent.change(getByLabelText('Hvad sagde de?'), { target: { value: 'Efter jul' } })
  await press('2', 'ctrl+Enter')
  await findByText(smith.name, { selector: 'h2' })
  await press('z')
  await findByRole('heading', { name: bakery.name })
  expect(sent.map(({ name, path }) => [name, path]).at(-1)).toEqual(['takeBackCall', '/api/calls/77/take-backs'])
  expect(chosen()).toBe('later')
  expect(valueOf(getByLabelText('Hvad sagde de?'))).toBe('Efter jul')
})

test('a time that another took: fresh times stand there, the answer and the words are kept', async () => {
  const fresh = slot('15:00', true)
  const taken = answers(answerCall, () => refuses(409, 'slot-taken', { slots: [fresh] }))
  const { getByLabelText, chosen } = await open(bakery, taken)
  await waitFor(() => expect(document.querySelectorAll('.calls-slot')).toHaveLength(2))
  await press('1')
  fireEvent.change(getByLabelText('Hvem talte du med?'), { target: { value: 'Lis Lund' } })
  await press('ctrl+Enter')
  await waitFor(() => expect(document.querySelector('.calls-slot-time')?.textContent).toBe('15.00'))
  expect(chosen()).toBe('wants-contact')
  expect(valueOf(getByLabelText('Hvem talte du med?'))).toBe('Lis Lund')
})

test('outside any list no list’s name stands there, and what was lost is asked for again without one', async () => {
  const lost = answers(answerCall, () => refuses(409, 'not-your-call'))
  const { findByRole, queryByText, sent } = await open({ ...bakery, listId: null, list: null }, lost)
  expect(queryByText('Uge 48')).toBeNull()
  await press('3', 'ctrl+Enter')
  fireEvent.click(await findByRole('button', { name: 'Tag den igen' }))
  await waitFor(() => expect(sent.at(-1)).toMatchObject({ name: 'takeCompany', body: { companyId: 5 } }))
  expect(sent.at(-1)?.body).not.toHaveProperty('listId')
})

test('whom one talks with is pressed rather than typed; another company, other people', async () => {
  const { findByRole, getByLabelText, queryByRole } = await open()
  fireEvent.click(await findByRole('button', { name: 'Birthe Lund, indehaver' }))
  expect(valueOf(getByLabelText(/Hvem talte du med/))).toBe('Birthe Lund')
  expect(queryByRole('list', { name: 'Mennesker' })).not.toBeNull()
})

test('a wrong number is corrected where it stands, and the page says which to call', async () => {
  const { findByText, getByText, getByLabelText, getByRole, sent } = await open(
    bakery,
    answers(correctNumber, { phone: '40112233', held: true }),
  )
  fireEvent.click(getByText('Ret nummeret'))
  fireEvent.change(getByLabelText('Telefonnummer'), { target: { value: '40 11 22 33' } })
  fireEvent.click(getByRole('button', { name: 'Gem nummeret' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  await findByText(/Nummeret er rettet. Ring på 40.11.22.33/)
  expect(sent).toMatchObject([{ name: 'correctNumber', body: { companyId: 5, phone: '40 11 22 33', source: 'said' } }])
})

test('the list stays though a call-back is due on another, which is offered; one that is closed gives way', async () => {
  const lists = [
    { id: 3, name: 'Uge 48', ready: 2, total: 2, due: 0, paused: null },
    { id: 4, name: 'Lager', ready: 9, total: 9, due: 2, paused: null },
  ]
  // Unasked, the server says another one as soon as a call-back is due there.
  let [unasked, isOpen] = [3, true]
  const twoLists = answers(showQueue, ({ query }) => {
    const asked = query.get('listId')
    return asked === '4' && !isOpen ? refuses(404, 'not-found') : { ...queue, lists, listId: Number(asked ?? unasked) }
  })
  const { findByText, findByRole, address } = await open(null, twoLists)
  unasked = 4
  await findByText(/På “Lager” venter aftalte genopkald: 2/)
  await act(() => touch('/api/calls/queue'))
  expect(address()).toContain('liste=3')
  fireEvent.click(await findByRole('button', { name: 'Gå til listen' }))
  await waitFor(() => expect(address()).toContain('liste=4'))
  ;[unasked, isOpen] = [3, false]
  await act(() => touch('/api/calls/queue'))
  await findByText('Du ringer ikke længere fra den liste. Her er den næste.')
  await waitFor(() => expect(address()).toContain('liste=3'))
})

test('a list on pause says so, and until when; what was promised is still called', async () => {
  const until = {
    ...queue,
    lists: [
      { id: 3, name: 'Uge 48', ready: 0, total: 2, due: 0, paused: { until: '2099-11-30', because: 'full' as const } },
    ],
  }
  const blocked = [{ reason: 'skipped' as const, count: 2, nextOn: null, nextAt: null }]
  let broughtBack = 0
  const { findByText } = await openScreen('/ring', [
    ...server(null),
    answers(showQueue, { ...until, ready: 0, next: [], blocked }),
    answers(listWhomToAsk, { names: ['Hanne Lind'] }),
    answers(bringBackSkipped, () => ({ count: ++broughtBack })),
  ])
  await findByText(/På pause: ingen, listen ringes for, har plads. Går i gang igen/)
  // What a caller may not mend is asked of somebody by name; what he may is one press.
  await findByText('Spørg Hanne Lind, om nogen kan tage flere møder.')
  fireEvent.click(await findByText('Tag dem frem igen'))
  await waitFor(() => expect(broughtBack).toBe(1))
})
