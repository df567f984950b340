/** Statements on the companies that callers have under call. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { triesCompany } from '../may-contact/may-contact.ts'
import { companyFacts, tries } from './queue.sql.ts'

/** Reservations that have run out are nobody's; one that someone else is removing right now is left to that one. */
export const removeExpired = async (ctx: Ctx) => {
  await sql`
    delete from call_hold h using (
      select centre_id, answers_for from call_hold where centre_id = ${ctx.centreId} and expires_at <= ${ctx.at} for update skip locked
    ) gone
    where h.centre_id = gone.centre_id and h.answers_for = gone.answers_for`.execute(ctx.db)
}

type Candidate = { companyId: number; cvr: string; phone: string }
/**
 * The next company, its row of the queue and its lock held: rows another caller is being handed this moment, and companies that are
 * busy (booked, or left alone, just now), are stepped over. `due`: only call-backs whose time has come, the oldest first.
 */
export const pickNext = async (ctx: Ctx, listId: number, due: boolean): Promise<Candidate | undefined> => {
  const { rows } = await sql<Candidate>`
    with candidate as (
      select q.company_id, q.cvr, q.phone from queue_row q
      where q.centre_id = ${ctx.centreId} and q.list_id = ${listId} and q.ready_at < 'infinity' and q.ready_at <= ${ctx.at}
        ${due ? sql`and q.due_at <= ${ctx.at}` : sql``}
        and q.cvr not in (select u.cvr from call_hold u where u.centre_id = ${ctx.centreId})
        and q.phone not in (select u.phone from call_hold u where u.centre_id = ${ctx.centreId})
        and q.cvr not in (select k.cvr from call_skip k where k.centre_id = ${ctx.centreId} and k.person_id = ${ctx.personId} and k.until_at > ${ctx.at})
      order by ${due ? sql`q.due_at` : sql`q.ready_at, q.position`}
      for update of q skip locked
    )
    select company_id, cvr, phone from candidate where ${triesCompany(ctx, 'candidate.cvr')} limit 1`.execute(ctx.db)
  return rows[0]
}

/** Outside any list what is said is the default, which no row holds. */
type New = { expiresAt: string } & ({ listId: number; scriptId: number } | { listId: null; scriptId: null })
/**
 * Takes one company; false when someone else holds it, or its phone: the keys settle it. The guards in the database refuse what may not
 * be called (TV001). It answers for its CVR number.
 */
export const insertHold = async (ctx: Ctx, wanted: New, company: Candidate): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('callHold')
    .values({
      centreId: ctx.centreId,
      answersFor: company.cvr,
      ...company,
      ...wanted,
      personId: ctx.personId ?? 0,
      takenAt: ctx.at,
    })
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The first call-back that was agreed and is not done. */
const dueAt = sql<string | null>`(
  select min(b.due_at) from queue_call b where b.centre_id = q.centre_id and b.cvr = q.cvr and b.due_at is not null and b.done_at is null)`
/** The company who asks has under call, reservation alive; `list` null: outside any list. */
export const myHold = (ctx: Ctx) =>
  ctx.db
    .selectFrom('callHold as q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .leftJoin('listNow as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
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
      dueAt.as('dueAt'),
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

/** Until `expiresAt`, but no longer than so many minutes from when it was taken: a page left open keeps nobody for ever. */
export const extendHold = (ctx: Ctx, companyId: number, expiresAt: string, longest: number) =>
  ctx.db
    .updateTable('callHold')
    .set({ expiresAt: sql`least(${expiresAt}::timestamptz, taken_at + make_interval(mins => ${longest}))` })
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
