import { serve } from '#platform/http/serve'
import { showOutcome as outcome } from './evaluation.ts'
import { showOutcome } from './evaluation.schema.ts'

export const evaluationRoutes = [serve(showOutcome, (ctx, { query }) => outcome(ctx, query.period))]
