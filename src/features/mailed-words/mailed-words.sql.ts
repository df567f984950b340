/** Statements on words that came by mail to somebody's draft: row-level security lets nobody else read them, but what was given to him. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { MailText } from '../incoming-mails/incoming-mails.schema.ts'
import type { MailedWords } from './mailed-words.ts'

/** Nothing is told back: whoever puts it there may not read it. */
export const insertMailed = (ctx: Ctx, row: MailedWords & { givenBy: number | null }) =>
  ctx.db
    .insertInto('visitDraftMail')
    .values({ ...row, centreId: ctx.centreId })
    .execute()

const own = (ctx: Ctx, bookingId: number) =>
  sql<boolean>`centre_id = ${ctx.centreId} and booking_id = ${bookingId} and person_id = ${ctx.personId}`

/** To my draft of this meeting, the first comes first. */
export const mailedTo = (ctx: Ctx, bookingId: number) =>
  ctx.db
    .selectFrom('visitDraftMail')
    .where(own(ctx, bookingId))
    .select(['mailId as id', 'fromWhom', 'words', 'cut', 'attachments', 'cameAt'])
    .select(sql<MailText['unread']>`unread`.as('unread'))
    .orderBy('cameAt')
    .orderBy('mailId')
    .execute()

export const takeMailed = (ctx: Ctx, bookingId: number, ids: readonly number[]) =>
  ctx.db
    .updateTable('visitDraftMail')
    .set({ takenAt: ctx.at })
    .where(own(ctx, bookingId))
    .where('mailId', 'in', [0, ...ids])
    .where('takenAt', 'is', null)
    .execute()

/** Those of them that are mine. */
export const removeMailed = (ctx: Ctx, bookingId: number, ids: readonly number[]) =>
  ctx.db
    .deleteFrom('visitDraftMail')
    .where(own(ctx, bookingId))
    .where('mailId', 'in', [0, ...ids])
    .execute()
/** Of mine those, and what stands in what I have written. */
export const dropMailed = (ctx: Ctx, bookingId: number, ids: readonly number[]) =>
  ctx.db
    .deleteFrom('visitDraftMail')
    .where(own(ctx, bookingId))
    .where((eb) => eb.or([eb('takenAt', 'is not', null), eb('mailId', 'in', [0, ...ids])]))
    .execute()
/** What came before this moment and is for nobody any more. */
export const endMailed = async (ctx: Ctx, before: string): Promise<void> => {
  await sql`select unsafe_end_mailed_words(${ctx.centreId}, ${before})`.execute(ctx.db)
}

/** What whoever runs the centre has given to somebody: not yet in what that one has written. */
const untaken = (ctx: Ctx, mailId: number) =>
  sql<boolean>`centre_id = ${ctx.centreId} and mail_id = ${mailId} and given_by is not null and taken_at is null`
export const isUntaken = async (ctx: Ctx, mailId: number): Promise<boolean> =>
  (await ctx.db.selectFrom('visitDraftMail').where(untaken(ctx, mailId)).select('mailId').executeTakeFirst()) !==
  undefined
/** False: it stands there already. */
export const removeGiven = async (ctx: Ctx, mailId: number): Promise<boolean> =>
  (await ctx.db.deleteFrom('visitDraftMail').where(untaken(ctx, mailId)).returning('mailId').executeTakeFirst()) !==
  undefined
