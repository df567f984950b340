/** Statements on leavings. Who reads a row, the tables' own policies say. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import type { LooseEnd } from '#platform/room'
import type { Role } from '../centre/roles.ts'

const leavings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leaving as l')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'l.centreId').onRef('p.personId', '=', 'l.personId'),
    )
    .leftJoin('personNamed as by', 'by.id', 'l.announcedBy')
    .where('l.centreId', '=', ctx.centreId)
    .select(['l.id', 'l.personId', 'p.name', 'p.school', 'p.schoolId', 'l.lastDay', 'by.name as announcedBy'])
    .select(['l.announcedAt', 'l.leftAt', 'l.withdrawnAt', 'l.settledAt'])
export type LeavingRow = Awaited<ReturnType<ReturnType<typeof leavings>['executeTakeFirstOrThrow']>>

export const leavingById = (ctx: Ctx, id: number): Promise<LeavingRow | undefined> =>
  leavings(ctx).where('l.id', '=', id).executeTakeFirst()
/** Announced, or left with something open. */
export const leavingsNow = (ctx: Ctx): Promise<LeavingRow[]> =>
  leavings(ctx)
    .where('l.withdrawnAt', 'is', null)
    .where('l.settledAt', 'is', null)
    .orderBy('l.lastDay')
    .orderBy('l.id')
    .execute()
/** The one that is announced and has not come, of someone. */
export const aheadOf = (ctx: Ctx, personId: number): Promise<LeavingRow | undefined> =>
  leavings(ctx)
    .where('l.personId', '=', personId)
    .where('l.withdrawnAt', 'is', null)
    .where('l.leftAt', 'is', null)
    .executeTakeFirst()

