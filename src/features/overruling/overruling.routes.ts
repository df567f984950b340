import { serve } from '#platform/http/serve'
import * as contract from './overruling.schema.ts'
import { undoCorrection } from './overruling.ts'

export const overrulingRoutes = [serve(contract.undoCorrection, (ctx, { params }) => undoCorrection(ctx, params.id))]
