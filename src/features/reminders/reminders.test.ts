import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { system } from '../centre/centre.ts'
import { remindOfMeetings } from './reminders.ts'

// Nobody answers there: what is written stays in the outbox.
const world = await openWorld({ SMTP_URL: 'smtp://127.0.0.1:9' })
afterAll(() => world.close())
const { people } = world
const birgit = world.as('birgit')
beforeEach(async () => {
  world.clock.set('2026-11-16T09:00')
  await world.sql(
    'delete from outbox; delete from meeting_reminder; delete from booking_visitor; delete from booking; delete from busy; delete from contact_mark',
  )
})
const sweep = (at: string) => {
  world.clock.set(at)
  return world.database.in(system(world.centreId, 'job'), (ctx) => remindOfMeetings.run(ctx))
}
const book = async (startsAt: string, more: object = {}) => {
  const { id: companyId } = await world.company({ name: 'Bageri Lund', municipality: 615 })
  const body = { companyId, personId: people.anne.id, startsAt, contactName: 'Grethe', note: '', ...more }
  return birgit.call(bookMeeting, { body: { contactEmail: 'grethe@lund.example', ...body } })
}
const reminders = () =>
  world.sql<{ recipient: string; subject: string; over: boolean }>(
    "select recipient, subject, over_at is not null as over from outbox where brings = 'reminder' order by recipient",
  )
const to = async () => (await reminders()).map(({ recipient }) => recipient)

test('the working day before, from eight: company and everyone who goes, once, however often it is swept at the same moment', async () => {
  await book('2026-11-25T09:00:00.000Z', { secondId: people.ali.id })
  await sweep('2026-11-23T12:00')
  await sweep('2026-11-24T07:59')
  expect(await to()).toEqual([])
  await Promise.all(Array.from({ length: 4 }, () => sweep('2026-11-24T08:00')))
  expect(await to()).toEqual([people.ali.email, people.anne.email, 'grethe@lund.example'].toSorted())
  expect((await reminders()).map(({ subject }) => subject)).toContain(
    'Påmindelse: besøget onsdag 25. november kl. 10.00',
  )
})

test('of a Monday on the Friday; on a day nobody works nothing is written', async () => {
  await book('2026-11-30T09:00:00.000Z')
  await sweep('2026-11-28T10:00')
  expect(await to()).toEqual([])
  await sweep('2026-11-27T10:00')
  expect(await to()).toHaveLength(2)
})

test('moved, it is reminded of anew, and what was not sent of the old time is over; called off, nobody is reminded', async () => {
  const made = await book('2026-11-25T09:00:00.000Z')
  await sweep('2026-11-24T08:00')
  const to25 = await reminders()
  await birgit.call(moveBooking, {
    params: { id: made.id },
    body: { startsAt: '2026-11-26T09:00:00.000Z', sequence: 0 },
  })
  expect((await reminders()).map(({ over }) => over)).toEqual(to25.map(() => true))
  await sweep('2026-11-25T08:00')
  expect((await reminders()).filter(({ over }) => !over)).toHaveLength(2)
  await birgit.call(cancelBooking, { params: { id: made.id }, body: { why: 'Syg' } })
  expect((await reminders()).filter(({ over }) => !over)).toEqual([])
})

test('what was agreed today needs no reminder; a company without an address gets none', async () => {
  await book('2026-11-25T09:00:00.000Z', { contactEmail: null })
  world.clock.set('2026-11-24T08:30')
  await book('2026-11-25T12:00:00.000Z', { contactEmail: 'ny@lund.example' })
  await sweep('2026-11-24T09:00')
  expect(await to()).toEqual([people.anne.email])
})

test('without a mail server nothing is written', async () => {
  await book('2026-11-25T09:00:00.000Z')
  const { house } = world.database
  world.database.house = { ...house, mail: null }
  await sweep('2026-11-24T09:00')
  expect(await to()).toEqual([])
  world.database.house = house
})
