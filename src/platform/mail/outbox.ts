import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { announce } from '../events.ts'
import { enqueue } from '../jobs.ts'
import { announceTo } from './leases.ts'
import { secretIn } from './secrets.ts'
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
  /** What it brings, if that can end before it arrives: then it is not sent any more (`endLetters`). */
  brings?: { kind: string; id: number }
  /** It answers a mail that came in, by itself: that one's Message-ID, or nothing where it had none. */
  answers?: string
  /** Within the asker's own school: no other's outbox shows that it was written. */
  ofSchool?: number
  /** For whoever asks alone: nobody else's outbox shows it. */
  forAsker?: true
  /** Where a mail program says that its receiver wants no more of the kind (RFC 8058): an address that a POST is sent to. */
  leaveUrl?: string
}
type Within = { id: number; schoolId?: number; forPerson?: number | null }

/** False where its number is another's already; the centre's own are numbered by the table. */
const insert = async (ctx: Ctx, letter: Letter, within: Within | undefined) => {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('outbox')
    .values({
      centreId: ctx.centreId,
      ...within,
      recipient: letter.to,
      recipientName: letter.toName ?? '',
      replyTo: letter.replyTo?.email ?? null,
      replyToName: letter.replyTo?.name ?? null,
      subject: letter.subject.replace(/[\r\n]+/g, ' '),
      body: letter.body,
      attachmentName: letter.attachment?.name ?? null,
      attachmentType: letter.attachment?.type ?? null,
      attachment: letter.attachment?.text ?? null,
      brings: letter.brings?.kind ?? null,
      bringsId: letter.brings?.id ?? null,
      answers: letter.answers ?? null,
      leaveUrl: letter.leaveUrl ?? null,
      writtenBy: ctx.personId,
      createdAt: ctx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
/** By lot, far from the centre's own: a number in a row would tell each school how much the others write. */
const byLot = () => randomInt(1_000_000_000, 2_147_483_647)

/** Writes a mail in this transaction: if the change is not kept, neither is the mail. Who asks is told if it cannot be delivered. */
export const post = async (ctx: Ctx, letter: Letter): Promise<void> => {
  const { ofSchool, forAsker } = letter
  const withinOf = (): Within | undefined => {
    if (forAsker) return { id: byLot(), forPerson: ctx.personId }
    return ofSchool === undefined ? undefined : { id: byLot(), schoolId: ofSchool }
  }
  let written = false
  while (!written)
    // oxlint-disable-next-line no-await-in-loop -- until a number is free
    written = await insert(ctx, letter, withinOf())
  announceTo(ctx, { schoolId: ofSchool ?? null, forPerson: forAsker ? ctx.personId : null })
  if (ctx.house.mail) await enqueue(ctx, sendMails, {})
}

/** What letters of this kind bring that were not sent, and may still be. */
export const unsentLetters = async (ctx: Ctx, kind: string): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select distinct brings_id as id from outbox
    where centre_id = ${ctx.centreId} and brings = ${kind} and brings_id is not null and sent_at is null and over_at is null`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

/** What these mails bring is over: those that have not gone are not sent, and the secret in them is shown to nobody any more. */
export const endLetters = async (ctx: Ctx, kind: string, ids: readonly number[]): Promise<void> => {
  const { rows } = await sql<{ schoolId: number | null }>`
    update outbox set over_at = ${ctx.at}, body = regexp_replace(body, ${secretIn}, '\\1…', 'g')
    where centre_id = ${ctx.centreId} and brings = ${kind} and brings_id = any(${ids}) and sent_at is null and over_at is null
    returning school_id`.execute(ctx.db)
  if (rows.some(({ schoolId }) => schoolId === null)) announce(ctx, ['mails'])
  if (rows.some(({ schoolId }) => schoolId !== null)) announce(ctx, ['mails'], 'school')
}
