/** Statements on a meeting that is held: who is there, what came of its points, what was given out last time. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

/** Everyone who is invited, and who was there without being so any more. */
export const peopleOf = async (ctx: Ctx, meetingId: number, roles: readonly string[]) => {
  const { rows } = await sql<{ id: number; name: string; school: string | null; present: boolean }>`
    select p.id, p.name, m.school, a.person_id is not null as present
    from person_named p
    left join member_now m on m.centre_id = ${ctx.centreId} and m.person_id = p.id and m.role = any(${roles})
    left join meeting_attendance a on a.centre_id = ${ctx.centreId} and a.meeting_id = ${meetingId} and a.person_id = p.id
    where m.person_id is not null or a.person_id is not null
    order by m.school nulls first, p.name, p.id`.execute(ctx.db)
  return rows
}
export const isPresent = async (ctx: Ctx, meetingId: number, personId: number): Promise<boolean> =>
  (await ctx.db
    .selectFrom('meetingAttendance')
    .where('centreId', '=', ctx.centreId)
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .select('personId')
    .executeTakeFirst()) !== undefined
export const insertAttendance = (ctx: Ctx, meetingId: number, personId: number) =>
  ctx.db
    .insertInto('meetingAttendance')
    .values({ centreId: ctx.centreId, meetingId, personId, saidBy: personOf(ctx), saidAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
export const deleteAttendance = (ctx: Ctx, meetingId: number, personId: number) =>
  ctx.db
    .deleteFrom('meetingAttendance')
    .where('centreId', '=', ctx.centreId)
    .where('meetingId', '=', meetingId)
    .where('personId', '=', personId)
    .execute()

export type Outcome = {
  how: 'seen' | 'task' | 'asked' | 'decided' | 'later'
  words?: string
  personId?: number
  dueOn?: string
}
/** Undefined when somebody has said already what came of it. */
export const insertOutcome = (ctx: Ctx, pointId: number, outcome: Outcome) =>
  ctx.db
    .insertInto('meetingOutcome')
    .values({ ...outcome, centreId: ctx.centreId, pointId, saidBy: personOf(ctx), saidAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
export const tiePromise = (ctx: Ctx, id: number, promiseId: number | null, was: object | null) =>
  ctx.db
    .updateTable('meetingOutcome')
    .set({ promiseId, was: was && JSON.stringify(was) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
export const undoOutcome = (ctx: Ctx, pointId: number) =>
  ctx.db
    .updateTable('meetingOutcome')
    .set({ undoneAt: ctx.at, undoneBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('pointId', '=', pointId)
    .where('undoneAt', 'is', null)
    .returning('id')
    .executeTakeFirst()

// ---- Before and after ------------------------------------------------------------------------------------------------
export const closedBefore = (ctx: Ctx, moment: string) =>
  ctx.db
    .selectFrom('consultantMeetingNow')
    .where('centreId', '=', ctx.centreId)
    .where('closedAt', 'is not', null)
    .where('openedAt', '<', moment)
    .select(['id', 'startsAt', 'openedAt'])
    .orderBy('openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
export const nextAfter = (ctx: Ctx, startsAt: string) =>
  ctx.db
    .selectFrom('consultantMeetingNow')
    .where('centreId', '=', ctx.centreId)
    .where('startsAt', '>', startsAt)
    .where('cancelledAt', 'is', null)
    .select(['startsAt', 'host', 'place'])
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
type Given = {
  company: string | null
  words: string
  who: string | null
  dueOn: string | null
  state: 'open' | 'kept' | 'dropped' | 'said'
}
/** Tasks and decisions of a meeting, and how far they are now. */
export const givenAt = async (ctx: Ctx, meetingId: number): Promise<Given[]> => {
  const { rows } = await sql<Given>`
    select c.name as company, coalesce(p.what, i.title, nullif(o.words, ''), q.words) as words, coalesce(p.owner, k.name) as who, coalesce(p.due_on, o.due_on)::text as "dueOn",
      case when p.open or i.open then 'open' when p.kept then 'kept' when p.id is not null then 'dropped' else 'said' end as state
    from meeting_point q
    join meeting_outcome o on o.centre_id = q.centre_id and o.point_id = q.id and o.undone_at is null
    left join promise_told p on p.centre_id = o.centre_id and p.id = o.promise_id
    left join teaching_idea_told i on i.centre_id = q.centre_id and i.id = q.source_id and q.kind = 'idea'
    left join person_named k on k.id = o.person_id
    left join company_place c on c.id = coalesce(p.company_id, q.company_id)
    where q.centre_id = ${ctx.centreId} and q.meeting_id = ${meetingId} and o.how in ('task', 'asked', 'decided')
    order by q.position, q.id`.execute(ctx.db)
  return rows
}
export const correctionsOf = (ctx: Ctx, meetingId: number) =>
  ctx.db
    .selectFrom('meetingCorrection as k')
    .innerJoin('personNamed as p', 'p.id', 'k.saidBy')
    .where('k.centreId', '=', ctx.centreId)
    .where('k.meetingId', '=', meetingId)
    .select(['k.words', 'p.name as by', 'k.saidAt as at'])
    .orderBy('k.id')
    .execute()
export const insertCorrection = (ctx: Ctx, meetingId: number, words: string) =>
  ctx.db
    .insertInto('meetingCorrection')
    .values({ centreId: ctx.centreId, meetingId, words, saidBy: personOf(ctx), saidAt: ctx.at })
    .execute()
/** To whom minutes go. */
export const invited = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .select(['personId', 'name', 'email', 'language'])
    .orderBy('personId')
    .execute()
