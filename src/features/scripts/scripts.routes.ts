import { serve } from '#platform/http/serve'
import { listScripts, writeScript } from './scripts.ts'
import * as contract from './scripts.schema.ts'
import * as translations from './translations.ts'
import * as translationContract from './translations.schema.ts'

export const scriptsRoutes = [
  serve(contract.listScripts, (ctx, { params }) => listScripts(ctx, params.listId)),
  serve(contract.writeScript, (ctx, { params, body }) => writeScript(ctx, params.listId, body)),
  serve(translationContract.listTranslations, (ctx, { params }) => translations.listTranslations(ctx, params.listId)),
  serve(translationContract.writeTranslation, (ctx, { params, body }) =>
    translations.writeTranslation(ctx, params.listId, body),
  ),
]
