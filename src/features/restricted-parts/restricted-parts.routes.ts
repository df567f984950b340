import { serve } from '#platform/http/serve'
import * as restrictedParts from './restricted-parts.ts'
import * as contract from './restricted-parts.schema.ts'

export const restrictedPartsRoutes = [
  serve(contract.listReportReaders, (ctx) => restrictedParts.listReportReaders(ctx)),
]
