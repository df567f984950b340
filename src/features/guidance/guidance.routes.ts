import { serve } from '#platform/http/serve'
import * as guidance from './guidance.ts'
import * as contract from './guidance.schema.ts'

export const guidanceRoutes = [
  serve(contract.showToGuidance, (ctx, { body }) => guidance.showToGuidance(ctx, body)),
  serve(contract.listGuidance, (ctx) => guidance.listGuidance(ctx)),
]
