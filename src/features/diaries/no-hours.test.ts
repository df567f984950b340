import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listWaiting } from '../home/home.schema.ts'
import { changeWorkingHours } from './diaries.schema.ts'
import { sameAllWeek } from './proposed-hours.shared.ts'

const world = await openWorld()
afterAll(() => world.close())
const told = async (who: Parameters<typeof world.as>[0]) =>
  (await world.as(who).call(listWaiting, { query: {} })).rows.map(({ kind }) => kind).includes('no-hours')

test('who visits and has no working hours is told that nobody can book him, until he takes the proposal', async () => {
  const anne = world.as('anne')
  const params = { personId: world.people.anne.id }
  expect(await told('anne')).toBe(false)
  await anne.call(changeWorkingHours, { params, body: { hours: [] } })
  expect(await told('anne')).toBe(true)
  const { hours } = await anne.call(changeWorkingHours, { params, body: { hours: sameAllWeek() } })
  expect(hours).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '15:00' })))
  expect(await told('anne')).toBe(false)
})

test('who visits now and then beside running the centre, and who never does, is not told', async () => {
  for (const who of ['birgit', 'soren', 'torben', 'asger'] as const)
    expect([who, await told(who)]).toEqual([who, false])
})
