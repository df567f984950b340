/** What is one's own in the queue: whom the own school knows comes first, and what one skips goes to others. Nobody else is told of either. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import type { Hours } from '../answering-hours/answering-hours.ts'
import { visitsCompanies } from '../centre/roles.ts'
import { letGo } from '../measures/measures.ts'
import * as holds from './holds.sql.ts'
import type { KnownAs } from './queue.schema.ts'
import * as store from './queue.sql.ts'

const nobody: ReadonlyMap<number, KnownAs> = new Map()
/** Whom the school of who asks knows on this list, and as what; nobody on a list that callers share. */
export const knownTo = async (ctx: Ctx, listId: number): Promise<ReadonlyMap<number, KnownAs>> =>
  visitsCompanies(ctx) && ctx.schoolId !== null ? store.knownOn(ctx, listId) : nobody

/** What was promised first, then whom the own school knows, then the list's order. Where nobody is known, the hour may say who of those at hand comes first. */
export const pickKnownFirst = async (ctx: Ctx, listId: number, hours: Hours | null) => {
  const known = [...(await knownTo(ctx, listId)).keys()]
  if (known.length === 0) return holds.pickNext(ctx, listId, false, hours)
  return (
    (await holds.pickNext(ctx, listId, true)) ??
    (await holds.pickAmong(ctx, listId, known)) ??
    holds.pickNext(ctx, listId)
  )
}

const skipMinutes = 30

/** "Spring over": to others at once, back to this caller after half an hour. */
export const skipCompany = async (ctx: Ctx, companyId: number) => {
  const company = await store.companyOf(ctx, companyId)
  if (!company) throw problem('not-found')
  if (await holds.endHold(ctx, companyId)) await letGo(ctx)
  const until = ctx.now.add({ minutes: skipMinutes }).toString({ fractionalSecondDigits: 3 })
  await store.insertSkip(ctx, { companyId, cvr: company.cvr }, until)
  announce(ctx, ['calls'])
  return {}
}

/** All that one skipped oneself, at once. */
export const bringBackSkipped = async (ctx: Ctx) => {
  const count = await store.removeSkips(ctx)
  announce(ctx, ['calls'])
  return { count }
}
