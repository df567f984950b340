import { openWorld } from '#testing/world'
import { afterAll, expect, test } from 'vitest'
import { addClosedDays } from '../working-days/working-days.schema.ts'
import { showCalendar } from './calendar.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const opens = async () => (await world.as('anne').call(showCalendar, { query: {} })).opensOn

test('opens on the day of work that is next: today, or past a weekend, a holiday and closed days', async () => {
  world.clock.set('2026-11-27T20:00')
  expect(await opens()).toBe('2026-11-27')
  world.clock.set('2026-11-28T09:00')
  expect(await opens()).toBe('2026-11-30')
  await world.as('birgit').call(addClosedDays, { body: { from: '2026-11-30', to: '2026-12-01', name: 'Kursus' } })
  expect(await opens()).toBe('2026-12-02')
  world.clock.set('2026-12-25T09:00')
  expect(await opens()).toBe('2026-12-28')
})

test('says of each one why nobody works on a day: a holiday, the centre’s closed days, the own school’s', async () => {
  world.clock.set('2026-12-14T09:00')
  const { people } = world
  const name = 'Skolens dag'
  const schoolId = (
    await world.sql<{ school_id: number }>('select school_id from membership where person_id = $1', [people.anne.id])
  )[0]?.school_id
  await world.as('birgit').call(addClosedDays, {
    body: { from: '2026-12-22', to: '2026-12-22', name, ...(schoolId !== undefined && { schoolId }) },
  })
  const query = { from: '2026-12-21', days: 7, who: 'all' as const }
  const { daysOff, people: seen } = await world.as('birgit').call(showCalendar, { query })
  expect(new Set(daysOff.filter(({ date }) => date === '2026-12-25').map(({ personId }) => personId))).toEqual(
    new Set(seen.map(({ personId }) => personId)),
  )
  expect(daysOff.filter(({ why }) => why === name).map(({ personId }) => personId)).toContain(people.anne.id)
  expect(daysOff.filter(({ why }) => why === name).map(({ personId }) => personId)).not.toContain(people.ali.id)
})
