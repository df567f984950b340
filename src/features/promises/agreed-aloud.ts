/** In front of all somebody says yes to a promise that another has, or gets a new day for his own; whoever runs the centre writes it down. */
import { type Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { runsCentre } from '../centre/roles.ts'
import { endOffer } from './handovers.ts'
import { lockOwnPromise, mayOwn, refusePastDate, showPromise, tell } from './one-promise.ts'
import { markPromises } from './promise-marks.ts'
import * as store from './promises.sql.ts'

/** Who had it, whether it had become the coordinators', and for when it was. */
export type Before = { ownerId: number; releasedAt: string | null; dueOn: string }

const lockOpen = async (ctx: Ctx, id: number) => {
  if (!runsCentre(ctx)) throw problem('not-allowed')
  const promise = await lockOwnPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  return promise
}
/** It is his from now on, for that day: nobody is asked again. Gives back how it was. Throws promise-closed, wrong-input. */
export const agreeAloud = async (ctx: Ctx, id: number, given: { ownerId: number; dueOn: string }): Promise<Before> => {
  const { ownerId, dueOn } = given
  refusePastDate(ctx, { dueOn }, '/body/dueOn')
  await mayOwn(ctx, ownerId, '/body/personId')
  const promise = await lockOpen(ctx, id)
  const before = { ownerId: promise.ownerId, releasedAt: promise.releasedAt, dueOn: promise.dueOn }
  await endOffer(ctx, promise)
  await store.updatePromise(ctx, id, { ownerId, dueOn, releasedAt: null })
  await markPromises(ctx, [id])
  if (ownerId !== before.ownerId)
    await tell(ctx, promise, { verb: 'handover-accepted', before: { ownerId: before.ownerId }, after: { ownerId } })
  if (dueOn !== before.dueOn)
    await tell(ctx, promise, { verb: 'date-changed', before: { dueOn: before.dueOn }, after: { dueOn, why: '' } })
  return before
}

/** It was a slip: it is as it was before. */
export const giveBack = async (ctx: Ctx, id: number, before: Before) => {
  const promise = await lockOpen(ctx, id)
  await endOffer(ctx, promise)
  await store.updatePromise(ctx, id, before)
  await markPromises(ctx, [id])
  const { ownerId, dueOn } = promise
  if (ownerId !== before.ownerId)
    await tell(ctx, promise, { verb: 'handover-accepted', before: { ownerId }, after: { ownerId: before.ownerId } })
  if (dueOn !== before.dueOn)
    await tell(ctx, promise, { verb: 'date-changed', before: { dueOn }, after: { dueOn: before.dueOn, why: '' } })
  return showPromise(ctx, id)
}
