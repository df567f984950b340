import { afterAll, beforeEach, expect, test } from 'vitest'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { bookMeeting, cancelBooking, moveBooking, showBooking } from '../bookings/bookings.schema.ts'
import { cancelByCompany } from '../bookings/bookings.ts'
import { listWaiting } from '../home/home.schema.ts'
import { addPartner, addPartnerPerson } from '../partners/partners.schema.ts'
import { showMyPartner } from '../partner-page/partner-page.schema.ts'
import { makePromise } from '../promises/promises.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { giveTip } from './giving.schema.ts'
import * as contract from './tips.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const { takePlace } = openThings(world)
const [birgit, ali, uffe] = [world.as('birgit'), world.as('ali'), world.as('uffe')]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const union = await birgit.call(addPartner, {
  body: { kind: 'union', place: 'Skive', heldById: people.birgit.id, name: '3F i Skive' },
})
await birgit.call(addPartnerPerson, { params: { id: union.id }, body: { personId: people.uffe.id } })

const waits = async (who: 'ali' | 'anne' | 'birgit') =>
  (await world.as(who).call(listWaiting, { query: {} })).rows
    .filter(({ kind }) => kind.startsWith('tip-'))
    .map(({ kind }) => kind)
const partnersBytes = async () => (await uffe.fetch('/api/my-partner')).text()

let [tipId, companyId] = [0, 0]
/** A tip that Ali goes on with. */
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql(
    "delete from tip; delete from busy; delete from contact_mark where kind in ('meeting', 'new-time'); update booking set cancelled_at = booked_at where cancelled_at is null",
  )
  companyId = (await world.company({ name: 'Nordfjord Plast' })).id
  await uffe.call(giveTip, { body: { company: 'Nordfjord Plast', companyId, words: 'Produktionen går ned' } })
  tipId = (await birgit.call(contract.listTips, { query: {} })).rows[0]?.id ?? 0
  await birgit.call(contract.askAboutTip, { params: { id: tipId }, body: { toId: people.ali.id } })
  await ali.call(contract.acceptTip, { params: { id: tipId } })
  world.clock.set('2026-11-23T10:00')
})
const book = (personId: number, who = ali, startsAt = '2026-12-01T09:00:00Z') =>
  who.call(bookMeeting, { body: { companyId, personId, startsAt, contactName: 'Karen Holm' } })
const cancel = (id: number, who = birgit) =>
  who.call(cancelBooking, { params: { id }, body: { why: 'Syg', newTime: false } })
const move = async (id: number, who = birgit, startsAt = '2026-12-02T09:00:00Z') => {
  const { sequence } = await who.call(showBooking, { params: { id } })
  return who.call(moveBooking, { params: { id }, body: { startsAt, sequence } })
}
const shown = (who = ali) => who.call(contract.showTip, { params: { id: tipId } })
const see = async (who = ali, at?: string) => {
  const body = { at: at ?? (await shown()).visit?.at ?? '2026-11-23T09:00:00Z' }
  return who.call(contract.seeTipVisit, { params: { id: tipId }, body })
}

test('its visit is called off by another: it stands for the tip, until it is seen or agreed anew; the partner hears nothing', async () => {
  const { id } = await book(people.anne.id)
  const before = await partnersBytes()
  world.clock.set('2026-11-23T11:00')
  await cancel(id)
  expect([await waits('ali'), await waits('anne'), await waits('birgit')]).toEqual([['tip-visit-off'], [], []])
  expect((await shown()).visit).toMatchObject({ news: 'off', startsAt: '2026-12-01T09:00:00.000Z' })
  expect(await partnersBytes()).toBe(before)
  world.clock.set('2026-11-23T12:00')
  await book(people.anne.id)
  expect([await waits('ali'), (await shown()).visit]).toEqual([['tip-mine'], null])
})

test('called off by the company it is told too, and seen it is the tip again; what happens after that is told anew', async () => {
  const { id, cvr } = await book(people.anne.id)
  world.clock.set('2026-11-23T11:00')
  await world.inside('anne', (ctx) =>
    cancelByCompany({ ...ctx, personId: null }, { bookingId: id, companyId, cvr, why: 'Travlt' }),
  )
  expect(await waits('ali')).toEqual(['tip-visit-off'])
  world.clock.set('2026-11-23T12:00')
  expect((await see()).visit).toBe(null)
  await see()
  expect(await waits('ali')).toEqual(['tip-mine'])
  expect(await world.sql("select from event where verb = 'seen-visit'")).toHaveLength(1)
  // Who finds the new time agrees it.
  const again = await book(people.anne.id, world.as('anne'))
  world.clock.set('2026-11-23T13:00')
  await cancel(again.id)
  expect(await waits('ali')).toEqual(['tip-visit-off'])
  await ali.call(contract.endTip, { params: { id: tipId }, body: { why: '' } })
  expect(await waits('ali')).toEqual([])
})

