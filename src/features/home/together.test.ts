/** One thing waits once, however many rooms tell of it. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { cancelBooking } from '../bookings/bookings.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { sayStillAgreed } from '../still-agreed/still-agreed.schema.ts'
import { listWaiting } from './home.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { booked, promised } = openThings(world)
const [birgit, anne] = [world.as('birgit'), world.as('anne')]
beforeEach(() => world.clock.set('2026-11-23T09:00'))

/** What waits for someone because of one company: each row's kind, and what it stands for. */
const waits = async (who: typeof birgit, { name }: { name: string }) =>
  (await who.call(listWaiting, { query: {} })).rows
    .filter(({ values }) => values['company'] === name)
    .map(({ kind, also, when }) => [kind, when, ...also.map((one) => one.kind)])
const stop = (companyId: number) =>
  birgit.call(giveWait, { params: { companyId }, body: { reason: 'do-not-contact', words: 'Vil være i fred' } })

test('a promise to a company that asked for peace is one row, as late as the promise is, and two again in turn when it is still agreed', async () => {
  const company = await world.company()
  const subjectId = await promised(company.id)
  world.clock.set('2026-12-03T09:00')
  expect(await waits(anne, company)).toEqual([['promise-overdue', 'over']])
  await stop(company.id)
  expect([await waits(anne, company), await waits(birgit, company)]).toEqual([
    [['agreed-promise', 'over', 'promise-overdue']],
    [['agreed-promise', 'over', 'promise-overdue']],
  ])
  await anne.call(sayStillAgreed, { body: { companyId: company.id, subject: 'promise', subjectId, words: 'Karen' } })
  expect(await waits(anne, company)).toEqual([['promise-overdue', 'over']])
})

test('whose owner has gone says so beside it; another promise to the company keeps its own row', async () => {
  const company = await world.company()
  const [one] = [await promised(company.id), await promised(company.id, 'Pris')]
  await stop(company.id)
  await world.sql("update promise set released_at = '2026-11-20T08:00Z' where id = $1", [one])
  const rows = await waits(birgit, company)
  expect(rows.toSorted((a, b) => a.length - b.length)).toEqual([
    ['agreed-promise', 'later'],
    ['agreed-promise', 'later', 'promise-orphan'],
  ])
})

test('a meeting that is new and stopped is one row for who goes, and still new in it', async () => {
  const company = await world.company()
  await booked(company.id)
  expect((await waits(anne, company)).map(([kind]) => kind)).toEqual(['booking-new'])
  await stop(company.id)
  expect((await waits(anne, company)).map(([kind, , ...also]) => [kind, ...also])).toEqual([
    ['agreed-meeting', 'booking-new'],
  ])
})

test('a new time to be found for a company that asked for peace says both', async () => {
  const company = await world.company()
  await birgit.call(cancelBooking, { params: { id: await booked(company.id) }, body: { why: 'Sygdom' } })
  expect((await waits(anne, company)).map(([kind]) => kind)).toEqual(['new-time'])
  await stop(company.id)
  expect([await waits(anne, company), await waits(birgit, company)]).toEqual([
    [['agreed-time', 'today', 'new-time']],
    [['agreed-time', 'today', 'new-time']],
  ])
})
