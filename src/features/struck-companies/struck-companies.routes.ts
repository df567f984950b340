import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as struck from './struck-companies.ts'
import * as contract from './struck-companies.schema.ts'

export const struckCompaniesRoutes = [
  serve(contract.listStruckCompanies, (ctx, { query }) => struck.listStruckCompanies(ctx, query), {
    columns: [
      { title: m.struck_companies_col_company, value: (row) => row.name },
      { title: m.struck_companies_col_list, value: (row) => row.list },
      { title: m.struck_companies_col_struck_by, value: (row) => row.struckBy },
      { title: m.struck_companies_col_until, value: (row) => row.until },
      { title: m.struck_companies_col_taken, value: (row) => row.taken?.by ?? null },
      { title: m.struck_companies_col_what, value: (row) => row.taken?.what ?? null },
      { title: m.struck_companies_col_due, value: (row) => row.taken?.dueOn ?? null },
    ],
  }),
  serve(contract.takeStruckCompany, (ctx, { params }) => struck.takeStruckCompany(ctx, params)),
  serve(contract.planStruckCompany, (ctx, { params, body }) => struck.planStruckCompany(ctx, params, body)),
  serve(contract.letGoStruckCompany, (ctx, { params }) => struck.letGoStruckCompany(ctx, params)),
]
