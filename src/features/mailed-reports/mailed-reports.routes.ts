import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dateOf } from '#platform/clock'
import { serve } from '#platform/http/serve'
import * as contract from './mailed-reports.schema.ts'
import * as mailed from './mailed-reports.ts'

export const mailedReportsRoutes = [
  serve(contract.listMailedReports, (ctx, { query }) => mailed.listMailedReports(ctx, query), {
    columns: [
      { title: m.mailed_reports_col_came, value: (row) => dateOf(Temporal.Instant.from(row.cameAt)).toString() },
      { title: m.mailed_reports_col_company, value: (row) => row.meeting.company },
      { title: m.mailed_reports_col_from, value: (row) => row.person?.name ?? row.fromAddress },
      { title: m.mailed_reports_col_subject, value: (row) => row.subject },
    ],
  }),
  serve(contract.showMailedReport, (ctx, { params }) => mailed.showMailedReport(ctx, params.id)),
  serve(contract.giveMailedReport, (ctx, { params, body }) => mailed.giveMailedReport(ctx, params.id, body)),
  serve(contract.takeBackMailedReport, (ctx, { params }) => mailed.takeBackMailedReport(ctx, params.id)),
  serve(contract.refuseMailedReport, (ctx, { params }) => mailed.refuseMailedReport(ctx, params.id)),
  serve(contract.reopenMailedReport, (ctx, { params }) => mailed.reopenMailedReport(ctx, params.id)),
  serve(contract.refuseReportStrangers, (ctx, { body }) => mailed.refuseReportStrangers(ctx, body)),
  serve(contract.reopenMailedReports, (ctx, { body }) => mailed.reopenMailedReports(ctx, body)),
]
