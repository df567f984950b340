import { serve } from '#platform/http/serve'
import * as numbers from './held-numbers.ts'
import * as held from './held.schema.ts'
import * as people from './held-people.ts'
import * as queue from './queue.ts'
import * as contract from './queue.schema.ts'

export const queueRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.bringBackSkipped, (ctx) => queue.bringBackSkipped(ctx)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),
  serve(held.correctNumber, (ctx, { body: { companyId, ...found } }) => numbers.correctNumber(ctx, companyId, found)),
  serve(held.listHeldPeople, (ctx, { query }) => people.listHeldPeople(ctx, query.companyId)),
  serve(held.addHeldPerson, (ctx, { body: { companyId, ...written } }) =>
    people.addHeldPerson(ctx, companyId, written),
  ),
  serve(held.correctHeldPerson, (ctx, { params, body }) => people.correctHeldPerson(ctx, params.personId, body)),
  serve(held.listNumberless, (ctx, { query }) => numbers.listNumberless(ctx, query.listId)),
  serve(held.findNumber, (ctx, { params, body }) => numbers.findNumber(ctx, params.companyId, body)),
]
