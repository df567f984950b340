import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld } from '#testing/world'
import { bookMeeting, moveBooking, showBooking } from '../bookings/bookings.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { changeMyTrades, changeSchoolTrades, listTradeAreas } from './trade-areas.schema.ts'
import type { TradeArea } from './trade-areas.table.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people, schools } = world
const [anne, ali, pia, birgit] = [world.as('anne'), world.as('ali'), world.as('pia'), world.as('birgit')]
const nothing = { trades: [], kinds: [], languages: [], wishes: [], generalist: false }
beforeEach(() => world.sql('delete from visitor_trades; delete from school_trades'))

/** As the page does: whoever says something has seen what stands. */
const says = async (who: typeof anne, trades: TradeArea[], more: object = {}) => {
  const seen = (await who.call(listTradeAreas)).visitors.find(({ can }) => can.change)
  return who.call(changeMyTrades, { body: { ...nothing, trades, saidAt: seen?.saidAt ?? null, ...more } })
}
const slots = (companyId: number, query: object = {}) =>
  world.as('soren').call(listFreeSlots, { query: { companyId, from: '2026-11-24', days: 3, ...query } })
const bakery = () => world.company({ industry: '107120', municipality: 615 })
const names = (rows: readonly { name: string }[]) => [...new Set(rows.map(({ name }) => name))].toSorted()

