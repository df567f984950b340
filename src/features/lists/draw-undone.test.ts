import { afterAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { startHearing } from '../hearings/hearings.schema.ts'
import { Criteria } from './criteria.schema.ts'
import { drawList, listDrawnCompanies, undoDraw } from './draw.schema.ts'
import { closeList, makeContactList } from './lists.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')

const frozen = async (name: string) => {
  const body = { name, criteria: z.parse(Criteria, { municipalities: [707] }) }
  const { id } = await birgit.call(makeContactList, { body })
  const list = await birgit.call(drawList, { params: { id } })
  return { params: { id }, list }
}
const drawn = async ({ params }: { params: { id: number } }) =>
  (await birgit.call(listDrawnCompanies, { params, query: { show: 'in' } })).rows.map(({ name }) => name)

test('a draw that was frozen too soon is taken back: a draft as before, its companies free for others', async () => {
  await world.company({ name: 'Jensen Smede ApS', municipality: 707 })
  const first = await frozen('For tidligt')
  const draft = await birgit.call(undoDraw, { params: first.params })
  expect(draft).toMatchObject({ state: 'draft', drawnAt: null, criteria: first.list.criteria, can: { change: true } })
  // Pressed twice: the second changes nothing.
  expect(await birgit.call(undoDraw, { params: first.params })).toEqual(draft)
  const second = await frozen('I stedet')
  expect(await drawn(second)).toEqual(['Jensen Smede ApS'])
  await birgit.call(undoDraw, { params: second.params })
  expect(await birgit.call(drawList, { params: first.params })).toMatchObject({ state: 'drawn' })
  await birgit.call(undoDraw, { params: first.params })
})

test('never once the schools are asked or the list is closed; only by whoever draws', async () => {
  const heard = await frozen('Hørt')
  await expect(world.as('anne').call(undoDraw, { params: heard.params })).rejects.toMatchObject({ status: 403 })
  const asked = { params: heard.params, body: { date: '2026-12-04' } }
  // Who starts the hearing and who takes the draw back at the same moment: one of them only.
  const both = await Promise.allSettled([
    birgit.call(startHearing, asked),
    birgit.call(undoDraw, { params: heard.params }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const undone = both[1].status === 'fulfilled'
  if (undone) {
    await birgit.call(drawList, { params: heard.params })
    await birgit.call(startHearing, asked)
  }
  await expect(birgit.call(undoDraw, { params: heard.params })).rejects.toMatchObject({ code: 'draw-used' })
  expect(await drawn(heard)).toHaveLength(1)
  await birgit.call(closeList, { params: heard.params })
  await expect(birgit.call(undoDraw, { params: heard.params })).rejects.toMatchObject({ code: 'draw-used' })
})

test('the database keeps a draw that somebody was asked about, whatever the application says', async () => {
  const away = world.inside('birgit', ({ db }) =>
    db.deleteFrom('draw').where('listId', 'in', db.selectFrom('listHearing').select('listId')).execute(),
  )
  await expect(away).rejects.toMatchObject({ code: '23503' })
})
