import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { coordinators } from '../centre/roles.ts'
import { isApart } from '../leaderships/leaderships.ts'
import type { Moved } from '#platform/room'
import type { Criteria, Reason } from './criteria.schema.ts'

export type ListState = 'draft' | 'drawn' | 'in-hearing' | 'calling' | 'closed'

/** Lists in short, with the number of companies taken in. */
const lists = (ctx: Ctx) =>
  ctx.db
    .selectFrom('listNow as l')
    .innerJoin('personNamed as maker', 'maker.id', 'l.madeBy')
    .where('l.centreId', '=', ctx.centreId)
    .select(['l.id', 'l.name', 'l.goal', 'l.madeAt', 'maker.name as madeBy', 'l.drawnAt'])
    .select(['l.hearingId', 'l.deadline', 'l.hearingEndedAt', 'l.closedAt'])
    .select([
      sql<ListState>`l.state`.as('state'),
      sql<number>`(select count(*)::int from list_company c where c.centre_id = l.centre_id and c.list_id = l.id and c.included)`.as(
        'companies',
      ),
    ])

export type ListRow = Awaited<ReturnType<typeof findList>>
type Asked = { before?: number | undefined; limit: number; state?: string | undefined }
/** `fromHearing`: from the hearing on, as a school sees them. `inHearing`: while it runs. */
type Seen = { fromHearing?: boolean; inHearing?: boolean }
/** Newest first; one more than asked for, when there is one. */
export const pageOfLists = (ctx: Ctx, { before, limit, state, fromHearing, inHearing }: Asked & Seen) =>
  lists(ctx)
    .$if(inHearing === true, (query) => query.where('l.state', '=', 'in-hearing'))
    .$if(fromHearing === true, (query) => query.where('l.hearingId', 'is not', null))
    .$if(before !== undefined, (query) => query.where('l.id', '<', before ?? 0))
    .$if(state !== undefined, (query) => query.where('l.state', '=', state ?? ''))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute()

export const findList = (ctx: Ctx, id: number) =>
  lists(ctx)
    .innerJoin('contactList as own', (join) =>
      join.onRef('own.centreId', '=', 'l.centreId').onRef('own.id', '=', 'l.id'),
    )
    .leftJoin('draw as d', (join) => join.onRef('d.centreId', '=', 'l.centreId').onRef('d.listId', '=', 'l.id'))
    .leftJoin('personNamed as drawer', 'drawer.id', 'd.drawnBy')
    .select(['own.criteria', 'own.byVisitors', 'd.rule', 'drawer.name as drawnBy'])
    .$narrowType<{ rule: { seed?: number | null; named?: number } | null }>()
    .where('l.id', '=', id)
    .executeTakeFirst()

