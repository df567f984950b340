/** Statements on a centre's addresses in the mailbox, and on what has come to them. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { Vouched } from '#platform/mailbox/vouched'

export const tokenOf = async (ctx: Ctx, kind: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddress')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .select('token')
      .executeTakeFirst()
  )?.token ?? null

/** Takes the place of the one there was. */
export const putToken = (ctx: Ctx, kind: string, token: string) => {
  const row = { token, madeBy: personOf(ctx), madeAt: ctx.at }
  return ctx.db
    .insertInto('incomingAddress')
    .values({ ...row, kind, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'kind']).doUpdateSet(row))
    .execute()
}

export type New = {
  kind: string
  mark: string
  fromAddress: string
  fromName: string
  vouched: Vouched
  subject: string
  words: string
  cut: boolean
  attachments: string[]
  unread: 'too-large' | 'unreadable' | null
}
/** Undefined: the same mail has come already. */
export const insertMail = async (ctx: Ctx, mail: New): Promise<number | undefined> =>
  (
    await ctx.db
      .insertInto('incomingMail')
      .values({ ...mail, centreId: ctx.centreId, cameAt: ctx.at })
      .onConflict((conflict) => conflict.columns(['centreId', 'mark']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

export const removeMail = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('incomingMail').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

export const countDropped = (ctx: Ctx, why: string) =>
  ctx.db
    .insertInto('incomingDropped')
    .values({ centreId: ctx.centreId, onDay: ctx.today, why, mails: 1 })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'onDay', 'why']).doUpdateSet({ mails: sql`incoming_dropped.mails + 1` }),
    )
    .execute()
export const droppedFrom = async (ctx: Ctx, day: string): Promise<number> =>
  (
    await ctx.db
      .selectFrom('incomingDropped')
      .where('centreId', '=', ctx.centreId)
      .where('onDay', '>=', day)
      .select(sql<number>`coalesce(sum(mails), 0)::int`.as('mails'))
      .executeTakeFirstOrThrow()
  ).mails

type Settled = { settledAt: string; settledBy: number } | { settledAt: null; settledBy: null }
/** False where it was so already, or is gone. */
export const setSettled = async (ctx: Ctx, id: number, settled: Settled): Promise<boolean> =>
  (await ctx.db
    .updateTable('incomingMail')
    .set(settled)
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .where('settledAt', settled.settledAt === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

/** What was settled before this moment says nothing any more. */
export const eraseSettled = (ctx: Ctx, before: string) =>
  ctx.db
    .updateTable('incomingMail')
    .set({ ...{ fromAddress: '', fromName: '', subject: '', words: '' }, attachments: [], erasedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('settledAt', '<=', before)
    .where('erasedAt', 'is', null)
    .execute()
