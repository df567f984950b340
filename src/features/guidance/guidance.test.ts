/** Citizens and employees: shown to guidance and counted, with no name. */
import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { showMe } from '../members/members.schema.ts'
import { listGuidance, showToGuidance } from './guidance.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, soren] = [world.as('birgit'), world.as('anne'), world.as('soren')]

test('are shown to guidance and counted, with no name, no row, no event; under five is not told', async () => {
  world.clock.set('2026-11-23T09:00')
  const events = async () => (await world.sql<{ n: number }>('select count(*)::int as n from event'))[0]?.n
  // Signing in is an event, this is none.
  await Promise.all([birgit, anne, soren].map((who) => who.call(showMe)))
  const before = await events()
  for (let n = 0; n < 4; n++) await soren.call(showToGuidance, { body: { who: 'citizen', way: 'phone' } })
  expect((await birgit.call(listGuidance)).rows).toEqual([{ month: '2026-11-01', who: 'citizen', shown: null }])
  await anne.call(showToGuidance, { body: { who: 'citizen', way: 'stand' } })
  expect((await birgit.call(listGuidance)).rows).toEqual([{ month: '2026-11-01', who: 'citizen', shown: 5 }])
  expect(await events()).toBe(before)
  await expect(anne.call(listGuidance)).rejects.toMatchObject({ status: 403 })
})
