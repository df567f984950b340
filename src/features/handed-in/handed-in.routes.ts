import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as contract from './handed-in.schema.ts'
import * as handedIn from './handed-in.ts'
import { stateOf } from './handed-in-words.table.ts'

export const handedInRoutes = [
  serve(contract.listHandedIn, (ctx, { query }) => handedIn.listHandedIn(ctx, query), {
    columns: [
      { title: m.handed_in_col_wrote, value: (row) => row.wrote },
      { title: m.handed_in_col_company, value: (row) => row.company.name },
      { title: m.handed_in_col_state, value: (row, locale) => stateOf(row, locale) },
      { title: m.handed_in_col_until, value: (row) => row.until },
      { title: m.handed_in_col_goal, value: (row) => row.goal },
      { title: m.handed_in_col_reason, value: (row) => row.reason },
      { title: m.handed_in_col_consultant, value: (row) => row.consultant },
      { title: m.handed_in_col_wish, value: (row) => row.wishBy },
      { title: m.handed_in_col_by, value: (row) => row.by },
      { title: m.handed_in_col_at, value: (row) => row.handedInAt },
    ],
  }),
  serve(contract.showRound, (ctx) => handedIn.showRound(ctx)),
  serve(contract.sendRound, (ctx, { body }) => handedIn.sendRound(ctx, body)),
]
