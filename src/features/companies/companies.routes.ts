import { serve } from '#platform/http/serve'
import * as m from '#texts'
import { hindranceOf } from '../may-contact/hindrances.table.ts'
import * as companies from './companies.ts'
import * as contract from './companies.schema.ts'
import * as oneCompanyContract from './one-company.schema.ts'

export const companiesRoutes = [
  serve(contract.listCompanies, (ctx, { query }) => companies.listCompanies(ctx, query), {
    columns: [
      { da: 'Navn', en: 'Name', value: (row) => row.name },
      { da: 'CVR-nr.', en: 'CVR no.', value: (row) => row.cvr },
      { da: 'P-nr.', en: 'P no.', value: (row) => row.pNumber },
      { da: 'Adresse', en: 'Address', value: (row) => row.street },
      { da: 'Postnr.', en: 'Postal code', value: (row) => row.postalCode },
      { da: 'By', en: 'Town', value: (row) => row.town },
      { da: 'Kommune', en: 'Municipality', value: (row) => row.municipalityName },
      { da: 'Branchekode', en: 'Industry code', value: (row) => row.industry },
      { da: 'Branche', en: 'Industry', value: (row) => row.industryText },
      { da: 'Virksomhedsform', en: 'Legal form', value: (row) => row.form },
      { da: 'Antal ansatte', en: 'Employees', value: (row) => row.employees },
      {
        da: 'Ansatte-interval',
        en: 'Employees, interval',
        value: (row) =>
          row.employeesFrom === null
            ? null
            : row.employeesTo === null
              ? `${row.employeesFrom}+`
              : `${row.employeesFrom}-${row.employeesTo}`,
      },
      { da: 'Telefon', en: 'Phone', value: (row) => row.phone },
      { da: 'E-mail', en: 'E-mail', value: (row) => row.email },
      { da: 'Reklamebeskyttet', en: 'Protected against advertising', value: (row) => row.protected },
      { da: 'Ophørt', en: 'Closed', value: (row) => row.closedOn },
      {
        da: 'Må vi ringe?',
        en: 'May we call?',
        value: (row, language) =>
          row.callBlock
            ? hindranceOf(row.callBlock.reason).short({}, { locale: language })
            : m.companies_may_call({}, { locale: language }),
      },
      { da: 'Må ringes igen', en: 'May be called again', value: (row) => row.callBlock?.untilOn ?? null },
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
        { da: 'Hvornår', en: 'When', value: (row) => row.at },
        { da: 'Hvem', en: 'Who', value: (row) => row.who },
        { da: 'Hvad', en: 'What', value: (row) => row.verb },
      ],
    },
  ),
  serve(oneCompanyContract.listCorrections, (ctx, { params }) => companies.listCorrections(ctx, params.id)),
]
