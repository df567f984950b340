import { serve } from '#platform/http/serve'
import * as contract from './presence-days.schema.ts'
import * as presence from './presence-days.ts'

export const presenceDaysRoutes = [
  serve(contract.listPresences, (ctx) => presence.listPresences(ctx)),
  serve(contract.addPresence, (ctx, { body }) => presence.addPresence(ctx, body)),
  serve(contract.changePresence, (ctx, { params, body }) => presence.changePresence(ctx, params.id, body)),
  serve(contract.endPresence, (ctx, { params }) => presence.endPresence(ctx, params.id)),
  serve(contract.moveClosedDate, (ctx, { params, body }) => presence.moveClosedDate(ctx, params.id, body)),
  serve(contract.showPresenceDay, (ctx, { params }) => presence.showPresenceDay(ctx, params.id)),
  serve(contract.askColleague, (ctx, { params, body }) => presence.askColleague(ctx, params.id, body)),
  serve(contract.stopAskingColleague, (ctx, { params }) => presence.stopAskingColleague(ctx, params.id)),
  serve(contract.acceptPresenceDay, (ctx, { params }) => presence.acceptPresenceDay(ctx, params.id)),
  serve(contract.givePresenceDay, (ctx, { params, body }) => presence.givePresenceDay(ctx, params.id, body.personId)),
  serve(contract.movePresenceDay, (ctx, { params, body }) => presence.movePresenceDay(ctx, params.id, body)),
  serve(contract.callOffPresenceDay, (ctx, { params }) => presence.callOffPresenceDay(ctx, params.id)),
  serve(contract.countPresence, (ctx, { params, body }) => presence.countPresence(ctx, params.id, body)),
]
