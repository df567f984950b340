import { z } from '../endpoint.ts'
import { isRecord } from '../typed.shared.ts'
import type { Input } from './read-input.ts'
import type { Served } from './serve.ts'

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** The same numbers under the names of the address above. */
const paramsAbove = (above: Served, below: Served, params: unknown) => {
  const given = isRecord(params) ? params : {}
  const names = namesIn(below.endpoint.path)
  return Object.fromEntries(namesIn(above.endpoint.path).map((name, at) => [name, given[names[at] ?? '']]))
}

/**
 * An address below another asks that one's question first, in the same transaction: whoever does not find `/api/x/7` finds nothing below
 * it. A role that may not use the address above at all is judged by the rule alone.
 */
export const withQuestionAbove = (one: Served, all: readonly Served[]): Served => {
  const { within, path, name } = one.endpoint
  if (!within) return one
  const above = all.find(({ endpoint }) => endpoint.name === within.name)
  if (
    !above?.rule ||
    !one.rule ||
    !path.replace(/\{\w+\}/g, '{}').startsWith(`${within.path.replace(/\{\w+\}/g, '{}')}/`)
  )
    throw new Error(`${name} does not stand below ${within.name}.`)
  const { rule } = one
  const { rule: question, endpoint: asked } = above
  return {
    ...one,
    rule: async (ctx, got) => {
      if (!Array.isArray(asked.can) || asked.can.includes(ctx.role)) {
        const query = asked.query && z.parse(asked.query, {})
        const input: Input = { ...got, params: paramsAbove(above, one, got.params), query, body: undefined }
        await question(ctx, input)
      }
      return rule(ctx, got)
    },
  }
}
