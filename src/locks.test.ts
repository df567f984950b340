/** The order of locks: two who meet halfway wait in line, and neither has to begin again. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { openWorld } from '#testing/world'
import type { PersonKey } from '../db/world.ts'
import type { Ctx } from './platform/context.ts'
import { z } from './platform/endpoint.ts'
import { handOnAll } from './platform/loose-ends.ts'
import { bookMeeting } from './features/bookings/bookings.ts'
import { answerCall, correctCall } from './features/calls/calls.ts'
import { lockConsultant, takeTime } from './features/diaries/diaries.ts'
import { Criteria } from './features/lists/criteria.schema.ts'
import { closeList, freezeDraw, lockList, makeList, showList } from './features/lists/lists.ts'
import { lockCompanies, lockHeir } from './features/may-contact/may-contact.ts'
import { makePromise } from './features/promises/promises.ts'
import { insertHold, pickNext } from './features/queue/holds.sql.ts'
import { renewHold, showHold, takeCompany } from './features/queue/queue.ts'
import { beginScript } from './features/scripts/scripts.ts'

const world = await openWorld()
afterAll(() => world.close())
beforeEach(() => world.sql('delete from call_hold'))

const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const someoneWaits = async () =>
  (await world.sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
    .length > 0

type Half = (ctx: Ctx, halfway: () => Promise<void>) => Promise<unknown>
/** The second begins when the first is halfway, which goes on once the second waits for it. Who deadlocks begins again: says how often each began. */
const meeting = async (one: PersonKey, first: Half, two: PersonKey, second: (ctx: Ctx) => Promise<unknown>) => {
  const began = { first: 0, second: 0 }
  const others: Promise<unknown>[] = []
  const start = async () => {
    if (others.length > 0) return
    const other = { over: false }
    const work = world.inside(two, (ctx) => {
      began.second++
      return second(ctx)
    })
    others.push(work.finally(() => (other.over = true)))
    while (!other.over && !(await someoneWaits())) await rest(10)
  }
  const work = world.inside(one, (ctx) => {
    began.first++
    return first(ctx, start)
  })
  await work.finally(() => Promise.allSettled(others))
  await Promise.all(others)
  return began
}
const onceEach = { first: 1, second: 1 }

const listed = async (phones: readonly string[]) => {
  const companies = []
  for (const phone of phones) companies.push(await world.company({ phone }))
  return { companies, listId: await callingList(world, companies) }
}

