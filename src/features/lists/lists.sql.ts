import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Criteria } from './criteria.schema.ts'

const closed = (ctx: Ctx, listId: string) =>
  sql<boolean>`exists (select from list_closing k where k.centre_id = ${ctx.centreId} and k.list_id = ${sql.ref(listId)})`
const state = (ctx: Ctx) => sql<'draft' | 'drawn' | 'in-hearing' | 'heard' | 'closed'>`case
  when ${closed(ctx, 'l.id')} then 'closed'
  when h.ended_at is not null then 'heard'
  when h.id is not null then 'in-hearing'
  when d.list_id is not null then 'drawn'
  else 'draft' end`

/** Lists with their draw and hearing; `ownAnswerAt` is the asker's school's. */
const lists = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contactList as l')
    .innerJoin('personNamed as maker', 'maker.id', 'l.madeBy')
    .leftJoin('draw as d', (join) => join.onRef('d.centreId', '=', 'l.centreId').onRef('d.listId', '=', 'l.id'))
    .leftJoin('hearing as h', (join) => join.onRef('h.centreId', '=', 'l.centreId').onRef('h.listId', '=', 'l.id'))
    .where('l.centreId', '=', ctx.centreId)
    .select([
      'l.id',
      'l.name',
      'l.goal',
      'l.madeAt',
      'maker.name as madeBy',
      'd.drawnAt',
      'h.id as hearingId',
      'h.deadline',
      'h.silence',
      'h.endedAt',
    ])
    .select([
      state(ctx).as('state'),
      sql<number>`(select count(*)::int from list_company c where c.centre_id = l.centre_id and c.list_id = l.id and c.included)`.as(
        'companies',
      ),
      sql<number>`(select count(*)::int from hearing_answer a where a.centre_id = l.centre_id and a.hearing_id = h.id)`.as(
        'schools',
      ),
      sql<number>`(select count(*)::int from hearing_answer a where a.centre_id = l.centre_id and a.hearing_id = h.id and a.answered_at is null)`.as(
        'missing',
      ),
      sql<
        string | null
      >`(select a.answered_at from hearing_answer a where a.centre_id = l.centre_id and a.hearing_id = h.id and a.school_id = ${ctx.schoolId})`.as(
        'ownAnswerAt',
      ),
    ])

export type ListRow = Awaited<ReturnType<typeof findList>>
export const pageOfLists = (ctx: Ctx, before: number | undefined, limit: number, wanted?: string, heardOnly = false) =>
  lists(ctx)
    .$if(heardOnly, (query) => query.where('h.id', 'is not', null))
    .$if(before !== undefined, (query) => query.where('l.id', '<', before ?? 0))
    .$if(wanted !== undefined, (query) => query.where(state(ctx), '=', wanted as never))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute()

export const findList = (ctx: Ctx, id: number) =>
  lists(ctx)
    .leftJoin('personNamed as drawer', 'drawer.id', 'd.drawnBy')
    .leftJoin('listClosing as k', (join) => join.onRef('k.centreId', '=', 'l.centreId').onRef('k.listId', '=', 'l.id'))
    .select(['l.criteria', 'd.rule', 'drawer.name as drawnBy', 'k.closedAt'])
    .where('l.id', '=', id)
    .executeTakeFirst()

export const insertList = (ctx: Ctx, row: { name: string; goal: string; criteria: Criteria }, personId: number) =>
  ctx.db
    .insertInto('contactList')
    .values({
      centreId: ctx.centreId,
      name: row.name,
      goal: row.goal,
      criteria: JSON.stringify(row.criteria),
      madeBy: personId,
      madeAt: ctx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** The list's row, held so that nobody draws or changes it meanwhile; undefined when there is none. */
export const lockList = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('contactList')
    .select(['id', 'name', 'goal', 'criteria'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findDraw = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('draw')
    .select(['drawnAt'])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .executeTakeFirst()

export const updateList = (ctx: Ctx, id: number, row: { name: string; goal: string; criteria: Criteria }) =>
  ctx.db
    .updateTable('contactList')
    .set({ name: row.name, goal: row.goal, criteria: JSON.stringify(row.criteria) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

export const countDrawn = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('listCompany')
    .select(['reason', sql<number>`count(*)::int`.as('count')])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .groupBy('reason')
    .execute()

export const insertClosing = async (ctx: Ctx, listId: number, personId: number) => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('listClosing')
    .values({ centreId: ctx.centreId, listId, closedBy: personId, closedAt: ctx.at })
    .onConflict((same) => same.columns(['centreId', 'listId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Struck from this list by anyone, told only when the hearing has ended. */
const struckAfterHearing = sql<boolean>`exists (
  select from strike s join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
  where s.centre_id = d.centre_id and s.list_id = d.list_id and s.company_id = d.company_id
    and s.undone_at is null and s.until_on > app_today() and h.ended_at is not null)`

export const countStruck = async (ctx: Ctx, listId: number) => {
  const row = await ctx.db
    .selectFrom('listCompany as d')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('d.centreId', '=', ctx.centreId)
    .where('d.listId', '=', listId)
    .where('d.included', '=', true)
    .where(struckAfterHearing)
    .executeTakeFirstOrThrow()
  return row.count
}

export type Shown = { show: string; q?: string | undefined; after?: number | undefined; limit: number }
export const pageOfDrawn = (ctx: Ctx, listId: number, { show, q, after, limit }: Shown) =>
  ctx.db
    .selectFrom('listCompany as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .select([
      'd.companyId',
      'c.name',
      'd.cvr',
      'c.pNumber',
      'c.town',
      'c.industryText',
      'd.included',
      'd.untilOn',
      'd.detail',
      'd.position',
    ])
    .select([
      sql<'company' | 'workplace'>`c.kind`.as('kind'),
      sql<number | null>`coalesce(c.employees, c.employees_from)`.as('employees'),
      sql<'fits'>`d.reason`.as('reason'),
      struckAfterHearing.as('struck'),
    ])
    .where('d.centreId', '=', ctx.centreId)
    .where('d.listId', '=', listId)
    .$if(show === 'in' || show === 'out', (query) => query.where('d.included', '=', show === 'in'))
    .$if(show === 'sorted-out', (query) => query.where('d.included', '=', true).where(struckAfterHearing))
    .$if(!['in', 'out', 'sorted-out'].includes(show), (query) => query.where('d.reason', '=', show))
    .$if(Boolean(q), (query) =>
      query.where(sql<boolean>`(c.sought like '%' || lower(${q ?? ''}) || '%' or d.cvr = ${q ?? ''})`),
    )
    .$if(after !== undefined, (query) => query.where('d.position', '>', after ?? 0))
    .orderBy('d.position')
    .limit(limit + 1)
    .execute()
