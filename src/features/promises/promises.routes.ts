import { serve } from '#platform/http/serve'
import * as promises from './promises.ts'
import * as it from './promises.schema.ts'

const states = {
  open: { da: 'åben', en: 'open' },
  kept: { da: 'holdt', en: 'kept' },
  dropped: { da: 'faldet bort', en: 'dropped' },
} as const

export const promisesRoutes = [
  serve(it.listPromises, (ctx, { query }) => promises.listPromises(ctx, query), {
    columns: [
      { da: 'Virksomhed', en: 'Company', value: (row) => row.company },
      { da: 'CVR', en: 'CVR', value: (row) => row.cvr },
      { da: 'Aftale', en: 'Promise', value: (row) => row.what },
      { da: 'Aftalt til', en: 'Due', value: (row) => row.dueOn },
      { da: 'Dage for sent', en: 'Days late', value: (row) => row.daysLate },
      { da: 'Hvem', en: 'Owner', value: (row) => row.owner.name },
      { da: 'Skole', en: 'School', value: (row) => row.owner.school },
      { da: 'Status', en: 'State', value: (row, language) => states[row.state][language] },
      { da: 'Afsluttet', en: 'Closed', value: (row) => row.closedAt },
      { da: 'Hvorfor faldet bort', en: 'Why dropped', value: (row) => row.droppedWhy },
    ],
  }),
  serve(it.listPromiseOwners, (ctx) => promises.listPromiseOwners(ctx)),
  serve(it.showPromise, (ctx, { params }) => promises.showPromise(ctx, params.id)),
  serve(it.makePromise, (ctx, { body }) => promises.makePromise(ctx, body)),
  serve(it.keepPromise, (ctx, { params }) => promises.keepPromise(ctx, params.id)),
  serve(it.undoKeeping, (ctx, { params }) => promises.undoKeeping(ctx, params.id)),
  serve(it.dropPromise, (ctx, { params, body }) => promises.dropPromise(ctx, params.id, body.why)),
  serve(it.undoDrop, (ctx, { params }) => promises.undoDrop(ctx, params.id)),
  serve(it.changePromiseDate, (ctx, { params, body }) => promises.changePromiseDate(ctx, params.id, body)),
  serve(it.offerHandover, (ctx, { params, body }) => promises.offerHandover(ctx, params.id, body)),
  serve(it.acceptHandover, (ctx, { params }) => promises.acceptHandover(ctx, params.id)),
  serve(it.declineHandover, (ctx, { params, body }) => promises.declineHandover(ctx, params.id, body.why)),
  serve(it.withdrawHandover, (ctx, { params }) => promises.withdrawHandover(ctx, params.id)),
]
