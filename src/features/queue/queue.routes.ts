import { serve } from '#platform/http/serve'
import * as written from './held.ts'
import * as held from './held.schema.ts'
import * as queue from './queue.ts'
import * as contract from './queue.schema.ts'

export const queueRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.bringBackSkipped, (ctx) => queue.bringBackSkipped(ctx)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),
  serve(held.correctNumber, (ctx, { body: { companyId, ...found } }) => written.correctNumber(ctx, companyId, found)),
  serve(held.sayHeldLanguage, (ctx, { body }) => written.sayHeldLanguage(ctx, body.companyId, body.language)),
  serve(held.takeBackHeldLanguage, (ctx, { params }) => written.takeBackHeldLanguage(ctx, params.companyId)),
  serve(held.listHeldPeople, (ctx, { query }) => written.listHeldPeople(ctx, query.companyId)),
  serve(held.addHeldPerson, (ctx, { body: { companyId, ...words } }) => written.addHeldPerson(ctx, companyId, words)),
  serve(held.correctHeldPerson, (ctx, { params, body }) => written.correctHeldPerson(ctx, params.personId, body)),
  serve(held.listNumberless, (ctx, { query }) => written.listNumberless(ctx, query.listId)),
  serve(held.findNumber, (ctx, { params, body }) => written.findNumber(ctx, params.companyId, body)),
]
