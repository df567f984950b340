import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { callingList } from '#testing/calling-list'
import { doorsThatDiffer } from '#testing/doors'
import { openWorld } from '#testing/world'
import { Problem } from '../../platform/errors.ts'
import type { Ctx } from '../../platform/context.ts'
import { bookMeeting, cancelBooking, moveBooking, showBooking } from '../bookings/bookings.ts'
import { listFreeSlots } from '../free-slots/free-slots.ts'
import { changeRules, showRules } from '../centre/centre.ts'
import { closeList } from '../lists/lists.ts'
import { dropMark, giveWait, liftWait, recordBasis, setMark, undoLift } from '../may-contact/may-contact.ts'
import { answerCall, correctCall } from '../calls/calls.ts'
import { takeBackCall } from '../calls/corrections.ts'
import { keepPromise, makePromise, undoKeeping } from '../promises/promises.ts'
import { releaseHold, showQueue, skipCompany, takeCompany } from './queue.ts'

const world = await openWorld()
afterAll(() => world.close())

/** The rule, told a second time and one company at a time: what the queue says must be this, whatever has happened. */
const rule = sql<Row>`
  select lc.list_id, lc.company_id, c.phone, back.due_at, why.reason as hindrance, why.until_on, why.until_at
  from listed_company lc
  join calling_list l on l.centre_id = lc.centre_id and l.id = lc.list_id
  join company_place c on c.id = lc.company_id
  left join lateral (
    select min(b.due_at) as due_at from queue_call b join standing_call s on s.id = b.call_id
    where b.cvr = lc.cvr and b.done_at is null
      and not exists (select from booking_now k where k.cvr = s.cvr and k.booked_at >= s.ended_at)
  ) back on true
  left join lateral (
    -- Hours after the call, by the rules of that day.
    select s.answer, s.ended_at, (select b.again_at from queue_call b where b.call_id = s.id) as again_at
    from standing_call s where s.cvr = lc.cvr order by s.ended_at desc, s.id desc limit 1) last on true
  left join lateral (
    select h.* from (
      (select n.rank, n.word as reason, n.until_on, null::timestamptz as until_at
       from hindrance_now n where n.company_id = lc.company_id and 'outreach' = any(n.stops)
         and (n.word <> 'running' or back.due_at is null) order by n.rank, n.until_on desc nulls first limit 1)
      union all select 28, 'not-in-list', null, null where c.cvr <> lc.cvr
      union all select 107, 'no-phone', null, null where c.phone is null
      union all select 108, 'answered', null, null
        where back.due_at is null and (last.answer = 'wants-contact' or exists (select from booking_now k where k.cvr = lc.cvr and k.booked_at >= l.opened_at))
      union all select 109, 'under-call', null, max(u.expires_at) from call_hold u
        where (u.cvr = lc.cvr or u.phone = c.phone) and u.expires_at > app_now() and u.person_id <> app_person() having count(*) > 0
      union all select 110, 'call-back', null, back.due_at where back.due_at > app_now()
      union all select 111, 'no-answer', null, last.again_at
        where last.answer = 'no-answer' and back.due_at is null and last.again_at > app_now()
      union all select 112, 'skipped', null, k.until_at from call_skip k where k.person_id = app_person() and k.cvr = lc.cvr and k.until_at > app_now()
    ) h order by h.rank, h.until_on desc nulls first limit 1
  ) why on true
  order by 1, 2`
const written = sql<Row>`
  select list_id, company_id, phone, due_at, hindrance, until_on, until_at from queue_now order by 1, 2`
type Row = { listId: number; companyId: number; hindrance: string | null }

/** What calls have told the queue: the calls that count, no more and no fewer. */
const toldCalls = sql<Row>`select call_id, list_id, company_id, answer, ended_at from queue_call order by 1`
const standingCalls = sql<Row>`select id as call_id, list_id, company_id, answer, ended_at from standing_call order by 1`
/** Under whose number: the company's that was called, or of who has the place since. */
const strangers = sql<Row>`
  select q.call_id from queue_call q join standing_call s on s.id = q.call_id
  where q.cvr <> s.cvr and q.cvr not in (select m.to_cvr from place_move m where m.company_id = q.company_id)`

