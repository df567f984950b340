import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dateOf } from '#platform/clock'
import { serve } from '#platform/http/serve'
import { topicName } from '../visits/topics.table.ts'
import * as reports from './reports.ts'
import * as contract from './reports.schema.ts'
import * as searchContract from './searches.schema.ts'

export const reportsRoutes = [
  serve(contract.listReports, (ctx, { query }) => reports.listReports(ctx, query), {
    // Who wrote it, and what only some may read, leaves the house in no file (domain.md, rule 9).
    columns: [
      { title: m.reports_col_date, value: (row) => dateOf(Temporal.Instant.from(row.visitedAt)).toString() },
      { title: m.reports_col_company, value: (row) => row.company },
      { title: m.reports_col_town, value: (row) => row.town },
      { title: m.reports_col_municipality, value: (row) => row.municipality },
      { title: m.reports_col_industry, value: (row) => row.industry },
      { title: m.reports_col_employees, value: (row) => row.employees },
      { title: m.companies_col_protected_against_advertising, value: (row) => row.protected },
      { title: m.reports_col_words, value: (row) => row.quotes.map(({ words }) => words).join(' | ') },
      { title: m.reports_col_about, value: (row) => row.about },
      {
        title: m.reports_col_topics,
        value: (row, language) => row.topics.map((topic) => topicName(topic, language)).join(', '),
      },
      { title: m.reports_col_agreed, value: (row) => row.promises.map(({ what }) => what).join(' | ') },
    ],
  }),
  serve(contract.countReports, (ctx, { query }) => reports.countReports(ctx, query)),
  serve(contract.listWordings, (ctx, { params }) => reports.listWordings(ctx, params.id)),
  serve(contract.listBegunReports, (ctx) => reports.listBegunReports(ctx)),
  serve(searchContract.listReportSearches, (ctx) => reports.listReportSearches(ctx)),
  serve(searchContract.keepReportSearch, (ctx, { body }) => reports.keepReportSearch(ctx, body)),
  serve(searchContract.lookAtReportSearch, (ctx, { params }) => reports.lookAtReportSearch(ctx, params.id)),
  serve(searchContract.removeReportSearch, (ctx, { params }) => reports.removeReportSearch(ctx, params.id)),
]
