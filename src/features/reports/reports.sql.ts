/** Statements that find reports, over what `visits` publishes of them. Whose they are is no condition, but for one's own. */
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import type { ReportFilter } from './reports.schema.ts'

type Condition = RawBuilder<SqlBool>
type Key = keyof ReportFilter
type Conditions = { [K in Key]: (wanted: NonNullable<ReportFilter[K]>, ctx: Ctx) => Condition }

const bySize: Record<NonNullable<ReportFilter['size']>, Condition> = {
  '0-9': sql`v.employees < 10`,
  '10-49': sql`v.employees between 10 and 49`,
  '50+': sql`v.employees >= 50`,
  unknown: sql`v.employees is null`,
}
/** A word by its Danish stem, or as the beginning of one, also of the company's name as it is today; what is in nearly every sentence narrows nothing. */
const oneWord = (word: string): Condition => sql`(numnode(plainto_tsquery('danish', ${word})) = 0
  or v.sought @@ (plainto_tsquery('danish', ${word}) || to_tsquery('simple', ${`${word}:*`}))
  or v.company_id in (select c.id from company_place c where c.sought like ${containing(word.toLowerCase())} and to_tsvector('simple', c.name) @@ to_tsquery('simple', ${`${word}:*`})))`
/** All words, in any order; signs alone are no words. */
const inWords = (text: string): Condition => {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []
  return words.length === 0 ? sql`false` : sql`(${sql.join(words.map(oneWord), sql` and `)})`
}
const about = (topic: string): Condition =>
  sql`exists (select from topic_in_lists t where t.centre_id = v.centre_id and t.visit_id = v.id and t.topic = ${topic})`
const midnight = (day: string) => sql`(${day}::date::timestamp at time zone 'Europe/Copenhagen')`

const conditions: Conditions = {
  text: inWords,
  industry: (code) => sql`v.industry between ${code.padEnd(6, '0')} and ${code.padEnd(6, '9')}`,
  municipality: (code) => sql`v.municipality = ${code}`,
  size: (size) => bySize[size],
  education: about,
  topic: about,
  obstacle: about,
  needs: () =>
    sql`exists (select from need_in_lists n where n.centre_id = v.centre_id and n.visit_id = v.id and n.outcome is null)`,
  from: (day) => sql`v.visited_at >= ${midnight(day)}`,
  to: (day) => sql`v.visited_at < ${midnight(day)} + interval '1 day'`,
  whose: (_, { personId }) => sql`(v.person_id = ${personId}::int or exists (
    select from visitor_ever w where w.centre_id = v.centre_id and w.booking_id = v.booking_id and w.person_id = ${personId}::int))`,
}
/** What was chosen, each as its condition on report `v`. */
const chosen = (ctx: Ctx, filter: ReportFilter): { key: Key; asks: Condition }[] => {
  const asked = <K extends Key>(key: K) => {
    const wanted = filter[key]
    return wanted === undefined || wanted === '' ? [] : [{ key, asks: conditions[key](wanted, ctx) }]
  }
  const keys = Object.keys(conditions).filter((key): key is Key => key in filter)
  return keys.flatMap(asked)
}
const every = (all: readonly Condition[]) => sql.join([sql`true`, ...all], sql` and `)
const found = (ctx: Ctx, filter: ReportFilter) =>
  sql`v.centre_id = ${ctx.centreId} and ${every(chosen(ctx, filter).map(({ asks }) => asks))}`

