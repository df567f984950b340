import { serve } from '#platform/http/serve'
import * as contract from './bookings.schema.ts'
import * as calendarContract from './calendar.schema.ts'
import * as bookings from './bookings.ts'
import * as moving from './moving.ts'
import * as calendar from './calendar.ts'

export const bookingsRoutes = [
  serve(contract.listFreeSlots, (ctx, { query }) => bookings.listFreeSlots(ctx, query)),
  serve(contract.bookMeeting, (ctx, { body }) => bookings.bookMeeting(ctx, body)),
  serve(contract.showBooking, (ctx, { params }) => bookings.showBooking(ctx, params.id)),
  serve(contract.moveBooking, (ctx, { params, body }) => moving.moveBooking(ctx, params.id, body)),
  serve(contract.cancelBooking, (ctx, { params, body }) => moving.cancelBooking(ctx, params.id, body.why)),
  serve(contract.acknowledgeBooking, (ctx, { params }) => bookings.acknowledge(ctx, params.id)),
  serve(calendarContract.showCalendar, (ctx, { query }) => calendar.showCalendar(ctx, query)),
  serve(calendarContract.changeWorkingHours, (ctx, { params, body }) =>
    calendar.changeWorkingHours(ctx, params.personId, body.hours),
  ),
  serve(calendarContract.addAbsence, (ctx, { body }) => calendar.addAbsence(ctx, body)),
  serve(calendarContract.removeAbsence, (ctx, { params }) => calendar.removeAbsence(ctx, params.id)),
]
