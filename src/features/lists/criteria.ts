/** What the register holds to choose from, and how many a choice fits. */

import type { Ctx } from '#platform/context'
import { type AnswerOf, z } from '#platform/endpoint'
import { showRules } from '../centre/centre.ts'
import { divisionName } from '../official-codes/industry-divisions.table.ts'
import { municipalityName } from '../official-codes/official-codes.ts'
import { Criteria, type DrawCount, isIn, type Reason, reasons, type showDrawChoices } from './criteria.schema.ts'
import * as store from './draw.sql.ts'

/** How many places of one company a list takes, by the centre's rules; the most stands on each draw, and the database holds it (`list_company_places`). */
export const placesTaken = async (ctx: Ctx): Promise<store.Places> => {
  const { companyPlaces: one, sharedPlaces: shared } = await showRules(ctx)
  return { one, shared }
}

export const counted = (rows: readonly { reason: Reason; count: number }[]) =>
  rows.toSorted((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason))

/** How many a freezing now would put on the list, and how many are out, by the first reason that holds. */
export const countList = async (ctx: Ctx, criteria: Criteria, listId = 0): Promise<z.infer<typeof DrawCount>> => {
  const counts = counted(await store.countByReason(ctx, listId, { criteria, places: await placesTaken(ctx) }))
  const sum = (which: typeof counts) => which.reduce((total, { count }) => total + count, 0)
  const [taken, out] = [counts.filter((one) => isIn(one.reason)), counts.filter((one) => !isIn(one.reason))]
  return { fits: sum(counts), included: sum(taken), out }
}

/** How many of those that a freezing now would put on the list nobody knows the number of. */
export const countNumberless = async (ctx: Ctx, criteria: Criteria, listId = 0) => ({
  numberless: await store.countNumberless(ctx, listId, { criteria, seed: 1, places: await placesTaken(ctx) }),
})

/** What the next draw could take up again: of those whose wait is over the ones that a freezing now would take. */
export const countWaitsOver = async (ctx: Ctx) =>
  store.countWaitsOver(ctx, z.parse(Criteria, {}), await placesTaken(ctx))

/** What the register holds to choose from, in the trade's words. */
export const drawChoices = async (ctx: Ctx): Promise<AnswerOf<typeof showDrawChoices>> => {
  const found = await store.registerChoices(ctx)
  const byName = new Intl.Collator('da')
  const municipalities = found.municipalities.map(({ code, count }) => ({
    code: String(code),
    name: municipalityName(code) ?? String(code),
    count,
  }))
  const industries = found.industries.map(({ code, count }) => ({
    code,
    name: divisionName(code, ctx.language) ?? code,
    count,
  }))
  return {
    municipalities: municipalities.toSorted((a, b) => byName.compare(a.name, b.name)),
    industries: industries.toSorted((a, b) => a.code.localeCompare(b.code)),
    forms: found.forms
      .map(({ code, name, count }) => ({ code: String(code), name, count }))
      .toSorted((a, b) => b.count - a.count),
  }
}
