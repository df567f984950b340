import { asRoom } from '#platform/room'
import { importRoutes } from '../imports/imports.ts'
import { companyImportsOf } from './company-imports.ts'
import { companyImports } from './company-imports.schema.ts'

export const room = asRoom({
  name: 'register',
  owns: ['company', 'company_place'],
  routes: importRoutes(companyImports, companyImportsOf),
  jobs: companyImportsOf.jobs,
})
