/** Who is asked to go to a meeting, and what they said. */
import type { Ctx } from '#platform/context'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { Known } from './plan.ts'
import type { Place, refusalReasons } from './staffing-ahead.schema.ts'

const placeOf = (place: string | null): Place => (place === 'lead' ? 'lead' : 'second')
export type Open = { id: number; bookingId: number; place: Place; personId: number }
/** Asked, not answered, and the meeting stands as it did. */
export const openAsks = async (ctx: Ctx): Promise<Open[]> => {
  const rows = await ctx.db
    .selectFrom('staffingAskOpen')
    .where('centreId', '=', ctx.centreId)
    .select(['id', 'bookingId', 'place', 'personId'])
    .orderBy('id')
    .execute()
  return rows.map(({ place, ...row }) => ({ ...row, place: placeOf(place) }))
}
/** Those asked about meetings ahead: who has not answered, and who said no, with why. */
export const asksAhead = async (ctx: Ctx) => {
  const rows = await ctx.db
    .selectFrom('staffingAsk as a')
    .innerJoin('bookingNow as b', (join) =>
      join
        .onRef('b.centreId', '=', 'a.centreId')
        .onRef('b.id', '=', 'a.bookingId')
        .onRef('b.startsAt', '=', 'a.startsAt'),
    )
    .innerJoin('personNamed as p', 'p.id', 'a.personId')
    .leftJoin('staffingRefusal as r', (join) =>
      join.onRef('r.centreId', '=', 'a.centreId').onRef('r.askId', '=', 'a.id'),
    )
    .where('a.centreId', '=', ctx.centreId)
    .where('b.startsAt', '>', ctx.at)
    .where('a.withdrawnAt', 'is', null)
    .where('a.yesAt', 'is', null)
    .select(['a.id', 'a.bookingId', 'a.place', 'a.personId', 'p.name', 'a.askedAt', 'a.noAt', 'r.reason', 'r.words'])
    .orderBy('a.id')
    .execute()
  return rows.map(({ place, reason, ...row }) => ({
    ...row,
    place: placeOf(place),
    reason: reason as (typeof refusalReasons)[number] | null,
  }))
}

export type Ask = {
  id: number
  bookingId: number
  place: Place
  personId: number
  name: string
  school: string | null
  startsAt: string
  endsAt: string
  form: MeetingForm
  known: Known
  chosenWhy: string | null
  askedBy: string
  askedById: number
  yesAt: string | null
  noAt: string | null
  withdrawnAt: string | null
}
/** The own, and for who runs the centre all. */
export const askById = async (ctx: Ctx, id: number): Promise<Ask | undefined> => {
  const row = await ctx.db
    .selectFrom('staffingAsk as a')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'a.centreId').onRef('p.personId', '=', 'a.personId'),
    )
    .innerJoin('personNamed as w', 'w.id', 'a.askedBy')
    .where('a.centreId', '=', ctx.centreId)
    .where('a.id', '=', id)
    .select(['a.id', 'a.bookingId', 'a.place', 'a.personId', 'p.name', 'p.school', 'a.startsAt', 'a.endsAt', 'a.form'])
    .select([
      'a.known',
      'a.chosenWhy',
      'w.name as askedBy',
      'a.askedBy as askedById',
      'a.yesAt',
      'a.noAt',
      'a.withdrawnAt',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  return { ...row, place: placeOf(row.place), form: row.form as MeetingForm, known: Known.parse(row.known) }
}

type New = {
  bookingId: number
  place: Place
  personId: number
  startsAt: string
  endsAt: string
  form: MeetingForm
  known: Known
  chosenWhy: string | null
  askedBy: number
}
/** Undefined: he is asked already. What he was asked before of the meeting as it was falls away. */
export const insertAsk = async (ctx: Ctx, { known, ...row }: New) => {
  await ctx.db
    .updateTable('staffingAsk')
    .set({ withdrawnAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('bookingId', '=', row.bookingId)
    .where('personId', '=', row.personId)
    .where('yesAt', 'is', null)
    .where('noAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('staffingAskOpen as o')
            .whereRef('o.id', '=', 'staffingAsk.id')
            .where('o.centreId', '=', ctx.centreId)
            .select('o.id'),
        ),
      ),
    )
    .execute()
  return ctx.db
    .insertInto('staffingAsk')
    .values({ ...row, centreId: ctx.centreId, askedAt: ctx.at, known: JSON.stringify(known) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}
/** Undefined: it was answered or withdrawn before. */
export const endAsk = (ctx: Ctx, id: number, how: { yesAt: string } | { noAt: string } | { withdrawnAt: string }) =>
  ctx.db
    .updateTable('staffingAsk')
    .set(how)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('yesAt', 'is', null)
    .where('noAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
type Refusal = { askId: number; saidBy: number; reason: (typeof refusalReasons)[number]; words: string }
export const insertRefusal = (ctx: Ctx, row: Refusal) =>
  ctx.db
    .insertInto('staffingRefusal')
    .values({ ...row, centreId: ctx.centreId })
    .execute()
