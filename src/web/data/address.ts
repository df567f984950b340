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
export const addressOf = <E extends Endpoint>({ path }: E, input?: InputArg<E>) => addressAt(path, input)

/** The parts of an input, which the compiler knows only endpoint by endpoint. */
export const partsOf = (input: unknown) => (input ?? {}) as AnyInput
const addressAt = (at: string, input: unknown) => {
  const { params = {}, query = {} } = partsOf(input)
  const path = at.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])))
  return path + queryOf(query)
}

/** The same list as files, with the same filters: the server gives every list that has columns as `.csv` and `.xlsx`. */
export const exportsOf = <E extends Endpoint>({ path }: E, input?: InputArg<E>) => ({
  csv: addressAt(`${path}.csv`, input),
  xlsx: addressAt(`${path}.xlsx`, input),
})

export const bodyOf = (input: unknown) => partsOf(input).body
