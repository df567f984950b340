import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#platform/context'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { answerCall } from '../calls/calls.schema.ts'
import { pickNext, pickOf } from '../queue/holds.sql.ts'
import { countByHour } from '../queue/told.sql.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { hoursNow, reckonHours } from './answering-hours.ts'

const world = await openWorld()
afterAll(() => world.close())
const soren = world.as('soren')
const { company, held, listOf } = callersIn(world)
const [bakers, cafes, fitters] = ['107120', '561000', '432100'] as const

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of [
    'call_hold',
    'answering_hour',
    'answering_reckoned',
    'share_charge',
    'share_account',
    'share_clock',
    'hint_passed',
  ])
    await world.sql(`delete from ${table}`)
})
/** On Mondays at nine: industry (2, 10) answers better, trade and restaurants (4) worse. */
const known = () =>
  world.sql(
    `insert into answering_hour (centre_id, trade, weekday, hour, better, calls, reached)
     values ($1, 2, 1, 9, true, 100, 80), ($1, 2, 1, 10, true, 100, 80), ($1, 4, 1, 9, false, 100, 10)`,
    [world.centreId],
  )
const listOfIndustries = async (codes: readonly string[]) => {
  const made = []
  for (const industry of codes) made.push(await company({ industry }))
  return { listId: await listOf(made), ids: made.map(({ id }) => id) }
}
const done = (companyId: number) =>
  soren.call(answerCall, { body: { companyId, answer: 'no-answer', spokeWith: '', note: '' } })

test('whose kind answers now is called first, as the list shows it; the caller is told when, only where it is known', async () => {
  const { listId, ids } = await listOfIndustries([cafes, fitters, bakers])
  const order = async () => (await soren.call(showQueue, { query: { listId } })).next.map(({ companyId }) => companyId)
  expect(await order()).toEqual(ids)
  await known()
  const shown = await order()
  expect(shown).toEqual([ids[2], ids[1], ids[0]])
  const best = []
  for (const id of shown) {
    const taken = await held(soren, listId)
    expect(taken?.companyId).toBe(id)
    best.push(taken?.answersBest)
    await done(id)
  }
  expect(best).toEqual([{ from: 9, to: 11 }, null, null])
})

test('who would be first is passed five times, then called first, as the list shows it; after an hour too', async () => {
  await known()
  const { listId, ids } = await listOfIndustries([cafes, cafes, ...Array.from({ length: 9 }, () => bakers)])
  const taken = async () => {
    const [shown] = (await soren.call(showQueue, { query: { listId } })).next
    const one = await held(soren, listId)
    expect(shown?.companyId).toBe(one?.companyId)
    await done(one?.companyId ?? 0)
    return ids.indexOf(one?.companyId ?? 0)
  }
  const order = []
  for (let n = 0; n < 7; n++) order.push(await taken())
  expect(order).toEqual([2, 3, 4, 5, 6, 0, 7])
  // The other café has been passed once, by the seventh.
  world.clock.set('2026-11-23T09:59')
  expect(await taken()).toBe(8)
  await world.sql("update hint_passed set since = since - interval '1 minute'")
  expect(await taken()).toBe(1)
  expect(await world.sql('select 1 from hint_passed')).toEqual([])
  // Whoever is taken without the hint has waited long enough too.
  const [first] = (await soren.call(showQueue, { query: { listId } })).next
  await world.sql('insert into hint_passed (centre_id, list_id, company_id, times, since) values ($1, $2, $3, 4, $4)', [
    world.centreId,
    listId,
    first?.companyId,
    '2026-11-23T08:30',
  ])
  world.clock.set('2026-11-23T13:00')
  expect((await held(soren, listId))?.companyId).toBe(first?.companyId)
  expect(await world.sql('select 1 from hint_passed')).toEqual([])
})

test('another hour knows nothing: the list’s own order', async () => {
  await known()
  world.clock.set('2026-11-24T09:00')
  const { listId, ids } = await listOfIndustries([cafes, bakers])
  expect((await held(soren, listId))?.companyId).toBe(ids[0])
})

test('a call-back that is due comes before any hint', async () => {
  await known()
  const { listId, ids } = await listOfIndustries([bakers, cafes])
  await world.sql('update queue_row set due_at = $1 where list_id = $2 and company_id = $3', [
    world.clock.now().toString(),
    listId,
    ids[1],
  ])
  expect((await held(soren, listId))?.companyId).toBe(ids[1])
})

