import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'

/** Tokens of who asks, in this centre, that still work. */
export const tokenRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('token')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('personId', '=', ctx.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute()

export const insertToken = (ctx: Ctx, token: { hash: string; personId: number; name: string }) =>
  ctx.db
    .insertInto('token')
    .values({ ...token, centreId: ctx.centreId, createdAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Undefined when who asks has no such token that works. */
export const revokeToken = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('id', '=', id)
    .where('personId', '=', ctx.personId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const revokeTokensOf = (ctx: Ctx, personId: number) =>
  ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('personId', '=', personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .execute()

/** A row that tells who asks, as the database gives it before any centre is known. */
export type AskerRow = {
  person_id: number
  centre_id: number
  school_id: number | null
  role: string
  language: string
}
/** Past row-level security, before any centre is known. */
export const askerOfToken = async ({ pool }: Database, hash: string) =>
  (await pool.query<AskerRow>('select * from unsafe_asker_of_token($1)', [hash])).rows[0]
