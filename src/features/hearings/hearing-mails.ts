import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { asSchool, type Job, job, sweep, wake } from '#platform/jobs'
import { isOneOf, keysOf } from '#platform/typed.shared'
import { hearers, leaders } from '../centre/roles.ts'
import * as store from './hearings.sql.ts'
import * as letters from './letters.sql.ts'

type Asked = { id: number; name: string; deadline: string; companies: number }

const mails = {
  asked: { subject: m.hearings_mail_asked_subject, body: m.hearings_mail_asked_body },
  reminded: { subject: m.hearings_mail_reminded_subject, body: m.hearings_mail_reminded_body },
  moved: { subject: m.hearings_mail_moved_subject, body: m.hearings_mail_moved_body },
}
type Kind = keyof typeof mails
type Reader = { name: string; email: string; language: string }

/** Writes to the leaders of the schools, and to whoever else there has contacts; that a school has nobody to write to is not an error. */
export const writeToSchools = async (ctx: Ctx, schoolIds: readonly number[], hearing: Asked, kind: Kind) => {
  await writeTo(ctx, await store.leadersOf(ctx, leaders, schoolIds), hearing, kind)
  await letters.insertLettersDue(ctx, { hearingId: hearing.id, kind }, schoolIds)
  await wake(ctx, writeToContacts, {})
}

/** Each is written to once: what is due goes with its letters. A leader has been written to; who has answered needs no reminder. */
const writeDue = async (ctx: Ctx, due: { hearingId: number; schoolId: number; kind: string }) => {
  const { hearingId, schoolId } = due
  if (!(await letters.takeLetterDue(ctx, due))) return
  const hearing = await store.findHearing(ctx, hearingId)
  const kind = keysOf(mails).find((one) => one === due.kind)
  if (!hearing || hearing.endedAt || !kind) return
  const answer = await store.findOwnAnswer(ctx, hearingId, schoolId)
  if (kind === 'reminded' && answer?.answeredAt) return
  const roles = hearers.filter((role) => !isOneOf(leaders, role))
  const readers = await letters.whoHasContacts(ctx, { hearingId, schoolId, roles, leaders })
  const companies = await store.countIncluded(ctx, hearing.listId)
  await writeTo(ctx, readers, { ...hearing, companies }, kind, schoolId)
}

/** Who has contacts is read as the school itself, and the letters are its own: who was written to tells no other whom it knows. */
export const writeToContacts: Job<Record<string, never>> = job('hearings/write-to-contacts', async (reach) => {
  for (const due of await reach.in(letters.lettersDue)) {
    reach.claim.signal.throwIfAborted()
    // oxlint-disable-next-line no-await-in-loop -- a transaction each
    await asSchool(reach, due.schoolId)((ctx) => writeDue(ctx, due))
  }
})
/** Commands and worlds that are told have no queue: a server's next sweep finds what they left. */
export const lettersDue = sweep('hearing-letters-due', async (ctx) => {
  if (await letters.lettersNotTold(ctx)) await wake(ctx, writeToContacts, {})
})

/** Writes to people of the schools, each in his own language; `ofSchool`: seen by none but that one. */
export const writeTo = async (ctx: Ctx, readers: readonly Reader[], hearing: Asked, kind: Kind, ofSchool?: number) => {
  const words = mails[kind]
  for (const leader of readers) {
    const language = languageOr(leader.language)
    const locale = { locale: language }
    const values = {
      name: leader.name,
      list: hearing.name,
      deadline: sayDay(hearing.deadline, language),
      companies: String(hearing.companies),
      link: `${ctx.house.baseUrl}/hoering/${hearing.id}`,
    }
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    await post(ctx, {
      to: leader.email,
      toName: leader.name,
      subject: words.subject(values, locale),
      body: words.body(values, locale),
      ...(ofSchool !== undefined && { ofSchool }),
    })
  }
}
