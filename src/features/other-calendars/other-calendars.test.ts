import { randomBytes } from 'node:crypto'
import { calendarEvent, calendarServer } from '#testing/calendar-server'
import { openWorld } from '#testing/world'
import { afterAll, afterEach, expect, test } from 'vitest'
import { bookMeeting, moveBooking } from '../bookings/bookings.schema.ts'
import { showCalendar } from '../calendar/calendar.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import * as contract from './other-calendars.schema.ts'
import * as others from './other-calendars.ts'

const world = await openWorld({ CALENDARS_FROM: 'anywhere', SEALING_KEY: randomBytes(32).toString('base64') })
const elsewhere = await calendarServer()
afterAll(async () => {
  elsewhere.close()
  await world.close()
})
const { people } = world
type Who = 'anne' | 'ali'
const list = (who: Who) => world.as(who).call(contract.listOtherCalendars)
const remove = (who: Who, id: number) => world.as(who).call(contract.removeOtherCalendar, { params: { id } })
afterEach(async () => {
  await world.sql('delete from other_calendar')
  await world.sql('delete from taken_elsewhere')
})
const add = async (who: Who, name = '') => {
  const { id } = await world.inside(who, (ctx) =>
    others.addOtherCalendar(ctx, { kind: 'ics', url: elsewhere.url, name }),
  )
  await world.runJobs()
  return id
}
const again = async (who: Who, id: number) => {
  await world.sql('update other_calendar set hastened_at = null')
  await world.as(who).call(contract.readAgain, { params: { id } })
  await world.runJobs()
}
/** A minute of the house: what is due is handed in, and done. */
const minute = async () => {
  await world.runJobs()
  await world.runJobs()
}
const only = async (who: Who = 'anne') => (await list(who)).rows[0]
const company = async (name: string) => (await world.company({ name, municipality: 615 })).id
const book = async (who: Who, startsAt: string, name = `Firma ${startsAt}`) => {
  const body = { companyId: await company(name), personId: people[who].id, startsAt, contactName: 'Karen' }
  return world.as('birgit').call(bookMeeting, { body })
}
const told = (asking: Promise<unknown>) =>
  asking.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const waits = async (who: Who) => (await world.as(who).call(listWaiting, { query: {} })).rows

