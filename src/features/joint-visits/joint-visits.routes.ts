import { serve } from '#platform/http/serve'
import * as contract from './joint-visits.schema.ts'
import * as joint from './joint-visits.ts'

export const jointVisitsRoutes = [
  serve(contract.askAlong, (ctx, { body }) => joint.askAlong(ctx, body)),
  serve(contract.takeBackAlong, (ctx, { body }) => joint.takeBackAlong(ctx, body)),
  serve(contract.listJointVisits, (ctx) => joint.listJointVisits(ctx)),
  serve(contract.showJointVisit, (ctx, { params }) => joint.showJointVisit(ctx, params.id)),
  serve(contract.putAwayTakenBack, (ctx, { params }) => joint.putAwayTakenBack(ctx, params.id)),
  serve(contract.askToGoAlong, (ctx, { params, body }) => joint.askToGoAlong(ctx, params.id, body.toId)),
  serve(contract.goAlong, (ctx, { params }) => joint.goAlong(ctx, params.id)),
  serve(contract.notGoAlong, (ctx, { params, body }) => joint.notGoAlong(ctx, params.id, body.why)),
  serve(contract.declineJointVisit, (ctx, { params }) => joint.declineJointVisit(ctx, params.id)),
  serve(contract.linkJointCompany, (ctx, { params, body }) => joint.linkJointCompany(ctx, params.id, body.companyId)),
]
