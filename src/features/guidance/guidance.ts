/** Front door: citizens and employees who turn to us. What must hold: no name, no row of anybody, no event, and no figure under five. */
import type { Ctx } from '#platform/context'
import { fewest, type Who } from './guidance.schema.ts'
import * as store from './guidance.sql.ts'
import type { Way } from './ways.table.ts'

/** Counted, with no row of its own: nothing says who it was, or who wrote it down. */
export const showToGuidance = async (ctx: Ctx, { who, way }: { who: Who; way: Way }) => {
  await store.countGuidance(ctx, who, way)
  return { who }
}

/** People: no figure under five. */
export const listGuidance = async (ctx: Ctx) => ({
  rows: (await store.guidanceByMonth(ctx)).map(({ shown, ...row }) => ({
    ...row,
    shown: shown < fewest ? null : shown,
  })),
})
