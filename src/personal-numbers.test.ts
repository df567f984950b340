/** What people write is read by others: no field takes a person's number, at whatever door. Every string of every body is tried. */
import { expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { served } from './app.ts'

type Def = { type: string; shape?: Record<string, Schema> } & Partial<
  Record<'innerType' | 'element' | 'valueType' | 'in', Schema>
> & {
    options?: readonly Schema[]
  }
type Schema = z.core.$ZodType & { def: Def }

const strings = (schema: Schema, at: string): [string, Schema][] => {
  const { type, shape = {}, options = [], innerType, element, valueType, in: before } = schema.def
  if (type === 'string') return [[at, schema]]
  const inside = [innerType, element, valueType, before, ...options].flatMap((one) => (one ? strings(one, at) : []))
  return [...inside, ...Object.entries(shape).flatMap(([name, one]) => strings(one, `${at}.${name}`))]
}
const fields = served.flatMap(({ endpoint: { name, body } }) => (body ? strings(body as unknown as Schema, name) : []))

/** Secrets and addresses; what only names something that is there (what a member was called, a sheet, a number that goes). */
const named = /\.(?:old|password|token|url|user|mailDomain|sheet|kind|seen\.name|instead)$/
/** One's own, and kept while one types: the report itself takes none. */
const draft = /^saveDraft\./

test('a field takes no personal number, but for what is no words to be read', () => {
  expect(fields.length).toBeGreaterThan(150)
  const taken = fields.filter(([, schema]) => z.safeParse(schema, 'Kim, 010190-1234').success).map(([at]) => at)
  expect([...new Set(taken)].filter((at) => !named.test(at) && !draft.test(at))).toEqual([])
})

test('a phone number, a P-number and a CVR number are none', () => {
  const words = fields.filter(([, schema]) => z.safeParse(schema, 'Ring 70 00 10 00').success)
  expect(words.length).toBeGreaterThan(50)
  const refused = words.filter(([, schema]) => !z.safeParse(schema, 'P 1003456789, CVR 12345674').success)
  expect(refused.map(([at]) => at)).toEqual([])
})
