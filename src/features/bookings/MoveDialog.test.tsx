// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import type { Meeting } from './booking-words.tsx'
import { moveBooking } from './bookings.schema.ts'
import { MoveDialog } from './MeetingDialogs.tsx'

afterEach(closeScreen)

const can = {
  move: true,
  bringAlong: false,
  cancel: false,
  acknowledge: false,
  report: false,
  prepare: true,
  notMet: false,
}
const meeting: Meeting = {
  ...{ id: 5, companyId: 3, cvr: '12345678', company: 'Nordfjord Plast', town: 'Horsens', personId: 7 },
  ...{ consultant: 'Anne Bruun', school: null, startsAt: '2030-12-02T09:00:00Z', endsAt: '2030-12-02T10:00:00Z' },
  ...{
    form: 'visit',
    visitors: [],
    travelMinutes: 20,
    travelKnown: true,
    place: 'Havnegade 1',
    ownPlaces: {},
    contactName: 'Lone',
  },
  ...{ companyPersonId: null, contactEmail: null, contactPhone: null, note: '', chosenWhy: null, bookedBy: null },
  ...{ bookedAt: '2030-11-23T09:00:00Z', acknowledgedAt: null, confirmedAt: null, cancelledAt: null },
  ...{ cancelledWhy: null, sequence: 0, reported: false, notMetAt: null, mail: null },
  can: { ...can, inviteAgain: false },
}
const slot = {
  ...{
    personId: 7,
    name: 'Anne Bruun',
    school: null,
    startsAt: '2030-12-05T09:00:00Z',
    endsAt: '2030-12-05T10:00:00Z',
  },
  ...{ travelMinutes: 20, travelKnown: true, why: '', proposed: false, place: null, held: false, fits: true },
  ...{ points: [], second: null },
}

test('made an online meeting meanwhile: who keeps his own version keeps the kind that stands in it', async () => {
  const theirs = { startsAt: meeting.startsAt, consultant: 'Anne Bruun', form: 'online', sequence: 1 }
  const screen = openPart(<MoveDialog meeting={meeting} onClose={() => undefined} />, [
    answers(listFreeSlots, {
      rows: [slot],
      days: [],
      from: '2026-12-01',
      through: '2026-12-07',
      otherFields: 0,
      full: [],
      ask: [],
    }),
    answers(moveBooking, ({ body }) => {
      if ((body as { sequence: number }).sequence !== 1) refuses(409, 'changed-meanwhile', { theirs })
      return { ...meeting, startsAt: slot.startsAt, sequence: 2 }
    }),
  ])
  const press = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  await press(/^10\.00/)
  await press(/^Flyt til/)
  expect(await screen.findByText(/Besøg · Anne Bruun/)).toBeTruthy()
  await press(/^Gem mit i stedet/)
  expect(screen.sent.at(-1)?.body).toMatchObject({ startsAt: slot.startsAt, form: 'visit', sequence: 1 })
})
