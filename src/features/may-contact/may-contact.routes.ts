import { type Column, serve } from '#platform/http/serve'
import * as bases from './basis.ts'
import * as basisContract from './basis.schema.ts'
import * as contract from './waits.schema.ts'
import * as waits from './waits.ts'

type Wait = Awaited<ReturnType<typeof waits.listWaits>>['rows'][number]
const waitColumns: Column<Wait>[] = [
  { da: 'Grund', en: 'Reason', value: (row) => row.reason },
  { da: 'Fra', en: 'From', value: (row) => row.from },
  { da: 'Må kontaktes fra', en: 'May be contacted from', value: (row) => row.until },
  { da: 'Sat af', en: 'Set by', value: (row) => row.setBy },
  { da: 'Ord', en: 'Words', value: (row) => row.words },
  { da: 'Ophævet', en: 'Lifted', value: (row) => row.liftedAt },
  { da: 'Hvorfor', en: 'Why', value: (row) => row.liftedWhy },
]

export const mayContactRoutes = [
  serve(contract.listWaits, (ctx, { params }) => waits.listWaits(ctx, params.companyId), { columns: waitColumns }),
  serve(contract.giveWait, (ctx, { params, body }) => waits.giveWait(ctx, params.companyId, body)),
  serve(contract.liftWait, (ctx, { params, body }) => waits.liftWait(ctx, params.id, body.why)),
  serve(contract.undoLift, (ctx, { params }) => waits.undoLift(ctx, params.id)),
  serve(basisContract.recordBasis, (ctx, { params, body }) => bases.recordBasis(ctx, params.id, body)),
  serve(basisContract.withdrawBasis, (ctx, { params }) => bases.withdrawBasis(ctx, params.id, params.basisId)),
]
