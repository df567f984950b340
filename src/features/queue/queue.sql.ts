import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotOne } from '#platform/db/hot'
import type { Hindrance, KnownAs } from './queue.schema.ts'
import type { z } from '#platform/endpoint'
import { languageAt } from '../call-centres/call-centres.ts'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import type { PausedBecause } from '../capacity/capacity.schema.ts'
import { runsCentre, visitsCompanies } from '../centre/roles.ts'
import { answersFor, isApart, placeOf, type Side, thePlace } from '../leaderships/leaderships.ts'

type Reason = z.infer<typeof Hindrance>

/** Calls without an answer since the last real one, or since the last rest for them, at whoever answers for `q (centre_id, cvr, company_id)`; all are of its number. */
export const tries = (apart?: RawBuilder<boolean>) => {
  const of = (alias: string): Side => ({ ...placeOf(alias), ...(apart && { apart }) })
  return sql<number>`(
  select count(*)::int from queue_call s
  where s.centre_id = ${sql.ref('q.centreId')} and ${answersFor(of('s'), of('q'))} and s.answer = 'no-answer'
    and not exists (select from queue_call o where o.centre_id = s.centre_id and ${answersFor(of('o'), of('s'))} and o.answer <> 'no-answer' and o.ended_at > s.ended_at)
    and not exists (select from wait_given w where w.centre_id = s.centre_id and ${answersFor(of('w'), of('s'))} and w.reason = 'no-answer' and w.lifted_at is null and w.set_at >= s.ended_at))`
}

export const companyFacts = [
  'c.name',
  'c.town',
  'c.employees',
  'c.employeesFrom',
  'c.employeesTo',
  'c.industryText as industry',
  'c.industry as industryCode',
] as const

const placeById = hotOne((ctx, { companyId }: { companyId: number }) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr']).where('id', '=', companyId),
)
export const companyOf = (ctx: Ctx, companyId: number) => placeById(ctx, { companyId })

/** A place outside any list, with the number it is called on. */
export const numberOf = (ctx: Ctx, companyId: number) =>
  ctx.db.selectFrom('companyPlace').select(['cvr', 'phone']).where('id', '=', companyId).executeTakeFirst()

export type Count = {
  listId: number
  name: string
  hindrance: Reason | null
  count: number
  nextOn: string | null
  nextAt: string | null
  due: number
  pausedUntil: string | null
  pausedBecause: PausedBecause | null
}
type Asks = { visits: boolean; runs: boolean }
export const whoAsks = (ctx: Ctx): Asks => ({ visits: visitsCompanies(ctx), runs: runsCentre(ctx) })
/** A list `l` that who asks calls from: one for own consultants only by who visits, a call centre's only by who belongs to it, or runs the centre. */
export const isOurs = ({ visits, runs }: Asks) => sql<boolean>`((not l.by_visitors or ${visits}::boolean)
  and (${runs}::boolean or not exists (select from list_elsewhere e where e.centre_id = l.centre_id and e.list_id = l.id)))`
/** How many companies of each list in calling may be called, and how many may not, by reason. */
export const countQueue = async (ctx: Ctx): Promise<Count[]> => {
  const { rows } = await sql<Count>`
    with due as materialized (
      select q.list_id, count(*)::int as due from queue_now q
      where q.centre_id = ${ctx.centreId} and q.hindrance is null and q.due_at <= ${ctx.at} group by q.list_id
    )
    select l.id as list_id, l.name, q.hindrance, coalesce(q.count, 0) as count, q.next_on, q.next_at, coalesce(due.due, 0) as due,
      p.until_on as paused_until, p.reason as paused_because
    from calling_list l
    left join due on due.list_id = l.id
    left join paused_list p on p.centre_id = l.centre_id and p.list_id = l.id
    left join queue_counted(${ctx.centreId}) q on q.list_id = l.id
    where l.centre_id = ${ctx.centreId} and ${isOurs(whoAsks(ctx))}
    order by l.id, q.hindrance`.execute(ctx.db)
  return rows
}

