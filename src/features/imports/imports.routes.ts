import { serve } from '#platform/http/serve'
import type { importsOf } from './imports.ts'
import type { ImportContract } from './imports.schema.ts'

type Imports = Pick<
  ReturnType<typeof importsOf>,
  'takeImport' | 'listImports' | 'showImport' | 'tryImport' | 'runImport' | 'undoImport' | 'listImportErrors'
>

/** Serves the endpoints of one kind of import. */
export const importRoutes = (contract: ImportContract, imports: Imports) => [
  serve(contract.upload, (ctx, { query, bytes, size }) => imports.takeImport(ctx, { name: query.name, bytes, size })),
  serve(contract.list, (ctx, { query }) => imports.listImports(ctx, query), {
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
  serve(contract.show, (ctx, { params }) => imports.showImport(ctx, params.id)),
  serve(contract.attempt, (ctx, { params, body }) => imports.tryImport(ctx, params.id, body.mapping)),
  serve(contract.run, (ctx, { params, body }) => imports.runImport(ctx, params.id, body.mapping)),
  serve(contract.undo, (ctx, { params }) => imports.undoImport(ctx, params.id)),
  serve(contract.errors, (ctx, { params, query }) => imports.listImportErrors(ctx, params.id, query), {
    columns: [
      { da: 'Linje', en: 'Line', value: (row) => row.line },
      { da: 'Kolonne', en: 'Column', value: (row) => row.column },
      { da: 'Årsag', en: 'Reason', value: (row) => row.reason },
      { da: 'Kom ind', en: 'Came in', value: (row) => !row.rejected },
    ],
  }),
]
