/** What fits an endpoint, as plain as can be, and who could send it: for tests that ask every endpoint the same question. */
import type { PersonKey } from '../../db/world.ts'
import { roles } from '../features/centre/roles.ts'
import { type Endpoint, z } from '../platform/endpoint.ts'

type Shape = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  allOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
  format?: string
  pattern?: string
  minimum?: number
  default?: unknown
  $ref?: string
  $defs?: Record<string, Shape>
}

export const someone: Record<(typeof roles)[number], PersonKey> = {
  administrator: 'asger',
  coordinator: 'birgit',
  consultant: 'anne',
  caller: 'soren',
  leader: 'torben',
  employee: 'mette',
  council: 'carl',
  teacher: 'tove',
  partner: 'uffe',
}
/** A date's shape is told by its patterns alone. */
const dated = ({ allOf = [] }: Shape) => {
  const patterns = allOf.flatMap(({ pattern }) => pattern ?? [])
  const fits = (text: string) => patterns.length > 1 && patterns.every((pattern) => new RegExp(pattern).test(text))
  return ['2026-12-01', '2026-12-01T09:00:00Z'].find(fits)
}
/** A value that fits a shape, as plain as can be. */
export const plain = (shape: Shape): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.format === 'email') return 'karen@lund.example'
  if (shape.format === 'date') return '2026-12-01'
  if (shape.format === 'date-time') return '2026-12-01T09:00:00Z'
  const date = dated(shape)
  if (date) return date
  const inner = shape.anyOf?.find(({ type }) => type !== 'null') ?? shape.allOf?.[0]
  if (inner) return plain(inner)
  if (shape.type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, one]) => [key, plain(one)]))
  if (shape.type === 'array') return shape.items ? [plain(shape.items)] : []
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1)
  if (shape.type === 'boolean') return true
  if (shape.pattern?.includes(':')) return '09:00'
  return /\\d|\[0-9\]/.test(shape.pattern ?? '') ? '25' : 'ord og tekst'
}
/** What is named stands once, and is pointed at: here it is put in its place. */
const unfolded = (shape: Shape, defs: Record<string, Shape>): Shape => {
  const whole = shape.$ref ? (defs[shape.$ref.replace('#/$defs/', '')] ?? {}) : shape
  const each = (some: Shape[]) => some.map((one) => unfolded(one, defs))
  return {
    ...whole,
    ...(whole.items && { items: unfolded(whole.items, defs) }),
    ...(whole.anyOf && { anyOf: each(whole.anyOf) }),
    ...(whole.allOf && { allOf: each(whole.allOf) }),
    ...(whole.properties && {
      properties: Object.fromEntries(Object.entries(whole.properties).map(([key, one]) => [key, unfolded(one, defs)])),
    }),
  }
}
export const shapeOf = (schema: unknown): Shape => {
  if (!schema) return {}
  const told = z.toJSONSchema(schema as z.ZodMiniType, { io: 'input', unrepresentable: 'any' }) as Shape
  return unfolded(told, told.$defs ?? {})
}

export const ids = (endpoint: Endpoint, id: string) =>
  endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) => (key === 'token' ? `1-${id}` : id))
export const addressOf = (endpoint: Endpoint, id: string, query: Record<string, unknown>) => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) search.append(key, String(value))
  return search.size > 0 ? `${ids(endpoint, id)}?${search}` : ids(endpoint, id)
}
export const plainQuery = (endpoint: Endpoint) => {
  const { cursor: _, ...query } = (plain(shapeOf(endpoint.query)) ?? {}) as Record<string, unknown>
  return endpoint.query ? query : {}
}
export const allows = (endpoint: Endpoint, role: string) => !Array.isArray(endpoint.can) || endpoint.can.includes(role)
