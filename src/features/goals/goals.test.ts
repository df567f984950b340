import { afterAll, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { listWaiting } from '../home/home.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { changeGoal, giveUpGoal, listGoals, setGoal } from './goals.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const goal = (words: string, ownerId: number) => ({ body: { words, year: 2026, ownerId } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

test('the common ones are set by who runs the centre, a school’s own by its leader for one of its own; all schools read them', async () => {
  const common = await world.as('birgit').call(setGoal, goal('40 møder i Thisted', people.birgit.id))
  const own = await world.as('torben').call(setGoal, goal('Tre svejsehold', people.anne.id))
  expect([common.school, own.school?.id]).toEqual([null, people.torben.schoolId])
  expect(await codeOf(world.as('torben').call(setGoal, goal('Dansk', people.ali.id)))).toBe('wrong-input')
  const { rows } = await world.as('ali').call(listGoals)
  expect(rows.map(({ words, can }) => [words, can.change])).toEqual([
    ['40 møder i Thisted', false],
    ['Tre svejsehold', false],
  ])
  const params = { id: own.id }
  for (const who of ['vibeke', 'birgit'] as const) {
    expect(await codeOf(world.as(who).call(giveUpGoal, { params }))).toBe('not-allowed')
    expect(await codeOf(world.as(who).call(changeGoal, { params, ...goal('Andet', people.anne.id) }))).toBe(
      'not-allowed',
    )
  }
  await world.as('torben').call(giveUpGoal, { params })
  expect(await codeOf(world.as('torben').call(giveUpGoal, { params }))).toBe('not-found')
})

test('a goal whose owner has left waits for who runs the centre, until somebody else has it', async () => {
  const { id } = await world.as('birgit').call(setGoal, goal('150 på FVU', people.ali.id))
  const orphans = async () =>
    (await world.as('birgit').call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'goal-orphan')
  expect(await orphans()).toEqual([])
  await world.as('birgit').call(endMembership, { params: { id: people.ali.memberId } })
  expect(await orphans()).toHaveLength(1)
  await world.as('birgit').call(changeGoal, { params: { id }, ...goal('150 på FVU', people.birgit.id) })
  expect(await orphans()).toEqual([])
})
