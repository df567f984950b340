import { serve } from '#platform/http/serve'
import * as costs from './call-costs.ts'
import * as contract from './call-costs.schema.ts'

export const callCostsRoutes = [
  serve(contract.showCallCosts, (ctx) => costs.showCallCosts(ctx)),
  serve(contract.sayCallPrice, (ctx, { params, body }) => costs.sayCallPrice(ctx, params.id, body)),
  serve(contract.takeBackCallPrice, (ctx, { params }) => costs.takeBackCallPrice(ctx, params.id, params.priceId)),
]