test('moved by another it is told with the new time; of what he goes to himself the meeting tells, of his own doing nothing does', async () => {
  const annes = await book(people.anne.id)
  world.clock.set('2026-11-23T11:00')
  await move(annes.id)
  expect(await waits('ali')).toEqual(['tip-visit-moved'])
  expect((await shown()).visit).toMatchObject({ news: 'moved', startsAt: '2026-12-02T09:00:00.000Z' })
  world.clock.set('2026-11-23T12:00')
  await see()
  world.clock.set('2026-11-23T12:30')
  await cancel(annes.id, world.as('anne'))
  expect(await waits('ali')).toEqual(['tip-visit-off'])
  world.clock.set('2026-11-23T13:00')
  const own = await book(people.ali.id)
  world.clock.set('2026-11-23T14:00')
  await move(own.id)
  expect(await waits('ali')).toEqual(['tip-mine'])
  await move(own.id, ali, '2026-12-03T09:00:00Z')
  await cancel(own.id, ali)
  expect(await waits('ali')).toEqual(['tip-mine'])
})

test('a meeting that was agreed before anybody went on with the tip is not its visit; nobody else says that it is seen', async () => {
  const { id } = await book(people.anne.id)
  await world.sql("update booking set booked_at = '2026-11-20T09:00:00Z' where id = $1", [id])
  world.clock.set('2026-11-23T11:00')
  await cancel(id)
  expect([await waits('ali'), (await shown(birgit)).visit]).toEqual([['tip-mine'], null])
  expect(await codeOf(see(birgit))).toBe('not-allowed')
  expect(await codeOf(see(world.as('anne')))).toBe('not-found')
})

test('seen is what was shown: called off since, it is told all the same, and from that moment on', async () => {
  const { id } = await book(people.anne.id)
  world.clock.set('2026-11-23T11:00')
  await move(id)
  const read = (await shown()).visit?.at
  world.clock.set('2026-11-23T11:01')
  await cancel(id)
  world.clock.set('2026-11-23T11:02')
  expect((await see(ali, read)).visit).toMatchObject({ news: 'off' })
  expect(await waits('ali')).toEqual(['tip-visit-off'])
  expect((await see()).visit).toBe(null)
})

test('at the same hour it is of another kind, or another goes: it is said how it stands', async () => {
  const { id, startsAt } = await book(people.ali.id)
  const change = async (more: object) => {
    const { sequence } = await birgit.call(showBooking, { params: { id } })
    await birgit.call(moveBooking, { params: { id }, body: { startsAt, sequence, ...more } })
  }
  world.clock.set('2026-11-23T11:00')
  await change({ personId: people.anne.id })
  expect((await shown()).visit).toMatchObject({ startsAt, form: 'visit', visitors: ['Anne Bruun'] })
  world.clock.set('2026-11-23T11:01')
  await change({ form: 'phone' })
  expect((await shown()).visit).toMatchObject({ startsAt, form: 'phone', visitors: ['Anne Bruun'] })
  expect(await waits('ali')).toEqual(['tip-visit-moved'])
})

const reached = async () => (await uffe.call(showMyPartner)).tips.map((tip) => [tip.company, tip.reached, tip.visited])
test('another company takes its place: what it was visited for stays, and a meeting that went along is not called off by one that was not its own', async () => {
  const heir = await world.company({ name: 'Nordfjord Emballage' })
  await book(people.anne.id)
  world.clock.set('2026-11-23T11:00')
  const body = { startsAt: '2026-12-03T09:00:00Z', personId: people.anne.id, contactName: 'Karen Holm' }
  const own = await ali.call(bookMeeting, { body: { ...body, companyId: heir.id } })
  await cancel(own.id)
  await uffe.call(giveTip, { body: { company: 'Nordfjord Plast', companyId, words: 'De fyrer folk' } })
  const visitedAt = '2026-11-23T09:30:00Z'
  await ali.call(reportVisit, { body: { companyId, visitedAt, about: 'Ordrer', needs: [], topics: [], promises: [] } })
  world.clock.set('2026-11-23T12:00')
  await takePlace([companyId], heir.id)
  expect(await waits('ali')).toEqual(['tip-mine'])
  expect(await reached()).toEqual([
    ['Nordfjord Plast', 'received', false],
    ['Nordfjord Plast', 'visited', true],
  ])
  await ali.call(makePromise, {
    body: { companyId: heir.id, what: 'Kursus', ownerId: people.ali.id, dueOn: '2026-12-01' },
  })
  expect((await reached())[1]).toEqual(['Nordfjord Plast', 'led', true])
  const third = await world.company({ name: 'Nordfjord 3' })
  await takePlace([heir.id], third.id)
  expect((await reached())[1]).toEqual(['Nordfjord Plast', 'led', true])
})
