/** Front door: the outbox, what the house has written to people, whether it arrived, and what can be done when it did not. */
import type { Ctx } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import { problem } from '#platform/errors'
import { announce, recorder } from '#platform/events'
import type { Download } from '#platform/http/serve'
import { enqueue } from '#platform/jobs'
import { withAddress } from '#platform/mail/calendar-file'
import { endPause } from '#platform/mail/leases'
import { sendMails } from '#platform/mail/sending'
import { isMembers } from '../links/links.ts'
import { holdsLink, mailFor, mayCorrect, type Shape, shapeOf, wrote } from './mail-shape.ts'
import { mailsEvents } from './mails-events.table.ts'
import * as store from './mails.sql.ts'

export { forgetMailsAs, forgetWordsIn } from './mails.sql.ts'

const record = recorder(mailsEvents)
const topics = ['mails']
/** Of a mail within a school nobody else hears. */
const within = ({ schoolId }: { schoolId: number | null }) => ({
  topics,
  visibility: schoolId === null ? ('centre' as const) : ('school' as const),
})

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
): Promise<{ rows: Shape[]; next: string | null; smtp: boolean }> => {
  const before = readCursor(cursor, 1)?.[0]
  const rows = await store.mailRows(ctx, before === undefined ? undefined : Number(before), limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit).map((row) => shapeOf(ctx, row)),
    next: last ? writeCursor([last.id]) : null,
    smtp: ctx.house.mail !== null,
  }
}

/** Throws not-found for who neither wrote it nor sees to it. */
export const showMail = async (ctx: Ctx, id: number): Promise<Shape> => shapeOf(ctx, await mailFor(ctx, id))

/** What changes with the address: the calendar file names who is invited. */
const readdressed = async (ctx: Ctx, id: number, to: string) => {
  const file = await store.attachmentOf(ctx, id)
  const isCalendar = file?.attachmentType?.startsWith('text/calendar')
  return {
    recipient: to,
    ...(file?.attachment && isCalendar && { attachment: withAddress(file.attachment, file.recipient, to) }),
  }
}

/** Tried again from the beginning; what is sent or on its way stays as it is. Throws not-found, and not-allowed for another's secret to another address. */
export const sendMailAgain = async (ctx: Ctx, id: number, { to }: { to?: string | undefined }): Promise<Shape> => {
  const row = await mailFor(ctx, id)
  const corrected = to !== undefined && to !== row.to
  if (corrected && !mayCorrect(ctx, row)) throw problem('not-allowed')
  // A company's link goes to the company, not to someone of the centre.
  if (corrected && holdsLink(ctx, row) && (await isMembers(ctx, to))) throw problem('not-allowed')
  if (await store.startAnew(ctx, id, corrected ? await readdressed(ctx, id, to) : {}))
    await record(ctx, { verb: 'sent-again', subject: 'mail', subjectId: id, after: { corrected }, ...within(row) })
  // A person looks at it: the server is asked at once, though it would not have been its turn.
  await endPause(ctx)
  if (ctx.house.mail) await enqueue(ctx, sendMails, {})
  return showMail(ctx, id)
}

/** Its receiver was reached in another way, or never mind: it waits for nobody. Throws not-found. */
export const putMailAside = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await mailFor(ctx, id)
  if (await store.markPutAside(ctx, id))
    await record(ctx, { verb: 'put-aside', subject: 'mail', subjectId: id, ...within(row) })
  return showMail(ctx, id)
}

/** The whole text, with the secret in it, for who wrote it, while it is not sent: once. Throws not-found, link-shown. */
export const openMailLink = async (ctx: Ctx, id: number): Promise<{ body: string }> => {
  const row = await mailFor(ctx, id)
  if (!wrote(ctx, row) || row.sentAt || row.overAt || holdsLink(ctx, row)) throw problem('not-found')
  const whole = await store.takeWholeBody(ctx, id)
  if (!whole) throw problem('link-shown')
  await record(ctx, { verb: 'link-shown', subject: 'mail', subjectId: id, ...within(row) })
  return { body: whole.body }
}

/** What these mails brought was told otherwise, or goes in a new mail: they wait for nobody. */
export const putLettersAside = async (ctx: Ctx, kind: string, id: number): Promise<void> => {
  await store.putLostAside(ctx, kind, id)
  announce(ctx, topics)
}
