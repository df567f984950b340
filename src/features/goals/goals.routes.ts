import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as goals from './goals.ts'
import * as contract from './goals.schema.ts'

export const goalsRoutes = [
  serve(contract.listGoals, (ctx) => goals.listGoals(ctx), {
    columns: [
      { title: m.goals_col_year, value: (row) => row.year },
      { title: m.goals_col_whose, value: (row, locale) => row.school?.name ?? m.goals_common({}, { locale }) },
      { title: m.goals_col_words, value: (row) => row.words },
      { title: m.goals_col_owner, value: (row) => row.owner.name },
    ],
  }),
  serve(contract.setGoal, (ctx, { body }) => goals.setGoal(ctx, body)),
  serve(contract.changeGoal, (ctx, { params, body }) => goals.changeGoal(ctx, params.id, body)),
  serve(contract.giveUpGoal, (ctx, { params }) => goals.giveUpGoal(ctx, params.id)),
]
