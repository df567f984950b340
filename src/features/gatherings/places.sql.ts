/** Statements on the times of what people come together for, and on who has a seat there. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { GatheringKind, News } from './gathering-kinds.table.ts'
import type { When } from './gatherings.sql.ts'

const times = (ctx: Ctx) =>
  ctx.db
    .selectFrom('gatheringTime')
    .where('centreId', '=', ctx.centreId)
    .select(['id', 'gatheringId', 'startsAt', 'endsAt', 'place', 'seats', 'uid', 'sequence'])
export type TimeRow = Awaited<ReturnType<ReturnType<typeof times>['executeTakeFirstOrThrow']>>
export const timesOf = (ctx: Ctx, gatheringId: number): Promise<TimeRow[]> =>
  times(ctx).where('gatheringId', '=', gatheringId).orderBy('startsAt').orderBy('id').execute()
export const timeById = (ctx: Ctx, id: number): Promise<TimeRow | undefined> =>
  times(ctx).where('id', '=', id).executeTakeFirst()
/** Who signs up, moves it or calls it off waits for the others. */
export const lockTimes = (ctx: Ctx, gatheringId: number): Promise<TimeRow[]> =>
  times(ctx).where('gatheringId', '=', gatheringId).orderBy('id').forUpdate().execute()
