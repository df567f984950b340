/** What came of it: counted from what happened, never typed in, and for the council never so few that a figure points at a company. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { afterwards } from '#platform/http/serve'
import type { Outcome } from './evaluation.schema.ts'
import { isOneOf } from '#platform/typed.shared'
import { staff } from '../centre/roles.ts'
import * as store from './evaluation.sql.ts'
import { emptyOutcome, type Outcomes } from './outcomes.ts'

const thread = new URL('./outcomes-worker.ts', import.meta.url)

/**
 * Outcome of the lists drawn in a period: `all`, a year, or a quarter; whole for who may open the companies, from five for the council.
 * What must be hidden is reckoned with no transaction in hand.
 */
export const showOutcome = async (ctx: Ctx, period: string) => {
  const floor = !isOneOf(staff, ctx.role)
  const from = `{"floor":${floor},"found":${await store.readBundles(ctx)}}`
  return afterwards(async (): Promise<z.infer<typeof Outcome>> => {
    const { of, periods } = await ctx.house.reckon<Outcomes>({ key: `outcome ${floor} ${ctx.centreId}`, from, thread })
    return of[period] ?? emptyOutcome(period, periods, floor)
  })
}