type New = { name: string; goal: string; criteria: Criteria; byVisitors?: boolean }
export const insertList = (ctx: Ctx, row: New, personId: number) =>
  ctx.db
    .insertInto('contactList')
    .values({
      centreId: ctx.centreId,
      name: row.name,
      goal: row.goal,
      criteria: JSON.stringify(row.criteria),
      byVisitors: row.byVisitors ?? false,
      madeBy: personId,
      madeAt: ctx.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/**
 * The list's row, locked so that nobody draws, opens, closes or changes it meanwhile; undefined when there is none. Its key stays free:
 * who writes a row that points to the list (a hold, a strike) waits for nobody.
 */
export const lockList = async (ctx: Ctx, id: number) => {
  const locked = await ctx.db
    .selectFrom('contactList')
    .select(['id', 'name', 'goal', 'criteria'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  // A statement of its own: the state is what it is once the lock is had.
  const now = locked && (await lists(ctx).where('l.id', '=', id).executeTakeFirst())
  return (
    now && {
      ...locked,
      state: now.state,
      drawnAt: now.drawnAt,
      hearingEndedAt: now.hearingEndedAt,
      hearingId: now.hearingId,
    }
  )
}

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
    .select([sql<Reason>`reason`.as('reason'), sql<number>`count(*)::int`.as('count')])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .groupBy('reason')
    .execute()

/** What the draw said of each company, and which place of the same leadership it took instead: where each leads itself, none. */
export const drawnOf = async (ctx: Ctx, listId: number) => {
  const { rows } = await sql<{
    companyId: number
    included: boolean
    reason: Reason
    untilOn: string | null
    placeId: number | null
  }>`
    select d.company_id as "companyId", d.included, d.reason, d.until_on as "untilOn",
      (select i.company_id from list_company i where i.centre_id = d.centre_id and i.list_id = d.list_id and i.included and i.cvr = d.cvr
        and (i.company_id = d.company_id or not ${isApart(sql.ref('d.cvr'))})
        order by i.company_id = d.company_id desc, i.place limit 1) as "placeId"
    from list_company d where d.centre_id = ${ctx.centreId} and d.list_id = ${listId} order by d.company_id`.execute(
    ctx.db,
  )
  return rows
}

export const insertClosing = (ctx: Ctx, listId: number, personId: number) =>
  ctx.db
    .insertInto('listClosing')
    .values({ centreId: ctx.centreId, listId, closedBy: personId, closedAt: ctx.at })
    .execute()

/** Its row is not changed meanwhile; others may share it. */
export const shareList = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('contactList')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .forShare()
    .execute()

/** Who closed it, if he is here; else the first who runs the centre. Nothing when it is not closed. */
export const closerOf = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('listClosing as k')
    .innerJoin('memberNow as m', 'm.centreId', 'k.centreId')
    .where('k.centreId', '=', ctx.centreId)
    .where('k.listId', '=', listId)
    .where((eb) => eb.or([eb('m.personId', '=', eb.ref('k.closedBy')), eb('m.role', 'in', [...coordinators])]))
    .select('m.personId')
    .orderBy((eb) => eb('m.personId', '=', eb.ref('k.closedBy')), 'desc')
    .orderBy('m.personId')
    .executeTakeFirst()

// ---- Hearing and calling ------------------------------------------------------------------------------------
/** False when it has been sent before. */
export const insertSentToHearing = async (
  ctx: Ctx,
  row: { listId: number; hearingId: number; sentBy: number; deadline: string },
) => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('listHearing')
    .values({ centreId: ctx.centreId, ...row, sentAt: ctx.at })
    .onConflict((same) => same.columns(['centreId', 'listId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const setDeadline = async (ctx: Ctx, listId: number, deadline: string): Promise<void> => {
  await ctx.db
    .updateTable('listHearing')
    .set({ deadline })
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .execute()
}

export type SortedOut = { companyId: number; untilOn: string }
/** Writes down that the hearing is over, and who is sorted out until when. */
export const setHeard = async (ctx: Ctx, listId: number, sortedOut: readonly SortedOut[]) => {
  await ctx.db
    .updateTable('listHearing')
    .set({ endedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .where('endedAt', 'is', null)
    .execute()
  if (sortedOut.length > 0)
    await sql`update list_company d set sorted_out_until = s."untilOn"
      from jsonb_to_recordset(${JSON.stringify(sortedOut)}::jsonb) as s("companyId" int, "untilOn" date)
      where d.centre_id = ${ctx.centreId} and d.list_id = ${listId} and d.company_id = s."companyId" and d.included`.execute(
      ctx.db,
    )
}

/** False when it has been opened before. */
export const insertOpening = async (ctx: Ctx, listId: number, why: string) => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('listOpening')
    .values({ centreId: ctx.centreId, listId, openedBy: ctx.personId, openedAt: ctx.at, why })
    .onConflict((same) => same.columns(['centreId', 'listId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

// ---- Companies of a list ------------------------------------------------------------------------------------
/** Sorted out in the hearing, and still. Written down when the hearing ends, so it is told only then. */
const sortedOut = sql<boolean>`coalesce(d.sorted_out_until > app_today(), false)`

export const countSortedOut = async (ctx: Ctx, listId: number) => {
  const row = await ctx.db
    .selectFrom('listCompany as d')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('d.centreId', '=', ctx.centreId)
    .where('d.listId', '=', listId)
    .where('d.included', '=', true)
    .where(sortedOut)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Of those on it; whoever is struck counts as before, so that no count tells a strike. */
export const countNumberless = async (ctx: Ctx, listId: number) => {
  const row = await ctx.db
    .selectFrom('listCompany as d')
    .innerJoin('companyPlace as c', 'c.id', 'd.companyId')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('d.centreId', '=', ctx.centreId)
    .where('d.listId', '=', listId)
    .where('d.included', '=', true)
    .where('c.phone', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** As the one judge says today, whatever it was when the list was drawn. */
const mayBeCalled = sql<boolean>`not (select p.hindered from place_judged p where p.id = d.company_id)`

/** `inAlone`: whatever is asked for, only those that are in. */
export type Shown = {
  show: string
  q?: string | undefined
  after?: number | undefined
  limit: number
  inAlone: boolean
}
export const pageOfDrawn = (ctx: Ctx, listId: number, { show, q, after, limit, inAlone }: Shown) =>
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
      'd.companyEmployees',
      'd.position',
    ])
    .select([
      sql<'company' | 'workplace'>`c.kind`.as('kind'),
      sql<number | null>`coalesce(c.employees, c.employees_from)`.as('employees'),
      sql<Reason>`d.reason`.as('reason'),
      sortedOut.as('struck'),
      mayBeCalled.as('mayBeCalled'),
      sql<boolean>`c.phone is not null`.as('hasNumber'),
    ])
    .where('d.centreId', '=', ctx.centreId)
    .where('d.listId', '=', listId)
    .$if(inAlone, (query) => query.where('d.included', '=', true))
    .$if(show === 'in' || show === 'out', (query) => query.where('d.included', '=', show === 'in'))
    .$if(show === 'sorted-out', (query) => query.where('d.included', '=', true).where(sortedOut))
    .$if(show === 'numberless', (query) => query.where('d.included', '=', true).where('c.phone', 'is', null))
    .$if(!['in', 'out', 'sorted-out', 'numberless'].includes(show), (query) => query.where('d.reason', '=', show))
    .$if(Boolean(q), (query) =>
      query.where(sql<boolean>`(c.sought like '%' || lower(${q ?? ''}) || '%' or d.cvr = ${q ?? ''})`),
    )
    .$if(after !== undefined, (query) => query.where('d.position', '>', after ?? 0))
    .orderBy('d.position')
    .limit(limit + 1)
    .execute()

/** A workplace that moved is called as before, unless its new company stands on the list in the same place. */
export const moveListed = async (ctx: Ctx, { companyId, from, to }: Moved): Promise<void> => {
  await sql`
    update list_company x set cvr = ${to}
    where x.centre_id = ${ctx.centreId} and x.company_id = ${companyId} and x.cvr = ${from}
      and not exists (select from list_company o where o.centre_id = x.centre_id and o.list_id = x.list_id and o.cvr = ${to} and o.place = x.place and o.included)
      and not exists (select from list_closing k where k.centre_id = x.centre_id and k.list_id = x.list_id)`.execute(
    ctx.db,
  )
}
