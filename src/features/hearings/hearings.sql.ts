import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Role } from '../centre/roles.ts'

/** Each school's answer, by name; for the coordinator. */
export const answersOf = (ctx: Ctx, hearingId: number) =>
  ctx.db
    .selectFrom('hearingAnswer as a')
    .innerJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'a.centreId').onRef('s.id', '=', 'a.schoolId'))
    .leftJoin('personNamed as p', 'p.id', 'a.answeredBy')
    .select(['a.schoolId', 's.name as school', 'a.answeredAt', 'p.name as answeredBy', 'a.silentAt', 'a.remindedAt'])
    .where('a.centreId', '=', ctx.centreId)
    .where('a.hearingId', '=', hearingId)
    .orderBy('s.name')
    .execute()

/** Begins the hearing and asks every school of the centre; undefined when the list has one. */
export const insertHearing = async (
  ctx: Ctx,
  listId: number,
  row: { personId: number; deadline: string; silence: string },
) => {
  const hearing = await ctx.db
    .insertInto('hearing')
    .values({
      centreId: ctx.centreId,
      listId,
      startedBy: row.personId,
      startedAt: ctx.at,
      deadline: row.deadline,
      silence: row.silence,
    })
    .onConflict((same) => same.columns(['centreId', 'listId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!hearing) return undefined
  await sql`insert into hearing_answer (centre_id, hearing_id, school_id)
    select centre_id, ${hearing.id}, id from school_now where centre_id = ${ctx.centreId}`.execute(ctx.db)
  return hearing.id
}

const hearings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('hearing as h')
    .innerJoin('listNow as l', (join) => join.onRef('l.centreId', '=', 'h.centreId').onRef('l.id', '=', 'h.listId'))
    .select([
      'h.id',
      'h.listId',
      'h.startedAt',
      'h.deadline',
      'h.endedAt',
      'l.name',
      'l.goal',
      sql<'goes-on' | 'waits'>`h.silence`.as('silence'),
    ])
    .where('h.centreId', '=', ctx.centreId)

const answered = (of: string) =>
  sql<number>`(select count(*)::int from hearing_answer a where a.centre_id = h.centre_id and a.hearing_id = h.id and ${sql.raw(of)})`
/** Hearings with how many schools were asked, how many are missing, and when the asker's own answered. */
const inShort = (ctx: Ctx) =>
  hearings(ctx).select([
    answered('true').as('schools'),
    answered('a.answered_at is null').as('missing'),
    sql<string | null>`(select a.answered_at from hearing_answer a
      where a.centre_id = h.centre_id and a.hearing_id = h.id and a.school_id = ${ctx.schoolId})`.as('ownAnswerAt'),
    sql<number>`(select count(*)::int from listed_company c where c.centre_id = h.centre_id and c.list_id = h.list_id)`.as(
      'companies',
    ),
  ])
export type InShort = Awaited<ReturnType<typeof openInShort>>[number]
export const openInShort = (ctx: Ctx) =>
  inShort(ctx).where('h.endedAt', 'is', null).orderBy('h.deadline').orderBy('h.id').execute()
export const inShortOfList = (ctx: Ctx, listId: number) =>
  inShort(ctx).where('h.listId', '=', listId).executeTakeFirst()
export const findListState = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('listNow')
    .select(['state', 'hearingId'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', listId)
    .executeTakeFirst()

export const findHearing = (ctx: Ctx, id: number) => hearings(ctx).where('h.id', '=', id).executeTakeFirst()
/** The hearing, locked shared: it cannot end while a school strikes, and schools do not wait for each other. */
export const shareHearing = (ctx: Ctx, id: number) =>
  hearings(ctx).where('h.id', '=', id).forShare('h').executeTakeFirst()
/** The hearing, locked alone; the list's row is locked before it. */
export const lockHearing = (ctx: Ctx, id: number) =>
  hearings(ctx).where('h.id', '=', id).forUpdate('h').executeTakeFirst()

const answers = (ctx: Ctx, hearingId: number) =>
  ctx.db.selectFrom('hearingAnswer as a').where('a.centreId', '=', ctx.centreId).where('a.hearingId', '=', hearingId)
export const findOwnAnswer = (ctx: Ctx, hearingId: number, schoolId: number) =>
  answers(ctx, hearingId)
    .leftJoin('personNamed as p', 'p.id', 'a.answeredBy')
    .select(['a.answeredAt', 'p.name as answeredBy'])
    .where('a.schoolId', '=', schoolId)
    .executeTakeFirst()
/** The own school's answer, locked alone: two colleagues take turns. */
export const lockOwnAnswer = (ctx: Ctx, hearingId: number, schoolId: number) =>
  answers(ctx, hearingId).select('a.answeredAt').where('a.schoolId', '=', schoolId).forUpdate().executeTakeFirst()

export const setAnswer = (
  ctx: Ctx,
  hearingId: number,
  schoolId: number,
  answer: { at: string; personId: number } | null,
) =>
  ctx.db
    .updateTable('hearingAnswer')
    .set({ answeredAt: answer?.at ?? null, answeredBy: answer?.personId ?? null })
    .where('centreId', '=', ctx.centreId)
    .where('hearingId', '=', hearingId)
    .where('schoolId', '=', schoolId)
    .execute()

/** Schools that have not answered. */
export const missingSchools = (ctx: Ctx, hearingId: number) =>
  answers(ctx, hearingId)
    .innerJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'a.centreId').onRef('s.id', '=', 'a.schoolId'))
    .select(['s.id', 's.name'])
    .where('a.answeredAt', 'is', null)
    .orderBy('s.name')
    .execute()

/** All that have not answered, or the one. */
export const markReminded = (ctx: Ctx, hearingId: number, schoolId?: number) => {
  const missing = ctx.db
    .updateTable('hearingAnswer')
    .set({ remindedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('hearingId', '=', hearingId)
    .where('answeredAt', 'is', null)
  return (schoolId === undefined ? missing : missing.where('schoolId', '=', schoolId)).execute()
}
/** The schools that were asked, whether they have answered or not. */
export const askedSchools = async (ctx: Ctx, hearingId: number): Promise<number[]> =>
  (await answers(ctx, hearingId).select('a.schoolId').orderBy('a.schoolId').execute()).map(({ schoolId }) => schoolId)
/** Who may answer at the schools that were asked: people of these roles whom their school has agreed to. */
export const whoCanAnswer = (ctx: Ctx, roles: readonly Role[], hearingId: number) =>
  answers(ctx, hearingId)
    .innerJoin('memberNow as m', (join) =>
      join.onRef('m.centreId', '=', 'a.centreId').onRef('m.schoolId', '=', 'a.schoolId'),
    )
    .select(['m.personId', 'm.name', 'm.email', 'm.language', 'm.role', 'a.schoolId'])
    .where('m.role', 'in', roles)
    .where('m.schoolWaits', '=', false)
    .orderBy('m.name')
    .execute()
/** Someone of these roles at the school whom it has agreed to; of several the first. */
export const oneOf = (ctx: Ctx, roles: readonly Role[], schoolId: number) =>
  ctx.db
    .selectFrom('memberNow')
    .select('name')
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('role', 'in', roles)
    .where('schoolWaits', '=', false)
    .orderBy('personId')
    .limit(1)
    .executeTakeFirst()
export const setDeadline = (ctx: Ctx, hearingId: number, deadline: string) =>
  ctx.db
    .updateTable('hearing')
    .set({ deadline })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', hearingId)
    .execute()
export const markSilent = async (ctx: Ctx, hearingId: number) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('hearingAnswer')
    .set({ silentAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('hearingId', '=', hearingId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
/** Ends it; false when it had ended. */
export const setEnded = async (ctx: Ctx, hearingId: number) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('hearing')
    .set({ endedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', hearingId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
/** The open hearing of a list, if it has one; the list's row is locked before it. */
export const lockOpenOfList = (ctx: Ctx, listId: number) =>
  hearings(ctx).where('h.listId', '=', listId).where('h.endedAt', 'is', null).forUpdate('h').executeTakeFirst()

export const openOfList = (ctx: Ctx, listId: number) =>
  hearings(ctx).where('h.listId', '=', listId).where('h.endedAt', 'is', null).executeTakeFirst()

/** Who is struck on a list, and until when; of several strikes the longest. */
export const standingStrikes = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('strike')
    .select(['companyId', sql<string>`max(until_on)`.as('untilOn')])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .where('undoneAt', 'is', null)
    .groupBy('companyId')
    .orderBy('companyId')
    .execute()

/** The companies of a list that schools are asked about. */
export const placesOf = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('listedCompany')
    .select(['id', 'companyId', 'cvr'])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .execute()
/** Strikes that stand, anyone's. */
export const strikesOf = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('strike')
    .select(['id', 'companyId', 'cvr', 'struckAt', 'untilOn'])
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .where('undoneAt', 'is', null)
    .execute()

/** Open hearings whose deadline has passed. */
export const dueHearings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('hearing')
    .select(['id', 'listId'])
    .where('centreId', '=', ctx.centreId)
    .where('endedAt', 'is', null)
    .where('deadline', '<=', ctx.at)
    .orderBy('listId')
    .execute()

/** The leaders of schools; `[]` of a school without one. */
export const leadersOf = (ctx: Ctx, roles: readonly Role[], schoolIds: readonly number[]) =>
  ctx.db
    .selectFrom('memberNow as m')
    .select(['m.name', 'm.email', 'm.language', 'm.schoolId'])
    .where('m.centreId', '=', ctx.centreId)
    .where('m.role', 'in', roles)
    .where(sql<boolean>`m.school_id = any(${schoolIds}::int[])`)
    .orderBy('m.personId')
    .execute()

export const countIncluded = async (ctx: Ctx, listId: number) => {
  const row = await ctx.db
    .selectFrom('listedCompany')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('centreId', '=', ctx.centreId)
    .where('listId', '=', listId)
    .executeTakeFirstOrThrow()
  return row.count
}
