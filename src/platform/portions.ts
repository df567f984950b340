import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/types.ts'

/** A worker's hold of the job it runs. */
export type Claim = {
  /** Where the job stood when it was taken up; undefined at its beginning. */
  position: unknown
  /** Ends when the process stops, or when the job has become another worker's. */
  signal: AbortSignal
  /** Writes where the job stands now, in the transaction of the portion. Throws when it is another worker's by now. */
  keep(db: Kysely<DB>, position: unknown): Promise<void>
}

type Taken = { name: string; id: string; retryCount: number; data: { position?: unknown } | null }

/** How often a job that fails, or whose process dies, is tried again; each portion done gives it as many anew. */
export const mostRetries = 3

/** Only whoever took the job up last can keep a portion: of two workers that both believe they have it, one is turned back. */
export const claimOf = ({ name, id, retryCount, data }: Taken, signal: AbortSignal): Claim => ({
  position: data?.position,
  signal,
  keep: async (db, position) => {
    const { numAffectedRows } = await sql`
      update pgboss.job
      set data = jsonb_set(coalesce(data, '{}'), '{position}', ${JSON.stringify(position)}::jsonb),
          retry_limit = retry_count + ${mostRetries}
      where name = ${name} and id = ${id} and state = 'active' and retry_count = ${retryCount}`.execute(db)
    if (numAffectedRows !== 1n) throw new Error('Another worker has taken the job up; this portion is taken back.')
  },
})

/** A claim for whoever runs a job's function beside the queue: nothing is kept, so it always begins at the beginning. */
export const noClaim: Claim = {
  position: undefined,
  signal: new AbortController().signal,
  keep: () => Promise.resolve(),
}

type Transactions<C> = { in<T>(work: (ctx: C) => Promise<T>): Promise<T>; claim: Claim }

/**
 * Long work, one portion a transaction. `portion` says where the next one begins, or null when all is done. That stands
 * in the job itself, written with the portion: whoever takes the job up after a crash goes on there, and no portion is
 * done twice. A position is plain JSON. When the process stops, it stops between two portions; the queue hands the rest to another.
 */
export const inPortions = async <C extends { db: Kysely<DB> }, At>(
  reach: Transactions<C>,
  beginning: At,
  portion: (ctx: C, at: At) => Promise<At | null>,
): Promise<void> => {
  // What stands in the job was written by this same function, in an earlier life.
  let at: At | null = (reach.claim.position as At | undefined) ?? beginning
  while (at !== null) {
    reach.claim.signal.throwIfAborted()
    const from: At = at
    at = await reach.in(async (ctx) => {
      const next = await portion(ctx, from)
      if (next !== null) await reach.claim.keep(ctx.db, next)
      return next
    })
  }
}
