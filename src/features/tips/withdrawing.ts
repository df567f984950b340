/** A tip that a person made of what was told elsewhere is taken back, while nobody has gone on with it. */
import type { Ctx } from '#platform/context'
import { announceTo } from '#platform/events'
import { peopleOfPartner } from '../partners/partners.ts'
import { tell } from './one-tip.ts'
import * as store from './tips.sql.ts'

/** Nobody was asked, goes on with it, has ended it or told more of it: it can be taken back. */
export const isUntouched = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await store.untouched(ctx, id)) !== undefined

/** There was none. False: somebody has gone on with it, and it stays. */
export const withdrawTip = async (ctx: Ctx, id: number): Promise<boolean> => {
  await store.lockTip(ctx, id)
  const tip = await store.untouched(ctx, id)
  if (!tip) return false
  await store.removeTip(ctx, id)
  await tell(ctx, id, 'withdrawn', { what: tip.companySaid })
  announceTo(ctx, ['my-partner'], await peopleOfPartner(ctx, tip.partnerId))
  return true
}
