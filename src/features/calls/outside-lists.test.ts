import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { giveWait, listWaits } from '../may-contact/waits.schema.ts'
import { releaseHold, renewHold, skipCompany } from '../queue/queue.schema.ts'
import { reportVisit } from '../visits/visits.schema.ts'
import { showReportForm } from '../visits/drafts.schema.ts'
import { listPromises } from '../promises/promises.schema.ts'
import {
  correctCall,
  listCompanyCalls,
  listMyCalls,
  showHold,
  takeBackCall,
  takeCompany,
  takeOwnCall,
} from './calls.schema.ts'

const world = await openWorld()
afterAll(() => world.close())
const [soren, signe, birgit] = [world.as('soren'), world.as('signe'), world.as('birgit')]
const { answer, blockedIn, company, held, listed } = callersIn(world)
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

type Company = Awaited<ReturnType<typeof company>>
/** Under call outside any list: nothing asks for that from outside yet, so the row is written as it would be. */
const heldOutside = async (made: Company) => {
  await world.sql(
    `insert into call_hold (centre_id, answers_for, cvr, phone, list_id, company_id, person_id, script_id, taken_at, expires_at, form)
     select $1, c.cvr, c.cvr, c.phone, null, c.id, $3, null, $4::timestamptz, $4::timestamptz + interval '10 minutes', 'visit'
     from company_place c where c.id = $2`,
    [world.centreId, made.id, world.people.soren.id, world.clock.now().toString()],
  )
  return made
}
const mine = async (who = soren) => (await who.call(showHold, {})).held
const answered = async (said: Parameters<typeof answer>[2]) => {
  const made = await heldOutside(await company())
  return { ...made, ...(await answer(soren, made.id, said)) }
}

