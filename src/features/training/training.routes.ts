import { serve } from '#platform/http/serve'
import * as contract from './training.schema.ts'
import { showTraining } from './training.ts'

export const trainingRoutes = [serve(contract.showTraining, (ctx) => showTraining(ctx))]