/** Whose company was called, call by call, until the list is empty. */
const served = async (codes: readonly string[], schoolOf: (at: number) => number | null) => {
  for (const table of ['call_hold', 'share_charge', 'share_account', 'share_clock'])
    await world.sql(`delete from ${table}`)
  world.clock.set('2026-11-23T09:00')
  const { listId, ids } = await listOfIndustries(codes)
  for (const [at, id] of ids.entries())
    if (schoolOf(at) !== null)
      await world.sql(
        "insert into company_handed_in (centre_id, list_id, company_id, school_id, handed_in_at) values ($1, $2, $3, $4, '2026-09-01')",
        [world.centreId, listId, id, schoolOf(at)],
      )
  const turns = []
  for (let n = 0; n < ids.length; n++) {
    const taken = await held(soren, listId)
    if (!taken) break
    turns.push({ school: schoolOf(ids.indexOf(taken.companyId)), at: ids.indexOf(taken.companyId) })
    world.clock.advance({ minutes: 4 })
    await done(taken.companyId)
  }
  return turns
}
test('the hint never changes whose turn it is: with it and without, the same school is served at each call, and all are', async () => {
  const { technical, vuc } = world.schools
  // From a fixed seed, so that a failure can be told again.
  let seed = 20261123
  const dice = (most: number) => (seed = (seed * 48271) % 2147483647) % most
  for (let run = 0; run < 2; run++) {
    const codes = Array.from({ length: 6 }, () => [bakers, cafes, fitters][dice(3)] ?? bakers)
    const owners = codes.map(() => [technical, vuc, null][dice(3)] ?? null)
    await world.sql('delete from answering_hour')
    const plain = await served(codes, (at) => owners[at] ?? null)
    await known()
    const hinted = await served(codes, (at) => owners[at] ?? null)
    expect(hinted.map(({ school }) => school)).toEqual(plain.map(({ school }) => school))
    expect(new Set(hinted.map(({ at }) => at))).toEqual(new Set(plain.map(({ at }) => at)))
    expect(plain).toHaveLength(6)
  }
})

test.each(['the list', 'an account'])(
  'two who ask at the same moment are both handed one of %s, in the order of the hour',
  async (of) => {
    await known()
    const { listId, ids } = await listOfIndustries([cafes, fitters, bakers])
    const account = world.schools.vuc
    await world.sql(
      `insert into company_handed_in (centre_id, list_id, company_id, school_id, handed_in_at)
     select $1, $2, id, $4, '2026-09-01' from unnest($3::int[]) id`,
      [world.centreId, listId, ids, account],
    )
    const ask = async (ctx: Ctx) => {
      const hours = await hoursNow(ctx)
      return of === 'the list' ? pickNext(ctx, listId, false, hours) : pickOf(ctx, { listId, account }, hours)
    }
    await world.inside('soren', async (first) => {
      const one = await ask(first)
      // Whom the first is being handed is locked for as long as this lasts.
      const two = await world.inside('signe', ask)
      expect([one?.companyId, two?.companyId]).toEqual([ids[2], ids[1]])
    })
  },
)

test('where all twenty are being handed out, the next behind them is', async () => {
  await known()
  const { listId, ids } = await listOfIndustries(Array.from({ length: 21 }, () => bakers))
  await world.inside('soren', async (ctx) => {
    await sql`select 1 from queue_row where list_id = ${listId} and company_id <> ${ids[20]} for update`.execute(ctx.db)
    expect(
      (await world.inside('signe', async (ctx) => pickNext(ctx, listId, false, await hoursNow(ctx))))?.companyId,
    ).toBe(ids[20])
  })
})

test('once a day it is reckoned from what calls told, and what is not known any more falls away', async () => {
  const { id, cvr } = await company({ industry: bakers })
  const calls = (from: number, hour: string, answer: string, count: number) =>
    world.sql(
      `insert into queue_call (centre_id, call_id, company_id, cvr, answer, ended_at)
       select $1, ${from} + n, $2, $3, $4, $5::timestamptz from generate_series(1, ${count}) n`,
      [world.centreId, id, cvr, answer, `2026-11-16T${hour}:10:00+01:00`],
    )
  await calls(900_000, '08', 'later', 45)
  await calls(901_000, '08', 'no-answer', 5)
  await calls(902_000, '13', 'no-answer', 120)
  await calls(903_000, '13', 'not-interested', 30)
  await calls(904_000, '09', 'wrong-number', 300)
  const reckon = () => world.inside('birgit', (ctx) => reckonHours(ctx, countByHour))
  const rows = () => world.sql('select trade, weekday, hour, better, calls, reached from answering_hour order by hour')
  await reckon()
  const told = [
    { trade: 2, weekday: 1, hour: 8, better: true, calls: 50, reached: 45 },
    { trade: 2, weekday: 1, hour: 13, better: false, calls: 150, reached: 30 },
  ]
  expect(await rows()).toEqual(told)
  await world.sql('delete from queue_call where call_id >= 900000')
  await reckon()
  expect(await rows()).toEqual(told)
  world.clock.set('2026-11-24T03:00')
  await reckon()
  expect(await rows()).toEqual([])
})
