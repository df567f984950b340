import { z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'
import { ColumnPlace, importEndpoints } from '../imports/imports.schema.ts'

/** What a column of a table of companies can hold. A new field: here, its headings, its name, and its reading in company-row.ts. */
export const columnFields = [
  'cvr',
  'pNumber',
  'name',
  'street',
  'postalCode',
  'town',
  'municipality',
  'industry',
  'industryText',
  'form',
  'employees',
  'interval',
  'protected',
  'active',
  'leftAlone',
  'startedOn',
  'closedOn',
  'status',
  'phone',
  'mobile',
  'email',
  'website',
  'changedAt',
] as const
export type ColumnField = (typeof columnFields)[number]

export const companyImports = importEndpoints({
  shape: 'Company',
  most: 220_000_000,
  verbs: {
    upload: 'uploadCompanies',
    read: 'readImportAgain',
    list: 'listImports',
    show: 'showImport',
    attempt: 'tryImport',
    run: 'runImport',
    undo: 'undoImport',
    errors: 'listImportErrors',
  },
  path: '/api/company-imports',
  of: 'of companies',
  can: coordinators,
  mapping: z.partialRecord(z.enum(columnFields), ColumnPlace),
})
export const {
  upload: uploadCompanies,
  read: readImportAgain,
  list: listImports,
  show: showImport,
  attempt: tryImport,
  run: runImport,
  undo: undoImport,
  errors: listImportErrors,
} = companyImports
