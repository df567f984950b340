import { serve } from '#platform/http/serve'
import * as capacity from './capacity.ts'
import * as contract from './capacity.schema.ts'

export const capacityRoutes = [
  serve(contract.showCapacity, (ctx, { query }) => capacity.showCapacity(ctx, query.from)),
  serve(contract.showFreeMeetings, (ctx, { query }) => capacity.showFreeMeetings(ctx, query)),
  serve(contract.listCapacitySaid, (ctx, { query }) => capacity.listCapacitySaid(ctx, query)),
  serve(contract.sayCapacity, (ctx, { body }) => capacity.sayCapacity(ctx, body)),
  serve(contract.takeBackCapacity, (ctx, { params }) => capacity.takeBackCapacity(ctx, params.id)),
  serve(contract.askForMore, (ctx, { body }) => capacity.askForMore(ctx, body)),
  serve(contract.answerAsk, (ctx, { params, body }) => capacity.answerAsk(ctx, params.id, body.gives)),
  serve(contract.changeOffer, (ctx, { params, body }) => capacity.changeOffer(ctx, params.listId, body.form)),
  serve(contract.nameVisitors, (ctx, { params, body }) => capacity.nameVisitors(ctx, params.listId, body.personIds)),
  serve(contract.changeHorizon, (ctx, { body }) => capacity.changeHorizon(ctx, body.weeks)),
]
