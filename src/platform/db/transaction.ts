/** How a transaction learns who asks, and how it ends. */
import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { Asker, Ctx } from '../context.ts'
import { codeOf } from '../failure.ts'
import type { SchoolKeys } from './school-keys.ts'
import type { Query, Sent } from './ask.ts'

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
const schoolKey = (key: string) => `set_config('app.school_key', ${key}, true)`
const facts = (centre: string, person: string, school: string, key: string, at: string, system = false) =>
  `set_config('app.system', '${system ? 'on' : ''}', true), set_config('app.centre', ${centre}, true), set_config('app.person', ${person}, true), set_config('app.school', ${school}, true), ${schoolKey(key)}, set_config('app.now', ${literal(at)}, true), set_config('jit', 'off', true)`

/** The house itself; in a school's place it sees what that school does, and a guest is none of it. */
const isSystem = ({ role, personId, schoolId }: Partial<Asker>) =>
  role === 'system' && personId === null && schoolId === null

type Answers = readonly pg.QueryResult[]
/** How a transaction learns who asks: one message, however it is found out. */
export type Opening<Who> = {
  statements: (at: string) => string
  who: (answers: Answers) => Who
  /** What must be said besides, now that it is known who asks; what was asked along does not depend on it. */
  further?: (answers: Answers) => string | null
}
export const asKnown = <Who extends Partial<Asker>>(asker: Who, keys: SchoolKeys): Opening<Who> => ({
  statements: (at) =>
    `select ${facts(literal(asker.centreId ?? null), literal(asker.personId ?? null), literal(asker.schoolId ?? null), literal(keys.of(asker)), at, isSystem(asker))}`,
  who: () => asker,
})
export type Proven = { asker: Asker | null; row: unknown; also: unknown }
/** Of which school a proof is, the database says; its key goes along by guess, and where the guess was wrong afterwards. */
export const asProved = (proof: Proof, keys: SchoolKeys, also?: string): Opening<Proven> => {
  // Guessed anew each time it is tried, and told from what others learn meanwhile.
  let guess = keys.guess(proof.name)
  const keyOfGuess = () => {
    guess = keys.guess(proof.name)
    return guess
      ? `case when a.centre_id = ${guess.centreId} and a.school_id = ${guess.schoolId} then ${literal(keys.of(guess))} else '' end`
      : "''"
  }
  return {
    statements: (at) =>
      `select a.*, ${facts('a.centre_id::text', 'a.person_id::text', "coalesce(a.school_id::text, '')", keyOfGuess(), at)} from ${proof.rowAt(at)} a${also ? `; ${also}` : ''}`,
    who: ([, found, more]) => {
      const row: unknown = found?.rows[0]
      const also: unknown = more?.rows[0]
      return { asker: row === undefined ? null : proof.asker(row), row, also }
    },
    further: ([, found]) => {
      const row: unknown = found?.rows[0]
      const asker = row === undefined ? null : proof.asker(row)
      const key = asker ? keys.of(asker) : ''
      if (!asker || key === '' || (guess?.centreId === asker.centreId && guess.schoolId === asker.schoolId)) return null
      keys.learn(proof.name, asker)
      return `select ${schoolKey(literal(key))}`
    },
  }
}
/** PostgreSQL: the transaction has failed already; and: what was planned is no longer so, since the tables were changed meanwhile. */
const afterFailure = '25P02'
export const planOutdated = '0A000'

/** Statements that were sent and not waited for. */
const following = () => {
  const sent: Promise<unknown>[] = []
  const follows = (statement: Sent<unknown>) => {
    statement.catch(() => {})
    sent.push(statement)
  }
  return { follows, all: () => Promise.all(sent) }
}

/**
 * The connection, for one transaction. After a failure the database tells all that is asked only that something had failed, and whoever
 * asked several at once may hear that first: each of them is told what it was. An error says who asked, where the socket's own stack
 * says nothing of it.
 */
const asking = (client: pg.PoolClient) => {
  let reason: unknown
  const query: Query = async (asked) => {
    try {
      return await client.query(asked)
    } catch (error) {
      if (codeOf(error) === afterFailure && reason) throw reason
      if (error instanceof Error) Error.captureStackTrace(error)
      reason = error
      throw error
    }
  }
  return { query, why: () => reason }
}

/** One transaction, opened in one message; what follows is waited for with the commit. */
export const transaction = async <Who, T>(
  pool: pg.Pool,
  opening: Opening<Who>,
  now: Temporal.Instant,
  mode: Mode,
  work: (query: Query, who: Who, follows: Ctx['follows']) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  // Lost while it is lent out: the query that runs fails and tells; without a listener the whole process would end.
  const lost = (error: Error) => {
    broken = error
  }
  client.on('error', lost)
  const { follows, all } = following()
  const { query, why } = asking(client)
  try {
    // Several statements at once have several answers, which the types of pg do not know.
    const answered: unknown = await client.query(`begin ${mode}; ${opening.statements(now.toString())}`)
    const answers = Array.isArray(answered) ? answered : []
    const further = opening.further?.(answers)
    if (further) await client.query(further)
    const answer = await work(query, opening.who(answers), follows)
    const [, { command }] = await Promise.all([all(), client.query('commit')])
    if (command === 'ROLLBACK')
      throw new Error('A statement failed, the rule went on all the same, and nothing was kept.', { cause: why() })
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    // A connection that holds such a plan would fail with it each time.
    if (codeOf(error) === planOutdated && error instanceof Error) broken = error
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}
