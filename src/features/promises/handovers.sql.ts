/** Statements on promises that are handed from one to another. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

const handoverIsOpen = sql<boolean>`(accepted_at is null and declined_at is null)`

export const handoverById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('promiseHandover')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()

/** Null when the promise already waits for someone's answer. */
export const insertHandover = (
  ctx: Ctx,
  offer: { promiseId: number; fromId: number; toId: number; offeredBy: number; note: string },
) =>
  ctx.db
    .insertInto('promiseHandover')
    .values({ ...offer, centreId: ctx.centreId, offeredAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'promiseId']).where(handoverIsOpen).doNothing())
    .returning('id')
    .executeTakeFirst()

export const answerHandover = (
  ctx: Ctx,
  id: number,
  answer: { acceptedAt: string } | { declinedAt: string; declinedWhy: string },
) =>
  ctx.db
    .updateTable('promiseHandover')
    .set(answer)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where(handoverIsOpen)
    .returning('id')
    .executeTakeFirst()

/** An offer that nobody answered is taken away with its row. */
export const removeOpenHandover = (ctx: Ctx, promiseId: number) =>
  ctx.db
    .deleteFrom('promiseHandover')
    .where('centreId', '=', ctx.centreId)
    .where('promiseId', '=', promiseId)
    .where(handoverIsOpen)
    .returning(['id', 'toId'])
    .executeTakeFirst()

export const removeHandover = (ctx: Ctx, id: number) =>
  ctx.db
    .deleteFrom('promiseHandover')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where(handoverIsOpen)
    .returning('id')
    .executeTakeFirst()
