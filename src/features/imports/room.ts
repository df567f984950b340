import { asRoom } from '#platform/room'
import { forgetUnusedImports } from './imports.ts'
import { importsEvents } from './imports-events.table.ts'

export const room = asRoom({
  name: 'imports',
  owns: [
    'import',
    'import_error',
    'import_change',
    'imported_change',
    'file_brought',
    'stored_file',
    'file_piece',
    'file_original',
  ],
  routes: [],
  sweeps: [forgetUnusedImports],
  verbs: importsEvents,
})
