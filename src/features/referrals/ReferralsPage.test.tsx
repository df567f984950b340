// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import * as contract from './referrals.schema.ts'

afterEach(closeScreen)
beforeEach(() => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

type Referral = AnswerOf<typeof contract.showReferral>
const nothing = {
  ...{ take: false, untake: false, answer: false, unanswer: false, giveBack: false },
  ...{ pass: false, withdraw: false, close: false, reopen: false, ungive: false },
}
const row = {
  ...{ id: 4, companyId: 9, company: 'Thy Køl & Transport ApS', town: 'Thisted', field: 'fvu-danish' },
  giver: { id: 2, name: 'Ivan Kowalski', school: 'Transportskolen Nordhavn' },
  ...{
    givenAt: '2026-11-19T09:00:00.000Z',
    hearBy: '2026-11-27',
    answerBy: '2026-11-26',
    daysLeft: 3,
    late: false,
    givenBack: 0,
  },
  to: { id: 7, name: 'Sofie Holst', school: 'VUC Fjordlandet' },
  toSchool: { id: 3, name: 'VUC Fjordlandet' },
  ...{ way: 'got' as const, state: 'asked' as const, takenAt: null, talkedAt: null, endedAt: null },
  can: { ...nothing, take: true, answer: true, giveBack: true },
}
const gave = {
  ...{ ...row, id: 5, company: 'Bageriet Kringlen', field: null, way: 'given' as const, daysLeft: -1, late: true },
  can: { ...nothing, pass: true, withdraw: true },
}
const whole: Referral = {
  ...row,
  ...{
    words: 'De tør ikke gå op til prøven på dansk.',
    contact: null,
    visitId: null,
    stopped: false,
    nextIsCentre: false,
    nearest: { id: 8, name: 'Fatima Haddad', school: 'VUC Thy-Mors', minutes: 12 },
  },
  steps: [{ id: 1, verb: 'given', at: '2026-11-19T09:00:00.000Z', by: 'Ivan Kowalski', to: 'Sofie Holst', words: '' }],
}
const taken: Referral = {
  ...whole,
  state: 'taken',
  takenAt: '2026-11-23T09:00:00.000Z',
  can: { ...nothing, untake: true },
}
const open = async (at = '/henvisninger?nr=4', shown: Partial<Referral> = {}) => {
  let stands: Referral = { ...whole, ...shown }
  const screen = await openScreen(at, [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Sofie', email: 's@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'consultant', school: { id: 3, name: 'VUC Fjordlandet' }, schoolWaits: false, home: '/', demo: false },
      mails: true,
      may: ['listReferrals', 'showReferral', 'takeReferral', 'giveReferral'],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(contract.listReferrals, () => ({ rows: [gave, { ...row, state: stands.state }], waiting: 1, next: null })),
    answers(contract.showReferral, () => stands),
    answers(contract.listReferralReceivers, {
      people: [{ id: 8, name: 'Fatima Haddad', school: 'VUC Thy-Mors' }],
      schools: [{ id: 3, name: 'VUC Fjordlandet' }],
    }),
    answers(contract.takeReferral, () => (stands = taken)),
    answers(contract.giveReferralBack, { id: 4, to: 'Fatima Haddad' }),
  ])
  return screen
}
const key = (name: string) => act(() => Promise.resolve(fireEvent.keyDown(document.body, { key: name })))

test('what is at me stands before what I gave; a list names dansk, and nothing that is not to be named', async () => {
  const { findByText, getAllByRole } = await open('/henvisninger')
  await findByText('Fået, skal have svar')
  expect(getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Fået, skal have svar 1',
    'Givet videre 1',
  ])
  await findByText('Én venter på dig. Uden svar inden fristen får centret den også.')
  // In the days that the last one is counted in.
  await findByText('3 hverdage tilbage')
  await findByText('1 hverdag for sent')
  await findByText('Fra Ivan Kowalski, Transportskolen Nordhavn. FVU-dansk.')
  await findByText(/Til Sofie Holst, VUC Fjordlandet 19. november. Ingen har svaret, så centret har den også nu.$/)
})

test('by the keyboard alone: 1 takes it, and what may no longer be done is gone', async () => {
  const { findByText, sent, queryByText } = await open()
  await findByText('De tør ikke gå op til prøven på dansk.')
  await key('1')
  await findByText('Jeg har alligevel ikke taget den')
  expect(sent.map(({ name }) => name)).toEqual(['takeReferral'])
  expect(queryByText('Giv tilbage')).toBeNull()
})

test('3 gives it back: nothing is sent without a why, and who is chosen goes along', async () => {
  const { findByLabelText, findByRole, findByText, sent } = await open()
  await findByRole('button', { name: /Tag den, tal med dem/ })
  await key('3')
  const why = await findByLabelText('Hvorfor kan du ikke?')
  const button = await findByRole('button', { name: 'Giv tilbage' })
  expect(button).toHaveProperty('disabled', true)
  await act(() => Promise.resolve(fireEvent.change(why, { target: { value: 'Jeg har ikke faget' } })))
  await findByLabelText('Hvem i stedet?')
  await findByText('Fatima Haddad, VUC Thy-Mors kender til faget og er 12 min. derfra.')
  const her = await findByRole('button', { name: 'Vælg Fatima' })
  await act(() => Promise.resolve(fireEvent.click(her)))
  await act(() => Promise.resolve(fireEvent.click(button)))
  expect(sent.map(({ body }) => body)).toEqual([{ why: 'Jeg har ikke faget', toId: 8, schoolId: null }])
})

test('the third time nobody is chosen: the centre finds somebody, and the page says so', async () => {
  const { findByText, queryByLabelText, findByRole } = await open('/henvisninger?nr=4', {
    nextIsCentre: true,
    givenBack: 2,
  })
  await findByRole('button', { name: /Tag den, tal med dem/ })
  await key('3')
  await findByText('Den er givet tilbage flere gange før. Nu finder centret en.')
  expect(queryByLabelText('Hvem i stedet?')).toBeNull()
})

test('empty: says what will come here', async () => {
  const screen = await openScreen('/henvisninger', [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Sofie', email: 's@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'teacher', school: { id: 3, name: 'VUC' }, schoolWaits: false, home: '/', demo: false, mails: true },
      may: ['listReferrals', 'showReferral'],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(contract.listReferrals, { rows: [], waiting: 0, next: null }),
  ])
  const main = within(await screen.findByRole('main'))
  await main.findByText('Ingen venter på dig')
  expect(main.queryByRole('button', { name: 'Giv en virksomhed videre' })).toBeNull()
})
