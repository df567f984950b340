import { serve, servePublic } from '#platform/http/serve'
import * as contract from './notices.schema.ts'
import * as notices from './notices.ts'

export const noticesRoutes = [
  serve(contract.showMyNotices, (ctx) => notices.showMyNotices(ctx)),
  serve(contract.changeMyNotices, (ctx, { body }) => notices.changeMyNotices(ctx, body.choice)),
  servePublic(contract.showNoticeStop, (visitor, { params }) => notices.showNoticeStop(visitor, params.token)),
  servePublic(contract.stopNotices, (visitor, { params }) => notices.stopNotices(visitor, params.token)),
]
