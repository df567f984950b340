import { serve } from '#platform/http/serve'
import * as contract from './gatherings.schema.ts'
import * as gatherings from './gatherings.ts'

export const gatheringsRoutes = [
  serve(contract.listGatherings, (ctx, { query }) => gatherings.listGatherings(ctx, query.over ?? false)),
  serve(contract.showGathering, (ctx, { params }) => gatherings.showGathering(ctx, params.id)),
  serve(contract.makeGathering, (ctx, { body }) => gatherings.makeGathering(ctx, body)),
  serve(contract.callOffGathering, (ctx, { params, body }) => gatherings.callOffGathering(ctx, params.id, body.why)),
  serve(contract.holdGathering, (ctx, { params }) => gatherings.holdGathering(ctx, params.id)),
  serve(contract.writeLearnt, (ctx, { params, body }) => gatherings.writeLearnt(ctx, params.id, body)),
  serve(contract.signUp, (ctx, { params }) => gatherings.signUp(ctx, params.id, params.timeId)),
  serve(contract.signOff, (ctx, { params }) => gatherings.signOff(ctx, params.id, params.timeId)),
  serve(contract.moveGathering, (ctx, { params, body }) =>
    gatherings.moveGathering(ctx, params.id, params.timeId, body),
  ),
  serve(contract.askToTakeTurn, (ctx, { params, body }) =>
    gatherings.askToTakeTurn(ctx, params.id, params.timeId, body.toId),
  ),
  serve(contract.answerTurn, (ctx, { params, body }) => gatherings.answerTurn(ctx, params.id, params.timeId, body)),
  serve(contract.sayWhoCame, (ctx, { params, body }) => gatherings.sayWhoCame(ctx, params.id, params.timeId, body)),
  serve(contract.putAwayNews, (ctx, { params }) => gatherings.putAwayNews(ctx, params.id, params.timeId)),
  serve(contract.listTakers, (ctx, { params }) => gatherings.listTakers(ctx, params.id, params.timeId)),
]
