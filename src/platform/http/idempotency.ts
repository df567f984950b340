import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Ctx } from '../context.ts'
import { hot } from '../db/hot.ts'
import { z } from '../endpoint.ts'
import { problem } from '../errors.ts'

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

type Keyed = { operation: string; key: string }
const nameOf = (key: string) => digest(`key ${key}`).toString('base64url')
/** The select that takes a key, or tells what stands under it; of two at once the second is told `running`. */
export const keyTaken = ({ operation, key }: Keyed) =>
  `select running, request_hash as "requestHash", status, answer from take_key(${pg.escapeLiteral(operation)}, ${pg.escapeLiteral(nameOf(key))})`

const Taken = z.object({
  running: z.boolean(),
  requestHash: z.nullable(z.string()),
  status: z.nullable(z.int()),
  answer: z.nullable(z.string()),
})

type NewAnswer = { operation: string; name: string; requestHash: string; status: number; answer: string }
/** Nobody but the person himself may touch the rows: what he kept a day ago goes as he keeps something new. */
const keepAnswer = hot(
  ({ centreId, personId, at }, { operation, name, requestHash, status, answer }: NewAnswer) => sql`
    with gone as (
      delete from idempotency where centre_id = ${centreId} and person_id = coalesce(${personId}, 0)
        and created_at <= ${at}::timestamptz - interval '24 hours' and (operation, key) is distinct from (${operation}, ${name}))
    insert into idempotency (centre_id, person_id, operation, key, request_hash, created_at, status, answer)
    values (${centreId}, coalesce(${personId}, 0), ${operation}, ${name}, ${requestHash}, ${at}, ${status}, to_jsonb(${answer}::text))
    on conflict (centre_id, person_id, operation, key)
      do update set request_hash = excluded.request_hash, created_at = excluded.created_at, status = excluded.status, answer = excluded.answer`,
)

/**
 * Runs `work` at most once for a person, operation and key, within 24 hours: a second call gets the first one's answer.
 * Another body under the same key is refused (key-reused), a call still under way too (still-running).
 * Lives in the same transaction as the work, so a crash leaves neither an answer nor a key behind. `taken` is the row of `keyTaken`.
 */
export const once = async <T>(
  ctx: Ctx,
  { operation, key, request }: Keyed & { request: string },
  taken: unknown,
  work: () => Promise<Kept<T>>,
): Promise<Kept<T>> => {
  // With the key, which nobody has kept: of a short question the answers could be tried out.
  const requestHash = digest(`request ${key} ${request}`).toString('hex')
  const before = z.parse(Taken, taken)
  if (before.running) throw problem('still-running')
  if (before.requestHash !== null && before.requestHash !== requestHash) throw problem('key-reused')
  if (before.answer !== null) return { status: before.status ?? 200, answer: unseal(key, before.answer) as T }
  const kept = await work()
  const answer = seal(key, kept.answer)
  ctx.follows(keepAnswer(ctx, { operation, name: nameOf(key), requestHash, status: kept.status, answer }))
  return kept
}
