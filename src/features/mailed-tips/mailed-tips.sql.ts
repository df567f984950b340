/** Statements on mails to the address for tips. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Vouched } from '#platform/mailbox/vouched'

type Unread = 'too-large' | 'unreadable'
const mails = (ctx: Ctx) =>
  ctx.db
    .selectFrom('mailedTip as t')
    .innerJoin('incomingMailKept as k', (join) =>
      join.onRef('k.centreId', '=', 't.centreId').onRef('k.id', '=', 't.mailId'),
    )
    .leftJoin('partnerEver as p', (join) =>
      join.onRef('p.centreId', '=', 't.centreId').onRef('p.id', '=', 't.partnerId'),
    )
    .where('t.centreId', '=', ctx.centreId)
    .select([
      'k.id',
      't.partnerId',
      'p.name as partner',
      'k.fromName',
      'k.fromAddress',
      'k.subject',
      'k.words',
      'k.cut',
    ])
    .select(['k.attachments', 'k.cameAt', 'k.waitsSince', 'k.settledAt', 'k.settledBy', 'k.oldAddress', 't.tipId'])
    .select([sql<Vouched>`k.vouched`.as('vouched'), sql<Unread | null>`k.unread`.as('unread')])
export type MailRow = Awaited<ReturnType<ReturnType<typeof mails>['executeTakeFirstOrThrow']>>

export const mostListed = 200
export const mailRows = (ctx: Ctx, { settled }: { settled: boolean }): Promise<MailRow[]> =>
  mails(ctx)
    .where('k.settledAt', settled ? 'is not' : 'is', null)
    .orderBy('k.cameAt', 'desc')
    .orderBy('k.id', 'desc')
    .limit(mostListed + 1)
    .execute()
export const mailById = (ctx: Ctx, id: number): Promise<MailRow | undefined> =>
  mails(ctx).where('k.id', '=', id).executeTakeFirst()

type From = { partnerId: number | null; vouched: Vouched; oldAddress: boolean }
/** To old addresses, whoever wrote; else of one partner, or (null) of those whom nobody knows, as sure as this one who sent them. */
export const waitingFrom = async (ctx: Ctx, { partnerId, vouched, oldAddress }: From): Promise<number> => {
  const waiting = mails(ctx).clearSelect().where('k.settledAt', 'is', null).where('k.oldAddress', '=', oldAddress)
  const alike = waiting
    .where('t.partnerId', partnerId === null ? 'is' : '=', partnerId)
    .where('k.vouched', vouched === 'passed' ? '=' : '<>', 'passed')
  return (
    await (oldAddress ? waiting : alike)
      .select((eb) => eb.fn.countAll<number>().as('waiting'))
      .executeTakeFirstOrThrow()
  ).waiting
}
/** Of those whom nobody knows, what has waited since this moment or longer. */
export const strangersSince = async (ctx: Ctx, before: string): Promise<number[]> =>
  (
    await mails(ctx)
      .clearSelect()
      .where('t.partnerId', 'is', null)
      .where('k.settledAt', 'is', null)
      .where('k.waitsSince', '<=', before)
      .select('k.id')
      .execute()
  ).map(({ id }) => id)
/** Of strangers, what waits: how many, and since when the last of them does. */
export const strangersNow = (ctx: Ctx) =>
  mails(ctx)
    .clearSelect()
    .where('t.partnerId', 'is', null)
    .where('k.settledAt', 'is', null)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('k.waitsSince').as('upTo')])
    .executeTakeFirstOrThrow()
export const thankedSince = async (ctx: Ctx, partnerId: number, since: string): Promise<number> =>
  (
    await mails(ctx)
      .clearSelect()
      .where('t.partnerId', '=', partnerId)
      .where('t.thanked', '=', true)
      .where('k.takenInAt', '>=', since)
      .select((eb) => eb.fn.countAll<number>().as('thanked'))
      .executeTakeFirstOrThrow()
  ).thanked

/** Of two who settle a mail, make it a tip or take that back at once, the second sees what the first did. Comes before all else that an act reads. */
export const lockMails = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .selectFrom('mailedTip')
    .where('centreId', '=', ctx.centreId)
    .where('mailId', 'in', [0, ...ids])
    .select('mailId')
    .orderBy('mailId')
    .forUpdate()
    .execute()
/** Those of them that are mails to the address for tips, and became none. */
export const thatAreNoTips = async (ctx: Ctx, ids: readonly number[]): Promise<number[]> =>
  (
    await mails(ctx)
      .clearSelect()
      .where('k.id', 'in', [0, ...ids])
      .where('t.tipId', 'is', null)
      .select('k.id')
      .execute()
  ).map(({ id }) => id)

export const insertMailed = (ctx: Ctx, mailId: number, row: { partnerId: number | null; thanked: boolean }) =>
  ctx.db
    .insertInto('mailedTip')
    .values({ ...row, mailId, centreId: ctx.centreId })
    .execute()
/** Whose address it came from stays: the tip says whose it is. Null: it is none any more. */
export const becameTip = (ctx: Ctx, mailId: number, tipId: number | null) =>
  ctx.db
    .updateTable('mailedTip')
    .set({ tipId })
    .where('centreId', '=', ctx.centreId)
    .where('mailId', '=', mailId)
    .execute()

/** Companies of the register that are called just so, in small letters; their workplaces share the name. */
export const placesCalled = (ctx: Ctx, names: readonly string[], most: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.own', '=', false)
    .where('c.closedOn', 'is', null)
    .where('c.kind', '=', 'company')
    .where('c.sought', 'in', ['', ...names])
    .select(['c.id', 'c.name', 'c.town'])
    // A longer name is less likely to be a word that stands there anyway.
    .orderBy(sql`length(c.sought)`, 'desc')
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(most)
    .execute()