type New = { personId: number; lastDay: string; leftAt: string | null }
/** Undefined when it has been announced already. */
export const insertLeaving = (ctx: Ctx, leaving: New) =>
  ctx.db
    .insertInto('leaving')
    .values({ ...leaving, centreId: ctx.centreId, announcedBy: ctx.personId, announcedAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

type Change = Partial<{
  lastDay: string
  withdrawnAt: string
  withdrawnBy: number | null
  leftAt: string
  settledAt: string
}>
/** Of a leaving that is ahead, as it was seen; undefined when it has changed meanwhile. */
export const changeAhead = (ctx: Ctx, id: number, seen: string, change: Change) =>
  ctx.db
    .updateTable('leaving')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('lastDay', '=', seen)
    .where('withdrawnAt', 'is', null)
    .where('leftAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
export const markSettled = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('leaving')
    .set({ settledAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

/** Whose last day is over. */
export const dueToLeave = (ctx: Ctx): Promise<LeavingRow[]> =>
  leavings(ctx)
    .where('l.lastDay', '<', ctx.today)
    .where('l.withdrawnAt', 'is', null)
    .where('l.leftAt', 'is', null)
    .orderBy('l.id')
    .limit(20)
    .execute()

// ---- What is left, and who is asked ---------------------------------------------------------------------------------
type Of = Pick<LeavingRow, 'id' | 'personId'>
/** Written down as it stands, once. */
export const keepThings = async (ctx: Ctx, { id, personId }: Of, things: readonly LooseEnd[]) => {
  if (things.length === 0) return
  await ctx.db
    .insertInto('leavingThing')
    .values(
      things.map(({ kind, sourceId, company, since, values }) => ({
        ...{ centreId: ctx.centreId, leavingId: id, leaverId: personId, kind, sourceId },
        ...{ companyId: company?.id ?? null, since, values: JSON.stringify(values) },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
export const thingsOf = async (ctx: Ctx, leavingId: number): Promise<LooseEnd[]> => {
  const rows = await ctx.db
    .selectFrom('leavingThing as t')
    .leftJoin('companyPlace as c', 'c.id', 't.companyId')
    .where('t.centreId', '=', ctx.centreId)
    .where('t.leavingId', '=', leavingId)
    .select(['t.kind', 't.sourceId', 't.leaverId as personId', 't.since', 't.companyId', 'c.name'])
    .select(sql<LooseEnd['values']>`t."values"`.as('values'))
    .orderBy('t.since')
    .orderBy('t.sourceId')
    .execute()
  return rows.map(({ companyId, name, ...row }) => ({
    ...row,
    company: companyId === null ? null : { id: companyId, name: name ?? '' },
  }))
}

/** Neither answered nor taken back, and its leaver has not been said to stay. */
const isOpen = sql<SqlBool>`(answered_at is null and closed_at is null and exists (
  select from leaving l where l.centre_id = app_centre() and l.id = leaving_id and l.withdrawn_at is null))`
const questions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leavingQuestion as q')
    .innerJoin('memberEver as t', (join) =>
      join.onRef('t.centreId', '=', 'q.centreId').onRef('t.personId', '=', 'q.toId'),
    )
    .where('q.centreId', '=', ctx.centreId)
    .select(['q.id', 'q.leavingId', 'q.kind', 'q.sourceId', 'q.leaverId', 'q.toId', 't.name', 't.school'])
    .select(['q.askedAt', 'q.answeredAt', 'q.saidYes', 'q.why', 'q.closedAt'])
export type QuestionRow = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>
export const questionsOf = (ctx: Ctx, leavingId: number): Promise<QuestionRow[]> =>
  questions(ctx).where('q.leavingId', '=', leavingId).orderBy('q.id').execute()
/** Those that nobody has answered, to someone. */
export const openTo = (ctx: Ctx, toId: number): Promise<QuestionRow[]> =>
  questions(ctx).where('q.toId', '=', toId).where(isOpen).orderBy('q.id').execute()

type Asked = { kind: string; sourceId: number; toId: number }
/** Those that were asked just now: of one thing one is asked at a time. */
export const insertQuestions = (ctx: Ctx, { id, personId }: Of, asked: readonly Asked[]) =>
  ctx.db
    .insertInto('leavingQuestion')
    .values(
      asked.map((one) => ({
        ...{ ...one, centreId: ctx.centreId, leavingId: id, leaverId: personId },
        ...{ askedBy: ctx.personId ?? 0, askedAt: ctx.at },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'toId'])
    .execute()

type Answer = { answeredAt: string; saidYes: boolean; why?: string } | { closedAt: string }
/** Those that had not been answered or closed meanwhile. */
export const answerQuestions = async (ctx: Ctx, ids: readonly number[], answer: Answer): Promise<number[]> => {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .updateTable('leavingQuestion')
    .set(answer)
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', ids)
    .where(isOpen)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

// ---- Who could take them ------------------------------------------------------------------------------------------------
export type Taker = {
  id: number
  name: string
  school: string | null
  schoolId: number | null
  municipality: number | null
  role: string
  companies: number
  leaves: boolean
}
/** Who visits, how many companies each has, and whether that one leaves too. */
export const takersNow = async (ctx: Ctx, roles: readonly string[]): Promise<Taker[]> => {
  const { rows } = await sql<Taker>`
    select m.person_id as id, m.name, m.school, m.school_id as "schoolId", m.municipality, m.role,
      (select count(*)::int from regular_contact_now r where r.centre_id = m.centre_id and r.person_id = m.person_id and r.released_at is null) as companies,
      exists (select from leaving l where l.centre_id = m.centre_id and l.person_id = m.person_id and l.withdrawn_at is null and l.left_at is null) as leaves
    from member_now m
    where m.centre_id = ${ctx.centreId} and m.role = any(${roles})
    order by m.name, m.person_id`.execute(ctx.db)
  return rows
}
export const placesOf = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .selectFrom('companyPlace')
    .where('id', 'in', [0, ...ids])
    .select(['id', 'cvr', 'name', 'town', 'municipality', 'industry'])
    .execute()
export type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number]
/** Who is here, or was. */
export const memberEver = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('memberEver')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .select(['personId', 'name', 'schoolId', 'leftAt', sql<Role>`role`.as('role')])
    .executeTakeFirst()
