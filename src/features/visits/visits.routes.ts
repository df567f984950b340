import { serve } from '#platform/http/serve'
import { topicName } from './topics.table.ts'
import * as visits from './visits.ts'
import * as contract from './visits.schema.ts'

export const visitsRoutes = [
  serve(contract.showReportForm, (ctx, { query }) => visits.showReportForm(ctx, query)),
  serve(contract.saveDraft, (ctx, { query, body }) => visits.saveDraft(ctx, query, body)),
  serve(contract.dropDraft, (ctx, { query }) => visits.dropDraft(ctx, query)),
  serve(contract.reportVisit, (ctx, { body }) => visits.reportVisit(ctx, body)),
  serve(contract.showVisit, (ctx, { params }) => visits.showVisit(ctx, params.id)),
  serve(contract.changeVisit, (ctx, { params, body }) => visits.changeVisit(ctx, params.id, body)),
  serve(contract.listVisits, (ctx, { query }) => visits.listVisits(ctx, query), {
    columns: [
      { da: 'Dato', en: 'Date', value: (row) => row.visitedAt },
      { da: 'Virksomhed', en: 'Company', value: (row) => row.company },
      { da: 'CVR', en: 'CVR', value: (row) => row.cvr },
      { da: 'Konsulent', en: 'Consultant', value: (row) => row.by.name },
      { da: 'Skole', en: 'School', value: (row) => row.by.school },
      { da: 'Hvad det handlede om', en: 'What it was about', value: (row) => row.about },
      { da: 'Behov', en: 'Needs', value: (row) => row.needs.map(({ words }) => words).join(' | ') },
      {
        da: 'Emner',
        en: 'Topics',
        value: (row, language) => row.topics.map((topic) => topicName(topic, language)).join(', '),
      },
    ],
  }),
]
