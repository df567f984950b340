import { serve } from '#platform/http/serve'
import * as contract from './trade-areas.schema.ts'
import * as tradeAreas from './trade-areas.ts'

export const tradeAreasRoutes = [
  serve(contract.listTradeAreas, (ctx) => tradeAreas.listTradeAreas(ctx)),
  serve(contract.changeMyTrades, (ctx, { body }) => tradeAreas.changeMyTrades(ctx, body)),
  serve(contract.changeSchoolTrades, (ctx, { params, body }) =>
    tradeAreas.changeSchoolTrades(ctx, params.schoolId, body),
  ),
]
