import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import { isHisName } from '../company-people/company-people.ts'
import { ofPlace, seenFrom } from '../leaderships/leaderships.ts'
import { sentenceOfDyslexia } from './for-lists.ts'

// ---- What a visit found that the company needs ------------------------------------------------------------------
export type Outcome = 'answered' | 'closed'
export type NeedRow = {
  id: number
  words: string
  education: string | null
  soon: boolean
  outcome: Outcome | null
  settledBy: string | null
  settledAt: string | null
  why: string | null
}
/** Needs of visit `v`, in the order they were written. Moments look as everywhere else: inside JSON the database writes them its own way. */
export const needsInJson: RawBuilder<NeedRow[]> = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'words', n.words, 'education', n.education, 'soon', n.soon, 'outcome', n.outcome,
    'settledBy', p.name, 'settledAt', to_char(n.settled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'why', n.why) order by n.id), '[]')
  from visit_need n left join person_named p on p.id = n.settled_by
  where n.centre_id = v.centre_id and n.visit_id = v.id)`

/** The need and the visit that found it, both locked: of two who settle it the second sees what the first did. */
export const lockNeed = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('visitNeed as n')
    .innerJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'n.centreId').onRef('v.id', '=', 'n.visitId'))
    .where('n.centreId', '=', ctx.centreId)
    .where('n.id', '=', id)
    .select(['n.id', 'n.visitId', 'n.words', 'n.education', 'n.outcome', 'n.why', 'v.cvr', 'v.companyId'])
    .forUpdate()
    .executeTakeFirst()
const needs = (ctx: Ctx) => ctx.db.selectFrom('visitNeed as n').where('n.centreId', '=', ctx.centreId)
export const needById = (ctx: Ctx, id: number): Promise<NeedRow | undefined> =>
  needs(ctx)
    .leftJoin('personNamed as p', 'p.id', 'n.settledBy')
    .where('n.id', '=', id)
    .select(['n.id', 'n.words', 'n.education', 'n.soon', 'p.name as settledBy', 'n.settledAt', 'n.why'])
    .select(sql<Outcome | null>`n.outcome`.as('outcome'))
    .executeTakeFirst()
export const companyOfNeed = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('visitNeed as n')
    .innerJoin('visit as v', (join) => join.onRef('v.centreId', '=', 'n.centreId').onRef('v.id', '=', 'n.visitId'))
    .where('n.centreId', '=', ctx.centreId)
    .where('n.id', '=', id)
    .select('v.cvr')
    .executeTakeFirst()

export const setOutcome = (ctx: Ctx, id: number, outcome: { outcome: Outcome; why: string } | null) =>
  ctx.db
    .updateTable('visitNeed')
    .set(
      outcome
        ? { ...outcome, settledAt: ctx.at, settledBy: ctx.personId }
        : { outcome: null, why: null, settledAt: null, settledBy: null },
    )
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** Whether anything that the visit found waits for an answer, and since when it does. */
export const openNeedsOf = (ctx: Ctx, visitId: number) =>
  ctx.db
    .selectFrom('visit as v')
    .where('v.centreId', '=', ctx.centreId)
    .where('v.id', '=', visitId)
    .select(['v.companyId', 'v.cvr', 'v.visitedAt', 'v.personId'])
    .select(
      sql<boolean>`exists (select from visit_need n where n.centre_id = v.centre_id and n.visit_id = v.id and n.outcome is null)`.as(
        'open',
      ),
    )
    .executeTakeFirstOrThrow()

type Written = { id?: number | undefined; words: string; education: string | null; soon: boolean }
const sameNeed = (one: Pick<Written, 'words' | 'education'>, other: Pick<Written, 'words' | 'education'>) =>
  one.words === other.words && one.education === other.education
/** Which of the needs that stood each one is: by its number, else by its words; none is two. */
const matched = (
  stood: readonly { id: number; words: string; education: string | null }[],
  needs: readonly Written[],
) => {
  const left = new Map(stood.map((one) => [one.id, one]))
  return needs.map((need) => {
    const same = need.id === undefined ? [...left.values()].find((one) => sameNeed(one, need)) : left.get(need.id)
    if (same) left.delete(same.id)
    return { need, id: same?.id }
  })
}
/** The needs of a report as they are written now: one that stood before keeps its number and its outcome. */
export const replaceNeeds = async (ctx: Ctx, visitId: number, needs: readonly Written[]) => {
  const { centreId } = ctx
  const ofVisit = ctx.db.selectFrom('visitNeed').where('centreId', '=', centreId).where('visitId', '=', visitId)
  const stood = await ofVisit.select(['id', 'words', 'education']).orderBy('id').forUpdate().execute()
  const kept = matched(stood, needs)
  await ctx.db
    .deleteFrom('visitNeed')
    .where('centreId', '=', centreId)
    .where('visitId', '=', visitId)
    .where('id', 'not in', [0, ...kept.flatMap(({ id }) => id ?? [])])
    .execute()
  for (const { id, need } of kept) {
    const { words, education, soon } = need
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    if (id === undefined)
      await ctx.db.insertInto('visitNeed').values({ centreId, visitId, words, education, soon }).execute()
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    else
      await ctx.db
        .updateTable('visitNeed')
        .set({ words, education, soon })
        .where('centreId', '=', centreId)
        .where('id', '=', id)
        .execute()
  }
}

/** Who of the company took part in visit `v`; without a name: he wishes to be forgotten. */
const tookPart: RawBuilder<{ personId: number | null; name: string | null }[]> = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('personId', t.company_person_id, 'name', coalesce(p.name, nullif(t.name, ''))) order by t.position), '[]')
  from took_part t left join company_person_now p on p.centre_id = t.centre_id and p.id = t.company_person_id
  where t.centre_id = v.centre_id and t.visit_id = v.id)`
