import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { momentOf } from '#platform/clock'
import { openWorld } from '#testing/world'

import { changeRules, showRules } from '../centre/centre.schema.ts'
import { listFreeSlots } from '../free-slots/free-slots.schema.ts'
import { answerCall, correctCall, listCompanyCalls, showHold, takeBackCall, takeCompany } from './calls.schema.ts'
import { undoCorrection } from '../overruling/overruling.schema.ts'
import { changeRefusalReasons, listRefusalReasons } from './refusal-reasons.schema.ts'
import { writeScript } from '../scripts/scripts.schema.ts'
import { showQueue } from '../queue/queue.schema.ts'
import { giveWait, liftWait, listWaits } from '../may-contact/waits.schema.ts'
import { stopContact } from '../may-contact/may-contact.ts'
import { listWaiting } from '../home/home.schema.ts'

import { callersIn, type Said } from '#testing/callers'

// The test runner sets an address of its own; links in mails read the setting.
process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const soren = world.as('soren')
const signe = world.as('signe')
const birgit = world.as('birgit')
const { answer, blockedIn, company, held, listed, listOf } = callersIn(world)
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

describe('answers and what they lead to', () => {
  const until = async (date: string, said: Said) => {
    world.clock.set(`${date}T10:00`)
    const made = await listed()
    await held(soren, made.listId)
    return (await answer(soren, made.id, said)).call.until
  }

  test('months end where the month ends, in Danish days', async () => {
    expect(await until('2026-11-30', { answer: 'later' })).toBe('2027-02-28')
    expect(await until('2027-11-30', { answer: 'later' })).toBe('2028-02-29')
    expect(await until('2026-11-23', { answer: 'not-interested' })).toBe('2027-05-23')
    expect(await until('2026-08-31', { answer: 'not-interested' })).toBe('2027-02-28')
    world.clock.set('2026-12-31T00:30')
    const made = await listed()
    await held(soren, made.listId)
    expect((await answer(soren, made.id, { answer: 'later' })).call.until).toBe('2027-03-31')
  })

  test('"gerne senere" blocks until the day, and the company is back in the queue on the day itself', async () => {
    world.clock.set('2026-11-30T10:00')
    const made = await listed()
    await held(soren, made.listId)
    await answer(soren, made.id, { answer: 'later', note: 'Efter jul', spokeWith: 'Karen' })
    world.clock.set('2027-02-27T23:59')
    expect(await held(soren, made.listId)).toBeNull()
    expect((await blockedIn(made.listId))[0]).toBe('wait')
    world.clock.set('2027-02-28T00:01')
    const again = await held(soren, made.listId)
    expect(again).toMatchObject({
      companyId: made.id,
      last: { answer: 'later', note: 'Efter jul', spokeWith: 'Karen' },
    })
  })

  test('waits and call-backs hold across both daylight-saving changes', async () => {
    world.clock.set('2026-10-24T10:00')
    const made = await listed()
    await held(soren, made.listId)
    const at = momentOf('2026-10-25', '09:15').toString()
    await answer(soren, made.id, { answer: 'call-back', callBackAt: at })
    world.clock.set('2026-10-25T09:14')
    expect(await held(soren, made.listId)).toBeNull()
    world.clock.set('2026-10-25T09:15')
    expect((await held(soren, made.listId))?.dueAt).toBe('2026-10-25T08:15:00.000Z')
    expect(await until('2026-12-28', { answer: 'later' })).toBe('2027-03-28')
  })

  test('a due call-back comes before the list’s order, and only a future one can be agreed', async () => {
    const [first, second] = [await company(), await company()]
    const listId = await listOf([first, second])
    await soren.call(takeCompany, { body: { companyId: second.id, listId } })
    await expect(answer(soren, second.id, { answer: 'call-back' })).rejects.toMatchObject({ code: 'call-back-time' })
    await expect(
      answer(soren, second.id, { answer: 'call-back', callBackAt: '2026-11-23T07:00:00Z' }),
    ).rejects.toMatchObject({ code: 'call-back-time' })
    await answer(soren, second.id, { answer: 'call-back', callBackAt: momentOf('2026-11-23', '09:40').toString() })
    world.clock.set('2026-11-23T09:41')
    expect((await soren.call(showQueue, { query: { listId } })).next.map((row) => row.companyId)).toEqual([
      second.id,
      first.id,
    ])
    expect((await soren.call(listWaiting, { query: {} })).rows).toContainEqual(
      expect.objectContaining({
        kind: 'call-back',
        when: 'today',
        href: `/ring?liste=${listId}&virksomhed=${second.id}`,
      }),
    )
    expect((await held(soren, listId))?.companyId).toBe(second.id)
  })

  test('no answer: again after four hours, and after five tries thirty days of rest', async () => {
    const made = await listed()
    for (let tries = 1; tries <= 5; tries++) {
      expect((await held(soren, made.listId))?.tries).toBe(tries - 1)
      const { call } = await answer(soren, made.id, { answer: 'no-answer' })
      expect(call.until).toBe(tries === 5 ? '2026-12-24' : null)
      expect(await held(soren, made.listId)).toBeNull()
      world.clock.advance({ hours: 4 })
    }
    expect(await blockedIn(made.listId)).toEqual(['wait'])
    world.clock.set('2026-12-24T09:00')
    expect((await held(soren, made.listId))?.tries).toBe(0)
  })

  test('the centre’s own rules decide how long', async () => {
    const rules = await birgit.call(showRules, {})
    const shorter = { ...rules, laterMonths: 1 }
    await expect(birgit.call(changeRules, { body: shorter })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer: '/body/shorterWhy' }] },
    })
    const why = 'Centerrådet 3. november: små virksomheder på Mors beder selv om det.'
    await birgit.call(changeRules, { body: { ...shorter, shorterWhy: why } })
    expect(await soren.call(showRules, {})).toMatchObject({ laterMonths: 1, shorterWhy: why })
    expect(await until('2027-01-31', { answer: 'later' })).toBe('2027-02-28')
    // Who goes back to what companies are promised needs no reason any more; the database holds it against whoever writes.
    expect(await birgit.call(changeRules, { body: { ...rules, shorterWhy: why } })).toMatchObject({ shorterWhy: null })
    await expect(world.sql('update rules set not_interested_months = 5')).rejects.toMatchObject({ code: '23514' })
  })

  test('why they say no is one of the centre’s own reasons, kept with the call though it is offered no more', async () => {
    const offered = async () => (await soren.call(listRefusalReasons, {})).rows
    const usual = await offered()
    expect(usual.map(({ name }) => name)).toEqual([
      'Egen kursusafdeling',
      'Har ikke tid',
      'Dårlige erfaringer',
      'For få ansatte',
      'Andet',
    ])
    const [courses, time] = usual
    const made = await listed()
    await held(soren, made.listId)
    const { call } = await answer(soren, made.id, { answer: 'not-interested', reasonId: time?.id })
    expect(call.reason).toBe('Har ikke tid')
    const next = await listed()
    await held(soren, next.listId)
    await expect(answer(soren, next.id, { answer: 'later', reasonId: 999_999 })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await answer(soren, next.id, { answer: 'no-answer', reasonId: time?.id })).call.reason).toBeNull()
    const changed = await birgit.call(changeRefusalReasons, {
      body: { reasons: [{ name: 'Sæson' }, { id: courses?.id, name: 'Egne kurser' }] },
    })
    expect(changed.rows.map(({ name }) => name)).toEqual(['Sæson', 'Egne kurser'])
    expect(await offered()).toEqual(changed.rows)
    await expect(
      birgit.call(changeRefusalReasons, { body: { reasons: [{ id: time?.id, name: 'Tid' }] } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await birgit.call(listCompanyCalls, { params: { companyId: made.id } })
    expect(rows).toMatchObject([{ answer: 'not-interested', reason: 'Har ikke tid' }])
    await expect(
      world.as('anne').call(changeRefusalReasons, { body: { reasons: [{ name: 'x' }] } }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('the same answer sent twice with one key is one call', async () => {
    const made = await listed()
    await held(soren, made.listId)
    const send = () => soren.call(answerCall, { body: { companyId: made.id, answer: 'later' } }, { key: `k${made.id}` })
    const [a, b] = [await send(), await send()]
    expect(a.call.id).toBe(b.call.id)
    expect(await world.sql('select 1 from call where company_id = $1', [made.id])).toHaveLength(1)
  })

  test('two answers at the same moment: one counts', async () => {
    const made = await listed()
    await held(soren, made.listId)
    const both = await Promise.allSettled([
      answer(soren, made.id, { answer: 'later' }),
      answer(soren, made.id, { answer: 'do-not-contact' }),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await world.sql('select 1 from waiting_period where cvr = $1', [made.cvr])).toHaveLength(1)
  })

  test('a visit is booked in the call, in one go: when the time is gone nothing is written and the call is still mine', async () => {
    const made = await listed()
    await held(soren, made.listId)
    const { rows } = await soren.call(listFreeSlots, { query: { companyId: made.id } })
    const slot = rows.find((row) => row.proposed)
    const booking = { personId: slot?.personId ?? 0, startsAt: slot?.startsAt ?? '', contactName: 'Karen Holm' }
    await expect(
      answer(soren, made.id, { answer: 'wants-contact', booking: { ...booking, startsAt: '2026-11-20T10:00:00Z' } }),
    ).rejects.toMatchObject({ code: 'slot-passed' })
    expect((await soren.call(showHold, {})).held?.companyId).toBe(made.id)
    const done = await answer(soren, made.id, { answer: 'wants-contact', booking, note: 'Ny pakkelinje' })
    expect(done.booking).toEqual({
      form: 'visit',
      id: expect.any(Number) as number,
      startsAt: slot?.startsAt,
      consultant: slot?.name,
    })
    expect(await blockedIn(made.listId)).toEqual(['has-meeting'])
    world.clock.set('2027-01-15T09:00')
    await world.runJobs()
    expect(await blockedIn(made.listId)).toEqual(['answered'])
  })

  test('wants a visit without a time is a task for the next morning, not forgotten', async () => {
    world.clock.set('2026-11-27T10:00')
    const made = await listed()
    await held(soren, made.listId)
    await answer(soren, made.id, { answer: 'wants-contact' })
    expect((await soren.call(showQueue, { query: { listId: made.listId } })).wantsTime).toBe(1)
    expect(await held(soren, made.listId)).toBeNull()
    world.clock.set('2026-11-30T09:00')
    expect((await held(signe, made.listId))?.companyId).toBe(made.id)
  })
})

describe('mistakes', () => {
  const mistake = async (said: Said) => {
    const made = await listed()
    await held(soren, made.listId)
    return { ...made, ...(await answer(soren, made.id, said)) }
  }

  test('a mistaken answer is corrected: the old wait is lifted, the new one holds, both stand in the trail', async () => {
    const made = await mistake({ answer: 'do-not-contact', note: 'oj' })
    world.clock.advance({ hours: 1 })
    const { call } = await soren.call(correctCall, {
      params: { id: made.call.id },
      body: { answer: 'later', why: 'Trykkede 7 i stedet for 2' },
    })
    expect(call.until).toBe('2027-02-23')
    expect(await blockedIn(made.listId)).toEqual(['wait'])
    const { rows } = await birgit.call(listCompanyCalls, { params: { companyId: made.id } })
    expect(rows.map((row) => [row.answer, row.corrected])).toEqual(
      expect.arrayContaining([
        ['later', false],
        ['do-not-contact', true],
      ]),
    )
    await expect(
      soren.call(correctCall, { params: { id: made.call.id }, body: { answer: 'closed' } }),
    ).rejects.toMatchObject({ code: 'already-corrected' })
  })

  test('a wait is not got round by taking one’s own old answer back: after the day only the coordinator mends it', async () => {
    const made = await mistake({ answer: 'do-not-contact' })
    world.clock.set('2026-11-24T09:00')
    const id = made.call.id
    await expect(soren.call(takeBackCall, { params: { id } })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(soren.call(correctCall, { params: { id }, body: { answer: 'no-answer' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    // Overruling has a reason, and it stands in the trail.
    await expect(birgit.call(correctCall, { params: { id }, body: { answer: 'later' } })).rejects.toMatchObject({
      problem: { errors: [{ pointer: '/body/why' }] },
    })
    const why = 'De ringede selv'
    expect((await birgit.call(correctCall, { params: { id }, body: { answer: 'later', why } })).call.until).toBe(
      '2027-02-23',
    )
    expect(await world.sql('select why from call_correction where call_id = $1', [id])).toEqual([{ why }])
  })

  test('what was overruled is seen with who and why; undone, it counts again as it was said', async () => {
    const made = await mistake({ answer: 'do-not-contact', note: 'Ring aldrig igen', spokeWith: 'Karen' })
    world.clock.set('2026-11-24T09:00')
    const params = { id: made.call.id }
    const { call: now } = await birgit.call(correctCall, { params, body: { answer: 'later', why: 'De ringede selv' } })
    const seen = async () =>
      (await birgit.call(listCompanyCalls, { params: { companyId: made.id } })).rows.map((row) => ({
        id: row.id,
        answer: row.answer,
        overruled: row.overruled && { ...row.overruled, at: undefined },
      }))
    const overruled = { answer: 'later', who: 'Birgit Dam', at: undefined, why: 'De ringede selv' }
    expect(await seen()).toEqual([
      { id: now.id, answer: 'later', overruled: null },
      { id: params.id, answer: 'do-not-contact', overruled: { ...overruled, can: { undo: true } } },
    ])
    await expect(soren.call(undoCorrection, { params })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(birgit.call(undoCorrection, { params: { id: now.id } })).rejects.toMatchObject({ code: 'not-found' })
    // Two who undo at once: once, and the other is told.
    const both = await Promise.allSettled([0, 1].map(() => birgit.call(undoCorrection, { params })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [again, ...rest] = await seen()
    expect(again).toMatchObject({ answer: 'do-not-contact', overruled: null })
    expect(rest.map((row) => row.overruled?.can.undo)).toEqual([true, false])
    expect(await blockedIn(made.listId)).toEqual(['do-not-contact'])
    expect(
      (await birgit.call(listWaits, { params: { companyId: made.id } })).rows.filter((row) => !row.liftedAt),
    ).toEqual([expect.objectContaining({ reason: 'do-not-contact', words: 'Ring aldrig igen', from: '2026-11-23' })])
    await expect(birgit.call(undoCorrection, { params })).rejects.toMatchObject({ code: 'already-corrected' })
  })

  test('only the caller and the coordinator correct', async () => {
    const made = await mistake({ answer: 'later' })
    await expect(
      signe.call(correctCall, { params: { id: made.call.id }, body: { answer: 'closed' } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    // Undoing is for who answered; another's answer is overruled, with the reason.
    expect(made.call.can).toEqual({ correct: true, takeBack: true })
    const { rows } = await birgit.call(listCompanyCalls, { params: { companyId: made.id } })
    expect(rows[0]?.can).toEqual({ correct: true, takeBack: false })
    await expect(birgit.call(takeBackCall, { params: { id: made.call.id } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(
      (await birgit.call(correctCall, { params: { id: made.call.id }, body: { answer: 'closed', why: 'Lukket' } })).call
        .caller,
    ).toBe('Søren Vad')
  })

  test('undo gives the company back to the caller, its call-back too', async () => {
    const made = await mistake({ answer: 'call-back', callBackAt: momentOf('2026-11-23', '10:00').toString() })
    world.clock.set('2026-11-23T10:01')
    await held(soren, made.listId)
    const second = await answer(soren, made.id, { answer: 'not-interested' })
    const { held: back } = await soren.call(takeBackCall, { params: { id: second.call.id } })
    expect(back).toMatchObject({ companyId: made.id, dueAt: '2026-11-23T09:00:00.000Z', last: { answer: 'call-back' } })
    expect(
      await world.sql('select 1 from waiting_period where cvr = $1 and lifted_at is null', [made.cvr]),
    ).toHaveLength(0)
  })

  test('taking back a booked visit cancels it', async () => {
    const made = await listed()
    await held(soren, made.listId)
    const { rows } = await soren.call(listFreeSlots, { query: { companyId: made.id } })
    const { call, booking } = await answer(soren, made.id, {
      answer: 'wants-contact',
      booking: { personId: rows[0]?.personId, startsAt: rows[0]?.startsAt, contactName: 'Karen' },
    })
    expect((await soren.call(takeBackCall, { params: { id: call.id } })).held?.companyId).toBe(made.id)
    expect(
      await world.sql('select 1 from booking where id = $1 and cancelled_at is not null', [booking?.id]),
    ).toHaveLength(1)
  })
})

describe('leaving alone', () => {
  test('do-not-contact holds at every school and in every later list, until the coordinator lifts it with a reason', async () => {
    const made = await listed()
    await held(soren, made.listId)
    await answer(soren, made.id, { answer: 'do-not-contact' })
    world.clock.set('2036-11-23T09:00')
    const later = await listOf([made])
    for (const who of ['anne', 'ali', 'pia', 'signe', 'birgit'] as const)
      await expect(
        world.as(who).call(takeCompany, { body: { companyId: made.id, listId: later } }),
      ).rejects.toMatchObject({ code: 'may-not-call', problem: { reason: 'do-not-contact' } })
    const { rows } = await birgit.call(listWaits, { params: { companyId: made.id } })
    const id = rows[0]?.id ?? 0
    await expect(world.as('anne').call(liftWait, { params: { id }, body: { why: 'x' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await birgit.call(liftWait, { params: { id }, body: { why: 'Ny ejer, som selv har ringet' } })
    await expect(birgit.call(liftWait, { params: { id }, body: { why: 'x' } })).rejects.toMatchObject({
      code: 'already-lifted',
    })
    expect((await held(soren, later))?.companyId).toBe(made.id)
  })

  test('staff set it with a reason, the company by its link; both stand with their source', async () => {
    const made = await listed()
    expect(
      await world
        .as('anne')
        .call(giveWait, { params: { companyId: made.id }, body: { reason: 'later', words: 'Travlt til jul' } }),
    ).toMatchObject({ until: '2027-02-23', source: 'staff', setBy: 'Anne Bruun' })
    await world.database.in(
      { centreId: world.centreId, personId: null, schoolId: null, role: 'link', source: 'link', language: 'da' },
      (ctx) => stopContact(ctx, { cvr: made.cvr, words: 'Nej tak' }),
    )
    expect(await blockedIn(made.listId)).toEqual(['do-not-contact'])
    await expect(
      soren.call(giveWait, { params: { companyId: made.id }, body: { reason: 'later', words: 'x' } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('the reason comes in the language of who asks', async () => {
    const made = await listed()
    await birgit.call(giveWait, { params: { companyId: made.id }, body: { reason: 'later', words: 'Travlt' } })
    await expect(soren.call(takeCompany, { body: { companyId: made.id } })).rejects.toMatchObject({
      problem: {
        title: 'Virksomheden må ikke ringes op: Virksomheden har ro hos alle skoler. Prøv igen 23. februar 2027.',
      },
    })
  })
})

describe('the script', () => {
  beforeAll(() => world.clock.set('2026-11-23T09:00'))
  test('a call remembers the version it began with', async () => {
    const made = await listed()
    expect((await held(soren, made.listId))?.script.version).toBe(1)
    await birgit.call(writeScript, {
      params: { listId: made.listId },
      body: { body: 'Goddag, {caller} her.', version: 1 },
    })
    await expect(
      birgit.call(writeScript, { params: { listId: made.listId }, body: { body: 'x', version: 1 } }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await answer(soren, made.id, { answer: 'no-answer' })).call.scriptVersion).toBe(1)
    world.clock.advance({ hours: 5 })
    expect((await held(soren, made.listId))?.says).toBe('Goddag, Søren her.')
  })
})
