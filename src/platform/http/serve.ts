import type { Config } from '../config.ts'
import type { Asker, Ctx } from '../context.ts'
import type { Database } from '../db/open.ts'
import type { Endpoint, z } from '../endpoint.ts'
import type { Language, Message } from '../text/language.ts'
import type { Input } from './read-input.ts'
import type { Received } from './receive.ts'

type Schema = z.core.$ZodType
type Got<E> =
  E extends Endpoint<Schema, infer P, infer Q, infer B>
    ? { params: z.core.output<P>; query: z.core.output<Q>; body: z.core.output<B> } & Upload
    : never
/** The file of an `upload` endpoint, all of it received; empty for others. */
export type Upload = Pick<Received, 'bytes' | 'size'>
type Given<E> =
  E extends Endpoint<infer A, Schema, Schema, Schema> ? z.core.input<A> | Download | Afterwards<z.core.input<A>> : never
/** The answer of a `download` endpoint: a whole file. */
export type Download = { download: { name: string; type: string; body: string | Uint8Array<ArrayBuffer> } }

/** An answer that takes long to work out from what was read: the rest is done when the transaction is over. For reading only. */
export type Afterwards<Answer> = { afterwards: () => Promise<Answer> }
export const afterwards = <Answer>(work: () => Promise<Answer>): Afterwards<Answer> => ({ afterwards: work })

/** Someone who is not signed in: what a public endpoint may use. */
export type Visitor = {
  database: Database
  config: Config
  language: Language
  /** Where the request came from, past trusted proxies: an address, or the network of one of the sixth version. */
  address: string
  demo: boolean
  /** One transaction as `asker`, who proved who he is: reading only for a GET, and under an Idempotency-Key done once. */
  in: <T>(asker: Asker, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  identify(sessionToken: string): Promise<Asker | null>
  /** Text of the session cookie the request carried, if any. */
  sessionToken: string | null
  /** Begins (token) or ends (null) the visitor's session cookie. */
  setSession(token: string | null): void
}

/** A column of the CSV and XLSX that every list has beside its JSON. */
export type Column<Row> = {
  title: Message
  value: (row: Row, language: Language) => string | number | boolean | null
}
type RowOf<E> =
  E extends Endpoint<infer A, Schema, Schema, Schema>
    ? z.core.output<A> extends { rows: (infer R)[] }
      ? R
      : never
    : never

/** What `serve` and `servePublic` have checked against the endpoint; from there on its shapes are known at run time only. */
export type Served = {
  endpoint: Endpoint
  rule: ((ctx: Ctx, got: Input) => Promise<unknown>) | null
  publicRule: ((visitor: Visitor, got: Input) => Promise<unknown>) | null
  columns: Column<unknown>[] | null
  /** Rows that its file asks for at a time; more where each page costs what the whole does. */
  portion: number
}

// The one border between shapes that the compiler knows and what came over the wire: `readInput` has checked it by now.
const erased = (endpoint: object) => endpoint as Endpoint
const checked = <E>(got: Input) => got as unknown as Got<E>

/** Endpoint = rule. With `columns` the list is also served as CSV and XLSX. */
export const serve = <E extends Endpoint<Schema, Schema, Schema, Schema>>(
  endpoint: E,
  rule: (ctx: Ctx, got: Got<E>) => Promise<Given<E>>,
  more: { columns?: Column<RowOf<E>>[]; portion?: number } = {},
): Served => ({
  endpoint: erased(endpoint),
  rule: (ctx, got) => rule(ctx, checked<E>(got)),
  publicRule: null,
  columns: (more.columns ?? null) as Served['columns'],
  portion: more.portion ?? 200,
})

/** For those who are not signed in: first run, sign-in, invitations, a company's link. */
export const servePublic = <E extends Endpoint<Schema, Schema, Schema, Schema>>(
  endpoint: E,
  rule: (visitor: Visitor, got: Got<E>) => Promise<Given<E>>,
): Served => ({
  endpoint: erased(endpoint),
  rule: null,
  publicRule: (visitor, got) => rule(visitor, checked<E>(got)),
  columns: null,
  portion: 200,
})