/** The counts, company by company. */
const counted = sql<Row>`
  select list_id, hindrance, count, next_on, next_at from queue_counted(app_centre()) order by list_id, hindrance`
const summed = sql<Row>`
  select list_id, hindrance, count(*)::int as count,
         case when bool_or(until_on is null and until_at is null) and hindrance <> 'wait' then null else min(until_on) end as next_on,
         min(until_at) as next_at
  from queue_now group by list_id, hindrance order by list_id, hindrance`

const seen = (what: typeof rule) => world.inside('soren', async (ctx) => (await what.execute(ctx.db)).rows)
const ready = (rows: Row[]) =>
  rows.filter(({ hindrance }) => hindrance === null).map(({ listId, companyId }) => `${listId}/${companyId}`)

/** The same throws for the same seed. */
const diceOf = (seed: number) => {
  let state = seed
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  const one = <T>(of: readonly T[]): T => of[roll(of.length)] as T
  return { roll, one }
}
const answers = [
  ...['no-answer', 'no-answer', 'no-answer', 'call-back', 'call-back', 'later', 'not-interested'],
  ...['wants-contact', 'wrong-number', 'closed', 'do-not-contact'],
] as const
const leaps = [
  { minutes: 9 },
  { minutes: 31 },
  { hours: 3 },
  { hours: 5 },
  { hours: 20 },
  { hours: 24 * 9 },
  { hours: 24 * 40 },
  { hours: 24 * 100 },
]
const callers = ['soren', 'signe'] as const

