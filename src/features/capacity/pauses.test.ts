import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking } from '../bookings/bookings.schema.ts'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { system } from '../centre/centre.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { lockConsultant } from '../diaries/diaries.ts'
import { addMember } from '../members/members.ts'
import { releaseHold, renewHold, showQueue } from '../queue/queue.schema.ts'
import { takeCompany as take } from '../queue/queue.ts'
import { changeHorizon, nameVisitors, sayCapacity, showCapacity } from './capacity.schema.ts'
import { pauseSweep } from './pauses.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, soren, signe, torben] = [world.as('birgit'), world.as('soren'), world.as('signe'), world.as('torben')]
const { company, listOf } = callersIn(world)

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of ['call_hold', 'capacity_token', 'capacity_said', 'list_visitor', 'list_closing'])
    await world.sql(`delete from ${table}`)
  await world.sql("delete from busy where kind = 'booking'")
  await world.sql(
    `insert into list_closing (centre_id, list_id, closed_by, closed_at) select centre_id, id, $1, now() from contact_list`,
    [people.birgit.id],
  )
})
const sweep = () => world.database.in(system(world.centreId), (ctx) => pauseSweep.run(ctx))
const companies = async (count: number) => {
  const made = []
  for (let n = 0; n < count; n++) made.push(await company())
  return made
}
/** Called for Anne alone, who takes so many a week. */
const listForAnne = async (meetings: number, count = 6) => {
  const listId = await listOf(await companies(count))
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings } })
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
  return listId
}
const book = async (startsAt: string) => {
  const { id } = await world.company()
  const body = { companyId: id, personId: people.anne.id, startsAt, contactName: 'Lone', form: 'online' as const }
  return (await birgit.call(bookMeeting, { body: { ...body, note: '' } })).id
}
const held = async (who: typeof soren, listId: number, companyId?: number) =>
  (await who.call(takeCompany, { body: companyId === undefined ? { listId } : { listId, companyId } })).held
const paused = async (listId: number) =>
  (await soren.call(showQueue, { query: { listId } })).lists.find(({ id }) => id === listId)?.paused

test('when all for whom a list is called are full it pauses, says until when, and goes on by itself', async () => {
  const listId = await listForAnne(1)
  await book('2026-11-25T10:30:00+01:00')
  await sweep()
  expect(await paused(listId)).toBeNull()
  await book('2026-12-01T10:30:00+01:00')
  await sweep()
  // Two weeks with this one are promised: in week 49 week 50 comes into sight.
  expect(await paused(listId)).toEqual({ until: '2026-11-30', because: 'full' })
  expect(await held(soren, listId)).toBeNull()
  const seen = await soren.call(showQueue, { query: { listId } })
  expect([seen.ready, seen.next]).toEqual([0, []])
  await expect(
    held(
      soren,
      listId,
      (
        await world.sql<{ id: number }>('select company_id as id from queue_row where list_id = $1 limit 1', [listId])
      )[0]?.id,
    ),
  ).rejects.toMatchObject({ code: 'may-not-call' })
  expect((await soren.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'queue-ready')).toEqual([])
  world.clock.set('2026-11-30T09:00')
  await sweep()
  expect(await paused(listId)).toBeNull()
  expect(await held(soren, listId)).not.toBeNull()
  const rows = await world.sql<{ ended: boolean }>(
    'select ended_at is not null as ended from list_pause where list_id = $1',
    [listId],
  )
  expect(rows).toEqual([{ ended: true }])
})

