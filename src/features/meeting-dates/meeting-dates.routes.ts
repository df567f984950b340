import { serve } from '#platform/http/serve'
import * as dates from './meeting-dates.ts'
import * as contract from './meeting-dates.schema.ts'

export const meetingDatesRoutes = [
  serve(contract.listConsultantMeetings, (ctx) => dates.listConsultantMeetings(ctx)),
  serve(contract.setMeetingSeries, (ctx, { body }) => dates.setMeetingSeries(ctx, body)),
  serve(contract.endMeetingSeries, (ctx, { params }) => dates.endMeetingSeries(ctx, params.id)),
  serve(contract.moveConsultantMeeting, (ctx, { params, body }) => dates.moveConsultantMeeting(ctx, params.id, body)),
  serve(contract.cancelConsultantMeeting, (ctx, { params, body }) =>
    dates.cancelConsultantMeeting(ctx, params.id, body.why),
  ),
  serve(contract.uncancelConsultantMeeting, (ctx, { params }) => dates.uncancelConsultantMeeting(ctx, params.id)),
]