export const lockTime = (ctx: Ctx, id: number) => times(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
export const updateTime = (ctx: Ctx, id: number, when: When) =>
  ctx.db
    .updateTable('gatheringTime')
    .set({ ...when, sequence: sql<number>`sequence + 1` })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

const places = (ctx: Ctx) =>
  ctx.db
    .selectFrom('gatheringPlace as p')
    .innerJoin('personNamed as n', 'n.id', 'p.personId')
    .leftJoin('memberNow as w', (join) =>
      join.onRef('w.centreId', '=', 'p.centreId').onRef('w.personId', '=', 'p.personId'),
    )
    .leftJoin('personNamed as a', 'a.id', 'p.askedId')
    .where('p.centreId', '=', ctx.centreId)
    .select(['p.timeId', 'p.personId', 'n.name', 'w.school', 'w.schoolId', 'p.seat', 'p.signedAt'])
    .select(['p.askedId', 'a.name as asked', 'p.came'])
    .select(sql<News | null>`p.news`.as('news'))
    .orderBy(sql`p.seat is null`)
    .orderBy('p.signedAt')
    .orderBy('p.personId')
export type PlaceRow = Awaited<ReturnType<ReturnType<typeof places>['executeTakeFirstOrThrow']>>
/** Who has a seat first, each in the order in which they signed up. */
export const placesOf = (ctx: Ctx, timeIds: readonly number[]): Promise<PlaceRow[]> =>
  places(ctx)
    .where('p.timeId', 'in', [0, ...timeIds])
    .execute()
/** Ahead, of somebody who is signed up or asked to take a turn. */
export const placesAhead = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('gatheringPlace as p')
    .innerJoin('gatheringTime as t', (join) =>
      join.onRef('t.centreId', '=', 'p.centreId').onRef('t.id', '=', 'p.timeId'),
    )
    .innerJoin('gathering as g', (join) =>
      join.onRef('g.centreId', '=', 't.centreId').onRef('g.id', '=', 't.gatheringId'),
    )
    .where('p.centreId', '=', ctx.centreId)
    .where('t.startsAt', '>', ctx.at)
    .where((eb) => eb.or([eb('p.personId', '=', personId), eb('p.askedId', '=', personId)]))
    .select(['p.timeId', 'p.personId', 'p.signedAt', 'g.title', 't.startsAt'])
    .orderBy('p.timeId')
    .execute()

export const insertPlace = async (ctx: Ctx, { id, seats }: TimeRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('gatheringPlace')
    .values({ centreId: ctx.centreId, timeId: id, personId: personOf(ctx), seats, signedAt: ctx.at })
    .onConflict((twice) => twice.columns(['centreId', 'timeId', 'personId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
type Change = Partial<{
  personId: number
  seat: number | null
  news: News | null
  newsAt: string | null
  askedId: number | null
  askedAt: string | null
  came: boolean
  cameAt: string
  cameBy: number
}>
export const updatePlace = async (ctx: Ctx, timeId: number, personId: number, change: Change): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('gatheringPlace')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('timeId', '=', timeId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
export const deletePlace = async (ctx: Ctx, timeId: number, personId: number): Promise<boolean> => {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('gatheringPlace')
    .where('centreId', '=', ctx.centreId)
    .where('timeId', '=', timeId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
/** The lowest that nobody has; null: it is full. */
export const freeSeat = async (ctx: Ctx, timeId: number): Promise<number | null> => {
  const { rows } = await sql<{ seat: number | null }>`
    select min(n)::int as seat from gathering_time t, generate_series(1, t.seats) n
    where t.centre_id = ${ctx.centreId} and t.id = ${timeId} and not exists (
      select from gathering_place p where p.centre_id = t.centre_id and p.time_id = t.id and p.seat = n)`.execute(
    ctx.db,
  )
  return rows[0]?.seat ?? null
}
/** Nobody has a seat there. */
export const clearSeats = (ctx: Ctx, timeId: number) =>
  ctx.db
    .updateTable('gatheringPlace')
    .set({ seat: null })
    .where('centreId', '=', ctx.centreId)
    .where('timeId', '=', timeId)
    .execute()
/** These people have the first seats, without a gap, so that what there is too much of can be taken away. */
export const closeGaps = async (ctx: Ctx, timeId: number, personIds: readonly number[]) => {
  await clearSeats(ctx, timeId)
  await sql`update gathering_place p set seat = o.nth
    from unnest(${personIds}::int[]) with ordinality o (person_id, nth)
    where p.centre_id = ${ctx.centreId} and p.time_id = ${timeId} and p.person_id = o.person_id`.execute(ctx.db)
}
/** Nobody is asked any more to take turns of what is moved or called off. */
export const endAskings = (ctx: Ctx, timeId: number) =>
  ctx.db
    .updateTable('gatheringPlace')
    .set({ askedId: null, askedAt: null })
    .where('centreId', '=', ctx.centreId)
    .where('timeId', '=', timeId)
    .where('askedId', 'is not', null)
    .execute()

/** Seats of these people between two moments, for their calendars. */
export const between = (
  ctx: Ctx,
  { from, to, personIds }: { from: string; to: string; personIds: readonly number[] },
) =>
  ctx.db
    .selectFrom('gatheringPlace as p')
    .innerJoin('gatheringTime as t', (join) =>
      join.onRef('t.centreId', '=', 'p.centreId').onRef('t.id', '=', 'p.timeId'),
    )
    .innerJoin('gathering as g', (join) =>
      join.onRef('g.centreId', '=', 't.centreId').onRef('g.id', '=', 't.gatheringId'),
    )
    .where('p.centreId', '=', ctx.centreId)
    .where('p.personId', 'in', [0, ...personIds])
    .where('p.seat', 'is not', null)
    .where('g.calledOffAt', 'is', null)
    .where('t.startsAt', '<', to)
    .where('t.endsAt', '>', from)
    .select(['g.id', 'g.title', 'g.schoolId', 'p.personId', 't.startsAt', 't.endsAt', 't.place', 't.uid', 't.sequence'])
    .select(sql<GatheringKind>`g.kind`.as('kind'))
    .orderBy('t.startsAt')
    .execute()
/** Which of these numbers of calendar files are times of ours, those called off too. */
export const knownUids = async (ctx: Ctx, uids: readonly string[]): Promise<string[]> => {
  if (uids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('gatheringTime')
    .select('uid')
    .where('centreId', '=', ctx.centreId)
    .where('uid', 'in', uids)
    .execute()
  return rows.map(({ uid }) => uid)
}
