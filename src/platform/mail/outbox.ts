import type { Ctx } from '../context.ts'
import { announce } from '../events.ts'
import { enqueue } from '../jobs.ts'
import { sendMails } from './sending.ts'

export type Letter = {
  to: string
  toName?: string
  /** Whom an answer goes to; without, the sender of the settings. */
  replyTo?: { name: string; email: string }
  subject: string
  /** Plain text. */
  body: string
  /** A calendar file stands in the mail itself too, where calendars look for it. */
  attachment?: { name: string; type: string; text: string }
}

/** Writes a mail in this transaction: if the change is not kept, neither is the mail. Who asks is told if it cannot be delivered. */
export const post = async (ctx: Ctx, letter: Letter): Promise<void> => {
  await ctx.db
    .insertInto('outbox')
    .values({
      centreId: ctx.centreId,
      recipient: letter.to,
      recipientName: letter.toName ?? '',
      replyTo: letter.replyTo?.email ?? null,
      replyToName: letter.replyTo?.name ?? null,
      subject: letter.subject.replace(/[\r\n]+/g, ' '),
      body: letter.body,
      attachmentName: letter.attachment?.name ?? null,
      attachmentType: letter.attachment?.type ?? null,
      attachment: letter.attachment?.text ?? null,
      writtenBy: ctx.personId,
      createdAt: ctx.at,
    })
    .execute()
  announce(ctx, ['mails'])
  if (ctx.house.mail) await enqueue(ctx, sendMails, {})
}
