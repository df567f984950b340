import { afterAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { startHearing } from '../hearings/hearings.schema.ts'
import { setMark } from '../may-contact/may-contact.ts'
import { Criteria, countDraw, countWaitsOver } from './criteria.schema.ts'
import { drawList, listDrawnCompanies, undoDraw } from './draw.schema.ts'
import { closeList, makeContactList } from './lists.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const birgit = world.as('birgit')

const frozen = async (name: string, of: Partial<Criteria> = { municipalities: [707] }) => {
  const body = { name, criteria: z.parse(Criteria, of) }
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

test('whose wait is over, and with whom nobody has spoken since, feeds the next draw', async () => {
  const [harvest, no, waiting, spoken, between, turned] = await Promise.all(
    ['Høst', 'Nej', 'Venter', 'Talt med', 'Talt med imens', 'Sagde siden nej'].map((name) =>
      world.company({ name: `${name} A/S`, municipality: 665 }),
    ),
  )
  if (!harvest || !no || !waiting || !spoken || !between || !turned) throw new Error('six')
  for (const one of [harvest, spoken, between, turned]) await leftAlone(world, one.cvr, 'later', '2031-02-01')
  for (const one of [no, turned]) await leftAlone(world, one.cvr, 'not-interested', '2031-02-01')
  await leftAlone(world, waiting.cvr, 'later', '2031-11-01')
  world.clock.set('2031-01-31T09:00')
  const before = await birgit.call(countWaitsOver, {})
  world.clock.set('2031-02-01T09:00')
  for (const [at, { id: companyId, cvr }] of [spoken, between].entries()) {
    const since = ['2031-02-01T08:00:00Z', '2031-01-12T08:00:00Z'][at] ?? ''
    const of = {
      kind: 'spoken' as const,
      sourceId: 999_001 + at,
      companyId,
      cvr,
      since,
      endsAt: null,
      personId: null,
    }
    await world.inside('birgit', (ctx) => setMark(ctx, of))
  }
  const after = await birgit.call(countWaitsOver, {})
  expect([after.companies - before.companies, after.later - before.later]).toEqual([3, 1])
  // As a draw of them would have it, counted company by company.
  for (const [waitOver, count] of [
    ['over', after.companies],
    ['later', after.later],
  ] as const)
    expect((await birgit.call(countDraw, { body: { criteria: z.parse(Criteria, { waitOver }) } })).included).toBe(count)
  expect(await drawn(await frozen('Må ringes op igen', { municipalities: [665], waitOver: 'later' }))).toEqual([
    'Høst A/S',
  ])
  // The other is on a list now: only who is left.
  expect(await drawn(await frozen('Må ringes op igen', { municipalities: [665], waitOver: 'over' }))).toEqual([
    'Nej A/S',
    'Sagde siden nej A/S',
  ])
})
