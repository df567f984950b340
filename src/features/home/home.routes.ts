import { serve } from '#platform/http/serve'
import * as contract from './home.schema.ts'
import { listWaiting } from './home.ts'

export const homeRoutes = [serve(contract.listWaiting, (ctx, { query }) => listWaiting(ctx, query.others === 'true'))]
