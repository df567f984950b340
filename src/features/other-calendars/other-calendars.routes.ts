import { serve } from '#platform/http/serve'
import * as contract from './other-calendars.schema.ts'
import * as others from './other-calendars.ts'

export const otherCalendarsRoutes = [
  serve(contract.listOtherCalendars, (ctx) => others.listOtherCalendars(ctx)),
  serve(contract.addOtherCalendar, (ctx, { body }) => others.addOtherCalendar(ctx, body)),
  serve(contract.removeOtherCalendar, (ctx, { params }) => others.removeOtherCalendar(ctx, params.id)),
  serve(contract.readAgain, (ctx, { params }) => others.readAgain(ctx, params.id)),
  serve(contract.searchCalendars, async (ctx, { body }) => others.searchCalendars(ctx, body)),
]
