import { serve } from '#platform/http/serve'
import * as numbers from './numbers.ts'
import * as people from './people.ts'
import * as queue from './queue.ts'
import * as contract from './queue.schema.ts'

export const queueRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),
  serve(contract.correctNumber, (ctx, { body: { companyId, ...found } }) =>
    numbers.correctNumber(ctx, companyId, found),
  ),
  serve(contract.listHeldPeople, (ctx) => people.listHeldPeople(ctx)),
  serve(contract.addHeldPerson, (ctx, { body: { companyId, ...written } }) =>
    people.addHeldPerson(ctx, companyId, written),
  ),
  serve(contract.correctHeldPerson, (ctx, { params, body }) => people.correctHeldPerson(ctx, params.personId, body)),
  serve(contract.listNumberless, (ctx, { query }) => numbers.listNumberless(ctx, query.listId)),
  serve(contract.findNumber, (ctx, { params, body }) => numbers.findNumber(ctx, params.companyId, body)),
]
