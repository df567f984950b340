import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isPartOfName } from '../company-people/company-people.ts'

const mails = (ctx: Ctx) =>
  ctx.db
    .selectFrom('outbox as o')
    .leftJoin('personNamed as by', 'by.id', 'o.writtenBy')
    .leftJoin('mailPause as p', 'p.centreId', 'o.centreId')
    .select([
      'o.id',
      'o.recipient as to',
      sql<string | null>`nullif(o.recipient_name, '')`.as('toName'),
      'o.subject',
      'o.body',
      'o.attachmentName as attachment',
      'o.createdAt',
      'o.sentAt',
      'o.tries',
      'o.nextTryAt',
      'o.givenUpAt',
      'o.putAsideAt',
      'o.failure',
      'o.failed',
      'o.linkShownAt',
      'o.overAt',
      'o.writtenBy',
      'o.schoolId',
      'by.name as by',
      'p.until as pausedUntil',
    ])
    .where('o.centreId', '=', ctx.centreId)
export type MailRow = Awaited<ReturnType<ReturnType<typeof mails>['executeTakeFirstOrThrow']>>

/** The outbox, newest first, from before a row that was seen. */
export const mailRows = (ctx: Ctx, before: number | undefined, limit: number): Promise<MailRow[]> =>
  mails(ctx)
    .$if(before !== undefined, (query) => query.where('o.id', '<', before ?? 0))
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute()

export const mailById = (ctx: Ctx, id: number): Promise<MailRow | undefined> =>
  mails(ctx).where('o.id', '=', id).executeTakeFirst()

export const attachmentOf = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('outbox')
    .select(['recipient', 'attachmentName', 'attachmentType', 'attachment'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()

/** From the beginning, at once: what was given up, or failed and waits for its next try. False when it is sent, on its way, or has not been tried. */
export const startAnew = async (ctx: Ctx, id: number, changed: { recipient?: string; attachment?: string | null }) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('outbox')
    .set({
      ...changed,
      tries: 0,
      nextTryAt: null,
      firstTriedAt: null,
      failure: null,
      failed: null,
      givenUpAt: null,
      putAsideAt: null,
      putAsideBy: null,
      againAt: ctx.at,
      againBy: ctx.personId,
    })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('overAt', 'is', null)
    .where((eb) => eb.or([eb('givenUpAt', 'is not', null), eb('failure', 'is not', null)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const markPutAside = async (ctx: Ctx, id: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('outbox')
    .set({ putAsideAt: ctx.at, putAsideBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is not', null)
    .where('overAt', 'is', null)
    .where('putAsideAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The text with its secret, for who wrote it: the first time alone. */
export const takeWholeBody = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('outbox')
    .set({ linkShownAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('writtenBy', '=', ctx.personId)
    .where('sentAt', 'is', null)
    .where('overAt', 'is', null)
    .where('linkShownAt', 'is', null)
    .returning('body')
    .executeTakeFirst()

/** Mails to someone at a company who wishes to be forgotten, by his name and address: what they said goes with them, sent or not. */
export const forgetMailsTo = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await ctx.db
    .deleteFrom('outbox')
    .where('centreId', '=', ctx.centreId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('companyPersonNow as p')
          .select('p.id')
          .whereRef('p.centreId', '=', 'outbox.centreId')
          .where('p.id', '=', companyPersonId)
          .whereRef('p.email', '=', 'outbox.recipient')
          .where(isPartOfName(sql.ref('outbox.recipientName'), sql.ref('p.name'))),
      ),
    )
    .execute()
}

/** Mails to whoever wishes to be forgotten, by a name and an address that were only typed. */
export const forgetMailsAs = async (ctx: Ctx, { name, to }: { name: string; to: string }): Promise<void> => {
  await ctx.db
    .deleteFrom('outbox')
    .where('centreId', '=', ctx.centreId)
    .where('recipientName', '=', name)
    .where('recipient', '=', to)
    .execute()
}

/** Mails that brought one meeting, by the mark of its calendar file: those that went are gone, the others say these words no more. */
export const forgetWordsIn = async (ctx: Ctx, mark: string, words: readonly string[]): Promise<void> => {
  const of = sql<boolean>`strpos(attachment, ${mark}) > 0`
  await ctx.db
    .deleteFrom('outbox')
    .where('centreId', '=', ctx.centreId)
    .where('sentAt', 'is not', null)
    .where(of)
    .execute()
  for (const word of words)
    await sql`
      update outbox set subject = replace(subject, ${word}, '–'), body = replace(body, ${word}, '–'),
        -- Lines of a calendar file are folded anywhere.
        attachment = replace(replace(attachment, E'\\r\\n ', ''), ${word}, '–')
      where centre_id = ${ctx.centreId} and ${of}`.execute(ctx.db)
}

export const putLostAside = (ctx: Ctx, brings: string, bringsId: number) =>
  ctx.db
    .updateTable('outbox')
    .set({ putAsideAt: ctx.at, putAsideBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('brings', '=', brings)
    .where('bringsId', '=', bringsId)
    .where('givenUpAt', 'is not', null)
    .where('sentAt', 'is', null)
    .where('putAsideAt', 'is', null)
    .execute()
