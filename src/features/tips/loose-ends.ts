/** Tips of someone who leaves, and of a company that another takes the place of. */
import * as m from '#texts'
import { announce } from '#platform/events'
import type { Ctx } from '#platform/context'
import type { LooseEnds, Moved } from '#platform/room'
import { visitors } from '../centre/roles.ts'
import { lockHeir } from '../may-contact/may-contact.ts'
import { passOn, settle } from './joining.ts'
import { tell } from './one-tip.ts'
import * as places from './places.sql.ts'
import * as store from './tips.sql.ts'

/** A workplace that moved takes the tips about it along. */
export const moveTips = async (ctx: Ctx, { companyId }: Moved): Promise<void> => {
  const place = await places.placeById(ctx, companyId)
  const rows = await store.openTips(ctx, { companyIds: [companyId] })
  if (place)
    await passOn(
      ctx,
      rows.filter(({ cvr }) => cvr !== place.cvr),
      place,
    )
  await settle(ctx)
}

export const tipsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await store.openTips(ctx, ended)
    return rows.map((row) => ({
      kind: 'tip',
      sourceId: row.id,
      company: row.companyId === null ? null : { id: row.companyId, name: row.company },
      personId: row.ownerId ?? row.askedId,
      since: row.givenAt,
      values: { what: row.words },
    }))
  },
  /** Who is named is asked; else the coordinators have it again. */
  handOn: async (ctx, ended, to) => {
    if ('personId' in ended)
      for (const row of await store.openTips(ctx, ended)) {
        const askedId = to && 'personId' in to ? to.personId : null
        await store.updateTip(ctx, row.id, { askedId, ownerId: null })
        await tell(ctx, row.id, 'released', { what: row.company })
      }
    if ('companyIds' in ended && to && 'companyId' in to) {
      await lockHeir(ctx, ended.companyIds, to.companyId)
      const place = await places.placeById(ctx, to.companyId)
      if (place) await passOn(ctx, await store.openTips(ctx, ended), place)
      await settle(ctx)
    }
    announce(ctx, ['tips'], 'centre', visitors)
  },
  words: {
    tip: (count, locale) => (count === 1 ? m.tips_open_one({}, { locale }) : m.tips_open_many({ count }, { locale })),
  },
}
