/** Who of the company took part: its people by number, others by name, and nobody's name once he is erased. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openThings } from '#testing/open-things'
import { openWorld } from '#testing/world'
import {
  addCompanyPerson,
  eraseCompanyPerson,
  listCompanyPeople,
  noteDeparture,
} from '../company-people/company-people.schema.ts'
import { bookMeeting, showBooking } from '../bookings/bookings.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { changeVisit, reportVisit, showVisit } from './visits.schema.ts'
import { saveDraft, showReportForm } from './drafts.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const { met } = openThings(world)
const [anne, ali] = [world.as('anne'), world.as('ali')]
beforeEach(() => world.clock.set('2026-11-23T10:00'))

const known = async (companyId: number, name: string) =>
  (await anne.call(addCompanyPerson, { params: { companyId }, body: { name, source: 'said' } })).id
const peopleOf = async (companyId: number) =>
  (await anne.call(listCompanyPeople, { params: { companyId } })).rows.map(({ name }) => name)
const visited = async (tookPart: { personId?: number; name?: string; add?: boolean }[]) => {
  const company = await world.company()
  const bookingId = await met(company, world.people.anne.id)
  const body = { bookingId, about: 'Ny linje', needs: [], topics: [], promises: [], tookPart }
  return { company, send: (more = tookPart) => anne.call(reportVisit, { body: { ...body, tookPart: more } }) }
}

test('one that is known, one by name, and one who is written down with it', async () => {
  const { company, send } = await visited([])
  const karen = await known(company.id, 'Karen Holm')
  const sent = await send([{ personId: karen }, { name: 'Bo fra lageret' }, { name: 'Lis Lund', add: true }])
  expect(sent.tookPart).toEqual([
    { personId: karen, name: 'Karen Holm' },
    { personId: null, name: 'Bo fra lageret' },
    { personId: expect.any(Number) as number, name: 'Lis Lund' },
  ])
  expect((await peopleOf(company.id)).toSorted()).toEqual(['Karen Holm', 'Lis Lund'])
  expect((await ali.call(showVisit, { params: { id: sent.id } })).tookPart).toEqual(sent.tookPart)
  // No event holds a name: events are never changed.
  expect(
    await world.sql("select from event where company_id = $1 and (before::text || after::text) ~ 'Holm|Lund'", [
      company.id,
    ]),
  ).toEqual([])
})

test('nobody of another company, nobody who has left, no personal number, nothing of a union', async () => {
  const { company, send } = await visited([])
  const elsewhere = await known((await world.company()).id, 'En anden')
  const gone = await known(company.id, 'Rejst')
  await anne.call(noteDeparture, { params: { id: gone }, body: {} })
  for (const personId of [elsewhere, gone])
    await expect(send([{ personId }])).rejects.toMatchObject({
      code: 'wrong-input',
      problem: { errors: [{ pointer: '/body/tookPart/0/personId' }] },
    })
  await expect(send([{ name: 'Bo 010190-1234' }])).rejects.toMatchObject({ code: 'wrong-input' })
  await expect(send([{ name: 'Bo, tillidsrepræsentant', add: true }])).rejects.toMatchObject({ code: 'union-title' })
  expect((await send()).tookPart).toEqual([])
})

test('who is erased leaves his place without his name; who has left since stays in the report', async () => {
  const { company, send } = await visited([])
  const [karen, lis] = [await known(company.id, 'Karen Holm'), await known(company.id, 'Lis Lund')]
  const sent = await send([{ personId: karen }, { personId: lis }])
  await anne.call(noteDeparture, { params: { id: lis }, body: {} })
  await anne.call(eraseCompanyPerson, { params: { id: karen } })
  const shown = await anne.call(showVisit, { params: { id: sent.id } })
  expect(shown.tookPart).toEqual([
    { personId: karen, name: 'en, der er slettet efter eget ønske' },
    { personId: lis, name: 'Lis Lund' },
  ])
  const change = { version: 1, about: 'Rettet', needs: [], topics: [] }
  const mended = await anne.call(changeVisit, { params: { id: sent.id }, body: change })
  expect(mended.tookPart).toEqual(shown.tookPart)
  const body = { ...change, version: 2, tookPart: [{ personId: lis }, { name: 'Bo' }] }
  expect((await anne.call(changeVisit, { params: { id: sent.id }, body })).tookPart).toEqual([
    { personId: lis, name: 'Lis Lund' },
    { personId: null, name: 'Bo' },
  ])
})

test('whom the meeting was agreed with is proposed, until he leaves; a draft keeps what was chosen', async () => {
  const company = await world.company()
  const karen = await known(company.id, 'Karen Holm')
  const slots = await anne.call(listFreeSlots, {
    query: { companyId: company.id, personId: world.people.anne.id, days: 10 },
  })
  const slot = { personId: world.people.anne.id, startsAt: slots.rows[0]?.startsAt ?? '' }
  const { id: bookingId } = await anne.call(bookMeeting, {
    body: { companyId: company.id, ...slot, contactName: 'K', companyPersonId: karen },
  })
  expect(await anne.call(showBooking, { params: { id: bookingId } })).toMatchObject({
    contactName: 'Karen Holm',
    companyPersonId: karen,
  })
  const form = () => anne.call(showReportForm, { query: { bookingId } })
  expect((await form()).met).toEqual([{ personId: karen, name: '', add: false }])
  const tookPart = [{ personId: null, name: 'Bo', add: true }]
  const body = { about: '', needs: [], topics: [], promises: [], visitedAt: null, tookPart }
  await anne.call(saveDraft, { query: { bookingId }, body })
  expect((await form()).draft?.body.tookPart).toEqual(tookPart)
  await anne.call(eraseCompanyPerson, { params: { id: karen } })
  expect((await form()).met).toEqual([])
})
