import * as m from '#texts'
import { type Column, serve } from '#platform/http/serve'
import * as contract from './calls.schema.ts'
import * as calls from './calls.ts'
import * as corrections from './corrections.ts'
import { showHold } from '../queue/queue.ts'
import { heldOf, takeOwnCall, takeUnderCall } from './under-call.ts'
import * as reasons from './refusal-reasons.ts'
import * as reasonsContract from './refusal-reasons.schema.ts'

type Called = Awaited<ReturnType<typeof calls.showCall>>
const callColumns: Column<Called>[] = [
  { title: m.calls_col_when, value: (row) => row.endedAt },
  { title: m.calls_col_called_by, value: (row) => row.caller },
  { title: m.calls_col_answer, value: (row) => row.answer },
  { title: m.calls_col_own, value: (row) => row.own },
  { title: m.calls_col_reason, value: (row) => row.ownReason ?? row.reason },
  { title: m.calls_col_spoke_with, value: (row) => row.spokeWith },
  { title: m.calls_col_said, value: (row) => row.note },
  { title: m.calls_col_left_alone_until, value: (row) => row.until },
  { title: m.calls_col_corrected, value: (row) => row.corrected },
]
export const callsRoutes = [
  serve(contract.showHold, async (ctx) => ({ held: await heldOf(ctx, await showHold(ctx)) })),
  serve(contract.takeCompany, async (ctx, { body }) => ({ held: await takeUnderCall(ctx, body) })),
  serve(contract.takeOwnCall, async (ctx, { body }) => ({ held: await takeOwnCall(ctx, body) })),

  serve(contract.answerCall, (ctx, { body }) => calls.answerCall(ctx, body)),
  serve(contract.correctCall, (ctx, { params, body }) => corrections.correctCall(ctx, params.id, body)),
  serve(contract.takeBackCall, async (ctx, { params }) => ({ held: await corrections.takeBackCall(ctx, params.id) })),
  serve(contract.listCompanyCalls, (ctx, { params }) => calls.listCompanyCalls(ctx, params.companyId), {
    columns: callColumns,
  }),
  serve(reasonsContract.listRefusalReasons, (ctx) => reasons.listRefusalReasons(ctx), {
    columns: [{ title: m.calls_col_reason, value: (row) => row.name }],
  }),
  serve(reasonsContract.changeRefusalReasons, (ctx, { body }) =>
    reasons.changeRefusalReasons(ctx, body.reasons, body.seen),
  ),
  serve(contract.listMyCalls, (ctx) => calls.listMyCalls(ctx), {
    columns: [{ title: m.calls_col_company, value: (row) => row.company }, ...callColumns],
  }),
]
