/** Promises that stand open on someone who leaves, or on companies. Whoever has left keeps none: the coordinators see them. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { Ended, LooseEnd, LooseEnds } from '#platform/room'
import { offerHandover } from './handovers.ts'
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

export const promisesOpen: LooseEnds = {
  open: async (ctx, ended) => (await openOn(ctx, ended)).map(tellOf),
  /** Nobody gets a promise without saying yes: whoever is named is asked. One that waits for an answer already is left so. */
  handOn: async (ctx, ended, to) => {
    if (to !== null)
      for (const { id, handoverId } of await openOn(ctx, ended))
        if (handoverId === null) await offerHandover(ctx, id, { toId: to, note: '' })
    await announce(ctx, ['promises'])
  },
  words: {
    promise: (count, locale) =>
      count === 1 ? m.promises_open_one({}, { locale }) : m.promises_open_many({ count }, { locale }),
  },
}
