import * as m from '#texts'
import { type Column, serve } from '#platform/http/serve'
import * as bases from './basis.ts'
import * as basisContract from './basis.schema.ts'
import { judgeContact } from './hindrance.schema.ts'
import { judgeContactFor } from './judging.ts'
import * as contract from './waits.schema.ts'
import * as waits from './waits.ts'

type Wait = Awaited<ReturnType<typeof waits.listWaits>>['rows'][number]
const waitColumns: Column<Wait>[] = [
  { title: m.may_contact_col_reason, value: (row) => row.reason },
  { title: m.may_contact_col_from, value: (row) => row.from },
  { title: m.may_contact_col_may_be_contacted_from, value: (row) => row.until },
  { title: m.may_contact_col_set_by, value: (row) => row.setBy },
  { title: m.may_contact_col_words, value: (row) => row.words },
  { title: m.may_contact_col_lifted, value: (row) => row.liftedAt },
  { title: m.may_contact_col_why, value: (row) => row.liftedWhy },
]

export const mayContactRoutes = [
  serve(judgeContact, (ctx, { params, query }) => judgeContactFor(ctx, params.companyId, query)),
  serve(contract.listWaits, (ctx, { params }) => waits.listWaits(ctx, params.companyId), { columns: waitColumns }),
  serve(contract.giveWait, (ctx, { params, body }) => waits.giveWait(ctx, params.companyId, body)),
  serve(contract.liftWait, (ctx, { params, body }) => waits.liftWait(ctx, params.id, body.why)),
  serve(contract.undoLift, (ctx, { params }) => waits.undoLift(ctx, params.id)),
  serve(basisContract.recordBasis, (ctx, { params, body }) => bases.recordBasis(ctx, params.id, body)),
  serve(basisContract.withdrawBasis, (ctx, { params }) => bases.withdrawBasis(ctx, params.id, params.basisId)),
]
