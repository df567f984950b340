// @vitest-environment happy-dom
import { act, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen, press } from '../../testing/screen.tsx'
import { listRefusalReasons } from '../calls/refusal-reasons.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { answers as allAnswers } from '../may-contact/answers.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { showTraining } from './training.schema.ts'

afterEach(closeScreen)

const company = (name: string, at: number) => ({
  ...{
    companyId: -1 - at,
    listId: null,
    list: null,
    name,
    town: 'Øveby',
    employees: 7,
    employeesFrom: null,
    employeesTo: null,
  },
  ...{
    industry: 'Bageri',
    industryCode: null,
    language: null,
    wording: null,
    phone: '',
    takenAt: '2026-11-23T08:00:00Z',
    expiresAt: '2026-11-23T08:00:00Z',
  },
  ...{
    dueAt: null,
    tries: 0,
    sharedLeadership: false,
    last: null,
    form: 'visit' as const,
    sameNumber: null,
    answersBest: null,
    says: 'Goddag, Søren her.',
  },
  script: { id: null, listId: null, version: 1, body: 'Goddag', writtenBy: null, writtenAt: null },
  own: [],
  effects: allAnswers.map((answer) => ({
    answer,
    until: answer === 'later' ? '2027-02-23' : null,
    at: null,
    forGood: false,
  })),
})
const slot = (startsAt: string, place: number) => ({
  ...{
    personId: -1,
    name: 'Kaja Prøve',
    school: null,
    startsAt,
    endsAt: startsAt,
    travelMinutes: 0,
    travelKnown: false,
  },
  ...{ why: 'Opdigtet', proposed: place === 1, place, held: false, fits: true, points: [], second: null },
})
const open = () => {
  const silent = () => undefined
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: silent, removeEventListener: silent },
  })
  return openScreen('/ring/oevelse', [
    answers(showMe, {
      ...{
        person: { id: 9, name: 'Søren Vig', email: 's@x.dk', language: 'da' },
        centre: { id: 1, name: 'Østkysten' },
      },
      ...{ role: 'caller', school: null, schoolWaits: false, home: '/ring', demo: false, mails: true },
      may: ['showTraining', 'takeCompany', 'answerCall'],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listRefusalReasons, { rows: [{ id: 1, name: 'Ingen tid' }] }),
    answers(showTraining, {
      rows: [
        {
          company: company('Bageri Kanelsnegl', 0),
          hears: 'Kom gerne forbi.',
          fits: ['wants-contact'],
          because: 'Hun vil gerne.',
        },
        { company: company('Prøvelund Smede', 1), hears: 'Ikke lige nu.', fits: ['later'], because: 'Gerne senere.' },
      ],
      slots: {
        ...{ days: [], from: '2026-12-01', through: '2026-12-07', otherFields: 0, full: [], ask: [] },
        rows: [slot('2026-11-26T08:00:00Z', 1), slot('2026-11-27T09:30:00Z', 2)],
      },
    }),
  ])
}

test('an hour with the keyboard alone: rung, heard, answered, told; and nothing is ever sent', async () => {
  const { findByText, findByLabelText, findByRole, queryByText, container, sent } = await open()
  await findByText('Bageri Kanelsnegl')
  expect(queryByText('Kom gerne forbi.')).toBeNull()
  await press('1')
  await press('ctrl+Enter')
  await findByText('Ring op først.')
  await press(' ')
  await findByText('Kom gerne forbi.')
  await press('ctrl+Enter')
  await findByText('Skriv, hvem du talte med, når du har aftalt et møde.')
  const name = await findByLabelText('Hvem talte du med?')
  await act(() => fireEvent.change(name, { target: { value: 'Lone' } }))
  await press('ArrowDown')
  await press('ctrl+Enter')
  await findByText('Det passer.')
  await findByText(/ville mødet være booket .*27\. november/)
  // What is judged is not changed any more.
  await press('2')
  expect(queryByText(/havde vi noteret anderledes/)).toBeNull()
  await press(' ')
  await findByText('Prøvelund Smede')
  await press(' ')
  await press('3')
  await press('ctrl+Enter')
  await findByText(/Det havde vi noteret anderledes/)
  await press('ctrl+Enter')
  await findByText('Du har øvet 2 samtaler')
  await findByText(/^1 af 2 svar/)
  expect(container.querySelector('a[href^="tel:"]')).toBeNull()
  fireEvent.click(await findByRole('button', { name: 'Øv igen' }))
  await waitFor(() => findByText('Bageri Kanelsnegl'))
  expect(sent).toEqual([])
})
