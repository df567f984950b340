/** Statements on call centres, who calls there, and which lists they call alone. */
import { sql } from 'kysely'
import { momentOf } from '#platform/clock'
import { type Ctx, personOf } from '#platform/context'
import type { Role } from '../centre/roles.ts'
import type { OpenState } from './call-centres.schema.ts'
import type { CallLanguage } from './languages.schema.ts'

type Row = {
  id: number
  name: string
  outside: boolean
  addedAt: string
  closedAt: string | null
  callers: number
  lists: number
  later: number
}
/** Those that are open first. */
export const allCallCentres = async (ctx: Ctx): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select k.id, k.name, k.outside, k.added_at, k.closed_at,
      (select count(*)::int from call_centre_caller c join caller_now m on m.centre_id = c.centre_id and m.person_id = c.person_id
       where c.centre_id = k.centre_id and c.call_centre_id = k.id) as callers,
      (select count(*)::int from call_centre_list g join calling_list l on l.centre_id = g.centre_id and l.id = g.list_id
       where g.centre_id = k.centre_id and g.call_centre_id = k.id) as lists,
      (select count(*)::int from call_centre_list g join list_now l on l.centre_id = g.centre_id and l.id = g.list_id
       where g.centre_id = k.centre_id and g.call_centre_id = k.id and l.opened_at is null and l.closed_at is null) as later
    from call_centre k where k.centre_id = ${ctx.centreId}
    order by k.closed_at desc nulls first, k.outside, k.name limit 200`.execute(ctx.db)
  return rows
}
type Caller = { personId: number; name: string; role: Role; callCentreId: number | null; languages: CallLanguage[] }
/** Everyone of these roles. */
export const allCallers = async (ctx: Ctx, roles: readonly Role[]): Promise<Caller[]> => {
  const { rows } = await sql<Caller>`
    select m.person_id, m.name, m.role, c.call_centre_id,
      array(select s.language from caller_speaks s where s.centre_id = m.centre_id and s.person_id = m.person_id order by 1) as languages
    from member_now m
    left join call_centre_caller c on c.centre_id = m.centre_id and c.person_id = m.person_id
    where m.centre_id = ${ctx.centreId} and m.role = any(${roles}) order by m.name, m.person_id`.execute(ctx.db)
  return rows
}
/** Lists that are called, or will be: those in calling first. Those for consultants alone are given to no call centre. */
export const allLists = (ctx: Ctx) =>
  ctx.db
    .selectFrom('listNow as l')
    .leftJoin('callCentreList as g', (join) =>
      join.onRef('g.centreId', '=', 'l.centreId').onRef('g.listId', '=', 'l.id'),
    )
    .select(['l.id', 'l.name', 'l.byVisitors', 'l.state', 'g.callCentreId'])
    .$narrowType<{ state: OpenState }>()
    .where('l.centreId', '=', ctx.centreId)
    .where('l.closedAt', 'is', null)
    .orderBy('l.openedAt', (by) => by.desc().nullsLast())
    .orderBy('l.id')
    .execute()

type Form = { name: string; outside: boolean }
/** Undefined: one is called so already. */
export const insertCallCentre = (ctx: Ctx, { name, outside }: Form) =>
  ctx.db
    .insertInto('callCentre')
    .values({ name, outside, centreId: ctx.centreId, addedBy: personOf(ctx), addedAt: ctx.at })
    .onConflict((named) => named.doNothing())
    .returning('id')
    .executeTakeFirst()
const open = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('callCentre')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
export const updateCallCentre = (ctx: Ctx, id: number, { name, outside }: Form) =>
  open(ctx, id).set({ name, outside }).returning('id').executeTakeFirst()
export const markClosed = (ctx: Ctx, id: number) =>
  open(ctx, id)
    .set({ closedAt: ctx.at, closedBy: personOf(ctx) })
    .returning('name')
    .executeTakeFirst()
/** It stays open until this is done: who closes it waits, and finds what was put there. Undefined: it is closed. */
export const keepOpen = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('callCentre')
    .select('name')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .forShare()
    .executeTakeFirst()
/** The same, for who changes it or says something of what it costs: one at a time. */
export const holdOpen = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('callCentre')
    .select(['name', 'outside'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
/** Whether somebody belonged there before today: what was called from there, and what it cost, is reckoned by what it was. */
export const isReckoned = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await ctx.db
    .selectFrom('callCentrePlaced')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('callCentreId', '=', id)
    .where('fromAt', '<', momentOf(ctx.today, '00:00').toString())
    .limit(1)
    .executeTakeFirst()) !== undefined

export const putCaller = (ctx: Ctx, personId: number, callCentreId: number) => {
  const row = { callCentreId, placedBy: ctx.personId, placedAt: ctx.at }
  return ctx.db
    .insertInto('callCentreCaller')
    .values({ ...row, centreId: ctx.centreId, personId })
    .onConflict((key) => key.columns(['centreId', 'personId']).doUpdateSet(row))
    .execute()
}
export const dropCaller = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('callCentreCaller').where('centreId', '=', ctx.centreId).where('personId', '=', personId).execute()
export const dropCallers = async (ctx: Ctx, callCentreId: number): Promise<number> =>
  (
    await ctx.db
      .deleteFrom('callCentreCaller')
      .where('centreId', '=', ctx.centreId)
      .where('callCentreId', '=', callCentreId)
      .returning('personId')
      .execute()
  ).length

export const putList = (ctx: Ctx, listId: number, callCentreId: number) => {
  const row = { callCentreId, givenBy: ctx.personId, givenAt: ctx.at }
  return ctx.db
    .insertInto('callCentreList')
    .values({ ...row, centreId: ctx.centreId, listId })
    .onConflict((key) => key.columns(['centreId', 'listId']).doUpdateSet(row))
    .execute()
}
export const dropList = (ctx: Ctx, listId: number) =>
  ctx.db.deleteFrom('callCentreList').where('centreId', '=', ctx.centreId).where('listId', '=', listId).execute()
/** All its lists go to another, or to everyone; which of them are not closed. */
export const handLists = async (ctx: Ctx, from: number, to: number | null): Promise<number[]> => {
  const handed =
    to === null
      ? sql`delete from call_centre_list where centre_id = ${ctx.centreId} and call_centre_id = ${from} returning list_id`
      : sql`update call_centre_list set call_centre_id = ${to}, given_by = ${ctx.personId}, given_at = ${ctx.at}
          where centre_id = ${ctx.centreId} and call_centre_id = ${from} returning list_id`
  const { rows } = await sql<{ listId: number }>`
    with handed as (${handed})
    select h.list_id as "listId" from handed h
    join list_now l on l.centre_id = ${ctx.centreId} and l.id = h.list_id and l.closed_at is null`.execute(ctx.db)
  return rows.map(({ listId }) => listId)
}
/** Whether any list in calling is given to others than who asks. */
export const hasListsElsewhere = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db
    .selectFrom('callingList as l')
    .innerJoin('listElsewhere as e', (join) =>
      join.onRef('e.centreId', '=', 'l.centreId').onRef('e.listId', '=', 'l.id'),
    )
    .select('l.id')
    .where('l.centreId', '=', ctx.centreId)
    .limit(1)
    .executeTakeFirst()) !== undefined
