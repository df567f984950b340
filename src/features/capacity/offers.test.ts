import { afterAll, beforeEach, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { bookMeeting, showBooking } from '../bookings/bookings.schema.ts'
import { answerCall, correctCall, showHold, takeCompany, takeOwnCall } from '../calls/calls.schema.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { releaseHold } from '../queue/queue.schema.ts'
import { changeOffer, type Limits, nameVisitors, sayCapacity, showCapacity } from './capacity.schema.ts'

process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [birgit, soren, signe] = [world.as('birgit'), world.as('soren'), world.as('signe')]
const { company, listOf } = callersIn(world)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  for (const table of ['call_hold', 'capacity_token', 'capacity_limit', 'capacity_said', 'list_visitor', 'list_offer'])
    await world.sql(`delete from ${table}`)
  await world.sql("delete from busy where kind = 'booking'")
})
/** Called for Anne alone. */
const listForAnne = async (form: MeetingForm) => {
  const listId = await listOf([await company(), await company(), await company(), await company()])
  await birgit.call(nameVisitors, { params: { listId }, body: { personIds: [people.anne.id] } })
  await offer(listId, form)
  return listId
}
const offer = (listId: number, form: MeetingForm, who = birgit) =>
  who.call(changeOffer, { params: { listId }, body: { form } })
/** Of the two weeks that are promised only the first has room. */
const say = async (limits: Limits) => {
  await birgit.call(sayCapacity, { body: { personId: people.anne.id, from: '2026-11-23', meetings: 9, limits } })
  const none = { visit: 0, online: 0, phone: 0 }
  await birgit.call(sayCapacity, {
    body: { personId: people.anne.id, from: '2026-11-30', meetings: null, limits: none, oneWeek: true },
  })
}
const shown = async (listId: number) =>
  (await birgit.call(showCapacity, { query: {} })).lists.find(({ id }) => id === listId)
const take = async (who: typeof soren, listId: number) => (await who.call(takeCompany, { body: { listId } })).held
const book = async (form: MeetingForm, startsAt: string) => {
  const { id: companyId } = await world.company()
  return codeOf(
    birgit.call(bookMeeting, {
      body: { companyId, personId: people.anne.id, startsAt, contactName: 'Lone', form, note: '' },
    }),
  )
}

test('a list for phone meetings pauses when those are full, however many visits there is room for; one for visits does not', async () => {
  const [phone, visits] = [await listForAnne('phone'), await listForAnne('visit')]
  await say({ phone: 0 })
  expect([await shown(phone), await shown(visits)]).toMatchObject([
    { form: 'phone', paused: true, pausedBecause: 'none' },
    { form: 'visit', paused: false },
  ])
  await say({ visit: 0 })
  expect([await shown(phone), await shown(visits)]).toMatchObject([{ paused: false }, { paused: true }])
  await offer(visits, 'online')
  expect(await shown(visits)).toMatchObject({ form: 'online', paused: false })
})

test('the call begins with the kind of its list, and a meeting is of it unless another was agreed', async () => {
  const listId = await listForAnne('phone')
  await say({})
  const first = await take(soren, listId)
  expect(first?.form).toBe('phone')
  const said = { answer: 'wants-contact' as const, spokeWith: 'Lone', note: '' }
  const booking = { personId: people.anne.id, startsAt: '2026-11-25T10:30:00+01:00', contactName: 'Lone' }
  const made = await soren.call(answerCall, { body: { companyId: first?.companyId ?? 0, ...said, booking } })
  expect(made.booking).toMatchObject({ form: 'phone' })
  expect(await birgit.call(showBooking, { params: { id: made.booking?.id ?? 0 } })).toMatchObject({
    ...{ form: 'phone', travelMinutes: 0, place: '' },
  })
  const second = await take(soren, listId)
  const other = await soren.call(answerCall, {
    body: {
      ...{ companyId: second?.companyId ?? 0, ...said },
      booking: { ...booking, startsAt: '2026-11-26T10:30:00+01:00', form: 'visit' },
    },
  })
  expect(other.booking).toMatchObject({ form: 'visit' })
  // What is put right later is of the list's kind too.
  const third = await take(soren, listId)
  const wrong = await soren.call(answerCall, {
    body: { companyId: third?.companyId ?? 0, answer: 'no-answer', spokeWith: '', note: '' },
  })
  const right = await soren.call(correctCall, {
    params: { id: wrong.call.id },
    body: { ...said, booking: { ...booking, startsAt: '2026-11-27T10:30:00+01:00' } },
  })
  expect(right.booking).toMatchObject({ form: 'phone' })
  // Called outside any list a visit is offered first.
  const own = await world.as('anne').call(takeOwnCall, { body: { companyId: (await company()).id } })
  expect(own.held?.form).toBe('visit')
  await world.as('anne').call(releaseHold, { body: { companyId: own.held?.companyId ?? 0 } })
})

