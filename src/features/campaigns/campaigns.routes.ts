import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as campaigns from './campaigns.ts'
import * as contract from './campaigns.schema.ts'
import { targetWords } from '../contact-models/model-words.table.ts'
import { stateWords } from './campaign-words.table.ts'
import * as asking from './asking.schema.ts'

export const campaignsRoutes = [
  serve(contract.listCampaigns, (ctx, { query }) => campaigns.listAll(ctx, query), {
    columns: [
      { title: m.campaigns_col_name, value: (row) => row.name },
      { title: m.campaigns_col_goal, value: (row) => row.goal },
      { title: m.campaigns_col_target, value: (row, locale) => targetWords[row.target]({}, { locale }) },
      { title: m.campaigns_col_state, value: (row, locale) => stateWords[row.state]({}, { locale }) },
      { title: m.campaigns_col_from, value: (row) => row.fromOn },
      { title: m.campaigns_col_to, value: (row) => row.toOn },
      { title: m.campaigns_col_companies, value: (row) => row.companies },
    ],
  }),
  serve(contract.startCampaign, (ctx, { body }) => campaigns.startCampaign(ctx, body)),
  serve(contract.showCampaign, (ctx, { params }) => campaigns.showCampaign(ctx, params.id)),
  serve(contract.changeCampaign, (ctx, { params, body }) => campaigns.changeCampaign(ctx, params.id, body)),
  serve(asking.weighModels, (ctx, { params, body }) => campaigns.weighTargetGroup(ctx, params.id, body)),
  serve(asking.askConsultants, (ctx, { params }) => campaigns.askConsultants(ctx, params.id)),
  serve(asking.answerCampaign, (ctx, { params, body }) => campaigns.answerCampaign(ctx, params.id, body)),
  serve(contract.translateCampaign, (ctx, { params, body }) => campaigns.translateCampaign(ctx, params.id, body)),
  serve(contract.settleCampaign, (ctx, { params, body }) => campaigns.settleCampaign(ctx, params.id, body.version)),
  serve(contract.changeCampaignOffer, (ctx, { params, body }) => campaigns.changeOffer(ctx, params.id, body.form)),
  serve(contract.showCampaignProgress, (ctx, { params }) => campaigns.showProgress(ctx, params.id)),
  serve(contract.endCampaign, (ctx, { params }) => campaigns.endCampaign(ctx, params.id)),
]
