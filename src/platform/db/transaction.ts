/** How a transaction learns who asks, and how it ends. */
import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { Asker, Ctx } from '../context.ts'
import { codeOf } from '../failure.ts'
import type { Sent } from './ask.ts'

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

export type Mode = 'read write' | 'read only'
const literal = (value: string | number | null) => pg.escapeLiteral(value === null ? '' : String(value))
const facts = (centre: string, person: string, school: string, at: string, system = false) =>
  `set_config('app.system', '${system ? 'on' : ''}', true), set_config('app.centre', ${centre}, true), set_config('app.person', ${person}, true), set_config('app.school', ${school}, true), set_config('app.now', ${literal(at)}, true), set_config('jit', 'off', true)`

/** The house itself; in a school's place it sees what that school does, and a guest is none of it. */
const isSystem = ({ role, personId, schoolId }: Partial<Asker>) =>
  role === 'system' && personId === null && schoolId === null

/** How a transaction learns who asks: one message, however it is found out. */
export type Opening<Who> = { statements: (at: string) => string; who: (answers: readonly pg.QueryResult[]) => Who }
export const asKnown = <Who extends Partial<Asker>>(asker: Who): Opening<Who> => ({
  statements: (at) =>
    `select ${facts(literal(asker.centreId ?? null), literal(asker.personId ?? null), literal(asker.schoolId ?? null), at, isSystem(asker))}`,
  who: () => asker,
})
export type Proven = { asker: Asker | null; row: unknown; also: unknown }
export const asProved = (proof: Proof, also?: string): Opening<Proven> => ({
  statements: (at) =>
    `select a.*, ${facts('a.centre_id::text', 'a.person_id::text', "coalesce(a.school_id::text, '')", at)} from ${proof.rowAt(at)} a${also ? `; ${also}` : ''}`,
  who: ([, found, more]) => {
    const row: unknown = found?.rows[0]
    const also: unknown = more?.rows[0]
    return { asker: row === undefined ? null : proof.asker(row), row, also }
  },
})

/** PostgreSQL: the transaction has failed already; and: what was planned is no longer so, since the tables were changed meanwhile. */
const afterFailure = '25P02'
export const planOutdated = '0A000'

/** Statements that were sent and not waited for; the first that failed is why all after it did. */
const following = () => {
  const sent: Promise<unknown>[] = []
  const follows = (statement: Sent<unknown>) => {
    statement.catch(() => {})
    sent.push(statement)
  }
  /** Throws what the first that failed was told; those after it were only told that something had failed. */
  const failed = async () => {
    for (const one of await Promise.allSettled(sent))
      if (one.status === 'rejected' && codeOf(one.reason) !== afterFailure) throw one.reason
  }
  return { follows, all: () => Promise.all(sent), failed }
}

/** One transaction, opened in one message; what follows is waited for with the commit. */
export const transaction = async <Who, T>(
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
  const { follows, all, failed } = following()
  try {
    // Several statements at once have several answers, which the types of pg do not know.
    const answers: unknown = await client.query(`begin ${mode}; ${opening.statements(now.toString())}`)
    const answer = await work(client, opening.who(Array.isArray(answers) ? answers : []), follows)
    const [, { command }] = await Promise.all([all(), client.query('commit')])
    if (command === 'ROLLBACK')
      throw new Error('A statement failed, the rule went on all the same, and nothing was kept.')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    // A connection that holds such a plan would fail with it each time.
    if (codeOf(error) === planOutdated && error instanceof Error) broken = error
    await failed()
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}
