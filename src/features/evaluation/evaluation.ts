/** What came of it: counted from what happened, never typed in, and never so few that a figure points at someone. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { afterwards } from '#platform/http/serve'
import type { Outcome } from './evaluation.schema.ts'
import * as store from './evaluation.sql.ts'
import { emptyOutcome, type Outcomes } from './outcomes.ts'

const thread = new URL('./outcomes-worker.ts', import.meta.url)

/** Outcome of the lists drawn in a period: `all`, a year, or a quarter. What must be hidden is reckoned with no transaction in hand. */
export const showOutcome = async (ctx: Ctx, period: string) => {
  const from = await store.readBundles(ctx)
  return afterwards(async (): Promise<z.infer<typeof Outcome>> => {
    const { of, periods } = await ctx.house.reckon<Outcomes>({ key: `outcome ${ctx.centreId}`, from, thread })
    return of[period] ?? emptyOutcome(period, periods)
  })
}
