import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { DB } from '../../../db/types.ts'
import { type Clock, dateOf, systemClock } from '../clock.ts'
import { codeOf } from '../failure.ts'
import { type Notice, noticeboard } from '../notices.ts'
import type { Asker, Ctx, HouseCtx, HouseFacts } from '../context.ts'
import { lines } from '../in-turn.ts'
import { reckoning } from '../reckoning.ts'

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

export type Database = {
  /** Runs `work` in one transaction as `asker`; commits when it returns, rolls back when it throws. Deadlocks are tried again. */
  in: <T>(asker: Asker, work: (ctx: Ctx) => Promise<T>, now?: Temporal.Instant) => Promise<T>
  /** The same for reading: the database refuses every write in it. */
  read: <T>(asker: Asker, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** The one door for what is recorded about reading (that a link was opened, a token used, a list taken out): a transaction of its own. */
  noteReading: <T>(asker: Asker, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** A transaction that knows no centre: for people, sessions and tokens before anyone is known. */
  beforeSignIn<T>(work: (ctx: HouseCtx) => Promise<T>, now?: Temporal.Instant): Promise<T>
  clock: Clock
  /** What rules may know of the house; set when it is put together (app.ts). */
  house: HouseFacts
  /** How a job is handed to the queue; set when the queue starts (jobs.ts). */
  sender: ((db: Kysely<DB>, job: string, data: object) => Promise<void>) | null
  pool: pg.Pool
  close(): Promise<void>
}

/** A pool whose sessions count in UTC and give up on a lock or a lost server instead of hanging. */
export const openPool = (url: string, most: number) => {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000',
  })
  // A lost idle connection is not a crash: the pool makes a new one.
  pool.on('error', () => {})
  return pool
}

const plugin = new CamelCasePlugin({ maintainNestedObjectKeys: true })
/** Kysely on one connection that is already in a transaction; giving it back is not Kysely's business. */
const onClient = (client: pg.PoolClient) => {
  const lent: PostgresPoolClient = { query: client.query.bind(client), release: () => {} }
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: () => Promise.resolve(lent), end: () => Promise.resolve() },
    }),
    plugins: [plugin],
  })
}

type Mode = 'read write' | 'read only'
const literal = (value: string | number | null) => pg.escapeLiteral(value === null ? '' : String(value))
const opening = (asker: Partial<Asker>, at: string, mode: Mode) =>
  `begin ${mode}; select set_config('app.centre', ${literal(asker.centreId ?? null)}, true), set_config('app.person', ${literal(asker.personId ?? null)}, true), set_config('app.school', ${literal(asker.schoolId ?? null)}, true), set_config('app.now', ${literal(at)}, true)`

const worthAnotherTry = (error: unknown) => {
  const code = codeOf(error)
  return code === '40P01' || code === '40001'
}

const transaction = async <T>(
  pool: pg.Pool,
  asker: Partial<Asker>,
  now: Temporal.Instant,
  mode: Mode,
  work: (db: Kysely<DB>) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  // Lost while it is lent out: the query that runs fails and tells; without a listener the whole process would end.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  try {
    await client.query(opening(asker, now.toString(), mode))
    const answer = await work(onClient(client))
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** From one address so many prove at once who they are; others are told to come back. */
const guessers = 200

/** Opens the application's database: everything goes through `in`, which sets who asks. */
export const openDatabase = (appUrl: string, most: number, clock: Clock = systemClock): Database => {
  const pool = openPool(appUrl, most)
  const board = noticeboard((payloads) =>
    pool.query("select pg_notify('tovholder', said) from unnest($1::text[]) said", [payloads]),
  )
  const send = (db: Kysely<DB>) => (job: string, data: object) => {
    if (!database.sender) throw new Error('The job queue has not been started.')
    return database.sender(db, job, data)
  }
  type Rest = Omit<Ctx, keyof Asker>
  const run = async <Who extends Partial<Asker>, T>(
    asker: Who,
    work: (ctx: Who & Rest) => Promise<T>,
    given?: Temporal.Instant,
    mode: Mode = 'read write',
  ) => {
    for (let tries = 1; ; tries++) {
      const now = given ?? clock()
      const moment = { now, at: now.toString({ fractionalSecondDigits: 3 }), today: dateOf(now).toString() }
      const notices: Notice[] = []
      try {
        const answer = await transaction(pool, asker, now, mode, (db) =>
          work({ ...asker, ...moment, house: database.house, db, notices, send: send(db) }),
        )
        board.add(asker.centreId ?? 0, notices)
        return answer
      } catch (error) {
        if (tries >= 5 || !worthAnotherTry(error)) throw error
      }
    }
  }
  const database: Database = {
    in: run,
    read: (asker, work) => run(asker, work, undefined, 'read only'),
    noteReading: run,
    beforeSignIn: (work, now) => run({}, work, now),
    clock,
    house: {
      baseUrl: '',
      demo: false,
      clock,
      mail: null,
      mailFrom: '',
      guessing: lines(guessers),
      reckon: reckoning(),
      rooms: [],
    },
    sender: null,
    pool,
    close: async () => {
      await board.flush()
      await pool.end()
    },
  }
  return database
}