export const replaceTookPart = async (
  { db, centreId }: Ctx,
  visitId: number,
  people: readonly { companyPersonId: number | null; name: string }[],
) => {
  await db.deleteFrom('tookPart').where('centreId', '=', centreId).where('visitId', '=', visitId).execute()
  const rows = people.map((one, n) => ({ ...one, centreId, visitId, position: n + 1 }))
  if (rows.length > 0) await db.insertInto('tookPart').values(rows).execute()
}

/** Whose name was typed wishes to be forgotten: somebody took part, and nobody knows any more who. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  const his = isHisName(companyPersonId, 'v', 't.name')
  await sql`
    update took_part t set company_person_id = ${companyPersonId}, name = '' from visit v
    where t.centre_id = ${ctx.centreId} and t.company_person_id is null and v.centre_id = t.centre_id and v.id = t.visit_id and ${his}`.execute(
    ctx.db,
  )
}

// ---- Reports ---------------------------------------------------------------------------------------------------
/** Reports with all that a reader sees: needs in the order they were written, topics by name. */
const visits = (ctx: Ctx) =>
  ctx.db
    .selectFrom('visit as v')
    .innerJoin('companyPlace as c', 'c.id', 'v.companyId')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'v.centreId').onRef('p.personId', '=', 'v.personId'),
    )
    .leftJoin('bookingEver as b', (join) =>
      join.onRef('b.centreId', '=', 'v.centreId').onRef('b.id', '=', 'v.bookingId'),
    )
    .where('v.centreId', '=', ctx.centreId)
    .select([
      'v.id',
      'v.bookingId',
      'v.companyId',
      'v.cvr',
      'c.name as company',
      'v.visitedAt',
      'v.personId',
      'p.name as person',
      'p.school',
      'v.about',
      'v.reportedAt',
      'v.version',
    ])
    .select((eb) => [
      eb.fn.coalesce('b.note', sql<string>`''`).as('callNote'),
      needsInJson.as('needs'),
      tookPart.as('tookPart'),
      jsonArrayFrom(
        eb
          .selectFrom('visitTopic as t')
          .whereRef('t.centreId', '=', 'v.centreId')
          .whereRef('t.visitId', '=', 'v.id')
          .select('t.topic')
          .orderBy('t.topic'),
      ).as('topics'),
    ])

