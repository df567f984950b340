/** Statements on a centre's addresses in the mailbox, and on what has come to them. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import type { Vouched } from '#platform/mailbox/vouched'
import type { MailboxNotice } from './incoming-mails.schema.ts'

export const tokenOf = async (ctx: Ctx, kind: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddress')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .select('token')
      .executeTakeFirst()
  )?.token ?? null

/** Since when what is written to an address of ours comes in; undefined: there is no such address, and was none. */
export const addressBy = async (ctx: Ctx, kind: string, token: string) => {
  const { rows } = await sql<{ madeAt: string; old: boolean }>`
    select made_at as "madeAt", false as old from incoming_address where centre_id = ${ctx.centreId} and kind = ${kind} and token = ${token}
    union all
    select made_at, true from incoming_address_old where centre_id = ${ctx.centreId} and kind = ${kind} and token = ${token}`.execute(
    ctx.db,
  )
  return rows[0]
}
/** Of the one that took another's place. */
export const renewedAt = async (ctx: Ctx, kind: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('incomingAddressOld')
      .where('centreId', '=', ctx.centreId)
      .where('kind', '=', kind)
      .select((eb) => eb.fn.max('endedAt').as('at'))
      .executeTakeFirstOrThrow()
  ).at

/** The one there is will be known as an old one. False: there is none. Of two who make another each sees what the other made; of two who make the first, both get the same. */
export const keepOld = async (ctx: Ctx, kind: string): Promise<boolean> => {
  const { rows } = await sql`
    insert into incoming_address_old (centre_id, kind, token, made_at, ended_at)
    select centre_id, kind, token, made_at, ${ctx.at} from incoming_address where centre_id = ${ctx.centreId} and kind = ${kind} for update
    returning token`.execute(ctx.db)
  return rows.length > 0
}
const madeNow = (ctx: Ctx, token: string) => ({ token, madeBy: personOf(ctx), madeAt: ctx.at })
export const putAnother = (ctx: Ctx, kind: string, token: string) =>
  ctx.db
    .updateTable('incomingAddress')
    .set(madeNow(ctx, token))
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .execute()
/** False: somebody else has made it meanwhile. */
export const putFirst = async (ctx: Ctx, kind: string, token: string): Promise<boolean> =>
  (await ctx.db
    .insertInto('incomingAddress')
    .values({ ...madeNow(ctx, token), kind, centreId: ctx.centreId })
    .onConflict((conflict) => conflict.columns(['centreId', 'kind']).doNothing())
    .returning('kind')
    .executeTakeFirst()) !== undefined

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
  cameAt: string
  oldAddress: boolean
}
/** Undefined: the same mail has come already. */
export const insertMail = async (ctx: Ctx, mail: New): Promise<number | undefined> =>
  (
    await ctx.db
      .insertInto('incomingMail')
      .values({ ...mail, centreId: ctx.centreId, takenInAt: ctx.at })
      .onConflict((conflict) => conflict.columns(['centreId', 'mark']).doNothing())
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

/** What was settled before this moment says nothing any more. */
export const eraseSettled = (ctx: Ctx, before: string) =>
  ctx.db
    .updateTable('incomingMail')
    .set({ ...{ fromAddress: '', fromName: '', subject: '', words: '' }, attachments: [], erasedAt: ctx.at })
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
