import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { problem } from '../errors.ts'

const day = 24 * 60 * 60 * 1000

type Kept<T> = { status: number; answer: T }

const digest = (text: string) => createHash('sha256').update(text).digest()
/**
 * A kept answer may hold what is given once, a token or a company's link. It is sealed with the caller's own key, of which
 * the table has only a hash: whoever reads the table, or a backup of it, reads no answers.
 */
const seal = (key: string, answer: unknown): string => {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', digest(`answer ${key}`), start)
  const text = Buffer.concat([cipher.update(JSON.stringify(answer ?? null)), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), text]).toString('base64')
}
const unseal = (key: string, sealed: string): unknown => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', digest(`answer ${key}`), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString())
}

/** Nobody but the person himself may touch the rows: the next request of his takes the old ones away. */
const forgetOld = (ctx: Ctx, person: number) =>
  ctx.db
    .deleteFrom('idempotency')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', person)
    .where('createdAt', '<=', ctx.now.subtract({ hours: 24 }).toString())
    .execute()

/**
 * Runs `work` at most once for a person, operation and key, within 24 hours: a second call gets the first one's answer.
 * Another body under the same key is refused (key-reused), a call still under way too (still-running).
 * Lives in the same transaction as the work, so a crash leaves neither an answer nor a key behind.
 */
export const once = async <T>(
  ctx: Ctx,
  operation: string,
  key: string,
  request: string,
  work: () => Promise<Kept<T>>,
): Promise<Kept<T>> => {
  const hash = digest(request).toString('hex')
  const name = digest(`key ${key}`).toString('base64url')
  const person = ctx.personId ?? 0
  const { rows } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(hashtext(${`${ctx.centreId} ${person} ${operation}`}), hashtext(${name})) as mine`.execute(
    ctx.db,
  )
  if (!rows[0]?.mine) throw problem('still-running')
  const before = await ctx.db
    .selectFrom('idempotency')
    .selectAll()
    .$narrowType<{ answer: string }>()
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', person)
    .where('operation', '=', operation)
    .where('key', '=', name)
    .executeTakeFirst()
  const fresh = before && ctx.now.epochMilliseconds - Date.parse(before.createdAt) < day
  if (fresh && before.requestHash !== hash) throw problem('key-reused')
  if (fresh) return { status: before.status ?? 200, answer: unseal(key, before.answer) as T }
  await forgetOld(ctx, person)
  const kept = await work()
  const row = {
    requestHash: hash,
    createdAt: ctx.at,
    status: kept.status,
    answer: JSON.stringify(seal(key, kept.answer)),
  }
  await ctx.db
    .insertInto('idempotency')
    .values({ centreId: ctx.centreId, personId: person, operation, key: name, ...row })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'operation', 'key']).doUpdateSet(row))
    .execute()
  return kept
}
