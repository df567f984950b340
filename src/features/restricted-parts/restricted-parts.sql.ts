/** Statements on sensitive parts of reports: row-level security shows them to their readers alone, and lets nobody but the writer change them. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

const parts = ({ db, centreId }: Ctx) => db.selectFrom('restrictedPart as p').where('p.centreId', '=', centreId)

/** Those that who asks may read, with everyone who may; the first was written first. */
export const partsOf = (ctx: Ctx, visitId: number) =>
  parts(ctx)
    .innerJoin('personNamed as w', 'w.id', 'p.writtenBy')
    .where('p.visitId', '=', visitId)
    .select(['p.words', 'p.writtenBy', 'w.name as writer', 'p.writtenAt', 'p.version'])
    .select(
      sql<{ id: number; name: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name, n.id), '[]')
        from my_circle c join person_named n on n.id = c.person_id
        where c.centre_id = p.centre_id and c.circle_id = p.circle_id and c.person_id <> p.written_by)`.as('readers'),
    )
    .orderBy('p.id')
    .execute()

/** What who asks wrote of this report, locked: of two windows the second sees the first. */
export const lockMine = (ctx: Ctx, visitId: number) =>
  parts(ctx)
    .where('p.visitId', '=', visitId)
    .where('p.writtenBy', '=', ctx.personId)
    .select(['p.id', 'p.circleId', 'p.version'])
    .forUpdate()
    .executeTakeFirst()

/** Undefined when another window of the same writer was first. */
export const insertPart = (ctx: Ctx, part: { visitId: number; circleId: number; writtenBy: number; words: string }) =>
  ctx.db
    .insertInto('restrictedPart')
    .values({ ...part, centreId: ctx.centreId, writtenAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'visitId', 'writtenBy']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const updatePart = (ctx: Ctx, id: number, words: string) =>
  ctx.db
    .updateTable('restrictedPart')
    .set((eb) => ({ words, writtenAt: ctx.at, version: eb('version', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

export const deletePart = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('restrictedPart').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** Who works here and reads reports. */
export const readersNow = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .select(['personId as id', 'name', 'school'])
    .distinctOn(['name', 'personId'])
    .orderBy('name')
    .orderBy('personId')
    .execute()

export const membersOf = async (ctx: Ctx, circleId: number) => {
  const rows = await ctx.db
    .selectFrom('myCircle')
    .where('centreId', '=', ctx.centreId)
    .where('circleId', '=', circleId)
    .select('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What nobody is left to read. */
export const endParts = async (ctx: Ctx): Promise<void> => {
  await sql`select unsafe_end_restricted_parts(${ctx.centreId})`.execute(ctx.db)
}
