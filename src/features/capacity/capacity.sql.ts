/** Statements on agreed numbers, and on who is asked for more. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hotOne } from '#platform/db/hot'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import type { Limits } from './capacity.schema.ts'

export type Source = { kind: string; id: number }
export type WeekRow = {
  personId: number
  schoolId: number | null
  weekOn: string
  meetings: number | null
  aDay: number | null
  booked: number
  /** Kept for others' calls. */
  kept: number
  schoolMeetings: number | null
  /** Of the school's: booked, and kept for others' calls. */
  schoolTaken: number | null
  /** Of the kind that is asked for, where it has a limit: how many at most, and taken; `formKept` of them kept. */
  formMost: number | null
  formTaken: number | null
  formKept: number | null
  schoolFormMost: number | null
  schoolFormTaken: number | null
}
/** `form`: the kind that is asked for; without, of all kinds together. */
export type Asked = {
  people: readonly number[] | null
  first: string
  weeks: number
  except?: Source | undefined
  form?: MeetingForm
}
export const weeksOf = async (ctx: Ctx, { people, first, weeks, except, form }: Asked): Promise<WeekRow[]> => {
  const { rows } = await sql<WeekRow>`
    select w.person_id as "personId", w.school_id as "schoolId", w.week_on as "weekOn", w.meetings, w.a_day as "aDay", w.booked, w.kept,
      w.school_meetings as "schoolMeetings", w.school_taken as "schoolTaken",
      f.most as "formMost", f.booked + f.kept as "formTaken", f.kept as "formKept", f.school_most as "schoolFormMost", f.school_taken as "schoolFormTaken"
    from capacity_weeks(${ctx.centreId}, ${people}::int[], ${first}::date, ${weeks}::int, ${except?.kind ?? null}::text, ${except?.id ?? null}::bigint) w
    left join capacity_forms(${ctx.centreId}, ${people}::int[], ${first}::date, ${weeks}::int, ${form ?? null}::text, ${except?.kind ?? null}::text, ${except?.id ?? null}::bigint) f
      on f.person_id = w.person_id and f.week_on = w.week_on
    order by w.person_id, w.week_on`.execute(ctx.db)
  return rows
}
const anySaid = hotOne((ctx) =>
  ctx.db
    .selectFrom('capacitySaid')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('takenBackAt', 'is', null)
    .limit(1),
)
/** Whether anything is agreed and not taken back: most centres begin without. */
export const isAgreed = async (ctx: Ctx): Promise<boolean> => (await anySaid(ctx, {})) !== undefined

