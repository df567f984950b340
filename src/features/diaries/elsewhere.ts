/** What a calendar elsewhere says is taken stands here in place of what it said before. What is agreed stays until someone moves it. */
import type { Ctx } from '#platform/context'
import { lockConsultant } from './diaries.sql.ts'
import * as store from './elsewhere.sql.ts'

/** Under the lock that bookers take: who books meanwhile is either before it or sees it. False: it stands so already, and nothing is written. */
export const writeElsewhere = async (
  ctx: Ctx,
  source: store.Source,
  times: readonly store.Taken[],
): Promise<boolean> => {
  await lockConsultant(ctx, source.personId)
  if (await store.standsSo(ctx, source, times)) return false
  await store.deleteElsewhere(ctx, source)
  if (times.length > 0) await store.insertElsewhere(ctx, source, times)
  return true
}

export const dropElsewhere = (ctx: Ctx, source: store.Source): Promise<boolean> => writeElsewhere(ctx, source, [])
