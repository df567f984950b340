import { serve } from '#platform/http/serve'
import { showBeforeVisit } from './before-visit.ts'
import * as contract from './before-visit.schema.ts'

export const beforeVisitRoutes = [serve(contract.showBeforeVisit, (ctx, { params }) => showBeforeVisit(ctx, params.id))]
