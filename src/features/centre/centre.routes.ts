import { serve } from '#platform/http/serve'
import * as centre from './centre.ts'
import * as contract from './centre.schema.ts'
import * as schools from './schools.ts'
import * as schoolContract from './schools.schema.ts'

export const centreRoutes = [
  serve(schoolContract.listSchools, (ctx) => schools.listSchools(ctx)),
  serve(schoolContract.addSchool, (ctx, { body }) => schools.addSchool(ctx, body)),
  serve(contract.showRules, (ctx) => centre.showRules(ctx)),
  serve(contract.changeRules, (ctx, { body }) => centre.changeRules(ctx, body)),
]
