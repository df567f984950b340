import { asRoom } from '#platform/room'
import { runImportJob, tryImportJob } from './import-job.ts'
import { forgetUnusedImports } from './imports.ts'
import { importsRoutes } from './imports.routes.ts'

export const room = asRoom({
  name: 'imports',
  owns: ['import', 'import_error', 'import_change', 'stored_file', 'file_piece'],
  routes: importsRoutes,
  jobs: [runImportJob, tryImportJob],
  sweeps: [forgetUnusedImports],
})