test('everyone says his own, a leader the own school’s, who settles the centre any school’s; all staff read it', async () => {
  const mine = await says(anne, ['metal', 'metal'], { languages: ['pol'], wishes: ['food', 'basic'] })
  expect(mine).toMatchObject({
    trades: ['metal'],
    languages: ['pol'],
    wishes: ['food', 'basic'],
    can: { change: true },
  })
  const body = { trades: ['metal' as const], languages: [], wishes: [], saidAt: null }
  const school = (who: typeof anne, schoolId: number) => who.call(changeSchoolTrades, { params: { schoolId }, body })
  await school(world.as('torben'), schools.technical)
  await school(birgit, schools.health)
  await expect(school(world.as('torben'), schools.vuc)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(school(anne, schools.technical)).rejects.toMatchObject({ status: 403 })
  await expect(school(birgit, 999_999)).rejects.toMatchObject({ code: 'not-found' })
  const seen = await world.as('lars').call(listTradeAreas)
  expect(seen.visitors.find(({ personId }) => personId === people.anne.id)).toMatchObject({
    trades: ['metal'],
    can: { change: false },
  })
  expect(seen.schools.filter(({ can }) => can.change).map(({ schoolId }) => schoolId)).toEqual([schools.health])
  await expect(world.as('soren').call(listTradeAreas)).rejects.toMatchObject({ status: 403 })
})

test('another centre sees none of it', async () => {
  await says(anne, ['metal'])
  const other = await world.otherCentre()
  const seen = await world.as('birgit', other).call(listTradeAreas)
  expect(seen.visitors.filter(({ saidAt }) => saidAt !== null)).toEqual([])
})

test('only whose field has to do with the company is proposed, with a reason about it; who knows the trade comes first', async () => {
  const { id } = await bakery()
  await says(anne, ['metal'])
  await says(ali, [], { kinds: ['basic'] })
  await says(pia, ['food'])
  const { rows, otherFields } = await slots(id)
  expect([names(rows), otherFields]).toEqual([['Ali Demir', 'Pia Toft'], 1])
  const why = (name: string) => [...new Set(rows.filter((row) => row.name === name).map((row) => row.why))]
  expect(why('Pia Toft')).toEqual(['Kender fødevarer.'])
  expect(why('Ali Demir')).toEqual(['Fag: Læsning, skrivning, regning og it (FVU).'])
  expect(rows.filter(({ place }) => place !== null).length).toBe(5)
})

test('at a first meeting who knows the whole offer is proposed before his equal', async () => {
  const { id } = await bakery()
  await says(anne, [], { generalist: true })
  await says(ali, [], { kinds: ['basic'] })
  await says(pia, ['care'])
  const { rows } = await slots(id)
  const best = rows.find(({ proposed }) => proposed)
  expect(best).toMatchObject({ name: 'Anne Bruun', why: 'Kender hele udbuddet: godt til et første møde.' })
  expect(best?.points.find(({ what }) => what === 'expertise')).toEqual({ what: 'expertise', points: 25 })
})

test('how many companies of the trade somebody has met counts, of all schools’ companies alike', async () => {
  await says(anne, ['food'])
  await says(ali, ['food'])
  for (const [day, hour] of [24, 25, 26].map((n) => [n, 9])) {
    const { id: companyId } = await bakery()
    const startsAt = `2026-11-${day}T0${hour}:00:00.000Z`
    await birgit.call(bookMeeting, {
      body: { companyId, personId: people.ali.id, startsAt, contactName: 'K', note: '' },
    })
  }
  world.clock.set('2026-12-01T08:00')
  const { id } = await bakery()
  const { rows } = await slots(id, { from: '2026-12-02' })
  const of = (name: string) => rows.find((row) => row.name === name)
  expect([of('Ali Demir')?.why, of('Anne Bruun')?.why]).toEqual(['Har mødt 3 i branchen.', 'Kender fødevarer.'])
  expect(rows.find(({ proposed }) => proposed)?.name).toBe('Ali Demir')
  world.clock.set('2026-11-23T09:00')
})

test('none fits: nobody is proposed, and it is said whom one may ask', async () => {
  const { id } = await bakery()
  await says(anne, ['metal'], { wishes: ['food'] })
  await says(ali, ['care'])
  await says(pia, ['care'])
  const asked = async () => {
    const { rows, ask, otherFields } = await slots(id)
    return [rows.length, otherFields, ask]
  }
  const why = 'Vil gerne lære om fødevarer.'
  expect(await asked()).toEqual([0, 3, [{ name: 'Anne Bruun', school: 'Østkystens Tekniske Skole', why }]])
  await says(anne, ['metal'])
  expect((await asked())[2]).toEqual([])
})

test('who is chosen all the same is chosen for a reason, kept with the booking; moved to another it is asked again', async () => {
  const { id: companyId } = await bakery()
  await says(anne, ['metal'])
  await says(ali, ['food'])
  await says(pia, ['care'])
  const startsAt = '2026-11-27T09:00:00.000Z'
  const body = { companyId, personId: people.anne.id, startsAt, contactName: 'Karen', note: '' }
  await expect(birgit.call(bookMeeting, { body })).rejects.toMatchObject({ code: 'field-unrelated' })
  const chosenWhy = 'Hun kender ejeren.'
  const { id } = await birgit.call(bookMeeting, { body: { ...body, chosenWhy } })
  expect(await pia.call(showBooking, { params: { id } })).toMatchObject({ chosenWhy })
  const move = (personId: number, more: object = {}) =>
    birgit.call(moveBooking, { params: { id }, body: { startsAt, personId, sequence: 0, ...more } })
  await expect(move(people.pia.id)).rejects.toMatchObject({ code: 'field-unrelated' })
  expect(await move(people.ali.id)).toMatchObject({ consultant: 'Ali Demir', chosenWhy: null })
})

test('moved by who takes the meeting over, or to another time, the reason stands as long as he goes whom it is about', async () => {
  const { id: companyId } = await bakery()
  await says(anne, ['metal'])
  await says(ali, ['food'])
  await says(pia, ['care'])
  const startsAt = '2026-12-04T09:00:00.000Z'
  const body = { companyId, startsAt, contactName: 'Karen', note: '', chosenWhy: 'Hun kender ejeren.' }
  const { id } = await birgit.call(bookMeeting, { body: { ...body, personId: people.anne.id } })
  const later = { startsAt: '2026-12-04T12:00:00.000Z', sequence: 0 }
  expect(await birgit.call(moveBooking, { params: { id }, body: later })).toMatchObject({ chosenWhy: body.chosenWhy })
  await world.inside('ali', async (ctx) => {
    for (const { goesAlong } of ctx.house.rooms) await goesAlong?.['meeting']?.take(ctx, [id], people.anne.id)
  })
  expect(await birgit.call(showBooking, { params: { id } })).toMatchObject({ consultant: 'Ali Demir', chosenWhy: null })
  // Who comes along does not know the trade: the reason is about her, whoever goes first.
  const { id: other } = await bakery()
  const two = { ...body, companyId: other, startsAt: '2026-12-07T09:00:00.000Z', secondId: people.pia.id }
  const pair = await birgit.call(bookMeeting, { body: { ...two, personId: people.ali.id } })
  await says(anne, ['food'])
  const to = { startsAt: two.startsAt, personId: people.anne.id, sequence: 0 }
  expect(await birgit.call(moveBooking, { params: { id: pair.id }, body: to })).toMatchObject({
    consultant: 'Anne Bruun',
    chosenWhy: body.chosenWhy,
  })
})

test('of two who say it at once one is told what the other said, and nothing is overwritten; what stood before is kept', async () => {
  const school = (who: typeof anne, trades: TradeArea[], saidAt: string | null) =>
    who.call(changeSchoolTrades, {
      params: { schoolId: schools.technical },
      body: { trades, languages: [], wishes: [], saidAt },
    })
  const torben = world.as('torben')
  const both = await Promise.allSettled([school(torben, ['metal'], null), school(torben, ['food'], null)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'changed-meanwhile' })
  const stands = (await torben.call(listTradeAreas)).schools.find(({ schoolId }) => schoolId === schools.technical)
  expect(lost?.reason).toMatchObject({ problem: { theirs: { trades: stands?.trades, saidAt: stands?.saidAt } } })
  world.clock.advance({ minutes: 1 })
  await school(torben, ['wood'], stands?.saidAt ?? null)
  await expect(school(torben, ['care'], stands?.saidAt ?? null)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  const mine = await says(anne, ['metal'])
  world.clock.advance({ minutes: 1 })
  await says(anne, ['wood'])
  await expect(says(anne, ['food'], { saidAt: mine.saidAt })).rejects.toMatchObject({
    code: 'changed-meanwhile',
    problem: { theirs: { trades: ['wood'] }, yours: { trades: ['food'] } },
  })
  const changes = await world.sql<{ was: string[]; is: string[] }>(
    "select before->'trades' as was, after->'trades' as is from event where subject in ('school_trades', 'visitor_trades') order by id desc limit 3",
  )
  expect(changes.map(({ was, is }) => [was, is])).toEqual([
    [['metal'], ['wood']],
    [[], ['metal']],
    [stands?.trades, ['wood']],
  ])
})
