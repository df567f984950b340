/** A mail has come to a visit's own address: it becomes part of the draft of whoever went and wrote it, or waits for a person. */
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import type { IncomingMail, MailKind } from '#platform/mailbox/mail-kind'
import { coordinators } from '../centre/roles.ts'
import { laysAsideStrangers } from '../incoming-mails/incoming-mails.ts'
import { addToDraft, closedWhy, reportsByMail } from '../mailed-words/mailed-words.ts'
import { answer } from './answering.ts'
import type { Parked } from './mailed-reports.schema.ts'
import * as store from './mailed-reports.sql.ts'
import * as meetings from './meetings.sql.ts'
import { reportWords } from './report-words.ts'

export const topics = ['mailed-reports']
/** So many may wait of one person, and of strangers together. */
const mostWaiting = 100
/** So many of one person become drafts in a day, and so many he is answered. */
const [mostDrafts, mostAnswers] = [50, 20]
/** As much of one mail as a draft takes. */
const longest = 6000

/** Why it is no draft; null: it is one. Of whom our own mail server found that he is not who he says, nobody is known. */
const parkedWhy = (
  ctx: Ctx,
  mail: IncomingMail,
  { meeting, person, went }: { meeting: meetings.Meeting; person: meetings.Person | undefined; went: boolean },
): Parked | null => {
  if (mail.vouched === 'failed') return 'forged'
  if (!person) return 'stranger'
  return went ? closedWhy(ctx, meeting) : 'not-there'
}

type Said = Pick<IncomingMail, 'subject' | 'words' | 'cut' | 'attachments' | 'unread' | 'cameAt'>
/** What of it a draft takes. */
export const wordsFor = ({ subject, words: all, cut, attachments, unread, cameAt }: Said) => {
  const words = reportWords({ subject, words: all })
  return { words: words.slice(0, longest), cut: cut || words.length > longest, attachments, unread, cameAt }
}

const came: MailKind['came'] = async (ctx, mail) => {
  const meeting = mail.aboutId === null ? undefined : await meetings.meetingById(ctx, mail.aboutId)
  if (!meeting) throw new Error('An address of a visit names one of the centre.')
  const claimed = mail.from && mail.vouched !== 'failed' ? await meetings.personAt(ctx, mail.from.address) : undefined
  const goers = claimed ? await meetings.goersTo(ctx, meeting.id) : []
  const went = goers.some(({ personId }) => personId === claimed?.personId)
  const parked = parkedWhy(ctx, mail, { meeting, person: claimed, went })
  const personId = claimed?.personId ?? null
  const since = ctx.now.subtract({ hours: 24 }).toString({ fractionalSecondDigits: 3 })
  const today = personId === null ? { drafts: 0, answered: 0 } : await store.ofPersonSince(ctx, personId, since)
  const full =
    parked === null ? today.drafts >= mostDrafts : (await store.waitingFrom(ctx, { ...mail, personId })) >= mostWaiting
  if (full) return 'crowded'
  const answered = claimed !== undefined && today.answered < mostAnswers
  await store.insertMailed(ctx, mail.id, { bookingId: meeting.id, personId, parked, answered })
  if (answered && claimed) await answer(ctx, { meeting, person: claimed, parked }, mail.messageId)
  if (parked === null && personId !== null) {
    await addToDraft(ctx, { ...wordsFor(mail), mailId: mail.id, bookingId: meeting.id, personId, fromWhom: '' })
    return 'kept'
  }
  announce(ctx, topics, 'centre', coordinators)
  return 'waits'
}
export const mailedReportsKind: MailKind = { kind: reportsByMail, came }

export const layAsideStrangers = laysAsideStrangers('lay-aside-strange-reports', {
  strangersSince: store.strangersSince,
  tell: (ctx) => announce(ctx, topics, 'centre', coordinators),
})
