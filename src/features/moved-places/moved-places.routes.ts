import { serve } from '#platform/http/serve'
import * as contract from './moved-places.schema.ts'
import * as movedPlaces from './moved-places.ts'

export const movedPlacesRoutes = [
  serve(contract.listMovedPlaces, (ctx, { query }) => movedPlaces.listMovedPlaces(ctx, query.companyId)),
  serve(contract.answerMovedPlace, (ctx, { params, body }) => movedPlaces.answerMovedPlace(ctx, params.id, body.holds)),
]
