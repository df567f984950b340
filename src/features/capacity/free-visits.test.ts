import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { addAbsence } from '../diaries/diaries.schema.ts'
import { sayCapacity, showCapacity, showFreeVisits } from './capacity.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const birgit = world.as('birgit')
// Week 50, and the Sunday that ends it.
const [from, to] = ['2026-12-07', '2026-12-13']
const free = (query: object = { from, to }) => birgit.call(showFreeVisits, { query })
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
    await expect(world.as(who).call(showFreeVisits, { query: { from, to } })).rejects.toMatchObject({ status: 403 })
})
