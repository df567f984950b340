/**
 * Front door: words that came by mail lie beside the draft they are for, until its writer has sent the report or thrown it away: what he types meanwhile, in however
 * many windows, takes nothing of them away, and each window says itself which of them stand in it.
 */
import { Temporal } from 'temporal-polyfill'
import { type Ctx, personOf } from '#platform/context'
import { announceTo } from '#platform/events'
import { sweep } from '#platform/jobs'
import type { MailText } from '../incoming-mails/incoming-mails.schema.ts'
import { addressOfThing } from '../incoming-mails/incoming-mails.ts'
import { daysOpen } from './mailed-words.schema.ts'
import * as store from './mailed-words.sql.ts'

/** Stands in the address of a visit. */
export const reportsByMail = 'besoeg'

type Meeting = { endsAt: string; cancelledAt: string | null; notMetAt: string | null; reportedAt: string | null }
/** A report that was sent has no draft, nor has a meeting that was not held. */
export const hasDraft = ({ cancelledAt, notMetAt, reportedAt }: Meeting): boolean =>
  cancelledAt === null && notMetAt === null && reportedAt === null
/** Why a mail about a meeting is no draft of its report now; null: it is one. */
export const closedWhy = (ctx: Ctx, meeting: Meeting): 'not-held' | 'reported' | 'ended' | null => {
  if (!hasDraft(meeting)) return meeting.reportedAt === null ? 'not-held' : 'reported'
  const ends = Temporal.Instant.from(meeting.endsAt).add({ hours: 24 * daysOpen })
  return ends.epochMilliseconds < ctx.now.epochMilliseconds ? 'ended' : null
}

/** `fromWhom`: empty where he wrote it himself. */
export type MailedWords = MailText & {
  mailId: number
  bookingId: number
  personId: number
  fromWhom: string
  cameAt: string
}

const told = ['visit-drafts']
/** The house puts what somebody wrote into his draft; it cannot read it there. */
export const addToDraft = async (ctx: Ctx, words: MailedWords): Promise<void> => {
  await store.insertMailed(ctx, { ...words, givenBy: null })
  announceTo(ctx, told, [words.personId])
}
/** Who runs the centre gives somebody what another wrote. */
export const giveToDraft = async (ctx: Ctx, words: MailedWords): Promise<void> => {
  await store.insertMailed(ctx, { ...words, givenBy: personOf(ctx) })
  announceTo(ctx, told, [words.personId])
}
/** … and takes it back while it stands in nothing that one has written. False: it does. */
export const takeBackFromDraft = async (ctx: Ctx, mailId: number, personId: number): Promise<boolean> => {
  const removed = await store.removeGiven(ctx, mailId)
  if (removed) announceTo(ctx, told, [personId])
  return removed
}
export const isUntaken = store.isUntaken

/** What came by mail to my draft, the first comes first; `from`: whoever wrote it, where I did not. */
export const mailedToMe = async (ctx: Ctx, bookingId: number) =>
  (await store.mailedTo(ctx, bookingId)).map(({ fromWhom, ...words }) => ({ ...words, from: fromWhom || null }))
/** These stand in what I have written, or were left out of it. */
export const takeMailed = store.takeMailed
/** Of mine these go. */
export const removeMailed = store.removeMailed
/** The draft goes, with what of mine stands in it, and these, which I have seen beside it; what has come since stays. */
export const dropMailed = store.dropMailed

/** What a report of this meeting can be written to in a mail; null: nowhere, or not any more. */
export const reportAddress = async (ctx: Ctx, meeting: Meeting & { id: number }): Promise<string | null> =>
  closedWhy(ctx, meeting) === null ? addressOfThing(ctx, { kind: reportsByMail, aboutId: meeting.id }) : null

/** So long they stay beside a report that was sent, or a meeting that was not held; of who has left, too. */
const daysBeside = 30
export const endMailedWords = sweep('end-mailed-words', (ctx) =>
  store.endMailed(ctx, ctx.now.subtract({ hours: 24 * daysBeside }).toString({ fractionalSecondDigits: 3 })),
)