test('a meeting called off, a higher number and a longer look ahead each end the pause; a list for all goes on while anybody has room', async () => {
  const listId = await listForAnne(1)
  const all = await listOf(await companies(2))
  await book('2026-11-25T10:30:00+01:00')
  const other = await book('2026-12-01T10:30:00+01:00')
  await sweep()
  expect([await paused(listId), await paused(all)]).toEqual([{ until: '2026-11-30', because: 'full' }, null])
  await birgit.call(cancelBooking, { params: { id: other }, body: { why: 'syg', newTime: false } })
  await sweep()
  expect(await paused(listId)).toBeNull()
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 0 } })
  expect(await paused(listId)).toEqual({ until: null, because: 'none' })
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-12-07', meetings: 2 } })
  expect(await paused(listId)).toEqual({ until: '2026-11-30', because: 'none' })
  await birgit.call(changeHorizon, { body: { weeks: 3 } })
  expect(await paused(listId)).toBeNull()
  await birgit.call(changeHorizon, { body: { weeks: 2 } })
  // Other schools see that it pauses, not for whom it is called.
  const seen = await torben.call(showCapacity, { query: {} })
  expect(seen.lists.find(({ id }) => id === listId)).toMatchObject({ paused: true, visitors: null })
})

test('what was promised is called on a paused list, and nothing else', async () => {
  const listId = await listForAnne(1)
  const first = await held(soren, listId)
  const companyId = first?.companyId ?? 0
  const said = {
    companyId,
    answer: 'call-back' as const,
    spokeWith: '',
    note: '',
    callBackAt: '2026-11-24T09:00:00.000Z',
  }
  await soren.call(answerCall, { body: said })
  await book('2026-11-25T10:30:00+01:00')
  await book('2026-12-01T10:30:00+01:00')
  world.clock.set('2026-11-24T11:00')
  await sweep()
  expect(await paused(listId)).not.toBeNull()
  expect((await soren.call(showQueue, { query: { listId } })).next.map((row) => row.companyId)).toEqual([companyId])
  expect((await held(soren, listId))?.companyId).toBe(companyId)
  expect(await held(signe, listId)).toBeNull()
})

test('twenty-four who phone at once: as many calls as there are visits to promise, and a visit comes back with the call', async () => {
  const listId = await listForAnne(2, 30)
  await book('2026-11-25T10:30:00+01:00')
  // One in this week, two in the next.
  const callers = await world.database.in(system(world.centreId), async (ctx) => {
    const made = []
    for (let n = 0; n < 24; n++)
      made.push(await addMember(ctx, { name: `Phoner ${n}`, email: `p${n}@oestkysten.example`, role: 'caller' }))
    return made
  })
  const asCaller = (personId: number) => ({
    ...{
      centreId: world.centreId,
      personId,
      schoolId: null,
      role: 'caller',
      source: 'api' as const,
      language: 'da' as const,
    },
  })
  const taken = await Promise.all(
    callers.map(({ personId }) => world.database.in(asCaller(personId), (ctx) => take(ctx, { listId }))),
  )
  expect(taken.filter((one) => one !== null)).toHaveLength(3)
  const tokens = () => world.sql<{ week: string }>('select week_on::text as week from capacity_token order by 1')
  expect((await tokens()).map(({ week }) => week)).toEqual(['2026-11-23', '2026-11-30', '2026-11-30'])
  // Whoever books beside them finds no room: it is kept.
  await expect(book('2026-12-02T10:30:00+01:00')).rejects.toMatchObject({ code: 'week-full' })
  expect(await paused(listId)).toBeNull()
  // The hold ends, however it ends; what was kept is free again.
  await world.sql('delete from call_hold')
  expect(await tokens()).toEqual([])
  expect(await held(soren, listId)).not.toBeNull()
  world.clock.advance({ minutes: 8 })
  const mine = await held(soren, listId)
  await soren.call(renewHold, { body: { companyId: mine?.companyId ?? 0 } })
  world.clock.advance({ minutes: 8 })
  expect(
    (
      await world.sql<{ live: boolean }>('select until_at > $1 as live from capacity_token', [
        world.clock.now().toString(),
      ])
    )[0]?.live,
  ).toBe(true)
  await soren.call(releaseHold)
  expect(await tokens()).toEqual([])
})

