import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { sayDay } from '#platform/text/danish'
import { languageOr } from '#platform/text/language'
import * as m from '#texts'
import { leaders } from '../centre/roles.ts'
import * as store from './hearings.sql.ts'

type Asked = { id: number; name: string; deadline: string; companies: number }

const mails = {
  asked: { subject: m.hearings_mail_asked_subject, body: m.hearings_mail_asked_body },
  reminded: { subject: m.hearings_mail_reminded_subject, body: m.hearings_mail_reminded_body },
  moved: { subject: m.hearings_mail_moved_subject, body: m.hearings_mail_moved_body },
}
type Kind = keyof typeof mails
type Reader = { name: string; email: string; language: string }

/** Writes to the leaders of the schools; that a school has nobody to write to is not an error. */
export const writeToLeaders = async (ctx: Ctx, schoolIds: readonly number[], hearing: Asked, kind: Kind) =>
  writeTo(ctx, await store.leadersOf(ctx, leaders, schoolIds), hearing, kind)

/** Writes to people of the schools, each in his own language. */
export const writeTo = async (ctx: Ctx, readers: readonly Reader[], hearing: Asked, kind: Kind) => {
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
    })
  }
}
