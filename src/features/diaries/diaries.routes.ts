import { serve } from '#platform/http/serve'
import * as contract from './diaries.schema.ts'
import * as diaries from './diaries.ts'

export const diariesRoutes = [
  serve(contract.changeWorkingHours, (ctx, { params, body }) =>
    diaries.changeWorkingHours(ctx, params.personId, body.hours),
  ),
  serve(contract.addAbsence, (ctx, { body }) => diaries.addAbsence(ctx, body)),
  serve(contract.removeAbsence, (ctx, { params }) => diaries.removeAbsence(ctx, params.id)),
]
