/** What is one's own in the queue: whom the own school has visited comes first, what one skips goes to others, and whom one cannot speak with waits for who can. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { announce } from '#platform/events'
import type { Hours } from '../answering-hours/answering-hours.ts'
import { speakersOn, speaksWith } from '../call-centres/call-centres.ts'
import { visitsCompanies } from '../centre/roles.ts'
import { letGo } from '../measures/measures.ts'
import { endHold } from './held.sql.ts'
import * as holds from './holds.sql.ts'
import type { KnownAs } from './queue.schema.ts'
import * as store from './queue.sql.ts'

const nobody: ReadonlyMap<number, KnownAs> = new Map()
const ofSchoolThatVisits = (ctx: Ctx) => visitsCompanies(ctx) && ctx.schoolId !== null
/** Whom the school of who asks knows on this list, and as what; nobody on a list that callers share. */
export const knownTo = async (ctx: Ctx, listId: number): Promise<ReadonlyMap<number, KnownAs>> =>
  ofSchoolThatVisits(ctx) ? store.knownOn(ctx, listId) : nobody
/** Whom it has visited: all that counts when one is taken. */
export const visitedBy = async (ctx: Ctx, listId: number): Promise<readonly number[]> =>
  ofSchoolThatVisits(ctx) ? store.visitedOn(ctx, listId) : []

/**
 * Those of them who come first: visits stand in every thread, so an order by them tells nobody anything. Whom a school has as a contact is told to that
 * school alone, and whoever it calls first is seen by all: its contacts are marked, and stand where the list has them.
 */
export const visitedOf = (known: ReadonlyMap<number, KnownAs>): number[] =>
  [...known].flatMap(([companyId, why]) => (why === 'visited' ? [companyId] : []))

/** What was promised first, then whom the own school has visited, then the list's order. Where nobody is, the hour may say who of those at hand comes first. */
export const pickVisitedFirst = async (ctx: Ctx, listId: number, visited: readonly number[], hours: Hours | null) => {
  if (visited.length === 0) return holds.pickNext(ctx, listId, false, hours)
  return (
    (await holds.pickNext(ctx, listId, true)) ??
    (await holds.pickAmong(ctx, listId, visited)) ??
    holds.pickNext(ctx, listId)
  )
}

const skipMinutes = 30

/** What one lets go is counted, except with whom one cannot speak: others were to have it. Throws taken-enough. */
export const countLetGo = async (ctx: Ctx, place: { cvr: string; companyId: number }): Promise<void> => {
  if (await speaksWith(ctx, place)) await letGo(ctx)
}

/** "Spring over": to others at once, back to this caller after half an hour. */
export const skipCompany = async (ctx: Ctx, companyId: number) => {
  const company = await store.companyOf(ctx, companyId)
  if (!company) throw problem('not-found')
  const ended = await endHold(ctx, companyId)
  if (ended) await countLetGo(ctx, ended)
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

/** Whom one cannot speak with, by language, and who of those that call the list can. */
export const otherLanguages = async (ctx: Ctx, listId: number) => {
  const [waiting, speakers] = [await store.foreignOn(ctx, listId), await speakersOn(ctx, listId)]
  return waiting.map(({ language, count }) => ({
    ...{ language, count },
    speakers: speakers.flatMap((one) => (one.language === language ? [one.name] : [])),
  }))
}
