/** Statements on single days at a partner's. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

const days = (ctx: Ctx) =>
  ctx.db
    .selectFrom('presenceDay as d')
    .innerJoin('presence as s', (join) =>
      join.onRef('s.centreId', '=', 'd.centreId').onRef('s.id', '=', 'd.presenceId'),
    )
    .innerJoin('partnerEver as p', (join) =>
      join.onRef('p.centreId', '=', 's.centreId').onRef('p.id', '=', 's.partnerId'),
    )
    .leftJoin('presenceCount as c', (join) => join.onRef('c.centreId', '=', 'd.centreId').onRef('c.dayId', '=', 'd.id'))
    .leftJoin('memberNow as w', (join) =>
      join.onRef('w.centreId', '=', 'd.centreId').onRef('w.personId', '=', 'd.personId'),
    )
    .leftJoin('memberNow as k', (join) =>
      join.onRef('k.centreId', '=', 'c.centreId').onRef('k.personId', '=', 'c.countedBy'),
    )
    .leftJoin('personNamed as n', 'n.id', 'd.personId')
    .leftJoin('personNamed as a', 'a.id', 'd.askedId')
    .leftJoin('personNamed as b', 'b.id', 'd.askedBy')
    .leftJoin('presenceDay as r', (join) =>
      join.onRef('r.centreId', '=', 'd.centreId').onRef('r.id', '=', 'd.returnId'),
    )
    .where('d.centreId', '=', ctx.centreId)
    .select([
      'd.id',
      'd.presenceId',
      's.partnerId',
      'p.name as partner',
      'd.onDay',
      'd.startsAt',
      'd.endsAt',
      's.place',
      'd.uid',
    ])
    .select(['d.travelMinutes', 'd.personId', 'n.name as person', 'w.school', 'd.openSince', 'd.askedId', 'd.askedBy'])
    .select(['a.name as askedName', 'b.name as askedByName', 'd.returnId', 'r.onDay as returnOn', 'd.calledOffAt'])
    .select(['c.countedBy', 'k.personId as counter', 's.addedAt', 'd.movedFrom'])
    .select(
      sql<string[]>`array(select o.name from person_named o where o.id = any(d.passed_over) order by o.name)`.as(
        'passedOver',
      ),
    )
export type DayRow = Awaited<ReturnType<ReturnType<typeof days>['executeTakeFirstOrThrow']>>

/** Which of these numbers of calendar files are days at partners. */
export const knownUids = async (ctx: Ctx, uids: readonly string[]): Promise<string[]> => {
  if (uids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('presenceDay')
    .select('uid')
    .where('centreId', '=', ctx.centreId)
    .where('uid', 'in', uids)
    .execute()
  return rows.map(({ uid }) => uid)
}

export const dayById = (ctx: Ctx, id: number): Promise<DayRow | undefined> =>
  days(ctx).where('d.id', '=', id).executeTakeFirst()
/** Days that a colleague is asked to take in return for this one. */
export const askedFor = (ctx: Ctx, returnId: number): Promise<DayRow[]> =>
  days(ctx).where('d.returnId', '=', returnId).orderBy('d.id').execute()
/** What is ahead of these, and what is over and nobody has counted. */
export const daysOf = (ctx: Ctx, presenceIds: readonly number[]): Promise<DayRow[]> =>
  days(ctx)
    .where('d.presenceId', 'in', [0, ...presenceIds])
    .where((eb) =>
      eb.or([eb('d.endsAt', '>', ctx.at), eb.and([eb('c.dayId', 'is', null), eb('d.calledOffAt', 'is', null)])]),
    )
    .orderBy('d.startsAt')
    .execute()
/** What someone has ahead, has not counted, and is asked to take. */
export const openOf = (ctx: Ctx, personId: number): Promise<DayRow[]> =>
  days(ctx)
    .where('d.calledOffAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('d.personId', '=', personId), eb.or([eb('d.endsAt', '>', ctx.at), eb('c.dayId', 'is', null)])]),
        eb.and([eb('d.askedId', '=', personId), eb('d.startsAt', '>', ctx.at)]),
      ]),
    )
    .orderBy('d.id')
    .execute()
export const daysAheadOf = (ctx: Ctx, partnerId: number): Promise<DayRow[]> =>
  days(ctx)
    .where('s.partnerId', '=', partnerId)
    .where('d.endsAt', '>', ctx.at)
    .orderBy('d.startsAt')
    .orderBy('d.id')
    .execute()
export const daysBetween = (
  ctx: Ctx,
  { from, to, personIds }: { from: string; to: string; personIds: readonly number[] },
): Promise<DayRow[]> =>
  days(ctx)
    .where('d.personId', 'in', [0, ...personIds])
    .where('d.calledOffAt', 'is', null)
    .where('d.startsAt', '<', to)
    .where('d.endsAt', '>', from)
    .orderBy('d.startsAt')
    .execute()