describe('a company under call outside any list', () => {
  test('is shown without a list, with what is said by default, and to look writes nothing', async () => {
    const made = await heldOutside(await company())
    const scripts = await world.sql('select from script')
    const shown = await mine()
    expect(shown).toMatchObject({ companyId: made.id, listId: null, list: null, last: null, tries: 0 })
    expect(shown?.script).toMatchObject({ id: null, listId: null, version: 1, writtenBy: null, writtenAt: null })
    expect(shown?.says).toMatch(/Søren/)
    expect(shown?.effects).toContainEqual(expect.objectContaining({ answer: 'later', until: '2027-02-23' }))
    expect(await world.sql('select from script')).toHaveLength(scripts.length)
  })

  test('lasts ten minutes more when it is renewed, until it is let go', async () => {
    const { id: companyId } = await heldOutside(await company())
    world.clock.advance({ minutes: 8 })
    await soren.call(renewHold, { body: { companyId } })
    world.clock.advance({ minutes: 8 })
    expect((await mine())?.companyId).toBe(companyId)
    await soren.call(releaseHold, {})
    expect(await mine()).toBeNull()
    await expect(soren.call(renewHold, { body: { companyId } })).rejects.toMatchObject({ code: 'not-your-call' })
    await expect(answer(soren, companyId, { answer: 'later' })).rejects.toMatchObject({ code: 'not-your-call' })
  })

  test('is one caller’s: another neither sees it, nor renews, nor answers, and is not handed it from a list', async () => {
    const made = await listed()
    await heldOutside(made)
    expect(await mine(signe)).toBeNull()
    const body = { companyId: made.id }
    await expect(signe.call(renewHold, { body })).rejects.toMatchObject({ code: 'not-your-call' })
    await expect(answer(signe, made.id, { answer: 'later' })).rejects.toMatchObject({ code: 'not-your-call' })
    const away = await world.otherCentre()
    const stranger = world.as('soren', away)
    expect(await mine(stranger)).toBeNull()
    await expect(answer(stranger, made.id, { answer: 'later' })).rejects.toMatchObject({ code: 'not-your-call' })
    expect(await blockedIn(made.listId, signe)).toEqual(['under-call'])
    expect(await held(signe, made.listId)).toBeNull()
    await soren.call(skipCompany, { body })
    expect((await held(signe, made.listId))?.companyId).toBe(made.id)
  })

  test('is let go when its caller asks for the next of a list', async () => {
    const outside = await heldOutside(await company())
    const made = await listed()
    expect(await held(soren, made.listId)).toMatchObject({ companyId: made.id, listId: made.listId })
    expect(await world.sql('select from call_hold where company_id = $1', [outside.id])).toEqual([])
  })

  test('nobody takes one so by asking: it must stand in a list', async () => {
    const { id: companyId } = await company()
    await expect(soren.call(takeCompany, { body: { companyId } })).rejects.toMatchObject({
      code: 'may-not-call',
      problem: { reason: 'not-in-list' },
    })
    await expect(soren.call(takeCompany, { body: { companyId, listId: null as never } })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('its answer', () => {
  test('is written without a list and leads to what it leads to; all of staff read it', async () => {
    const made = await answered({ answer: 'later', note: 'Efter jul', spokeWith: 'Karen' })
    expect(made.call).toMatchObject({ listId: null, scriptVersion: null, until: '2027-02-23' })
    const { rows } = await world.as('anne').call(listCompanyCalls, { params: { companyId: made.id } })
    expect(rows).toMatchObject([{ listId: null, note: 'Efter jul', caller: 'Søren Vad' }])
    expect((await soren.call(listMyCalls, {})).rows.map(({ id }) => id)).toContain(made.call.id)
    expect((await birgit.call(listWaits, { params: { companyId: made.id } })).rows).toMatchObject([
      { until: '2027-02-23' },
    ])
    await expect(world.as('uffe').call(listCompanyCalls, { params: { companyId: made.id } })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('books a visit that belongs to no list', async () => {
    const made = await heldOutside(await company())
    const { rows } = await soren.call(listFreeSlots, { query: { companyId: made.id } })
    const booking = { personId: rows[0]?.personId, startsAt: rows[0]?.startsAt, contactName: 'Karen' }
    const done = await answer(soren, made.id, { answer: 'wants-contact', booking })
    expect(await world.sql('select list_id from booking where id = $1', [done.booking?.id])).toEqual([
      { list_id: null },
    ])
  })

  test('of a company that stands in a list too holds there: the call-back comes when it is due', async () => {
    const made = await listed()
    await heldOutside(made)
    const at = momentOf('2026-11-23', '10:00').toString()
    await answer(soren, made.id, { answer: 'call-back', callBackAt: at })
    expect(await blockedIn(made.listId)).toEqual(['call-back'])
    world.clock.set('2026-11-23T10:00')
    expect(await held(signe, made.listId)).toMatchObject({ companyId: made.id, last: { answer: 'call-back' } })
  })

  test('from nowhere anybody calls it again: a call-back and a wish for a visit are promises of who called, and fall with the answer', async () => {
    const anne = world.as('anne')
    const promises = async (companyId: number) =>
      (await anne.call(listPromises, { query: { companyId, whose: 'all' } })).rows.map(({ what, owner, dueOn }) => [
        what,
        owner.name,
        dueOn,
      ])
    const [one, two] = [await company(), await company()]
    await anne.call(takeOwnCall, { body: { companyId: one.id } })
    const callBackAt = momentOf('2026-11-26', '10:00').toString()
    const { call } = await answer(anne, one.id, { answer: 'call-back', callBackAt })
    expect(await promises(one.id)).toEqual([
      ['Vi ringer tilbage, som aftalt: torsdag 26. november kl. 10.00', 'Anne Bruun', '2026-11-26'],
    ])
    await anne.call(correctCall, { params: { id: call.id }, body: { answer: 'later', why: 'Forkert tast' } })
    expect(await promises(one.id)).toEqual([])
    await anne.call(takeOwnCall, { body: { companyId: two.id } })
    await answer(anne, two.id, { answer: 'wants-contact' })
    expect((await promises(two.id)).map(([, who]) => who)).toEqual(['Anne Bruun'])
    // Of a company that stands in a list the queue calls.
    const inList = await listed()
    await anne.call(takeOwnCall, { body: { companyId: inList.id } })
    await answer(anne, inList.id, { answer: 'wants-contact' })
    expect([await promises(inList.id), await blockedIn(inList.listId)]).toEqual([[], ['call-back']])
  })

  test('is corrected, and stays outside any list', async () => {
    const made = await answered({ answer: 'do-not-contact' })
    const params = { id: made.call.id }
    await expect(signe.call(correctCall, { params, body: { answer: 'later' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const { call } = await soren.call(correctCall, { params, body: { answer: 'later', why: 'Forkert tast' } })
    expect(call).toMatchObject({ listId: null, answer: 'later', until: '2027-02-23' })
  })

  test('is taken back: the company is under call again as it was, also when it stands in a list', async () => {
    const made = await listed()
    await heldOutside(made)
    const { call } = await answer(soren, made.id, { answer: 'not-interested' })
    const { held: back } = await soren.call(takeBackCall, { params: { id: call.id } })
    expect(back).toMatchObject({ companyId: made.id, listId: null, list: null, script: { id: null } })
    expect(await mine()).toEqual(back)
    expect((await answer(soren, made.id, { answer: 'later' })).call.listId).toBeNull()
  })

  test('is taken back: what may not be called, or another has under call by now, does not come back', async () => {
    const made = await listed()
    await heldOutside(made)
    const { call } = await answer(soren, made.id, { answer: 'no-answer' })
    world.clock.advance({ hours: 4 })
    expect((await held(signe, made.listId))?.companyId).toBe(made.id)
    expect(await soren.call(takeBackCall, { params: { id: call.id } })).toEqual({ held: null })
    const left = await answered({ answer: 'no-answer' })
    const words = { reason: 'later', words: 'Travlt til jul' } as const
    await world.as('anne').call(giveWait, { params: { companyId: left.id }, body: words })
    expect(await soren.call(takeBackCall, { params: { id: left.call.id } })).toEqual({ held: null })
  })
})

test('what they said on the phone goes along to a report that nobody had booked, until someone has been there since', async () => {
  const { id: companyId } = await answered({
    answer: 'wants-contact',
    spokeWith: 'Pia',
    note: 'Ny pakkelinje på engelsk',
  })
  const anne = world.as('anne')
  const note = async () => (await anne.call(showReportForm, { query: { companyId } })).callNote
  expect(await note()).toBe('Ny pakkelinje på engelsk')
  world.clock.advance({ hours: 30 })
  await heldOutside({ id: companyId } as Company)
  await answer(soren, companyId, { answer: 'no-answer', note: 'Optaget' })
  expect(await note()).toBe('Ny pakkelinje på engelsk')
  const visitedAt = world.clock.now().toString()
  await anne.call(reportVisit, { body: { companyId, visitedAt, about: 'Set på pakkelinjen' } })
  expect(await note()).toBe('')
})
