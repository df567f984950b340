import { serve } from '#platform/http/serve'
import * as contract from './guides.schema.ts'
import { showGuide, writeGuide } from './guides.ts'

export const guidesRoutes = [
  serve(contract.showGuide, (ctx) => showGuide(ctx)),
  serve(contract.writeGuide, (ctx, { body }) => writeGuide(ctx, body)),
]
