import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as shares from './fair-shares.ts'
import * as contract from './fair-shares.schema.ts'

export const fairSharesRoutes = [
  serve(contract.showLedger, (ctx) => shares.showLedger(ctx), {
    columns: [
      { title: m.fair_shares_col_account, value: (row) => row.name ?? m.fair_shares_common() },
      { title: m.fair_shares_col_agreed, value: (row) => row.agreed },
      { title: m.fair_shares_col_got, value: (row) => row.got },
      { title: m.fair_shares_col_minutes, value: (row) => row.minutes },
      { title: m.fair_shares_col_handed_in, value: (row) => row.handedIn },
      { title: m.fair_shares_col_calls, value: (row) => row.calls },
      { title: m.fair_shares_col_behind, value: (row) => row.behind },
    ],
  }),
  serve(contract.sayShares, (ctx, { body }) => shares.sayShares(ctx, body)),
]
