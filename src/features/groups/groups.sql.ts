/** Statements on groups and who is in them. Themes are read through row-level security alone: who may not read the plan gets none. */
import { type Insertable, sql, type SqlBool } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import { joinNow } from './members.sql.ts'
import { ofPlace, seenFrom } from '../leaderships/leaderships.ts'

/** Names and days of groups, who leads each, and who asks is what to it. */
const groups = (ctx: Ctx) =>
  ctx.db
    .selectFrom('workingGroup as g')
    .innerJoin('companyPlace as c', 'c.id', 'g.companyId')
    .innerJoin('personNamed as b', 'b.id', 'g.madeBy')
    .leftJoin('groupLead as l', (join) => join.onRef('l.centreId', '=', 'g.centreId').onRef('l.groupId', '=', 'g.id'))
    .leftJoin('memberNow as p', (join) =>
      join.onRef('p.centreId', '=', 'g.centreId').onRef('p.personId', '=', 'l.personId'),
    )
    .leftJoin('groupMember as me', (join) =>
      join
        .onRef('me.centreId', '=', 'g.centreId')
        .onRef('me.groupId', '=', 'g.id')
        .on('me.personId', '=', ctx.personId ?? 0)
        .on('me.leftAt', 'is', null)
        .on('me.declinedAt', 'is', null),
    )
    .where('g.centreId', '=', ctx.centreId)
    .select([
      ...(['g.id', 'g.companyId', 'g.cvr', 'c.name as company', 'c.town', 'c.employees'] as const),
      ...(['g.circleId', 'g.madeAt', 'b.name as madeBy', 'g.contactId', 'g.nextOn', 'g.themeShownAt'] as const),
      ...(['g.endedAt', 'l.personId as leadId', 'p.name as lead', 'p.school as leadSchool'] as const),
    ])
    .select(sql<boolean>`(me.person_id is not null and me.joined_at is null)`.as('asked'))
    .select(sql<boolean>`(me.joined_at is not null)`.as('isIn'))
export type GroupRow = Awaited<ReturnType<ReturnType<typeof groups>['executeTakeFirstOrThrow']>>

/** Only those whose plan who asks may read. */
const mine = (ctx: Ctx) =>
  groups(ctx)
    .innerJoin('groupTheme as t', (join) => join.onRef('t.centreId', '=', 'g.centreId').onRef('t.groupId', '=', 'g.id'))
    .where(sql<SqlBool>`g.id in (select y.id from my_group y)`)
    .select('t.theme')

export const groupById = (ctx: Ctx, id: number): Promise<GroupRow | undefined> =>
  groups(ctx).where('g.id', '=', id).executeTakeFirst()
export const planById = (ctx: Ctx, id: number) => mine(ctx).where('g.id', '=', id).executeTakeFirst()
export const lockGroup = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('workingGroup')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

const open = sql`from group_task o left join group_task_words w on w.centre_id = o.centre_id and w.task_id = o.id
  left join person_named n on n.id = o.owner_id
  where o.centre_id = g.centre_id and o.group_id = g.id and o.ended_at is null order by o.due_on, o.id limit 1`
type Sought = {
  state: 'running' | 'ended'
  after?: readonly [string, number] | undefined
  limit: number
}
/** By what comes next: a task, or the contact with the company. */
export const groupPage = (ctx: Ctx, { state, after, limit }: Sought) => {
  const running = state === 'running'
  const on = running
    ? sql<string>`least(g.next_on, (select o.due_on ${open}))`
    : sql<string>`(g.ended_at at time zone 'Europe/Copenhagen')::date`
  const people = sql`from group_member m join member_now n on n.centre_id = m.centre_id and n.person_id = m.person_id
    where m.centre_id = g.centre_id and m.group_id = g.id and m.joined_at is not null and m.left_at is null`
  let rows = mine(ctx)
    .select(on.as('sortedOn'))
    .select(sql<number>`(select count(*)::int ${people})`.as('people'))
    .select(sql<number>`(select count(distinct n.school_id)::int ${people})`.as('schools'))
    .select(
      sql<{ what: string; who: string | null; dueOn: string } | null>`(
        select jsonb_build_object('what', coalesce(w.what, ''), 'who', n.name, 'dueOn', o.due_on) ${open})`.as(
        'nextTask',
      ),
    )
    .where('g.endedAt', running ? 'is' : 'is not', null)
  if (after)
    rows = rows.where(
      running
        ? sql<SqlBool>`(${on}, g.id) > (${after[0]}::date, ${after[1]})`
        : sql<SqlBool>`(${on}, g.id) < (${after[0]}::date, ${after[1]})`,
    )
  const order = running ? 'asc' : 'desc'
  return rows.orderBy('sortedOn', order).orderBy('g.id', order).limit(limit).execute()
}

