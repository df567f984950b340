/** Statements on the fixed times, and on single meetings. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

type Series = { firstOn: string; everyWeeks: number; from: string; until: string; place: string }

export const seriesNow = async (ctx: Ctx, { lock = false } = {}) => {
  const rows = ctx.db
    .selectFrom('meetingSeries')
    .where('centreId', '=', ctx.centreId)
    .where('endedAt', 'is', null)
    .select(['id', 'firstOn', 'everyWeeks', 'place'])
    .select([
      sql<string>`to_char(from_time, 'HH24:MI')`.as('from'),
      sql<string>`to_char(until_time, 'HH24:MI')`.as('until'),
    ])
  return (lock ? rows.forUpdate() : rows).executeTakeFirst()
}
export type SeriesRow = NonNullable<Awaited<ReturnType<typeof seriesNow>>>

export const hostsOf = (ctx: Ctx, seriesId: number) =>
  ctx.db
    .selectFrom('meetingSeriesHost as h')
    .innerJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'h.centreId').onRef('s.id', '=', 'h.schoolId'))
    .where('h.centreId', '=', ctx.centreId)
    .where('h.seriesId', '=', seriesId)
    .select(['s.id', 's.name'])
    .orderBy('h.position')
    .execute()
export const schoolsAmong = async (ctx: Ctx, ids: readonly number[]): Promise<number[]> => {
  const rows = await ctx.db
    .selectFrom('schoolNow')
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Undefined when somebody else has made one meanwhile. */
export const insertSeries = async (ctx: Ctx, { from, until, ...series }: Series, hosts: readonly number[]) => {
  const made = await ctx.db
    .insertInto('meetingSeries')
    .values({
      ...{ ...series, centreId: ctx.centreId, fromTime: from, untilTime: until },
      ...{ madeBy: personOf(ctx), madeAt: ctx.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made && hosts.length > 0)
    await ctx.db
      .insertInto('meetingSeriesHost')
      .values(hosts.map((schoolId, position) => ({ centreId: ctx.centreId, seriesId: made.id, schoolId, position })))
      .execute()
  return made?.id
}
export const endSeries = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('meetingSeries')
    .set({ endedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

// ---- Single meetings -----------------------------------------------------------------------------------------------
export const meetings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('consultantMeetingNow as m')
    .where('m.centreId', '=', ctx.centreId)
    .select(['m.id', 'm.startsAt', 'm.endsAt', 'm.hostId', 'm.host', 'm.place', 'm.version', 'm.uid'])
    .select(['m.cancelledAt', 'm.cancelledWhy', 'm.openedAt', 'm.closedAt'])
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetings>['executeTakeFirstOrThrow']>>
export const meetingById = (ctx: Ctx, id: number): Promise<MeetingRow | undefined> =>
  meetings(ctx).where('m.id', '=', id).executeTakeFirst()
/** Those that are not over: to come, or open. */
export const meetingsAhead = (ctx: Ctx): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('m.closedAt', 'is', null)
    .where((eb) => eb.or([eb('m.endsAt', '>', ctx.at), eb('m.openedAt', 'is not', null)]))
    .orderBy('m.startsAt')
    .execute()
export const meetingsHeld = (ctx: Ctx, limit: number): Promise<MeetingRow[]> =>
  meetings(ctx).where('m.closedAt', 'is not', null).orderBy('m.startsAt', 'desc').limit(limit).execute()
export const meetingsBetween = (ctx: Ctx, { from, to }: { from: string; to: string }): Promise<MeetingRow[]> =>
  meetings(ctx)
    .where('m.cancelledAt', 'is', null)
    .where('m.startsAt', '<', to)
    .where('m.endsAt', '>', from)
    .orderBy('m.startsAt')
    .execute()

export const datesGiven = (ctx: Ctx, seriesId: number) =>
  ctx.db
    .selectFrom('consultantMeeting')
    .where('centreId', '=', ctx.centreId)
    .where('seriesId', '=', seriesId)
    .select(['id', 'standsFor', 'hostId', 'openedAt', 'cancelledAt', 'version'])
    .orderBy('standsFor')
    .execute()
type New = { standsFor: string; startsAt: string; endsAt: string; hostId: number | null; place: string }
export const insertMeeting = (ctx: Ctx, seriesId: number, meeting: New) =>
  ctx.db
    .insertInto('consultantMeeting')
    .values({ ...meeting, centreId: ctx.centreId, seriesId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
/** Of a series those ahead that nobody has opened; those with these dates alone, where dates are given. */
export const dropAhead = async (ctx: Ctx, seriesId: number, dates?: readonly string[]) => {
  let rows = ctx.db
    .deleteFrom('consultantMeeting')
    .where('centreId', '=', ctx.centreId)
    .where('seriesId', '=', seriesId)
    .where('startsAt', '>', ctx.at)
    .where('openedAt', 'is', null)
  if (dates) rows = rows.where('standsFor', 'in', dates).where('version', '=', 1)
  await rows.execute()
}
type Change = Partial<{
  startsAt: string
  endsAt: string
  hostId: number | null
  place: string
  version: number
  cancelledAt: string | null
  cancelledBy: number | null
  cancelledWhy: string
}>
/** Of one that nobody has opened, as it was seen; undefined when it is another meanwhile. */
export const changeAhead = (ctx: Ctx, id: number, change: Change, version?: number) => {
  const rows = ctx.db
    .updateTable('consultantMeeting')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('openedAt', 'is', null)
  return (version === undefined ? rows : rows.where('version', '=', version)).returning('id').executeTakeFirst()
}

/** Which of these numbers of calendar files are consultant meetings. */
export const knownUids = async (ctx: Ctx, uids: readonly string[]): Promise<string[]> => {
  if (uids.length === 0) return []
  const rows = await meetings(ctx).where('m.uid', 'in', uids).execute()
  return rows.map(({ uid }) => uid)
}

// ---- It is held ------------------------------------------------------------------------------------------------------
/** False: it is open, over or called off already, or another is open. */
export const markOpened = async (ctx: Ctx, id: number): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`
    update consultant_meeting set opened_at = ${ctx.at}, opened_by = ${ctx.personId}
    where centre_id = ${ctx.centreId} and id = ${id} and opened_at is null and cancelled_at is null returning id`.execute(
    ctx.db,
  )
  return rows.length > 0
}
export const markClosed = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('consultantMeeting')
    .set({ closedAt: ctx.at, closedBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('openedAt', 'is not', null)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
/** Whoever says something of a meeting that is held waits for who closes it. */
export const lockMeeting = async (ctx: Ctx, id: number) => {
  await ctx.db
    .selectFrom('consultantMeeting')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .execute()
  return meetingById(ctx, id)
}
