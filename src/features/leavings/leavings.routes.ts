import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as leavings from './leavings.ts'
import * as contract from './leavings.schema.ts'

export const leavingsRoutes = [
  serve(contract.listLeavings, (ctx) => leavings.listLeavings(ctx), {
    columns: [
      { title: m.leavings_col_who, value: (row) => row.person.name },
      { title: m.leavings_col_school, value: (row) => row.person.school },
      { title: m.leavings_col_last_day, value: (row) => row.lastDay },
    ],
  }),
  serve(contract.announceLeaving, (ctx, { body }) => leavings.announceLeaving(ctx, body)),
  serve(contract.showLeaving, (ctx, { params }) => leavings.showLeaving(ctx, params.id)),
  serve(contract.changeLeaving, (ctx, { params, body }) => leavings.changeLeaving(ctx, params.id, body)),
  serve(contract.withdrawLeaving, (ctx, { params }) => leavings.withdrawLeaving(ctx, params.id)),
  serve(contract.askLeaving, (ctx, { params, body }) => leavings.askLeaving(ctx, params.id, body.questions)),
  serve(contract.withdrawLeavingQuestion, (ctx, { params }) =>
    leavings.withdrawLeavingQuestion(ctx, params.id, params.questionId),
  ),
  serve(contract.answerLeaving, (ctx, { params, body }) => leavings.answerLeaving(ctx, params.id, body)),
]
