/** Statements on what a school writes: row-level security shows no other's lines. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import { visitors } from '../centre/roles.ts'

/** Colleagues take turns: what one writes, takes out or hands in the other has seen. */
export const lockDraft = (ctx: Ctx, schoolId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('hand-in'), ${schoolId})`.execute(ctx.db)

const lines = (ctx: Ctx, schoolId: number) =>
  ctx.db.selectFrom('handInLine').where('centreId', '=', ctx.centreId).where('schoolId', '=', schoolId)
const columns = ['n', 'wrote', 'lookedUpAt', 'companyId', 'candidates', 'changedAt'] as const
export type LineRow = Awaited<ReturnType<typeof draftLines>>[number]
export const draftLines = (ctx: Ctx, schoolId: number) => lines(ctx, schoolId).select(columns).orderBy('n').execute()
export const linesToLookUp = (ctx: Ctx, schoolId: number, most: number) =>
  lines(ctx, schoolId).select(columns).where('lookedUpAt', 'is', null).orderBy('n').limit(most).execute()

type New = { wrote: string; companyId: number | null }
/** Adds lines after the last that the school ever wrote: a number is never given twice. */
export const insertLines = (ctx: Ctx, schoolId: number, added: readonly New[], lookedUp: boolean) =>
  sql`with numbered as (
      insert into hand_in_number as h (centre_id, school_id, last) values (${ctx.centreId}, ${schoolId}, ${added.length}::int)
      on conflict (centre_id, school_id) do update set last = h.last + excluded.last
      returning last - ${added.length}::int as before
    )
    insert into hand_in_line (centre_id, school_id, n, wrote, company_id, looked_up_at, added_by, added_at)
    select ${ctx.centreId}, ${schoolId}, a.n + numbered.before, a.wrote, a."companyId", ${lookedUp ? ctx.at : null}::timestamptz, ${personOf(ctx)}, ${ctx.at}
    from numbered, jsonb_to_recordset(${JSON.stringify(added.map((one, at) => ({ ...one, n: at + 1 })))}::jsonb) as a(n int, wrote text, "companyId" int)`.execute(
    ctx.db,
  )
export type LookedUp = { n: number; companyId: number | null; candidates: readonly number[] }
export const writeLookUps = async (ctx: Ctx, schoolId: number, found: readonly LookedUp[]) => {
  if (found.length > 0)
    await sql`update hand_in_line l set looked_up_at = ${ctx.at}, company_id = f."companyId", candidates = array(select jsonb_array_elements_text(f.candidates)::int)
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(n int, "companyId" int, candidates jsonb)
      where l.centre_id = ${ctx.centreId} and l.school_id = ${schoolId} and l.n = f.n`.execute(ctx.db)
}
export const rewriteLine = async (ctx: Ctx, schoolId: number, n: number, wrote: string) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('handInLine')
    .set({ wrote, lookedUpAt: null, companyId: null, candidates: sql`'{}'`, changedAt: null })
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('n', '=', n)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
/** One of those that the line may mean, and no other. */
export const chooseCompany = async (ctx: Ctx, schoolId: number, n: number, companyId: number) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('handInLine')
    .set({ companyId })
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('n', '=', n)
    .where(sql<boolean>`${companyId}::int = any(candidates)`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
export const deleteLines = (ctx: Ctx, schoolId: number, which: readonly number[]) =>
  ctx.db
    .deleteFrom('handInLine')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where(sql<boolean>`n = any(${which}::int[])`)
    .execute()
export const markChanged = (ctx: Ctx, schoolId: number, which: readonly number[]) =>
  ctx.db
    .updateTable('handInLine')
    .set({ changedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where(sql<boolean>`n = any(${which}::int[])`)
    .execute()

export const triesToday = async (ctx: Ctx, schoolId: number): Promise<number> =>
  (
    await ctx.db
      .selectFrom('handInTries')
      .select('lines')
      .where('centreId', '=', ctx.centreId)
      .where('schoolId', '=', schoolId)
      .where('onDate', '=', ctx.today)
      .executeTakeFirst()
  )?.lines ?? 0
export const countTries = (ctx: Ctx, schoolId: number, more: number) =>
  ctx.db
    .insertInto('handInTries')
    .values({ centreId: ctx.centreId, schoolId, onDate: ctx.today, lines: more })
    .onConflict((same) =>
      same
        .columns(['centreId', 'schoolId', 'onDate'])
        .doUpdateSet((eb) => ({ lines: eb('handInTries.lines', '+', more) })),
    )
    .execute()

export type PlaceRow = { id: number; name: string; town: string | null; employees: number | null }
export const placesOf = async (ctx: Ctx, ids: readonly number[]): Promise<PlaceRow[]> => {
  const { rows } = await sql<PlaceRow>`
    select c.id, c.name, c.town, coalesce(c.employees, c.employees_from) as employees from company_place c where c.id = any(${ids}::int[])`.execute(
    ctx.db,
  )
  return rows
}

/** Who visits companies, the own school's first. */
export const whoVisits = (ctx: Ctx, schoolId: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['personId as id', 'name'])
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', [...visitors])
    .orderBy(sql`school_id is distinct from ${schoolId}::int`)
    .orderBy('name')
    .execute()
