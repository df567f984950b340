import { type Column, serve } from '#platform/http/serve'
import * as contract from './calls.schema.ts'
import * as queueContract from './queue.schema.ts'
import * as calls from './calls.ts'
import * as corrections from './corrections.ts'
import * as queue from './queue.ts'

type Called = Awaited<ReturnType<typeof calls.listCompanyCalls>>['rows'][number]
const callColumns: Column<Called>[] = [
  { da: 'Tidspunkt', en: 'When', value: (row) => row.endedAt },
  { da: 'Ringet af', en: 'Called by', value: (row) => row.caller },
  { da: 'Svar', en: 'Answer', value: (row) => row.answer },
  { da: 'Talte med', en: 'Spoke with', value: (row) => row.spokeWith },
  { da: 'Sagde', en: 'Said', value: (row) => row.note },
  { da: 'Ro til', en: 'Left alone until', value: (row) => row.until },
  { da: 'Rettet', en: 'Corrected', value: (row) => row.corrected },
]
export const callsRoutes = [
  serve(queueContract.showQueue, (ctx, { query }) => queue.showQueue(ctx, query.listId)),
  serve(contract.showHold, async (ctx) => ({ held: await queue.showHold(ctx) })),
  serve(contract.takeCompany, async (ctx, { body }) => ({ held: await queue.takeCompany(ctx, body) })),
  serve(contract.renewHold, (ctx, { body }) => queue.renewHold(ctx, body.companyId)),
  serve(contract.skipCompany, (ctx, { body }) => queue.skipCompany(ctx, body.companyId)),
  serve(contract.releaseHold, (ctx) => queue.releaseHold(ctx)),

  serve(contract.answerCall, (ctx, { body }) => calls.answerCall(ctx, body)),
  serve(contract.correctCall, (ctx, { params, body }) => corrections.correctCall(ctx, params.id, body)),
  serve(contract.takeBackCall, async (ctx, { params }) => ({ held: await corrections.takeBackCall(ctx, params.id) })),
  serve(contract.listCompanyCalls, (ctx, { params }) => calls.listCompanyCalls(ctx, params.companyId), {
    columns: callColumns,
  }),
  serve(contract.listMyCalls, (ctx) => calls.listMyCalls(ctx), {
    columns: [{ da: 'Virksomhed', en: 'Company', value: (row) => row.company }, ...callColumns],
  }),
]
