import * as m from '#texts'
import { serve } from '#platform/http/serve'
import type { importsOf } from './imports.ts'
import type { ImportContract } from './imports.schema.ts'

type Imports = Pick<
  ReturnType<typeof importsOf>,
  | 'takeImport'
  | 'readAgain'
  | 'listImports'
  | 'showImport'
  | 'tryImport'
  | 'runImport'
  | 'undoImport'
  | 'listImportErrors'
>

/** Serves the endpoints of one kind of import. */
export const importRoutes = (contract: ImportContract, imports: Imports) => [
  serve(contract.upload, (ctx, { query, bytes, size }) => imports.takeImport(ctx, { name: query.name, bytes, size })),
  serve(contract.list, (ctx, { query }) => imports.listImports(ctx, query), {
    columns: [
      { title: m.imports_col_file, value: (row) => row.fileName },
      { title: m.imports_col_who, value: (row) => row.who },
      { title: m.imports_col_when, value: (row) => row.uploadedAt },
      { title: m.imports_col_new, value: (row) => row.created },
      { title: m.imports_col_changed, value: (row) => row.updated },
      { title: m.imports_col_unchanged, value: (row) => row.unchanged },
      { title: m.imports_col_rejected, value: (row) => row.rejected },
      { title: m.imports_col_undone, value: (row) => row.undoneAt },
    ],
  }),
  serve(contract.show, (ctx, { params }) => imports.showImport(ctx, params.id)),
  serve(contract.read, (ctx, { params, body }) => imports.readAgain(ctx, params.id, body)),
  serve(contract.attempt, (ctx, { params, body }) => imports.tryImport(ctx, params.id, body)),
  serve(contract.run, (ctx, { params, body }) => imports.runImport(ctx, params.id, body)),
  serve(contract.undo, (ctx, { params }) => imports.undoImport(ctx, params.id)),
  serve(contract.errors, (ctx, { params, query }) => imports.listImportErrors(ctx, params.id, query), {
    columns: [
      { title: m.imports_col_line, value: (row) => row.line },
      { title: m.imports_col_column, value: (row) => row.column },
      { title: m.imports_col_reason, value: (row) => row.reason },
      { title: m.imports_col_came_in, value: (row) => !row.rejected },
    ],
  }),
]