export type Of = { personId: number } | { schoolId: number }
export type NewSaid = {
  fromOn: string
  untilOn: string | null
  oneWeek: boolean
  meetings: number | null
  aDay: number | null
  why: string
  limits: Limits
}
export const insertSaid = async (ctx: Ctx, of: Of, { limits, ...row }: NewSaid): Promise<number> => {
  const { id } = await ctx.db
    .insertInto('capacitySaid')
    .values({ ...row, ...of, centreId: ctx.centreId, saidBy: ctx.personId, saidAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = meetingForms.flatMap((form) => {
    const most = limits[form]
    // Of one week alone it is said too that there is none; a kind that is left out stays as it is there.
    const isSaid = typeof most === 'number' || (row.oneWeek && most === null)
    return isSaid ? [{ centreId: ctx.centreId, saidId: id, form, most }] : []
  })
  if (said.length > 0) await ctx.db.insertInto('capacityLimit').values(said).execute()
  return id
}
const said = (ctx: Ctx) => ctx.db.selectFrom('capacitySaid as s').where('s.centreId', '=', ctx.centreId)
export const saidOf = (ctx: Ctx, of: Of) =>
  said(ctx)
    .leftJoin('personNamed as p', 'p.id', 's.saidBy')
    .select([
      's.id',
      's.fromOn as from',
      's.untilOn as until',
      's.oneWeek',
      's.meetings',
      's.aDay',
      's.why',
      'p.name as saidBy',
      's.saidAt',
      sql<boolean>`s.taken_back_at is not null`.as('takenBack'),
      sql<Limits>`coalesce((select jsonb_object_agg(l.form, l.most) from capacity_limit l where l.centre_id = s.centre_id and l.said_id = s.id), '{}')`.as(
        'limits',
      ),
    ])
    .where((eb) =>
      'personId' in of
        ? eb('s.personId', '=', of.personId)
        : eb.and([eb('s.personId', 'is', null), eb('s.schoolId', '=', of.schoolId)]),
    )
    .orderBy('s.id', 'desc')
    .limit(100)
    .execute()
/** What was said and holds still. */
export const saidById = (ctx: Ctx, id: number) =>
  said(ctx)
    .select(['s.personId', 's.schoolId', 's.fromOn', 's.untilOn', 's.oneWeek', 's.saidBy', 's.saidAt'])
    .where('s.id', '=', id)
    .where('s.takenBackAt', 'is', null)
    .executeTakeFirst()
/** Of two who take it back one does. `since`: something was said of the same after it. */
export const takeBack = async (ctx: Ctx, id: number): Promise<'done' | 'since' | 'gone'> => {
  const { rows } = await sql<{ since: boolean; done: boolean }>`
    with it as (select * from capacity_said where centre_id = ${ctx.centreId} and id = ${id} and taken_back_at is null),
    since as (select from it join capacity_said s on s.centre_id = it.centre_id and s.id > it.id and s.taken_back_at is null
      and s.person_id is not distinct from it.person_id and (s.person_id is not null or s.school_id = it.school_id)),
    done as (update capacity_said set taken_back_at = ${ctx.at}, taken_back_by = ${ctx.personId}
      where centre_id = ${ctx.centreId} and id = ${id} and taken_back_at is null and not exists (select from since) returning id)
    select exists (select from since) as since, exists (select from done) as done`.execute(ctx.db)
  return rows[0]?.done ? 'done' : rows[0]?.since ? 'since' : 'gone'
}
/** Why one week is another, the latest word. */
export const whyWeeks = (ctx: Ctx, first: string, last: string) =>
  said(ctx)
    .select(['s.personId', 's.fromOn as week', 's.why', 's.meetings'])
    .where('s.oneWeek', '=', true)
    .where('s.personId', 'is not', null)
    .where('s.takenBackAt', 'is', null)
    .where('s.fromOn', '>=', first)
    .where('s.fromOn', '<=', last)
    .orderBy('s.id')
    .execute()
/** What else was said of someone's one week alone: how many a day. */
export const aDayOnce = async (ctx: Ctx, personId: number, weekOn: string): Promise<number | null> => {
  const row = await said(ctx)
    .select('s.aDay')
    .where('s.personId', '=', personId)
    .where('s.oneWeek', '=', true)
    .where('s.fromOn', '=', weekOn)
    .where('s.takenBackAt', 'is', null)
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.aDay ?? null
}
/** Takers of a school's meetings wait in line. */
export const lockSchool = (ctx: Ctx, schoolId: number) =>
  sql`select pg_advisory_xact_lock(7403, ${schoolId}::int)`.execute(ctx.db)

// ---- One more ----------------------------------------------------------------------------------------------
type Ask = { weekOn: string; form: MeetingForm }
export const insertAsks = async (ctx: Ctx, of: Ask, personIds: readonly number[]): Promise<number> => {
  const rows = personIds.map((personId) => ({
    centreId: ctx.centreId,
    ...{ ...of, personId, askedBy: ctx.personId, askedAt: ctx.at },
  }))
  const made = await ctx.db
    .insertInto('capacityAsk')
    .values(rows)
    .onConflict((open) => open.doNothing())
    .returning('id')
    .execute()
  return made.length
}
const askedForm = sql<MeetingForm>`form`.as('form')
export const openAsks = (ctx: Ctx, first: string) =>
  ctx.db
    .selectFrom('capacityAsk')
    .select(['personId', 'weekOn', askedForm])
    .where('centreId', '=', ctx.centreId)
    .where('answeredAt', 'is', null)
    .where('weekOn', '>=', first)
    .orderBy('weekOn')
    .execute()
/** Of two answers the first counts. */
export const answerAsk = (ctx: Ctx, id: number, gives: boolean) =>
  ctx.db
    .updateTable('capacityAsk')
    .set({ gives, answeredAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('personId', '=', ctx.personId ?? 0)
    .where('answeredAt', 'is', null)
    .returning(['weekOn', askedForm])
    .executeTakeFirst()
/** What came of a yes: so that it is asked again when it is taken back. */
export const noteGiven = (ctx: Ctx, id: number, saidId: number) =>
  ctx.db.updateTable('capacityAsk').set({ saidId }).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
/** Whoever takes back his own yes is asked as before, unless he was asked anew since; false: it came of no question. */
export const openAskAgain = async (ctx: Ctx, saidId: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('capacityAsk as a')
    .set({ gives: null, answeredAt: null, saidId: null })
    .where('a.centreId', '=', ctx.centreId)
    .where('a.saidId', '=', saidId)
    .where('a.personId', '=', ctx.personId ?? 0)
    .where(
      sql<boolean>`not exists (select from capacity_ask o where o.centre_id = a.centre_id and o.week_on = a.week_on and o.person_id = a.person_id and o.answered_at is null)`,
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
