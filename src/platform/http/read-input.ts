import type { Context } from 'hono'
import { type Endpoint, z } from '../endpoint.ts'
import { type FieldProblem, type Language, Problem, problem } from '../errors.ts'
import { fieldText } from './field-problems.ts'
import { nothingReceived, piecesOf, receiveFile, type Received } from './receive.ts'

const mostJson = 2_000_000
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
      if (++depth > deepest) throw problem('too-deep')
    } else if (sign === '}' || sign === ']') depth--
  }
}

const isJson = /^application\/json\s*(;|$)/i
const readJson = async (context: Context): Promise<{ text: string; value: unknown }> => {
  if (!isJson.test(context.req.header('content-type') ?? '')) throw problem('wrong-content-type')
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(context.req.raw, mostJson)) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8')
  refuseDeep(text)
  try {
    return { text, value: JSON.parse(text) }
  } catch {
    throw problem('not-json')
  }
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
    wrong.push({
      pointer: `/${[where, ...issue.path.map(String)].join('/')}`,
      code: issue.code,
      detail: fieldText(issue, language),
    })
  return undefined
}

const queryOf = (context: Context) => {
  const query: Record<string, string | string[]> = {}
  for (const [key, values] of Object.entries(context.req.queries()))
    query[key] = values.length > 1 ? values : (values[0] ?? '')
  return query
}

export type Input = {
  params: unknown
  query: unknown
  body: unknown
  /** The body as it came. */
  text: string
} & Received

/** Everything that came in, checked by the endpoint's schemas; all wrong fields are told at once. Whoever gets it closes it. */
export const readInput = async (context: Context, endpoint: Endpoint, language: Language): Promise<Input> => {
  const wrong: FieldProblem[] = []
  const params = endpoint.params && check('params', endpoint.params, context.req.param(), language, wrong)
  const query = endpoint.query && check('query', endpoint.query, queryOf(context), language, wrong)
  const sent = endpoint.body ? await readJson(context) : undefined
  const body = endpoint.body && check('body', endpoint.body, sent?.value, language, wrong)
  if (wrong.length > 0) throw new Problem('wrong-input', { fields: wrong })
  const file =
    endpoint.kind === 'upload' ? await receiveFile(context.req.raw, endpoint.most ?? mostUpload) : nothingReceived
  return { params, query, body, text: sent?.text ?? '', ...file }
}
