import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { calendarEvent } from '#testing/calendar-server'
import { startRadicale } from '#testing/radicale'
import { openWorld } from '#testing/world'
import ICAL from 'ical.js'
import { afterAll, expect, test } from 'vitest'
import { bookMeeting, cancelBooking, moveBooking } from '../bookings/bookings.schema.ts'
import { makeMyFeed } from '../calendar-feeds/calendar-feeds.ts'
import { findCalendars } from './caldav.ts'
import { Unreadable } from './unreadable.ts'
import * as contract from './other-calendars.schema.ts'
import * as others from './other-calendars.ts'

const password = 'app-adgangskode'
const radicale = await startRadicale(password)
const world = await openWorld({ CALENDARS_FROM: 'anywhere', SEALING_KEY: randomBytes(32).toString('base64') })
afterAll(async () => {
  await world.close()
  await radicale.close()
})
/** A real server takes a zone only with its description. */
const danish = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Copenhagen',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]
const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//DA', ...danish, ...events, 'END:VCALENDAR', ''].join('\r\n')
const find = (more: Partial<Parameters<typeof findCalendars>[1]> = {}) =>
  findCalendars(world.database.house.fetchOutside, { url: radicale.url, user: 'anne', password, ...more })
const mine = async () => (await world.as('anne').call(contract.listOtherCalendars)).rows[0]
const taken = async () =>
  (await world.sql<{ starts_at: Date }>('select starts_at from taken_elsewhere order by 1')).map((row) =>
    row.starts_at.toISOString().slice(0, 16),
  )

await radicale.makeCalendar('arbejde', 'Arbejde &amp; møder')
await radicale.makeCalendar('familie', 'Familie')
await radicale.makeCalendar('opgaver', 'Opgaver', 'VTODO')

test('from the server’s address alone its calendars are found, those of meetings; from one’s own address that one', async () => {
  const found = await find()
  expect(found.map(({ name }) => name).toSorted()).toEqual(['Arbejde & møder', 'Familie'])
  expect(await find({ url: `${radicale.url}/anne/familie/` })).toEqual([
    { url: `${radicale.url}/anne/familie/`, name: 'Familie' },
  ])
})

test('a wrong password and an address that is none are told apart', async () => {
  const trouble = (asking: Promise<unknown>) =>
    asking.then(
      () => null,
      (error: unknown) => (error instanceof Unreadable ? error.trouble : error),
    )
  expect(await trouble(find({ password: 'forkert' }))).toBe('not-let-in')
  expect(
    await trouble(find({ url: `${world.config.baseUrl.replace('https://tovholder.example', radicale.url)}/.web/` })),
  ).not.toBeNull()
})

test('a consultant asks which calendars there are, is told them or what is wrong, and nothing of it is kept', async () => {
  const ask = (given: { url: string; password: string }) =>
    world.as('anne').call(contract.searchCalendars, { body: { user: 'anne', ...given } })
  const { url } = radicale
  expect((await ask({ url, password })).calendars.map(({ name }) => name).toSorted()).toEqual([
    'Arbejde & møder',
    'Familie',
  ])
  expect(await ask({ url, password: 'forkert' })).toEqual({ trouble: 'not-let-in', calendars: [] })
  expect(await ask({ url: 'http://127.0.0.1:1', password })).toEqual({ trouble: 'unreachable', calendars: [] })
  expect(await world.sql('select from other_calendar')).toEqual([])
  expect(JSON.stringify(await world.sql('select * from idempotency'))).not.toContain(password)
})

