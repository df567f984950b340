/** Statements on what people come together for. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { GatheringKind } from './gathering-kinds.table.ts'

const gatherings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('gathering as g')
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'g.centreId').onRef('s.id', '=', 'g.schoolId'))
    .leftJoin('personNamed as h', 'h.id', 'g.heldBy')
    .innerJoin(
      ctx.db
        .selectFrom('gatheringTime')
        .groupBy(['centreId', 'gatheringId'])
        .select(['centreId', 'gatheringId'])
        .select((eb) => [
          eb.fn.min('startsAt').as('startsAt'),
          eb.fn.max('endsAt').as('endsAt'),
          eb.fn.min('place').as('place'),
          eb.cast<number>(eb.fn.countAll(), 'integer').as('times'),
        ])
        .as('t'),
      (join) => join.onRef('t.centreId', '=', 'g.centreId').onRef('t.gatheringId', '=', 'g.id'),
    )
    .where('g.centreId', '=', ctx.centreId)
    .select(['g.id', 'g.title', 'g.aim', 'g.schoolId', 's.name as school', 'g.heldBy as heldById', 'h.name as heldBy'])
    .select(['g.calledOffAt', 'g.calledOffWhy', 'g.learnt', 'g.madeAt'])
    .select(['t.startsAt', 't.endsAt', 't.place', 't.times'])
    .select(sql<GatheringKind>`g.kind`.as('kind'))
export type Row = Awaited<ReturnType<ReturnType<typeof gatherings>['executeTakeFirstOrThrow']>>

export const gatheringById = (ctx: Ctx, id: number): Promise<Row | undefined> =>
  gatherings(ctx).where('g.id', '=', id).executeTakeFirst()

const countPlaces = (which: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from gathering_place p join gathering_time y on y.centre_id = p.centre_id and y.id = p.time_id
    where y.centre_id = g.centre_id and y.gathering_id = g.id and ${which})`
/** Those that are over for a year; what was called off stays until its day. */
export const gatheringRows = (ctx: Ctx, over: boolean) => {
  const rows = gatherings(ctx).select([
    sql<number>`(select sum(x.seats)::int from gathering_time x where x.centre_id = g.centre_id and x.gathering_id = g.id)`.as(
      'seats',
    ),
    countPlaces(sql`p.seat is not null`).as('seated'),
    countPlaces(sql`p.seat is null`).as('waiting'),
    countPlaces(sql`p.seat is not null and p.person_id = ${ctx.personId}`).as('mySeats'),
    countPlaces(sql`p.seat is null and p.person_id = ${ctx.personId}`).as('myWaits'),
  ])
  const yearAgo = ctx.now.subtract({ hours: 366 * 24 }).toString({ fractionalSecondDigits: 3 })
  return over
    ? rows
        .where('t.endsAt', '<=', ctx.at)
        .where('t.endsAt', '>', yearAgo)
        .where('g.calledOffAt', 'is', null)
        .orderBy('t.startsAt', 'desc')
        .orderBy('g.id')
        .limit(100)
        .execute()
    : rows.where('t.endsAt', '>', ctx.at).orderBy('t.startsAt').orderBy('g.id').limit(200).execute()
}

export const invitedTo = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('gatheringInvited as i')
    .innerJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'i.centreId').onRef('s.id', '=', 'i.schoolId'))
    .where('i.centreId', '=', ctx.centreId)
    .where('i.gatheringId', '=', id)
    .select(['s.id', 's.name'])
    .orderBy('s.name')
    .execute()

type Made = { kind: GatheringKind; title: string; aim: string; schoolId: number | null; invited: readonly number[] }
export const insertGathering = async (ctx: Ctx, { invited, ...row }: Made, times: readonly When[]) => {
  const me = personOf(ctx)
  const { id } = await ctx.db
    .insertInto('gathering')
    .values({ ...row, centreId: ctx.centreId, heldBy: me, madeBy: me, madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (invited.length > 0)
    await ctx.db
      .insertInto('gatheringInvited')
      .values(invited.map((schoolId) => ({ centreId: ctx.centreId, gatheringId: id, schoolId })))
      .execute()
  await ctx.db
    .insertInto('gatheringTime')
    .values(times.map((time) => ({ ...time, centreId: ctx.centreId, gatheringId: id })))
    .execute()
  return id
}
export type When = { startsAt: string; endsAt: string; place: string; seats: number }

type Change = Partial<{
  heldBy: number | null
  calledOffAt: string
  calledOffBy: number
  calledOffWhy: string
  learnt: string[]
  learntAt: string
  learntBy: number
}>
export const updateGathering = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('gathering').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
export const lockGathering = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('gathering')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
/** Ahead, that this person sees to. */
export const heldAhead = (ctx: Ctx, personId: number): Promise<Row[]> =>
  gatherings(ctx)
    .where('g.heldBy', '=', personId)
    .where('g.calledOffAt', 'is', null)
    .where('t.endsAt', '>', ctx.at)
    .orderBy('g.id')
    .execute()

/** Who is here now of these schools; none: of all. */
export const peopleOf = (ctx: Ctx, roles: readonly string[], schoolIds: readonly number[]) => {
  const people = ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', [...roles])
    .select(['personId', 'name', 'schoolId', 'email', 'language'])
    .orderBy('name')
    .orderBy('personId')
  return (
    schoolIds.length === 0
      ? people
      : people.where((eb) => eb.or([eb('schoolId', 'is', null), eb('schoolId', 'in', [...schoolIds])]))
  ).execute()
}
export const membersAmong = (ctx: Ctx, personIds: readonly number[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('personId', 'in', [0, ...personIds])
    .select(['personId', 'name', 'email', 'language'])
    .execute()
