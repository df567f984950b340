import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as giving from './giving.schema.ts'
import { reachedWords } from './reached.table.ts'
import * as contract from './tips.schema.ts'
import * as tips from './tips.ts'

export const tipsRoutes = [
  serve(contract.listTips, (ctx, { query }) => tips.listTips(ctx, query), {
    columns: [
      { title: m.tips_col_given, value: (row) => row.givenOn },
      { title: m.tips_col_company, value: (row) => row.company },
      { title: m.tips_col_words, value: (row) => row.words },
      { title: m.tips_col_partner, value: (row) => row.partner?.name ?? null },
      { title: m.tips_col_owner, value: (row) => row.owner?.name ?? null },
      { title: m.tips_col_reached, value: (row, locale) => reachedWords[row.reached]({}, { locale }) },
    ],
  }),
  serve(contract.showTip, (ctx, { params }) => tips.showTip(ctx, params.id)),
  serve(contract.readTip, (ctx, { params }) => tips.readTip(ctx, params.id)),
  serve(contract.askAboutTip, (ctx, { params, body }) => tips.askAboutTip(ctx, params.id, body.toId)),
  serve(contract.acceptTip, (ctx, { params }) => tips.acceptTip(ctx, params.id)),
  serve(contract.seeTipVisit, (ctx, { params, body }) => tips.seeTipVisit(ctx, params.id, body.at)),
  serve(contract.declineTip, (ctx, { params, body }) => tips.declineTip(ctx, params.id, body.why)),
  serve(contract.endTip, (ctx, { params, body }) => tips.endTip(ctx, params.id, body.why)),
  serve(contract.nameTipCompany, (ctx, { params, body }) => tips.nameTipCompany(ctx, params.id, body.companyId)),
  serve(contract.registerTip, (ctx, { params, body }) => tips.registerTip(ctx, params.id, body.matter)),
  serve(giving.giveTip, (ctx, { body }) => tips.giveTip(ctx, body)),
  serve(giving.findTipped, (ctx, { query }) => tips.findTipped(ctx, query.q)),
]
