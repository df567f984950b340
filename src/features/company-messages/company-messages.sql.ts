/** Statements on what companies write to us. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { seenFrom } from '../leaderships/leaderships.ts'

export type How = 'mail' | 'phone' | 'met'

export const placeById = (ctx: Ctx, companyId: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.id', '=', companyId)
    .select(['c.id as companyId', 'c.cvr', 'c.name as company'])
    .executeTakeFirst()

type New = { companyId: number; cvr: string; linkId: number; words: string; coordinatorsFrom: string }
export const insertMessage = (ctx: Ctx, message: New) =>
  ctx.db
    .insertInto('companyMessage')
    .values({ ...message, centreId: ctx.centreId, sentAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** What came by a link since a moment, newest first. */
export const sentSince = (ctx: Ctx, linkId: number, since: string) =>
  ctx.db
    .selectFrom('companyMessageNow')
    .where('centreId', '=', ctx.centreId)
    .where('linkId', '=', linkId)
    .where('sentAt', '>', since)
    .select(['id', 'words', 'answeredAt'])
    .orderBy('id', 'desc')
    .execute()

const messages = (ctx: Ctx) =>
  ctx.db
    .selectFrom('companyMessageNow as g')
    .innerJoin('companyPlace as c', 'c.id', 'g.companyId')
    .leftJoin('linkNamed as l', (join) => join.onRef('l.centreId', '=', 'g.centreId').onRef('l.id', '=', 'g.linkId'))
    .leftJoin('personNamed as reader', 'reader.id', 'g.readerId')
    .leftJoin('personNamed as answerer', 'answerer.id', 'g.answeredBy')
    .where('g.centreId', '=', ctx.centreId)
    .select([
      'g.id',
      'g.companyId',
      'g.cvr',
      'c.name as company',
      'g.words',
      'g.sentAt',
      'g.coordinatorsFrom',
      'l.recipientName as writer',
      'l.recipientEmail as email',
      'g.readerId',
      'reader.name as reader',
      'g.answeredAt',
      'answerer.name as answeredBy',
    ])
    .select(sql<How | null>`g.answered_how`.as('answeredHow'))
export type MessageRow = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>

export const messageById = (ctx: Ctx, id: number): Promise<MessageRow | undefined> =>
  messages(ctx).where('g.id', '=', id).executeTakeFirst()
/** Those without an answer, and the answers since a moment, seen from a place. */
export const messagesOf = (ctx: Ctx, companyId: number, since: string): Promise<MessageRow[]> =>
  messages(ctx)
    .where(seenFrom('g', companyId))
    .where((eb) => eb.or([eb('g.answeredAt', 'is', null), eb('g.answeredAt', '>=', since)]))
    .orderBy(sql`g.answered_at is not null`)
    .orderBy('g.id', 'desc')
    .limit(20)
    .execute()
/** What came by one link, newest first: nobody else's. */
export const messagesBy = (ctx: Ctx, linkId: number): Promise<MessageRow[]> =>
  messages(ctx).where('g.linkId', '=', linkId).orderBy('g.id', 'desc').limit(20).execute()
export const openOf = (ctx: Ctx, companyIds: readonly number[]): Promise<MessageRow[]> =>
  messages(ctx)
    .where('g.answeredAt', 'is', null)
    .where('g.companyId', 'in', [0, ...companyIds])
    .orderBy('g.id')
    .execute()

/** False when it has an answer already. */
export const markAnswered = async (ctx: Ctx, id: number, how: How): Promise<boolean> =>
  (await ctx.db
    .updateTable('companyMessage')
    .set({ answeredAt: ctx.at, answeredBy: ctx.personId, answeredHow: how })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
/** False when it has none. */
export const markOpen = async (ctx: Ctx, id: number): Promise<boolean> =>
  (await ctx.db
    .updateTable('companyMessage')
    .set({ answeredAt: null, answeredBy: null, answeredHow: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('answeredAt', 'is not', null)
    .returning('id')
    .executeTakeFirst()) !== undefined
export const giveTo = (ctx: Ctx, id: number, heir: { companyId: number; cvr: string }) =>
  ctx.db.updateTable('companyMessage').set(heir).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
