/** Statements on one company: its workplaces, its events, what bars a call, and the basis for contacting it. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'

export const companyById = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace').selectAll().where('id', '=', id).executeTakeFirst()
export type CompanyRecord = NonNullable<Awaited<ReturnType<typeof companyById>>>

/** The legal company of a CVR number. */
export const legalCompany = (ctx: Ctx, cvr: string) =>
  ctx.db.selectFrom('companyPlace').selectAll().where('cvr', '=', cvr).where('kind', '=', 'company').executeTakeFirst()

/** Workplaces under a CVR number, those open first; Københavns Kommune has 2,645. */
export const workplacesOf = (ctx: Ctx, cvr: string, limit: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .select(['id', 'pNumber', 'name', 'street', 'town', 'employees', 'employeesFrom', 'employeesTo', 'closedOn'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('cvr', '=', cvr)
    .where('kind', '=', 'workplace')
    .orderBy(sql`coalesce(closed_on <= (select app_today()), false)`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Every reason that holds against calling a company today. */
export const blocksOf = async (ctx: Ctx, company: { id: number; cvr: string }) => {
  const { rows } = await sql<{ reason: string; untilOn: string | null }>`
    select g.reason, null::date as until_on from register_bar g where g.company_id = ${company.id}
    union all
    select b.reason, max(b.until_on) as until_on from told_block b where b.centre_id = ${ctx.centreId} and b.cvr = ${company.cvr} group by b.reason, b.until_on is null
    order by until_on desc nulls first, reason`.execute(ctx.db)
  return rows
}

/** My meeting with them that has been held and not reported. */
export const meetingToReport = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('visitDue')
    .select('bookingId')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('personId', '=', ctx.personId ?? 0)
    .orderBy('startsAt', 'desc')
    .executeTakeFirst()

const whose = (eb: ExpressionBuilder<DB & { e: DB['event'] }, 'e'>) =>
  eb
    .selectFrom('memberEver as m')
    .select('m.school')
    .whereRef('m.centreId', '=', 'e.centreId')
    .whereRef('m.personId', '=', 'e.personId')
    .limit(1)

/** Numbered as the asker sees them: the table's own numbers would tell how much others have done in between. */
export const pageOfEvents = (ctx: Ctx, cvr: string, before: number | undefined, limit: number) =>
  ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('event as seen')
        .selectAll()
        .select(sql<number>`row_number() over (order by seen.id)::int`.as('n'))
        .where('seen.centreId', '=', ctx.centreId)
        .where('seen.cvr', '=', cvr)
        .as('e'),
    )
    .leftJoin('personNamed as p', 'p.id', 'e.personId')
    .select([
      'e.n as id',
      'e.at',
      'e.verb',
      'e.subject',
      'e.subjectId',
      'e.visibility',
      'e.before',
      'e.after',
      'p.name as who',
    ])
    .select((eb) => whose(eb as never).as('school'))
    .$if(before !== undefined, (query) => query.where('e.n', '<', before ?? 0))
    .orderBy('e.n', 'desc')
    .limit(limit)
    .execute()

export const correctionsOf = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('importedChange as ch')
    .leftJoin('personNamed as p', 'p.id', 'ch.personId')
    .select([
      'ch.importId',
      'ch.before',
      'ch.after',
      'ch.fileName',
      'ch.finishedAt',
      'ch.uploadedAt',
      'ch.undoneAt',
      'p.name as who',
    ])
    .where('ch.centreId', '=', ctx.centreId)
    .where('ch.subject', '=', 'company')
    .where('ch.subjectId', '=', companyId)
    .orderBy('ch.importId', 'desc')
    .limit(100)
    .execute()

export const basesOf = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('contactBasis as k')
    .innerJoin('personNamed as p', 'p.id', 'k.personId')
    .select(['k.id', 'k.basis', 'k.note', 'p.name as who', 'k.recordedAt'])
    .where('k.centreId', '=', ctx.centreId)
    .where('k.cvr', '=', cvr)
    .where('k.withdrawnAt', 'is', null)
    .orderBy('k.id', 'desc')
    .execute()

export const addBasis = async (
  ctx: Ctx,
  given: { cvr: string; basis: string; note: string; personId: number },
): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('contactBasis')
    .values({ ...given, centreId: ctx.centreId, recordedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const endBasis = (ctx: Ctx, cvr: string, id: number, personId: number) =>
  ctx.db
    .updateTable('contactBasis')
    .set({ withdrawnAt: ctx.at, withdrawnBy: personId })
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning(['basis', 'note'])
    .executeTakeFirst()
