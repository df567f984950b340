// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { turnsOf } from '#web/parts/turns-of-a-day.ts'
import { answers, closeScreen, openPart } from '../../testing/screen.tsx'
import { GatheringDialog } from './GatheringDialog.tsx'
import { showGathering, signUp } from './gatherings.schema.ts'

afterEach(closeScreen)

type Whole = AnswerOf<typeof showGathering>
const when = { startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T11:00:00.000Z' }
const no = { signUp: false, signOff: false, ask: false, move: false }
const anne = { id: 2, name: 'Anne Bruun', school: 'Nordre', waits: false, asked: null, came: null }
const whole = (time: Partial<Whole['times'][number]>): Whole => ({
  ...{ id: 1, kind: 'tour', title: 'Rundt i svejsehallen', aim: 'Kende den', school: { id: 1, name: 'Nordre' } },
  ...{ ...when, calledOff: false, over: false, learnt: [], heldBy: null, invited: [], calledOffWhy: '' },
  times: [
    {
      ...{ id: 7, ...when, place: 'Svejsehallen', seats: 1, free: 0, mine: null },
      people: [{ ...anne, can: { say: false, take: false } }],
      can: no,
      ...time,
    },
  ],
  can: { run: false, callOff: false, learn: false, hold: false },
})

test('full: one is put on the waiting list, and sees which number one has', async () => {
  let mine: Whole['times'][number]['mine'] = null
  const now = () => whole(mine ? { mine, can: { ...no, signOff: true } } : { can: { ...no, signUp: true } })
  const screen = openPart(<GatheringDialog id={1} onClose={() => undefined} />, [
    answers(showGathering, now),
    answers(signUp, () => {
      mine = { waits: true, place: 2, news: null }
      return now()
    }),
  ])
  const button = await screen.findByRole('button', { name: 'Skriv mig på ventelisten' })
  await act(() => Promise.resolve(fireEvent.click(button)))
  expect(await screen.findByText(/Du er nummer 2 på ventelisten/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Meld mig fra' })).toBeTruthy()
})

test('a day at a stand in turns: the last one is as long as there is left, and no hours give none', () => {
  expect(turnsOf('09:00', '14:00', 2)).toEqual([
    { from: '09:00', to: '11:00' },
    { from: '11:00', to: '13:00' },
    { from: '13:00', to: '14:00' },
  ])
  expect([turnsOf('09:00', '09:00', 2), turnsOf('', '09:00', 2)]).toEqual([[], []])
})
