import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import type { z } from '#platform/endpoint'
import type { Scope as ScopeShape } from './tokens.schema.ts'

type Scope = z.infer<typeof ScopeShape>
const scope = sql<Scope>`scope`.as('scope')

/** Tokens of who asks, in this centre, that still work. */
export const tokenRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('token')
    .select(['number as id', 'name', 'createdAt', 'expiresAt', 'lastUsedAt', scope])
    .where('personId', '=', ctx.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.at)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

type NewToken = { hash: string; personId: number; name: string; scope: Scope; expiresAt: string }
export const insertToken = (ctx: Ctx, token: NewToken) =>
  ctx.db
    .insertInto('token')
    .values({ ...token, centreId: ctx.centreId, createdAt: ctx.at })
    .returning('number as id')
    .executeTakeFirstOrThrow()

/** Undefined when who asks has no such token that works. */
export const revokeToken = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('number', '=', id)
    .where('personId', '=', ctx.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .returning('name')
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
  /** Null also for who waits for the school to agree. */
  school_id: number | null
  school_waits: boolean
  role: string
  language: string
}
/** `unseen`: not used in the last minute, as far as is written down. */
type TokenRow = AskerRow & { token_id: number; scope: Scope; unseen: boolean }
/** Past row-level security, before any centre is known. */
export const askerOfToken = async ({ pool, clock }: Database, hash: string) =>
  (await pool.query<TokenRow>('select * from unsafe_asker_of_token($1, $2)', [hash, clock().toString()])).rows[0]

/** Of many requests at the same moment one writes it down; the others do not wait. */
export const noteUsed = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('token')
    .set({ lastUsedAt: ctx.at })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('token')
        .select('id')
        .where('id', '=', id)
        .where(
          sql<boolean>`(last_used_at is null or last_used_at not between app_now() - interval '1 minute' and app_now())`,
        )
        .forUpdate()
        .skipLocked(),
    )
    .execute()
