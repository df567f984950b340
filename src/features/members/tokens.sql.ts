import type { Ctx } from '#platform/context'

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
