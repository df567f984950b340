import { afterAll, beforeEach, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { openWorld } from '#testing/world'
import { keepsItsTime } from '../bookings/bookings.ts'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { feedOf } from '../calendar-feeds/calendar-feeds.ts'
import { system } from '../centre/centre.ts'
import { showCase } from '../company-page/company-page.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { remindOfMeetings } from './reminders.ts'

// Nobody answers there: what is written stays in the outbox.
const world = await openWorld({ SMTP_URL: 'smtp://127.0.0.1:9' })
afterAll(() => world.close())
const { people } = world
const birgit = world.as('birgit')
beforeEach(async () => {
  world.clock.set('2026-11-16T09:00')
  await world.sql(
    'delete from outbox; delete from meeting_reminder; delete from booking_visitor; delete from booking; delete from busy; delete from contact_mark; update membership set left_at = null',
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

const leaves = (who: 'anne' | 'ali') => birgit.call(endMembership, { params: { id: people[who].memberId } })
const mails = async () =>
  JSON.stringify(await world.sql('select recipient, reply_to, reply_to_name, body, attachment from outbox'))

test('who has left is neither reminded nor named; the company hears of it again when another goes', async () => {
  await book('2026-11-25T09:00:00.000Z')
  await leaves('anne')
  await sweep('2026-11-24T08:00')
  expect(await to()).toEqual([])
  await book('2026-11-26T09:00:00.000Z', { personId: people.ali.id, secondId: people.pia.id })
  await birgit.call(endMembership, { params: { id: people.pia.memberId } })
  await world.sql('delete from outbox')
  await sweep('2026-11-25T08:00')
  expect(await to()).toEqual([people.ali.email, 'grethe@lund.example'].toSorted())
  expect(await mails()).not.toMatch(/Pia Toft|Anne Bruun/)
})

test('called off after who goes first has left: he gets no mail, and the company is not asked to write to him', async () => {
  const { id } = await book('2026-11-25T09:00:00.000Z', { secondId: people.ali.id })
  await leaves('anne')
  await world.sql('delete from outbox')
  await birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg' } })
  const written = await world.sql<{ recipient: string; reply_to: string }>('select recipient, reply_to from outbox')
  expect(written.map(({ recipient }) => recipient).toSorted()).toEqual(
    [people.ali.email, 'grethe@lund.example'].toSorted(),
  )
  expect(written.find(({ recipient }) => recipient === 'grethe@lund.example')?.reply_to).toBe(people.ali.email)
  expect(await mails()).not.toContain(people.anne.email)
  expect(await mails()).not.toContain('Anne Bruun')
})

test('moved after who comes along has left: he is not written to', async () => {
  const { id } = await book('2026-11-25T09:00:00.000Z', { secondId: people.ali.id })
  await leaves('ali')
  await world.sql('delete from outbox')
  const body = { startsAt: '2026-11-26T09:00:00.000Z', sequence: 0 }
  await birgit.call(moveBooking, { params: { id }, body })
  expect(await mails()).not.toMatch(/Ali Demir|ali@/)
})

test('who left and came back goes to none of it: not in his calendar elsewhere, not on the company’s page', async () => {
  const { companyId } = await book('2026-11-25T09:00:00.000Z')
  const feed = () => world.inside('anne', (ctx) => feedOf(ctx, people.anne.id))
  expect(await feed()).toContain('Bageri Lund')
  await leaves('anne')
  await world.sql('update membership set left_at = null')
  expect(await feed()).not.toContain('Bageri Lund')
  const { token } = await linkFor(world, companyId, 'birgit')
  expect(await world.visitor.call(showCase, { params: { token } })).toMatchObject({ meetings: [{ who: null }] })
})

test('moved today to tomorrow there is one mail, not two', async () => {
  const { id } = await book('2026-11-26T09:00:00.000Z')
  world.clock.set('2026-11-24T08:30')
  await birgit.call(moveBooking, { params: { id }, body: { startsAt: '2026-11-25T09:00:00.000Z', sequence: 0 } })
  await sweep('2026-11-24T09:00')
  expect(await to()).toEqual([])
})

test('a meeting that somebody is calling off is not reminded of meanwhile; one that stands still is, a minute later', async () => {
  const { id } = await book('2026-11-25T09:00:00.000Z')
  world.clock.set('2026-11-24T08:00')
  await world.database.in(system(world.centreId, 'job'), async (ctx) => {
    await ctx.db.updateTable('booking').set({ note: 'x' }).where('id', '=', id).execute()
    await sweep('2026-11-24T08:00')
  })
  expect(await to()).toEqual([])
  await sweep('2026-11-24T08:01')
  expect(await to()).toHaveLength(2)
})

test('called off or moved between finding and reminding, nobody is reminded', async () => {
  const { id } = await book('2026-11-25T09:00:00.000Z')
  const keeps = (startsAt: string) =>
    world.database.in(system(world.centreId, 'job'), (ctx) => keepsItsTime(ctx, id, startsAt))
  expect(await keeps('2026-11-25T09:00:00.000Z')).toBe(true)
  expect(await keeps('2026-11-25T10:00:00.000Z')).toBe(false)
  await birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg' } })
  expect(await keeps('2026-11-25T09:00:00.000Z')).toBe(false)
})

test('what could not be sent before the meeting began is never sent, on a day nobody works neither', async () => {
  await book('2026-11-27T09:00:00.000Z')
  await sweep('2026-11-26T08:00')
  await sweep('2026-11-27T09:59')
  expect((await reminders()).map(({ over }) => over)).toEqual([false, false])
  await sweep('2026-11-28T10:00')
  expect((await reminders()).map(({ over }) => over)).toEqual([true, true])
})
