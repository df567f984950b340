import type { Endpoint, InputOf } from '#platform/endpoint'

type AnyInput = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
/** What a caller hands over: nothing at all when the endpoint takes nothing. */
export type InputArg<E> = unknown extends InputOf<E> ? Record<string, never> | undefined : InputOf<E>

const queryOf = (query: Record<string, unknown>) => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const text = search.toString()
  return text && `?${text}`
}

/** The address of an endpoint with its parameters filled in: for links and downloads. */
export const addressOf = <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => {
  const { params = {}, query = {} } = (input ?? {}) as AnyInput
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  return path + queryOf(query)
}

/** The same list as files, with the same filters: the server gives every list that has columns as `.csv` and `.xlsx`. */
export const exportsOf = <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => ({
  csv: addressOf<Endpoint>({ ...endpoint, path: `${endpoint.path}.csv` }, input as never),
  xlsx: addressOf<Endpoint>({ ...endpoint, path: `${endpoint.path}.xlsx` }, input as never),
})

export const bodyOf = (input: unknown) => (input as AnyInput | undefined)?.body
