/** "Gerne senere" ends: they wanted to hear from us again, and somebody is told. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { closeList } from '../lists/lists.schema.ts'
import { giveWait } from '../may-contact/waits.schema.ts'
import { makePromise } from '../promises/promises.schema.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [birgit, anne, ali, soren] = [world.as('birgit'), world.as('anne'), world.as('ali'), world.as('soren')]
beforeEach(() => world.clock.set('2026-11-23T09:00'))

const later = (who: typeof birgit, companyId: number) =>
  who.call(giveWait, { params: { companyId }, body: { reason: 'later', words: 'Efter jul' } })
const waits = async (who: typeof birgit, { name }: { name: string }) =>
  (await who.call(listWaiting, { query: {} })).rows.filter(
    ({ kind, values }) => kind === 'later-over' && values['company'] === name,
  ).length

test('on the day, with who promised to come back and the coordinators; nobody before', async () => {
  const company = await world.company()
  await later(anne, company.id)
  world.clock.set('2027-02-22T09:00')
  expect(await waits(anne, company)).toBe(0)
  world.clock.set('2027-02-23T09:00')
  expect([await waits(anne, company), await waits(birgit, company), await waits(ali, company)]).toEqual([1, 1, 0])
})

test('with who has the company, if somebody has', async () => {
  const company = await world.company()
  await later(anne, company.id)
  await ali.call(takeRegularContact, { body: { companyId: company.id } })
  world.clock.set('2027-02-23T09:00')
  expect([await waits(anne, company), await waits(ali, company)]).toEqual([0, 1])
})

test('taken up by a promise, or said no to, it stands no more', async () => {
  const [one, two] = [await world.company(), await world.company()]
  await later(anne, one.id)
  await later(anne, two.id)
  world.clock.set('2027-02-23T09:00')
  expect([await waits(anne, one), await waits(anne, two)]).toEqual([1, 1])
  const body = { companyId: one.id, what: 'Ring igen', ownerId: world.people.anne.id, dueOn: '2027-03-05' }
  await anne.call(makePromise, { body })
  await anne.call(giveWait, {
    params: { companyId: two.id },
    body: { reason: 'not-interested', words: 'Alligevel ikke' },
  })
  expect([await waits(anne, one), await waits(anne, two)]).toEqual([0, 0])
})

test('said to a caller: the queue calls again while the list is in calling; closed, all of them are one line of the coordinators', async () => {
  const company = await world.company()
  const listId = await callingList(world, [company])
  await soren.call(takeCompany, { body: { listId } })
  await soren.call(answerCall, { body: { companyId: company.id, answer: 'later' } })
  world.clock.set('2027-02-23T09:00')
  expect(await waits(birgit, company)).toBe(0)
  await birgit.call(closeList, { params: { id: listId } })
  const ready = async (who: typeof birgit) =>
    (await who.call(listWaiting, { query: {} })).rows.flatMap(({ kind, values }) =>
      kind === 'later-ready' ? [values['count']] : [],
    )
  expect([await waits(birgit, company), await ready(birgit), await ready(soren)]).toEqual([0, [1], []])
})
