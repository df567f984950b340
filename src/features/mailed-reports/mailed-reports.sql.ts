/** Statements on mails about visits, and on who was asked for one. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Vouched } from '#platform/mailbox/vouched'
import type { MailText } from '../incoming-mails/incoming-mails.schema.ts'
import type { Parked } from './mailed-reports.schema.ts'

const mails = (ctx: Ctx) =>
  ctx.db
    .selectFrom('mailedReport as r')
    .innerJoin('incomingMailKept as k', (join) =>
      join.onRef('k.centreId', '=', 'r.centreId').onRef('k.id', '=', 'r.mailId'),
    )
    .innerJoin('bookingEver as b', (join) =>
      join.onRef('b.centreId', '=', 'r.centreId').onRef('b.id', '=', 'r.bookingId'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'b.companyId')
    .leftJoin('personNamed as p', 'p.id', 'r.personId')
    .leftJoin('personNamed as g', 'g.id', 'r.givenTo')
    .where('r.centreId', '=', ctx.centreId)
    .select([
      'k.id',
      'r.bookingId',
      'c.name as company',
      'b.startsAt',
      'b.endsAt',
      'b.reportedAt',
      'b.cancelledAt',
      'b.notMetAt',
    ])
    .select(['r.personId', 'p.name as person', 'r.givenTo', 'g.name as given'])
    .select(['k.fromName', 'k.fromAddress', 'k.subject', 'k.words', 'k.cut', 'k.attachments'])
    .select(['k.cameAt', 'k.waitsSince', 'k.settledAt', 'k.settledBy'])
    .select([sql<Vouched>`k.vouched`.as('vouched'), sql<Parked>`r.parked`.as('parked')])
    .select(sql<MailText['unread']>`k.unread`.as('unread'))
export type MailRow = Awaited<ReturnType<ReturnType<typeof mails>['executeTakeFirstOrThrow']>>

export const mostListed = 200
export const mailRows = (ctx: Ctx, { settled }: { settled: boolean }): Promise<MailRow[]> =>
  mails(ctx)
    .where('r.parked', 'is not', null)
    .where('k.settledAt', settled ? 'is not' : 'is', null)
    .orderBy('k.cameAt', 'desc')
    .orderBy('k.id', 'desc')
    .limit(mostListed + 1)
    .execute()
export const mailById = (ctx: Ctx, id: number): Promise<MailRow | undefined> =>
  mails(ctx).where('r.parked', 'is not', null).where('k.id', '=', id).executeTakeFirst()

type From = { personId: number | null; vouched: Vouched }
/** That wait of one of the house, or (null) of those whom nobody knows, as sure as this one who sent them. */
export const waitingFrom = async (ctx: Ctx, { personId, vouched }: From): Promise<number> =>
  (
    await mails(ctx)
      .clearSelect()
      .where('k.settledAt', 'is', null)
      .where('r.personId', personId === null ? 'is' : '=', personId)
      .where('k.vouched', vouched === 'passed' ? '=' : '<>', 'passed')
      .select((eb) => eb.fn.countAll<number>().as('waiting'))
      .executeTakeFirstOrThrow()
  ).waiting
/** What waits of those whom nobody knows. */
const strangers = (ctx: Ctx) =>
  mails(ctx).clearSelect().where('r.personId', 'is', null).where('k.settledAt', 'is', null)
/** … since this moment or longer. */
export const strangersSince = async (ctx: Ctx, before: string): Promise<number[]> =>
  (await strangers(ctx).where('k.waitsSince', '<=', before).select('k.id').execute()).map(({ id }) => id)
/** … how many, and since when the last of them does. */
export const strangersNow = (ctx: Ctx) =>
  strangers(ctx)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('k.waitsSince').as('upTo')])
    .executeTakeFirstOrThrow()

/** How many of somebody have become drafts since, and how many he was answered. */
export const ofPersonSince = (ctx: Ctx, personId: number, since: string) =>
  ctx.db
    .selectFrom('mailedReport')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', personId)
    .where('takenInAt', '>=', since)
    .select([
      sql<number>`count(*) filter (where parked is null)::int`.as('drafts'),
      sql<number>`count(*) filter (where answered)::int`.as('answered'),
    ])
    .executeTakeFirstOrThrow()

type New = { bookingId: number; personId: number | null; parked: Parked | null; answered: boolean }
export const insertMailed = (ctx: Ctx, mailId: number, row: New) =>
  ctx.db
    .insertInto('mailedReport')
    .values({ ...row, mailId, centreId: ctx.centreId, takenInAt: ctx.at })
    .execute()

/** Of two who do something about a mail at once the second sees what the first did. Comes before all else that an act reads. */
export const lockMail = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('mailedReport')
    .where('centreId', '=', ctx.centreId)
    .where('mailId', '=', id)
    .select('mailId')
    .forUpdate()
    .execute()
/** … of several at once: those of them that were given to nobody. */
export const lockStrangers = async (ctx: Ctx, ids: readonly number[]): Promise<number[]> =>
  (
    await ctx.db
      .selectFrom('mailedReport')
      .where('centreId', '=', ctx.centreId)
      .where('mailId', 'in', [0, ...ids])
      .where('personId', 'is', null)
      .where('givenTo', 'is', null)
      .select('mailId')
      .orderBy('mailId')
      .forUpdate()
      .execute()
  ).map(({ mailId }) => mailId)
export const setGiven = (ctx: Ctx, id: number, givenTo: number | null) =>
  ctx.db
    .updateTable('mailedReport')
    .set({ givenTo })
    .where('centreId', '=', ctx.centreId)
    .where('mailId', '=', id)
    .execute()
