import { serve } from '#platform/http/serve'
import { showDeclines as declines } from './declines.ts'
import { showDeclines } from './declines.schema.ts'
import { showOutcome as outcome } from './evaluation.ts'
import { showOutcome } from './evaluation.schema.ts'

export const evaluationRoutes = [
  serve(showOutcome, (ctx, { query }) => outcome(ctx, query.period)),
  serve(showDeclines, (ctx, { query }) => declines(ctx, query.period)),
]
