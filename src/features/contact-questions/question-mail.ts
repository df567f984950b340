/** Mails about a question: to who is asked, and to who asked when there is an answer. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { post } from '#platform/mail/outbox'
import { languageOr } from '#platform/text/language'
import type { QuestionRow } from './contact-questions.sql.ts'

type Person = { name: string; email: string; language: string }
type Text = typeof m.contact_questions_mail_asked_body
const bodies: Record<QuestionRow['about'], Text> = {
  phone: m.contact_questions_mail_asked_body,
  visit: m.contact_questions_mail_visit_body,
  doubt: m.contact_questions_mail_doubt_body,
}
const addressOf = (ctx: Ctx, { companyId }: QuestionRow) => `${ctx.house.baseUrl}/virksomheder/${companyId}`

export const tellAsked = (ctx: Ctx, to: Person, row: QuestionRow) => {
  const locale = languageOr(to.language)
  const values = { company: row.company, who: row.asker, words: row.words, address: addressOf(ctx, row) }
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.contact_questions_mail_asked_subject(values, { locale }),
    body: bodies[row.about](values, { locale }),
  })
}

const answers: Record<'yes' | 'no' | 'doubt', Text> = {
  yes: m.contact_questions_mail_yes_body,
  no: m.contact_questions_mail_no_body,
  doubt: m.contact_questions_mail_settled_body,
}
export const tellAnswer = (ctx: Ctx, to: Person, row: QuestionRow) => {
  const locale = languageOr(to.language)
  const values = { company: row.company, who: row.answeredBy ?? '', words: row.why, address: addressOf(ctx, row) }
  const says = row.about === 'doubt' ? answers.doubt : answers[row.answer ?? 'no']
  return post(ctx, {
    to: to.email,
    toName: to.name,
    subject: m.contact_questions_mail_answered_subject(values, { locale }),
    body: says(values, { locale }).replace(/\n{3,}/g, '\n\n'),
  })
}