/** Held in the order of their numbers: of two who act at once, the second sees what the first did. */
export const lockDays = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .selectFrom('presenceDay')
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()

// ---- Whose turn -----------------------------------------------------------------------------------------------------
/** All days of a presence that somebody has had or has, and those that are ahead. */
export const turnsOf = (ctx: Ctx, presenceId: number) =>
  ctx.db
    .selectFrom('presenceDay')
    .where('centreId', '=', ctx.centreId)
    .where('presenceId', '=', presenceId)
    .select(['id', 'onDay', 'startsAt', 'endsAt', 'travelMinutes', 'personId', 'calledOffAt', 'movedFrom'])
    .orderBy('onDay')
    .execute()
type Times = { startsAt: string; endsAt: string; travelMinutes: number }
/** `movedFrom`: it is held for that date, on another day. */
export const insertDay = (ctx: Ctx, presenceId: number, day: Times & { onDay: string }, movedFrom?: string) =>
  ctx.db
    .insertInto('presenceDay')
    .values({
      ...{ ...day, presenceId, centreId: ctx.centreId, openSince: ctx.at },
      ...(movedFrom !== undefined && { movedFrom, movedAt: ctx.at, movedBy: personOf(ctx) }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
type Moved = { onDay: string; movedFrom: string | null }
const notMoved = { movedAt: null, movedBy: null, movedPersonId: null }
const askedNoMore = { askedId: null, askedBy: null, askedAt: null, returnId: null }
const change = (ctx: Ctx, id: number) =>
  ctx.db.updateTable('presenceDay').where('centreId', '=', ctx.centreId).where('id', '=', id)
export const setTimes = (ctx: Ctx, id: number, { startsAt, endsAt, travelMinutes }: Times) =>
  change(ctx, id).set({ startsAt, endsAt, travelMinutes }).execute()
/** Another date or other hours, that once; null: the date and hours that are the partner's regular ones. */
export const setMoved = (ctx: Ctx, id: number, { onDay, movedFrom, ...times }: Times & Moved) =>
  change(ctx, id)
    .set({
      ...times,
      onDay,
      movedFrom,
      ...(movedFrom === null ? notMoved : { movedAt: ctx.at, movedBy: personOf(ctx) }),
    })
    .execute()
/** Whose it was when it was moved. */
export const setMovedPerson = (ctx: Ctx, id: number, movedPersonId: number | null) =>
  change(ctx, id).set({ movedPersonId }).where('movedAt', 'is not', null).execute()
/** Whose it is from now on, or nobody's; who was asked about it is asked no more, and who kept it when it was moved hands it on. */
export const setPerson = (ctx: Ctx, id: number, personId: number | null) =>
  change(ctx, id)
    .set({
      ...{ ...askedNoMore, personId, openSince: personId === null ? ctx.at : null },
      movedPersonId: sql<
        number | null
      >`case when moved_person_id = person_id and person_id is distinct from ${personId}::int then null else moved_person_id end`,
    })
    .execute()
/** Nobody's since whoever had it left: a colleague who was asked may still say yes. */
export const release = (ctx: Ctx, id: number) => change(ctx, id).set({ personId: null, openSince: ctx.at }).execute()
export const setPassedOver = (ctx: Ctx, id: number, passedOver: readonly number[]) =>
  change(ctx, id)
    .set({ passedOver: sql`${[...passedOver]}::int[]` })
    .execute()
export const setAsked = (ctx: Ctx, id: number, { toId, returnId }: { toId: number; returnId: number | null }) =>
  change(ctx, id)
    .set({ askedId: toId, askedBy: personOf(ctx), askedAt: ctx.at, returnId, unaskedId: null, unaskedBy: null })
    .execute()
const unaskedId = sql<number | null>`coalesce(asked_id, unasked_id)`
const unaskedBy = sql<number | null>`coalesce(asked_by, unasked_by)`
/** The day is another: who was asked to take it is asked no more, and hears it, as whoever asked does; also where it is moved once more. */
export const endAsking = (ctx: Ctx, id: number) =>
  change(ctx, id)
    .set({ ...askedNoMore, unaskedId, unaskedBy })
    .execute()
export const dropAsked = (ctx: Ctx, id: number) => change(ctx, id).set(askedNoMore).execute()
/** Who was to take a day ahead, or to give one in return, takes none. */
export const dropAsking = (ctx: Ctx, of: { personId: number } | { dayId: number }) =>
  ctx.db
    .updateTable('presenceDay')
    .set(askedNoMore)
    .where('centreId', '=', ctx.centreId)
    .where((eb) => ('personId' in of ? eb('askedId', '=', of.personId) : eb('returnId', '=', of.dayId)))
    .execute()
export const callOff = (ctx: Ctx, id: number) =>
  change(ctx, id)
    .set({ ...askedNoMore, personId: null, openSince: null, calledOffAt: ctx.at, calledOffBy: personOf(ctx) })
    .execute()
export const deleteDay = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('presenceDay').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
