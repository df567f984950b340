import { afterAll, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { addCallCentre, closeCallCentre, placeCaller } from '../call-centres/call-centres.schema.ts'
import { releaseHold } from '../queue/queue.schema.ts'
import { sayCallPrice, showCallCosts } from './call-costs.schema.ts'

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
const price = (id: number, per: 'minute' | 'month', kroner: number | null, from: string) =>
  birgit.call(sayCallPrice, { params: { id }, body: { per, kroner, from } })

test('what a bureau called comes to by its price, parted by the time each got; a call stays with where its caller belonged then', async () => {
  world.clock.set('2026-11-23T08:00')
  const bureau = (await birgit.call(addCallCentre, { body: { name: 'Nordsvar', outside: true } })).id
  const own = (await birgit.call(addCallCentre, { body: { name: 'Vores egne', outside: false } })).id
  await place('signe', bureau)
  await place('soren', own)
  await called(signe, '2026-11-24T09:00', 6, true)
  await called(signe, '2026-11-24T10:00', 2, false)
  await called(soren, '2026-11-24T11:00', 5, true)
  // Let go without an answer: it took its time all the same, though it is no call. Moved in the middle of it, she was the bureau's when it began.
  world.clock.set('2026-11-24T12:00')
  await held(signe, (await listed()).listId)
  world.clock.advance({ minutes: 1 })
  await place('signe', own)
  world.clock.advance({ minutes: 2 })
  await signe.call(releaseHold)
  // This week is not closed yet.
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({ calls: 0, minutes: 0, cost: null })
  await price(bureau, 'minute', 10, '2026-11-01')
  world.clock.set('2026-11-30T08:00')
  expect(await costs()).toEqual([
    // Its own are fewer than three: they stand as one, and what was called is one person's.
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
      ...{ id: bureau, name: 'Nordsvar', calls: 2, minutes: 11, meetings: null, cost: 110 },
      price: { per: 'minute', kroner: 10, from: '2026-11-01', saidBy: 'Birgit Dam' },
      schools: [
        expect.objectContaining({ schoolId, minutes: 6, kroner: 60 }),
        { schoolId: null, name: null, minutes: 5, kroner: 50 },
      ],
    }),
  ])
})

test('only a bureau that is open has a price, only who runs the centre says it, and no caller reads any of it', async () => {
  const bureau = (await costs()).find(({ outside }) => outside)?.id ?? 0
  const [own] = await world.sql<{ id: number }>('select id from call_centre where not outside')
  await expect(price(own?.id ?? 0, 'minute', 9, '2026-11-01')).rejects.toMatchObject({ code: 'not-found' })
  await expect(soren.call(showCallCosts)).rejects.toMatchObject({ code: 'not-allowed' })
  const said = { params: { id: bureau }, body: { per: 'month' as const, kroner: 1, from: '2026-11-01' } }
  await expect(torben.call(sayCallPrice, said)).rejects.toMatchObject({ code: 'not-allowed' })
  await price(bureau, 'minute', null, '2026-11-30')
  await price(bureau, 'month', 900, '2027-01-01')
  await price(bureau, 'month', 800, '2027-01-01')
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({
    ...{ price: null, cost: 110, closedOn: null },
    coming: [{ per: 'month', kroner: 800, from: '2027-01-01' }],
  })
  await birgit.call(closeCallCentre, { params: { id: bureau }, body: { listsTo: null } })
  await expect(price(bureau, 'minute', 9, '2026-12-01')).rejects.toMatchObject({ code: 'not-found' })
  expect((await costs()).find(({ id }) => id === bureau)).toMatchObject({
    name: 'Nordsvar',
    cost: 110,
    coming: [],
    closedOn: '2026-11-30',
  })
})
