import { endpoint, Id, Moment, named, Page, PageQuery, z } from '#platform/endpoint'
import { coordinators } from '../centre/roles.ts'

/** What a column of a list can hold. */
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
  'startedOn',
  'closedOn',
  'status',
  'phone',
  'email',
  'website',
  'changedAt',
] as const
export type ColumnField = (typeof columnFields)[number]

/** Which column, counted from 0, holds what; a field that no column holds is left out. */
export const ColumnMapping = z.partialRecord(z.enum(columnFields), z.int().check(z.minimum(0), z.maximum(999)))

export const CompanyImport = named(
  'CompanyImport',
  z.object({
    id: z.int(),
    fileName: z.string(),
    /** `register`: the register's own JSON. `list`: CSV or a workbook, with a mapping. */
    format: z.enum(['register', 'list']),
    state: z.enum(['uploaded', 'trying', 'tried', 'running', 'done', 'failed', 'undone']),
    who: z.nullable(z.string()),
    uploadedAt: Moment,
    finishedAt: z.nullable(Moment),
    undoneAt: z.nullable(Moment),
    undoneBy: z.nullable(z.string()),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    failure: z.nullable(z.string()),
    can: z.object({ run: z.boolean(), undo: z.boolean() }),
  }),
)
export const CompanyImportInFull = named(
  'CompanyImportInFull',
  z.object({
    ...CompanyImport.shape,
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping: ColumnMapping,
    /** What concerns the whole file: mixed encodings, a heading that stands twice. */
    fileNotes: z.array(z.string()),
    /** Rows changed, by field. */
    fields: z.array(z.object({ field: z.string(), count: z.int() })),
    /** A field that changes in over 30 % of the known rows: perhaps the wrong column. */
    warnings: z.array(z.object({ field: z.string(), percent: z.int() })),
    /** Rows whose differing values stay as the register has them, because the register's record is dated and newer or the file is undated. */
    kept: z.int(),
    notes: z.int(),
  }),
)
export const ImportError = named(
  'ImportError',
  z.object({ n: z.int(), line: z.int(), column: z.nullable(z.string()), reason: z.string(), rejected: z.boolean() }),
)

const params = z.object({ id: Id })
const Chosen = z.object({ mapping: z.optional(ColumnMapping) })
export const uploadCompanies = endpoint({
  name: 'uploadCompanies',
  method: 'POST',
  path: '/api/company-imports',
  summary: 'Hand in a file of companies',
  can: coordinators,
  kind: 'upload',
  status: 201,
  query: z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)) }),
  answer: CompanyImportInFull,
  problems: ['file-refused', 'too-large'],
})
export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/api/company-imports',
  summary: 'Imports of companies, newest first',
  can: coordinators,
  query: z.object(PageQuery),
  answer: Page(CompanyImport),
  problems: ['bad-cursor'],
})
export const showImport = endpoint({
  name: 'showImport',
  method: 'GET',
  path: '/api/company-imports/{id}',
  summary: 'An import: file, mapping, progress, result',
  can: coordinators,
  params,
  answer: CompanyImportInFull,
})
export const tryImport = endpoint({
  name: 'tryImport',
  method: 'POST',
  path: '/api/company-imports/{id}/trials',
  summary: 'Dry run: everything is done and rolled back',
  can: coordinators,
  status: 202,
  params,
  body: Chosen,
  answer: CompanyImportInFull,
  problems: ['columns-not-chosen', 'import-running', 'import-over'],
})
export const runImport = endpoint({
  name: 'runImport',
  method: 'POST',
  path: '/api/company-imports/{id}/runs',
  summary: 'Import the file',
  can: coordinators,
  status: 202,
  params,
  body: Chosen,
  answer: CompanyImportInFull,
  problems: ['columns-not-chosen', 'import-running', 'import-over'],
})
export const undoImport = endpoint({
  name: 'undoImport',
  method: 'POST',
  path: '/api/company-imports/{id}/undoings',
  summary: 'Undo the whole import',
  can: coordinators,
  status: 201,
  params,
  answer: CompanyImportInFull,
  problems: ['import-undone', 'import-newer-changes', 'import-in-use', 'import-running'],
})
export const listImportErrors = endpoint({
  name: 'listImportErrors',
  method: 'GET',
  path: '/api/company-imports/{id}/errors',
  summary: 'Rows that did not come in, by line and column with the reason',
  can: coordinators,
  params,
  query: z.object(PageQuery),
  answer: Page(ImportError),
  problems: ['bad-cursor'],
})
