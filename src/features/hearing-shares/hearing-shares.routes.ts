import { serve } from '#platform/http/serve'
import * as contract from './hearing-shares.schema.ts'
import * as shares from './hearing-shares.ts'

export const hearingSharesRoutes = [
  serve(contract.listHearingShares, (ctx, { params }) => shares.listShares(ctx, params.id)),
  serve(contract.shareCompanies, (ctx, { params, body }) => shares.shareCompanies(ctx, params.id, body)),
  serve(contract.endShares, (ctx, { params, body }) => shares.endShares(ctx, params.id, body.companyIds)),
  serve(contract.returnShares, (ctx, { params, body }) =>
    shares.returnShares(ctx, params.id, body.companyIds, body.why),
  ),
]
