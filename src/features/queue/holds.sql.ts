/** Statements on who is handed out next, and on taking a company under call. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotOne, type HotCtx } from '#platform/db/hot'
import { visitsCompanies } from '../centre/roles.ts'
import { atHand, type Hours, orderedByHour } from '../answering-hours/answering-hours.ts'
import { otherTongue } from '../call-centres/call-centres.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { isApart } from '../leaderships/leaderships.ts'
import { triesCompany } from '../may-contact/may-contact.ts'

/** `head`: who would have been first without the hint. */
type Candidate = { companyId: number; cvr: string; phone: string; head?: number | null }
/** Of an account's companies those that may be handed out; which they are stands in the order in which they are called. */
const turnsOf = (account: number | undefined) =>
  account === undefined
    ? sql`queue_row q`
    : sql`queue_turn t join queue_row q on q.centre_id = t.centre_id and q.list_id = t.list_id and q.company_id = t.company_id`
const inTurn = (ctx: HotCtx, listId: number, account: number | undefined) =>
  account === undefined
    ? sql``
    : sql`and t.centre_id = ${ctx.centreId} and t.list_id = ${listId} and t.account = ${account}::int and t.ready_at < 'infinity' and t.ready_at <= ${ctx.at}`
/** Whom who asks is not handed now: under call, skipped by him, or called in a language he does not speak; by company, by place where its workplaces answer each for itself, by number. Few, and read once a statement. */
const aside = (ctx: HotCtx) => sql`
  named as materialized (
    select u.cvr, u.company_id, u.phone from call_hold u where u.centre_id = ${ctx.centreId}
    union all
    select o.cvr, o.company_id, null from ${otherTongue(ctx)} o
  ), aside as materialized (
    select case when not apart then n.cvr end as cvr, case when apart then n.company_id end as company_id, n.phone
    from (select n.*, ${isApart(sql.ref('n.cvr'))} as apart from named n) n
    union all
    select case when k.place = 0 then k.cvr end, nullif(k.place, 0), null from call_skip k
    where k.centre_id = ${ctx.centreId} and k.person_id = ${ctx.personId} and k.until_at > ${ctx.at}
  )`
/** Who may be handed out from a list now, so many (`atHand`) in the index's own order. `due`: only call-backs whose time has come, the oldest first. */
const waiting = (ctx: HotCtx, listId: number, due: boolean, account?: number, among?: readonly number[]) => sql`
  select q.company_id, q.cvr, q.phone, q.ready_at from ${turnsOf(account)}
  where q.centre_id = ${ctx.centreId} and q.list_id = ${listId} and q.ready_at < 'infinity' and q.ready_at <= ${ctx.at}
    ${due ? sql`and q.due_at <= ${ctx.at}` : sql``} ${inTurn(ctx, listId, account)}
    ${among ? sql`and q.company_id = any(${among}::int[])` : sql``}
    and q.cvr not in (select a.cvr from aside a where a.cvr is not null)
    and q.company_id not in (select a.company_id from aside a where a.company_id is not null)
    and q.phone not in (select a.phone from aside a where a.phone is not null)
  order by ${due ? sql`q.due_at` : account === undefined ? sql`q.ready_at, q.position` : sql`t.ready_at, t.position`}
  limit ${sql.lit(atHand)}`
/** Read one by one, so that only those read are locked: should all be busy this moment, the caller asks again. */
const candidates = (...of: Parameters<typeof waiting>) => sql`${waiting(...of)} for update of q skip locked`
const firstOf = (ctx: HotCtx, name: string) =>
  sql`select company_id, cvr, phone from ${sql.ref(name)} where ${triesCompany(ctx, `${name}.cvr`)} limit 1`
/** The first of `ordered`. To order, all twenty are read: each is locked only when its turn comes, so that two who ask at once both find one. */
const firstLocked = (ctx: HotCtx, listId: number) => sql`
  select l.company_id, l.cvr, l.phone, (select w.company_id from waiting w limit 1) as head from ordered o
  cross join lateral (
    select q.company_id, q.cvr, q.phone from queue_row q
    where q.centre_id = ${ctx.centreId} and q.list_id = ${listId} and q.company_id = o.company_id and q.ready_at < 'infinity' and q.ready_at <= ${ctx.at}
    for update skip locked
  ) l where ${triesCompany(ctx, 'l.cvr')} limit 1`
