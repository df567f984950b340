/** What someone promised a company goes along to who has the company next, who has said yes to both at once. */
import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { GoesAlong } from '#platform/room'
import { endOffer } from './handovers.ts'
import { tellOf } from './loose-ends.ts'
import { tell } from './one-promise.ts'
import { markPromises } from './promise-marks.ts'
import * as store from './promises.sql.ts'

const takeOver = async (ctx: Ctx, id: number, from: number) => {
  const promise = await store.lockPromise(ctx, id)
  // Kept, dropped or given to another while its row was waited for.
  if (!promise || promise.keptAt || promise.droppedAt || promise.ownerId !== from) return
  const ownerId = personOf(ctx)
  await endOffer(ctx, promise)
  await store.updatePromise(ctx, id, { ownerId, releasedAt: null })
  await tell(ctx, promise, { verb: 'handover-accepted', before: { ownerId: from }, after: { ownerId } })
  await markPromises(ctx, [id])
}

const among = (ids: readonly number[], open: readonly { id: number }[]) =>
  ids.filter((id) => open.some((one) => one.id === id))

export const promisesAlong: GoesAlong = {
  open: async (ctx, { cvr, personId }) =>
    (await store.openPromises(ctx, { ownerId: personId, released: true })).filter((row) => row.cvr === cvr).map(tellOf),
  still: async (ctx, ids, from) => among(ids, await store.openPromises(ctx, { ownerId: from, released: true })),
  take: async (ctx, ids, from) => {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    for (const id of ids.toSorted((a, b) => a - b)) await takeOver(ctx, id, from)
  },
}
