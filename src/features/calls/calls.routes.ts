import { serve } from '#platform/http/serve'
import * as contract from './calls.schema.ts'
import * as calls from './calls.ts'
import * as corrections from './corrections.ts'
import * as queue from './queue.ts'
import * as quiet from './quiet.schema.ts'
import * as scripts from './scripts.ts'

export const callsRoutes = [
  serve(contract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.showHold, async (ctx) => ({ held: await queue.showHold(ctx) })),
  serve(contract.takeCompany, async (ctx, { body }) => ({ held: await queue.takeCompany(ctx, body) })),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),

  serve(contract.answerCall, (ctx, { body }) => calls.answerCall(ctx, body)),
  serve(contract.correctCall, (ctx, { params, body }) => corrections.correctCall(ctx, params.id, body)),
  serve(contract.takeBackCall, async (ctx, { params }) => ({ held: await corrections.takeBackCall(ctx, params.id) })),
  serve(contract.listCompanyCalls, (ctx, { params }) => calls.listCompanyCalls(ctx, params.companyId)),
  serve(contract.listMyCalls, (ctx) => calls.listMyCalls(ctx)),

  serve(quiet.listQuiet, (ctx, { params }) => calls.listQuiet(ctx, params.companyId)),
  serve(quiet.setQuiet, (ctx, { params, body }) => calls.setQuiet(ctx, params.companyId, body)),
  serve(quiet.liftQuiet, (ctx, { params, body }) => calls.liftQuiet(ctx, params.id, body.why)),
  serve(quiet.undoLift, (ctx, { params }) => calls.undoLift(ctx, params.id)),

  serve(contract.listScripts, (ctx, { params }) => scripts.listScripts(ctx, params.listId)),
  serve(contract.writeScript, (ctx, { params, body }) => scripts.writeScript(ctx, params.listId, body)),
]
