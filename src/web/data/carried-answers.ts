import { clear, createStore, get, set } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { type AnswerOf, type Endpoint, z } from '#platform/endpoint'
import { addressOf, type InputArg } from './address.ts'

/**
 * Answers carried along to where there is no network, in the browser's own database: only those that somebody's next visits need
 * (`carryAlong`), for a day, and until someone signs in or out. Wherever there is a network the server is asked first.
 */
const store = createStore('tovholder', 'carried-along')
const day = 24 * 3_600_000
const Carried = z.object({ at: z.iso.datetime(), answer: z.unknown() })

/** What stands on the page from here, and when it was fetched. */
const shown = new Map<string, string>()
const listeners = new Set<() => void>()
const show = (address: string, at?: string) => {
  if (at) shown.set(address, at)
  else if (!shown.delete(address)) return
  for (const listener of listeners) listener()
}

/** A full or closed store carries nothing along, and breaks nothing. */
export const carry = async <E extends Endpoint>(endpoint: E, input: InputArg<E> | undefined, answer: AnswerOf<E>) => {
  await set(addressOf(endpoint, input), { at: new Date().toISOString(), answer }, store).catch(() => undefined)
}

/** When it was last fetched to be along; undefined: it is not. */
export const carriedAt = async <E extends Endpoint>(endpoint: E, input?: InputArg<E>) =>
  z.safeParse(Carried, await get(addressOf(endpoint, input), store).catch(() => undefined)).data?.at

const isOfToday = (at: string) => Date.now() - Date.parse(at) <= day
/** Whether it was fetched today to be along. */
export const isAlong = async <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => {
  const at = await carriedAt(endpoint, input)
  return at !== undefined && isOfToday(at)
}

/** What was carried along of it today, if it is still of the contract's shape. */
export const carried = async <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => {
  const address = addressOf(endpoint, input)
  const found = z.safeParse(Carried, await get(address, store).catch(() => undefined)).data
  if (!found || !isOfToday(found.at)) return undefined
  const answer = z.safeParse(endpoint.answer, found.answer)
  if (!answer.success) return undefined
  show(address, found.at)
  return answer.data as AnswerOf<E>
}

/** The server has answered: what stands there is its own again. */
export const isFresh = <E extends Endpoint>(endpoint: E, input?: InputArg<E>) => show(addressOf(endpoint, input))

/** Nothing stays for the next who sits here. */
export const dropCarried = () => clear(store).catch(() => undefined)

/** When the oldest of what is shown from here was fetched; undefined: all is the server's. */
export const useCarriedSince = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => [...shown.values()].toSorted()[0],
  )
