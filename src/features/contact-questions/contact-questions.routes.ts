import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as questions from './contact-questions.ts'
import * as contract from './contact-questions.schema.ts'

export const contactQuestionsRoutes = [
  serve(contract.askContact, (ctx, { body }) => questions.askContact(ctx, body)),
  serve(contract.listContactQuestions, (ctx, { query }) => questions.listContactQuestions(ctx, query.companyId), {
    columns: [
      { title: m.contact_questions_col_company, value: (row) => row.company },
      { title: m.contact_questions_col_asker, value: (row) => row.asker.name },
      { title: m.contact_questions_col_asked, value: (row) => row.askedAt },
      { title: m.contact_questions_col_words, value: (row) => row.words },
      { title: m.contact_questions_col_answer, value: (row) => row.state },
      { title: m.contact_questions_col_answered_by, value: (row) => row.answeredBy },
      { title: m.contact_questions_col_why, value: (row) => row.why },
    ],
  }),
  serve(contract.answerContactQuestion, (ctx, { params, body }) =>
    questions.answerContactQuestion(ctx, params.id, body),
  ),
  serve(contract.withdrawContactQuestion, (ctx, { params }) => questions.withdrawContactQuestion(ctx, params.id)),
]
