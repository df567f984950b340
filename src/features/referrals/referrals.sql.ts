/** Statements on referrals. Their words are read through row-level security alone: who may not read them gets no row. */
import { type Insertable, sql, type SqlBool } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import { containing } from '#platform/db/containing'
import { ofPlace, seenFrom } from '../leaderships/leaderships.ts'

export type ClosedHow = 'talked' | 'told' | 'withdrawn'

/** Who asked whom, by when, how far: names and days, no words. */
const referrals = (ctx: Ctx) =>
  ctx.db
    .selectFrom('referral as r')
    .innerJoin('companyPlace as c', 'c.id', 'r.companyId')
    .innerJoin('personNamed as g', 'g.id', 'r.giverId')
    .leftJoin('schoolNow as gs', (join) =>
      join.onRef('gs.centreId', '=', 'r.centreId').onRef('gs.id', '=', 'r.giverSchoolId'),
    )
    .leftJoin('personNamed as p', 'p.id', 'r.receiverId')
    .leftJoin('personNamed as f', 'f.id', 'r.followerId')
    .leftJoin('schoolNow as s', (join) =>
      join.onRef('s.centreId', '=', 'r.centreId').onRef('s.id', '=', 'r.receiverSchoolId'),
    )
    .leftJoin('referralTalked as t', (join) =>
      join.onRef('t.centreId', '=', 'r.centreId').onRef('t.referralId', '=', 'r.id'),
    )
    .where('r.centreId', '=', ctx.centreId)
    .select([
      ...(['r.id', 'r.companyId', 'r.cvr', 'c.name as company', 'c.town'] as const),
      ...(['r.giverId', 'g.name as giver', 'gs.name as giverSchool', 'r.givenAt', 'r.giverSchoolId'] as const),
      ...(['r.followerId', 'f.name as follower', 'r.receiverId', 'p.name as receiver'] as const),
      ...(['r.receiverSchoolId', 's.name as receiverSchool', 'r.hearBy', 'r.answerBy', 'r.givenBack'] as const),
      ...(['r.takenAt', 'r.answeredAt', 'r.answeredBy', 'r.answeredMet', 'r.closedAt', 't.talkedAt'] as const),
      ...(['r.closedBy', 'r.askedAt', 'r.remindOn'] as const),
    ])
    .select(sql<ClosedHow | null>`r.closed_how`.as('closedHow'))
export type ReferralRow = Awaited<ReturnType<ReturnType<typeof referrals>['executeTakeFirstOrThrow']>>

/** Only those whose words who asks may read. */
const mine = (ctx: Ctx) =>
  referrals(ctx)
    .innerJoin('referralMatter as m', (join) =>
      join.onRef('m.centreId', '=', 'r.centreId').onRef('m.referralId', '=', 'r.id'),
    )
    .select('m.field')

export const referralById = (ctx: Ctx, id: number): Promise<ReferralRow | undefined> =>
  referrals(ctx).where('r.id', '=', id).executeTakeFirst()

export const lockReferral = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('referral')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

/** At who asks: in person, or at anyone of the school. */
const atMe = (ctx: Ctx) =>
  sql<SqlBool>`(r.receiver_id = ${ctx.personId}::int or r.receiver_id is null and r.receiver_school_id = ${ctx.schoolId}::int)`
/** How many await an answer of who asks. */
export const waitingForMe = async (ctx: Ctx): Promise<number> => {
  const asked = sql<SqlBool>`r.closed_at is null and r.taken_at is null and r.answered_at is null`
  return (await mine(ctx).where(asked).where(atMe(ctx)).execute()).length
}

const meant = sql<number>`case when r.answered_at is not null or r.taken_at is not null then 1 else 0 end`
/** At the coordinators: nobody has it, nobody follows it, or whoever was asked let the last day pass. */
const atTheCentre = (lastDay: string) =>
  sql<SqlBool>`(r.receiver_id is null and r.receiver_school_id is null or r.follower_id is null or ${meant} = 0 and r.answer_by <= ${lastDay}::date)`
