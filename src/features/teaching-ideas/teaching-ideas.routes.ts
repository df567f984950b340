import { serve } from '#platform/http/serve'
import * as ideas from './teaching-ideas.ts'
import * as contract from './teaching-ideas.schema.ts'

export const teachingIdeasRoutes = [
  serve(contract.listTeachingIdeas, (ctx) => ideas.listTeachingIdeas(ctx)),
  serve(contract.putTeachingIdea, (ctx, { body }) => ideas.putTeachingIdea(ctx, body)),
  serve(contract.changeTeachingIdea, (ctx, { params, body }) => ideas.changeTeachingIdea(ctx, params.id, body)),
]
