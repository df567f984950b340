/** What a hearing writes down into "may we contact?": the same of every company while it runs, who is struck only when it is over. */
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { dropMarks, setMarks } from '../may-contact/may-contact.ts'
import * as store from './hearings.sql.ts'

/** Everyone gets the same answer about each company, whatever is struck: nothing secret is ever written down. */
export const markInHearing = async (ctx: Ctx, listId: number, deadline: string, since = ctx.at) => {
  const places = await store.placesOf(ctx, listId)
  await setMarks(
    ctx,
    places.map(({ id, companyId, cvr }) => ({
      ...{ kind: 'in-hearing' as const, sourceId: id, companyId, cvr },
      ...{ since, endsAt: deadline, personId: null },
    })),
  )
}
/** The hearing is over: the companies are in hearing no longer, and those that were struck are told, never by whom. */
export const markHeard = async (ctx: Ctx, listId: number) => {
  const places = await store.placesOf(ctx, listId)
  await dropMarks(
    ctx,
    'in-hearing',
    places.map(({ id }) => id),
  )
  const strikes = await store.strikesOf(ctx, listId)
  await setMarks(
    ctx,
    strikes.map(({ id, companyId, cvr, struckAt, untilOn }) => ({
      ...{ kind: 'strike' as const, sourceId: id, companyId, cvr },
      ...{ since: struckAt, endsAt: momentOf(untilOn, '00:00').toString(), personId: null },
    })),
  )
}
