import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Place, Role } from '../centre/roles.ts'

/** Until the end of the transaction nobody else in the centre is made something else: who has just been so himself gives no place any more. */
export const lockChanges = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtext('members change'), ${ctx.centreId}::int)`.execute(ctx.db)
/** Whether who asks is still what he was when he asked. */
export const isStill = async ({ db, centreId, personId, role }: Ctx): Promise<boolean> => {
  const found = await db
    .selectFrom('memberNow')
    .select('memberId')
    .where('centreId', '=', centreId)
    .where('personId', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst()
  return found !== undefined
}

/** What someone here is, held until the end of the transaction; undefined when he has left meanwhile. */
export const lockPlace = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.personId')
    .select(['p.name', 'm.schoolId', 'm.agreedAt', 'm.agreedBy', sql<Role>`m.role`.as('role')])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.id', '=', id)
    .where('m.leftAt', 'is', null)
    .forUpdate('m')
    .executeTakeFirst()

export type Locked = NonNullable<Awaited<ReturnType<typeof lockPlace>>>

type Agreed = { agreedAt: string | null; agreedBy: number | null }
export const setPlace = async (ctx: Ctx, id: number, from: Place, to: Place & Agreed) => {
  await ctx.db
    .insertInto('formerPlace')
    .values({ ...from, centreId: ctx.centreId, membershipId: id, endedAt: ctx.at, endedBy: ctx.personId })
    .execute()
  await ctx.db.updateTable('membership').set(to).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
}

/** False for someone who belongs to another centre too: there he has the same name. */
export const setName = async (ctx: Ctx, personId: number, name: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('person')
    .set({ name })
    .where('id', '=', personId)
    .where(sql<boolean>`not unsafe_belongs_elsewhere(${personId}, ${ctx.centreId})`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
