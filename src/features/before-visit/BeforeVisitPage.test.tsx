// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeScreen, openPart } from '../../testing/screen.tsx'
import { blank, reportOf, type Written } from '../visits/ReportDraft.tsx'
import type { BeforeVisit } from './before-visit.schema.ts'
import { Offers } from './Offers.tsx'
import { Questions } from './Questions.tsx'

beforeEach(() => localStorage.clear())
afterEach(closeScreen)

const going = { part: 'direction' as const, occasion: null, trade: null, words: 'Hvor er I på vej hen?' }
const next = {
  ...{ id: 1, provider: 0, startsOn: '2027-01-11', signUpBy: null, days: 5, hours: null, town: 'Skive', price: 1090 },
  ...{ state: 'short' as const, needs: 3, places: 4 },
}
const offer = { kind: 'AMU', title: 'Svejsning', next, school: 'Fjordens Tekniske Skole', schools: 1 }
const before: BeforeVisit = {
  ...{ bookingId: 4, companyId: 7, company: 'Sallingsund Fisk', street: null, town: null, postalCode: null },
  ...{ industryText: null, form: null, employees: 38, employeesFrom: null, employeesTo: null, standing: null },
  ...{
    warnings: [],
    startsAt: '2026-11-23T12:00:00Z',
    endsAt: '2026-11-23T13:00:00Z',
    meetingForm: 'visit',
    place: '',
  },
  ...{ cancelledAt: null, driving: null, visitors: [], people: [], said: null, knows: [], visits: [], promises: [] },
  ...{ notes: [], aim: null, guide: { id: 3, questions: [going] }, occasion: 'first', trade: null, offersAt: null },
  offers: [
    { ...offer, answers: 'Vi får ny svejselinje.' },
    { ...offer, title: 'FVU-dansk', answers: null },
  ],
}

/** What stands in the draft after each press. */
const drafts: Written[] = []
const Page = () => {
  const [written, setWritten] = useState(blank)
  drafts.push(written)
  return <Questions before={before} written={written} write={(part) => setWritten({ ...written, ...part })} />
}

test('a question is asked in one tap; what they say is a need in their own words, or told; half an answer stays', async () => {
  const screen = openPart(<Page />, [])
  fireEvent.click(await screen.findByRole('checkbox', { name: going.words }))
  expect(drafts.at(-1)?.asked).toEqual({ guideId: 3, questions: [{ words: going.words, heard: 'asked', own: false }] })
  const field = () => screen.getByLabelText('Det svarede de, med deres egne ord')
  fireEvent.change(field(), { target: { value: 'Vi skal kunne svejse rustfrit' } })
  expect(localStorage.length).toBe(1)
  fireEvent.click(screen.getByRole('button', { name: 'Det er et behov' }))
  fireEvent.change(field(), { target: { value: 'Til marts er linjen her' } })
  fireEvent.click(screen.getByRole('button', { name: 'Skriv det i rapporten' }))
  expect(drafts.at(-1)).toMatchObject({
    needs: [{ words: 'Vi skal kunne svejse rustfrit', education: null, soon: true }],
    about: 'Til marts er linjen her',
    asked: { questions: [{ heard: 'told' }] },
  })
  expect(localStorage.length).toBe(0)
  fireEvent.click(screen.getByRole('button', { name: 'Ved vi ikke' }))
  expect(drafts.at(-1)?.asked?.questions).toMatchObject([{ heard: 'unknown' }])
})

test('a question of one’s own is asked beside the others, and is no part of what is sent', async () => {
  const screen = openPart(<Page />, [])
  fireEvent.click(await screen.findByRole('button', { name: 'Dit eget spørgsmål' }))
  fireEvent.change(screen.getByLabelText('Dit eget spørgsmål'), { target: { value: 'Hvad med natholdet?' } })
  fireEvent.click(screen.getByRole('button', { name: 'Tilføj' }))
  fireEvent.click(screen.getByRole('checkbox', { name: going.words }))
  const written = drafts.at(-1) ?? blank()
  expect(written.asked?.questions.map(({ own }) => own)).toEqual([true, false])
  expect(reportOf({ bookingId: 4 }, written).asked?.questions).toEqual([{ words: going.words, heard: 'asked' }])
})

test('each offer says which of their sentences it answers, or that they have not said it', async () => {
  const screen = openPart(<Offers before={before} />, [])
  await screen.findByText('Vent med det, til de har fortalt.')
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(rows[0]).toMatch(/mangler 3.*De sagde: “Vi får ny svejselinje\.”/)
  expect(rows[1]).toMatch(/Ikke nævnt endnu/)
})
