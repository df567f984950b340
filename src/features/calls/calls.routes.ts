import { type Column, serve } from '#platform/http/serve'
import * as contract from './calls.schema.ts'
import * as scriptContract from './scripts.schema.ts'
import * as queueContract from './queue.schema.ts'
import * as calls from './calls.ts'
import * as corrections from './corrections.ts'
import * as queue from './queue.ts'
import * as quiet from '../may-contact/quiet.schema.ts'
import * as scripts from './scripts.ts'

type Called = Awaited<ReturnType<typeof calls.listCompanyCalls>>['rows'][number]
const callColumns: Column<Called>[] = [
  { da: 'Tidspunkt', en: 'When', value: (row) => row.endedAt },
  { da: 'Ringet af', en: 'Called by', value: (row) => row.caller },
  { da: 'Svar', en: 'Answer', value: (row) => row.answer },
  { da: 'Talte med', en: 'Spoke with', value: (row) => row.spokeWith },
  { da: 'Sagde', en: 'Said', value: (row) => row.note },
  { da: 'Ro til', en: 'Quiet until', value: (row) => row.until },
  { da: 'Rettet', en: 'Corrected', value: (row) => row.corrected },
]
type Period = Awaited<ReturnType<typeof calls.listQuiet>>['rows'][number]
const quietColumns: Column<Period>[] = [
  { da: 'Grund', en: 'Reason', value: (row) => row.reason },
  { da: 'Fra', en: 'From', value: (row) => row.from },
  { da: 'Må kontaktes fra', en: 'May be contacted from', value: (row) => row.until },
  { da: 'Sat af', en: 'Set by', value: (row) => row.setBy },
  { da: 'Ord', en: 'Words', value: (row) => row.words },
  { da: 'Ophævet', en: 'Lifted', value: (row) => row.liftedAt },
  { da: 'Hvorfor', en: 'Why', value: (row) => row.liftedWhy },
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

  serve(quiet.listQuiet, (ctx, { params }) => calls.listQuiet(ctx, params.companyId), { columns: quietColumns }),
  serve(quiet.setQuiet, (ctx, { params, body }) => calls.setQuiet(ctx, params.companyId, body)),
  serve(quiet.liftQuiet, (ctx, { params, body }) => calls.liftQuiet(ctx, params.id, body.why)),
  serve(quiet.undoLift, (ctx, { params }) => calls.undoLift(ctx, params.id)),

  serve(scriptContract.listScripts, (ctx, { params }) => scripts.listScripts(ctx, params.listId)),
  serve(scriptContract.writeScript, (ctx, { params, body }) => scripts.writeScript(ctx, params.listId, body)),
]