type Sought = {
  whose: 'mine' | 'all'
  /** For who runs the centre, to whom those at the coordinators are his own: the last day that is over. */
  centresFrom: string | null
  state: 'open' | 'ended'
  text?: string | undefined
  after?: readonly [string, number] | undefined
  limit: number
}
/** The day that is nearest: for an answer, else for what they were told. */
const nearest = sql<string>`case when ${meant} = 1 then r.hear_by else r.answer_by end`
export const referralPage = (ctx: Ctx, { whose, centresFrom, state, text, after, limit }: Sought) => {
  const open = state === 'open'
  const on = open ? nearest : sql<string>`(r.closed_at at time zone 'Europe/Copenhagen')::date`
  let rows = mine(ctx)
    .select(on.as('sortedOn'))
    .where('r.closedAt', open ? 'is' : 'is not', null)
  const centres = centresFrom === null ? sql`false` : atTheCentre(centresFrom)
  if (whose === 'mine')
    rows = rows.where(sql<SqlBool>`(${atMe(ctx)} or r.follower_id = ${ctx.personId}::int or ${centres})`)
  if (text) rows = rows.where('c.name', 'ilike', containing(text))
  if (after)
    rows = rows.where(
      open
        ? sql<SqlBool>`(${on}, r.id) > (${after[0]}::date, ${after[1]})`
        : sql<SqlBool>`(${on}, r.id) < (${after[0]}::date, ${after[1]})`,
    )
  const order = open ? 'asc' : 'desc'
  return rows.orderBy('sortedOn', order).orderBy('r.id', order).limit(limit).execute()
}

/** Open ones with a company: names and days for everyone who knows it, and for itself. `answers`: those this place answers for, no more. */
export const openOnPlace = (ctx: Ctx, companyId: number, { answers = false } = {}) =>
  referrals(ctx)
    .leftJoin('myReferral as y', (join) => join.onRef('y.centreId', '=', 'r.centreId').onRef('y.id', '=', 'r.id'))
    .select(sql<boolean>`(y.id is not null)`.as('opens'))
    .where('r.closedAt', 'is', null)
    .where(answers ? ofPlace('r', companyId) : seenFrom('r', companyId))
    .orderBy('r.hearBy')
    .orderBy('r.id')
    .execute()

type Matter = Pick<Insertable<DB['referralMatter']>, 'words' | 'field' | 'contactId' | 'visitId'>
type New = Omit<Insertable<DB['referral']>, 'centreId' | 'id' | 'giverId' | 'givenAt' | 'askedAt' | 'giverSchoolId'>
export const insertReferral = async (ctx: Ctx, referral: New, matter: Matter): Promise<number> => {
  const given = { giverId: ctx.personId ?? 0, giverSchoolId: ctx.schoolId, givenAt: ctx.at, askedAt: ctx.at }
  const { id } = await ctx.db
    .insertInto('referral')
    .values({ ...referral, ...given, centreId: ctx.centreId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('referralMatter')
    .values({ ...matter, centreId: ctx.centreId, referralId: id })
    .execute()
  return id
}

type Change = Partial<{
  companyId: number
  cvr: string
  followerId: number | null
  receiverId: number | null
  receiverSchoolId: number | null
  askedAt: string
  remindOn: string
  answerBy: string
  givenBack: number
  takenAt: string | null
  answeredAt: string | null
  answeredBy: number | null
  answeredMet: boolean
  closedAt: string | null
  closedBy: number | null
  closedHow: ClosedHow | null
}>
export const updateReferral = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('referral').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

type OpenOf = { receiverId: number } | { followerId: number } | { companyIds: readonly number[] }
/** Open ones of somebody, or of these companies. */
export const openReferrals = (ctx: Ctx, of: OpenOf): Promise<ReferralRow[]> =>
  referrals(ctx)
    .where('r.closedAt', 'is', null)
    .where((eb) => {
      if ('receiverId' in of) return eb('r.receiverId', '=', of.receiverId)
      return 'followerId' in of
        ? eb('r.followerId', '=', of.followerId)
        : eb('r.companyId', 'in', [0, ...of.companyIds])
    })
    .orderBy('r.id')
    .execute()

// ---- Who may be asked ---------------------------------------------------------------------------------------------
export const peopleNow = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .select(['personId as id', 'name', 'school', 'schoolId', 'municipality', 'role'])
    .orderBy('name')
    .orderBy('personId')
    .execute()
export const contactsAt = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('companyPersonNow')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('leftOn', 'is', null)
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute()
export const placeById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace')
    .where('id', '=', id)
    .select(['id', 'cvr', 'name', 'industry', 'municipality'])
    .executeTakeFirst()

/** They want no contact any more. */
export const hasSaidStop = async (ctx: Ctx, companyId: number): Promise<boolean> => {
  const { rows } = await sql`
    select from contact_hindrances(${ctx.centreId}, ${companyId}, 'phone') h where h.kind = 'stop' limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}