describe('two who meet halfway', () => {
  test('the next company of a list is handed out while the list closes', async () => {
    const { listId } = await listed(['61000001'])
    // Whoever calls from a list first writes its script, and the list with it.
    const scriptId = await world.inside('soren', (ctx) => beginScript(ctx, listId))
    const began = await meeting(
      'soren',
      async (ctx, halfway) => {
        const next = await pickNext(ctx, listId)
        if (!next) throw new Error('nothing is next')
        await halfway()
        const expiresAt = ctx.now.add({ minutes: 10 }).toString()
        expect(await insertHold(ctx, { listId, scriptId, expiresAt }, next)).toBe(true)
      },
      'birgit',
      (ctx) => closeList(ctx, listId),
    )
    expect(began).toEqual(onceEach)
    expect(await world.inside('birgit', (ctx) => showList(ctx, listId))).toMatchObject({ state: 'closed' })
    expect(await world.sql('select from queue_row where list_id = $1', [listId])).toEqual([])
  })

  test('a wrong number becomes a visit while a company with the same phone is booked with the same consultant', async () => {
    const { companies, listId } = await listed(['61000002', '61000002'])
    const [called, booked] = companies
    if (!called || !booked) throw new Error('no companies')
    const personId = world.people.anne.id
    const said = { spokeWith: '', note: '' }
    const { call } = await world.inside('soren', async (ctx) => {
      await takeCompany(ctx, { listId, companyId: called.id })
      return answerCall(ctx, { companyId: called.id, answer: 'wrong-number', ...said })
    })
    const booking = { personId, startsAt: '2026-12-02T10:00:00Z', contactName: 'Karen', note: '' }
    const began = await meeting(
      'birgit',
      async (ctx, halfway) => {
        await lockCompanies(ctx, [booked.cvr])
        await lockConsultant(ctx, personId)
        await halfway()
        await bookMeeting(ctx, { ...booking, companyId: booked.id, startsAt: '2026-12-01T10:00:00Z' })
      },
      'soren',
      (ctx) =>
        correctCall(ctx, call.id, {
          answer: 'wants-contact',
          ...said,
          why: '',
          booking: { ...booking, form: 'visit' },
        }),
    )
    expect(began).toEqual(onceEach)
    const agreed = await world.sql('select from booking where company_id = any($1)', [[called.id, booked.id]])
    expect(agreed).toHaveLength(2)
  })

  test('two take the time of the same two people, each beginning with the other one', async () => {
    const ids = [world.people.ali.id, world.people.anne.id] as const
    const times = (hour: string, [first, second]: readonly [number, number]) => {
      const at = { startsAt: `2026-12-03T${hour}:00:00Z`, endsAt: `2026-12-03T${hour}:30:00Z`, travelMinutes: 0 }
      return [
        { personId: first, ...at },
        { personId: second, ...at },
      ]
    }
    const take = (id: number, wanted: ReturnType<typeof times>) => (ctx: Ctx) =>
      takeTime(ctx, { kind: 'test', times: wanted, write: () => Promise.resolve(id) })
    const began = await meeting(
      'birgit',
      async (ctx, halfway) => {
        await lockConsultant(ctx, Math.min(...ids))
        await halfway()
        expect(await take(1, times('09', ids))(ctx)).toBe(1)
      },
      'soren',
      async (ctx) => expect(await take(2, times('10', [Math.max(...ids), Math.min(...ids)]))(ctx)).toBe(2),
    )
    expect(began).toEqual(onceEach)
  })

  test('the page renews a call in the moment when it is answered', async () => {
    const { companies, listId } = await listed(['61000003'])
    const [made] = companies
    if (!made) throw new Error('no company')
    await world.inside('soren', (ctx) => takeCompany(ctx, { listId }))
    const began = await meeting(
      'soren',
      async (ctx, halfway) => {
        await lockCompanies(ctx, [made.cvr])
        await halfway()
        await answerCall(ctx, { companyId: made.id, answer: 'later', spokeWith: '', note: '' })
      },
      'soren',
      (ctx) => expect(renewHold(ctx, made.id)).rejects.toMatchObject({ code: 'not-your-call' }),
    )
    expect(began).toEqual(onceEach)
  })

  test('who waits for another company still has the one under call, and nobody waits for it', async () => {
    const { companies, listId } = await listed(['61000004', '61000005'])
    const [mine, busy] = companies
    if (!mine || !busy) throw new Error('no companies')
    await world.inside('soren', (ctx) => takeCompany(ctx, { listId, companyId: mine.id }))
    const began = await meeting(
      'birgit',
      async (ctx, halfway) => {
        await lockCompanies(ctx, [busy.cvr])
        await halfway()
        expect(
          await world.sql('select from call_hold where company_id = $1 for update nowait', [mine.id]),
        ).toHaveLength(1)
      },
      'soren',
      (ctx) => takeCompany(ctx, { listId, companyId: busy.id }),
    )
    expect(began).toEqual(onceEach)
    expect(await world.inside('soren', showHold)).toMatchObject({ companyId: busy.id })
  })

  test('two companies take each other’s place, each with a promise and a meeting', async () => {
    const [one, two] = [await world.company(), await world.company()]
    const { people } = world
    for (const [at, { id: companyId }] of [one, two].entries()) {
      const promise = { companyId, what: 'Brochure', ownerId: people.anne.id, dueOn: '2026-12-01' }
      const meeting = { companyId, personId: people.anne.id, startsAt: `2026-12-17T${at ? 12 : '09'}:00:00Z` }
      await world.inside('birgit', async (ctx) => {
        await makePromise(ctx, promise)
        await bookMeeting(ctx, { ...meeting, contactName: 'Karen', note: '' })
      })
    }
    const began = await meeting(
      'birgit',
      async (ctx, halfway) => {
        await lockHeir(ctx, [two.id], one.id)
        await halfway()
        await handOnAll(ctx, { companyIds: [two.id] }, { companyId: one.id })
      },
      'birgit',
      (ctx) => handOnAll(ctx, { companyIds: [one.id] }, { companyId: two.id }),
    )
    expect(began).toEqual(onceEach)
    // The second comes after the first, and finds both promises where it looks.
    expect(await world.sql('select from promise where company_id = $1', [two.id])).toHaveLength(2)
  })

  test('who waits to draw a list that is being changed holds up no other draw', async () => {
    for (let n = 0; n < 2; n++) await world.company({ municipality: 741 + n })
    const draft = (municipality: number) =>
      world.inside('birgit', (ctx) =>
        makeList(ctx, { name: 'Samsø', goal: '', criteria: z.parse(Criteria, { municipalities: [municipality] }) }),
      )
    const [changed, other] = [await draft(741), await draft(742)]
    const began = await meeting(
      'birgit',
      async (ctx, halfway) => {
        await lockList(ctx, changed.id)
        await halfway()
        expect(await world.inside('bodil', (own) => freezeDraw(own, other.id))).toMatchObject({ state: 'drawn' })
      },
      'bodil',
      (ctx) => freezeDraw(ctx, changed.id),
    )
    expect(began).toEqual(onceEach)
  })
})
