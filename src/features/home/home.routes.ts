import { serve } from '#platform/http/serve'
import * as contract from './home.schema.ts'
import { showFirstDay as firstDayContract } from './first-day.schema.ts'
import { showFirstDay } from './first-day.ts'
import { listWaiting } from './home.ts'

export const homeRoutes = [
  serve(contract.listWaiting, (ctx, { query }) => listWaiting(ctx, query.others === 'true')),
  serve(firstDayContract, (ctx) => showFirstDay(ctx)),
]
