import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { changeRules, showRules } from '../centre/centre.schema.ts'
import { changeMyTrades } from '../trade-areas/trade-areas.schema.ts'
import { holdSlot, letSlotGo, listFreeSlots } from './free-slots.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const startsAt = '2026-11-25T09:00:00.000Z'
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    'delete from slot_hold; delete from booking_visitor; delete from booking; delete from busy; delete from contact_mark',
  )
})
const who = ['soren', 'signe', 'birgit', 'bodil', 'anne', 'ali', 'pia'] as const
type Who = (typeof who)[number]
const hold = async (by: Who, personId = people.anne.id, at = startsAt) => {
  const { id: companyId } = await world.company({ municipality: 615 })
  return world.as(by).call(holdSlot, { body: { companyId, personId, startsAt: at } })
}
const book = async (by: Who, personId = people.anne.id) => {
  const { id: companyId } = await world.company({ municipality: 615 })
  return world.as(by).call(bookMeeting, { body: { companyId, personId, startsAt, contactName: 'K', note: '' } })
}
const seen = async (by: Who) => {
  const { id: companyId } = await world.company({ municipality: 615 })
  const query = { companyId, from: '2026-11-25', days: 1, every: 'true' as const, personId: people.anne.id }
  return (await world.as(by).call(listFreeSlots, { query })).rows.find((row) => row.startsAt === startsAt)
}

test('thirty-two on one time at once, seven people: one has it, the others are told with times that are free', async () => {
  const settled = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => hold(who[n % who.length] ?? 'soren')))
  const rows = await world.sql<{ held_by: number }>('select held_by from slot_hold')
  expect(rows).toHaveLength(1)
  const lost = settled.flatMap((one) =>
    one.status === 'rejected'
      ? [one.reason as { code: string; problem: { slots: { startsAt: string; held: boolean }[] } }]
      : [],
  )
  expect(lost.length).toBeGreaterThanOrEqual(32 - Math.ceil(32 / who.length))
  expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['slot-taken']))
  for (const { problem } of lost) expect(problem.slots.some(({ held }) => !held)).toBe(true)
})

test('the others see that it is spoken about and cannot book it; who holds it can, and then it is held no more', async () => {
  await hold('soren')
  expect(await seen('signe')).toMatchObject({ held: true, place: null, proposed: false })
  expect(await seen('soren')).toMatchObject({ held: false })
  await expect(book('birgit')).rejects.toMatchObject({ code: 'slot-taken' })
  await hold('anne', people.ali.id)
  await book('anne', people.ali.id)
  expect(await world.sql('select from slot_hold where held_by = $1', [people.anne.id])).toEqual([])
})

test('after two minutes it is free by itself; a booking while it is taken over is one of the two', async () => {
  await hold('soren')
  world.clock.advance({ minutes: 2 })
  expect(await seen('signe')).toMatchObject({ held: false })
  await hold('signe')
  world.clock.advance({ minutes: 2 })
  const both = await Promise.allSettled([book('birgit'), hold('soren')])
  const booked = await world.sql('select from booking')
  const held = await world.sql('select from slot_hold where expires_at > $1', [world.clock.now().toString()])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect([booked.length, held.length]).toContainEqual(1)
  expect(booked.length + held.length).toBe(1)
})

test('one speaks about one time: the next lets the first go, and whoever stops lets it go at once', async () => {
  await hold('soren')
  await hold('soren', people.ali.id)
  expect(await seen('signe')).toMatchObject({ held: false })
  await hold('soren')
  await world.as('soren').call(letSlotGo)
  expect(await seen('signe')).toMatchObject({ held: false })
  await expect(world.as('mette').call(letSlotGo)).rejects.toMatchObject({ status: 403 })
})

test('what is taken, or lies where nobody works, is not held', async () => {
  await book('birgit')
  await expect(hold('soren')).rejects.toMatchObject({ code: 'slot-taken' })
  await expect(hold('soren', people.anne.id, '2026-11-25T22:00:00.000Z')).rejects.toMatchObject({
    code: 'outside-working-hours',
  })
})

test('who comes along is spoken about too: neither offered as second nor at that time', async () => {
  const own = { kinds: [], languages: [], generalist: false, saidAt: null }
  await world.as('anne').call(changeMyTrades, { body: { ...own, trades: ['food'], wishes: [] } })
  await world.as('ali').call(changeMyTrades, { body: { ...own, trades: ['metal'], wishes: ['food'] } })
  const { id: companyId } = await world.company({ industry: '107120', municipality: 615 })
  const query = { companyId, from: '2026-11-25', days: 1, personId: people.anne.id }
  const asked = async (more: object = {}) =>
    (await world.as('signe').call(listFreeSlots, { query: { ...query, ...more } })).rows
  const best = async () => (await asked()).find(({ place }) => place === 1)
  const first = await best()
  // Named, she is not alone: who could come along is proposed all the same.
  expect(first?.second).toMatchObject({ name: 'Ali Demir' })
  const every = { every: 'true' as const, secondId: people.ali.id }
  const at = first?.startsAt ?? ''
  expect((await asked(every)).map((row) => row.startsAt)).toContain(at)
  await hold('soren', people.ali.id, at)
  expect((await best())?.second).toBeNull()
  expect((await asked(every)).map((row) => row.startsAt)).not.toContain(at)
  await world.sql('delete from visitor_trades')
})

test('what is kept between two meetings is kept from a time that is spoken about too', async () => {
  const birgit = world.as('birgit')
  const rules = await birgit.call(showRules)
  const { id: companyId } = await world.company({ municipality: 615 })
  const { endsAt } = (await seen('soren')) ?? { endsAt: '' }
  await world.as('soren').call(holdSlot, {
    body: { companyId, personId: people.anne.id, startsAt, form: 'online' },
  })
  const offered = async () => {
    const query = { companyId, from: '2026-11-25', days: 1, every: 'true' as const, personId: people.anne.id }
    const { rows } = await birgit.call(listFreeSlots, { query: { ...query, form: 'online' as const } })
    return rows.find((row) => row.startsAt === endsAt)
  }
  expect(await offered()).toMatchObject({ held: false })
  await birgit.call(changeRules, { body: { ...rules, bufferMinutes: 30 } })
  expect(await offered()).toMatchObject({ held: true })
  const body = { companyId, personId: people.anne.id, startsAt: endsAt, form: 'online' as const }
  await expect(birgit.call(holdSlot, { body })).rejects.toMatchObject({ code: 'slot-taken' })
  const booked = { ...body, contactName: 'K', note: '' }
  await expect(birgit.call(bookMeeting, { body: booked })).rejects.toMatchObject({ code: 'slot-taken' })
  await birgit.call(changeRules, { body: rules })
})
