import { serve } from '#platform/http/serve'
import * as m from '#texts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import * as companies from './companies.ts'
import * as contract from './companies.schema.ts'
import * as oneCompanyContract from './one-company.schema.ts'

export const companiesRoutes = [
  serve(contract.listCompanies, (ctx, { query }) => companies.listCompanies(ctx, query), {
    columns: [
      { title: m.companies_col_name, value: (row) => row.name },
      { title: m.companies_col_cvr_no, value: (row) => row.cvr },
      { title: m.companies_col_p_no, value: (row) => row.pNumber },
      { title: m.companies_col_address, value: (row) => row.street },
      { title: m.companies_col_postal_code, value: (row) => row.postalCode },
      { title: m.companies_col_town, value: (row) => row.town },
      { title: m.companies_col_municipality, value: (row) => row.municipalityName },
      { title: m.companies_col_industry_code, value: (row) => row.industry },
      { title: m.companies_col_industry, value: (row) => row.industryText },
      { title: m.companies_col_legal_form, value: (row) => row.form },
      { title: m.companies_col_employees, value: (row) => row.employees },
      {
        title: m.companies_col_employees_interval,
        value: (row) =>
          row.employeesFrom === null
            ? null
            : row.employeesTo === null
              ? `${row.employeesFrom}+`
              : `${row.employeesFrom}-${row.employeesTo}`,
      },
      { title: m.companies_col_company_employees, value: (row) => row.companyEmployeesFrom },
      { title: m.companies_col_phone, value: (row) => row.phone },
      { title: m.companies_col_e_mail, value: (row) => row.email },
      { title: m.companies_col_protected_against_advertising, value: (row) => row.protected },
      { title: m.companies_col_contact, value: (row) => row.contact },
      { title: m.companies_col_closed, value: (row) => row.closedOn },
      {
        title: m.companies_col_may_we_call,
        value: (row, language) =>
          row.callBlock
            ? m.companies_may_not_call(
                { why: hindranceOf(row.callBlock.reason).short({}, { locale: language }) },
                { locale: language },
              )
            : m.companies_may_call({}, { locale: language }),
      },
      { title: m.companies_col_may_be_called_again, value: (row) => row.callBlock?.untilOn ?? null },
    ],
  }),
  serve(contract.countCompanies, (ctx, { query }) => companies.countCompanies(ctx, query)),
  serve(contract.showRegisterChoices, async (ctx) => companies.showRegisterChoices(ctx)),
  serve(oneCompanyContract.showCompany, (ctx, { params }) => companies.showCompany(ctx, params.id)),
  serve(
    oneCompanyContract.listCompanyEvents,
    (ctx, { params, query }) => companies.listCompanyEvents(ctx, params.id, query),
    {
      columns: [
        { title: m.companies_col_when, value: (row) => row.at },
        { title: m.companies_col_who, value: (row) => row.who },
        { title: m.companies_col_what, value: (row) => row.verb },
      ],
    },
  ),
  serve(oneCompanyContract.listCorrections, (ctx, { params }) => companies.listCorrections(ctx, params.id)),
]
