import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as messages from './company-messages.ts'
import * as contract from './company-messages.schema.ts'

export const companyMessagesRoutes = [
  serve(contract.listCompanyMessages, (ctx, { query }) => messages.listCompanyMessages(ctx, query.companyId), {
    columns: [
      { title: m.company_messages_col_company, value: (row) => row.company },
      { title: m.company_messages_col_sent, value: (row) => row.sentAt },
      { title: m.company_messages_col_words, value: (row) => row.words },
      { title: m.company_messages_col_answered, value: (row) => row.answeredAt },
      { title: m.company_messages_col_answered_by, value: (row) => row.answeredBy },
    ],
  }),
  serve(contract.answerCompanyMessage, (ctx, { params, body }) => messages.answerMessage(ctx, params.id, body.how)),
  serve(contract.reopenCompanyMessage, (ctx, { params }) => messages.reopenMessage(ctx, params.id)),
]
