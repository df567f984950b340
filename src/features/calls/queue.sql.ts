import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Hindrance } from './queue.schema.ts'
import type { z } from '#platform/endpoint'

type Reason = z.infer<typeof Hindrance>

/** Calls without an answer since the last real one, or since the last rest for them. */
const tries = (cvr: string) => sql<number>`(
  select count(*)::int from standing_call s
  where s.centre_id = ${sql.ref('q.centreId')} and s.cvr = ${sql.ref(cvr)} and s.answer = 'no-answer'
    and not exists (select from standing_call o where o.centre_id = s.centre_id and o.cvr = s.cvr and o.answer <> 'no-answer' and o.ended_at > s.ended_at)
    and not exists (select from waiting_period w where w.centre_id = s.centre_id and w.cvr = s.cvr and w.reason = 'no-answer' and w.lifted_at is null and w.set_at >= s.ended_at))`

export type Count = {
  listId: number
  name: string
  hindrance: Reason | null
  count: number
  nextOn: string | null
  nextAt: string | null
}
/** How many companies of each list in calling may be called, and how many may not, by reason. One list, or all. */
export const countQueue = async (ctx: Ctx, listId?: number): Promise<Count[]> => {
  const one = listId === undefined ? sql`` : sql`and l.id = ${listId}`
  const { rows } = await sql<Count>`
    select l.id as list_id, l.name, q.hindrance, count(q.company_id)::int as count,
           case when bool_or(q.until_on is null and q.until_at is null) and q.hindrance <> 'waiting' then null else min(q.until_on) end as next_on,
           min(q.until_at) as next_at
    from calling_list l
    left join call_queue q on q.centre_id = l.centre_id and q.list_id = l.id
    where l.centre_id = ${ctx.centreId} ${one}
    group by l.id, l.name, q.hindrance
    order by l.id`.execute(ctx.db)
  return rows
}

/** Of the lists in calling: this one, or the first with a call-back that is due, then with something to call, else the first. Undefined: there is none. */
export const openList = async (ctx: Ctx, listId?: number): Promise<number | undefined> => {
  const one = listId === undefined ? sql`` : sql`and l.id = ${listId}`
  const { rows } = await sql<{ id: number }>`
    select l.id from calling_list l where l.centre_id = ${ctx.centreId} ${one}
    order by exists (select from call_queue q where q.centre_id = l.centre_id and q.list_id = l.id and q.hindrance is null and q.due_at <= ${ctx.at}) desc,
      exists (select from call_queue q where q.centre_id = l.centre_id and q.list_id = l.id and q.hindrance is null) desc, l.id
    limit 1`.execute(ctx.db)
  return rows[0]?.id
}

const companyFacts = [
  'c.name',
  'c.town',
  'c.employees',
  'c.employeesFrom',
  'c.employeesTo',
  'c.industryText as industry',
] as const
/** The next to be called: due call-backs first, then the list's own order. */
export const nextRows = (ctx: Ctx, listId: number, limit: number) =>
  ctx.db
    .selectFrom('callQueue as q')
    .innerJoin('company as c', 'c.id', 'q.companyId')
    .select([...companyFacts, 'c.id as companyId', 'q.dueAt', tries('q.cvr').as('tries')])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.listId', '=', listId)
    .where('q.hindrance', 'is', null)
    .orderBy(sql`q.due_at nulls last`)
    .orderBy('q.position')
    .limit(limit)
    .execute()

export const calledCount = async (ctx: Ctx, listId: number): Promise<number> => {
  const { count } = await ctx.db
    .selectFrom('standingCall')
    .select(sql<number>`count(distinct company_id)::int`.as('count'))
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow()
  return count
}

