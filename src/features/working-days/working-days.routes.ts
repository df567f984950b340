import { serve } from '#platform/http/serve'
import * as contract from './working-days.schema.ts'
import * as days from './working-days.ts'

export const workingDaysRoutes = [
  serve(contract.showWorkingDays, (ctx) => days.showWorkingDays(ctx)),
  serve(contract.changeCallingHours, (ctx, { body }) => days.changeCallingHours(ctx, body.hours)),
  serve(contract.addClosedDays, (ctx, { body }) => days.addClosedDays(ctx, body)),
  serve(contract.removeClosedDays, (ctx, { params }) => days.removeClosedDays(ctx, params.id)),
]
