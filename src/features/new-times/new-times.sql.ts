import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { answersFor, ofPlace, placeOf, thePlace } from '../leaderships/leaderships.ts'
import type { whys } from './new-times.schema.ts'

export type Why = (typeof whys)[number]
const newTimes = (ctx: Ctx) =>
  ctx.db
    .selectFrom('newTime as t')
    .innerJoin('companyPlace as c', 'c.id', 't.companyId')
    .leftJoin('memberNow as m', (join) =>
      join.onRef('m.centreId', '=', 't.centreId').onRef('m.personId', '=', 't.personId'),
    )
    .select(['t.id', 't.bookingId', 't.companyId', 't.cvr', 'c.name as company', 't.wasAt', 't.askedAt'])
    .select(['m.name as who', 'm.personId', 't.settledAt'])
    .select(sql<Why>`t.why`.as('why'))
    .where('t.centreId', '=', ctx.centreId)
export type NewTimeRow = Awaited<ReturnType<ReturnType<typeof newTimes>['executeTakeFirstOrThrow']>>

export const newTimeById = (ctx: Ctx, id: number): Promise<NewTimeRow | undefined> =>
  newTimes(ctx).where('t.id', '=', id).executeTakeFirst()

type Of = { companyId: number } | { companyIds: readonly number[] } | { personId: number }
/** Those still to be found, oldest first: of a place or whoever answers for it, of ended companies, of someone. */
export const openNewTimes = (ctx: Ctx, of: Of): Promise<NewTimeRow[]> =>
  newTimes(ctx)
    .where('t.settledAt', 'is', null)
    .where((eb) => {
      if ('companyId' in of) return ofPlace('t', of.companyId)
      return 'personId' in of ? eb('t.personId', '=', of.personId) : eb('t.companyId', 'in', [0, ...of.companyIds])
    })
    .orderBy('t.id')
    .execute()

export type Asked = {
  bookingId: number
  companyId: number
  cvr: string
  wasAt: string
  why: Why
  personId: number | null
}
/** Its number; none when one is asked for already. */
export const insertNewTime = async (ctx: Ctx, asked: Asked): Promise<number | undefined> => {
  const row = await ctx.db
    .insertInto('newTime')
    .values({ ...asked, centreId: ctx.centreId, askedAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'bookingId']).where('settledAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const changeNewTime = (
  ctx: Ctx,
  id: number,
  change: { personId: number | null } | { companyId: number; cvr: string },
) => ctx.db.updateTable('newTime').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

const settled = (ctx: Ctx, how: 'booked' | 'no-more', why: string) =>
  ctx.db
    .updateTable('newTime as t')
    .set({ settledAt: ctx.at, settledBy: ctx.personId, settledHow: how, settledWhy: why })
    .where('t.centreId', '=', ctx.centreId)
    .where('t.settledAt', 'is', null)
    .returning('t.id')

/** False when somebody was there first. */
export const markLeft = async (ctx: Ctx, id: number, why: string): Promise<boolean> =>
  (await settled(ctx, 'no-more', why).where('t.id', '=', id).execute()).length > 0

/** Of one meeting; its number, if there is one. */
export const markNeedless = async (ctx: Ctx, bookingId: number): Promise<number[]> =>
  (await settled(ctx, 'no-more', '').where('t.bookingId', '=', bookingId).execute()).map(({ id }) => id)

/** All that the place waited for, or whoever answers for it; their numbers. */
export const markFound = async (ctx: Ctx, place: { cvr: string; companyId: number }): Promise<number[]> =>
  (
    await settled(ctx, 'booked', '')
      .where(answersFor(placeOf('t'), thePlace(place)))
      .execute()
  ).map(({ id }) => id)
