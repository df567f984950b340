/** Statements on the companies that callers have under call. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { triesCompany } from '../may-contact/may-contact.ts'
import { companyFacts, tries } from './queue.sql.ts'

/** Reservations that have run out are nobody's; one that someone else is removing right now is left to that one. */
export const removeExpired = async (ctx: Ctx) => {
  await sql`
    delete from call_hold h using (
      select centre_id, cvr from call_hold where centre_id = ${ctx.centreId} and expires_at <= ${ctx.at} for update skip locked
    ) gone
    where h.centre_id = gone.centre_id and h.cvr = gone.cvr`.execute(ctx.db)
}

/** Companies looked at in one try when the first ones are busy. */
const mostTried = 20
type New = { listId: number; scriptId: number; expiresAt: string }
const hold = (ctx: Ctx, { listId, scriptId, expiresAt }: New) => sql`
  insert into call_hold (centre_id, cvr, phone, list_id, company_id, person_id, script_id, taken_at, expires_at)
  select ${ctx.centreId}, p.cvr, p.phone, ${listId}, p.company_id, ${ctx.personId}, ${scriptId}, ${ctx.at}, ${expiresAt} from pick p
  on conflict do nothing returning company_id`

/**
 * Hands out the next company in one statement: rows another caller is being handed this moment, and companies that are busy
 * (booked, or left alone, just now), are stepped over; the keys on number, phone and caller settle what is left. `picked`
 * without `companyId`: someone was faster, try again.
 */
export const handOut = async (ctx: Ctx, wanted: New, due: boolean) => {
  const backs = due
    ? sql`join call_back b on b.centre_id = lc.centre_id and b.cvr = lc.cvr and b.done_at is null and b.due_at <= ${ctx.at}`
    : sql``
  const { rows } = await sql<{ picked: number; companyId: number | null }>`
    with candidate as (
      select lc.company_id, lc.cvr, c.phone
      from listed_company lc
      join company_place c on c.id = lc.company_id
      ${backs}
      cross join lateral (
        select q.hindrance from call_queue q
        where q.centre_id = lc.centre_id and q.list_id = lc.list_id and q.company_id = lc.company_id offset 0
      ) now
      where lc.centre_id = ${ctx.centreId} and lc.list_id = ${wanted.listId} and now.hindrance is null
      order by ${due ? sql`b.due_at` : sql`lc.position`}
      limit ${mostTried}
      for update of lc skip locked
    ), pick as materialized (
      select k.company_id, k.cvr, k.phone from candidate k where ${triesCompany(ctx, 'k.cvr')} limit 1
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
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .innerJoin('listNow as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
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
