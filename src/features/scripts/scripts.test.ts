import { afterAll, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { listScripts, writeScript } from './scripts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, soren, signe] = [world.as('birgit'), world.as('soren'), world.as('signe')]
const { held, listed } = callersIn(world)
const written = (listId: number) =>
  world.sql('select version, written_by from script where list_id = $1 order by version', [listId])

test('to look at what is said writes nothing; the default is its first version from the moment somebody calls', async () => {
  const { listId } = await listed()
  const params = { listId }
  expect((await soren.call(listScripts, { params })).rows).toEqual([
    expect.objectContaining({ id: null, listId, version: 1, writtenBy: null, writtenAt: null }),
  ])
  expect(await written(listId)).toEqual([])
  const taken = await held(soren, listId)
  expect(await written(listId)).toEqual([{ version: 1, written_by: null }])
  expect((await soren.call(listScripts, { params })).rows).toEqual([taken?.script])
})

test('whoever writes better words first keeps the default below them', async () => {
  const { listId } = await listed()
  const params = { listId }
  const said = (body: string) => birgit.call(writeScript, { params, body: { body, version: 1 } })
  const both = await Promise.allSettled([said('Goddag.'), said('Hej.')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await written(listId)).toEqual([
    { version: 1, written_by: null },
    { version: 2, written_by: world.people.birgit.id },
  ])
  const { rows } = await soren.call(listScripts, { params })
  expect(rows.map(({ version, writtenBy }) => [version, writtenBy])).toEqual([
    [2, 'Birgit Dam'],
    [1, null],
  ])
})

test('two who call first from one list begin with the same version', async () => {
  const [one, other] = [await world.company(), await world.company()]
  const listId = await callersIn(world).listOf([one, other])
  const [first, second] = await Promise.all([held(soren, listId), held(signe, listId)])
  expect(first?.script.id).toBe(second?.script.id)
})
