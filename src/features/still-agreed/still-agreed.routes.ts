import { serve } from '#platform/http/serve'
import * as stillAgreed from './still-agreed.ts'
import * as contract from './still-agreed.schema.ts'

export const stillAgreedRoutes = [
  serve(contract.listStillOpen, (ctx, { query }) => stillAgreed.listStillOpen(ctx, query.companyId)),
  serve(contract.sayStillAgreed, (ctx, { body }) => stillAgreed.sayStillAgreed(ctx, body)),
  serve(contract.sayLapsed, (ctx, { body }) => stillAgreed.sayLapsed(ctx, body)),
]
