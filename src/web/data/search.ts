import { useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from '#platform/endpoint'

/** What stands after `?` in the address: a word each, or a list when the same name stands twice. */
export type Search = Record<string, string | string[]>

export const parseSearch = (text: string): Search => {
  const found: Search = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key]
    found[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

export const stringifySearch = (search: Record<string, unknown>) => {
  const out = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) out.append(key, String(one))
  }
  const text = out.toString()
  return text && `?${text}`
}

type Shape = z.ZodMiniObject<Record<string, z.ZodMiniType>>

/** A list in the address: one value or many. */
export const Many = <S extends z.ZodMiniType>(one: S) =>
  z.pipe(
    z.transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]) as unknown[]),
    z.array(one),
  )

/**
 * The page's filters, sort order and tabs live in the address, checked by a schema: `const [filters, setFilters] =
 * useSearch(z.object({q: z._default(z.string(), ''), sort: z.optional(z.enum([...]))}))`. A value the schema refuses is
 * left out, never an error page. `setFilters({q: 'bager'})` changes only what is named and leaves no trail of each letter
 * in the browser's history; `setFilters({...}, {history: true})` does.
 */
export const useSearch = <S extends Shape>(schema: S) => {
  const router = useRouter()
  const text = useRouterState({ select: (state) => state.location.searchStr })
  const value = useMemo(() => {
    const raw = parseSearch(text)
    const read = z.safeParse(schema, raw)
    if (read.success) return read.data
    const bad = new Set(read.error.issues.map((issue) => String(issue.path[0])))
    return z.parse(schema, Object.fromEntries(Object.entries(raw).filter(([key]) => !bad.has(key))))
  }, [text, schema])
  const set = (change: Partial<z.infer<S>>, options: { history?: boolean } = {}) => {
    const here = router.history.location
    const next = here.pathname + stringifySearch({ ...parseSearch(here.search), ...change })
    if (options.history) router.history.push(next)
    else router.history.replace(next)
  }
  return [value, set] as const
}