/**
 * The next company, its row of the queue and its lock held: rows another caller is being handed this moment, and companies that are
 * busy (booked, or left alone, just now), are stepped over. Call-backs that are due come first.
 */
const next = hotOne(
  (ctx, { listId }: { listId: number }) => sql<Candidate>`
    with ${aside(ctx)}, due as (${candidates(ctx, listId, true)}), first_due as materialized (${firstOf(ctx, 'due')}),
      untouched as (${candidates(ctx, listId, false)}),
      first_untouched as materialized (select * from (${firstOf(ctx, 'untouched')}) u)
    select * from first_due
    union all
    select * from first_untouched where not exists (select from first_due)`,
)
const nextByHour = hotOne(
  (ctx, { listId, better, worse }: { listId: number } & Hours) => sql<Candidate>`
    with ${aside(ctx)}, due as (${candidates(ctx, listId, true)}), first_due as materialized (${firstOf(ctx, 'due')}),
      waiting as materialized (${waiting(ctx, listId, false)}), ordered as materialized (${orderedByHour(ctx, 'waiting', { listId, better, worse })}),
      first_untouched as materialized (select * from (${firstLocked(ctx, listId)}) u)
    select *, null::int as head from first_due
    union all
    select * from first_untouched where not exists (select from first_due)`,
)
const nextDue = hotOne(
  (ctx, { listId }: { listId: number }) => sql<Candidate>`
    with ${aside(ctx)}, due as (${candidates(ctx, listId, true)}) ${firstOf(ctx, 'due')}`,
)
/** `onlyDue`: nobody has room for a new meeting, and what was promised goes on. Where all twenty are being handed out, it goes on behind them without the hint. */
export const pickNext = async (ctx: Ctx, listId: number, onlyDue = false, hours: Hours | null = null) =>
  onlyDue
    ? nextDue(ctx, { listId })
    : ((hours && (await nextByHour(ctx, { listId, ...hours }))) ?? next(ctx, { listId }))

type Of = { listId: number; account: number }
/** The next that a school handed in; 0: that none did. */
const nextOf = hotOne(
  (ctx, { listId, account }: Of) => sql<Candidate>`
    with ${aside(ctx)}, untouched as (${candidates(ctx, listId, false, account)}) ${firstOf(ctx, 'untouched')}`,
)
const nextOfByHour = hotOne(
  (ctx, { listId, account, better, worse }: Of & Hours) => sql<Candidate>`
    with ${aside(ctx)}, waiting as materialized (${waiting(ctx, listId, false, account)}), ordered as materialized (${orderedByHour(ctx, 'waiting', { listId, better, worse })})
    ${firstLocked(ctx, listId)}`,
)
export const pickOf = async (ctx: Ctx, of: Of, hours: Hours | null) =>
  (hours && (await nextOfByHour(ctx, { ...of, ...hours }))) ?? nextOf(ctx, of)
const nextAmong = hotOne(
  (ctx, { listId, among }: { listId: number; among: readonly number[] }) => sql<Candidate>`
    with ${aside(ctx)}, untouched as (${candidates(ctx, listId, false, undefined, among)}) ${firstOf(ctx, 'untouched')}`,
)
/** The next of some companies of a list. */
export const pickAmong = (ctx: Ctx, listId: number, among: readonly number[]) => nextAmong(ctx, { listId, among })
const notHeld = (ctx: HotCtx, alias: string) =>
  sql`${sql.ref(`${alias}.company_id`)} not in (select u.company_id from call_hold u where u.centre_id = ${ctx.centreId})`
/** Somebody who calls the list can speak with it: a school with whose companies nobody can has nothing to call, and saves up no turns. */
const spoken = (ctx: HotCtx, alias: string) =>
  sql`(${sql.ref(`${alias}.list_id`)}, ${sql.ref(`${alias}.company_id`)}) not in (
    select s.list_id, s.company_id from queue_unspoken s where s.centre_id = ${ctx.centreId})`
const readyTurn = (
  ctx: HotCtx,
) => sql`t.centre_id = ${ctx.centreId} and t.account = a.id and t.ready_at < 'infinity' and t.ready_at <= ${ctx.at}
    and ${notHeld(ctx, 't')} and ${spoken(ctx, 't')}`
