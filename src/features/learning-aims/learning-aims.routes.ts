import { serve } from '#platform/http/serve'
import { showLearningAim, writeLearningAim } from './learning-aims.ts'
import * as contract from './learning-aims.schema.ts'

export const learningAimsRoutes = [
  serve(contract.showLearningAim, (ctx, { params }) => showLearningAim(ctx, params.id)),
  serve(contract.writeLearningAim, (ctx, { params, body }) => writeLearningAim(ctx, params.id, body)),
]
