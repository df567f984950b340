import { serve, servePublic } from '#platform/http/serve'
import { enter } from '../links/links.ts'
import * as contract from './stands.schema.ts'
import * as stands from './stands.ts'

export const standsRoutes = [
  serve(contract.makeStandLink, (ctx, { params }) => stands.makeStandLink(ctx, params.id)),
  serve(contract.showStandLink, (ctx, { params }) => stands.showStandLink(ctx, params.id)),
  servePublic(contract.showStand, (visitor, { params }) =>
    enter(visitor, stands.standLink.kind, params.token, stands.showStand),
  ),
  servePublic(contract.writeFromStand, (visitor, { params, body }) =>
    enter(visitor, stands.standLink.kind, params.token, (ctx, guest) => stands.writeFromStand(ctx, guest, body)),
  ),
]
