import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { openWorld } from '#testing/world'
import { bookMeeting as bookHere } from '../bookings/bookings.schema.ts'
import { bookMeeting } from '../bookings/bookings.ts'
import { answerHearing, endHearing, startHearing } from '../hearings/hearings.schema.ts'
import { keepCompanies, strikeCompanies, undoStrikes } from '../hearings/strikes.schema.ts'
import { countDraw, Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { makeContactList } from '../lists/lists.schema.ts'
import { leftAlone } from '#testing/waits'

/** While a hearing runs nobody outside the striking school learns of a strike: not by a rank, a count, an order or a date. */
type World = Awaited<ReturnType<typeof openWorld>>
type Who = Parameters<World['as']>[0]
let world: World
let hearingId = 0
let ids: number[] = []
const municipality = 510
const meeting = { personId: 0, startsAt: '2026-12-08T09:00:00Z', contactName: 'Karen', note: '' }
const eyes: Who[] = ['birgit', 'vibeke', 'soren', 'carl', 'mette']

beforeAll(async () => {
  world = await openWorld()
  const names = ['Ahorn Smede', 'Birk Bageri', 'Cypres Møbler', 'Douglas Byg', 'Eg Elektrik']
  const made = []
  for (const [n, name] of names.entries()) made.push(await world.company({ name, municipality, phone: `7000600${n}` }))
  await world.company({ name: 'Birk Bageri, torvet', municipality, kind: 'workplace', cvr: made[1]?.cvr ?? '' })
  ids = made.map(({ id }) => id)
  const birgit = world.as('birgit')
  const body = { name: 'Træerne', criteria: z.parse(Criteria, { municipalities: [municipality], kind: 'both' }) }
  const list = await birgit.call(makeContactList, { body })
  await birgit.call(drawList, { params: { id: list.id } })
  const given = { params: { id: list.id }, body: { date: '2026-11-27', time: '16:00' } }
  hearingId = (await birgit.call(startHearing, given)).hearing?.id ?? 0
  // One of them has a meeting, one is left alone besides: what they have must not change places with a strike.
  meeting.personId = world.people.anne.id
  // On the phone, from a list that was called already.
  const origin = { kind: 'call', id: 1 } as const
  await world.inside('soren', (ctx) => bookMeeting(ctx, { companyId: ids[0] ?? 0, ...meeting, origin }))
  await leftAlone(world, made[2]?.cvr ?? '', 'later', '2027-02-23')
})
afterAll(() => world.close())

const addresses = () => [
  ...ids.flatMap((id) => [
    `/api/companies/${id}`,
    `/api/companies/${id}/events`,
    `/api/companies/${id}/waiting-periods`,
    `/api/companies/${id}/contact-judgements?channel=visit`,
  ]),
  ...['', '&call=now', '&call=waiting'].flatMap((call) => [
    `/api/companies?municipality=${municipality}${call}`,
    `/api/companies.csv?municipality=${municipality}${call}`,
    `/api/companies/count?municipality=${municipality}${call}`,
  ]),
  '/api/calls/queue',
]
const criteria = (given: object) => z.parse(Criteria, { municipalities: [municipality], ...given })
const counts = async () => {
  const all: unknown[] = []
  for (const given of [{}, { kind: 'both' }, { contact: 'never' }, { limit: 2 }])
    all.push(await world.as('birgit').call(countDraw, { body: { criteria: criteria(given) } }))
  return all
}
const seen = async (): Promise<Record<string, unknown>> => {
  const all: Record<string, unknown> = {}
  for (const who of eyes) {
    for (const address of addresses()) all[`${who} ${address}`] = await (await world.as(who).fetch(address)).text()
  }
  // Who would book one of them hears the same of each.
  for (const id of ids)
    all[`anne books ${id}`] = await world
      .as('anne')
      .call(bookHere, { body: { companyId: id, ...meeting } })
      .catch((error: unknown) => String(error))
  return { ...all, 'birgit counts': await counts() }
}
const rows = () =>
  world.inside('birgit', async (ctx) => JSON.stringify(await ctx.db.selectFrom('contactMark').selectAll().execute()))

test('card, list, counts of a draw and marks are the same to the last byte, whatever is struck', async () => {
  const [before, marksBefore] = [await seen(), await rows()]
  expect(JSON.stringify(before)).toContain('in-hearing')
  expect(JSON.stringify(before['birgit counts'])).toContain('has-meeting')
  const params = { id: hearingId }
  // Mette's school may see its own events; that she struck stands in no answer of the others.
  const others = (all: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !/^mette .*events/.test(key)))
  await world.as('mette').call(strikeCompanies, { params, body: { companyIds: ids, reason: 'Vi kender dem' } })
  expect(others(await seen())).toEqual(others(before))
  expect(await rows()).toBe(marksBefore)
  await world.as('mette').call(undoStrikes, { params, body: { companyIds: ids.slice(3) } })
  await world.as('mette').call(keepCompanies, { params, body: { companyIds: ids.slice(3) } })
  expect(others(await seen())).toEqual(others(before))
  expect(await rows()).toBe(marksBefore)
})

test('when the hearing has ended the strikes are told to all, never whose they are', async () => {
  for (const who of ['torben', 'vibeke', 'lars'] as const)
    await world.as(who).call(answerHearing, { params: { id: hearingId }, body: {} })
  await world.as('birgit').call(endHearing, { params: { id: hearingId }, body: {} })
  const marks = await world.sql<{ kind: string; company_id: number; person_id: number | null }>(
    "select kind, company_id, person_id from contact_mark where kind in ('strike', 'in-hearing') order by company_id",
  )
  expect(marks).toEqual([ids[0], ids[2]].map((id) => ({ kind: 'strike', company_id: id, person_id: null })))
  const card = await (await world.as('vibeke').fetch(`/api/companies/${ids[0]}`)).text()
  expect(card).toContain('"struck"')
  expect(card).not.toContain('Vi kender dem')
})
