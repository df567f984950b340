import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { gatheringSocket } from './socket.ts'

const { builtins } = pg.types
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
  [builtins.TIME]: (text) => text.slice(0, 5),
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
}
/** Rows come out as they go over the wire: moments as ISO text, dates as `2026-11-23`, numbers as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format),
}

/** So many connections stay open while nothing is asked, and others this long: what a new one plans for the first time takes it half a second. */
const kept = 8
const keptFor = Temporal.Duration.from({ minutes: 10 }).total('milliseconds')

/** A pool whose sessions count in UTC and give up on a lock or a lost server instead of hanging. */
export const openPool = (url: string, most: number) => {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    min: Math.min(kept, most),
    idleTimeoutMillis: keptFor,
    types,
    // A statement is sent when it is asked, not when the one before is answered: who need not wait for an answer does not.
    pipeline: true,
    stream: gatheringSocket,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000',
  })
  // A lost idle connection is not a crash: the pool makes a new one.
  pool.on('error', () => {})
  return pool
}
