/** Tips of someone who leaves, and of a company that another takes the place of. */
import * as m from '#texts'
import { announce } from '#platform/events'
import type { Ctx } from '#platform/context'
import type { LooseEnds, Moved } from '#platform/room'
import { lockHeir } from '../may-contact/may-contact.ts'
import { tell } from './one-tip.ts'
import * as store from './tips.sql.ts'

type Place = NonNullable<Awaited<ReturnType<typeof store.placeById>>>
/** It is about this place from now on; where another is open it joins that one, and whoever had it is asked there. */
const goTo = async (ctx: Ctx, row: store.TipRow, { id: companyId, cvr, joinKey, name }: Place) => {
  const found = row.joinedTo === null ? await store.openOf(ctx, joinKey) : undefined
  const open = found && found.id !== row.id ? await store.tipById(ctx, found.id) : undefined
  const had = row.ownerId ?? row.askedId
  if (open) {
    await store.moveJoined(ctx, row.id, open.id)
    if (open.ownerId === null && open.askedId === null && open.enquiryId === null && had !== null)
      await store.updateTip(ctx, open.id, { askedId: had })
  }
  const joins = open ? { joinedTo: open.id, ownerId: null, askedId: null } : {}
  await store.updateTip(ctx, row.id, { companyId, cvr, joinKey, ...joins })
  await tell(ctx, row.id, 'passed-on', { what: name })
}

/** A workplace that moved takes the tips about it along. */
export const moveTips = async (ctx: Ctx, { companyId }: Moved): Promise<void> => {
  const place = await store.placeById(ctx, companyId)
  for (const row of place ? await store.openTips(ctx, { companyIds: [companyId] }) : [])
    if (place && row.cvr !== place.cvr) await goTo(ctx, row, place)
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
      const place = await store.placeById(ctx, to.companyId)
      for (const row of place ? await store.openTips(ctx, ended) : []) if (place) await goTo(ctx, row, place)
    }
    announce(ctx, ['tips'])
  },
  words: {
    tip: (count, locale) => (count === 1 ? m.tips_open_one({}, { locale }) : m.tips_open_many({ count }, { locale })),
  },
}
