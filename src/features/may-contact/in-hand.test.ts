import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import { answerCall, takeCompany } from '../calls/calls.schema.ts'
import { showCompany } from '../companies/one-company.schema.ts'
import { countDraw, Criteria } from '../lists/criteria.schema.ts'
import {
  acceptHandover,
  dropPromise,
  keepPromise,
  makePromise,
  offerHandover,
  undoDrop,
  undoKeeping,
} from '../promises/promises.schema.ts'
import { markPromises } from '../promises/promise-marks.ts'
import { renewHold, showQueue } from '../queue/queue.schema.ts'
import { answerNeed, closeNeed, reopenNeed } from '../visits/visits.schema.ts'
import { changeVisit, reportVisit, showVisit } from '../visits/visits.schema.ts'
import { judgeContact } from './hindrance.schema.ts'
import { giveWait } from './waits.schema.ts'

/** Who somebody is in the middle of is nobody else's to call: not by a draw, not from a list that is called already. */
const world = await openWorld()
afterAll(() => world.close())
const { people } = world
const [anne, ali, birgit, soren] = [world.as('anne'), world.as('ali'), world.as('birgit'), world.as('soren')]
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

const promise = (companyId: number, who = anne, ownerId = people.anne.id) =>
  who.call(makePromise, { body: { companyId, what: 'Et tilbud på FVU-dansk', ownerId, dueOn: '2026-12-01' } })
const blocksOf = async (id: number) => (await birgit.call(showCompany, { params: { id } })).blocks
const reasonsOf = async (id: number) => (await blocksOf(id)).map(({ reason }) => reason)
const drawn = async (municipality: number) => {
  const body = { criteria: z.parse(Criteria, { municipalities: [municipality], kind: 'both' }) }
  const { included, out } = await birgit.call(countDraw, { body })
  return { included, out }
}
const markOf = (cvr: string) =>
  world.sql<{ kind: string; person: number | null }>(
    "select kind, person_id as person from contact_mark where cvr = $1 and kind in ('promise', 'open-need') order by kind, source_id",
    [cvr],
  )
const need = { words: 'De nye skal kunne læse etiketterne', education: 'fvu-danish' as const, soon: true }
const visited = (companyId: number, visitedAt = '2026-11-17T09:00:00Z', needs: object[] = [need]) =>
  anne.call(reportVisit, {
    body: { companyId, visitedAt, about: 'Ny ovn', needs: needs as never, topics: [], promises: [] },
  })

