import { serve } from '#platform/http/serve'
import * as contract from './overruling.schema.ts'
import { undoOverruling } from './overruling.ts'

export const overrulingRoutes = [serve(contract.undoCorrection, (ctx, { params }) => undoOverruling(ctx, params.id))]
