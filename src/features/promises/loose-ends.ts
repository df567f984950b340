/** Promises that stand open on someone who leaves or does something else, or on companies. He keeps none: the coordinators see them. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnd, LooseEnds } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { endOffer, offerHandover } from './handovers.ts'
import { markPromises } from './promise-marks.ts'
import { tell } from './one-promise.ts'
import * as store from './promises.sql.ts'

const openOn = (ctx: Ctx, ended: Ended) => {
  if ('personId' in ended) return store.openPromises(ctx, { ownerId: ended.personId })
  return 'companyIds' in ended ? store.openPromises(ctx, { companyIds: ended.companyIds }) : Promise.resolve([])
}

export const tellOf = ({
  id,
  companyId,
  company,
  ownerId,
  madeAt,
  what,
  dueOn,
}: store.PromiseRow & object): LooseEnd => ({
  kind: 'promise',
  sourceId: id,
  company: { id: companyId, name: company },
  personId: ownerId,
  since: madeAt,
  values: { what, date: dueOn },
})

/** Promises that someone was asked to take over, and has not answered. */
const offersTo = (ctx: Ctx, ended: Ended) =>
  'personId' in ended ? store.openPromises(ctx, { offeredTo: ended.personId }) : Promise.resolve([])

/** What was promised to a company is owed to the one that took its place; owner, date and an open offer stay. */
const oweTo = async (ctx: Ctx, companyIds: readonly number[], companyId: number) => {
  const { heir } = await lockHeir(ctx, companyIds, companyId)
  for (const { id, company, what } of await store.openPromises(ctx, { companyIds })) {
    const promise = await store.lockPromise(ctx, id)
    // Kept or dropped while its row was waited for.
    if (!promise || promise.keptAt || promise.droppedAt) continue
    await store.updatePromise(ctx, id, { companyId: heir.id, cvr: heir.cvr })
    await markPromises(ctx, [id])
    await tell(ctx, promise, { verb: 'passed-on', after: { what: heir.name, promise: what } })
    const moved = { id, cvr: heir.cvr, companyId: heir.id }
    await tell(ctx, moved, { verb: 'taken-over', after: { what: company, promise: what } })
  }
}

export const promisesOpen: LooseEnds = {
  open: async (ctx, ended) => {
    const offers = (await offersTo(ctx, ended)).map((one) => ({ ...tellOf(one), kind: 'handover' }))
    return [...(await openOn(ctx, ended)).map(tellOf), ...offers]
  },
  /**
   * Nobody gets a promise without saying yes: whoever is named is asked. One that waits for an answer already is left so; an offer to
   * who leaves is taken back, so that its owner can ask another.
   */
  handOn: async (ctx, ended, to) => {
    for (const { id } of await offersTo(ctx, ended)) {
      const promise = await store.lockPromise(ctx, id)
      if (promise) await endOffer(ctx, promise)
    }
    if (to && 'personId' in to)
      for (const { id, handoverId } of await openOn(ctx, ended))
        if (handoverId === null) await offerHandover(ctx, id, { toId: to.personId, note: '' })
    if (to === null && 'personId' in ended) {
      const ids = (await openOn(ctx, ended)).map(({ id }) => id)
      await store.releasePromises(ctx, ids)
      await markPromises(ctx, ids)
    }
    if (to && 'companyId' in to && 'companyIds' in ended) await oweTo(ctx, ended.companyIds, to.companyId)
    announce(ctx, ['promises'])
  },
  words: {
    promise: (count, locale) =>
      count === 1 ? m.promises_open_one({}, { locale }) : m.promises_open_many({ count }, { locale }),
    handover: (count, locale) =>
      count === 1 ? m.promises_open_offer_one({}, { locale }) : m.promises_open_offer_many({ count }, { locale }),
  },
}
