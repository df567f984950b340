import {
  type InfiniteData,
  keepPreviousData,
  type Query,
  QueryClient,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnswerOf, Endpoint } from '#platform/endpoint'
import { isRecord } from '#platform/typed.shared'
import { type InputArg, partsOf } from './address.ts'
import { call } from './api.ts'
import { carried, isAlong, isFresh } from './carried-answers.ts'
import { ApiProblem, isAway } from './problem.ts'
import { leaveForSignIn } from './session.ts'

/** The browser's copy of answers. Live updates make them stale, so nothing is fetched again for its age alone. */
export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: false, networkMode: 'always', refetchOnWindowFocus: true } },
})

/** Live updates find the answers they touch by the endpoint's address (live.ts). */
const metaOf = (endpoint: Endpoint) => ({ path: endpoint.path })

const ask = async <E extends Endpoint>(endpoint: E, input: InputArg<E> | undefined, signal: AbortSignal) => {
  const along = navigator.onLine ? undefined : await carried(endpoint, input)
  if (along) return along
  try {
    const answer = await call(endpoint, input, { signal, isAlong: () => isAlong(endpoint, input) })
    isFresh(endpoint, input)
    return answer
  } catch (error) {
    const old = isAway(error) && (await carried(endpoint, input))
    if (old) return old
    if (error instanceof ApiProblem && error.code === 'not-signed-in' && endpoint.can !== 'public') leaveForSignIn()
    throw error
  }
}

export type AnswerOptions = {
  /** False: do not ask yet. */
  when?: boolean | undefined
  /** Keep the old answer on the screen while a new one is fetched (filters). */
  keep?: boolean | undefined
}

export const answerOf = <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => ({
  queryKey: [endpoint.name, input ?? {}] as const,
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(endpoint, input, signal),
  meta: metaOf(endpoint),
})

/** The answer of a reading endpoint, kept up to date by live messages: `{data, error, isPending, refetch, ...}`. */
export const useAnswer = <E extends Endpoint>(endpoint: E, input?: InputArg<E>, options: AnswerOptions = {}) =>
  useQuery<AnswerOf<E>, ApiProblem>({
    ...answerOf(endpoint, input),
    enabled: options.when ?? true,
    ...(options.keep && { placeholderData: keepPreviousData }),
  })

type Paged = { rows: readonly unknown[]; next: string | null }
export type RowOf<E> = AnswerOf<E> extends { rows: readonly (infer Row)[] } ? Row : never

/** A list that pages by cursor: `rows` of all pages so far, `first` page's answer (counts), `more()` for the next. */
export const useInfiniteAnswer = <E extends Endpoint>(
  endpoint: E,
  input?: InputArg<E>,
  options: AnswerOptions = {},
) => {
  type Answer = AnswerOf<E> & Paged
  const query = useInfiniteQuery<Answer, ApiProblem, InfiniteData<Answer>, readonly unknown[], string>({
    queryKey: [endpoint.name, 'pages', input ?? {}],
    queryFn: async ({ pageParam, signal }) => {
      const { query: asked, ...rest } = partsOf(input)
      const page = { ...rest, query: { ...asked, ...(pageParam && { cursor: pageParam }) } }
      return (await ask(endpoint, page as InputArg<E>, signal)) as Answer
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: options.when ?? true,
    placeholderData: keepPreviousData,
    meta: metaOf(endpoint),
  })
  // The same list as long as nothing new has come: a table of 50,000 rows measures them anew for a new one.
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  return {
    rows: rows as RowOf<E>[],
    first: query.data?.pages[0],
    isPending: query.isPending,
    isOld: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    // After a failed page nothing is asked by itself; "again" does.
    more: () => void (query.hasNextPage && !query.isFetching && !query.isError && query.fetchNextPage()),
    again: () => void query.refetch(),
  }
}

type Kept = Query<unknown, Error, unknown, readonly unknown[]>
/** So many pages are asked again when somebody else changed something; a list scrolled further waits for its next visit. */
const mostPages = 10
const isDeep = ({ state: { data } }: Kept) =>
  isRecord(data) && Array.isArray(data['pages']) && data['pages'].length > mostPages

const makeStale = async (concerns: (query: Kept) => boolean) => {
  await queries.invalidateQueries({ predicate: (query) => concerns(query) && isDeep(query), refetchType: 'none' })
  await queries.invalidateQueries({ predicate: (query) => concerns(query) && !isDeep(query) })
}

/** Makes the answers under these addresses stale: `touch('/api/calls')`. Live updates do it by themselves. */
export const touch = (...paths: string[]) =>
  makeStale((query) => paths.some((path) => `${String(query.meta?.['path'])}/`.startsWith(`${path}/`)))
/** How long live updates have to say what else an act changed. */
const grace = 600
let rest: ReturnType<typeof setTimeout> | undefined
/**
 * After an act: what its own address names is asked again at once. Everything else is stale: asked again when it is next
 * shown, when a live update names it, or, if none does, a moment later; many acts in a row ask once.
 */
export const touchAfter = (path: string) => {
  void queries.invalidateQueries({ refetchType: 'none' })
  void touch(path.split('/').slice(0, 3).join('/'))
  clearTimeout(rest)
  rest = setTimeout(() => {
    const isLeft = (query: Kept) => query.state.isInvalidated && !isDeep(query)
    void queries.refetchQueries({ type: 'active', predicate: isLeft }, { cancelRefetch: false })
  }, grace)
}
/** Makes every answer stale, after a gap in the live updates. */
export const touchAll = () => makeStale(() => true)
