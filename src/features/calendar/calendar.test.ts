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
