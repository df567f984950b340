import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as promises from './promises.ts'
import * as contract from './promises.schema.ts'

const states = {
  open: m.promises_file_open,
  kept: m.promises_file_kept,
  dropped: m.promises_file_dropped,
} as const

export const promisesRoutes = [
  serve(contract.listPromises, (ctx, { query }) => promises.listPromises(ctx, query), {
    columns: [
      { title: m.promises_col_company, value: (row) => row.company },
      { title: m.promises_col_cvr, value: (row) => row.cvr },
      { title: m.promises_col_promise, value: (row) => row.what },
      { title: m.promises_col_due, value: (row) => row.dueOn },
      { title: m.promises_col_days_late, value: (row) => row.daysLate },
      { title: m.promises_col_owner, value: (row) => row.owner.name },
      { title: m.promises_col_school, value: (row) => row.owner.school },
      { title: m.promises_col_state, value: (row, language) => states[row.state]({}, { locale: language }) },
      { title: m.promises_col_closed, value: (row) => row.closedAt },
      { title: m.promises_col_why_dropped, value: (row) => row.droppedWhy },
    ],
  }),
  serve(contract.listPromiseOwners, (ctx, { query }) => promises.listPromiseOwners(ctx, query.companyId)),
  serve(contract.showPromise, (ctx, { params }) => promises.showPromise(ctx, params.id)),
  serve(contract.makePromise, (ctx, { body }) => promises.makePromise(ctx, body)),
  serve(contract.keepPromise, (ctx, { params }) => promises.keepPromise(ctx, params.id)),
  serve(contract.undoKeeping, (ctx, { params }) => promises.undoKeeping(ctx, params.id)),
  serve(contract.dropPromise, (ctx, { params, body }) => promises.dropPromise(ctx, params.id, body.why)),
  serve(contract.undoDrop, (ctx, { params }) => promises.undoDrop(ctx, params.id)),
  serve(contract.changePromiseDate, (ctx, { params, body }) => promises.changePromiseDate(ctx, params.id, body)),
  serve(contract.offerHandover, (ctx, { params, body }) => promises.offerHandover(ctx, params.id, body)),
  serve(contract.acceptHandover, (ctx, { params }) => promises.acceptHandover(ctx, params.id)),
  serve(contract.declineHandover, (ctx, { params, body }) => promises.declineHandover(ctx, params.id, body.why)),
  serve(contract.withdrawHandover, (ctx, { params }) => promises.withdrawHandover(ctx, params.id)),
]
