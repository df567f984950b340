import { type Endpoint, z } from '#platform/endpoint'
import { issueText } from './issues.ts'
import { readNumber } from './numbers.ts'
import type { ApiProblem } from '#web/data/problem.ts'

type Def = { type: string; innerType?: z.core.$ZodType; shape?: Record<string, z.core.$ZodType> }
const defOf = (schema: z.core.$ZodType) => schema._zod.def as Def
const shapeOf = (endpoint: Endpoint) => (endpoint.body && defOf(endpoint.body).shape) ?? {}

const isNumber = (schema: z.core.$ZodType): boolean => {
  const def = defOf(schema)
  return def.type === 'number' || (def.innerType !== undefined && isNumber(def.innerType))
}
const takes = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success

/** From what fields hold to what the contract takes: an empty field is nothing, "1.234,5" in a number field is a number. */
const tidyOne = (schema: z.core.$ZodType | undefined, value: unknown) => {
  if (!schema || typeof value !== 'string') return value
  if (value.trim() === '' && !takes(schema, '')) return takes(schema, null) ? null : undefined
  return isNumber(schema) ? (readNumber(value) ?? value) : value
}

export const tidy = (endpoint: Endpoint, values: Record<string, unknown>) => {
  const shape = shapeOf(endpoint)
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, tidyOne(shape[key], value)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

/** Messages by field (`needs.0.words`), empty when the contract takes it. */
export const checkBody = (endpoint: Endpoint, values: Record<string, unknown>) => {
  const errors: Record<string, string> = {}
  if (!endpoint.body) return errors
  const read = z.safeParse(endpoint.body, tidy(endpoint, values), { reportInput: true })
  for (const issue of read.error?.issues ?? []) errors[issue.path.join('.')] ??= issueText(issue)
  return errors
}

/** The server's field problems put on the form's fields; what fits no field is said under the form. */
export const fieldErrors = (problem: ApiProblem, known: readonly string[]) => {
  const fields: Record<string, string> = {}
  const rest: string[] = []
  for (const { pointer, detail } of problem.errors) {
    const path = pointer.replace(/^\/body\//, '').replaceAll('/', '.')
    if (known.includes(path.split('.')[0] ?? '')) fields[path] ??= detail
    else rest.push(detail)
  }
  if (problem.errors.length === 0) rest.push(problem.detail || problem.title)
  return { fields, rest: rest.join(' ') }
}
