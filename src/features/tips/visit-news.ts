/** The visit that a tip led to was called off, or moved by another: whoever goes on with the tip hears it until he has seen it. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { lockSeen, showTip, tell, type Whole } from './one-tip.ts'
import * as store from './tips.sql.ts'

/** Twice is once. */
export const seeTipVisit = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await lockSeen(ctx, id)
  if (row.ownerId === null || row.ownerId !== ctx.personId) throw problem('not-allowed')
  if (await store.visitNews(ctx, id)) {
    await store.updateTip(ctx, id, { visitSeenAt: ctx.at })
    await tell(ctx, id, 'seen-visit', { what: row.company })
  }
  return showTip(ctx, id)
}
