import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Ctx } from '#platform/context'
import { isHisName } from '../company-people/company-people.ts'
import type { Asked } from '../guides/guides.schema.ts'
import { ofPlace, seenFrom } from '../leaderships/leaderships.ts'
import { needsInJson } from './needs.sql.ts'
import { isSensitive } from './topics.table.ts'

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

/** What was asked at visit `v`. */
const asked = sql<Asked | null>`(
  select jsonb_build_object('guideId', a.guide_id, 'questions', a.questions)
  from visit_asked a where a.centre_id = v.centre_id and a.visit_id = v.id)`
export const insertAsked = ({ db, centreId }: Ctx, visitId: number, { guideId, questions }: Asked) =>
  db
    .insertInto('visitAsked')
    .values({ centreId, visitId, guideId, questions: JSON.stringify(questions) })
    .execute()

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
      asked.as('asked'),
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

type Wanted = {
  companyId?: number | undefined
  /** What this place answers for, no more. */
  ofPlace?: number | undefined
  /** Moment and number of the last row already seen. */
  before?: readonly [string, number] | undefined
  limit: number
}
export const visitRows = (ctx: Ctx, { companyId, ofPlace: place, before, limit }: Wanted) => {
  let rows = visits(ctx)
  // A workplace and its legal company are one company, unless its workplaces answer each for itself.
  if (companyId) rows = rows.where(seenFrom('v', companyId))
  if (place) rows = rows.where(ofPlace('v', place))
  if (before) rows = rows.where(sql<boolean>`(v.visited_at, v.id) < (${before[0]}::timestamptz, ${before[1]})`)
  return rows.orderBy('v.visitedAt', 'desc').orderBy('v.id', 'desc').limit(limit).execute()
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

/** Danish words by their stems. */
export const noteSought = (ctx: Ctx, id: number, words: string) =>
  ctx.db
    .updateTable('visit')
    .set({ sought: sql`to_tsvector('danish', ${words})` })
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
      .values(topics.map((topic) => ({ centreId, visitId, topic, inLists: !isSensitive(topic) })))
      .execute()
}