const isCalled = hotOne(
  (ctx, { listId, visits, runs }: { listId: number } & Asks) =>
    sql<{
      id: number
    }>`select l.id from calling_list l where l.centre_id = ${ctx.centreId} and l.id = ${listId} and ${isOurs({ visits, runs })}`,
)
/** Of the lists in calling: this one, or the first with a call-back that is due, then with something to call, else the first. Undefined: there is none. */
export const openList = async (ctx: Ctx, listId?: number): Promise<number | undefined> => {
  if (listId !== undefined) return (await isCalled(ctx, { listId, ...whoAsks(ctx) }))?.id
  const { rows } = await sql<{ id: number }>`
    select l.id from calling_list l where l.centre_id = ${ctx.centreId} and ${isOurs(whoAsks(ctx))}
    order by exists (select from queue_now q where q.centre_id = l.centre_id and q.list_id = l.id and q.hindrance is null and q.due_at <= ${ctx.at}) desc,
      exists (select from paused_list p where p.centre_id = l.centre_id and p.list_id = l.id),
      exists (select from queue_now q where q.centre_id = l.centre_id and q.list_id = l.id and q.hindrance is null) desc,
      (select t.pass from list_turn t where t.centre_id = l.centre_id and t.list_id = l.id), l.id
    limit 1`.execute(ctx.db)
  return rows[0]?.id
}
type NextOf = { limit: number; onlyDue?: boolean; first?: readonly number[] }
/** After what is due these come first. */
const firstOnes = (first: readonly number[]) => sql`company_id <> all(${first}::int[])`
/** The next to be called: due call-backs first, then who was not touched in the list's own order, then who came back, the first to come back first. */
export const nextRows = (ctx: Ctx, listId: number, { limit, onlyDue = false, first = [] }: NextOf) =>
  ctx.db
    .with('q', (db) =>
      db
        .selectFrom('queueNow')
        .select(['centreId', 'companyId', 'cvr', 'dueAt', 'readyAt', 'position'])
        .where('centreId', '=', ctx.centreId)
        .where('listId', '=', listId)
        .where('hindrance', 'is', null)
        .where((eb) => (onlyDue ? eb('dueAt', '<=', ctx.at) : eb.val(true)))
        .orderBy(sql`due_at nulls last`)
        .orderBy(firstOnes(first))
        .orderBy('readyAt')
        .orderBy('position')
        .limit(limit),
    )
    .selectFrom('q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .select([...companyFacts, 'c.id as companyId', 'q.dueAt', tries().as('tries')])
    .select(sql<boolean>`q.ready_at = '-infinity'`.as('untouched'))
    .select(languageAt('q').as('language'))
    .orderBy(sql`q.due_at nulls last`)
    .orderBy(firstOnes(first))
    .orderBy('q.readyAt')
    .orderBy('q.position')
    .execute()

/** Judges these companies anew in every list that is called from: after what calls themselves wrote, and when a hold was refused. */
const judge = hot(
  (ctx, { cvrs }: { cvrs: readonly string[] }) => sql`select judge_queue(${ctx.centreId}, ${cvrs}::text[])`,
)
export const judgeQueue = async (ctx: Ctx, cvrs: readonly string[]): Promise<void> => ctx.follows(judge(ctx, { cvrs }))
/** Judges up to so many companies that wait for it; says how many. Those under someone's hand this moment are left for later. */
export const judgeDue = async (ctx: Ctx, most: number): Promise<number> => {
  const { rows } = await sql<{ judged: number }>`select judge_due(${ctx.centreId}, ${most}) as judged`.execute(ctx.db)
  return rows[0]?.judged ?? 0
}

/** How many companies of a list wait for somebody who speaks with them, by language. */
export const foreignOn = async (ctx: Ctx, listId: number) => {
  const { rows } = await sql<{ language: CallLanguage; count: number }>`
    select n.language, count(*)::int as count from (
      select ${languageAt('q')} as language from queue_now q
      where q.centre_id = ${ctx.centreId} and q.list_id = ${listId} and q.hindrance = 'other-language') n
    where n.language is not null group by 1 order by 2 desc, 1`.execute(ctx.db)
  return rows
}

export const calledCount = async (ctx: Ctx, listId: number): Promise<number> => {
  const { count } = await ctx.db
    .selectFrom('queueCall')
    .select(sql<number>`count(distinct company_id)::int`.as('count'))
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow()
  return count
}

/** Call-backs of a list, or of companies, that nobody has made yet, and wishes for a visit with no time agreed; or those that one meeting answers. */
type BacksOf = { listId: number } | { callId: number } | { companyIds: readonly number[] } | { meetingId: number }
/** A meeting that was agreed since makes a call-back needless while it stands. */
const answers = (meeting: string) =>
  sql`${sql.ref(`${meeting}.centre_id`)} = b.centre_id and ${answersFor(placeOf(meeting), placeOf('b'))} and ${sql.ref(`${meeting}.booked_at`)} >= b.ended_at`
const backs = (ctx: Ctx, of: BacksOf) =>
  ctx.db
    .selectFrom('queueCall as b')
    .where('b.centreId', '=', ctx.centreId)
    .where((eb) => {
      if ('listId' in of) return eb('b.listId', '=', of.listId)
      if ('callId' in of) return eb('b.callId', '=', of.callId)
      if ('companyIds' in of) return eb('b.companyId', 'in', [0, ...of.companyIds])
      return sql<boolean>`exists (select from booking_ever m where m.id = ${of.meetingId} and ${answers('m')})`
    })
    .where('b.dueAt', 'is not', null)
    .where('b.doneAt', 'is', null)
    .where(
      sql<boolean>`not exists (select from booking_now k where ${answers('k')} and k.id <> ${'meetingId' in of ? of.meetingId : 0})`,
    )
/** Companies that want a visit, and no time is agreed yet. */
export const wantsTimeCount = async (ctx: Ctx, listId: number): Promise<number> => {
  const { count } = await backs(ctx, { listId })
    .where('b.answer', '=', 'wants-contact')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
export const openBacks = (ctx: Ctx, of: BacksOf) =>
  backs(ctx, of)
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .select(['b.callId', 'b.companyId', 'b.cvr', 'c.name as company', 'b.dueAt', 'b.answer', 'b.endedAt'])
    .$narrowType<{ dueAt: string }>()
    .orderBy('b.dueAt')
    .execute()

export type Standing = {
  /** Null: outside any list. */
  listId: number | null
  companyId: number
  cvr: string
  phone: string | null
  hindrance: Reason | null
  untilOn: string | null
  untilAt: string | null
}
/** How one company stands in the lists in calling that who asks calls from: where it may be called comes first. */
export const standingOf = (ctx: Ctx, companyId: number, listId?: number): Promise<Standing | undefined> => {
  let query = ctx.db
    .selectFrom('queueNow as q')
    .select(['q.listId', 'q.companyId', 'q.cvr', 'q.phone', 'q.hindrance', 'q.untilOn', 'q.untilAt'])
    .$narrowType<{ hindrance: Reason | null }>()
    .where('q.centreId', '=', ctx.centreId)
    .where('q.companyId', '=', companyId)
  if (listId !== undefined) query = query.where('q.listId', '=', listId)
  query = query.where(
    sql<boolean>`exists (select from calling_list l where l.centre_id = q.centre_id and l.id = q.list_id and ${isOurs(whoAsks(ctx))})`,
  )
  return query.orderBy(sql`q.hindrance nulls first`).orderBy('q.listId').executeTakeFirst()
}

/** Whether anybody calls the place, or whoever answers for it, from a list. */
export const isOnList = async (ctx: Ctx, place: { cvr: string; companyId: number }) =>
  (await ctx.db
    .selectFrom('queueRow')
    .select('companyId')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', place.cvr)
    .where(answersFor(placeOf('queueRow'), thePlace(place)))
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether someone was promised a call by now. */
export const isDue = async (ctx: Ctx, companyId: number) =>
  (await ctx.db
    .selectFrom('queueRow')
    .select('companyId')
    .where('centreId', '=', ctx.centreId)
    .where('companyId', '=', companyId)
    .where('dueAt', '<=', ctx.at)
    .limit(1)
    .executeTakeFirst()) !== undefined

// ---- One's own ---------------------------------------------------------------------------------------------
const ownRows = (ctx: Ctx, listId: number) => sql`
  own as materialized (
    select d.centre_id, d.list_id, d.company_id, q.cvr from calling_list l
    join listed_company d on d.centre_id = l.centre_id and d.list_id = l.id
    join queue_row q on q.centre_id = d.centre_id and q.list_id = d.list_id and q.company_id = d.company_id
    where l.centre_id = ${ctx.centreId} and l.id = ${listId} and l.by_visitors
  ), visited as (
    select o.company_id from own o where exists (
      select from visit_reported v join member_ever m on m.centre_id = v.centre_id and m.person_id = v.person_id
      where v.centre_id = o.centre_id and v.company_id = o.company_id and m.school_id = ${ctx.schoolId})
  )`
/** Companies of a list for own consultants that the own school has visited; of any other list none. */
export const visitedOn = async (ctx: Ctx, listId: number): Promise<number[]> => {
  const { rows } = await sql<{
    companyId: number
  }>`with ${ownRows(ctx, listId)} select company_id as "companyId" from visited`.execute(ctx.db)
  return rows.map(({ companyId }) => companyId)
}
/** The same with those it has among its contacts. */
export const knownOn = async (ctx: Ctx, listId: number): Promise<Map<number, KnownAs>> => {
  const { rows } = await sql<{ companyId: number; as: KnownAs }>`
    with ${ownRows(ctx, listId)}, contacts as (
      select distinct m.company_id from contact_match m
      where m.centre_id = ${ctx.centreId} and m.school_id = ${ctx.schoolId} and m.list_id = ${listId} and m.certain and exists (select from own)
    )
    select company_id as "companyId", 'visited' as as from visited
    union all
    select c.company_id, 'contact' from contacts c where c.company_id not in (select company_id from visited)`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ companyId, as }) => [companyId, as]))
}

type Place = { cvr: string; companyId: number }
const place = ({ cvr, companyId }: Place) =>
  sql<number>`case when ${isApart(sql`${cvr}::text`)} then ${companyId}::int else 0 end`
export const insertSkip = (ctx: Ctx, of: Place, untilAt: string) =>
  ctx.db
    .insertInto('callSkip')
    .values({ centreId: ctx.centreId, personId: ctx.personId ?? 0, cvr: of.cvr, place: place(of), untilAt })
    .onConflict((conflict) => conflict.columns(['centreId', 'personId', 'cvr', 'place']).doUpdateSet({ untilAt }))
    .execute()
/** All one's own; how many of them still ran. */
export const removeSkips = async (ctx: Ctx): Promise<number> => {
  const skips = await ctx.db
    .deleteFrom('callSkip')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .returning('untilAt')
    .execute()
  return skips.filter(({ untilAt }) => Date.parse(untilAt) > ctx.now.epochMilliseconds).length
}
export const removeSkip = (ctx: Ctx, { cvr, companyId }: Place) =>
  ctx.db
    .deleteFrom('callSkip')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('cvr', '=', cvr)
    .where('place', 'in', [0, companyId])
    .execute()
