import { isDeepStrictEqual as same } from 'node:util'
import type { Seen } from './endpoint.ts'
import { problem } from './errors.ts'
import { keysOf } from './typed.shared.ts'

/**
 * What someone wants, laid over what stands, field by field: a field that was left as it was seen keeps what another has said since.
 * Throws changed-meanwhile (`theirs`, `yours`) where both have changed the same one, and not to the same.
 */
export const laidOver = <Form extends object>(stands: Form, wanted: Form, seen: Seen): Form => {
  if (!seen) return wanted
  const laid = { ...wanted }
  for (const field of keysOf(stands)) {
    if (!(field in seen) || same(stands[field], seen[field]) || same(stands[field], wanted[field])) continue
    if (!same(wanted[field], seen[field])) throw problem('changed-meanwhile', {}, { theirs: stands, yours: wanted })
    laid[field] = stands[field]
  }
  return laid
}

/** Whether a list holds what was seen of it, in whatever order. */
export const holdsWhatWasSeen = (stands: readonly number[], seen: readonly number[]): boolean =>
  stands.length === seen.length && stands.every((id) => seen.includes(id))
