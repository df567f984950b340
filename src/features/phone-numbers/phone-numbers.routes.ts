import { serve } from '#platform/http/serve'
import * as contract from './phone-numbers.schema.ts'
import * as numbers from './phone-numbers.ts'

export const phoneNumbersRoutes = [
  serve(contract.showNumber, (ctx, { params }) => numbers.showNumber(ctx, params.companyId)),
  serve(contract.setNumber, (ctx, { params, body }) => numbers.setNumber(ctx, params.companyId, body)),
  serve(contract.takeNumberBack, (ctx, { params }) => numbers.takeNumberBack(ctx, params.companyId)),
]
