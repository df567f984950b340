/** Statements on what a meeting may go through, and on the points it has. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Before } from '../promises/promises.ts'
import type { IdeaBefore } from '../teaching-ideas/teaching-ideas.ts'
import { mostOfSection, type PointKind, type Section } from './meeting-shapes.schema.ts'

/** What it is about, as any colleague reads it. */
type Told = {
  section: Section
  kind: PointKind
  sourceId: number | null
  companyId: number | null
  company: string | null
  cvr: string | null
  town: string | null
  employees: number | null
  words: string
  onDay: string | null
  person: string | null
}
export type Found = Told & { ofSection: number }
const facts = sql`t.kind, t.source_id as "sourceId", t.company_id as "companyId", c.name as company, c.cvr, c.town, c.employees, t.words,
  t.on_day::text as "onDay", p.name as person`
const beside = sql`left join company_place c on c.id = t.company_id left join person_named p on p.id = t.person_id`

/** What has come since, and what still stands open, the oldest first: of each section at most so many, and how many there are.
    What a company needs is one point, its oldest need: the others stand beside it (`openNeedsOf`).
    What nobody has, or is late, was gone through and still stands, comes again after four weeks: its owner, or who runs the centre, has it meanwhile. */
export const thingsSince = async (ctx: Ctx, since: string): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select f.*, p.name as person, c.name as company, c.cvr, c.town, c.employees from (
      select t.section, t.kind, t.source_id as "sourceId", t.company_id as "companyId", t.words, t.on_day::text as "onDay", t.person_id,
        row_number() over (partition by t.section order by t.kind = 'learnt', t.on_day, t.source_id)::int as nth,
        count(*) over (partition by t.section)::int as "ofSection"
      from (
        select x.*, row_number() over (partition by x.section, x.kind, x.company_id order by x.source_id) as of_company
        from meeting_thing x
        where x.centre_id = ${ctx.centreId} and x.stands and (x.kind not in ('report', 'learnt') or x.since_at > ${since})
          and not (x.section in ('ownerless', 'stalled') and exists (
            select from meeting_point q join meeting_outcome o on o.centre_id = q.centre_id and o.point_id = q.id
            where q.centre_id = x.centre_id and q.kind = x.kind and o.how = 'seen' and o.undone_at is null
              and o.said_at > greatest(app_now() - interval '28 days', x.since_at)
              and (q.source_id = x.source_id or (x.kind = 'need' and q.company_id = x.company_id))))
      ) t
      where t.kind <> 'need' or t.of_company = 1
    ) f
    left join company_place c on c.id = f."companyId" left join person_named p on p.id = f.person_id
    where f.nth <= ${mostOfSection}
    order by f.section, f.nth`.execute(ctx.db)
  return rows
}

export const reportsBetween = async (ctx: Ctx, since: string, until: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from visit_reported
    where centre_id = ${ctx.centreId} and reported_at > ${since} and reported_at <= ${until}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** One case to talk about that no meeting has had: marked as good to learn from, the host's own first; else the host's newest visit. */
export const caseFor = async (ctx: Ctx, hostId: number | null): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select 'case' as section, ${facts}
    from visit_weight w
    join meeting_thing t on t.centre_id = w.centre_id and t.kind = 'report' and t.source_id = w.visit_id
    left join member_now m on m.centre_id = w.centre_id and m.person_id = w.person_id
    ${beside}
    where w.centre_id = ${ctx.centreId} and w.reported_at > app_now() - interval '56 days' and (w.to_learn_from or m.school_id = ${hostId})
      and not exists (select from meeting_point q where q.centre_id = w.centre_id and q.section = 'case' and q.kind = 'report'
        and q.source_id = w.visit_id and q.meeting_id is not null)
    order by w.to_learn_from desc, coalesce(m.school_id = ${hostId}, false) desc, w.reported_at desc limit 1`.execute(
    ctx.db,
  )
  return rows[0]
}

/** What companies need, as lists may name it. */
export const needsOf = async (ctx: Ctx, visitIds: readonly number[]) =>
  visitIds.length === 0
    ? []
    : ctx.db
        .selectFrom('needInLists')
        .where('centreId', '=', ctx.centreId)
        .where('visitId', 'in', visitIds)
        .select(['visitId', 'words'])
        .orderBy('id')
        .execute()