export type VisitRow = NonNullable<Awaited<ReturnType<typeof visitRow>>>
export const visitRow = (ctx: Ctx, id: number) => visits(ctx).where('v.id', '=', id).executeTakeFirst()

export type Sought = {
  personId?: number | null | undefined
  companyId?: number | undefined
  /** What this place answers for, no more. */
  ofPlace?: number | undefined
  topic?: string | undefined
  from?: string | undefined
  to?: string | undefined
  text?: string | undefined
  /** Moment and number of the last row already seen. */
  before?: readonly [string, number] | undefined
  limit: number
}

const dayOfVisit = sql<string>`((v.visited_at at time zone 'Europe/Copenhagen')::date)`

/** What a list shows of a report (for-lists.ts): a word of a sentence that is left out there must not find it either. */
const aboutInLists = sql<string>`regexp_replace(v.about, ${sentenceOfDyslexia}, '', 'gi')`

export const visitRows = (ctx: Ctx, sought: Sought) => {
  let rows = visits(ctx)
  if (sought.personId !== undefined) rows = rows.where('v.personId', '=', sought.personId)
  // A workplace and its legal company are one company, unless its workplaces answer each for itself.
  if (sought.companyId) rows = rows.where(seenFrom('v', sought.companyId))
  if (sought.ofPlace) rows = rows.where(ofPlace('v', sought.ofPlace))
  if (sought.from) rows = rows.where(dayOfVisit, '>=', sql<string>`${sought.from}::date`)
  if (sought.to) rows = rows.where(dayOfVisit, '<=', sql<string>`${sought.to}::date`)
  if (sought.text) {
    const pattern = containing(sought.text)
    rows = rows.where((eb) => eb.or([eb(aboutInLists, 'ilike', pattern), eb('c.name', 'ilike', pattern)]))
  }
  const { topic, before } = sought
  if (topic) {
    rows = rows.where((eb) =>
      eb.exists(
        eb
          .selectFrom('visitTopic as t')
          .whereRef('t.centreId', '=', 'v.centreId')
          .whereRef('t.visitId', '=', 'v.id')
          .where('t.topic', '=', topic),
      ),
    )
  }
  if (before) rows = rows.where(sql<boolean>`(v.visited_at, v.id) < (${before[0]}::timestamptz, ${before[1]})`)
  return rows.orderBy('v.visitedAt', 'desc').orderBy('v.id', 'desc').limit(sought.limit).execute()
}

export const companyById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .where('id', '=', id)
    .select(['id', 'cvr', 'name', 'town', 'municipality', 'industry'])
    .select((eb) => eb.fn.coalesce('employees', 'employeesFrom').as('employees'))
    .executeTakeFirst()

export const lockVisit = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('visit')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['id', 'version', 'personId', 'cvr', 'companyId'])
    .forUpdate()
    .executeTakeFirst()

type NewVisit = {
  bookingId: number | null
  companyId: number
  cvr: string
  listId: number | null
  personId: number
  visitedAt: string
  about: string
  /** As the company is when it is reported; figures are counted by it whatever becomes of the company. */
  municipality: number | null
  industry: string | null
  employees: number | null
}
/** Nothing when the meeting already has a report. */
export const insertVisit = (ctx: Ctx, visit: NewVisit) =>
  ctx.db
    .insertInto('visit')
    .values({ ...visit, centreId: ctx.centreId, reportedAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'bookingId']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const updateVisit = (ctx: Ctx, id: number, about: string) =>
  ctx.db
    .updateTable('visit')
    .set((eb) => ({ about, version: eb('version', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** What was talked about: the whole of it, instead of what stood before. */
export const replaceTopics = async (ctx: Ctx, visitId: number, topics: readonly string[]) => {
  const { centreId } = ctx
  await ctx.db.deleteFrom('visitTopic').where('centreId', '=', centreId).where('visitId', '=', visitId).execute()
  if (topics.length > 0)
    await ctx.db
      .insertInto('visitTopic')
      .values(topics.map((topic) => ({ centreId, visitId, topic })))
      .execute()
}
