import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as draftContract from './drafts.schema.ts'
import { topicName } from './topics.table.ts'
import * as visits from './visits.ts'
import * as contract from './visits.schema.ts'

export const visitsRoutes = [
  serve(draftContract.showReportForm, (ctx, { query }) => visits.showReportForm(ctx, query)),
  serve(draftContract.saveDraft, (ctx, { query, body }) => visits.saveDraft(ctx, query, body)),
  serve(draftContract.dropDraft, (ctx, { query }) => visits.dropDraft(ctx, query)),
  serve(contract.reportVisit, (ctx, { body }) => visits.reportVisit(ctx, body)),
  serve(contract.showVisit, (ctx, { params }) => visits.showVisit(ctx, params.id)),
  serve(contract.changeVisit, (ctx, { params, body }) => visits.changeVisit(ctx, params.id, body)),
  serve(contract.answerNeed, (ctx, { params, body }) => visits.answerNeed(ctx, params.id, body.why)),
  serve(contract.closeNeed, (ctx, { params, body }) => visits.closeNeed(ctx, params.id, body.why)),
  serve(contract.reopenNeed, (ctx, { params }) => visits.reopenNeed(ctx, params.id)),
  serve(contract.keepRestrictedPart, (ctx, { params, body }) => visits.keepRestrictedPart(ctx, params.id, body)),
  serve(contract.removeRestrictedPart, (ctx, { params }) => visits.removeRestrictedPart(ctx, params.id)),
  serve(contract.listVisits, (ctx, { query }) => visits.listVisits(ctx, query), {
    columns: [
      { title: m.visits_col_date, value: (row) => row.visitedAt },
      { title: m.visits_col_company, value: (row) => row.company },
      { title: m.visits_col_cvr, value: (row) => row.cvr },
      { title: m.visits_col_what_it_was_about, value: (row) => row.about },
      { title: m.visits_col_needs, value: (row) => row.needs.map(({ words }) => words).join(' | ') },
      {
        title: m.visits_col_topics,
        value: (row, language) => row.topics.map((topic) => topicName(topic, language)).join(', '),
      },
    ],
  }),
]
