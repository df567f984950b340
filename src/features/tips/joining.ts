/** Tips on one company are one matter: which one stands first, what ends with it, and what goes on when it is over or about another company. */
import type { Ctx } from '#platform/context'
import { showEnquiry } from '../enquiries/enquiries.ts'
import { tell } from './one-tip.ts'
import * as places from './places.sql.ts'
import * as store from './tips.sql.ts'

/** What hung on a head that is over, or is about another company now: the oldest stands first, else they join the open one there. */
export const freeJoined = async (ctx: Ctx, head: number): Promise<void> => {
  for (const { id, joinKey } of await store.strays(ctx, { head })) {
    const open = joinKey === null ? undefined : await store.openOf(ctx, joinKey)
    await store.updateTip(ctx, id, { joinedTo: open?.id ?? null })
  }
}

/** It has led to something, or its enquiry has got an answer: what is told later is a matter of its own. */
const isOver = async (ctx: Ctx, { led, enquiryId }: store.TipRow) =>
  led || (enquiryId !== null && (await showEnquiry(ctx, enquiryId)).endedAt !== null)

/** The open one of a company; one that is over ends here, and another may stand first. */
export const openNow = async (ctx: Ctx, joinKey: string): Promise<{ id: number } | undefined> => {
  const open = await store.openOf(ctx, joinKey)
  const row = open && (await store.tipById(ctx, open.id))
  if (!row || !(await isOver(ctx, row))) return open
  await store.endWithRead(ctx, row.id, '', null)
  await freeJoined(ctx, row.id)
  return store.openOf(ctx, joinKey)
}

type Place = NonNullable<Awaited<ReturnType<typeof places.placeById>>>
/** It is about this place from now on; where another is open it joins that one, and whoever had it is asked there. */
export const goTo = async (ctx: Ctx, row: store.TipRow, { id: companyId, cvr, joinKey }: Place) => {
  const found = row.joinedTo === null ? await openNow(ctx, joinKey) : undefined
  const open = found && found.id !== row.id ? await store.tipById(ctx, found.id) : undefined
  const had = row.ownerId ?? row.askedId
  if (open) {
    await store.moveJoined(ctx, row.id, open.id)
    if (open.ownerId === null && open.askedId === null && open.enquiryId === null && had !== null)
      await store.updateTip(ctx, open.id, { askedId: had })
  }
  const joins = open ? { joinedTo: open.id, ownerId: null, askedId: null } : {}
  await store.updateTip(ctx, row.id, { companyId, cvr, joinKey, ...joins })
}

/** After some have gone elsewhere: whose head is about another company now leaves it. */
export const settle = async (ctx: Ctx): Promise<void> => {
  for (const { id, joinKey } of await store.strays(ctx, 'all')) {
    const open = joinKey === null ? undefined : await openNow(ctx, joinKey)
    await store.updateTip(ctx, id, { joinedTo: open?.id ?? null })
  }
}
/** They go on with this place, as far as they are by now: what happened where they were is told of it nowhere else. */
export const passOn = async (ctx: Ctx, rows: readonly store.TipRow[], place: Place): Promise<void> => {
  await store.keepReached(
    ctx,
    rows.map(({ id }) => id),
  )
  for (const row of rows) {
    await goTo(ctx, row, place)
    await tell(ctx, row.id, 'passed-on', { what: place.name })
  }
}
