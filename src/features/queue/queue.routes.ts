import { serve } from '#platform/http/serve'
import * as numbers from './held-numbers.ts'
import * as numbersContract from './held.schema.ts'
import * as people from './held-people.ts'
import * as peopleContract from './held.schema.ts'
import * as queue from './queue.ts'
import * as contract from './queue.schema.ts'

export const queueRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),
  serve(numbersContract.correctNumber, (ctx, { body: { companyId, ...found } }) =>
    numbers.correctNumber(ctx, companyId, found),
  ),
  serve(peopleContract.listHeldPeople, (ctx, { query }) => people.listHeldPeople(ctx, query.companyId)),
  serve(peopleContract.addHeldPerson, (ctx, { body: { companyId, ...written } }) =>
    people.addHeldPerson(ctx, companyId, written),
  ),
  serve(peopleContract.correctHeldPerson, (ctx, { params, body }) =>
    people.correctHeldPerson(ctx, params.personId, body),
  ),
  serve(numbersContract.listNumberless, (ctx, { query }) => numbers.listNumberless(ctx, query.listId)),
  serve(numbersContract.findNumber, (ctx, { params, body }) => numbers.findNumber(ctx, params.companyId, body)),
]
