import { serve } from '#platform/http/serve'
import * as meetings from './consultant-meetings.ts'
import * as contract from './consultant-meetings.schema.ts'

export const consultantMeetingsRoutes = [
  serve(contract.showConsultantMeeting, (ctx, { params }) => meetings.showConsultantMeeting(ctx, params.id)),
  serve(contract.openConsultantMeeting, (ctx, { params }) => meetings.openConsultantMeeting(ctx, params.id)),
  serve(contract.attendMeeting, (ctx, { params, body }) => meetings.attendMeeting(ctx, params.id, body.personId, true)),
  serve(contract.leaveMeeting, (ctx, { params }) => meetings.attendMeeting(ctx, params.id, params.personId, false)),
  serve(contract.listMeetingTakers, (ctx, { params }) => meetings.listMeetingTakers(ctx, params.id, params.pointId)),
  serve(contract.settlePoint, (ctx, { params, body }) => meetings.settlePoint(ctx, params.id, params.pointId, body)),
  serve(contract.undoPoint, (ctx, { params }) => meetings.undoPoint(ctx, params.id, params.pointId)),
  serve(contract.decideAtMeeting, (ctx, { params, body }) => meetings.decideAtMeeting(ctx, params.id, body.words)),
  serve(contract.closeConsultantMeeting, (ctx, { params }) => meetings.closeConsultantMeeting(ctx, params.id)),
  serve(contract.correctMinutes, (ctx, { params, body }) => meetings.correctMinutes(ctx, params.id, body.words)),
  serve(contract.putMeetingPoint, (ctx, { body }) => meetings.putMeetingPoint(ctx, body)),
  serve(contract.removeMeetingPoint, (ctx, { params }) => meetings.removeMeetingPoint(ctx, params.id)),
]
