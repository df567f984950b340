import { sql, type Updateable } from 'kysely'
import type { Ctx } from '#platform/context'
import type { DB } from '../../../db/types.ts'
import type { Role } from '../centre/roles.ts'

export const schoolById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('schoolNow')
    .select(['id', 'name'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()

export const memberWith = (ctx: Ctx, email: string) =>
  ctx.db
    .selectFrom('memberNow')
    .select('memberId')
    .where('centreId', '=', ctx.centreId)
    .where('email', '=', email)
    .executeTakeFirst()

type NewInvitation = {
  hash: string
  email: string
  name: string
  role: Role
  schoolId: number | null
  phone: string | null
  title: string | null
  invitedBy: number
  agreedBy: number | null
  expiresAt: string
}
export const insertInvitation = (ctx: Ctx, invitation: NewInvitation) =>
  ctx.db
    .insertInto('invitation')
    .values({ ...invitation, centreId: ctx.centreId, invitedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

const open = (ctx: Ctx) =>
  ctx.db
    .selectFrom('invitation as i')
    .select(['i.id', 'i.email', 'i.name', sql<Role>`i.role`.as('role'), 'i.invitedAt', 'i.expiresAt', 'i.schoolId'])
    .select(['i.copiedAt', 'i.openedAt'])
    .where('i.centreId', '=', ctx.centreId)
    .where('i.acceptedAt', 'is', null)
    .where('i.withdrawnAt', 'is', null)
    .where('i.expiresAt', '>', ctx.at)

export const openInvitations = (ctx: Ctx) =>
  open(ctx)
    .leftJoin('schoolNow as s', (join) => join.onRef('s.centreId', '=', 'i.centreId').onRef('s.id', '=', 'i.schoolId'))
    .select('s.name as school')
    .orderBy('i.id', 'desc')
    .execute()

export const openInvitation = (ctx: Ctx, hash: string) =>
  open(ctx)
    .innerJoin('centreNow as c', 'c.id', 'i.centreId')
    .select(['i.agreedBy', 'i.phone', 'i.title', 'c.name as centre'])
    .where('i.hash', '=', hash)
    .executeTakeFirst()

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof openInvitation>>>

/** Only of what was neither accepted nor withdrawn. */
const changing = (ctx: Ctx, change: Updateable<DB['invitation']>) =>
  ctx.db
    .updateTable('invitation')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)

/** Undefined when someone took it before. */
export const takeInvitation = (ctx: Ctx, id: number) =>
  changing(ctx, { acceptedAt: ctx.at }).where('id', '=', id).returning('id').executeTakeFirst()

/** Until the end of the transaction nobody else invites this address here, or comes in with it. */
export const lockAddress = (ctx: Ctx, email: string) =>
  sql`select pg_advisory_xact_lock(hashtext('invitation'), hashtext(${`${ctx.centreId} ${email}`}))`.execute(ctx.db)

const withdrawing = (ctx: Ctx) => changing(ctx, { withdrawnAt: ctx.at, withdrawnBy: ctx.personId })

/** Undefined when it is not open. */
export const withdrawInvitation = (ctx: Ctx, id: number) =>
  withdrawing(ctx)
    .where('id', '=', id)
    .returning([sql<Role>`role`.as('role'), 'schoolId'])
    .executeTakeFirst()
/** Also those that have run out: of one address only one is ever open. */
export const withdrawInvitationsTo = (ctx: Ctx, email: string) =>
  withdrawing(ctx).where('email', '=', email).returning('id').execute()

/** One that is neither accepted nor withdrawn; it may have run out. */
export const unanswered = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('invitation')
    .select(['id', 'email', 'name', sql<Role>`role`.as('role'), 'schoolId'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()

/** Another secret, from today; the old one opens nothing. Undefined when it was answered or withdrawn meanwhile. */
export const renewInvitation = (
  ctx: Ctx,
  id: number,
  fresh: { hash: string; expiresAt: string; agreedBy: number | null },
) =>
  changing(ctx, { ...fresh, invitedAt: ctx.at, copiedAt: null, openedAt: null })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

/** Undefined when it is not open. */
export const noteCopied = (ctx: Ctx, id: number) =>
  changing(ctx, { copiedAt: ctx.at })
    .where('id', '=', id)
    .returning([sql<Role>`role`.as('role'), 'schoolId'])
    .executeTakeFirst()

export const noteOpened = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('invitation')
    .set({ openedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('openedAt', 'is', null)
    .execute()

// ---- Sendings, counted -----------------------------------------------------------------------------------------------
/** Until the end of the transaction this person sends no other: of many at once each is counted. The address is held already. */
export const lockSender = (ctx: Ctx, personId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('invitation sender'), hashtext(${`${ctx.centreId} ${personId}`}))`.execute(
    ctx.db,
  )

/** When the last but so many went out; undefined while there are fewer. Then the next may go a day later. */
export const nthSince = async (
  ctx: Ctx,
  of: { email: string } | { sentBy: number },
  since: string,
  nth: number,
): Promise<string | undefined> => {
  const found = await ctx.db
    .selectFrom('invitationSending')
    .select('sentAt')
    .where('centreId', '=', ctx.centreId)
    .where((eb) => ('email' in of ? eb('email', '=', of.email) : eb('sentBy', '=', of.sentBy)))
    .where('sentAt', '>', since)
    .orderBy('sentAt', 'desc')
    .offset(nth - 1)
    .limit(1)
    .executeTakeFirst()
  return found?.sentAt
}

export const insertSending = async (ctx: Ctx, email: string, sentBy: number) => {
  await ctx.db
    .deleteFrom('invitationSending')
    .where('centreId', '=', ctx.centreId)
    .where('sentAt', '<', ctx.now.subtract({ hours: 24 }).toString())
    .execute()
  await ctx.db
    .insertInto('invitationSending')
    .values({ centreId: ctx.centreId, email, sentBy, sentAt: ctx.at })
    .execute()
}
