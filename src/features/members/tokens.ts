/** API tokens: each acts as the person who made it, in one centre. */
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { Token } from './tokens.schema.ts'
import { makeSecret } from './password.ts'

export const listTokens = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Token>[] }> => ({
  rows: await ctx.db
    .selectFrom('token')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('personId', '=', ctx.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute(),
})

/** Makes an API token for who asks; its text is given once and stored only as a hash. */
export const makeToken = async (ctx: Ctx, name: string): Promise<{ id: number; token: string }> => {
  const { secret, hash } = makeSecret()
  const { id } = await ctx.db
    .insertInto('token')
    .values({ hash, personId: personOf(ctx), centreId: ctx.centreId, name, createdAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(ctx, {
    verb: 'made',
    subject: 'token',
    subjectId: id,
    visibility: 'personal',
    after: { name },
    topics: ['tokens'],
  })
  return { id, token: secret }
}

export const revokeToken = async (ctx: Ctx, id: number) => {
  const done = await ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('id', '=', id)
    .where('personId', '=', ctx.personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw problem('not-found')
  await record(ctx, { verb: 'revoked', subject: 'token', subjectId: id, visibility: 'personal', topics: ['tokens'] })
  return {}
}