/** What people do, each by its own verb; what is refused has not happened. */
const actsOf = (dice: ReturnType<typeof diceOf>, companies: { id: number; cvr: string }[], lists: number[]) => {
  const company = () => dice.one(companies)
  const inside = (who: Parameters<typeof world.inside>[0], work: (ctx: Ctx) => Promise<unknown>) =>
    world.inside(who, work).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
    })
  const some = async (text: string) => (await world.sql<{ id: number }>(`${text} order by id`)).map(({ id }) => id)
  const said = (ctx: Ctx) => ({
    answer: dice.one(answers) as never,
    spokeWith: '',
    note: '',
    callBackAt: ctx.now.add({ hours: dice.one([2, 26, 24 * 6]) }).toString(),
  })
  const call = async () => {
    const who = dice.one(callers)
    await inside(who, (ctx) =>
      takeCompany(ctx, dice.roll(3) === 0 ? { companyId: company().id } : { listId: dice.one(lists) }),
    )
    if (dice.roll(5) === 0) return
    await inside(who, async (ctx) => {
      const { rows } = await sql<{ companyId: number }>`
        select company_id from call_hold where person_id = ${ctx.personId} and expires_at > ${ctx.at}`.execute(ctx.db)
      if (rows[0]) await answerCall(ctx, { companyId: rows[0].companyId, ...said(ctx) })
    })
  }
  const book = () =>
    inside('anne', async (ctx) => {
      const { id } = company()
      const { rows } = await listFreeSlots(ctx, { companyId: id, days: 14, every: false })
      const slot = rows.length > 0 ? dice.one(rows) : undefined
      if (!slot) return
      const { personId, startsAt } = slot
      await bookMeeting(ctx, { companyId: id, personId, startsAt, contactName: 'Karen', note: '' })
    })
  const change = async (text: string, value?: unknown) => {
    await world.sql(`update company set ${text} where id = $1`, [company().id, ...(value === undefined ? [] : [value])])
  }
  const standing = 'select id from booking where cancelled_at is null and starts_at > $1'
  const meetings = async () =>
    (await world.sql<{ id: number }>(`${standing} order by id`, [world.clock.now().toString()])).map(({ id }) => id)
  const strike = (set: boolean) => {
    const { id, cvr } = company()
    return inside('birgit', (ctx) => {
      const endsAt = ctx.now.add({ hours: 24 * dice.one([1, 60]) }).toString()
      const row = { kind: 'strike' as const, sourceId: id, companyId: id, cvr, since: ctx.at, endsAt, personId: null }
      return set ? setMark(ctx, row) : dropMark(ctx, 'strike', id)
    })
  }
  const onOne = async (ids: number[], work: (ctx: Ctx, id: number) => Promise<unknown>) => {
    if (ids.length > 0) await inside('birgit', (ctx) => work(ctx, dice.one(ids)))
  }
  const told = {
    phone: () => change('phone = $2', dice.one([null, '71000001', '71000002'])),
    shut: () => change('closed_on = $2', dice.one([null, '2026-10-01', '2027-02-01'])),
    protected: () => change('protected = not protected'),
    moved: () => change("cvr = case when kind = 'workplace' then $2 else cvr end", company().cvr),
    hours: () =>
      inside('birgit', async (ctx) =>
        changeRules(ctx, { ...(await showRules(ctx)), noAnswerHours: dice.one([2, 4, 30]) }),
      ),
  }
  const acts: readonly (() => Promise<unknown>)[] = [
    ...[call, call, call, call, call, call, book, book],
    () => inside(dice.one(callers), (ctx) => releaseHold(ctx)),
    () => inside(dice.one(callers), (ctx) => skipCompany(ctx, company().id)),
    () =>
      inside('birgit', (ctx) =>
        giveWait(ctx, company().id, { reason: dice.one(['later', 'not-interested', 'do-not-contact']), words: '' }),
      ),
    async () =>
      onOne(await some('select id from waiting_period where lifted_at is null'), (ctx, id) =>
        liftWait(ctx, id, 'fejl'),
      ),
    async () =>
      onOne(await some('select id from waiting_period where lifted_at is not null'), (ctx, id) => undoLift(ctx, id)),
    async () =>
      onOne(await some('select id from call'), (ctx, id) => correctCall(ctx, id, { ...said(ctx), why: 'fejl' })),
    async () => onOne(await some('select id from call'), (ctx, id) => takeBackCall(ctx, id)),
    async () => onOne(await meetings(), (ctx, id) => cancelBooking(ctx, id, { why: 'syg', newTime: true })),
    async () =>
      onOne(await meetings(), async (ctx, id) => {
        const slot = (await listFreeSlots(ctx, { companyId: company().id, days: 14, every: false })).rows[0]
        if (slot)
          await moveBooking(ctx, id, {
            personId: slot.personId,
            startsAt: slot.startsAt,
            sequence: (await showBooking(ctx, id)).sequence,
          })
      }),
    ...[() => strike(true), () => strike(false)],
    () =>
      inside('anne', (ctx) =>
        makePromise(ctx, {
          companyId: company().id,
          what: 'Send et tilbud',
          ownerId: world.people.anne.id,
          dueOn: '2027-06-01',
        }),
      ),
    async () =>
      onOne(await some('select id from promise where kept_at is null and dropped_at is null'), (ctx, id) =>
        keepPromise(ctx, id),
      ),
    async () =>
      onOne(await some('select id from promise where kept_at is not null'), (ctx, id) => undoKeeping(ctx, id)),
    () =>
      inside('birgit', (ctx) =>
        recordBasis(ctx, company().id, { basis: 'consent', note: '', channel: dice.one(['phone', 'visit']) }),
      ),
  ]
  return { acts, told: Object.values(told) }
}

describe('what the queue has written down', () => {
  for (const seed of [7, 2026, 41])
    test(`is what the rule says, whatever happens and whenever it is looked at (${seed})`, async () => {
      const dice = diceOf(seed)
      world.clock.set('2026-10-05T09:00')
      await world.sql('delete from call_hold')
      const companies = []
      for (let n = 0; n < 12; n++)
        companies.push(
          await world.company({
            kind: n % 4 === 0 ? 'workplace' : 'company',
            phone: String(80_000_000 + seed * 100 + Math.floor(n / 2)),
            isProtected: n === 5,
          }),
        )
      const lists = [await callingList(world, companies.slice(0, 8)), await callingList(world, companies.slice(5))]
      const { acts, told } = actsOf(dice, companies, lists)
      const ids = companies.map(({ id }) => id)
      let unjudged = true
      for (let step = 0; step < 70; step++) {
        const kind = dice.roll(10)
        if (kind < 2) world.clock.advance(dice.one(leaps))
        else if (kind === 2) await dice.one(told)()
        else await dice.one(acts)()
        expect(await seen(counted), `step ${step}`).toEqual(await seen(summed))
        if (step % 6 === 0) expect(await doorsThatDiffer(world, ids), `step ${step}`).toEqual([])
        // What the register and the rules say, and who closes on a day that has come, the sweep sees.
        unjudged ||= kind < 3
        if (unjudged && dice.roll(3) > 0) continue
        if (unjudged) {
          for (let more = 0; more < 2; more++) await world.runJobs()
          unjudged = false
          expect(await seen(written), `step ${step}`).toEqual(await seen(rule))
          expect(await seen(toldCalls), `step ${step}`).toEqual(await seen(standingCalls))
          expect(await seen(strangers), `step ${step}`).toEqual([])
        } else expect(ready(await seen(written)), `step ${step}`).toEqual(ready(await seen(rule)))
      }
      for (const id of lists) await world.inside('birgit', (ctx) => closeList(ctx, id))
      expect(await seen(written)).toEqual([])
    })
})

