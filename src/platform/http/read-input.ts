import type { Context } from 'hono'
import { type Endpoint, z } from '../endpoint.ts'
import { type FieldProblem, type Language, Problem, problem } from '../errors.ts'
import { fieldText } from './field-problems.ts'

const mostJson = 2_000_000
const mostUpload = 220_000_000
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

const readText = async (context: Context) => {
  if (Number(context.req.header('content-length') ?? 0) > mostJson) throw problem('too-large', { most: '2 MB' })
  const pieces: Uint8Array[] = []
  let size = 0
  const sent: ReadableStream<Uint8Array> | null = context.req.raw.body
  for await (const piece of sent ?? []) {
    size += piece.byteLength
    if (size > mostJson) throw problem('too-large', { most: '2 MB' })
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

const readJson = async (context: Context): Promise<{ text: string; value: unknown }> => {
  if (!context.req.header('content-type')?.startsWith('application/json')) throw problem('wrong-content-type')
  const text = await readText(context)
  refuseDeep(text)
  try {
    return { text, value: JSON.parse(text) }
  } catch {
    throw problem('not-json')
  }
}

async function* limited(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > mostUpload) throw problem('too-large', { most: '220 MB' })
    yield piece
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
  bytes: AsyncIterable<Uint8Array>
  size: number
  text: string
}

/** Everything that came in, checked by the endpoint's schemas; all wrong fields are told at once. */
export const readInput = async (context: Context, endpoint: Endpoint, language: Language): Promise<Input> => {
  const wrong: FieldProblem[] = []
  const params = endpoint.params && check('params', endpoint.params, context.req.param(), language, wrong)
  const query = endpoint.query && check('query', endpoint.query, queryOf(context), language, wrong)
  const sent = endpoint.body ? await readJson(context) : undefined
  const body = endpoint.body && check('body', endpoint.body, sent?.value, language, wrong)
  if (wrong.length > 0) throw new Problem('wrong-input', { fields: wrong })
  const upload = endpoint.kind === 'upload'
  const size = Number(context.req.header('content-length') ?? 0)
  if (upload && size > mostUpload) throw problem('too-large', { most: '220 MB' })
  return { params, query, body, text: sent?.text ?? '', bytes: limited(upload ? context.req.raw.body : null), size }
}
