/** Front door: the outbox, what the house has written to people, and whether it was sent. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import type { Download } from '#platform/http/serve'
import { hideInvitations } from '../members/members.ts'
import type { Mail } from './mails.schema.ts'
import * as store from './mails.sql.ts'

/** The file that went with a mail, as it was sent. Throws not-found. */
export const showMailAttachment = async (ctx: Ctx, id: number): Promise<Download> => {
  const mail = await store.attachmentOf(ctx, id)
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
  const rows = await store.mailRows(ctx, before === undefined ? undefined : Number(before), limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const shown = rows.slice(0, limit).map((row) => ({ ...row, body: hideInvitations(row.body) }))
  return { rows: shown, next: last ? writeCursor([last.id]) : null, smtp: ctx.house.mail !== null }
}
