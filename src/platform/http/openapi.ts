import { type Endpoint, z } from '../endpoint.ts'
import { problems } from '../problems.table.ts'
import { isRecord, keysOf } from '../typed.shared.ts'
import type { Served } from './serve.ts'

type Schema = z.core.$ZodType
type Json = Record<string, unknown>

/** `$defs` become components; answers stay open to fields we may add later. */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  return isRecord(value) ? tidyAll(value) : value
}
const tidyAll = (value: object): Json => {
  const entries = Object.entries(value)
    .filter(
      ([key, inner]) =>
        !(key === 'id' && typeof inner === 'string') &&
        !(key === 'additionalProperties' && inner === false) &&
        key !== '$schema',
    )
    .map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : tidy(inner),
    ])
  return Object.fromEntries(entries)
}

const formats = new Map<unknown, string>([
  ['date', 'date'],
  ['datetime', 'date-time'],
])
/** A date that is checked further (its years) loses its format on the way: it is given back. */
const override = ({ zodSchema, jsonSchema }: { zodSchema: Schema; jsonSchema: z.core.JSONSchema.BaseSchema }) => {
  const { def } = zodSchema._zod
  const format = 'format' in def ? formats.get(def.format) : undefined
  if (format) jsonSchema.format = format
}

const describer = (schemas: Json) => (schema: Schema, io: 'input' | 'output') => {
  const made = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    reused: 'inline',
    override,
  })
  const { $defs = {}, ...root } = made
  for (const [name, definition] of Object.entries($defs)) schemas[name] = tidy(definition)
  const id = z.globalRegistry.get(schema)?.id
  if (!id) return tidyAll(root)
  // A named schema may stand among its own definitions, and is then itself only a pointer there.
  if (!Object.hasOwn($defs, id)) schemas[id] = tidy(root)
  return { $ref: `#/components/schemas/${id}` }
}

const parameters = (describe: ReturnType<typeof describer>, schema: Schema | undefined, where: 'path' | 'query') => {
  if (!schema) return []
  const { properties, required } = describe(schema, 'input')
  return Object.entries(isRecord(properties) ? properties : {}).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || (Array.isArray(required) && required.includes(name)),
    schema: shape,
  }))
}

const body = (describe: ReturnType<typeof describer>, endpoint: Endpoint) => {
  if (endpoint.kind === 'upload')
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  return endpoint.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: describe(endpoint.body, 'input') } } } }
    : {}
}

const own = (endpoint: Endpoint) => {
  const byStatus: Record<string, string[]> = {}
  for (const code of endpoint.problems ?? []) {
    const status = String(problems[code].status)
    byStatus[status] = [...(byStatus[status] ?? []), code]
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const operation = (describe: ReturnType<typeof describer>, { endpoint }: Served) => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2] ?? ''],
  'x-can': endpoint.can,
  security: endpoint.can === 'public' ? [] : [{ session: [] }, { token: [] }],
  parameters: [
    ...parameters(describe, endpoint.params, 'path'),
    ...parameters(describe, endpoint.query, 'query'),
    ...(endpoint.method === 'POST' && !endpoint.asks && endpoint.can !== 'public'
      ? [{ $ref: '#/components/parameters/IdempotencyKey' }]
      : []),
  ],
  ...body(describe, endpoint),
  responses: {
    [endpoint.status ?? 200]:
      endpoint.kind === 'download'
        ? {
            description: 'A file',
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          }
        : { description: 'Done', content: { 'application/json': { schema: describe(endpoint.answer, 'output') } } },
    ...own(endpoint),
    default: { $ref: '#/components/responses/Problem' },
  },
})

const exports = (describe: ReturnType<typeof describer>, one: Served): [string, Json][] =>
  one.columns
    ? (['csv', 'xlsx'] as const).map((format) => [
        `${one.endpoint.path}.${format}`,
        {
          get: {
            operationId: `${one.endpoint.name}As${format === 'csv' ? 'Csv' : 'Xlsx'}`,
            summary: `${one.endpoint.summary}, as a file`,
            tags: [one.endpoint.path.split('/')[2] ?? ''],
            'x-can': one.endpoint.can,
            security: [{ session: [] }, { token: [] }],
            parameters: [
              ...parameters(describe, one.endpoint.params, 'path'),
              ...parameters(describe, one.endpoint.query, 'query').filter(
                ({ name }) => !['cursor', 'limit'].includes(name),
              ),
            ],
            responses: { 200: { description: 'A file' }, default: { $ref: '#/components/responses/Problem' } },
          },
        },
      ])
    : []

const fieldProblem = z.object({ pointer: z.string(), code: z.string(), detail: z.string() })
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(keysOf(problems)),
  errors: z.optional(z.array(fieldProblem)),
})

/** OpenAPI 3.1 of everything that is served, made from the same objects that serve it. */
export const describeApi = (served: readonly Served[]) => {
  const schemas: Json = {}
  const describe = describer(schemas)
  schemas['Problem'] = tidy(z.toJSONSchema(Problem))
  const paths: Record<string, Json> = {}
  for (const one of served) {
    const { path, method } = one.endpoint
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(describe, one) }
    for (const [exported, item] of exports(describe, one)) paths[exported] = item
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tovholder',
      version: '1',
      description: 'Outreach of schools to companies. Errors are RFC 9457 with a stable `code`.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', maxLength: 200 },
          description: 'The same key and body within 24 hours is done once.',
        },
      },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tovholder' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
