// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen, press } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import * as contract from './consultant-meetings.schema.ts'
import type { Meeting, Point, Taker } from './meeting-words.tsx'

afterEach(closeScreen)

const at = '2026-11-24T07:30:00.000Z'
const point = (id: number, given: Partial<Point>): Point => ({
  ...{ id, section: 'reports', kind: 'report', sourceId: id, words: 'Vi gik rundt.', needs: [], who: 'Ali Demir' },
  ...{ company: { id, name: `Firma ${id}`, town: 'Skive', employees: 26 }, on: '2026-11-16', gone: false },
  ...{ outcome: null, can: { remove: false }, ...given },
})
const begun: Meeting = {
  ...{ id: 1, startsAt: at, endsAt: '2026-11-24T09:00:00.000Z', host: { id: 2, name: 'VUC' }, place: '', version: 1 },
  ...{
    state: 'open',
    cancelledWhy: '',
    openedAt: at,
    closedAt: null,
    since: at,
    more: 0,
    corrections: [],
    mails: true,
  },
  people: [
    { id: 5, name: 'Anne Bruun', school: 'Teknisk', present: false },
    { id: 6, name: 'Pia Toft', school: 'SOSU', present: false },
  ],
  points: [
    point(11, { needs: ['Dansk til otte'] }),
    point(12, { section: 'ownerless', kind: 'need', words: 'De går uden om skærmen' }),
    point(13, { section: 'put', kind: 'question', sourceId: null, company: null, words: 'Hvem kender GARANT?' }),
  ],
  last: null,
  next: { startsAt: '2026-12-08T07:30:00.000Z', host: 'SOSU', place: '' },
  can: { open: false, lead: true, put: false, correct: false },
}
const taker = (id: number, name: string, given: Partial<Taker> = {}): Taker => ({
  ...{ id, name, school: 'SOSU', present: true, why: [], ...given },
})
const me = answers(showMe, {
  ...{ person: { id: 7, name: 'Birgit', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Limfjorden' } },
  ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
  may: ['showConsultantMeeting', 'listConsultantMeetings'],
})
/** A server that keeps what was said, as the real one answers: each verb with the whole meeting. */
const served = () => {
  let meeting: Meeting = begun
  const say = (change: (now: Meeting) => Meeting) => (meeting = change(meeting))
  return [
    me,
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(contract.showConsultantMeeting, () => meeting),
    answers(contract.listMeetingTakers, {
      rows: [taker(5, 'Anne Bruun', { why: ['visited'] }), taker(8, 'Ali Demir', { present: false })],
    }),
    answers(contract.attendMeeting, ({ body }) =>
      say((now) => ({
        ...now,
        people: now.people.map((one) =>
          one.id === (body as { personId: number }).personId ? { ...one, present: true } : one,
        ),
      })),
    ),
    answers(contract.settlePoint, () => meeting),
    answers(contract.closeConsultantMeeting, () =>
      say((now) => ({ ...now, state: 'closed', closedAt: at, can: { ...now.can, lead: false } })),
    ),
  ]
}
const key = (name: string) => press(name)

test('a whole meeting by keys alone: who is here, gone through, given out, put off, a company hidden, closed with two', async () => {
  const screen = await openScreen('/konsulentmoede/1/skaerm', served())
  await screen.findByRole('heading', { level: 1, name: 'Hvem er her?' })
  await key('1')
  await screen.findByText('1 af 2 er her')
  await key('Enter')
  // The company's own words first; a guest of that company in the room: one key, and neither name nor words.
  await screen.findByRole('heading', { level: 1, name: 'Firma 11' })
  expect(screen.getByText('Dansk til otte').tagName).toBe('BLOCKQUOTE')
  await key('h')
  expect(screen.queryByText('Dansk til otte')).toBeNull()
  expect(screen.container.textContent).not.toMatch(/Firma 11/)
  await key('h')
  await key('Enter')
  await screen.findByRole('heading', { level: 1, name: 'Firma 12' })
  expect(screen.sent.at(-1)).toMatchObject({ name: 'settlePoint', body: { how: 'seen' } })
  // Why somebody is proposed is a fact; who is not here is asked.
  const anne = await screen.findByRole('button', { name: /Anne Bruun.*Har besøgt virksomheden/ })
  await key('2')
  expect(screen.getByRole('button', { name: /^Spørg Ali Demir, senest/ })).toBeTruthy()
  await key('1')
  expect(anne.getAttribute('aria-pressed')).toBe('true')
  await key('Enter')
  expect(screen.sent.at(-1)).toMatchObject({
    name: 'settlePoint',
    path: '/api/consultant-meetings/1/points/12/outcomes',
    body: { how: 'task', personId: 5, words: 'Svar på: De går uden om skærmen' },
  })
  await screen.findByRole('heading', { level: 1, name: 'Hvem kender GARANT?' })
  expect(screen.queryByText('Hvem tager den?')).toBeNull()
  await key('k')
  await key('j')
  await key('l')
  expect(screen.sent.at(-1)).toMatchObject({ name: 'settlePoint', body: { how: 'later' } })
  await screen.findByRole('heading', { level: 1, name: 'Næste møde og vært' })
  await key('Enter')
  expect(screen.sent.at(-1)?.name).toBe('settlePoint')
  await key('Enter')
  expect(screen.sent.at(-1)?.name).toBe('closeConsultantMeeting')
})