describe('a promise', () => {
  test('keeps the company out of draws and off the queue, all its places, until it is kept; and again when that is undone', async () => {
    const company = await world.company({ municipality: 730 })
    const place = await world.company({ municipality: 730, kind: 'workplace', cvr: company.cvr })
    expect(await drawn(730)).toMatchObject({ included: 1 })
    const { id } = await promise(company.id)
    expect(await drawn(730)).toEqual({ included: 0, out: [{ reason: 'running', count: 2 }] })
    expect([await reasonsOf(company.id), await reasonsOf(place.id)]).toEqual([['running'], ['running']])
    await anne.call(keepPromise, { params: { id } })
    expect(await drawn(730)).toMatchObject({ included: 1 })
    await anne.call(undoKeeping, { params: { id } })
    expect(await reasonsOf(place.id)).toEqual(['running'])
    await anne.call(dropPromise, { params: { id }, body: { why: 'De har fået nej' } })
    expect(await reasonsOf(place.id)).toEqual([])
    await anne.call(undoDrop, { params: { id } })
    expect(await markOf(company.cvr)).toEqual([{ kind: 'promise', person: people.anne.id }])
  })

  test('takes a company off a list that is called from, at once, and is what the caller is told', async () => {
    const company = await world.company()
    const listId = await callingList(world, [company, await world.company()])
    const { id } = await promise(company.id)
    const queue = () => soren.call(showQueue, { query: { listId } })
    expect((await queue()).blocked).toEqual([{ reason: 'running', count: 1, nextOn: null, nextAt: null }])
    await expect(soren.call(takeCompany, { body: { companyId: company.id } })).rejects.toMatchObject({
      code: 'may-not-call',
      message: expect.stringContaining('Spørg Anne Bruun'),
      problem: { reason: 'running' },
    })
    await anne.call(keepPromise, { params: { id } })
    expect((await queue()).blocked).toEqual([])
  })

  test('of several names as the one to ask whoever’s day is nearest, whoever promised first', async () => {
    const company = await world.company()
    const make = (ownerId: number, dueOn: string) =>
      world
        .as(ownerId === people.anne.id ? 'anne' : 'ali')
        .call(makePromise, { body: { companyId: company.id, what: 'Et tilbud', ownerId, dueOn } })
    const ask = async () =>
      (await birgit.call(judgeContact, { params: { companyId: company.id }, query: {} })).because?.ask?.id
    await make(people.anne.id, '2026-12-20')
    const { id } = await make(people.ali.id, '2026-12-01')
    expect(await ask()).toBe(people.ali.id)
    await ali.call(keepPromise, { params: { id } })
    expect(await ask()).toBe(people.anne.id)
    await ali.call(undoKeeping, { params: { id } })
    expect(await ask()).toBe(people.ali.id)
  })

  test('is in the hands of who took it over; of who left, of nobody', async () => {
    const company = await world.company()
    const { id } = await promise(company.id)
    const offered = await anne.call(offerHandover, { params: { id }, body: { toId: people.ali.id, note: '' } })
    expect(await markOf(company.cvr)).toEqual([{ kind: 'promise', person: people.anne.id }])
    await ali.call(acceptHandover, { params: { id: offered.handover?.id ?? 0 } })
    expect(await markOf(company.cvr)).toEqual([{ kind: 'promise', person: people.ali.id }])
    // Released: nobody's, and still nobody else's to call.
    await world.sql('update promise set released_at = $2 where id = $1', [id, world.clock.now().toString()])
    await world.inside('birgit', (ctx) => markPromises(ctx, [id]))
    expect(await markOf(company.cvr)).toEqual([{ kind: 'promise', person: null }])
    const raw = world.inside('soren', (ctx) =>
      ctx.db
        .insertInto('callHold')
        .values({
          ...{
            centreId: ctx.centreId,
            cvr: company.cvr,
            answersFor: company.cvr,
            phone: company.phone ?? '',
            listId: null,
            form: 'visit',
          },
          ...{
            companyId: company.id,
            personId: people.soren.id,
            takenAt: ctx.at,
            expiresAt: '2026-11-23T12:00:00Z',
            scriptId: null,
          },
        })
        .execute(),
    )
    await expect(raw).rejects.toMatchObject({ code: 'TV001', detail: 'running' })
  })

  test('never ends a call that was agreed, nor the call of whoever owns it; a wait does', async () => {
    const [company, other] = [await world.company(), await world.company()]
    const listId = await callingList(world, [company, other])
    await soren.call(takeCompany, { body: { companyId: company.id } })
    await soren.call(answerCall, {
      body: { companyId: company.id, answer: 'call-back', callBackAt: '2026-11-23T12:00:00Z', spokeWith: '', note: '' },
    })
    await promise(company.id)
    const blocked = async () => (await soren.call(showQueue, { query: { listId } })).blocked.map(({ reason }) => reason)
    expect(await blocked()).toEqual(['call-back'])
    world.clock.set('2026-11-23T13:30')
    expect(await blocked()).toEqual([])
    expect(await soren.call(takeCompany, { body: { listId } })).toMatchObject({ held: { companyId: company.id } })
    await soren.call(renewHold, { body: { companyId: company.id } })
    await world.sql('delete from call_hold')
    await birgit.call(giveWait, {
      params: { companyId: company.id },
      body: { reason: 'later', words: 'Først efter jul' },
    })
    expect(await blocked()).toEqual(['wait'])
    // Anne is on the phone with them and writes down what she promises.
    await anne.call(takeCompany, { body: { companyId: other.id } })
    await promise(other.id)
    await anne.call(renewHold, { body: { companyId: other.id } })
    await world.sql('delete from call_hold')
    await expect(soren.call(takeCompany, { body: { companyId: other.id } })).rejects.toMatchObject({
      problem: { reason: 'running' },
    })
  })

  test('twenty who promise beside callers who take: nobody has under call what was promised before', async () => {
    const companies = []
    for (let n = 0; n < 20; n++) companies.push(await world.company())
    const listId = await callingList(world, companies)
    const promised: number[] = []
    const promising = companies.map(async ({ id }) => {
      await promise(id)
      promised.push(id)
    })
    const taking = ['soren', 'signe', 'anne', 'ali'].map(async (who) => {
      const client = world.as(who as 'soren')
      for (let n = 0; n < 5; n++) {
        const before = new Set(promised)
        const mine = (await client.call(takeCompany, { body: { listId } })).held
        if (mine) expect(before.has(mine.companyId)).toBe(false)
        if (mine)
          await client.call(answerCall, {
            body: { companyId: mine.companyId, answer: 'no-answer', spokeWith: '', note: '' },
          })
      }
    })
    await Promise.all([...promising, ...taking])
    expect((await soren.call(showQueue, { query: { listId } })).ready).toBe(0)
  })
})

