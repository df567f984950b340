import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

import { leftAlone } from '#testing/waits'
import { openWorld } from '#testing/world'
import { bookMeeting } from '../bookings/bookings.ts'
import { system } from '../centre/centre.ts'
import { addMember } from '../members/members.ts'

import { listCompanyCalls, showHold, takeCompany } from '../calls/calls.schema.ts'
import { bringBackSkipped, releaseHold, renewHold, showQueue, skipCompany } from './queue.schema.ts'
import { listWaits } from '../may-contact/waits.schema.ts'

import { takeCompany as take } from './queue.ts'
import { giveWait, lockCompanies, recordBasis, setMark } from '../may-contact/may-contact.ts'
import { callersIn } from '#testing/callers'
import { callingList } from '#testing/calling-list'

// The test runner sets an address of its own; links in mails read the setting.
process.env['BASE_URL'] = 'https://tovholder.example'
const world = await openWorld()
afterAll(() => world.close())
const soren = world.as('soren')
const signe = world.as('signe')
const { answer, blockedIn, company, held, listed, listOf } = callersIn(world)
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00')
  await world.sql('delete from call_hold')
})

describe('who is handed what', () => {
  test('thirty-two callers at once never get the same company, nor two with the same phone', async () => {
    const companies = []
    for (let n = 0; n < 40; n++) companies.push(await company({ phone: String(60_000_000 + Math.floor(n / 2)) }))
    const listId = await listOf(companies)
    const callers = await world.database.in(system(world.centreId), async (ctx) => {
      const made = []
      for (let n = 0; n < 32; n++)
        made.push(await addMember(ctx, { name: `Phoner ${n}`, email: `phoner${n}@oestkysten.example`, role: 'caller' }))
      return made
    })
    const asCaller = (personId: number) => ({
      centreId: world.centreId,
      personId,
      schoolId: null,
      role: 'caller',
      source: 'api' as const,
      language: 'da' as const,
    })
    const taken = await Promise.all(
      callers.map(({ personId }) => world.database.in(asCaller(personId), (ctx) => take(ctx, { listId }))),
    )
    const got = taken.filter((one) => one !== null)
    // Forty companies share twenty phones: twenty callers get one, the others nothing.
    expect(got).toHaveLength(20)
    expect(new Set(got.map((one) => one.companyId)).size).toBe(20)
    expect(new Set(got.map((one) => one.phone)).size).toBe(20)
  })

  test('the same caller pressing twice gets one company', async () => {
    const listId = await listOf([await company(), await company(), await company()])
    const both = await Promise.all([held(soren, listId), held(soren, listId), held(soren, listId)])
    expect(new Set(both.map((one) => one?.companyId)).size).toBe(1)
    expect(await world.sql('select 1 from call_hold')).toHaveLength(1)
  })

  test('a caller sees name, town, size, industry and phone, what was said last, and nothing else', async () => {
    const made = await listed({ name: 'Lund Bageri', email: 'post@lund.example', employees: 12 })
    const mine = await held(soren, made.listId)
    expect(mine).toMatchObject({ name: 'Lund Bageri', phone: made.phone, employees: 12, last: null })
    expect(mine?.says).toContain('du taler med Søren. Jeg ringer for VEU-center Østkysten')
    expect(JSON.stringify(mine)).not.toContain('post@lund.example')
    expect(JSON.stringify(mine)).not.toContain(made.cvr)
    await expect(soren.call(listCompanyCalls, { params: { companyId: made.id } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(soren.call(listWaits, { params: { companyId: made.id } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('a reservation that runs out is taken over, and the late answer is refused without harm', async () => {
    const made = await listed()
    await held(soren, made.listId)
    expect(await held(signe, made.listId)).toBeNull()
    world.clock.advance({ minutes: 11 })
    expect((await held(signe, made.listId))?.companyId).toBe(made.id)
    await expect(answer(soren, made.id, { answer: 'later' })).rejects.toMatchObject({
      code: 'not-your-call',
      status: 409,
    })
    expect((await answer(signe, made.id, { answer: 'later' })).call.until).toBe('2027-02-23')
  })

  test('renewing keeps it; nobody renews or answers for another', async () => {
    const made = await listed()
    await held(soren, made.listId)
    world.clock.advance({ minutes: 8 })
    await soren.call(renewHold, { body: { companyId: made.id } })
    world.clock.advance({ minutes: 8 })
    expect((await soren.call(showHold, {})).held?.companyId).toBe(made.id)
    await expect(signe.call(renewHold, { body: { companyId: made.id } })).rejects.toMatchObject({
      code: 'not-your-call',
    })
    await expect(answer(signe, made.id, {})).rejects.toMatchObject({ code: 'not-your-call' })
  })

  test('a page that is left open lets go after an hour: the company comes to others, and he can take it again', async () => {
    const made = await listed()
    await held(soren, made.listId)
    const renew = () => soren.call(renewHold, { body: { companyId: made.id } })
    for (let minutes = 0; minutes < 56; minutes += 8) {
      world.clock.advance({ minutes: 8 })
      await renew()
    }
    expect(Date.parse((await renew()).expiresAt)).toBe(world.clock.now().add({ minutes: 4 }).epochMilliseconds)
    world.clock.advance({ minutes: 5 })
    await expect(renew()).rejects.toMatchObject({ code: 'not-your-call' })
    expect(await held(signe, made.listId)).toMatchObject({ companyId: made.id })
    await signe.call(releaseHold)
    expect(await held(soren, made.listId)).toMatchObject({ companyId: made.id })
  })

  test('skipped companies go to others and come back after half an hour, or when they are brought back', async () => {
    const made = await listed()
    await held(soren, made.listId)
    await soren.call(skipCompany, { body: { companyId: made.id } })
    expect(await held(soren, made.listId)).toBeNull()
    expect(await blockedIn(made.listId)).toEqual(['skipped'])
    expect((await held(signe, made.listId))?.companyId).toBe(made.id)
    await signe.call(skipCompany, { body: { companyId: made.id } })
    world.clock.advance({ minutes: 31 })
    expect((await held(soren, made.listId))?.companyId).toBe(made.id)
    await soren.call(skipCompany, { body: { companyId: made.id } })
    expect(await soren.call(bringBackSkipped)).toEqual({ count: 1 })
    expect(await soren.call(bringBackSkipped)).toEqual({ count: 0 })
    expect((await held(soren, made.listId))?.companyId).toBe(made.id)
  })

  test('no company is handed out before the hearing has ended, nor after the list is closed', async () => {
    const made = await company()
    const open = await callingList(world, [made], { ended: false })
    await expect(soren.call(takeCompany, { body: { listId: open } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(soren.call(takeCompany, { body: { companyId: made.id } })).rejects.toMatchObject({
      code: 'may-not-call',
      problem: { reason: 'not-in-list' },
    })
    const closed = await listOf([await company()])
    await world.sql('insert into list_closing (centre_id, list_id, closed_by, closed_at) values ($1, $2, $3, now())', [
      world.centreId,
      closed,
      world.people.birgit.id,
    ])
    await expect(soren.call(takeCompany, { body: { listId: closed } })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('another centre sees nothing of the queue', async () => {
    const made = await listed()
    const other = await world.otherCentre()
    await expect(world.as('soren', other).call(takeCompany, { body: { companyId: made.id } })).rejects.toMatchObject({
      code: 'may-not-call',
    })
    expect((await world.as('soren', other).call(showQueue, { query: {} })).lists).toEqual([])
  })
})

describe('blocked companies of every kind', () => {
  const wait = (cvr: string, reason: 'later' | 'not-interested' | 'do-not-contact', until: string | null) =>
    leftAlone(world, cvr, reason, until)
  const mark = (kind: 'strike' | 'meeting', made: { id: number; cvr: string }, endsAt: string) =>
    world.inside('birgit', (ctx) =>
      setMark(ctx, {
        ...{ kind, sourceId: made.id, companyId: made.id, cvr: made.cvr },
        ...{ since: ctx.at, endsAt, personId: null },
      }),
    )
  const kinds: Record<
    string,
    { make: () => Promise<{ id: number; cvr: string; phone: string | null }>; guard?: boolean }
  > = {
    wait: {
      make: async () => {
        const made = await company()
        await wait(made.cvr, 'later', '2027-02-28')
        return made
      },
    },
    'do-not-contact': {
      make: async () => {
        const made = await company()
        await wait(made.cvr, 'do-not-contact', null)
        return made
      },
    },
    closed: { make: () => company({ closedOn: '2026-11-20' }) },
    protected: { make: () => company({ isProtected: true }) },
    struck: {
      make: async () => {
        const made = await company()
        await mark('strike', made, '2027-05-22T22:00:00Z')
        return made
      },
    },
    'has-meeting': {
      make: async () => {
        const made = await company()
        await mark('meeting', made, '2026-12-21T10:00:00Z')
        return made
      },
    },
    'no-phone': { make: () => company({ phone: null }), guard: false },
  }

  for (const [kind, { make, guard = true }] of Object.entries(kinds)) {
    test(`${kind}: refused by the queue, by name, and by the database itself`, async () => {
      const made = await make()
      const listId = await listOf([made])
      expect(await held(soren, listId)).toBeNull()
      expect(await blockedIn(listId)).toEqual([kind])
      await expect(soren.call(takeCompany, { body: { companyId: made.id } })).rejects.toMatchObject({
        code: 'may-not-call',
        problem: { reason: kind },
      })
      if (!guard) return
      const raw = world.inside('soren', (ctx) =>
        ctx.db
          .insertInto('callHold')
          .values({
            centreId: ctx.centreId,
            cvr: made.cvr,
            answersFor: made.cvr,
            phone: made.phone ?? '',
            listId,
            companyId: made.id,
            personId: ctx.personId ?? 0,
            takenAt: ctx.at,
            expiresAt: '2030-01-01T00:00:00Z',
            form: 'visit',
          })
          .execute(),
      )
      await expect(raw).rejects.toMatchObject({ code: 'TV001', detail: kind })
    })
  }

  test('a basis for contacting a protected company opens it', async () => {
    const made = await listed({ isProtected: true })
    await world.inside('birgit', (ctx) => recordBasis(ctx, made.id, { basis: 'consent', note: 'Sagde ja på messen' }))
    expect((await held(soren, made.listId))?.companyId).toBe(made.id)
  })

  test('a raw hold under another company’s number or phone is refused too', async () => {
    const [made, other] = [await listed(), await listed()]
    const raw = (change: object) =>
      world.inside('soren', (ctx) =>
        ctx.db
          .insertInto('callHold')
          .values({
            centreId: ctx.centreId,
            cvr: made.cvr,
            answersFor: made.cvr,
            phone: made.phone ?? '',
            listId: made.listId,
            companyId: made.id,
            personId: ctx.personId ?? 0,
            takenAt: ctx.at,
            expiresAt: '2030-01-01T00:00:00Z',
            form: 'visit',
            ...change,
          })
          .execute(),
      )
    await expect(raw({ phone: other.phone })).rejects.toMatchObject({ code: 'TV001' })
    await expect(raw({ cvr: other.cvr })).rejects.toMatchObject({ code: 'TV001' })
    await expect(raw({ listId: other.listId })).rejects.toMatchObject({ code: 'TV001' })
  })

  test('a hold and a call may stand outside any list', async () => {
    const made = await company()
    const { cvr, id: companyId } = made
    await world.inside('soren', async (ctx) => {
      const common = { centreId: ctx.centreId, listId: null, companyId, cvr, personId: ctx.personId ?? 0 }
      const phone = made.phone ?? ''
      await ctx.db
        .insertInto('callHold')
        .values({
          ...common,
          phone,
          form: 'visit',
          answersFor: cvr,
          takenAt: ctx.at,
          expiresAt: '2030-01-01T00:00:00Z',
        })
        .execute()
      const call = { ...common, startedAt: ctx.at, endedAt: ctx.at, answer: 'no-answer' }
      await ctx.db.insertInto('call').values(call).execute()
    })
    const outside = (table: string) =>
      world.sql(`select from ${table} where list_id is null and company_id = $1`, [companyId])
    expect(await outside('call_hold')).toHaveLength(1)
    expect(await outside('call')).toHaveLength(1)
  })

  test('the empty queue says how many are blocked, why, and when they come back', async () => {
    const [a, b, c] = [await company(), await company(), await company({ phone: null })]
    const listId = await listOf([a, b, c])
    await wait(a.cvr, 'later', '2027-02-28')
    await wait(b.cvr, 'not-interested', '2027-05-23')
    const queue = await soren.call(showQueue, { query: { listId } })
    expect(queue).toMatchObject({ total: 3, ready: 0, next: [] })
    expect(queue.blocked).toEqual([
      { reason: 'wait', count: 2, nextOn: '2027-02-28', nextAt: null },
      { reason: 'no-phone', count: 1, nextOn: null, nextAt: null },
    ])
  })

  test('a place that the register has given to another company is stepped over until its own has gone along, and does not stop the queue', async () => {
    const [moved, next, owner] = [await company({ kind: 'workplace' }), await company(), await company()]
    const listId = await listOf([moved, next])
    await world.sql('update company set cvr = $2 where id = $1', [moved.id, owner.cvr])
    expect((await held(soren, listId))?.companyId).toBe(next.id)
    await expect(signe.call(takeCompany, { body: { listId, companyId: moved.id } })).rejects.toMatchObject({
      code: 'may-not-call',
    })
    await world.runJobs()
    expect(await soren.call(showQueue, { query: { listId } })).toMatchObject({ ready: 2, blocked: [] })
    expect((await held(signe, listId))?.companyId).toBe(moved.id)
  })

  const meanwhile = {
    'a colleague is leaving it alone': (made: { id: number }, begun: () => void) =>
      world.inside('birgit', async (ctx) => {
        await giveWait(ctx, made.id, { reason: 'do-not-contact', words: 'Ringede selv' })
        begun()
        await rest(300)
      }),
    'a meeting is being booked': (made: { id: number }, begun: () => void) =>
      world.inside('anne', async (ctx) => {
        const startsAt = '2026-12-01T10:00:00Z'
        const { id } = world.people.anne
        await bookMeeting(ctx, { companyId: made.id, personId: id, startsAt, contactName: 'Karen', note: '' })
        begun()
        await rest(300)
      }),
  }
  const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
  test('the next is handed out at once, past a company that is busy in this moment', async () => {
    const [busy, next] = [await company(), await company()]
    const listId = await listOf([busy, next])
    await world.inside('birgit', async (ctx) => {
      await lockCompanies(ctx, [busy.cvr])
      expect((await held(soren, listId))?.companyId).toBe(next.id)
    })
    expect((await held(signe, listId))?.companyId).toBe(busy.id)
  })

  for (const [what, work] of Object.entries(meanwhile))
    test(`nobody gets a company in the moment when ${what}`, async () => {
      const made = await listed()
      const begun = Promise.withResolvers<void>()
      const said = work(made, begun.resolve)
      await begun.promise
      const taken = soren.call(takeCompany, { body: { listId: made.listId, companyId: made.id } })
      await expect(taken).rejects.toMatchObject({ code: 'may-not-call' })
      await said
      expect((await soren.call(showHold)).held).toBeNull()
    })
})

test('judging is planned for a few rows: written anew without saying so, it read the whole queue for each company', async () => {
  const planned = await world.sql<{ name: string; rows: number }>(
    `select proname as name, prorows as rows from pg_proc
     where proname in ('queue_judged', 'hindrances_of', 'contact_hindrances', 'heaviest_hindrances') order by 1`,
  )
  expect(planned.map(({ name }) => name)).toHaveLength(4)
  expect(planned.filter(({ rows }) => rows > 20)).toEqual([])
})

test('a whole list is judged by reading each place and its legal company once: by the hundred, not each beside every other', async () => {
  const ids: number[] = []
  for (let n = 0; n < 60; n++) {
    const legal = await world.company()
    ids.push((await world.company({ kind: 'workplace', cvr: legal.cvr })).id)
  }
  const read = (ctx: Ctx) =>
    sql<{ rows: number }>`
      select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'company'`.execute(
      ctx.db,
    )
  const rowsRead = await world.inside('birgit', async (ctx) => {
    const before = (await read(ctx)).rows[0]?.rows ?? 0
    await sql`select count(*) from hindrances_of(${ctx.centreId}, ${ids})`.execute(ctx.db)
    return ((await read(ctx)).rows[0]?.rows ?? 0) - before
  })
  const [inRegister] = await world.sql<{ all: number }>('select count(*)::int as all from company')
  // Reading a small table through is no fault; reading it for each place is.
  expect(rowsRead).toBeGreaterThan(0)
  expect(rowsRead).toBeLessThanOrEqual(2 * (inRegister?.all ?? 0) + 120)
})
