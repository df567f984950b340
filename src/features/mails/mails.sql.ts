import type { Ctx } from '#platform/context'

/** The outbox, newest first, from before a row that was seen. */
export const mailRows = (ctx: Ctx, before: number | undefined, limit: number) =>
  ctx.db
    .selectFrom('outbox')
    .select([
      'id',
      'recipient as to',
      'subject',
      'body',
      'attachmentName as attachment',
      'createdAt',
      'sentAt',
      'failed',
    ])
    .where('centreId', '=', ctx.centreId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const attachmentOf = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('outbox')
    .select(['attachmentName', 'attachmentType', 'attachment'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()
