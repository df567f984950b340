import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { DB } from '../../../db/types.ts'
import { type Clock, dateOf, systemClock } from '../clock.ts'
import { problem } from '../errors.ts'
import { codeOf } from '../failure.ts'
import { type Notice, noticeboard } from '../notices.ts'
import type { Asker, Ctx, HouseCtx, HouseFacts } from '../context.ts'
import { lines } from '../in-turn.ts'
import { askOn } from './ask.ts'
import {
  asKnown,
  asProved,
  planOutdated,
  type Mode,
  type Opening,
  type Proof,
  type Proven,
  transaction,
} from './transaction.ts'
import { onClient } from './on-client.ts'
import { openPool } from './pool.ts'
import { fetchingOutside } from '../outside/fetch-outside.ts'
import { reckoning } from '../reckoning.ts'
import { repetition } from './repetition.ts'
import { schoolKeys } from './school-keys.ts'

type As = { mode: Mode; also?: string | undefined }
type Work<T> = (ctx: Ctx) => Promise<T>
export type { Proof } from './transaction.ts'
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
  /** While `work` runs every statement is planned once a connection: a world that is told asks the same thousands of times. */
  repeating<T>(work: () => Promise<T>): Promise<T>
  clock: Clock
  /** What rules may know of the house; set when it is put together (app.ts). */
  house: HouseFacts
  /** How a job is handed to the queue; set when the queue starts (jobs.ts). */
  sender: ((db: Kysely<DB>, job: string, data: object) => Promise<void>) | null
  pool: pg.Pool
  close(): Promise<void>
}

/** From one address so many prove at once who they are; others are told to come back. */
const guessers = 200

const worthAnotherTry = (error: unknown) => {
  const code = codeOf(error)
  return code === '40P01' || code === '40001' || code === planOutdated
}

type Rest = Omit<Ctx, keyof Asker>
type Send = NonNullable<Database['sender']>
type Given = {
  pool: pg.Pool
  prepares: boolean
  repeats: () => boolean
  clock: Clock
  house: () => HouseFacts
  queueStands: () => boolean
}
/** Runs work in a transaction, again when it met another crosswise; what it has to tell is put on the board once it is there. */
const runner =
  ({ pool, prepares, repeats, clock, house, queueStands }: Given, board: ReturnType<typeof noticeboard>, send: Send) =>
  async <Who, T>(
    opening: Opening<Who>,
    work: (who: Who, rest: Rest) => Promise<{ centre: number | undefined; answer: T }>,
    given?: Temporal.Instant,
    mode: Mode = 'read write',
  ): Promise<T> => {
    for (let tries = 1; ; tries++) {
      const now = given ?? clock()
      const moment = { now, at: now.toString({ fractionalSecondDigits: 3 }), today: dateOf(now).toString() }
      const notices: Notice[] = []
      try {
        const { centre, answer } = await transaction(pool, opening, now, mode, (query, who, follows) => {
          const db = onClient(query, prepares && repeats())
          const handIn = (job: string, data: object) => send(db, job, data)
          const ask = askOn(query, prepares)
          return work(who, {
            ...moment,
            house: house(),
            db,
            ask,
            notices,
            follows,
            send: handIn,
            queueStands: queueStands(),
          })
        })
        board.add(centre ?? 0, notices)
        return answer
      } catch (error) {
        if (tries >= 5 || !worthAnotherTry(error)) throw error
      }
    }
  }

const whoseProof =
  (pool: pg.Pool, clock: Clock): Database['who'] =>
  async (proof) => {
    const { rows } = await pool.query<object>(`select * from ${proof.rowAt(clock().toString())}`)
    const asker = rows[0] ? proof.asker(rows[0]) : null
    if (asker) await proof.seen(rows[0], asker)
    return asker
  }

/** Before the house is put together. */
const emptyHouse = (clock: Clock): HouseFacts => ({
  baseUrl: '',
  demo: false,
  examples: null,
  clock,
  mail: null,
  mailFrom: '',
  mailbox: null,
  guessing: lines(guessers),
  reckon: reckoning(),
  sealing: null,
  fetchOutside: fetchingOutside({ anywhere: false }),
  asksAnywhere: false,
  rooms: [],
})

/** Opens the application's database: everything goes through `in`, which sets who asks. */
export const openDatabase = (appUrl: string, most: number, clock: Clock = systemClock, prepares = true): Database => {
  const pool = openPool(appUrl, most)
  const board = noticeboard((payloads) =>
    pool.query("select pg_notify('tovholder', said) from unnest($1::text[]) said", [payloads]),
  )
  const facts = { house: () => database.house, queueStands: () => database.sender !== null }
  const keys = schoolKeys(() => database.house.sealing)
  const { repeating, repeats } = repetition()
  const run = runner({ pool, prepares, repeats, clock, ...facts }, board, (db, job, data) => {
    if (!database.sender) throw new Error('The job queue has not been started.')
    return database.sender(db, job, data)
  })
  const within = <Who extends Partial<Asker>, T>(
    asker: Who,
    work: (ctx: Who & Rest) => Promise<T>,
    given?: Temporal.Instant,
    mode?: Mode,
  ) =>
    run(
      asKnown(asker, keys),
      async (who, rest) => ({ centre: who.centreId, answer: await work({ ...who, ...rest }) }),
      given,
      mode,
    )
  const database: Database = {
    in: within,
    read: (asker, work) => within(asker, work, undefined, 'read only'),
    as: async (proof, { mode, also }, work) => {
      let used: { row: unknown; asker: Asker } | undefined
      const asProven = async ({ asker, row, also: more }: Proven, rest: Rest) => {
        if (!asker) throw problem('not-signed-in')
        used = { row, asker }
        return { centre: asker.centreId, answer: await work({ ...asker, ...rest }, more) }
      }
      try {
        return await run(asProved(proof, keys, also), asProven, undefined, mode)
      } finally {
        if (used) await proof.seen(used.row, used.asker)
      }
    },
    who: whoseProof(pool, clock),
    noteReading: within,
    repeating,
    beforeSignIn: (work, now) => within({}, work, now),
    clock,
    house: emptyHouse(clock),
    sender: null,
    pool,
    close: async () => {
      await board.flush()
      await pool.end()
    },
  }
  return database
}
