import { serve } from '#platform/http/serve'
import * as undoing from './import-undo.ts'
import * as contract from './imports.schema.ts'
import * as imports from './imports.ts'

export const importsRoutes = [
  serve(contract.uploadCompanies, (ctx, { query, bytes, size }) =>
    imports.uploadCompanies(ctx, { name: query.name, bytes, size }),
  ),
  serve(contract.listImports, (ctx, { query }) => imports.listImports(ctx, query), {
    columns: [
      { da: 'Fil', en: 'File', value: (row) => row.fileName },
      { da: 'Hvem', en: 'Who', value: (row) => row.who },
      { da: 'Hvornår', en: 'When', value: (row) => row.uploadedAt },
      { da: 'Nye', en: 'New', value: (row) => row.created },
      { da: 'Ændret', en: 'Changed', value: (row) => row.updated },
      { da: 'Uændret', en: 'Unchanged', value: (row) => row.unchanged },
      { da: 'Afvist', en: 'Rejected', value: (row) => row.rejected },
      { da: 'Fortrudt', en: 'Undone', value: (row) => row.undoneAt },
    ],
  }),
  serve(contract.showImport, (ctx, { params }) => imports.showImport(ctx, params.id)),
  serve(contract.tryImport, (ctx, { params, body }) => imports.tryImport(ctx, params.id, body.mapping)),
  serve(contract.runImport, (ctx, { params, body }) => imports.runImport(ctx, params.id, body.mapping)),
  serve(contract.undoImport, (ctx, { params }) => undoing.undoImport(ctx, params.id)),
  serve(contract.listImportErrors, (ctx, { params, query }) => imports.listImportErrors(ctx, params.id, query), {
    columns: [
      { da: 'Linje', en: 'Line', value: (row) => row.line },
      { da: 'Kolonne', en: 'Column', value: (row) => row.column },
      { da: 'Årsag', en: 'Reason', value: (row) => row.reason },
      { da: 'Kom ind', en: 'Came in', value: (row) => !row.rejected },
    ],
  }),
]
