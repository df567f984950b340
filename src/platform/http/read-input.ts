import type { Context } from 'hono'
import { type Endpoint, z } from '../endpoint.ts'
import { type FieldProblem, type Language, Problem, problem } from '../errors.ts'
import { fieldCode, fieldText } from './field-problems.ts'
import { nothingReceived, piecesOf, receiveFile, type Received } from './receive.ts'

const mostJson = 2_000_000
/** What anyone may send without being asked who he is: it is held in memory until it is whole. */
export const mostUnasked = 64_000
/** Of an upload whose endpoint says nothing else. */
const mostUpload = 10_000_000
const deepest = 32

/** JSON.parse itself takes 200,000 levels; a hostile body must not reach recursive code. */
const refuseDeep = (text: string) => {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      if (++depth > deepest) throw problem('too-deep', { most: deepest })
    } else if (sign === '}' || sign === ']') depth--
  }
}

const isJson = /^application\/json\s*(;|$)/i
const jsonOf = (context: Context, text: string): unknown => {
  if (!isJson.test(context.req.header('content-type') ?? '')) throw problem('wrong-content-type')
  refuseDeep(text)
  try {
    return JSON.parse(text)
  } catch {
    throw problem('not-json')
  }
}

/** Where it stands: of fields that nobody knows, each. */
const pathsOf = (issue: z.core.$ZodIssue): string[][] => {
  const path = issue.path.map(String)
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
}

const check = (
  where: 'params' | 'query' | 'body',
  schema: z.core.$ZodType,
  value: unknown,
  language: Language,
  wrong: FieldProblem[],
) => {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    for (const path of pathsOf(issue))
      wrong.push({
        pointer: `/${[where, ...path].join('/')}`,
        code: fieldCode(issue),
        detail: fieldText(issue, language),
      })
  return undefined
}

const queryOf = (context: Context): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context.req.queries()).map(([key, values]) => [key, values.length > 1 ? values : (values[0] ?? '')]),
  )

/** What a request carries, all of it here, and nothing of it looked at. */
export type Carried = {
  /** The body as it came. */
  text: string
} & Received
export type Input = { params: unknown; query: unknown; body: unknown } & Carried

/** Receives whatever the endpoint takes; `large` is waited for before much is taken. Whoever gets it closes it. */
export const receive = async (
  context: Context,
  endpoint: Endpoint,
  large: () => Promise<void> = () => Promise.resolve(),
): Promise<Carried> => {
  if (endpoint.kind === 'upload')
    return { text: '', ...(await receiveFile(context.req.raw, endpoint.most ?? mostUpload)) }
  if (!endpoint.body) return { text: '', ...nothingReceived }
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of piecesOf(context.req.raw, endpoint.can === 'public' ? mostUnasked : mostJson)) {
    const before = size
    size += piece.byteLength
    if (before <= mostUnasked && size > mostUnasked) await large()
    pieces.push(piece)
  }
  return { text: Buffer.concat(pieces).toString('utf8'), ...nothingReceived }
}

/** What came in, checked by the endpoint's schemas; all wrong fields are told at once. */
export const inputOf = (context: Context, endpoint: Endpoint, carried: Carried, language: Language): Input => {
  const wrong: FieldProblem[] = []
  const params = endpoint.params && check('params', endpoint.params, context.req.param(), language, wrong)
  const query = endpoint.query && check('query', endpoint.query, queryOf(context), language, wrong)
  const body = endpoint.body && check('body', endpoint.body, jsonOf(context, carried.text), language, wrong)
  if (wrong.length > 0) throw new Problem('wrong-input', { fields: wrong })
  return { params, query, body, ...carried }
}
