/** A meeting that was called off, or a locked door: somebody finds a new time, or says why there is none. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { linkFor } from '#testing/company-link'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import { cancelBooking, showBooking, tellNotMet } from '../bookings/bookings.schema.ts'
import { cancelCaseMeeting, showCase } from '../company-page/company-page.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { judgeContact } from '../may-contact/hindrance.schema.ts'
import { endMembership } from '../members/members.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { leaveNewTime, listNewTimes, takeNewTime } from './new-times.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const { booked, callBack, met, onList } = openThings(world)
const [birgit, anne, ali] = [world.as('birgit'), world.as('anne'), world.as('ali')]
beforeEach(() => world.clock.set('2026-11-23T09:00'))

const waits = async (who: typeof birgit, { name }: { name: string }) =>
  (await who.call(listWaiting, { query: {} })).rows.filter(
    ({ kind, values }) => kind === 'new-time' && values['company'] === name,
  )
const open = async (companyId: number) => (await birgit.call(listNewTimes, { query: { companyId } })).rows
const cancel = (id: number, newTime?: boolean) =>
  birgit.call(cancelBooking, { params: { id }, body: { why: 'Syg', ...(newTime === undefined ? {} : { newTime }) } })
const judged = async (who: typeof birgit, companyId: number) => {
  const { may, because } = await who.call(judgeContact, { params: { companyId }, query: {} })
  return may ? 'may' : because?.kind
}

test('called off by us: who was to go finds a new time, nobody else calls, and a new meeting ends it', async () => {
  const company = await world.company()
  await cancel(await booked(company.id))
  expect(await waits(anne, company)).toMatchObject([{ values: { why: 'cancelled', mine: 1 } }])
  expect(await waits(birgit, company)).toMatchObject([{ values: { mine: 0 } }])
  expect(await waits(ali, company)).toEqual([])
  expect([await judged(anne, company.id), await judged(ali, company.id)]).toEqual(['may', 'new-time'])
  await booked(company.id)
  expect([await waits(anne, company), await open(company.id)]).toEqual([[], []])
})

test('called off by the company: its page says who finds a new time', async () => {
  const company = await world.company()
  const meetingId = await booked(company.id)
  const { token } = await linkFor(world, company.id)
  await world.visitor.call(cancelCaseMeeting, { params: { token }, body: { meetingId, why: '' } })
  expect(await waits(anne, company)).toMatchObject([{ values: { why: 'cancelled-by-company' } }])
  expect(await world.visitor.call(showCase, { params: { token } })).toMatchObject({
    newTimes: [{ who: expect.stringContaining('Anne') as string }],
  })
})

test('a reason why not ends it; of two who give one the second is told what stands; another’s is the coordinator’s', async () => {
  const company = await world.company()
  await cancel(await booked(company.id))
  const [one] = await open(company.id)
  const leave = (who: typeof birgit) =>
    who.call(leaveNewTime, { params: { id: one?.id ?? 0 }, body: { why: 'De har ikke tid i år' } })
  await expect(leave(ali)).rejects.toMatchObject({ code: 'not-allowed' })
  await Promise.all([leave(anne), leave(birgit), leave(anne)])
  expect(await world.sql("select from event where verb = 'left' and company_id = $1", [company.id])).toHaveLength(1)
  expect([await waits(anne, company), await judged(ali, company.id)]).toEqual([[], 'may'])
})

test('none is asked for when it is said so, or when they stand in the queue again', async () => {
  const [company, other] = [await world.company(), await world.company()]
  await cancel(await booked(company.id), false)
  await onList(other, callBack)
  await cancel(await booked(other.id))
  expect([await open(company.id), await open(other.id)]).toEqual([[], []])
})

test('a locked door: no visit, no report, nothing held; those who went tell it, once', async () => {
  const company = await world.company()
  const id = await met(company, people.anne.id)
  const tell = (who: typeof birgit) => who.call(tellNotMet, { params: { id }, body: { note: 'Mørkt og låst' } })
  await expect(tell(ali)).rejects.toMatchObject({ code: 'not-allowed' })
  await Promise.all([tell(anne), tell(anne), tell(birgit)])
  expect(await anne.call(showBooking, { params: { id } })).toMatchObject({
    notMetAt: expect.any(String) as string,
    can: { report: false, notMet: false },
  })
  expect(await waits(anne, company)).toMatchObject([{ values: { why: 'not-met' } }])
  const marks = await world.sql("select from contact_mark where company_id = $1 and kind in ('visited', 'meeting')", [
    company.id,
  ])
  const due = (await anne.call(listWaiting, { query: {} })).rows.filter(
    ({ kind, values }) => kind === 'visit-report' && values['company'] === company.name,
  )
  expect([marks, due]).toEqual([[], []])
  expect(await world.sql("select from event where verb = 'not-met' and subject_id = $1", [id])).toHaveLength(1)
})

test('a report takes it back: somebody was met after all', async () => {
  const company = await world.company()
  const id = await met(company, people.anne.id)
  await anne.call(tellNotMet, { params: { id }, body: { note: '' } })
  await anne.call(reportVisit, {
    body: { bookingId: id, about: 'De kom alligevel', needs: [], topics: [], promises: [] },
  })
  expect(await anne.call(showBooking, { params: { id } })).toMatchObject({ notMetAt: null, reported: true })
  expect([await open(company.id), await judged(ali, company.id)]).toEqual([[], 'may'])
})

test('who leaves has it no more: the coordinators do, and one of those who visit takes it', async () => {
  const company = await world.company()
  await cancel(await booked(company.id, people.ali.id))
  await birgit.call(endMembership, { params: { id: people.ali.memberId } })
  const [one] = await open(company.id)
  expect(one).toMatchObject({ who: null, can: { take: true } })
  expect(await waits(birgit, company)).toHaveLength(1)
  const take = (who: typeof birgit) => who.call(takeNewTime, { params: { id: one?.id ?? 0 } })
  expect(await take(anne)).toMatchObject({ who: expect.stringContaining('Anne') as string })
  await expect(take(anne)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await judged(anne, company.id)).toBe('may')
})
