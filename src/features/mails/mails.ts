/** The outbox: what the house has written to people, and whether it was sent. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Download } from '#platform/http/serve'
import type { Mail } from './mails.schema.ts'

/** The file that went with a mail, as it was sent. Throws not-found. */
export const showMailAttachment = async (ctx: Ctx, id: number): Promise<Download> => {
  const mail = await ctx.db
    .selectFrom('outbox')
    .select(['attachmentName', 'attachmentType', 'attachment'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail || mail.attachment === null) throw problem('not-found')
  const { attachmentName, attachmentType, attachment } = mail
  return { download: { name: attachmentName ?? 'fil', type: attachmentType ?? 'text/plain', body: attachment } }
}

/** The outbox, newest first. */
export const listMails = async (
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: z.infer<typeof Mail>[]; next: string | null; smtp: boolean }> => {
  const before = readCursor(cursor, 1)?.[0]
  const rows = await ctx.db
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
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? writeCursor([last.id]) : null, smtp: ctx.house.mail !== null }
}
