/** A promise is kept, falls away, or gets another date; and the way back. Each verb locks the promise's row first. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { endOffer } from './handovers.ts'
import { lockCompanyOf, markPromises } from './promise-marks.ts'
import { lockOwnPromise, refusePastDate, showPromise, tell } from './one-promise.ts'
import * as store from './promises.sql.ts'

const lockOpen = async (ctx: Ctx, id: number) => {
  const promise = await lockOwnPromise(ctx, id)
  if (promise.keptAt || promise.droppedAt) throw problem('promise-closed')
  return promise
}

export const keepPromise = async (ctx: Ctx, id: number) => {
  const promise = await lockOpen(ctx, id)
  await store.updatePromise(ctx, id, { keptAt: ctx.at, keptBy: personOf(ctx) })
  await endOffer(ctx, promise)
  await markPromises(ctx, [id])
  await tell(ctx, promise, { verb: 'kept', after: { what: promise.what, dueOn: promise.dueOn } })
  return showPromise(ctx, id)
}

export const undoKeeping = async (ctx: Ctx, id: number) => {
  await lockCompanyOf(ctx, id)
  const promise = await lockOwnPromise(ctx, id)
  if (!promise.keptAt) throw problem('promise-not-closed')
  await store.updatePromise(ctx, id, { keptAt: null, keptBy: null })
  await markPromises(ctx, [id])
  await tell(ctx, promise, { verb: 'keeping-undone', before: { keptAt: promise.keptAt, keptBy: promise.keptBy } })
  return showPromise(ctx, id)
}

export const dropPromise = async (ctx: Ctx, id: number, why: string) => {
  const promise = await lockOpen(ctx, id)
  await store.updatePromise(ctx, id, { droppedAt: ctx.at, droppedBy: personOf(ctx), droppedWhy: why })
  await endOffer(ctx, promise)
  await markPromises(ctx, [id])
  await tell(ctx, promise, { verb: 'dropped', after: { what: promise.what, why } })
  return showPromise(ctx, id)
}

/** What they were made by is taken back (a call whose answer was a mistake): nothing was agreed. Who owns one reads why; what was kept stays kept. */
export const dropPromisesOf = async (ctx: Ctx, origin: { kind: string; id: number }, why: string): Promise<void> => {
  for (const id of await store.openOfOrigin(ctx, origin)) {
    // oxlint-disable no-await-in-loop -- one connection, one statement at a time
    const promise = await store.lockPromise(ctx, id)
    if (!promise || promise.keptAt || promise.droppedAt) continue
    await store.updatePromise(ctx, id, { droppedAt: ctx.at, droppedBy: ctx.personId, droppedWhy: why })
    await endOffer(ctx, promise)
    await markPromises(ctx, [id])
    await tell(ctx, promise, { verb: 'dropped', after: { what: promise.what, why } })
    // oxlint-enable no-await-in-loop
  }
}

export const undoDrop = async (ctx: Ctx, id: number) => {
  await lockCompanyOf(ctx, id)
  const promise = await lockOwnPromise(ctx, id)
  if (!promise.droppedAt) throw problem('promise-not-closed')
  await store.updatePromise(ctx, id, { droppedAt: null, droppedBy: null, droppedWhy: null })
  await markPromises(ctx, [id])
  await tell(ctx, promise, { verb: 'drop-undone', before: { droppedAt: promise.droppedAt, why: promise.droppedWhy } })
  return showPromise(ctx, id)
}

/** `was` is the date the asker saw: when someone has changed it since, both are shown instead of overwriting. */
export const changePromiseDate = async (
  ctx: Ctx,
  id: number,
  { dueOn, was, why, late }: { dueOn: string; was: string; why: string; late?: boolean | undefined },
) => {
  refusePastDate(ctx, { dueOn, late }, '/body/dueOn')
  const promise = await lockOpen(ctx, id)
  if (promise.dueOn !== was)
    throw problem('changed-meanwhile', {}, { now: await showPromise(ctx, id), yours: { dueOn, why } })
  await store.updatePromise(ctx, id, { dueOn })
  await tell(ctx, promise, { verb: 'date-changed', before: { dueOn: was }, after: { dueOn, why } })
  return showPromise(ctx, id)
}
