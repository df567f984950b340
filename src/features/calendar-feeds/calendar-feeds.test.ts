import ICAL from 'ical.js'
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking } from '../bookings/bookings.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { endMyFeed, showMyFeed } from './calendar-feeds.schema.ts'
import { setMeetingSeries } from '../meeting-dates/meeting-dates.schema.ts'
import { whichAreMeetings } from '../meeting-dates/meeting-dates.ts'
import { whichAreJoint } from '../joint-visits/joint-visits.ts'
import { makeMyFeed } from './calendar-feeds.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const birgit = world.as('birgit')

const make = async (who: 'anne' | 'ali') => new URL((await world.inside(who, makeMyFeed)).url).pathname
const read = async (path: string) => {
  const answer = await world.visitor.fetch(path)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}
const book = async (personId: number, startsAt: string, name: string) => {
  const { id: companyId } = await world.company({ name, municipality: 615 })
  const body = { companyId, personId, startsAt, contactName: 'Karen Hemmelig', note: 'Sagt i fortrolighed' }
  return birgit.call(bookMeeting, { body })
}
/** Read without any library: unfolded, a property a line. */
const plainly = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => Object.fromEntries(event.split('\r\n').map((line) => line.split(/[;:](.*)/s).slice(0, 2))))

test('the address shows one’s own meetings as two readers understand them, and nothing of who is met', async () => {
  const path = await make('anne')
  const mine = await book(people.anne.id, '2026-11-25T09:00:00.000Z', 'Bøg, Ask & Eg; Snedkeri ApS')
  await book(people.ali.id, '2026-11-26T09:00:00.000Z', 'Alis virksomhed')
  const gone = await book(people.anne.id, '2026-11-27T09:00:00.000Z', 'Aflyst A/S')
  await birgit.call(cancelBooking, { params: { id: gone.id }, body: { why: 'Syg' } })
  const { status, type, text } = await read(path)
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
    ['Besøg hos Bøg, Ask & Eg; Snedkeri ApS (VEU-center Østkysten)', '2026-11-25T10:00:00'],
  ])
  expect(plainly(text)).toMatchObject([
    { SUMMARY: 'Besøg hos Bøg\\, Ask & Eg\\; Snedkeri ApS (VEU-center Østkysten)', STATUS: 'CONFIRMED' },
  ])
  expect(text).not.toMatch(/Hemmelig|fortrolighed|Alis|Aflyst/)
  expect(mine.consultant).toBe('Anne Bruun')
})

test('days at partners and visits with them that are one’s own stand there too, under a number that is known as ours', async () => {
  const path = await make('anne')
  const { anne, ali, birgit: runs } = people
  await world.sql(
    `with partner as (
       insert into centre_partner (centre_id, name, kind, place, held_by, added_by, added_at) values ($1, '3F i Skive', 'union', 'Skive', $4, $4, now()) returning id
     ) insert into joint_visit (centre_id, partner_id, given_by, given_at, company_said, starts_at, ends_at, place, goes_id)
       select $1, partner.id, $4, now(), one.said, '2026-12-02T09:00Z', '2026-12-02T10:00Z', 'Kantinen', one.who from partner
       cross join (values ('Roslev Snedkeri', $2::int), ('Alis sted', $3::int)) one (said, who)`,
    [world.centreId, anne.id, ali.id, runs.id],
  )
  // Consultants of all schools meet on Tuesday: that is everyone's.
  const hosts = [world.schools.vuc]
  const series = {
    firstOn: '2026-11-24',
    everyWeeks: 4,
    from: '08:30',
    until: '10:00',
    place: 'Lokale 2',
    hosts,
    seen: null,
  }
  await birgit.call(setMeetingSeries, { body: series })
  const { text } = await read(path)
  const meeting = plainly(text).find(({ SUMMARY }) => SUMMARY === 'Konsulentmøde')
  expect(meeting?.['LOCATION']).toMatch(/Lokale 2$/)
  const meetingUid = String(meeting?.['UID'])
  expect(await world.inside('anne', (ctx) => whichAreMeetings(ctx, [meetingUid, 'anden@tovholder']))).toEqual([
    meetingUid,
  ])
  const visit = plainly(text).find(({ LOCATION }) => LOCATION === 'Kantinen')
  expect(visit).toMatchObject({ SUMMARY: 'Besøg hos Roslev Snedkeri med 3F i Skive', STATUS: 'CONFIRMED' })
  expect(text).not.toContain('Alis sted')
  const uid = String(visit?.['UID'])
  expect(await world.inside('anne', (ctx) => whichAreJoint(ctx, [uid, 'anden@tovholder']))).toEqual([uid])
})

test('a new address ends the one before; an ended one answers like one that never was', async () => {
  const [first, second] = [await make('anne'), await make('anne')]
  const never = await read(first.replace(/-.*/, '-abcdefghijklmnopqrstuvwxyz'))
  expect((await read(first)).text).toBe(never.text)
  expect((await read(second)).status).toBe(200)
  expect(await world.as('anne').call(showMyFeed)).toEqual({
    feed: { madeAt: expect.any(String) as string, lastOpenedAt: expect.any(String) as string },
  })
  await world.as('ali').call(endMyFeed)
  expect((await read(second)).status).toBe(200)
  await world.as('anne').call(endMyFeed)
  expect((await read(second)).text).toBe(never.text)
  expect(await world.as('anne').call(showMyFeed)).toEqual({ feed: null })
})

test('whoever leaves leaves no address behind that works', async () => {
  const path = await make('ali')
  expect((await read(path)).status).toBe(200)
  await world.as('birgit').call(endMembership, { params: { id: people.ali.memberId } })
  expect((await read(path)).status).not.toBe(200)
  expect(
    await world.sql("select from link where kind = 'calendar-feed' and subject_id = $1 and revoked_at is null", [
      people.ali.id,
    ]),
  ).toEqual([])
})
