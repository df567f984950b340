import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { problem } from '../errors.ts'

const day = 24 * 60 * 60 * 1000

type Kept = { status: number; answer: unknown }

/**
 * Runs `work` at most once for a person, operation and key, within 24 hours: a second call gets the first one's answer.
 * Another body under the same key is refused (key-reused), a call still under way too (still-running).
 * Lives in the same transaction as the work, so a crash leaves neither an answer nor a key behind.
 */
export const once = async (
  ctx: Ctx,
  operation: string,
  key: string,
  request: string,
  work: () => Promise<Kept>,
): Promise<Kept> => {
  const hash = createHash('sha256').update(request).digest('hex')
  const person = ctx.personId ?? 0
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtext(${`${ctx.centreId} ${person} ${operation}`}), hashtext(${key})) as mine`.execute(
    ctx.db,
  )
  if (!rows[0]?.mine) throw problem('still-running')
  const before = await ctx.db
    .selectFrom('idempotency')
    .selectAll()
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', person)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst()
  const fresh = before && ctx.now.epochMilliseconds - Date.parse(before.createdAt) < day
  if (fresh && before.requestHash !== hash) throw problem('key-reused')
  if (fresh) return { status: before.status ?? 200, answer: before.answer }
  const kept = await work()
  const row = { requestHash: hash, createdAt: ctx.at, status: kept.status, answer: JSON.stringify(kept.answer) }
  await ctx.db
    .insertInto('idempotency')
    .values({ centreId: ctx.centreId, personId: person, operation, key, ...row })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'operation', 'key']).doUpdateSet(row))
    .execute()
  return kept
}