export type Found = {
  id: number
  companyId: number
  company: string
  town: string | null
  employees: number | null
  municipality: number | null
  industry: string | null
  protected: boolean
  visitedAt: string
  about: string
  quotes: { words: string; education: string | null; open: boolean }[]
  topics: string[]
  people: string[]
  promises: { what: string; dueOn: string; open: boolean }[]
  readers: string[] | null
}
type Seen = readonly [string, number] | undefined
/** A page of reports by themselves, newest visit first. `before`: moment and number of the last row seen. */
export const pageFound = (ctx: Ctx, filter: ReportFilter, before: Seen, limit: number) => {
  const onwards = before ? sql`and (v.visited_at, v.id) < (${before[0]}::timestamptz, ${before[1]}::int)` : sql``
  return sql`select v.* from visit_read v where ${found(ctx, filter)} ${onwards} order by v.visited_at desc, v.id desc limit ${limit}`
}
/** The same, with what stands beside each, looked up for the page alone. */
export const pageOfReports = async (ctx: Ctx, filter: ReportFilter, before: Seen, limit: number): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select v.id, v.company_id as "companyId", c.name as company, c.town, v.employees, v.municipality, v.industry, c.protected, v.visited_at as "visitedAt", v.about,
      (select coalesce(jsonb_agg(jsonb_build_object('words', n.words, 'education', n.education, 'open', n.outcome is null)
          order by n.outcome is not null, n.id), '[]')
        from need_in_lists n where n.centre_id = v.centre_id and n.visit_id = v.id) as quotes,
      array(select t.topic from topic_in_lists t where t.centre_id = v.centre_id and t.visit_id = v.id order by t.topic) as topics,
      array(select p.name from person_named p where p.id = v.person_id
        union all
        (select p.name from visitor_ever w join person_named p on p.id = w.person_id
          where w.centre_id = v.centre_id and w.booking_id = v.booking_id and w.person_id <> v.person_id order by w.position)) as people,
      (select coalesce(jsonb_agg(jsonb_build_object('what', p.what, 'dueOn', p.due_on, 'open', p.kept_at is null) order by p.due_on, p.id), '[]')
        from promise_now p where p.centre_id = v.centre_id and p.origin_kind = 'visit' and p.origin_id = v.id and p.dropped_at is null) as promises,
      (select jsonb_agg(distinct n.name)
        from restricted_part_read r
        join my_circle m on m.centre_id = r.centre_id and m.circle_id = r.circle_id
        join person_named n on n.id = m.person_id
        where r.centre_id = v.centre_id and r.visit_id = v.id) as readers
    from (${pageFound(ctx, filter, before, limit)}) v
    join company_place c on c.id = v.company_id
    order by v.visited_at desc, v.id desc`.execute(ctx.db)
  return rows
}

/** Counting stops at `most` and one more. */
export const countFound = async (ctx: Ctx, filter: ReportFilter, most: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from visit_read v where ${found(ctx, filter)} limit ${most + 1}) found`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
/** How many there would be without each part of the filter, in one look at the reports. */
export const countWithout = async (ctx: Ctx, filter: ReportFilter): Promise<{ key: Key; count: number }[]> => {
  const parts = chosen(ctx, filter)
  if (parts.length === 0) return []
  const met = parts.map(({ asks }, n) => sql`(${asks}) as ${sql.ref(`c${n}`)}`)
  const without = parts.map(
    (_, n) =>
      sql`(count(*) filter (where ${every(parts.flatMap((__, other) => (other === n ? [] : [sql<SqlBool>`${sql.ref(`c${other}`)}`])))}))::int`,
  )
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(without)}] as counts
    from (select ${sql.join(met)} from visit_read v where v.centre_id = ${ctx.centreId}) each`.execute(ctx.db)
  return parts.map(({ key }, n) => ({ key, count: rows[0]?.counts[n] ?? 0 }))
}
/** Reports of others since a moment, at most `most`. */
export const countSince = async (ctx: Ctx, filter: ReportFilter, since: string, most: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from visit_read v
      where ${found(ctx, filter)} and v.reported_at > ${since}::timestamptz and v.person_id <> ${ctx.personId}::int limit ${most}) found`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** What the history keeps of a report each time it was mended, the latest first. */
export const wordingsOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .selectFrom('event as e')
    .leftJoin('personNamed as p', 'p.id', 'e.personId')
    .where('e.centreId', '=', ctx.centreId)
    .where('e.subject', '=', 'visit')
    .where('e.subjectId', '=', visitId)
    .where('e.verb', '=', 'report-changed')
    .select(['e.at', 'p.name as by', 'e.before'])
    .orderBy('e.id', 'desc')
    .limit(50)
    .execute()

export const begunOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('visitBegun as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .where('d.centreId', '=', ctx.centreId)
    .where('d.personId', '=', ctx.personId)
    .select(['d.companyId', 'd.bookingId', 'c.name as company', 'd.savedAt'])
    .orderBy('d.savedAt', 'desc')
    .limit(20)
    .execute()
