/** Statements on limits by kind of meeting, of schools as a whole, and by the day. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import type { Asked, Of } from './capacity.sql.ts'

export type FormRow = { form: MeetingForm; personId: number; weekOn: string; most: number; booked: number }
/** Where somebody has a limit for a kind: so many at most, and booked. */
export const formsOf = async (ctx: Ctx, { people, first, weeks }: Asked): Promise<FormRow[]> => {
  const { rows } = await sql<FormRow>`
    select k.form, f.person_id as "personId", f.week_on as "weekOn", f.most, f.booked
    from unnest(${meetingForms}::text[]) with ordinality k (form, nth)
    cross join lateral capacity_forms(${ctx.centreId}, ${people}::int[], ${first}::date, ${weeks}::int, k.form, null, null) f
    where f.most is not null
    order by k.nth`.execute(ctx.db)
  return rows
}
/** Of which kinds someone, or a school, has a limit in a week. */
export const kindsLimited = async (ctx: Ctx, of: Of, weekOn: string): Promise<MeetingForm[]> => {
  const [personId, schoolId] = 'personId' in of ? [of.personId, null] : [null, of.schoolId]
  const { rows } = await sql<{ form: MeetingForm }>`
    select k.form from unnest(${meetingForms}::text[]) k (form)
    where capacity_most(${ctx.centreId}, ${personId}::int, ${schoolId}::int, ${weekOn}::date, k.form) is not null`.execute(
    ctx.db,
  )
  return rows.map(({ form }) => form)
}
/** For which kinds somebody has a limit, or his school, in some weeks. */
export const limitedForms = async (ctx: Ctx, { first, weeks }: Pick<Asked, 'first' | 'weeks'>) => {
  const { rows } = await sql<{ form: MeetingForm; schoolId: number | null }>`
    select distinct k.form, m.school_id as "schoolId"
    from unnest(${meetingForms}::text[]) k (form)
    cross join lateral capacity_forms(${ctx.centreId}, null, ${first}::date, ${weeks}::int, k.form, null, null) f
    join member_now m on m.centre_id = ${ctx.centreId} and m.person_id = f.person_id`.execute(ctx.db)
  return rows
}
/** The limits of schools as a whole, in a week. */
export const schoolLimits = async (ctx: Ctx, schoolIds: readonly number[], weekOn: string) => {
  const { rows } = await sql<{ schoolId: number; form: MeetingForm; most: number }>`
    select s.id as "schoolId", k.form, l.most
    from unnest(${schoolIds}::int[]) s (id) cross join unnest(${meetingForms}::text[]) k (form)
    cross join lateral capacity_most(${ctx.centreId}, null, s.id, ${weekOn}::date, k.form) l (most)
    where l.most is not null`.execute(ctx.db)
  return rows
}

/** How many are booked on each day, where something is agreed by the day. */
export const daysOf = async (ctx: Ctx, people: readonly number[], { first, weeks, except }: Asked) => {
  const { rows } = await sql<{ personId: number; day: string; booked: number }>`
    select b.person_id as "personId", b.on_day as day, count(*)::int as booked from busy_day b
    where b.centre_id = ${ctx.centreId} and b.person_id = any(${people}) and b.kind = 'booking'
      and b.during && tstzrange((${first}::date - 1)::timestamptz, (${first}::date + 7 * ${weeks}::int + 1)::timestamptz)
      and (b.kind, b.source_id) is distinct from (${except?.kind ?? null}::text, ${except?.id ?? null}::bigint)
    group by b.person_id, b.on_day`.execute(ctx.db)
  return rows
}
/** What is agreed for schools as a whole, in each of some weeks. */
export const schoolWeeks = async (
  ctx: Ctx,
  schoolIds: readonly number[],
  { first, weeks }: Pick<Asked, 'first' | 'weeks'>,
) => {
  const { rows } = await sql<{ schoolId: number; weekOn: string; meetings: number | null }>`
    select s.id as "schoolId", w.week_on as "weekOn", a.meetings
    from unnest(${schoolIds}::int[]) s (id)
    cross join (select ${first}::date + 7 * n as week_on from generate_series(0, ${weeks}::int - 1) n) w
    cross join lateral capacity_agreed(${ctx.centreId}, null, s.id, w.week_on) a
    order by s.id, w.week_on`.execute(ctx.db)
  return rows
}
