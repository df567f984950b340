/** Statements on what has come to a centre's addresses in the mailbox. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { Vouched } from '#platform/mailbox/vouched'
import type { MailboxNotice } from './incoming-mails.schema.ts'

export type New = {
  kind: string
  aboutId: number | null
  mark: string
  fromAddress: string
  fromName: string
  vouched: Vouched
  subject: string
  words: string
  cut: boolean
  attachments: string[]
  unread: 'too-large' | 'unreadable' | null
  cameAt: string
  oldAddress: boolean
}
/** Undefined: the same mail has come already. */
export const insertMail = async (ctx: Ctx, mail: New): Promise<number | undefined> =>
  (
    await ctx.db
      .insertInto('incomingMail')
      .values({ ...mail, centreId: ctx.centreId, takenInAt: ctx.at })
      .onConflict((conflict) => conflict.columns(['centreId', 'mark', 'kind', 'aboutId']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

export const removeMail = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('incomingMail').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

export const countDropped = (ctx: Ctx, why: string) =>
  ctx.db
    .insertInto('incomingDropped')
    .values({ centreId: ctx.centreId, onDay: ctx.today, why, mails: 1, lastAt: ctx.at })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'onDay', 'why'])
        .doUpdateSet({ mails: sql`incoming_dropped.mails + 1`, lastAt: ctx.at }),
    )
    .execute()
/** Those that no person wrote; of what there was no room for the mailbox tells. */
export const droppedFrom = async (ctx: Ctx, day: string): Promise<number> =>
  (
    await ctx.db
      .selectFrom('incomingDropped')
      .where('centreId', '=', ctx.centreId)
      .where('onDay', '>=', day)
      .where('why', '<>', 'crowded')
      .select(sql<number>`coalesce(sum(mails), 0)::int`.as('mails'))
      .executeTakeFirstOrThrow()
  ).mails

/** By nobody: by the house itself. `reopenedAt`: it waits again, from then on. */
type Settled =
  | { settledAt: string; settledBy: number | null }
  | { settledAt: null; settledBy: null; reopenedAt: string }
/** Those that were not so already, and are not gone. */
export const setSettled = async (ctx: Ctx, ids: readonly number[], settled: Settled): Promise<number[]> =>
  (
    await ctx.db
      .updateTable('incomingMail')
      .set(settled)
      .where('centreId', '=', ctx.centreId)
      .where('id', 'in', [0, ...ids])
      .where('erasedAt', 'is', null)
      .where('settledAt', settled.settledAt === null ? 'is not' : 'is', null)
      .returning('id')
      .execute()
  ).map(({ id }) => id)

const nothing = { fromAddress: '', fromName: '', subject: '', words: '', attachments: [] }
/** Somebody has it as his own: here nothing stands of it but that it came. */
export const eraseMail = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('incomingMail')
    .set({ ...nothing, settledAt: ctx.at, settledBy: null, erasedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
/** What was settled before this moment says nothing any more. */
export const eraseSettled = (ctx: Ctx, before: string) =>
  ctx.db
    .updateTable('incomingMail')
    .set({ ...nothing, erasedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('settledAt', '<=', before)
    .where('erasedAt', 'is', null)
    .execute()

export const mailboxWaits = (ctx: Ctx) =>
  ctx.db
    .selectFrom('incomingMailsWaiting')
    .where('centreId', '=', ctx.centreId)
    .where('fromAt', '<=', ctx.at)
    .select([sql<MailboxNotice['kind']>`kind`.as('kind'), sql<MailboxNotice['values']>`"values"`.as('values')])
    .execute()
/** That it was left behind, and all that there was no room for, is looked for by now. */
export const putSeen = async (ctx: Ctx): Promise<void> => {
  const row = { seenAt: ctx.at, seenBy: personOf(ctx) }
  await ctx.db
    .insertInto('mailboxSeen')
    .values({ ...row, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.column('centreId').doUpdateSet(row))
    .execute()
  await ctx.db
    .updateTable('incomingDropped')
    .set((eb) => ({ lookedFor: eb.ref('mails') }))
    .where('centreId', '=', ctx.centreId)
    .where('why', '=', 'crowded')
    .execute()
}
