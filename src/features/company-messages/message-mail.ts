/** The mail that tells of a message: to who has the company; an answer to it goes to who wrote. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import type { MessageRow } from './company-messages.sql.ts'

type Person = { name: string; email: string; language: string }
export const tellReader = (ctx: Ctx, to: Person, { company, companyId, words, writer, email }: MessageRow) => {
  const locale = languageOr(to.language)
  const values = { company, words, address: `${ctx.house.baseUrl}/virksomheder/${companyId}` }
  return post(ctx, {
    to: to.email,
    toName: to.name,
    ...(email && { replyTo: { name: writer ?? company, email } }),
    subject: m.company_messages_mail_subject({ company }, { locale }),
    body: m.company_messages_mail_body(values, { locale }),
  })
}
