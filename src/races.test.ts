/** Races between features: many at once, and afterwards only what the rules allow. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking } from './features/bookings/bookings.schema.ts'
import { addAbsence } from './features/diaries/diaries.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const settled = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === 'fulfilled' ? 'done' : ((one.reason as { code?: string }).code ?? String(one.reason)),
  )
const book = async (personId: number, startsAt: string) => {
  const companyId = (await world.company()).id
  return world
    .as('birgit')
    .call(bookMeeting, { body: { companyId, personId, startsAt, contactName: 'Karen', note: '' } })
}
const overlaps = () =>
  world.sql(`with standing as (
      select b.id, w.person_id, tstzrange(b.starts_at - make_interval(mins => w.travel_minutes), b.ends_at + make_interval(mins => w.travel_minutes)) as during
      from booking b join booking_visitor w on w.booking_id = b.id where b.cancelled_at is null)
    select a.id, b.id from standing a join standing b on b.id > a.id and b.person_id = a.person_id and a.during && b.during`)
/** What diaries hold is what the meetings that stand take, no more and no less. */
const strayed = () =>
  world.sql(`select w.booking_id, y.source_id
    from (select w.* from booking_visitor w join booking b on b.id = w.booking_id and b.cancelled_at is null) w
    full join busy y on y.kind = 'booking' and y.source_id = w.booking_id and y.person_id = w.person_id
    where w.booking_id is null or y.source_id is null`)

test('moves from two sides and new bookings at once never give a consultant two meetings at one time', async () => {
  const [anne, ali] = [world.people.anne.id, world.people.ali.id]
  for (let round = 0; round < 4; round++) {
    const day = String(7 + round).padStart(2, '0')
    const at = (hour: string) => `2026-12-${day}T${hour}:00:00Z`
    const [first, second] = [await book(anne, at('08')), await book(ali, at('08'))]
    const move = (meeting: { id: number; sequence: number }, personId: number, startsAt: string) =>
      world
        .as('birgit')
        .call(moveBooking, { params: { id: meeting.id }, body: { startsAt, personId, sequence: meeting.sequence } })
    const said = await settled([
      move(first, ali, at('11')),
      move(second, ali, at('11')),
      move(second, anne, at('08')),
      ...Array.from({ length: 6 }, () => book(ali, at('11'))),
      ...Array.from({ length: 6 }, () => book(anne, at('08'))),
      world.as('birgit').call(cancelBooking, { params: { id: first.id }, body: { why: 'Syg' } }),
    ])
    expect(
      said.filter((code) => !['done', 'slot-taken', 'changed-meanwhile', 'booking-cancelled'].includes(code)),
    ).toEqual([])
    expect(await overlaps()).toEqual([])
    expect(await strayed()).toEqual([])
  }
})

test('a day away and a booking at the same moment: one of them knows of the other', async () => {
  for (let round = 0; round < 6; round++) {
    const day = String(11 + round).padStart(2, '0')
    const startsAt = `2027-01-${day}T09:00:00Z`
    const personId = world.people.pia.id
    const [booked, away] = await Promise.allSettled([
      book(personId, startsAt),
      world.as('birgit').call(addAbsence, {
        body: { personId, startsAt: `2027-01-${day}T06:00:00Z`, endsAt: `2027-01-${day}T16:00:00Z`, note: '' },
      }),
    ])
    expect(away.status).toBe('fulfilled')
    const inside = away.status === 'fulfilled' ? away.value.bookingsInside : 0
    const code = booked.status === 'rejected' ? (booked.reason as { code: string }).code : 'done'
    expect([
      ['done', 1],
      ['slot-taken', 0],
      ['outside-working-hours', 0],
    ]).toContainEqual([code, inside])
  }
})
