import { serve } from '#platform/http/serve'
import * as centres from './call-centres.ts'
import * as contract from './call-centres.schema.ts'
import * as languages from './languages.ts'
import * as languageContract from './languages.schema.ts'

export const callCentresRoutes = [
  serve(contract.listCallCentres, (ctx) => centres.listCallCentres(ctx)),
  serve(contract.addCallCentre, (ctx, { body }) => centres.addCallCentre(ctx, body)),
  serve(contract.renameCallCentre, (ctx, { params, body }) => centres.renameCallCentre(ctx, params.id, body)),
  serve(contract.closeCallCentre, (ctx, { params, body }) => centres.closeCallCentre(ctx, params.id, body)),
  serve(contract.placeCaller, (ctx, { params, body }) => centres.placeCaller(ctx, params.personId, body.callCentreId)),
  serve(contract.sayCallerLanguages, (ctx, { params, body }) =>
    centres.sayCallerLanguages(ctx, params.personId, body.languages),
  ),
  serve(contract.giveList, (ctx, { params, body }) => centres.giveList(ctx, params.listId, body.callCentreId)),
  serve(languageContract.showMyLanguages, (ctx) => languages.showMyLanguages(ctx)),
  serve(languageContract.changeMyLanguages, (ctx, { body }) => languages.changeMyLanguages(ctx, body.languages)),
  serve(languageContract.showCompanyLanguage, (ctx, { params }) => languages.showCompanyLanguage(ctx, params.id)),
  serve(languageContract.sayCompanyLanguage, (ctx, { params, body }) =>
    languages.sayCompanyLanguage(ctx, params.id, body.language),
  ),
]
