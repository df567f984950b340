import { serve } from '#platform/http/serve'
import * as centre from './centre.ts'
import * as contract from './centre.schema.ts'
import * as names from './names.ts'
import * as namesContract from './names.schema.ts'
import * as schoolContract from './schools.schema.ts'

export const centreRoutes = [
  serve(schoolContract.listSchools, (ctx) => centre.listSchools(ctx)),
  serve(schoolContract.addSchool, (ctx, { body }) => centre.addSchool(ctx, body)),
  serve(schoolContract.changeSchool, (ctx, { params, body }) => centre.changeSchool(ctx, params.id, body)),
  serve(schoolContract.removeSchool, (ctx, { params }) => centre.removeSchool(ctx, params.id)),
  serve(namesContract.showNames, (ctx) => names.showNames(ctx)),
  serve(namesContract.changeNames, (ctx, { body }) => names.changeNames(ctx, body)),
  serve(contract.showRules, (ctx) => centre.showRules(ctx)),
  serve(contract.changeRules, (ctx, { body }) => centre.changeRules(ctx, body)),
]
