import { serve } from '#platform/http/serve'
import * as contract from './competence-profiles.schema.ts'
import * as profiles from './competence-profiles.ts'
import { myFile } from './my-file.ts'

export const competenceProfilesRoutes = [
  serve(contract.showMyProfile, (ctx) => profiles.showMyProfile(ctx)),
  serve(contract.sayOwnStep, (ctx, { params, body }) => profiles.sayOwnStep(ctx, params.field, body)),
  serve(contract.clearMyProfile, (ctx) => profiles.clearMyProfile(ctx)),
  serve(contract.takeMyProfile, (ctx) => myFile(ctx)),
  serve(contract.shareProposedTrade, (ctx, { body }) => profiles.shareProposedTrade(ctx, body.trade)),
  serve(contract.declineTrade, (ctx, { body }) => profiles.declineTrade(ctx, body.trade)),
  serve(contract.undeclineTrade, (ctx, { params }) => profiles.undeclineTrade(ctx, params.trade)),
]
