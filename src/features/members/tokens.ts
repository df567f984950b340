/** API tokens: each acts as the person who made it, in one centre. */
import { type Asker, type Ctx, personOf } from '#platform/context'
import type { Database } from '#platform/db/open'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { hashOfSecret, makeSecret } from '#platform/secret'
import { languageOr } from '#platform/text/language'
import { membersEvents } from './members-events.table.ts'
import type { Token } from './tokens.schema.ts'
import * as store from './tokens.sql.ts'

const record = recorder(membersEvents)

const tell = (ctx: Ctx, verb: keyof typeof membersEvents.token, id: number, after?: { name: string }) =>
  record(ctx, { verb, subject: 'token', subjectId: id, visibility: 'personal', after, topics: ['tokens'] })

export const listTokens = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Token>[] }> => ({
  rows: await store.tokenRows(ctx),
})

/** Makes an API token for who asks; its text is given once and stored only as a hash. */
export const makeToken = async (ctx: Ctx, name: string): Promise<{ id: number; token: string }> => {
  const { secret, hash } = makeSecret()
  const { id } = await store.insertToken(ctx, { hash, personId: personOf(ctx), name })
  await tell(ctx, 'made', id, { name })
  return { id, token: secret }
}

export const revokeToken = async (ctx: Ctx, id: number) => {
  if (!(await store.revokeToken(ctx, id))) throw problem('not-found')
  await tell(ctx, 'revoked', id)
  return {}
}

export const askerFrom = (row: store.AskerRow | undefined, source: 'web' | 'api'): Asker | null =>
  row
    ? {
        personId: row.person_id,
        centreId: row.centre_id,
        schoolId: row.school_id,
        role: row.role,
        language: languageOr(row.language),
        source,
      }
    : null

/** A token's text → who asks; null when it works no more, or its person has left. */
export const askerOfToken = async (database: Database, token: string) =>
  askerFrom(await store.askerOfToken(database, hashOfSecret(token)), 'api')
