/** Statements on what the own school struck: row-level security shows no other's. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'

const struck = (ctx: Ctx) =>
  ctx.db
    .selectFrom('ownStrikeNow as n')
    .innerJoin('companyPlace as c', 'c.id', 'n.companyId')
    .innerJoin('listNow as l', (join) => join.onRef('l.centreId', '=', 'n.centreId').onRef('l.id', '=', 'n.listId'))
    .innerJoin('personNamed as s', 's.id', 'n.personId')
    .leftJoin('struckTaking as t', (join) =>
      join.onRef('t.centreId', '=', 'n.centreId').onRef('t.strikeId', '=', 'n.id'),
    )
    // Who answers for the school no more has nothing any more.
    .leftJoin('hearerNow as x', (join) =>
      join
        .onRef('x.centreId', '=', 't.centreId')
        .onRef('x.personId', '=', 't.personId')
        .onRef('x.schoolId', '=', 'n.schoolId'),
    )
    .leftJoin('hearerNow as k', (join) =>
      join
        .onRef('k.centreId', '=', 'n.centreId')
        .onRef('k.personId', '=', 'n.askedId')
        .onRef('k.schoolId', '=', 'n.schoolId'),
    )
    .where('n.centreId', '=', ctx.centreId)
    .select([
      'n.id',
      'n.listId',
      'n.companyId',
      'n.cvr',
      'n.schoolId',
      'c.name',
      'c.town',
      'l.name as list',
      's.name as struckBy',
      'n.reason',
      'n.untilOn as until',
      'x.personId as takerId',
      'x.name as taker',
      't.takenAt',
      't.what',
      't.dueOn',
      'k.name as knownBy',
    ])
export type StruckRow = Awaited<ReturnType<ReturnType<typeof struck>['executeTakeFirstOrThrow']>>

/** A strike's number is the centre's, in a row with the other schools': who asks names the company and the list. */
export type OfList = { listId: number; companyId: number }
type Place = readonly [taken: boolean, listId: number, companyId: number]
export const struckPage = (ctx: Ctx, after: Place | undefined, limit: number): Promise<StruckRow[]> => {
  let rows = struck(ctx)
  if (after)
    rows = rows.where(
      sql<SqlBool>`(x.person_id is not null, n.list_id, n.company_id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  return rows.orderBy(sql`x.person_id is not null`).orderBy('n.listId').orderBy('n.companyId').limit(limit).execute()
}
export const struckOne = (ctx: Ctx, { listId, companyId }: OfList): Promise<StruckRow | undefined> =>
  struck(ctx).where('n.listId', '=', listId).where('n.companyId', '=', companyId).executeTakeFirst()

/** Of two who take it at once one has it. */
export const insertTaking = (ctx: Ctx, { id, schoolId }: StruckRow) =>
  ctx.db
    .insertInto('struckTaking')
    .values({ centreId: ctx.centreId, strikeId: id, schoolId, personId: ctx.personId ?? 0, takenAt: ctx.at })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'strikeId'])
        .doUpdateSet({ personId: ctx.personId ?? 0, takenAt: ctx.at, what: '', dueOn: null })
        .where(
          sql<SqlBool>`not exists (select from hearer_now x where x.centre_id = struck_taking.centre_id and x.person_id = struck_taking.person_id and x.school_id = struck_taking.school_id)`,
        ),
    )
    .returning('strikeId')
    .executeTakeFirst()
export const deleteTaking = (ctx: Ctx, id: number) =>
  ctx.db
    .deleteFrom('struckTaking')
    .where('centreId', '=', ctx.centreId)
    .where('strikeId', '=', id)
    .where('personId', '=', ctx.personId ?? 0)
    .returning('strikeId')
    .executeTakeFirst()
/** Only who has taken it says what he will do. */
export const setPlan = (ctx: Ctx, id: number, plan: { what: string; dueOn: string | null }) =>
  ctx.db
    .updateTable('struckTaking')
    .set(plan)
    .where('centreId', '=', ctx.centreId)
    .where('strikeId', '=', id)
    .where('personId', '=', ctx.personId ?? 0)
    .returning('strikeId')
    .executeTakeFirst()
