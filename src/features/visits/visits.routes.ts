import { serve } from '#platform/http/serve'
import { drop, save, showForm } from './drafts.ts'
import { topicName } from './topics.table.ts'
import * as visits from './visits.ts'
import {
  changeVisit,
  dropDraft,
  listVisits,
  reportVisit,
  saveDraft,
  showReportForm,
  showVisit,
} from './visits.schema.ts'

export const visitsRoutes = [
  serve(showReportForm, (ctx, { query }) => showForm(ctx, query)),
  serve(saveDraft, (ctx, { query, body }) => save(ctx, query, body)),
  serve(dropDraft, (ctx, { query }) => drop(ctx, query)),
  serve(reportVisit, (ctx, { body }) => visits.report(ctx, body)),
  serve(showVisit, (ctx, { params }) => visits.show(ctx, params.id)),
  serve(changeVisit, (ctx, { params, body }) => visits.change(ctx, params.id, body)),
  serve(listVisits, (ctx, { query }) => visits.list(ctx, query), {
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
