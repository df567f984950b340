import { runsCentre } from '../centre/roles.ts'
import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import { promiseTopics, showPromise } from './promises.ts'
import * as db from './promises.sql.ts'
import * as handing from './handovers.sql.ts'
import { refusePersonalNumbers } from './privacy.ts'

/**
 * The promise, its row held until the end of the transaction: of two who act at once, the second sees what the first
 * did. Throws not-found, and not-allowed for anyone but its owner and the coordinators.
 */
export const holdPromise = async (ctx: Ctx, id: number) => {
  const promise = await db.lockPromise(ctx, id)
  if (!promise) throw problem('not-found')
  if (promise.ownerId !== ctx.personId && !runsCentre(ctx)) throw problem('not-allowed')
  return promise
}
const holdOpen = async (ctx: Ctx, id: number) => {
  const promise = await holdPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  return promise
}

type Happened = { verb: string; before?: unknown; after?: unknown }
const tell = (ctx: Ctx, promise: { id: number; cvr: string }, happened: Happened) =>
  record(ctx, { ...happened, subject: 'promise', subjectId: promise.id, cvr: promise.cvr, topics: promiseTopics })

/** An offer nobody answered has lost its meaning when the promise is closed. */
const endOffer = async (ctx: Ctx, promise: { id: number; cvr: string }) => {
  const ended = await handing.removeOpenHandover(ctx, promise.id)
  if (ended) await tell(ctx, promise, { verb: 'handover-withdrawn', before: ended })
}

export const keep = async (ctx: Ctx, id: number) => {
  const promise = await holdOpen(ctx, id)
  await db.updatePromise(ctx, id, { keptAt: ctx.at, keptBy: personOf(ctx) })
  await endOffer(ctx, promise)
  await tell(ctx, promise, { verb: 'kept', after: { what: promise.what, dueOn: promise.dueOn } })
  return showPromise(ctx, id)
}

export const undoKeeping = async (ctx: Ctx, id: number) => {
  const promise = await holdPromise(ctx, id)
  if (!promise.keptAt) throw problem('promise-not-closed')
  await db.updatePromise(ctx, id, { keptAt: null, keptBy: null })
  await tell(ctx, promise, { verb: 'keeping-undone', before: { keptAt: promise.keptAt, keptBy: promise.keptBy } })
  return showPromise(ctx, id)
}

export const drop = async (ctx: Ctx, id: number, why: string) => {
  refusePersonalNumbers(ctx, [['/body/why', why]])
  const promise = await holdOpen(ctx, id)
  await db.updatePromise(ctx, id, { droppedAt: ctx.at, droppedBy: personOf(ctx), droppedWhy: why })
  await endOffer(ctx, promise)
  await tell(ctx, promise, { verb: 'dropped', after: { what: promise.what, why } })
  return showPromise(ctx, id)
}

export const undoDrop = async (ctx: Ctx, id: number) => {
  const promise = await holdPromise(ctx, id)
  if (!promise.droppedAt) throw problem('promise-not-closed')
  await db.updatePromise(ctx, id, { droppedAt: null, droppedBy: null, droppedWhy: null })
  await tell(ctx, promise, { verb: 'drop-undone', before: { droppedAt: promise.droppedAt, why: promise.droppedWhy } })
  return showPromise(ctx, id)
}

/** `was` is the date the asker saw: when someone has changed it since, both are shown instead of overwriting. */
export const changeDate = async (
  ctx: Ctx,
  id: number,
  { dueOn, was, why }: { dueOn: string; was: string; why: string },
) => {
  refusePersonalNumbers(ctx, [['/body/why', why]])
  const promise = await holdOpen(ctx, id)
  if (promise.dueOn !== was)
    throw problem('changed-meanwhile', {}, { now: await showPromise(ctx, id), yours: { dueOn, why } })
  await db.updatePromise(ctx, id, { dueOn })
  await tell(ctx, promise, { verb: 'date-changed', before: { dueOn: was }, after: { dueOn, why } })
  return showPromise(ctx, id)
}
