/** Promises that stand open on someone who leaves, or on companies. Whoever has left keeps none: the coordinators see them. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnd, LooseEnds } from '#platform/room'
import { endOffer, offerHandover } from './handovers.ts'
import * as store from './promises.sql.ts'

const openOn = (ctx: Ctx, ended: Ended) => {
  if ('personId' in ended) return store.openPromises(ctx, { ownerId: ended.personId })
  return 'companyIds' in ended ? store.openPromises(ctx, { companyIds: ended.companyIds }) : Promise.resolve([])
}

const tellOf = ({ id, companyId, company, ownerId, madeAt, what, dueOn }: store.PromiseRow & object): LooseEnd => ({
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

export const promisesOpen: LooseEnds = {
  open: async (ctx, ended) => {
    const offers = (await offersTo(ctx, ended)).map((one) => ({ ...tellOf(one), kind: 'handover' }))
    return [...(await openOn(ctx, ended)).map(tellOf), ...offers]
  },
  /**
   * Nobody gets a promise without saying yes: whoever is named is asked. One that waits for an answer already is left so; an offer to
   * who leaves is taken back, so that its owner can ask another. What a company left open goes on with the promise itself.
   */
  handOn: async (ctx, ended, to) => {
    for (const { id } of await offersTo(ctx, ended)) {
      const promise = await store.lockPromise(ctx, id)
      if (promise) await endOffer(ctx, promise)
    }
    if (to && 'personId' in to)
      for (const { id, handoverId } of await openOn(ctx, ended))
        if (handoverId === null) await offerHandover(ctx, id, { toId: to.personId, note: '' })
    await announce(ctx, ['promises'])
  },
  words: {
    promise: (count, locale) =>
      count === 1 ? m.promises_open_one({}, { locale }) : m.promises_open_many({ count }, { locale }),
    handover: (count, locale) =>
      count === 1 ? m.promises_open_offer_one({}, { locale }) : m.promises_open_offer_many({ count }, { locale }),
  },
}
