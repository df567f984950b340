import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import type { leadershipsShown } from './leaderships.schema.ts'

/** A CVR number and a place of it: columns, or values; `apart` where a column says already that its workplaces answer each for itself. */
export type Side = { cvr: RawBuilder<unknown>; companyId: RawBuilder<unknown>; apart?: RawBuilder<boolean> }
/** The columns of a row that stand for its place. */
export const placeOf = (alias: string): Side => ({
  cvr: sql.ref(`${alias}.cvr`),
  companyId: sql.ref(`${alias}.companyId`),
})
/** A place that is known. */
export const thePlace = ({ cvr, companyId }: { cvr: string; companyId: number }): Side => ({
  cvr: sql`${cvr}::text`,
  companyId: sql`${companyId}::int`,
})
/** Whether the workplaces of a CVR number answer each for itself. */
export const isApart = (cvr: RawBuilder<unknown>) =>
  sql<boolean>`${cvr} in (select shared.cvr from shared_leadership shared where shared.centre_id = (select app_centre()))`
/** What is said of one place counts for the other: it is the same company, and where the leadership is shared the same workplace. */
export const answersFor = (one: Side, other: Side) =>
  sql<boolean>`(${one.cvr} = ${other.cvr} and (${one.companyId} = ${other.companyId} or not ${one.apart ?? other.apart ?? isApart(one.cvr)}))`
/** The rows of `alias (cvr, company_id)` that a place answers for, of which only the number is known. */
export const ofPlace = (alias: string, companyId: number) =>
  sql<boolean>`(${sql.ref(`${alias}.cvr`)} = (select one.cvr from company_place one where one.id = ${companyId})
    and (${sql.ref(`${alias}.companyId`)} = ${companyId} or not ${isApart(sql.ref(`${alias}.cvr`))}))`
/** The same to look at, for those who know companies in full: from the legal company all of it is seen, and everywhere what is of no place. */
export const seenFrom = (alias: string, companyId: number) =>
  sql<boolean>`(${sql.ref(`${alias}.cvr`)} = (select one.cvr from company_place one where one.id = ${companyId})
    and (coalesce(${sql.ref(`${alias}.companyId`)}, ${companyId}) = ${companyId} or not ${isApart(sql.ref(`${alias}.cvr`))}
      or (select one.kind = 'company' from company_place one where one.id = ${companyId})))`

const askShared = hotOne(
  (ctx, { cvr }: { cvr: string }) => sql<{ shared: boolean }>`
    select exists (select from shared_leadership where centre_id = ${ctx.centreId} and cvr = ${cvr}) as shared`,
)
export const isShared = async (ctx: Ctx, cvr: string): Promise<boolean> =>
  (await askShared(ctx, { cvr }))?.shared ?? false

/** One decision on a company at a time, beside its answers, meetings and holds: the key of `lockCompanies`, a later room's. */
export const lockOne = (ctx: Ctx, cvr: string) =>
  sql`select pg_advisory_xact_lock(company_key(${ctx.centreId}, ${cvr}))`.execute(ctx.db)

const leaderships = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leadershipNow as l')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('companyPlace as c')
          .select(['c.id', 'c.name'])
          .whereRef('c.cvr', '=', 'l.cvr')
          .orderBy('c.kind')
          .orderBy('c.name')
          .orderBy('c.id')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .leftJoin('personNamed as p', 'p.id', 'l.decidedBy')
    .select([
      'l.cvr',
      'c.id as companyId',
      'c.name',
      'l.employeesFrom',
      'l.employeesTo',
      'l.workplaces',
      'l.shared',
      'l.proposed',
      'l.decisionId',
      'p.name as by',
      'l.decidedAt',
      'l.why',
    ])
    .where('l.centreId', '=', ctx.centreId)
export type LeadershipRow = Awaited<ReturnType<ReturnType<typeof leaderships>['executeTakeFirstOrThrow']>>

export const leadershipOf = (ctx: Ctx, cvr: string): Promise<LeadershipRow | undefined> =>
  leaderships(ctx).where('l.cvr', '=', cvr).executeTakeFirst()

const shows: Record<(typeof leadershipsShown)[number], RawBuilder<boolean>> = {
  open: sql`l.proposed and l.decision_id is null`,
  shared: sql`l.decision_id is not null and l.shared`,
  one: sql`l.decision_id is not null and not l.shared`,
}
const size = sql<number>`coalesce(l.employees_from, 0)`
/** The largest first; so few that asking each for its name costs nothing. */
export const pageOfLeaderships = (
  ctx: Ctx,
  show: (typeof leadershipsShown)[number],
  after: { size: number; cvr: string } | undefined,
  limit: number,
): Promise<LeadershipRow[]> =>
  leaderships(ctx)
    .where(shows[show])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${size} < ${after?.size ?? 0} or ${size} = ${after?.size ?? 0} and l.cvr > ${after?.cvr ?? ''})`,
      ),
    )
    .orderBy(size, 'desc')
    .orderBy('l.cvr')
    .limit(limit)
    .execute()

export const cvrOf = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr']).where('id', '=', companyId).executeTakeFirst()

/** Under the company's lock. */
export const insertDecision = async (ctx: Ctx, row: { cvr: string; shared: boolean; why: string }): Promise<number> => {
  await ctx.db
    .updateTable('leadership')
    .set({ untilAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', row.cvr)
    .where('untilAt', 'is', null)
    .execute()
  const { id } = await ctx.db
    .insertInto('leadership')
    .values({ ...row, centreId: ctx.centreId, decidedBy: ctx.personId, decidedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const decisionById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('leadership')
    .select(['id', 'cvr', 'shared', 'why', 'untilAt'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Takes the decision back that stands; the one before it, if it was not taken back itself, stands again. False: it stood no more. */
export const takeBackDecision = async (ctx: Ctx, id: number, cvr: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('leadership')
    .set({ untilAt: ctx.at, undoneBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('untilAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await sql`
    update leadership set until_at = null
    where centre_id = ${ctx.centreId} and id = (
      select max(id) from leadership where centre_id = ${ctx.centreId} and cvr = ${cvr} and id < ${id} and undone_by is null)`.execute(
    ctx.db,
  )
  return true
}
