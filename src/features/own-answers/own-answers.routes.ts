import { serve } from '#platform/http/serve'
import * as contract from './own-answers.schema.ts'
import { changeOwnAnswers, listOwnAnswers } from './own-answers.ts'

export const ownAnswersRoutes = [
  serve(contract.listOwnAnswers, (ctx) => listOwnAnswers(ctx)),
  serve(contract.changeOwnAnswers, (ctx, { body }) => changeOwnAnswers(ctx, body)),
]