describe('while callers call', () => {
  test('an import that changes phones and a colleague who leaves companies alone: nobody twice, and the queue ends as the rule says', async () => {
    world.clock.set('2026-11-23T09:00')
    await world.sql('delete from call_hold')
    const companies: { id: number; cvr: string }[] = []
    for (let n = 0; n < 24; n++) companies.push(await world.company({ phone: String(90_000_000 + n) }))
    const listId = await callingList(world, companies)
    const taken: number[] = []
    const calling = async (who: 'soren' | 'signe' | 'anne') => {
      for (let n = 0; n < 6; n++) {
        const mine = await world.inside(who, (ctx) => takeCompany(ctx, { listId }))
        if (!mine) continue
        taken.push(mine.companyId)
        const said = { companyId: mine.companyId, answer: 'no-answer' as const, spokeWith: '', note: '' }
        await world.inside(who, (ctx) => answerCall(ctx, said))
      }
    }
    const importing = async () => {
      for (const { id } of companies.toReversed())
        await world.sql('update company set phone = (phone::int + 100)::text where id = $1', [id])
    }
    const leavingAlone = async () => {
      for (const { id } of companies.filter((_, at) => at % 5 === 4))
        await world.inside('birgit', (ctx) => giveWait(ctx, id, { reason: 'later', words: '' }))
    }
    const sweeping = async () => {
      for (let n = 0; n < 3; n++) await world.runJobs()
    }
    await Promise.all([calling('soren'), calling('signe'), calling('anne'), importing(), leavingAlone(), sweeping()])
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken.length).toBeGreaterThan(3)
    await world.runJobs()
    expect(await seen(written)).toEqual(await seen(rule))
    expect(await world.sql('select 1 from queue_note')).toEqual([])
  })

  test('due call-backs first, then the untouched in the order of the list, then who came back first', async () => {
    world.clock.set('2026-11-23T09:00')
    await world.inside('birgit', async (ctx) => changeRules(ctx, { ...(await showRules(ctx)), noAnswerHours: 4 }))
    const companies: { id: number; cvr: string }[] = []
    for (let n = 0; n < 5; n++) companies.push(await world.company())
    const listId = await callingList(world, companies)
    const [first, second, third, fourth, fifth] = companies.map(({ id }) => id)
    const call = (companyId = 0, answer: 'no-answer' | 'call-back' = 'no-answer') =>
      world.inside('soren', async (ctx) => {
        await takeCompany(ctx, { listId, companyId })
        const callBackAt = ctx.now.add({ hours: 3 }).toString()
        await answerCall(ctx, { companyId, answer, spokeWith: '', note: '', callBackAt })
      })
    await call(third)
    world.clock.advance({ minutes: 5 })
    await call(first)
    await call(fifth, 'call-back')
    world.clock.advance({ hours: 6 })
    const next = await world.inside('soren', (ctx) => showQueue(ctx, listId))
    expect(next.next.map(({ companyId }) => companyId)).toEqual([fifth, second, fourth, third, first])
    const handed = []
    for (let n = 0; n < 5; n++)
      handed.push(
        await world.inside('soren', async (ctx) => {
          const mine = await takeCompany(ctx, { listId })
          await skipCompany(ctx, mine?.companyId ?? 0)
          return mine?.companyId
        }),
      )
    expect(handed).toEqual([fifth, second, fourth, third, first])
  })
})
