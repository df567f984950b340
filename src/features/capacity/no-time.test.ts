import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { daysAfter } from '#platform/clock'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { system } from '../centre/centre.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { releaseHold, showQueue } from '../queue/queue.schema.ts'
import { changeOffer, nameVisitors, sayCapacity, showCapacity } from './capacity.schema.ts'
import { pauseSweep } from './pauses.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, soren, signe] = [world.as('birgit'), world.as('soren'), world.as('signe')]
const { company, listOf } = callersIn(world)

let listId = 0
/** Called for Anne alone, who takes nine a week, in two weeks: this one and the next. */
beforeEach(async () => {
  world.clock.set('2026-11-23T17:00')
  for (const table of ['call_hold', 'capacity_token', 'capacity_said', 'list_visitor', 'list_closing', 'list_pause'])
    await world.sql(`delete from ${table}`)
  await world.sql("delete from busy where kind in ('booking', 'presence-day')")
  await world.sql(
    'insert into list_closing (centre_id, list_id, closed_by, closed_at) select centre_id, id, $1, now() from contact_list',
    [people.birgit.id],
  )
  listId = await listOf([await company(), await company(), await company(), await company()])
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 9 } })
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
})
const sweep = () => world.database.in(system(world.centreId), (ctx) => pauseSweep.run(ctx))
let taken = 0
/** Something else of hers lies there all day, or until an hour: at a partner's, say. */
const fill = async (from: string, days: number, until = '20:00') => {
  for (let n = 0; n < days; n++)
    await world.sql(
      `insert into busy (centre_id, kind, source_id, person_id, during)
       values ($1, 'presence-day', $2, $3, tstzrange(($4::date + time '06:00') at time zone 'Europe/Copenhagen', ($4::date + $5::time) at time zone 'Europe/Copenhagen'))`,
      [world.centreId, ++taken, people.anne.id, daysAfter(from, n), until],
    )
}
const paused = async () =>
  (await soren.call(showQueue, { query: { listId } })).lists.find(({ id }) => id === listId)?.paused
const take = async (who: typeof soren) => (await who.call(takeCompany, { body: { listId, outsideHours: true } })).held
const slots = async (days: number) =>
  (
    await birgit.call(listFreeSlots, {
      query: { companyId: (await world.company()).id, personId: people.anne.id, days, form: 'phone', every: 'true' },
    })
  ).rows.length

test('nine a week are agreed and no hour is left: the list pauses and says so, until a week with hours comes into sight', async () => {
  await fill('2026-11-24', 11)
  await sweep()
  expect(await paused()).toEqual({ until: '2026-11-30', because: 'no-time' })
  expect(await take(soren)).toBeNull()
  expect((await birgit.call(showCapacity, { query: {} })).lists).toMatchObject([{ pausedBecause: 'no-time' }])
  await fill('2026-12-07', 70)
  await sweep()
  expect(await paused()).toEqual({ until: null, because: 'no-time' })
  await world.sql(
    "delete from busy where kind = 'presence-day' and lower(during) > '2026-12-03' and lower(during) < '2026-12-04'",
  )
  await sweep()
  expect(await paused()).toBeNull()
  expect(await take(soren)).toMatchObject({ listId })
})

test('full is said where the number is; also where one is full and only the other has no hour; the hour where none has one', async () => {
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id, people.ali.id] } })
  await fill('2026-11-24', 11)
  await sweep()
  expect(await paused()).toBeNull()
  await birgit.call(sayCapacity, { body: { personId: people.ali.id, from: '2026-11-23', meetings: 0 } })
  expect(await paused()).toMatchObject({ because: 'full' })
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 0 } })
  expect(await paused()).toMatchObject({ because: 'none' })
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 9 } })
  expect(await paused()).toMatchObject({ because: 'no-time' })
})

test('an hour is left and nine are agreed: one call is kept, a second promises nothing; put down it is free again', async () => {
  await fill('2026-11-24', 10)
  await fill('2026-12-04', 1, '14:00')
  await sweep()
  expect(await slots(14)).toBeGreaterThan(0)
  const fits = await world.sql<{ fits: number }>('select fits from list_place where list_id = $1', [listId])
  expect(fits).toHaveLength(1)
  const calls = await Promise.all([take(soren), take(signe)])
  const most = fits[0]?.fits ?? 0
  expect(calls.filter((held) => held !== null)).toHaveLength(Math.min(2, most))
  await world.sql('update list_place set fits = 1')
  for (const [n, who] of [soren, signe].entries()) {
    const companyId = calls[n]?.companyId
    if (companyId !== undefined) await who.call(releaseHold, { body: { companyId } })
  }
  const [first, second] = [await take(soren), await take(signe)]
  expect([first?.listId, second]).toEqual([listId, null])
  // What is kept comes back: nothing pauses of it.
  await sweep()
  expect(await paused()).toBeNull()
})