describe('a visit with a need that nobody has answered (Bageri Lund)', () => {
  test('keeps others from calling for the centre’s months; answered or closed with a reason, no longer', async () => {
    const company = await world.company({ name: 'Bageri Lund', municipality: 741 })
    const visit = await visited(company.id)
    expect(visit.needs).toMatchObject([{ ...need, state: 'open', can: { settle: true, reopen: false } }])
    expect(await blocksOf(company.id)).toEqual([{ reason: 'running', untilOn: '2027-11-17' }])
    expect(await drawn(741)).toEqual({ included: 0, out: [{ reason: 'running', count: 1 }] })
    expect(await markOf(company.cvr)).toEqual([{ kind: 'open-need', person: people.anne.id }])
    const params = { id: visit.needs[0]?.id ?? 0 }
    await expect(ali.call(closeNeed, { params, body: { why: '' } })).rejects.toMatchObject({ code: 'wrong-input' })
    await expect(soren.call(answerNeed, { params, body: { why: '' } })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await ali.call(closeNeed, { params, body: { why: 'De finder selv et kursus' } })).toMatchObject({
      ...{
        state: 'closed',
        settledBy: 'Ali Demir',
        why: 'De finder selv et kursus',
        can: { settle: false, reopen: true },
      },
    })
    expect(await reasonsOf(company.id)).toEqual([])
    await expect(anne.call(answerNeed, { params, body: { why: '' } })).rejects.toMatchObject({ code: 'need-settled' })
    await anne.call(reopenNeed, { params })
    await anne.call(reopenNeed, { params })
    expect(await reasonsOf(company.id)).toEqual(['running'])
    await anne.call(answerNeed, { params, body: { why: 'Hold i uge 3' } })
    expect(await reasonsOf(company.id)).toEqual([])
    const verbs = await world.sql<{ verb: string }>(
      "select verb from event where cvr = $1 and verb like 'need-%' order by id",
      [company.cvr],
    )
    expect(verbs.map(({ verb }) => verb)).toEqual(['need-closed', 'need-reopened', 'need-answered'])
  })

  test('one mark a visit while any need is open; a need that stays in a mended report keeps what became of it', async () => {
    const company = await world.company()
    const visit = await visited(company.id, undefined, [need, { ...need, words: 'Truckkort' }])
    const [first, second] = visit.needs.map(({ id }) => id)
    await anne.call(answerNeed, { params: { id: first ?? 0 }, body: { why: '' } })
    expect(await reasonsOf(company.id)).toEqual(['running'])
    const shown = await anne.call(showVisit, { params: { id: visit.id } })
    const needs = shown.needs.map(({ id, words, soon }) => ({ id, words, soon, education: null }))
    await anne.call(changeVisit, {
      params: { id: visit.id },
      body: { version: 1, about: 'Ny ovn, mendet', topics: [], needs: [...needs].slice(0, 1) },
    })
    expect((await anne.call(showVisit, { params: { id: visit.id } })).needs).toMatchObject([
      { id: first, state: 'answered' },
    ])
    expect([await reasonsOf(company.id), second]).toEqual([[], second])
    await anne.call(changeVisit, {
      params: { id: visit.id },
      body: { version: 2, about: 'Ny ovn', topics: [], needs: [...needs.slice(0, 1), { ...need, words: 'Hygiejne' }] },
    })
    expect(await markOf(company.cvr)).toHaveLength(1)
  })

  test('long ago keeps nobody from calling', async () => {
    const company = await world.company()
    await visited(company.id, '2025-11-22T09:00:00Z')
    expect(await reasonsOf(company.id)).toEqual([])
  })
})