/** What nobody has answered of what companies need: one point of an agenda stands for all a company has. */
export const openNeedsOf = async (ctx: Ctx, companyIds: readonly number[]) =>
  companyIds.length === 0
    ? []
    : ctx.db
        .selectFrom('meetingThing')
        .where('centreId', '=', ctx.centreId)
        .where('kind', '=', 'need')
        .where('stands', '=', true)
        .where('companyId', 'in', companyIds)
        .select(['companyId', 'sourceId', 'words'])
        .orderBy('sourceId')
        .execute()

// ---- Points: of a meeting, or waiting for the next ---------------------------------------------------------------------
export type PointRow = Told & {
  id: number
  meetingId: number | null
  /** Its own words, of what was put. */
  own: string
  putBy: number | null
  putOn: string
  putter: string | null
  gone: boolean
  how: 'seen' | 'task' | 'asked' | 'decided' | 'later' | null
  said: string | null
  takerId: number | null
  taker: string | null
  dueOn: string | null
  promiseId: number | null
  was: Before | IdeaBefore | null
  saidBy: string | null
  saidAt: string | null
}
const points = (ctx: Ctx, where: ReturnType<typeof sql>) => sql<PointRow>`
  select q.id, q.meeting_id as "meetingId", q.section, q.kind, q.source_id as "sourceId", coalesce(t.company_id, q.company_id) as "companyId",
    c.name as company, c.cvr, c.town, c.employees, coalesce(t.words, '') as words, t.on_day::text as "onDay", p.name as person, q.words as own,
    q.put_by as "putBy", (q.put_at at time zone 'Europe/Copenhagen')::date::text as "putOn", b.name as putter,
    (q.source_id is not null and (t.source_id is null or not t.stands)) as gone,
    o.how, o.words as said, o.person_id as "takerId", k.name as taker, o.due_on::text as "dueOn", o.promise_id as "promiseId", o.was,
    s.name as "saidBy", o.said_at as "saidAt"
  from meeting_point q
  left join meeting_thing t on t.centre_id = q.centre_id and t.kind = q.kind and t.source_id = q.source_id
  left join company_place c on c.id = coalesce(t.company_id, q.company_id)
  left join person_named p on p.id = t.person_id
  left join person_named b on b.id = q.put_by
  left join meeting_outcome o on o.centre_id = q.centre_id and o.point_id = q.id and o.undone_at is null
  left join person_named k on k.id = o.person_id
  left join person_named s on s.id = o.said_by
  where q.centre_id = ${ctx.centreId} and ${where}
  order by q.position, q.id`
export const pointsOf = async (ctx: Ctx, meetingId: number | null): Promise<PointRow[]> => {
  const where = meetingId === null ? sql`q.meeting_id is null` : sql`q.meeting_id = ${meetingId}`
  return (await points(ctx, where).execute(ctx.db)).rows
}
export const pointById = async (ctx: Ctx, id: number): Promise<PointRow | undefined> =>
  (await points(ctx, sql`q.id = ${id}`).execute(ctx.db)).rows[0]

export type NewPoint = {
  meetingId: number | null
  section: Section
  kind: PointKind
  sourceId?: number | null
  companyId?: number | null
  words?: string
  position?: number
  putBy?: number | null
}
export const insertPoints = async (ctx: Ctx, rows: readonly NewPoint[]): Promise<number[]> => {
  if (rows.length === 0) return []
  const made = await ctx.db
    .insertInto('meetingPoint')
    .values(rows.map((row) => ({ ...row, centreId: ctx.centreId, putAt: ctx.at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return made.map(({ id }) => id)
}
/** What waited is of this meeting from now on. */
export const takeUp = (ctx: Ctx, meetingId: number, ids: readonly number[], from: number) =>
  sql`update meeting_point q set meeting_id = ${meetingId}, position = ${from} + n.nth
    from unnest(${ids}::int[]) with ordinality as n (id, nth) where q.centre_id = ${ctx.centreId} and q.id = n.id and q.meeting_id is null`.execute(
    ctx.db,
  )
export const deleteWaiting = (ctx: Ctx, id: number, putBy: number | null) => {
  const rows = ctx.db
    .deleteFrom('meetingPoint')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('meetingId', 'is', null)
  return (putBy === null ? rows : rows.where('putBy', '=', putBy)).returning('id').executeTakeFirst()
}