test('what is taken elsewhere cannot be booked nor proposed, and others see only that it is taken', async () => {
  elsewhere.publish(calendarEvent('2026-11-25T09:00', '2026-11-25T10:00'))
  await add('anne')
  expect(await only()).toMatchObject({ times: 1, trouble: null, name: '', host: new URL(elsewhere.url).host })
  expect(await told(book('anne', '2026-11-25T09:00:00.000Z', 'Optaget ApS'))).toBe('slot-taken')
  expect(await told(book('ali', '2026-11-25T09:00:00.000Z'))).toBe('done')
  const query = {
    companyId: await company('Søger ApS'),
    personId: people.anne.id,
    from: '2026-11-25',
    days: 1,
    every: 'true' as const,
  }
  const { rows } = await world.as('birgit').call(listFreeSlots, { query })
  const starts = rows.map((row) => row.startsAt)
  expect(starts.length).toBeGreaterThan(0)
  expect(starts.filter((at) => at >= '2026-11-25T08:30' && at < '2026-11-25T10:00')).toEqual([])
  const calendar = await world.as('birgit').call(showCalendar, { query: { from: '2026-11-23', who: 'all' } })
  const seen = calendar.people.find(({ personId }) => personId === people.anne.id)
  expect(seen?.elsewhere).toEqual([{ startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T10:00:00.000Z' }])
  expect(JSON.stringify(calendar)).not.toContain('lægen')
})

test('neither address nor password stands anywhere in clear, not even to its owner', async () => {
  elsewhere.publish()
  await world.inside('anne', (ctx) =>
    others.addOtherCalendar(ctx, {
      kind: 'caldav',
      url: `${elsewhere.url}?token=abc`,
      user: 'anne',
      password: 'hemmelig-kode',
      name: '',
    }),
  )
  await world.runJobs()
  const said = [
    await list('anne'),
    await world.sql('select * from other_calendar'),
    await world.sql('select * from event'),
    await world.sql('select * from pgboss.job'),
    await world.sql('select * from idempotency'),
  ]
  expect(JSON.stringify(said)).not.toMatch(/hemmelig-kode|private-f00d|token=abc/)
  expect(await list('ali')).toMatchObject({ rows: [] })
})

test('unchanged it is not fetched again until a day has passed; changed, what is new takes the place of what was', async () => {
  elsewhere.publish(calendarEvent('2026-11-26T09:00', '2026-11-26T10:00'))
  const id = await add('anne')
  elsewhere.asked.length = 0
  await again('anne', id)
  expect(elsewhere.asked).toEqual([304])
  expect(await only()).toMatchObject({ times: 1, trouble: null })
  elsewhere.publish(calendarEvent('2026-11-27T09:00', '2026-11-27T10:00'))
  await again('anne', id)
  expect(await world.sql('select starts_at from taken_elsewhere')).toEqual([
    { starts_at: new Date('2026-11-27T09:00Z') },
  ])
  await remove('anne', id)
  expect(await world.sql('select from taken_elsewhere')).toEqual([])
})

test('a meeting stays when something comes into the other calendar over it; whoever goes is told until it is moved', async () => {
  elsewhere.publish()
  const id = await add('anne')
  const meeting = await book('anne', '2026-12-01T09:00:00.000Z', 'Sammenfald ApS')
  elsewhere.publish(calendarEvent('2026-12-01T09:30', '2026-12-01T11:00'))
  await again('anne', id)
  const rows = (await waits('anne')).flatMap((row) => [row.kind, ...row.also.map(({ kind }) => kind)])
  expect(rows).toContain('meeting-clash')
  expect(JSON.stringify(await waits('ali'))).not.toContain('meeting-clash')
  const { startsAt, sequence } = meeting
  expect(startsAt).toBe('2026-12-01T09:00:00.000Z')
  const body = { startsAt: '2026-12-01T11:30:00.000Z', sequence }
  await world.as('birgit').call(moveBooking, { params: { id: meeting.id }, body })
  expect(JSON.stringify(await waits('anne'))).not.toContain('meeting-clash')
})

test('a meeting of ours that comes back from there is no clash; another’s number that only looks so takes time', async () => {
  const meeting = await book('anne', '2026-12-02T09:00:00.000Z', 'Kommer tilbage ApS')
  const [row] = await world.sql<{ uid: string }>('select uid from booking where id = $1', [meeting.id])
  elsewhere.publish(
    calendarEvent('2026-12-02T09:00', '2026-12-02T10:00', `UID:${row?.uid}`),
    calendarEvent('2026-12-03T09:00', '2026-12-03T10:00', 'UID:0f8e5b9e-7c1d-4f7e-9a7e-2d1c3b4a5f60@tovholder'),
  )
  await add('anne')
  expect(await only()).toMatchObject({ times: 1 })
  expect(JSON.stringify(await waits('anne'))).not.toContain('meeting-clash')
  const body = { startsAt: '2026-12-02T09:30:00.000Z', sequence: meeting.sequence }
  expect(await told(world.as('birgit').call(moveBooking, { params: { id: meeting.id }, body }))).toBe('done')
})

test.each<[contract.Trouble, Parameters<typeof elsewhere.answer>[0]]>([
  ['not-let-in', (_, out) => out.writeHead(401).end()],
  ['not-found', (_, out) => out.writeHead(404).end()],
  ['unreachable', (_, out) => out.writeHead(503).end()],
  ['not-a-calendar', (_, out) => out.end('<!doctype html><title>Log ind</title>')],
  ['private-address', (_, out) => out.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['too-large', (_, out) => out.end(Buffer.alloc(10_000_000, 'a'))],
  ['unreachable', (request) => request.destroy()],
])('%s: what was read still counts, and since when it is old is told', async (trouble, answer) => {
  elsewhere.publish(calendarEvent('2026-11-26T09:00', '2026-11-26T10:00'))
  const id = await add('anne', 'Arbejde')
  const before = await only()
  elsewhere.answer(answer)
  await again('anne', id)
  expect(await only()).toMatchObject({ times: 1, trouble, readAt: before?.readAt })
  expect((await only())?.troubleSince).not.toBeNull()
  expect(await told(book('anne', '2026-11-26T09:00:00.000Z'))).toBe('slot-taken')
  elsewhere.publish(calendarEvent('2026-11-26T09:00', '2026-11-26T10:00'))
  await again('anne', id)
  expect(await only()).toMatchObject({ trouble: null, troubleSince: null })
})

test('after a day without, its owner is told', async () => {
  elsewhere.answer((_, out) => out.writeHead(404).end())
  await add('anne', 'Arbejde')
  expect(JSON.stringify(await waits('anne'))).not.toContain('calendar-unread')
  world.clock.set('2026-11-24T09:30')
  expect(await waits('anne')).toContainEqual(
    expect.objectContaining({ kind: 'calendar-unread', href: '/kalender?hvem=mine&andre=vis' }),
  )
  expect(JSON.stringify(await waits('ali'))).not.toContain('calendar-unread')
})

test('each minute those that are due are read, a quarter of an hour apart; who was refused is not knocked at for hours', async () => {
  world.clock.set('2026-11-24T10:00')
  elsewhere.publish()
  await add('anne')
  elsewhere.asked.length = 0
  await minute()
  expect(elsewhere.asked).toEqual([])
  world.clock.advance({ minutes: 16 })
  await minute()
  expect(elsewhere.asked).toEqual([304])
  let knocked = 0
  elsewhere.answer((_, out) => {
    knocked += 1
    out.writeHead(401).end()
  })
  for (let n = 0; n < 8; n++) {
    world.clock.advance({ minutes: 16 })
    await minute()
  }
  expect(knocked).toBe(1)
})

test('booking and reading at once: one of them is first, and nobody is lost', async () => {
  elsewhere.publish(calendarEvent('2026-12-08T09:00', '2026-12-08T10:00'))
  const { id } = await world.inside('anne', (ctx) =>
    others.addOtherCalendar(ctx, { kind: 'ics', url: elsewhere.url, name: '' }),
  )
  const [outcome] = await Promise.all([told(book('anne', '2026-12-08T09:00:00.000Z', 'Samtidig ApS')), world.runJobs()])
  expect(await only()).toMatchObject({ id, times: 1 })
  const clash = JSON.stringify(await waits('anne')).includes('meeting-clash')
  expect([outcome, clash]).toEqual(outcome === 'done' ? ['done', true] : ['slot-taken', false])
})

test('one that is removed while it is read leaves nothing behind', async () => {
  elsewhere.publish()
  const id = await add('anne')
  const text = ['BEGIN:VCALENDAR', calendarEvent('2026-12-09T09:00', '2026-12-09T10:00'), 'END:VCALENDAR', '']
  elsewhere.answer((_, out) => void remove('anne', id).finally(() => out.end(text.join('\r\n'))))
  await again('anne', id)
  expect(await world.sql('select from taken_elsewhere')).toEqual([])
})

test('a sixth calendar, a wrong address and a token are refused', async () => {
  elsewhere.publish()
  for (let n = 0; n < 5; n++) await add('ali')
  const more = (url: string) =>
    world.inside('ali', (ctx) => others.addOtherCalendar(ctx, { kind: 'ics', url, name: '' }))
  expect(await told(more(elsewhere.url))).toBe('calendars-enough')
  expect(await told(more('ftp://x.example/a.ics'))).toBe('wrong-input')
  expect(await told(more('http://169.254.169.254/latest'))).toBe('wrong-input')
  const body = { kind: 'ics' as const, url: elsewhere.url }
  expect(await told(world.as('ali').call(contract.addOtherCalendar, { body }))).toBe('not-by-token')
})

test('read again at the owner’s wish, and not twice in five minutes: each reading keeps others waiting', async () => {
  const id = await add('anne')
  const wish = () => world.as('anne').call(contract.readAgain, { params: { id } })
  await wish()
  const tries = await Promise.allSettled(Array.from({ length: 12 }, wish))
  expect(tries.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(
    Array.from({ length: 12 }, () => 'too-many-tries'),
  )
  world.clock.advance({ minutes: 5 })
  await wish()
})

test('whoever leaves leaves no address and no times behind', async () => {
  elsewhere.publish(calendarEvent('2026-12-10T09:00', '2026-12-10T10:00'))
  await add('ali')
  await world.as('birgit').call(endMembership, { params: { id: people.ali.memberId } })
  await world.runJobs()
  expect(await world.sql('select from other_calendar')).toEqual([])
  expect(await world.sql('select from taken_elsewhere')).toEqual([])
})
