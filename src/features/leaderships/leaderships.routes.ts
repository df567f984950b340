import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as contract from './leaderships.schema.ts'
import * as leaderships from './leaderships.ts'

export const leadershipsRoutes = [
  serve(contract.listLeaderships, (ctx, { query }) => leaderships.listLeaderships(ctx, query), {
    columns: [
      { title: m.leaderships_col_company, value: (row) => row.name },
      { title: m.leaderships_col_cvr, value: (row) => row.cvr },
      { title: m.leaderships_col_employees_from, value: (row) => row.employeesFrom },
      { title: m.leaderships_col_employees_to, value: (row) => row.employeesTo },
      { title: m.leaderships_col_workplaces, value: (row) => row.workplaces },
      {
        title: m.leaderships_col_leadership,
        value: (row, locale) => (row.shared ? m.leaderships_shared({}, { locale }) : m.leaderships_one({}, { locale })),
      },
      { title: m.leaderships_col_decided_by, value: (row) => row.decision?.by ?? null },
      { title: m.leaderships_col_why, value: (row) => row.decision?.why ?? null },
    ],
  }),
  serve(contract.showLeadership, (ctx, { params }) => leaderships.showLeadership(ctx, params.companyId)),
  serve(contract.decideLeadership, (ctx, { params, body }) =>
    leaderships.decideLeadership(ctx, params.companyId, body),
  ),
  serve(contract.undoLeadership, (ctx, { params }) => leaderships.undoLeadership(ctx, params.id)),
]
