import { serve } from '#platform/http/serve'
import { showCalendar } from './calendar.ts'
import * as contract from './calendar.schema.ts'

export const calendarRoutes = [serve(contract.showCalendar, (ctx, { query }) => showCalendar(ctx, query))]
