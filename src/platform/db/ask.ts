/** Statements that are sent in the moment they are asked, past Kysely's own waiting: the way of `hot.ts`. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

declare const sent: unique symbol
/** Rows of a statement that is on its way already, before anything that is asked after it. */
export type Sent<Row> = Promise<Row[]> & { readonly [sent]: true }
export type Ask = <Row>(statement: { name: string; text: string; values: unknown[] }) => Sent<Row>

/** How a transaction asks its connection. */
export type Query = <Row extends object>(asked: pg.QueryConfig) => Promise<pg.QueryResult<Row>>

/** What a statement is planned under, once a connection. */
export const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
/** Each row under the names that the code uses: `due_on` as `dueOn`. */
const named = <Row>({ rows, fields }: pg.QueryResult<Record<string, unknown>>): Row[] => {
  const columns = fields.map(({ name }) => [name, camel(name)] as const)
  return rows.map((row) => {
    const one: Record<string, unknown> = {}
    for (const [column, name] of columns) one[name] = row[column]
    return one as Row
  })
}

/** `prepares`: planned once a connection, under its name; without it anew each time, as a pooler between may want. */
export const askOn = (query: Query, prepares: boolean): Ask => {
  const ask = async <Row>({ name, text, values }: Parameters<Ask>[0]): Promise<Row[]> => {
    const asked = prepares ? { name, text, values } : { text, values }
    return named<Row>(await query<Record<string, unknown>>(asked))
  }
  return ask as Ask
}
