import { serve } from '#platform/http/serve'
import { listScripts, writeScript } from './scripts.ts'
import * as contract from './scripts.schema.ts'

export const scriptsRoutes = [
  serve(contract.listScripts, (ctx, { params }) => listScripts(ctx, params.listId)),
  serve(contract.writeScript, (ctx, { params, body }) => writeScript(ctx, params.listId, body)),
]
