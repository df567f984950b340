import { serve } from '#platform/http/serve'
import * as contract from './bookings.schema.ts'
import * as bookings from './bookings.ts'

export const bookingsRoutes = [
  serve(contract.bookMeeting, (ctx, { body }) => bookings.bookMeeting(ctx, body)),
  serve(contract.findPlaces, (ctx, { query }) => bookings.findPlaces(ctx, query.q)),
  serve(contract.showBooking, (ctx, { params }) => bookings.showBooking(ctx, params.id)),
  serve(contract.moveBooking, (ctx, { params, body }) => bookings.moveBooking(ctx, params.id, body)),
  serve(contract.listCompanions, (ctx, { params }) => bookings.listCompanions(ctx, params.id)),
  serve(contract.bringAlong, (ctx, { params, body }) => bookings.bringAlong(ctx, params.id, body)),
  serve(contract.leaveAtHome, (ctx, { params: { id, personId }, query }) =>
    bookings.leaveAtHome(ctx, id, { personId, ...query }),
  ),
  serve(contract.cancelBooking, (ctx, { params, body }) => bookings.cancelBooking(ctx, params.id, body)),
  serve(contract.tellNotMet, (ctx, { params, body }) => bookings.tellNotMet(ctx, params.id, body.note)),
  serve(contract.inviteAgain, (ctx, { params, body }) => bookings.inviteAgain(ctx, params.id, body.email)),
  serve(contract.undoAcknowledging, (ctx, { params }) => bookings.undoAcknowledging(ctx, params.id)),
  serve(contract.acknowledgeBooking, (ctx, { params }) => bookings.acknowledgeBooking(ctx, params.id)),
]
