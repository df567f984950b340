import { serve } from '#platform/http/serve'
import * as contract from './look-up.schema.ts'
import { showLookUp } from './look-up.ts'

export const lookUpRoutes = [serve(contract.showLookUp, (ctx) => showLookUp(ctx))]
