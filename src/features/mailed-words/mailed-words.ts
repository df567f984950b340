/**
 * Front door: words that came by mail lie beside the draft they are for, until its writer has sent the report or thrown it away: what he types meanwhile, in however
 * many windows, takes nothing of them away, and each window says itself which of them stand in it.
 */
import { type Ctx, personOf } from '#platform/context'
import { announceTo } from '#platform/events'
import type { MailText } from '../incoming-mails/incoming-mails.schema.ts'
import { addressOfThing } from '../incoming-mails/incoming-mails.ts'
import * as store from './mailed-words.sql.ts'

/** Stands in the address of a visit. */
export const reportsByMail = 'besoeg'

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
/** Of mine these go; `ids` null: all of them. */
export const removeMailed = store.removeMailed

/** What a report of this meeting can be written to in a mail; null: nowhere. */
export const reportAddress = (ctx: Ctx, bookingId: number): Promise<string | null> =>
  addressOfThing(ctx, { kind: reportsByMail, aboutId: bookingId })
