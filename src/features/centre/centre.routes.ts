import { serve } from '#platform/http/serve'
import * as centre from './centre.ts'
import * as contract from './centre.schema.ts'
import * as schoolContract from './schools.schema.ts'

export const centreRoutes = [
  serve(schoolContract.listSchools, (ctx) => centre.listSchools(ctx)),
  serve(schoolContract.addSchool, (ctx, { body }) => centre.addSchool(ctx, body)),
  serve(contract.showRules, (ctx) => centre.showRules(ctx)),
  serve(contract.changeRules, (ctx, { body }) => centre.changeRules(ctx, body)),
]
