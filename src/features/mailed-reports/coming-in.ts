/** A mail has come to a visit's own address: it becomes part of the draft of whoever went and wrote it, or waits for a person. */
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { announce } from '#platform/events'
import { post } from '#platform/mail/outbox'
import type { IncomingMail, MailKind } from '#platform/mailbox/mail-kind'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import { centreName } from '../centre/centre.ts'
import { coordinators } from '../centre/roles.ts'
import { laysAsideStrangers } from '../incoming-mails/incoming-mails.ts'
import { addToDraft, reportsByMail } from '../mailed-words/mailed-words.ts'
import type { Parked } from './mailed-reports.schema.ts'
import * as store from './mailed-reports.sql.ts'
import * as meetings from './meetings.sql.ts'
import { reportWords } from './report-words.ts'

export const topics = ['mailed-reports']
/** After a meeting its address takes in drafts for so long. */
export const daysOpen = 30
/** So many may wait of one person, and of strangers together. */
const mostWaiting = 100
/** So many of one person become drafts in a day, and so many he is answered. */
const [mostDrafts, mostAnswers] = [50, 20]
/** As much of one mail as a draft takes. */
const longest = 6000

/** Where its report is written. */
export const pageOf = (ctx: Ctx, bookingId: number) => `${ctx.house.baseUrl}/besoeg/${bookingId}/rapport`

const isOver = (ctx: Ctx, { endsAt }: meetings.Meeting) =>
  Temporal.Instant.from(endsAt).add({ hours: 24 * daysOpen }).epochMilliseconds < ctx.now.epochMilliseconds

/** Why it is no draft; null: it is one. Of whom our own mail server found that he is not who he says, nobody is known. */
const parkedWhy = (
  ctx: Ctx,
  mail: IncomingMail,
  { meeting, person, went }: { meeting: meetings.Meeting; person: meetings.Person | undefined; went: boolean },
): Parked | null => {
  if (mail.vouched === 'failed') return 'forged'
  if (!person) return 'stranger'
  if (!went) return 'not-there'
  if (meeting.cancelledAt !== null || meeting.notMetAt !== null) return 'not-held'
  if (meeting.reportedAt !== null) return 'reported'
  return isOver(ctx, meeting) ? 'ended' : null
}

const bodies = {
  draft: m.mailed_reports_answer_draft,
  reported: m.mailed_reports_answer_reported,
  aside: m.mailed_reports_answer_aside,
}
type Answer = { meeting: meetings.Meeting; person: meetings.Person; parked: Parked | null; answers: string }
/** To whoever went, and to the address he signs in with; nothing of what he wrote stands in it. */
const answer = async (ctx: Ctx, { meeting, person, parked, answers }: Answer): Promise<void> => {
  const locale = languageOr(person.language)
  const { company } = meeting
  const says = parked === null ? 'draft' : parked === 'reported' ? parked : 'aside'
  const centre = await centreName(ctx)
  await post(ctx, {
    ...{ to: person.email, toName: person.name, answers },
    subject: m.mailed_reports_answer_subject({ company }, { locale }),
    body: bodies[says](
      { company, when: sayDay(meeting.startsAt, locale), link: pageOf(ctx, meeting.id), centre },
      { locale },
    ),
  })
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
  const answered = went && today.answered < mostAnswers
  await store.insertMailed(ctx, mail.id, { bookingId: meeting.id, personId, parked, answered })
  if (answered && claimed) await answer(ctx, { meeting, person: claimed, parked, answers: mail.messageId })
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
