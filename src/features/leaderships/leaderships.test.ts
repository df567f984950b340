import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callersIn } from '#testing/callers'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.schema.ts'
import { answerCall, correctCall, takeCompany } from '../calls/calls.schema.ts'
import { listCompanyEvents, showCompany } from '../companies/one-company.schema.ts'
import { giveWait, listWaits } from '../may-contact/waits.schema.ts'
import { decideLeadership, listLeaderships, showLeadership, undoLeadership } from './leaderships.schema.ts'

type World = Awaited<ReturnType<typeof openWorld>>
let world: World
let callers: ReturnType<typeof callersIn>
beforeAll(async () => {
  world = await openWorld()
  callers = callersIn(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

type Place = { id: number; cvr: string }
/** A municipality with so many kindergartens. */
const municipality = async ({ employees = 412 as number | null, places = 3, each = 12 } = {}) => {
  const head = await world.company({ name: 'Fjordby Kommune', employees })
  const kindergartens: Place[] = []
  for (let n = 1; n <= places; n++)
    kindergartens.push(
      await world.company({ kind: 'workplace', cvr: head.cvr, name: `Regnbuen ${n}`, employees: each }),
    )
  const [first, second, third] = kindergartens
  if (!first || !second || !third) throw new Error('Three kindergartens, please.')
  return { head, first, second, third }
}
const decide = (place: Place, shared: boolean, who: 'birgit' | 'anne' = 'birgit') =>
  world.as(who).call(decideLeadership, { params: { companyId: place.id }, body: { shared } })
const sharedMunicipality = async () => {
  const all = await municipality()
  await decide(all.head, true)
  return all
}
const leadership = (place: Place) => world.as('anne').call(showLeadership, { params: { companyId: place.id } })
const blocks = async ({ id }: Place) =>
  (await world.as('anne').call(showCompany, { params: { id } })).blocks.map(({ reason }) => reason)
/** Takes the place from a list of its own, and answers. */
const answer = async (place: Place, said: Record<string, unknown>) => {
  const listId = await callers.listOf([place])
  expect(await callers.held(world.as('soren'), listId)).toMatchObject({ companyId: place.id })
  return callers.answer(world.as('soren'), place.id, said)
}

describe('facts propose, people decide', () => {
  test('until anybody decides, every company is one leadership; 250 employees, or five workplaces with 50, look shared', async () => {
    const large = await municipality({ employees: 250 })
    const many = await municipality({ employees: null, places: 5, each: 10 })
    const few = await municipality({ employees: 249, places: 4 })
    const tiny = await municipality({ employees: 49, places: 6 })
    const alone = await world.company({ employees: 900 })
    for (const [place, proposed] of [
      [large.first, true],
      [many.head, true],
      [few.head, false],
      [tiny.head, false],
      [alone, false],
    ] as const)
      expect(await leadership(place)).toMatchObject({ shared: false, proposed, decision: null })
    expect(await leadership(many.first)).toMatchObject({ employeesFrom: 50, employeesTo: 50, workplaces: 5 })
  })

  test('under fifty is always one; what nobody knows the size of people may decide', async () => {
    const tiny = await municipality({ employees: 49, places: 6 })
    await expect(decide(tiny.first, true)).rejects.toMatchObject({ code: 'one-leadership', status: 409 })
    const unknown = await world.company({ employees: null })
    expect(await decide(unknown, true)).toMatchObject({ shared: true, employeesFrom: null })
    expect(await leadership(tiny.first)).toMatchObject({ can: { decide: false } })
  })

  test('the newest decision counts; taken back, the one before it does; each is in the thread with who and why', async () => {
    const { head, first } = await municipality()
    const one = await world.as('anne').call(decideLeadership, {
      params: { companyId: first.id },
      body: { shared: true, why: 'Lederne bestemmer selv' },
    })
    expect(one.decision).toMatchObject({ by: 'Anne Bruun', why: 'Lederne bestemmer selv' })
    const two = await decide(head, false)
    await expect(
      world.as('birgit').call(undoLeadership, { params: { id: one.decision?.id ?? 0 } }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const back = await world.as('birgit').call(undoLeadership, { params: { id: two.decision?.id ?? 0 } })
    expect(back).toMatchObject({ shared: true, decision: { id: one.decision?.id } })
    const none = await world.as('birgit').call(undoLeadership, { params: { id: one.decision?.id ?? 0 } })
    expect(none).toMatchObject({ shared: false, decision: null })
    const { rows } = await world.as('anne').call(listCompanyEvents, { params: { id: first.id }, query: {} })
    expect(rows.map(({ verb }) => verb)).toEqual(['taken-back', 'taken-back', 'said-one', 'said-shared'])
  })

  test('the list of what looks shared is paged, the largest first, and a decision takes a company off it', async () => {
    const list = (query: { show?: 'open' | 'shared' | 'one'; limit?: number; cursor?: string } = {}) =>
      world.as('birgit').call(listLeaderships, { query })
    const giant = await municipality({ employees: 90_000 })
    const next = await municipality({ employees: 80_000 })
    const page = await list({ limit: 1 })
    expect(page.rows.map(({ cvr }) => cvr)).toEqual([giant.head.cvr])
    expect((await list({ limit: 1, cursor: page.next ?? '' })).rows.map(({ cvr }) => cvr)).toEqual([next.head.cvr])
    await decide(giant.second, true)
    expect((await list({ limit: 1 })).rows.map(({ cvr }) => cvr)).toEqual([next.head.cvr])
    expect((await list({ show: 'shared' })).rows).toContainEqual(
      expect.objectContaining({ cvr: giant.head.cvr, name: 'Fjordby Kommune', companyId: giant.head.id }),
    )
    await expect(world.as('anne').call(listLeaderships, { query: {} })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      world.as('torben').call(decideLeadership, { params: { companyId: 1 }, body: { shared: true } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('of twenty who decide at once, one decision stands', async () => {
    const { head } = await municipality()
    await Promise.all(Array.from({ length: 20 }, (_, n) => decide(head, n % 2 === 0, n % 3 === 0 ? 'anne' : 'birgit')))
    const standing = await world.sql('select id from leadership where cvr = $1 and until_at is null', [head.cvr])
    expect(standing).toHaveLength(1)
  })
})

describe('what is said at one workplace', () => {
  test('under one leadership silences all, as a chain of shops has one owner', async () => {
    const { head, first, second } = await municipality()
    await answer(first, { answer: 'not-interested' })
    for (const place of [head, first, second]) expect(await blocks(place)).toEqual(['wait'])
  })

  test('with shared leadership silences only it; said of the whole company, all', async () => {
    const { head, first, second, third } = await sharedMunicipality()
    await answer(first, { answer: 'not-interested' })
    expect([await blocks(first), await blocks(second), await blocks(head)]).toEqual([['wait'], [], []])
    await answer(second, { answer: 'later', wholeCompany: true })
    for (const place of [head, second, third]) expect(await blocks(place)).toEqual(['wait'])
  })

  test('a stop, a meeting and a wait given by staff are the workplace’s too', async () => {
    const { head, first, second, third } = await sharedMunicipality()
    await world
      .as('anne')
      .call(giveWait, { params: { companyId: first.id }, body: { reason: 'do-not-contact', words: 'Nej tak' } })
    await answer(second, {
      answer: 'wants-contact',
      booking: { personId: world.people.anne.id, startsAt: '2026-12-01T09:00:00Z', contactName: 'Karen' },
    })
    expect([await blocks(first), await blocks(second), await blocks(third), await blocks(head)]).toEqual([
      ['do-not-contact'],
      ['has-meeting'],
      [],
      [],
    ])
    // Each workplace may have a meeting of its own, and no more than one.
    const book = (place: Place, startsAt: string) =>
      world.as('anne').call(bookMeeting, {
        body: { companyId: place.id, personId: world.people.anne.id, startsAt, contactName: 'Per' },
      })
    expect(await book(third, '2026-12-02T09:00:00Z')).toMatchObject({ companyId: third.id })
    await expect(book(third, '2026-12-03T09:00:00Z')).rejects.toMatchObject({ code: 'company-has-booking' })
    await world.as('anne').call(giveWait, {
      params: { companyId: third.id },
      body: { reason: 'later', words: 'Hele huset', wholeCompany: true },
    })
    expect(await blocks(head)).toEqual(['wait'])
    expect(await blocks(first)).toEqual(['do-not-contact', 'wait'])
  })

  test('head office can say no for all of it', async () => {
    const { head, first } = await sharedMunicipality()
    await answer(head, { answer: 'not-interested' })
    expect([await blocks(head), await blocks(first)]).toEqual([['wait'], ['wait']])
  })

  test('a wrong number and a closed door are always the workplace’s, unless it is all there is of the company', async () => {
    const { head, first, second, third } = await municipality()
    await answer(first, { answer: 'wrong-number' })
    await answer(second, { answer: 'closed' })
    expect([await blocks(first), await blocks(second), await blocks(third), await blocks(head)]).toEqual([
      ['wait'],
      ['closed'],
      [],
      [],
    ])
    const small = await world.company()
    const only = await world.company({ kind: 'workplace', cvr: small.cvr })
    await answer(only, { answer: 'closed' })
    expect(await blocks(small)).toEqual(['closed'])
  })

  test('a decision later rewrites nothing: what was not said aloud of all follows it, there and back', async () => {
    const { head, first, second } = await municipality()
    await answer(first, { answer: 'later' })
    expect(await blocks(second)).toEqual(['wait'])
    const { decision } = await decide(head, true)
    expect([await blocks(first), await blocks(second)]).toEqual([['wait'], []])
    await world.as('birgit').call(undoLeadership, { params: { id: decision?.id ?? 0 } })
    expect(await blocks(second)).toEqual(['wait'])
  })

  test('the card of a workplace tells its own waits and what was said of all; corrected, it reaches as far as the right answer', async () => {
    const { first, second } = await sharedMunicipality()
    const { call } = await answer(first, { answer: 'later', wholeCompany: true })
    const waitsOf = async ({ id }: Place) =>
      (await world.as('anne').call(listWaits, { params: { companyId: id } })).rows
    expect(await waitsOf(second)).toMatchObject([{ reason: 'later', saidAt: first.id, whole: true }])
    await world.as('soren').call(correctCall, { params: { id: call.id }, body: { answer: 'later' } })
    expect(await blocks(second)).toEqual([])
    expect((await waitsOf(second)).filter(({ liftedAt }) => liftedAt === null)).toEqual([])
    expect((await waitsOf(first)).filter(({ liftedAt }) => liftedAt === null)).toMatchObject([{ whole: null }])
  })
})

describe('the queue', () => {
  test('two callers may talk with two workplaces of a shared leadership, never with one workplace, nor with two of one leadership', async () => {
    const { first, second } = await sharedMunicipality()
    const [here, there] = [await callers.listOf([first]), await callers.listOf([second, first])]
    expect(await callers.held(world.as('soren'), here)).toMatchObject({ companyId: first.id })
    expect(await callers.held(world.as('signe'), there)).toMatchObject({ companyId: second.id })
    await expect(
      world.as('anne').call(takeCompany, { body: { listId: there, companyId: first.id } }),
    ).rejects.toMatchObject({ code: 'may-not-call' })
    const one = await municipality()
    const [a, b] = [await callers.listOf([one.first]), await callers.listOf([one.second])]
    await world.sql('delete from call_hold')
    expect(await callers.held(world.as('soren'), a)).toMatchObject({ companyId: one.first.id })
    expect(await callers.held(world.as('signe'), b)).toBeNull()
  })

  test('a workplace of a list is skipped, called back and answered for itself', async () => {
    const { first, second } = await sharedMunicipality()
    const listId = await callers.listOf([first, second])
    const soren = world.as('soren')
    await callers.held(soren, listId)
    await callers.answer(soren, first.id, { answer: 'call-back', callBackAt: '2026-11-23T12:00:00Z' })
    expect(await callers.held(soren, listId)).toMatchObject({ companyId: second.id, tries: 0 })
    await callers.answer(soren, second.id, { answer: 'no-answer' })
    world.clock.set('2026-11-23T14:00')
    expect(await callers.held(soren, listId)).toMatchObject({ companyId: first.id, dueAt: '2026-11-23T12:00:00.000Z' })
    await world.as('soren').call(answerCall, { body: { companyId: first.id, answer: 'not-interested' } })
    world.clock.set('2026-11-23T16:00')
    expect(await callers.held(soren, listId)).toMatchObject({ companyId: second.id, tries: 1 })
  })

  test('a decision judges anew who may be called, in the same moment', async () => {
    const { head, first, second } = await municipality()
    const listId = await callers.listOf([second])
    await answer(first, { answer: 'later' })
    expect(await callers.blockedIn(listId)).toEqual(['wait'])
    await decide(head, true)
    expect(await callers.held(world.as('soren'), listId)).toMatchObject({ companyId: second.id })
  })
})
