import { serve } from '#platform/http/serve'
import * as queue from './queue.ts'
import * as contract from './queue.schema.ts'

export const queueRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),
]
