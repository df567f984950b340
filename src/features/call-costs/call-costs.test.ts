import { afterAll, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { addCallCentre, closeCallCentre, placeCaller, renameCallCentre } from '../call-centres/call-centres.schema.ts'
import { changeMember } from '../members/members.schema.ts'
import { takeBackCall } from '../calls/calls.schema.ts'
import { listCallCosts, sayCallPrice, showCallCosts, takeBackCallPrice } from './call-costs.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, soren, signe, torben] = [world.as('birgit'), world.as('soren'), world.as('signe'), world.as('torben')]
const { answer, held, listed } = callersIn(world)
const schoolId = world.people.torben.schoolId ?? 0
const place = (who: 'soren' | 'signe', callCentreId: number | null) =>
  birgit.call(placeCaller, { params: { personId: world.people[who].id }, body: { callCentreId } })
/** One call of so many minutes, to a company that Torben's school handed in or nobody did. */
const called = async (who: typeof soren, at: string, minutes: number, handedIn: boolean) => {
  world.clock.set(at)
  const { id, listId } = await listed()
  if (handedIn)
    await world.sql(
      'insert into company_handed_in (centre_id, list_id, company_id, school_id, handed_in_at) values ($1, $2, $3, $4, $5)',
      [world.centreId, listId, id, schoolId, '2026-11-01'],
    )
  await held(who, listId)
  world.clock.advance({ minutes })
  await answer(who, id, { answer: 'not-interested' })
}
const costs = async () => (await torben.call(showCallCosts)).centres
const bureauNow = async (id: number) => (await costs()).find((one) => one.id === id)
const price = async (id: number, per: 'minute' | 'month', kroner: number | null, from: string) => {
  const last = (await bureauNow(id))?.last ?? null
  return birgit.call(sayCallPrice, { params: { id }, body: { per, kroner, from, last } })
}

test('what a bureau called comes to by its price, parted by the time each got; a call stays with where its caller belonged then', async () => {
  world.clock.set('2026-11-23T08:00')
  const bureau = (await birgit.call(addCallCentre, { body: { name: 'Nordsvar', outside: true } })).id
  const own = (await birgit.call(addCallCentre, { body: { name: 'Vores egne', outside: false } })).id
  await place('signe', bureau)
  await place('soren', own)
  await called(signe, '2026-11-24T09:00', 6, true)
  await called(signe, '2026-11-24T10:00', 2, false)
  await called(soren, '2026-11-24T11:00', 5, true)
  // This week is not closed yet.
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({ calls: 0, minutes: 0, cost: null })
  await place('signe', own)
  await price(bureau, 'minute', 10, '2026-11-01')
  world.clock.set('2026-11-30T08:00')
  expect(await costs()).toEqual([
    // Its own are fewer than three: they stand as one, and nothing is told of what they called.
    expect.objectContaining({
      id: null,
      name: null,
      calls: null,
      minutes: null,
      meetings: null,
      cost: null,
      schools: [],
    }),
    expect.objectContaining({
      ...{ id: bureau, name: 'Nordsvar', calls: 2, minutes: 8, meetings: null, cost: 80 },
      price: expect.objectContaining({ per: 'minute', kroner: 10, from: '2026-11-01', saidBy: 'Birgit Dam' }),
      schools: [
        expect.objectContaining({ schoolId, minutes: 6, kroner: 60 }),
        { schoolId: null, name: null, minutes: 2, kroner: 20 },
      ],
    }),
  ])
  // Line by line, to be taken along: of its own still nothing.
  const period = { from: '2026-10-01', until: '2026-11-29' }
  expect((await torben.call(listCallCosts)).rows).toEqual([
    { ...period, callCentre: null, outside: false, account: null, minutes: null, kroner: null },
    { ...period, callCentre: 'Nordsvar', outside: true, account: expect.any(String), minutes: 6, kroner: 60 },
    { ...period, callCentre: 'Nordsvar', outside: true, account: null, minutes: 2, kroner: 20 },
  ])
})

test('what was talked counts though its answer was taken back, of who visits nothing; a talk belongs where it was begun', async () => {
  const bureau = (await birgit.call(addCallCentre, { body: { name: 'Ringeriet', outside: true } })).id
  const other = (await birgit.call(addCallCentre, { body: { name: 'Andre', outside: true } })).id
  await place('signe', bureau)
  await birgit.call(placeCaller, { params: { personId: world.people.birgit.id }, body: { callCentreId: bureau } })
  // Begun in the bureau, ended when its caller belongs to another.
  world.clock.set('2026-12-01T09:00')
  const moved = await listed()
  await held(signe, moved.listId)
  world.clock.advance({ minutes: 4 })
  await place('signe', other)
  await answer(signe, moved.id, { answer: 'not-interested' })
  await place('signe', bureau)
  // An answer that is taken back: what was talked before it was talked.
  world.clock.set('2026-12-01T10:00')
  const again = await listed()
  await held(signe, again.listId)
  world.clock.advance({ minutes: 3 })
  const { call } = await answer(signe, again.id, { answer: 'not-interested' })
  await signe.call(takeBackCall, { params: { id: call.id } })
  world.clock.advance({ minutes: 1 })
  await answer(signe, again.id, { answer: 'not-interested' })
  // Who visits calls in his own time.
  await called(birgit, '2026-12-01T11:00', 7, false)
  world.clock.set('2026-12-07T08:00')
  expect(await bureauNow(bureau)).toMatchObject({ calls: 2, minutes: 8 })
  expect(await bureauNow(other)).toMatchObject({ calls: 0, minutes: 0 })
})

test('whether calls are bought stays as it is from the day after somebody belonged there', async () => {
  const rename = (id: number, name: string, outside: boolean) =>
    birgit.call(renameCallCentre, { params: { id }, body: { name, outside } })
  const { id } = await birgit.call(addCallCentre, { body: { name: 'Nyt', outside: false } })
  await rename(id, 'Nyt', true)
  const called = (await costs()).find(({ name }) => name === 'Ringeriet')?.id ?? 0
  await expect(rename(called, 'Ringeriet', false)).rejects.toMatchObject({ code: 'call-centre-reckoned' })
  await rename(called, 'Ringeriet og Søn', true)
  await rename(called, 'Ringeriet', true)
})

test('a price from a later day is seen and can be taken back; who has not seen what was said last is told', async () => {
  const { id } = await birgit.call(addCallCentre, { body: { name: 'Senere', outside: true } })
  const first = await price(id, 'minute', 12, '2027-01-01')
  expect(await bureauNow(id)).toMatchObject({
    ...{ price: null, last: first.id, can: { change: false } },
    later: [{ id: first.id, per: 'minute', kroner: 12, from: '2027-01-01' }],
  })
  const unseen = { per: 'minute' as const, kroner: 8, from: '2026-12-01', last: null }
  await expect(birgit.call(sayCallPrice, { params: { id }, body: unseen })).rejects.toMatchObject({
    ...{ code: 'changed-meanwhile', problem: { theirs: { id: first.id, kroner: 12 } } },
  })
  const both = [unseen, unseen].map((body) =>
    birgit.call(sayCallPrice, { params: { id }, body: { ...body, last: first.id } }),
  )
  expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await birgit.call(takeBackCallPrice, { params: { id, priceId: first.id } })
  expect(await bureauNow(id)).toMatchObject({ price: { kroner: 8 }, later: [] })
  await expect(birgit.call(takeBackCallPrice, { params: { id, priceId: first.id } })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('only a bureau that is open has a price, only who runs the centre says it, and no caller reads any of it', async () => {
  const bureau = (await costs()).find(({ name }) => name === 'Nordsvar')?.id ?? 0
  const [own] = await world.sql<{ id: number }>("select id from call_centre where name = 'Vores egne'")
  await expect(price(own?.id ?? 0, 'minute', 9, '2026-11-01')).rejects.toMatchObject({ code: 'not-found' })
  await expect(soren.call(showCallCosts)).rejects.toMatchObject({ code: 'not-allowed' })
  const said = { params: { id: bureau }, body: { per: 'month' as const, kroner: 1, from: '2026-11-01', last: null } }
  await expect(torben.call(sayCallPrice, said)).rejects.toMatchObject({ code: 'not-allowed' })
  await price(bureau, 'minute', null, '2026-11-30')
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({ price: null, cost: 80 })
  await birgit.call(closeCallCentre, { params: { id: bureau }, body: { listsTo: null } })
  await expect(price(bureau, 'minute', 9, '2026-12-01')).rejects.toMatchObject({ code: 'not-found' })
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({
    ...{ name: 'Nordsvar', cost: 80, price: null, can: { change: false } },
    closedOn: '2026-12-07',
  })
})

test('who called and visits since: what he called before stays in the costs', async () => {
  const bureau = (await birgit.call(addCallCentre, { body: { name: 'Før', outside: true } })).id
  await place('soren', bureau)
  await called(soren, '2026-12-08T09:00', 4, true)
  const [member] = await world.sql<{ id: number; name: string }>(
    'select member_id as id, name from member_now where person_id = $1',
    [world.people.soren.id],
  )
  const [id, name] = [member?.id ?? 0, member?.name ?? '']
  const seen = { name, role: 'caller' as const, schoolId: null }
  await birgit.call(changeMember, { params: { id }, body: { name, seen, role: 'consultant', schoolId } })
  world.clock.set('2026-12-14T08:00')
  expect(await bureauNow(bureau)).toMatchObject({ calls: 1, minutes: 4 })
})