test('no number is agreed at all: the list pauses all the same when no hour is left, is called for what was promised alone, and goes on', async () => {
  await world.sql('delete from capacity_said')
  await fill('2026-11-24', 11)
  await sweep()
  expect(await paused()).toEqual({ until: '2026-11-30', because: 'no-time' })
  expect(await take(soren)).toBeNull()
  const [row] = await world.sql<{ id: number }>('select company_id as id from queue_row where list_id = $1 limit 1', [
    listId,
  ])
  await expect(
    soren.call(takeCompany, { body: { listId, companyId: row?.id ?? 0, outsideHours: true } }),
  ).rejects.toMatchObject({ code: 'may-not-call' })
  await world.sql("delete from busy where kind = 'presence-day'")
  await fill('2026-11-24', 10)
  await fill('2026-12-04', 1, '14:00')
  await sweep()
  await world.sql('update list_place set fits = 1')
  // The last hour is one caller's, of two in the same moment.
  const held = await Promise.all([take(soren), take(signe)])
  expect(held.filter((one) => one !== null)).toHaveLength(1)
  await world.sql("delete from call_hold; delete from capacity_token; delete from busy where kind = 'presence-day'")
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [] } })
  await sweep()
  expect(await paused()).toBeNull()
  expect(await take(soren)).toMatchObject({ listId })
  expect(await world.sql('select from capacity_token')).toEqual([])
  // So many call now that together they could promise all there is before it is judged anew.
  await world.sql(
    `with p as (insert into person (name, email, language, created_at) select 'Ringer ' || n, 'ringer' || n || '@veu.example', 'da', '2026-01-01' from generate_series(1, 200) n returning id)
     insert into membership (centre_id, person_id, role, joined_at) select $1, id, 'caller', '2026-01-01' from p`,
    [world.centreId],
  )
  await sweep()
  expect(await take(signe)).toMatchObject({ listId })
  expect(await world.sql('select from capacity_token')).toHaveLength(1)
})

test('what begins later today can be booked: the list is called for it until the last half hour has begun', async () => {
  await birgit.call(changeOffer, { params: { listId }, body: { form: 'phone' } })
  await fill('2026-11-24', 11)
  for (const [at, because] of [
    ['14:25', null],
    ['15:10', 'no-time'],
  ] as const) {
    world.clock.set(`2026-11-23T${at}`)
    await sweep()
    expect([at, (await paused())?.because ?? null, (await slots(14)) === 0]).toEqual([at, because, because !== null])
  }
})

test('the last hour is booked: it makes no room for another call, before anything is judged anew', async () => {
  await birgit.call(changeOffer, { params: { listId }, body: { form: 'phone' } })
  await fill('2026-11-24', 10)
  await fill('2026-12-04', 1, '14:30')
  await sweep()
  expect(await world.sql('select fits from list_place where list_id = $1', [listId])).toEqual([{ fits: 1 }])
  const held = await take(soren)
  const booking = {
    personId: people.anne.id,
    startsAt: '2026-12-04T13:30:00Z',
    contactName: 'Lone',
    form: 'phone' as const,
  }
  const said = { answer: 'wants-contact' as const, spokeWith: 'Lone', note: '' }
  await soren.call(answerCall, { body: { companyId: held?.companyId ?? 0, ...said, booking } })
  expect(await slots(14)).toBe(0)
  expect(await take(signe)).toBeNull()
})

test('a list for phone meetings is paused where no time for one is proposed, and never where one is', async () => {
  await birgit.call(changeOffer, { params: { listId }, body: { form: 'phone' } })
  for (const [from, days, until] of [
    ['2026-11-24', 11, '20:00'],
    ['2026-11-24', 11, '14:30'],
    ['2026-11-24', 11, '13:00'],
    ['2026-11-25', 10, '20:00'],
  ] as const) {
    await world.sql("delete from busy where kind = 'presence-day'")
    await fill(from, days, until)
    await sweep()
    expect([from, until, (await paused()) !== null]).toEqual([from, until, (await slots(14)) === 0])
  }
})

test('where nobody has said how many, nor when he works, there is no hour to be without', async () => {
  await world.sql('delete from capacity_said; delete from list_visitor; delete from working_hours')
  await sweep()
  expect(await paused()).toBeNull()
  expect(await take(soren)).toMatchObject({ listId })
})