/** One account after the other, each by the first of its companies; on a list where nothing was handed in all are the common account's. */
const waitingElsewhere = hot(
  (ctx, { known }: { known: number[] }) => sql<{ account: number }>`
    with shared as materialized (
      select l.id, exists (select from named_company h where h.centre_id = l.centre_id and h.list_id = l.id) as named
      from calling_list l where l.centre_id = ${ctx.centreId} and not l.by_visitors
    )
    select a.id as account from unnest(${known}::int[]) a (id)
    where exists (select from shared l where exists (select from queue_turn t where t.list_id = l.id and ${readyTurn(ctx)}))
      or a.id = 0 and exists (select from shared l where not l.named and exists (
        select from queue_row q where q.centre_id = ${ctx.centreId} and q.list_id = l.id and q.ready_at < 'infinity' and q.ready_at <= ${ctx.at}
          and ${notHeld(ctx, 'q')} and ${spoken(ctx, 'q')}))`,
)
const waitingAccounts = hot(
  (ctx, { listId, known }: { listId: number; known: number[] }) => sql<{
    account: number
    ready: boolean
    calls: number
  }>`
    select a.id as account, true as ready, 0 as calls
    from (
      select unnest(${known}::int[]) as id union select 0
      union select s.id from school_now s where s.centre_id = ${ctx.centreId}
    ) a
    where exists (select from queue_turn t where t.list_id = ${listId} and ${readyTurn(ctx)})
    union all
    select coalesce(n.school_id, 0), false, count(*)::int
    from call_hold u
    left join named_company n on n.centre_id = u.centre_id and n.list_id = u.list_id and n.company_id = u.company_id
    where u.centre_id = ${ctx.centreId} and u.list_id is not null and u.charged and u.expires_at > ${ctx.at}
    group by 1`,
)
/** Which accounts have somebody to call from a list, which of those known from any, and how many calls are under way for each. */
export const accountsOf = async (ctx: Ctx, listId: number, known: number[]) => {
  const [rows, elsewhere] = await Promise.all([
    waitingAccounts(ctx, { listId, known }),
    waitingElsewhere(ctx, { known }),
  ])
  const here = new Set(rows.flatMap(({ account, ready }) => (ready ? [account] : [])))
  return {
    here,
    ready: new Set([...here, ...elsewhere.map(({ account }) => account)]),
    calls: new Map(rows.flatMap(({ account, ready, calls }) => (ready ? [] : [[account, calls] as const]))),
  }
}

/** Outside any list what is said is the default, which no row holds. */
type New = { expiresAt: string } & ({ listId: number; scriptId: number } | { listId: null; scriptId: null })
type Taken = Candidate & { listId: number | null; scriptId: number | null; expiresAt: string; charged: boolean }
const insert = hot((ctx, row: Taken) =>
  ctx.db
    .insertInto('callHold')
    .values({
      centreId: ctx.centreId,
      // The company, or the workplace of a shared leadership: two never hold what answers as one.
      answersFor: sql<string>`case when ${isApart(sql`${row.cvr}::text`)} then ${row.cvr}::text || ':' || ${row.companyId}::int else ${row.cvr}::text end`,
      companyId: row.companyId,
      cvr: row.cvr,
      phone: row.phone,
      listId: row.listId,
      // It keeps what the list is called for now.
      form: sql<MeetingForm>`offer_of(${ctx.centreId}::int, ${row.listId}::int)`,
      scriptId: row.scriptId,
      expiresAt: row.expiresAt,
      personId: sql<number>`coalesce(${ctx.personId}, 0)`,
      takenAt: ctx.at,
      charged: row.charged,
    })
    .onConflict((taken) => taken.doNothing())
    .returning('companyId'),
)
/**
 * Takes one company; false when someone else holds it, or its phone: the keys settle it. The guards in the database refuse what may not
 * be called (TV001). Who visits calls in his own time: the shared callers' is what is charged to schools.
 */
export const insertHold = async (ctx: Ctx, wanted: New, company: Candidate): Promise<boolean> =>
  (await insert(ctx, { ...company, ...wanted, charged: !visitsCompanies(ctx) })).length === 1
