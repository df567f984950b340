import { sql } from 'kysely'
import type { Ctx, HouseCtx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

type NewLink = { personId: number; centreId: number; hash: string; madeBy: number | null; expiresAt: string }
/** One a person: what was open before opens nothing any more. */
export const putLink = ({ db, at }: HouseCtx, link: NewLink) => {
  const given = { ...link, madeAt: at }
  return db
    .insertInto('passwordLink')
    .values(given)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(given))
    .execute()
}

export const openLink = ({ db, at }: HouseCtx, hash: string) =>
  db
    .selectFrom('passwordLink')
    .select(['personId', 'centreId'])
    .where('hash', '=', hash)
    .where('expiresAt', '>', at)
    .executeTakeFirst()

/** Undefined when somebody was faster, or it is over. */
export const spendLink = ({ db, at }: HouseCtx, hash: string) =>
  db
    .deleteFrom('passwordLink')
    .where('hash', '=', hash)
    .where('expiresAt', '>', at)
    .returning('personId')
    .executeTakeFirst()

export const deleteLinksOf = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('passwordLink').where('personId', '=', personId).where('centreId', '=', ctx.centreId).execute()

/** Who is here, by the number of his place. */
export const memberById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select(['personId', 'name', 'email', 'language', 'schoolId', sql<Role>`role`.as('role')])
    .where('centreId', '=', ctx.centreId)
    .where('memberId', '=', id)
    .executeTakeFirst()
