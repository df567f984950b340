import type { Kysely } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { DB } from '../../../db/types.ts'
import { type Clock, dateOf, systemClock } from '../clock.ts'
import { problem } from '../errors.ts'
import { codeOf } from '../failure.ts'
import { type Notice, noticeboard } from '../notices.ts'
import type { Asker, Ctx, HouseCtx, HouseFacts } from '../context.ts'
import { lines } from '../in-turn.ts'
import { askOn, type Sent } from './ask.ts'
import { gatheringSocket } from './socket.ts'
import { onClient } from './on-client.ts'
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

/** Something that tells who asks, and that only its owner has: a session's cookie, a token. The room `sign-in` knows how it is read. */
export type Proof = {
  /** Tells one proof from another; says nothing of what it is. */
  name: string
  /** A call of the database's function that gives one row, or none: `unsafe_asker_of_token('…', '…')`. */
  rowAt: (at: string) => string
  asker: (row: unknown) => Asker | null
  /** Writes down, now and then, that it was used. */
  seen: (row: unknown, asker: Asker) => Promise<void>
}

type Work<T> = (ctx: Ctx) => Promise<T>
export type Database = {
  /** Runs `work` in one transaction as `asker`; commits when it returns, rolls back when it throws. Deadlocks are tried again. */
  in: <T>(asker: Asker, work: Work<T>, now?: Temporal.Instant) => Promise<T>
  /** The same for reading: the database refuses every write in it. */
  read: <T>(asker: Asker, work: Work<T>) => Promise<T>
  /**
   * The same as whoever a proof belongs to, found out as the transaction opens. Throws not-signed-in when it belongs to nobody.
   * `also` is a select that is asked in the same breath: its row is given to the work.
   */
  as: <T>(proof: Proof, how: As, work: (ctx: Ctx, also: unknown) => Promise<T>) => Promise<T>
  /** Who a proof belongs to, without a transaction. */
  who: (proof: Proof) => Promise<Asker | null>
  /** The one door for what is recorded about reading (that a link was opened, a token used, a list taken out): a transaction of its own. */
  noteReading: <T>(asker: Asker, work: Work<T>) => Promise<T>
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

type Mode = 'read write' | 'read only'
type As = { mode: Mode; also?: string | undefined }
const literal = (value: string | number | null) => pg.escapeLiteral(value === null ? '' : String(value))
const facts = (centre: string, person: string, school: string, at: string) =>
  `set_config('app.centre', ${centre}, true), set_config('app.person', ${person}, true), set_config('app.school', ${school}, true), set_config('app.now', ${literal(at)}, true), set_config('jit', 'off', true)`

/** How a transaction learns who asks: one message, however it is found out. */
type Opening<Who> = { statements: (at: string) => string; who: (answers: readonly pg.QueryResult[]) => Who }
const asKnown = <Who extends Partial<Asker>>(asker: Who): Opening<Who> => ({
  statements: (at) =>
    `select ${facts(literal(asker.centreId ?? null), literal(asker.personId ?? null), literal(asker.schoolId ?? null), at)}`,
  who: () => asker,
})
const asProved = (proof: Proof, also?: string): Opening<{ asker: Asker | null; row: unknown; also: unknown }> => ({
  statements: (at) =>
    `select a.*, ${facts('a.centre_id::text', 'a.person_id::text', "coalesce(a.school_id::text, '')", at)} from ${proof.rowAt(at)} a${also ? `; ${also}` : ''}`,
  who: ([, found, more]) => {
    const row: unknown = found?.rows[0]
    return { asker: row === undefined ? null : proof.asker(row), row, also: more?.rows[0] as unknown }
  },
})

const worthAnotherTry = (error: unknown) => {
  const code = codeOf(error)
  return code === '40P01' || code === '40001'
}

/** Statements that were sent and not waited for; the first that failed is why all after it did. */
const following = () => {
  const sent: Promise<unknown>[] = []
  const follows = (statement: Sent<unknown>) => {
    statement.catch(() => {})
    sent.push(statement)
  }
  const failure = async () => {
    for (const one of await Promise.allSettled(sent)) if (one.status === 'rejected') return one.reason as unknown
    return undefined
  }
  return { follows, all: () => Promise.all(sent), failure }
}

const transaction = async <Who, T>(
  pool: pg.Pool,
  opening: Opening<Who>,
  now: Temporal.Instant,
  mode: Mode,
  work: (client: pg.PoolClient, who: Who, follows: Ctx['follows']) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  // Lost while it is lent out: the query that runs fails and tells; without a listener the whole process would end.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  const { follows, all, failure } = following()
  try {
    const answers = await client.query(`begin ${mode}; ${opening.statements(now.toString())}`)
    const answer = await work(client, opening.who(answers as unknown as pg.QueryResult[]), follows)
    await Promise.all([all(), client.query('commit')])
    return answer
  } catch (error) {
    const first = await failure()
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw first ?? error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

/** From one address so many prove at once who they are; others are told to come back. */
const guessers = 200

/** Opens the application's database: everything goes through `in`, which sets who asks. */
export const openDatabase = (appUrl: string, most: number, clock: Clock = systemClock, prepares = true): Database => {
  const pool = openPool(appUrl, most)
  const board = noticeboard((payloads) =>
    pool.query("select pg_notify('tovholder', said) from unnest($1::text[]) said", [payloads]),
  )
  const send = (db: Kysely<DB>) => (job: string, data: object) => {
    if (!database.sender) throw new Error('The job queue has not been started.')
    return database.sender(db, job, data)
  }
  type Rest = Omit<Ctx, keyof Asker>
  const run = async <Who, T>(
    opening: Opening<Who>,
    work: (who: Who, rest: Rest) => Promise<{ centre: number | undefined; answer: T }>,
    given?: Temporal.Instant,
    mode: Mode = 'read write',
  ) => {
    for (let tries = 1; ; tries++) {
      const now = given ?? clock()
      const moment = { now, at: now.toString({ fractionalSecondDigits: 3 }), today: dateOf(now).toString() }
      const notices: Notice[] = []
      try {
        const { centre, answer } = await transaction(pool, opening, now, mode, (client, who, follows) => {
          const db = onClient(client)
          const ask = askOn(client, prepares)
          return work(who, { ...moment, house: database.house, db, ask, notices, follows, send: send(db) })
        })
        board.add(centre ?? 0, notices)
        return answer
      } catch (error) {
        if (tries >= 5 || !worthAnotherTry(error)) throw error
      }
    }
  }
  const as = <Who extends Partial<Asker>, T>(
    asker: Who,
    work: (ctx: Who & Rest) => Promise<T>,
    given?: Temporal.Instant,
    mode?: Mode,
  ) =>
    run(
      asKnown(asker),
      async (who, rest) => ({ centre: who.centreId, answer: await work({ ...who, ...rest }) }),
      given,
      mode,
    )
  const database: Database = {
    in: as,
    read: (asker, work) => as(asker, work, undefined, 'read only'),
    as: async (proof, { mode, also }, work) => {
      const found: { used?: { row: unknown; asker: Asker } } = {}
      try {
        return await run(
          asProved(proof, also),
          async ({ asker, row, also: more }, rest) => {
            if (!asker) throw problem('not-signed-in')
            found.used = { row, asker }
            return { centre: asker.centreId, answer: await work({ ...asker, ...rest }, more) }
          },
          undefined,
          mode,
        )
      } finally {
        if (found.used) await proof.seen(found.used.row, found.used.asker)
      }
    },
    who: async (proof) => {
      const { rows } = await pool.query<object>(`select * from ${proof.rowAt(clock().toString())}`)
      const asker = rows[0] ? proof.asker(rows[0]) : null
      if (asker) await proof.seen(rows[0], asker)
      return asker
    },
    noteReading: as,
    beforeSignIn: (work, now) => as({}, work, now),
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
