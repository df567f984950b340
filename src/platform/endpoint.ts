/**
 * An endpoint is a sentence: address, who may, what comes in, what goes out. The same object gives the server its
 * checks, OpenAPI its description and the browser its typed client. Safe to import anywhere: no server code here.
 */
import * as z from 'zod/mini'
import { locales } from '#texts/runtime'
import type { ProblemCode } from './problems.table.ts'
import { personalNumber } from './text/personal-number.shared.ts'
import { emailPattern, tidyEmail } from './text/written-email.ts'

type Schema = z.core.$ZodType

/** Names of roles; a feature gives them meaning. `anyone` = signed in; `public` = no sign-in; `link` = a company's own link. */
export type Who = readonly string[] | 'anyone' | 'public'

/** What a verb can end, so that something agreed could be left with nobody. */
export type Ends = 'person' | 'list' | 'company' | 'meeting'

export type Endpoint<
  Answer extends Schema = Schema,
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
> = {
  /** The verb: `operationId` in OpenAPI, unique in the product. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces: `/api/contact-lists/{listId}/draws`. */
  path: `/api/${string}`
  summary: string
  can: Who
  /** The address above, whose question is asked first: who gets not-found there gets it here. */
  within?: { name: string; path: string }
  /** Only by the person himself, in a browser: never by a token, whatever it may else. */
  inPerson?: true
  /** In a browser the password is asked again when it was last given more than a quarter of an hour ago. */
  proof?: true
  /** A question that may not stand in an address, for a password in it: asked by POST, it changes nothing, and its answer is kept under no key. */
  asks?: true
  /** Reading it takes something out of the house, counted for each person and day. */
  measured?: 'card'
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  /** Status of the answer when all went well; 200 without. */
  status?: 200 | 201 | 202 | 204
  /** `upload`: the body is the raw bytes of a file (name in the query); `download`: the answer is a file. */
  kind?: 'json' | 'upload' | 'download'
  /** Bytes an upload may have; 10 MB without. */
  most?: number
  /** What this verb ends: it hands on what stands open there (`handOnAll`), and the orphan test tries it with every room. */
  ends?: Ends
  /** Error codes of problems.table.ts that this endpoint's own rules may answer with. */
  problems?: readonly ProblemCode[]
}

/** Declares an endpoint; only for its types. */
export const endpoint = <
  Answer extends Schema,
  Params extends Schema = z.ZodMiniUndefined,
  Query extends Schema = z.ZodMiniUndefined,
  Body extends Schema = z.ZodMiniUndefined,
>(
  declared: Endpoint<Answer, Params, Query, Body>,
) => declared

export type AnswerOf<E> = E extends Endpoint<infer A, Schema, Schema, Schema> ? z.core.output<A> : never
type Part<Key extends string, S extends Schema> = S extends z.ZodMiniUndefined
  ? unknown
  : { [k in Key]: z.core.input<S> }
/** What the caller of an endpoint sends. */
export type InputOf<E> =
  E extends Endpoint<Schema, infer P, infer Q, infer B> ? Part<'params', P> & Part<'query', Q> & Part<'body', B> : never

/** Gives a schema its name in OpenAPI. */
export const named = <S extends Schema>(id: string, schema: S): S => {
  z.globalRegistry.add(schema, { id })
  return schema
}

// ---- Shapes that every feature uses ----------------------------------------------------------------

/** A number of a row, as it stands in an address; at most PostgreSQL's int. */
export const Id = z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(2_147_483_647))
/** Dates that people and registers mean; at the ends of the calendar, days cannot be counted any more. */
const meantYears = z.regex(/^[12]\d{3}-/)
/** A calendar date in Europe/Copenhagen, `2026-11-23`; the years 1000 to 2999. */
export const CalendarDate = z.iso.date().check(meantYears)
/** A date to look from: the days after it are still days that can be told. */
export const DayToLookFrom = z.iso.date().check(z.regex(/^(1\d|2[0-8])\d\d-/))
/** Wall-clock time in Denmark, `16:00`. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** A moment, ISO 8601 with zone; the years 1000 to 2999. */
export const Moment = z.iso.datetime({ offset: true }).check(meantYears)
export const Nothing = z.object({})
/** One of the languages there are. */
export const LanguageCode = z.enum(locales)
/** What cannot be seen: control signs, marks that turn the direction of writing, signs without width, halves of signs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/gu
/** Words as they can be seen; breaks of lines and tabs stay. A sentence of unseen signs alone is blank. */
const seen = z.overwrite((text: string) =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(unseen, (sign) => (sign === '\n' || sign === '\t' ? sign : '')),
)
/** What somebody writes is read by others, and nobody here needs a person's number. */
const unnumbered = z.refine<string>((text) => !personalNumber.test(text), { params: { kind: 'personal-number' } })
/** A required sentence or word of a person: trimmed, never only blanks. */
export const Words = (most = 4000) => z.string().check(seen, z.trim(), z.minLength(1), z.maxLength(most), unnumbered)
/** Optional words: trimmed, may be empty. */
export const MaybeWords = (most = 4000) => z.string().check(seen, z.trim(), z.maxLength(most), unnumbered)
/** A field whose words hold a person's number. */
export const isNumbered = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.['kind'] === 'personal-number'

/** In the body of a change: its fields as they stood where it was made. What somebody else has changed since stays, or is shown (`laidOver`); without it all is overwritten. */
export const Seen = z.optional(z.record(z.string(), z.unknown()))
export type Seen = z.infer<typeof Seen>
/** An address of mail, as an import reads it too: also pasted as `mailto:…` or `Bo Holm <bo@holm.dk>`; two are none. */
export const Email = z.string().check(z.maxLength(300), z.overwrite(tidyEmail), z.email({ pattern: emailPattern }))
/** The same, or nothing. */
export const MaybeEmail = z
  .string()
  .check(z.maxLength(300), z.overwrite(tidyEmail), z.email({ pattern: new RegExp(`^$|${emailPattern.source}`, 'u') }))

/** Query part of every list: `cursor` comes from the page before. */
export const PageQuery = {
  cursor: z.optional(z.string()),
  limit: z._default(z.coerce.number<string | number>().check(z.int(), z.minimum(1), z.maximum(200)), 50),
}
/** Answer of every list: the rows, and the cursor of the next page or null at the end. */
export const Page = <S extends Schema>(row: S) => z.object({ rows: z.array(row), next: z.nullable(z.string()) })

/** A switch in an address: `true` or `false`. */
export const Flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
)

export { z }