test('the database refuses a hold without a visit kept for it', async () => {
  const listId = await listForAnne(0)
  const [row] = await world.sql<{ cvr: string; phone: string; company_id: number }>(
    'select cvr, phone, company_id from queue_row where list_id = $1 limit 1',
    [listId],
  )
  await expect(
    world.database.in(system(world.centreId), (ctx) =>
      ctx.db
        .insertInto('callHold')
        .values({
          ...{
            centreId: world.centreId,
            answersFor: row?.cvr ?? '',
            companyId: row?.company_id ?? 0,
            cvr: row?.cvr ?? '',
          },
          ...{
            phone: row?.phone ?? '',
            listId,
            form: 'visit',
            personId: people.soren.id,
            takenAt: ctx.at,
            expiresAt: '2026-11-23T12:00Z',
          },
        })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: 'TV001', detail: 'paused' })
})

test('a call under way makes no pause: what the school has kept for it comes back unless it is booked', async () => {
  const listId = await listForAnne(4)
  await birgit.call(sayCapacity, {
    body: { schoolId: world.schools.technical, from: '2026-11-23', meetings: 1 },
  })
  await birgit.call(changeHorizon, { body: { weeks: 1 } })
  expect(await held(soren, listId)).not.toBeNull()
  await sweep()
  expect(await paused(listId)).toBeNull()
  // Another finds nothing to promise this moment, but the list is not on pause.
  expect(await held(signe, listId)).toBeNull()
  expect(await paused(listId)).toBeNull()
  await birgit.call(changeHorizon, { body: { weeks: 2 } })
})

test('a list pauses because nobody works too, and says so; one whose people have left waits for who runs the centre, and is not called for all', async () => {
  const listId = await listForAnne(4)
  await world.sql(
    "insert into absence (centre_id, person_id, starts_at, ends_at) values ($1, $2, '2026-11-22T23:00Z', '2026-12-13T23:00Z')",
    [world.centreId, people.anne.id],
  )
  await sweep()
  expect(await paused(listId)).toEqual({ until: '2026-12-07', because: 'away' })
  await world.sql('delete from absence')
  const gone = await world.database.in(system(world.centreId), (ctx) =>
    addMember(ctx, {
      name: 'Gik Herfra',
      email: 'gik@oestkysten.example',
      role: 'consultant',
      schoolId: world.schools.vuc,
    }),
  )
  await world.sql('update list_visitor set person_id = $1 where list_id = $2', [gone.personId, listId])
  await world.sql("update membership set left_at = '2026-11-22T12:00Z' where person_id = $1", [gone.personId])
  await sweep()
  expect(await paused(listId)).toEqual({ until: null, because: 'left' })
  expect(await held(soren, listId)).toBeNull()
  const waits = async (who: typeof birgit) =>
    (await who.call(listWaiting, { query: {} })).rows.filter(({ kind }) => kind === 'list-for-nobody').length
  expect([await waits(birgit), await waits(torben), await waits(soren)]).toEqual([1, 0, 0])
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
  expect([await paused(listId), await waits(birgit)]).toEqual([null, 0])
})

test('who is busy this moment is stepped over: a call has a visit of somebody else kept for it', async () => {
  const listId = await listForAnne(4)
  await birgit.call(sayCapacity, { body: { personId: people.ali.id, from: '2026-11-23', meetings: 4 } })
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id, people.ali.id] } })
  await sweep()
  await world.database.in(system(world.centreId), async (ctx) => {
    await lockConsultant(ctx, Math.min(people.anne.id, people.ali.id))
    expect(await held(soren, listId)).not.toBeNull()
  })
  expect(await world.sql('select visitor_id from capacity_token')).toEqual([
    { visitor_id: Math.max(people.anne.id, people.ali.id) },
  ])
})

test('free times on the phone are looked for as far ahead as is promised, and never less than two weeks', async () => {
  const { id: companyId } = await world.company()
  const last = async () =>
    (await soren.call(listFreeSlots, { query: { companyId, personId: people.anne.id } })).days
      .map(({ date }) => date)
      .at(-1)
  await birgit.call(changeHorizon, { body: { weeks: 1 } })
  expect(await last()).toBe('2026-12-04')
  await birgit.call(changeHorizon, { body: { weeks: 4 } })
  expect(await last()).toBe('2026-12-18')
  await birgit.call(changeHorizon, { body: { weeks: 2 } })
})