/** Companies that want a visit, and no time is agreed yet. */
export const wantsTimeCount = async (ctx: Ctx, listId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from call_back b
    join standing_call s on s.centre_id = b.centre_id and s.id = b.call_id
    where b.centre_id = ${ctx.centreId} and b.list_id = ${listId} and b.done_at is null and s.answer = 'wants-contact'
      and not exists (select from booking k where k.centre_id = b.centre_id and k.cvr = b.cvr and k.cancelled_at is null and k.booked_at >= s.ended_at)`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

export type Standing = {
  listId: number
  companyId: number
  cvr: string
  phone: string | null
  hindrance: Reason | null
  untilOn: string | null
  untilAt: string | null
}
/** How one company stands in the lists that are in calling: where it may be called comes first. */
export const standingOf = (ctx: Ctx, companyId: number, listId?: number): Promise<Standing | undefined> => {
  let query = ctx.db
    .selectFrom('callQueue as q')
    .select(['q.listId', 'q.companyId', 'q.cvr', 'q.phone', 'q.hindrance', 'q.untilOn', 'q.untilAt'])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.companyId', '=', companyId)
  if (listId !== undefined) query = query.where('q.listId', '=', listId)
  return query.orderBy(sql`q.hindrance nulls first`).orderBy('q.listId').executeTakeFirst() as Promise<
    Standing | undefined
  >
}

/** Reservations that have run out are nobody's; one that someone else is removing right now is left to that one. */
export const removeExpired = async (ctx: Ctx) => {
  await sql`
    delete from call_hold h using (
      select centre_id, cvr from call_hold where centre_id = ${ctx.centreId} and expires_at <= ${ctx.at} for update skip locked
    ) gone
    where h.centre_id = gone.centre_id and h.cvr = gone.cvr`.execute(ctx.db)
}

type New = { listId: number; scriptId: number; expiresAt: string }
const hold = (ctx: Ctx, { listId, scriptId, expiresAt }: New) => sql`
  insert into call_hold (centre_id, cvr, phone, list_id, company_id, person_id, script_id, taken_at, expires_at)
  select ${ctx.centreId}, p.cvr, p.phone, ${listId}, p.company_id, ${ctx.personId}, ${scriptId}, ${ctx.at}, ${expiresAt} from pick p
  on conflict do nothing returning company_id`

/**
 * Hands out the next company in one statement: rows another caller is being handed this moment are stepped over, and
 * the keys on number, phone and caller settle what is left. `picked` without `companyId`: someone was faster, try again.
 */
export const handOut = async (ctx: Ctx, wanted: New, due: boolean) => {
  const backs = due
    ? sql`join call_back b on b.centre_id = lc.centre_id and b.cvr = lc.cvr and b.done_at is null and b.due_at <= ${ctx.at}`
    : sql``
  const { rows } = await sql<{ picked: number; companyId: number | null }>`
    with pick as (
      select lc.company_id, lc.cvr, c.phone
      from list_company lc
      join company c on c.id = lc.company_id
      ${backs}
      cross join lateral (
        select q.hindrance from call_queue q
        where q.centre_id = lc.centre_id and q.list_id = lc.list_id and q.company_id = lc.company_id offset 0
      ) now
      where lc.centre_id = ${ctx.centreId} and lc.list_id = ${wanted.listId} and lc.included and now.hindrance is null
      order by ${due ? sql`b.due_at` : sql`lc.position`}
      limit 1
      for update of lc skip locked
    ), taken as (${hold(ctx, wanted)})
    select (select count(*) from pick)::int as picked, (select company_id from taken) as company_id`.execute(ctx.db)
  return rows[0] ?? { picked: 0, companyId: null }
}

/** Takes one company; false when someone else holds it, or its phone. The guards in the database refuse what may not be called (TV001). */
export const handOutOne = async (
  ctx: Ctx,
  wanted: New,
  company: { companyId: number; cvr: string; phone: string },
): Promise<boolean> => {
  const { rows } = await sql`
    with pick as (select ${company.companyId}::int as company_id, ${company.cvr}::text as cvr, ${company.phone}::text as phone)
    ${hold(ctx, wanted)}`.execute(ctx.db)
  return rows.length > 0
}

/** The company who asks has under call, reservation alive. */
export const myHold = (ctx: Ctx) =>
  ctx.db
    .selectFrom('callHold as q')
    .innerJoin('company as c', 'c.id', 'q.companyId')
    .innerJoin('contactList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select([
      ...companyFacts,
      'q.companyId',
      'q.cvr',
      'q.listId',
      'l.name as list',
      'q.phone',
      'q.takenAt',
      'q.expiresAt',
      'q.scriptId',
      tries('q.cvr').as('tries'),
    ])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.personId', '=', ctx.personId)
    .where('q.expiresAt', '>', ctx.at)
    .executeTakeFirst()
export type HoldRow = NonNullable<Awaited<ReturnType<typeof myHold>>>

export const triesOf = async (ctx: Ctx, cvr: string): Promise<number> => {
  const row = await ctx.db
    .selectFrom(
      sql<{ centreId: number; cvr: string }>`(select ${ctx.centreId}::int as centre_id, ${cvr}::text as cvr)`.as('q'),
    )
    .select(tries('q.cvr').as('tries'))
    .executeTakeFirstOrThrow()
  return row.tries
}

export const extendHold = (ctx: Ctx, companyId: number, expiresAt: string) =>
  ctx.db
    .updateTable('callHold')
    .set({ expiresAt })
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('companyId', '=', companyId)
    .where('expiresAt', '>', ctx.at)
    .returning('expiresAt')
    .executeTakeFirst()

/** Ends the reservation of who asks; gives it back when it was still alive, so that only one answer can follow. */
export const endHold = (ctx: Ctx, companyId?: number) => {
  let query = ctx.db.deleteFrom('callHold').where('centreId', '=', ctx.centreId).where('personId', '=', ctx.personId)
  if (companyId !== undefined) query = query.where('companyId', '=', companyId).where('expiresAt', '>', ctx.at)
  return query.returning(['listId', 'companyId', 'cvr', 'scriptId', 'takenAt']).executeTakeFirst()
}

export const insertSkip = (ctx: Ctx, cvr: string, untilAt: string) =>
  ctx.db
    .insertInto('callSkip')
    .values({ centreId: ctx.centreId, personId: ctx.personId ?? 0, cvr, untilAt })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'cvr']).doUpdateSet({ untilAt }))
    .execute()
export const removeSkip = (ctx: Ctx, cvr: string) =>
  ctx.db
    .deleteFrom('callSkip')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('cvr', '=', cvr)
    .execute()

/** Call-backs whose time has come and that may be called, oldest first. */
export const dueBacks = (ctx: Ctx, limit: number) =>
  ctx.db
    .selectFrom('callQueue as q')
    .innerJoin('company as c', 'c.id', 'q.companyId')
    .innerJoin('contactList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select(['q.companyId', 'c.name as company', 'q.listId', 'l.name as list', 'q.dueAt', 'q.lastAnswer'])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.hindrance', 'is', null)
    .where('q.dueAt', '<=', ctx.at)
    .orderBy('q.dueAt')
    .limit(limit)
    .execute()