/** Of a place, for everyone who knows it: that there is one, who leads it, and what came of it. */
export const groupsOnPlace = (ctx: Ctx, companyId: number) =>
  groups(ctx)
    .leftJoin('groupResult as r', (join) => join.onRef('r.centreId', '=', 'g.centreId').onRef('r.groupId', '=', 'g.id'))
    .select(['r.agreed', 'r.cameOf', 'r.learnt'])
    .select(sql<boolean>`(g.id in (select y.id from my_group y))`.as('opens'))
    .where(seenFrom('g', companyId))
    .orderBy('g.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('g.id', 'desc')
    .limit(20)
    .execute()
/** What the company itself reads: those that run, with a theme where the lead lets it. */
export const shownToCompany = (ctx: Ctx, companyId: number) =>
  groups(ctx)
    .leftJoin('groupTheme as t', (join) =>
      join.onRef('t.centreId', '=', 'g.centreId').onRef('t.groupId', '=', 'g.id').on('g.themeShownAt', 'is not', null),
    )
    .select('t.theme')
    .where('g.endedAt', 'is', null)
    .where(ofPlace('g', companyId))
    .orderBy('g.id')
    .execute()
export const runningAt = (ctx: Ctx, of: { companyIds: readonly number[] } | { cvr: string }): Promise<GroupRow[]> =>
  groups(ctx)
    .where('g.endedAt', 'is', null)
    .where((eb) => ('cvr' in of ? eb('g.cvr', '=', of.cvr) : eb('g.companyId', 'in', [0, ...of.companyIds])))
    .orderBy('g.id')
    .execute()
export const resultOf = (ctx: Ctx, groupId: number) =>
  ctx.db
    .selectFrom('groupResult')
    .where('centreId', '=', ctx.centreId)
    .where('groupId', '=', groupId)
    .select(['agreed', 'cameOf', 'learnt'])
    .executeTakeFirst()

type New = Pick<Insertable<DB['workingGroup']>, 'companyId' | 'cvr' | 'circleId' | 'visitId' | 'contactId' | 'nextOn'>
export const insertGroup = async (ctx: Ctx, group: New, theme: string): Promise<number> => {
  const made = { ...group, centreId: ctx.centreId, madeBy: ctx.personId ?? 0, madeAt: ctx.at }
  const { id } = await ctx.db.insertInto('workingGroup').values(made).returning('id').executeTakeFirstOrThrow()
  await joinNow(ctx, id)
  await ctx.db.insertInto('groupTheme').values({ centreId: ctx.centreId, groupId: id, theme }).execute()
  return id
}
type Change = Partial<{
  companyId: number
  cvr: string
  nextOn: string | null
  themeShownAt: string | null
  endedAt: string
  endedBy: number | null
}>
export const updateGroup = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('workingGroup').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
export const forgetContact = (ctx: Ctx, contactId: number) =>
  ctx.db
    .updateTable('workingGroup')
    .set({ contactId: null })
    .where('centreId', '=', ctx.centreId)
    .where('contactId', '=', contactId)
    .execute()
export const insertResult = (ctx: Ctx, groupId: number, result: { agreed: string; cameOf: string; learnt: string }) =>
  ctx.db
    .insertInto('groupResult')
    .values({ ...result, groupId, centreId: ctx.centreId })
    .execute()
/** Saying it twice is saying it. */
export const insertUnwanted = (ctx: Ctx, visitId: number) =>
  ctx.db
    .insertInto('groupUnwanted')
    .values({ centreId: ctx.centreId, visitId, saidBy: ctx.personId ?? 0, saidAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Groups that run and somebody is in, or is asked into. */
export const groupsOfPerson = (ctx: Ctx, personId: number): Promise<GroupRow[]> =>
  groups(ctx)
    .where('g.endedAt', 'is', null)
    .where(
      sql<SqlBool>`exists (select from group_member m where m.centre_id = g.centre_id and m.group_id = g.id and m.person_id = ${personId}
        and m.declined_at is null and m.left_at is null)`,
    )
    .orderBy('g.id')
    .execute()
export const placeById = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace').where('id', '=', id).select(['id', 'cvr', 'name']).executeTakeFirst()

/** They want no contact any more. */
export const hasSaidStop = async (ctx: Ctx, companyId: number): Promise<boolean> => {
  const { rows } = await sql`
    select from contact_hindrances(${ctx.centreId}, ${companyId}, 'phone') h where h.kind = 'stop' limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** The latest report of the place for which a group is proposed, and what makes it so. */
export const proposedOn = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('groupProposed as w')
    .where('w.centreId', '=', ctx.centreId)
    .where(ofPlace('w', companyId))
    .select(['w.visitId', 'w.visitedAt', 'w.employees', 'w.needs', 'w.toLearnFrom', 'w.schools'])
    .orderBy('w.visitedAt', 'desc')
    .orderBy('w.visitId', 'desc')
    .executeTakeFirst()
