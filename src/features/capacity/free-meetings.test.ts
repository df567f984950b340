import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { system } from '../centre/centre.ts'
import { takeTime } from '../diaries/diaries.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { showForecast } from '../forecast/forecast.schema.ts'
import { freeWeeks } from './capacity.ts'
import { sayCapacity, showCapacity, showFreeMeetings } from './capacity.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const birgit = world.as('birgit')
// Week 50, and the Sunday that ends it.
const [from, to] = ['2026-12-07', '2026-12-13']
const free = (query: object = { from, to }) => birgit.call(showFreeMeetings, { query })
const visitors = async () =>
  (await birgit.call(showCapacity, { query: { from } })).people.map(({ personId }) => personId)

/** Everyone who visits can take two a week. */
beforeEach(async () => {
  await world.sql('delete from capacity_said')
  await world.sql('delete from absence')
  await world.sql("delete from busy where kind = 'booking'")
  for (const personId of await visitors())
    await birgit.call(sayCapacity, { body: { personId, from: '2026-11-23', meetings: 2 } })
})

test('what is free is what is agreed, less what is booked, and nothing of who is away', async () => {
  const all = 2 * (await visitors()).length
  expect(all).toBeGreaterThan(4)
  expect(await free()).toEqual({ free: all, from, until: to, week: 50, notAgreed: false })
  const { id: companyId } = await world.company()
  const meeting = { companyId, personId: people.anne.id, startsAt: '2026-12-08T09:30:00Z', form: 'online' as const }
  await birgit.call(bookMeeting, { body: { ...meeting, contactName: 'Lone Lund', note: '' } })
  expect(await free()).toMatchObject({ free: all - 1 })
  const week = { startsAt: '2026-12-07T00:00:00+01:00', endsAt: '2026-12-14T00:00:00+01:00' }
  await world.as('ali').call(addAbsence, { body: week })
  expect(await free()).toMatchObject({ free: all - 1 - 2 })
  // Two weeks are two numbers.
  expect(await free({ from, to: '2026-12-14' })).toMatchObject({ free: all - 1 - 2 + all, week: 51 })
})

test('hours spent at a partner’s are not free for meetings, neither to plan with nor in the forecast', async () => {
  const all = (await free()).free ?? 0
  const hours = async (day: string, until: string) => {
    const { centreId } = world
    const time = { personId: people.anne.id, startsAt: `${day}T08:00:00+01:00`, endsAt: `${day}T${until}:00+01:00` }
    await world.database.in(system(centreId), (ctx) =>
      takeTime(ctx, {
        ...{ kind: 'presence-day', times: [{ ...time, travelMinutes: 0 }] },
        write: () => Promise.resolve(Number(day.slice(-2))),
      }),
    )
  }
  for (const day of ['07', '08', '09', '10']) await hours(`2026-12-${day}`, '16:00')
  // Friday is left, for two.
  expect((await free()).free).toBe(all)
  await hours('2026-12-11', '14:30')
  expect((await free()).free).toBe(all - 1)
  const seen = await world.database.in(system(world.centreId), (ctx) => freeWeeks(ctx, 4))
  const ofSchool = seen.find(({ id }) => id === schools.technical)?.weeks
  expect(ofSchool?.map((week) => week.free)).toEqual([2, 2, 1, 2])
  await world.sql("delete from busy where kind = 'presence-day'")
})

test('a school’s own number leaves no more than it says', async () => {
  const before = (await free()).free
  await birgit.call(sayCapacity, { body: { schoolId: schools.vuc, from, meetings: 1 } })
  const ofSchool = (await birgit.call(showCapacity, { query: { from } })).people.filter(({ school }) => school !== null)
  expect(ofSchool.length).toBeGreaterThan(0)
  expect((await free()).free).toBeLessThan(before ?? 0)
})

test('where somebody has no number it is said that nobody knows, never that there are enough or too few', async () => {
  await world.sql('delete from capacity_said where person_id = $1', [people.anne.id])
  const all = (await visitors()).length
  expect(await free()).toMatchObject({ free: 2 * (all - 1), notAgreed: true })
})

test('of what is over, or begins farther ahead than half a year, nothing is said', async () => {
  expect(await free({ to: '2026-11-01' })).toMatchObject({ free: null })
  expect(await free({ from: '2027-08-02', to: '2027-09-30' })).toMatchObject({ free: null })
  expect((await free({ to: '2036-01-01' })).until).toBe('2027-05-23')
})

test('only who runs the centre sees the sum: it leads to a consultant where there are few', async () => {
  for (const who of ['anne', 'vibeke', 'soren', 'carl'] as const)
    await expect(world.as(who).call(showFreeMeetings, { query: { from, to } })).rejects.toMatchObject({ status: 403 })
})

test('the pace of the last working days says when it is full; called off ones and today are not in it', async () => {
  const first = await birgit.call(showForecast, { query: {} })
  expect(first.all).toMatchObject({ state: 'unknown', day: null, rests: { why: 'few-days', booked: 0 } })
  const book = async (n: number, cancelled = false) => {
    const { id } = await world.company()
    await world.sql(
      `with b as (insert into booking (centre_id, company_id, cvr, starts_at, ends_at, contact_name, booked_at, uid, form, cancelled_at)
         select $1, id, cvr, $2, $2::timestamptz + interval '1 hour', 'Lone', $3, 'u' || id, 'online', $4 from company where id = $5 returning centre_id, id)
       insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes) select centre_id, id, $6, 0 from b`,
      [
        world.centreId,
        '2027-02-01T09:00Z',
        `2026-11-${String(n).padStart(2, '0')}T09:00Z`,
        cancelled ? '2026-11-20T09:00Z' : null,
        id,
        people.anne.id,
      ],
    )
  }
  // From Monday 9 on: ten working days before Monday 23.
  for (const n of [9, 9, 10, 11, 12, 13, 16, 17, 18, 20]) await book(n)
  await book(19, true)
  await book(23)
  const { all, schools: each, horizon } = await birgit.call(showForecast, { query: {} })
  const { free: now } = await free({ from: '2026-11-23', to: '2026-12-06' })
  expect(horizon).toBe(2)
  expect(all?.rests).toEqual({ booked: 10, days: 10, free: now, why: null })
  // One a day, six a week: the next week comes into sight before they are gone.
  expect(all).toMatchObject({ state: 'lasts', day: '2027-01-15' })
  expect(each.length).toBeGreaterThan(1)
  for (const one of each) expect(one.forecast.rests === null || one.forecast.rests.booked <= 10).toBe(true)
  // Everyone full but for two: full on the second working day.
  for (const personId of await visitors())
    await birgit.call(sayCapacity, {
      body: { personId, from: '2026-11-23', meetings: personId === people.anne.id ? 1 : 0 },
    })
  expect((await birgit.call(showForecast, { query: {} })).all).toMatchObject({
    state: 'on',
    day: '2026-11-25',
    workdays: 2,
  })
})

test('another school’s forecast is seen by nobody there, nor the sum; what few people’s rests on by nobody at all', async () => {
  for (const who of ['anne', 'vibeke'] as const) {
    const seen = await world.as(who).call(showForecast, { query: {} })
    expect(seen.all).toBeNull()
    expect(seen.schools.length).toBeLessThanOrEqual(1)
    for (const { id, forecast } of seen.schools) {
      expect(id).toBe(who === 'anne' ? schools.technical : schools.vuc)
      expect(forecast.rests).toBeNull()
    }
  }
  await expect(world.as('soren').call(showForecast, { query: {} })).rejects.toMatchObject({ status: 403 })
})
