/** A list for own consultants begins with those whom the own school knows; nobody else is told of whom it knows. */
import type { Ctx } from '#platform/context'
import { visitsCompanies } from '../centre/roles.ts'
import * as holds from './holds.sql.ts'
import { knownOn } from './known-first.sql.ts'
import type { KnownAs } from './queue.schema.ts'

const nobody: ReadonlyMap<number, KnownAs> = new Map()
/** Whom the school of who asks knows on this list, and as what; nobody on a list that callers share. */
export const knownTo = async (ctx: Ctx, listId: number): Promise<ReadonlyMap<number, KnownAs>> =>
  visitsCompanies(ctx) && ctx.schoolId !== null ? knownOn(ctx, listId) : nobody

/** What was promised first, then whom the own school knows, then the list's order. */
export const pickKnownFirst = async (ctx: Ctx, listId: number) => {
  const known = [...(await knownTo(ctx, listId)).keys()]
  if (known.length === 0) return holds.pickNext(ctx, listId)
  return (
    (await holds.pickNext(ctx, listId, true)) ??
    (await holds.pickAmong(ctx, listId, known)) ??
    holds.pickNext(ctx, listId)
  )
}
