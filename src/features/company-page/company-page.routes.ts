import { servePublic } from '#platform/http/serve'
import { enter } from '../links/link-door.ts'
import * as company from './company-page.ts'
import * as page from './company-page.schema.ts'

export const companyPageRoutes = [
  servePublic(page.showCase, (visitor, { params }) => enter(visitor, params.token, company.show)),
  servePublic(page.confirmMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.confirm(ctx, guest, body.meetingId)),
  ),
  servePublic(page.listCaseSlots, (visitor, { params, query }) =>
    enter(visitor, params.token, (ctx, guest) => company.slots(ctx, guest, query.meetingId)),
  ),
  servePublic(page.moveCaseMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.move(ctx, guest, body)),
  ),
  servePublic(page.cancelCaseMeeting, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.cancel(ctx, guest, body)),
  ),
  servePublic(page.stopContact, (visitor, { params, body }) =>
    enter(visitor, params.token, (ctx, guest) => company.stop(ctx, guest, body.words)),
  ),
]
