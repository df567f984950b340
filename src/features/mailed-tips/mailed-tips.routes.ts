import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { dateOf } from '#platform/clock'
import { serve } from '#platform/http/serve'
import * as contract from './mailed-tips.schema.ts'
import * as mailed from './mailed-tips.ts'

export const mailedTipsRoutes = [
  serve(contract.listMailedTips, (ctx, { query }) => mailed.listMailedTips(ctx, query), {
    columns: [
      { title: m.mailed_tips_col_came, value: (row) => dateOf(Temporal.Instant.from(row.cameAt)).toString() },
      { title: m.mailed_tips_col_partner, value: (row) => row.partner?.name ?? null },
      { title: m.mailed_tips_col_from, value: (row) => row.fromAddress },
      { title: m.mailed_tips_col_subject, value: (row) => row.subject },
    ],
  }),
  serve(contract.showMailedTip, (ctx, { params }) => mailed.showMailedTip(ctx, params.id)),
  serve(contract.makeMailedTip, (ctx, { params, body }) => mailed.makeMailedTip(ctx, params.id, body)),
  serve(contract.unmakeMailedTip, (ctx, { params }) => mailed.unmakeMailedTip(ctx, params.id)),
  serve(contract.refuseMailedTip, (ctx, { params }) => mailed.refuseMailedTip(ctx, params.id)),
  serve(contract.reopenMailedTip, (ctx, { params }) => mailed.reopenMailedTip(ctx, params.id)),
  serve(contract.refuseStrangers, (ctx, { body }) => mailed.refuseStrangers(ctx, body)),
  serve(contract.reopenMailedTips, (ctx, { body }) => mailed.reopenMailedTips(ctx, body)),
  serve(contract.makeTipAddress, (ctx) => mailed.makeTipAddress(ctx)),
]
