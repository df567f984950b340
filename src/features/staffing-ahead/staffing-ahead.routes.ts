import { serve } from '#platform/http/serve'
import * as contract from './staffing-ahead.schema.ts'
import * as staffing from './staffing-ahead.ts'

export const staffingAheadRoutes = [
  serve(contract.showStaffing, (ctx) => staffing.showStaffing(ctx)),
  serve(contract.proposeStaffing, (ctx) => staffing.proposeStaffing(ctx)),
  serve(contract.askAllProposed, (ctx) => staffing.askAllProposed(ctx)),
  serve(contract.listWhoCouldGo, (ctx, { params, query }) => staffing.listWhoCouldGo(ctx, params.id, query.place)),
  serve(contract.askToStaff, (ctx, { params, body }) => staffing.askToStaff(ctx, params.id, body)),
  serve(contract.leaveAsItIs, (ctx, { params, body }) => staffing.leaveAsItIs(ctx, params.id, body)),
  serve(contract.takeBackLeaving, (ctx, { params }) => staffing.takeBackLeaving(ctx, params.exceptionId)),
  serve(contract.showAsking, (ctx, { params }) => staffing.showAsking(ctx, params.askId)),
  serve(contract.withdrawAsking, (ctx, { params }) => staffing.withdrawAsking(ctx, params.askId)),
  serve(contract.goAsAsked, (ctx, { params }) => staffing.goAsAsked(ctx, params.askId)),
  serve(contract.notGoAsAsked, (ctx, { params, body }) => staffing.notGoAsAsked(ctx, params.askId, body)),
]