test('a chosen calendar is read, again only when something changed, and no more of it than is ahead', async () => {
  const work = (await find()).find(({ name }) => name.startsWith('Arbejde'))
  await radicale.put(
    '/anne/arbejde/a.ics',
    file(
      [
        'BEGIN:VEVENT',
        'UID:a',
        'DTSTART;TZID=Europe/Copenhagen:20261102T130000',
        'DTEND;TZID=Europe/Copenhagen:20261102T140000',
        'RRULE:FREQ=WEEKLY;COUNT=6',
        'EXDATE;TZID=Europe/Copenhagen:20261130T130000',
        'END:VEVENT',
      ].join('\r\n'),
      [
        'BEGIN:VEVENT',
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/Copenhagen:20261207T130000',
        'DTSTART:20261208T080000Z',
        'DTEND:20261208T090000Z',
        'END:VEVENT',
      ].join('\r\n'),
    ),
  )
  await radicale.put('/anne/arbejde/old.ics', file(calendarEvent('2026-01-05T09:00', '2026-01-05T10:00')))
  const given = { kind: 'caldav' as const, url: work?.url ?? '', user: 'anne', password, name: work?.name ?? '' }
  const { id } = await world.inside('anne', (ctx) => others.addOtherCalendar(ctx, given))
  const again = async () => {
    await world.sql('update other_calendar set hastened_at = null')
    await world.as('anne').call(contract.readAgain, { params: { id } })
    await world.runJobs()
  }
  await world.runJobs()
  expect(await mine()).toMatchObject({ trouble: null, times: 2, leftOut: 0, name: 'Arbejde & møder' })
  expect(await taken()).toEqual(['2026-11-23T12:00', '2026-12-08T08:00'])
  const [before] = await world.sql('select version, fetched_at from other_calendar')
  await again()
  expect(await world.sql('select version, fetched_at from other_calendar')).toEqual([before])
  await radicale.put('/anne/arbejde/b.ics', file(calendarEvent('2026-12-11T09:00', '2026-12-11T10:00')))
  await radicale.drop('/anne/arbejde/a.ics')
  await again()
  expect(await taken()).toEqual(['2026-12-11T09:00'])
  await radicale.drop('/anne/arbejde/')
  await again()
  expect(await mine()).toMatchObject({ trouble: 'not-found', times: 1 })
  expect(await taken()).toEqual(['2026-12-11T09:00'])
})

/** Read by vobject, which shares nothing with ours: how each event of a file begins, ends and is called. */
const byVobject = (text: string): unknown => {
  const script = `
import sys, json, vobject
print(json.dumps([{"uid": e.uid.value, "start": e.dtstart.value.astimezone(__import__("datetime").timezone.utc).isoformat(), "end": e.dtend.value.astimezone(__import__("datetime").timezone.utc).isoformat(), "summary": e.summary.value, "sequence": e.sequence.value, "status": e.status.value}
  for c in vobject.readComponents(sys.stdin.buffer.read().decode()) for e in c.vevent_list]))`
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script], { input: text }).toString())
}
const byIcal = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents('vevent').map((one) => {
    const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(one)
    const at = (time: ICAL.Time) => time.toJSDate().toISOString().replace('.000Z', '+00:00')
    return {
      uid,
      summary,
      start: at(startDate),
      end: at(endDate),
      sequence: String(sequence),
      status: one.getFirstPropertyValue('status'),
    }
  })

test('a calendar server takes our invitation, its move and its end, and the feed; two readers that share nothing read the same', async () => {
  const { people } = world
  const { id: companyId } = await world.company({ name: 'Bøg, Ask & Eg; Snedkeri ApS', municipality: 615 })
  const body = {
    companyId,
    personId: people.anne.id,
    startsAt: '2026-12-15T09:00:00.000Z',
    contactName: 'Karen',
    contactEmail: 'karen@boeg.example',
  }
  const birgit = world.as('birgit')
  const meeting = await birgit.call(bookMeeting, { body })
  const files = async () =>
    (
      await world.sql<{ attachment: string }>(
        "select attachment from outbox where attachment is not null and recipient = 'karen@boeg.example' order by id",
      )
    ).map((row) => row.attachment)
  const feed = async () =>
    (await world.visitor.fetch(new URL((await world.inside('anne', makeMyFeed)).url).pathname)).text()
  const first = await feed()
  await birgit.call(moveBooking, {
    params: { id: meeting.id },
    body: { startsAt: '2026-12-16T09:00:00.000Z', sequence: meeting.sequence },
  })
  await birgit.call(cancelBooking, { params: { id: meeting.id }, body: { why: 'Syg' } })
  const sent = await files()
  expect(sent).toHaveLength(3)
  for (const text of [...sent, first]) expect(byVobject(text)).toEqual(byIcal(text))
  expect(sent.map((text) => byIcal(text)[0]?.status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  expect(sent.map((text) => byIcal(text)[0]?.start.slice(0, 10))).toEqual(['2026-12-15', '2026-12-16', '2026-12-16'])
  // What lies in a calendar has no METHOD (RFC 4791, 4.1): a mail program takes it off, and the rest is taken as it is.
  for (const text of [...sent, first]) {
    await radicale.put('/anne/familie/moede.ics', text.replace(/METHOD:.*\r\n/, ''))
    expect(byIcal(await radicale.read('/anne/familie/moede.ics'))).toEqual(byIcal(text))
  }
})