test('what is kept for a call is of its kind: the last phone meeting is nobody else’s meanwhile, and visits are', async () => {
  const [phone, visits] = [await listForAnne('phone'), await listForAnne('visit')]
  await say({ phone: 1, visit: 1 })
  expect(await take(soren, phone)).not.toBeNull()
  expect(await take(signe, phone)).toBeNull()
  expect(await book('phone', '2026-11-25T10:30:00+01:00')).toBe('week-full')
  expect((await take(signe, visits))?.form).toBe('visit')
  expect(await book('visit', '2026-11-25T10:30:00+01:00')).toBe('week-full')
  // Who has a call for a phone meeting goes over to a list for visits: another is kept, or none.
  expect(await take(soren, visits)).toBeNull()
  expect(await book('phone', '2026-11-25T10:30:00+01:00')).toBe('done')
})

test('changed while somebody is on the phone: the call keeps what was kept for it, the next one is of the new kind', async () => {
  const listId = await listForAnne('phone')
  await say({ phone: 1, visit: 1 })
  const { companyId } = (await take(soren, listId)) ?? { companyId: 0 }
  await offer(listId, 'visit')
  expect(await world.sql('select form from capacity_token')).toEqual([{ form: 'phone' }])
  expect((await soren.call(showHold)).held).toMatchObject({ companyId, form: 'phone' })
  expect((await take(signe, listId))?.form).toBe('visit')
  const booking = { personId: people.anne.id, startsAt: '2026-11-25T10:30:00+01:00', contactName: 'Lone' }
  const body = { companyId, answer: 'wants-contact' as const, spokeWith: 'Lone', note: '' }
  const made = await soren.call(answerCall, { body: { ...body, booking } })
  expect(made.booking).toMatchObject({ form: 'phone' })
})

test('changed in the same moment as calls are taken: each has the one that was kept, of whichever kind', async () => {
  const listId = await listForAnne('visit')
  await say({})
  for (let round = 0; round < 40; round++) {
    const form = round % 2 === 0 ? 'phone' : 'visit'
    const [one, other] = await Promise.all([take(soren, listId), take(signe, listId), offer(listId, form)])
    expect([round, one?.listId, other?.listId]).toEqual([round, listId, listId])
    await world.sql('delete from call_hold')
    await world.sql('delete from capacity_token')
  }
})

test('of eight who take at once as many have a call as phone meetings are agreed', async () => {
  const listId = await listForAnne('phone')
  await say({ phone: 1 })
  const all = await Promise.all(Array.from({ length: 8 }, (_, n) => take(n % 2 === 0 ? soren : signe, listId)))
  const holders = await world.sql('select distinct person_id from call_hold')
  expect([holders, all.some(Boolean)]).toEqual([[expect.anything()], true])
  expect(await world.sql('select form from capacity_token where until_at > $1', ['2026-11-23T08:00Z'])).toEqual([
    { form: 'phone' },
  ])
})

test('who runs the centre says it, of a list that is called', async () => {
  const listId = await listForAnne('visit')
  for (const who of ['soren', 'anne', 'torben'] as const)
    expect(await codeOf(offer(listId, 'phone', world.as(who)))).toBe('not-allowed')
  expect(await codeOf(offer(listId + 1000, 'phone'))).toBe('not-found')
  expect((await shown(listId))?.form).toBe('visit')
})
