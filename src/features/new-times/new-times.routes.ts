import { serve } from '#platform/http/serve'
import * as contract from './new-times.schema.ts'
import * as newTimes from './new-times.ts'

export const newTimesRoutes = [
  serve(contract.listNewTimes, (ctx, { query }) => newTimes.listNewTimes(ctx, query.companyId)),
  serve(contract.takeNewTime, (ctx, { params }) => newTimes.takeNewTime(ctx, params.id)),
  serve(contract.leaveNewTime, (ctx, { params, body }) => newTimes.leaveNewTime(ctx, params.id, body.why)),
]
