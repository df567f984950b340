import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as costs from './call-costs.ts'
import * as contract from './call-costs.schema.ts'

export const callCostsRoutes = [
  serve(contract.showCallCosts, (ctx) => costs.showCallCosts(ctx)),
  serve(contract.listCallCosts, (ctx) => costs.listCallCosts(ctx), {
    columns: [
      { title: m.call_costs_col_from, value: (row) => row.from },
      { title: m.call_costs_col_until, value: (row) => row.until },
      {
        title: m.call_costs_col_call_centre,
        value: (row, locale) => row.callCentre ?? m.call_costs_own({}, { locale }),
      },
      {
        title: m.call_costs_school,
        value: (row, locale) => row.account ?? (row.outside ? m.fair_shares_common({}, { locale }) : ''),
      },
      { title: m.call_costs_minutes, value: (row) => row.minutes },
      { title: m.call_costs_kroner, value: (row) => row.kroner },
    ],
  }),
  serve(contract.sayCallPrice, (ctx, { params, body }) => costs.sayCallPrice(ctx, params.id, body)),
  serve(contract.takeBackCallPrice, (ctx, { params }) => costs.takeBackCallPrice(ctx, params.id, params.priceId)),
]
