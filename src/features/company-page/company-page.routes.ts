import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { servePublic, type Visitor } from '#platform/http/serve'
import { enter } from '../links/links.ts'
import * as company from './company-page.ts'
import * as page from './company-page.schema.ts'

/** Only ever the company that the link belongs to. */
const enterCase = <T>(visitor: Visitor, token: string, work: (ctx: Ctx, own: company.Own) => Promise<T>) =>
  enter(visitor, 'company-page', token, (ctx, guest) => {
    if (!guest.company) throw problem('link-revoked')
    return work(ctx, guest.company)
  })

export const companyPageRoutes = [
  servePublic(page.showCase, (visitor, { params }) => enterCase(visitor, params.token, company.showCase)),
  servePublic(page.confirmMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.confirmMeeting(ctx, own, body.meetingId)),
  ),
  servePublic(page.listCaseSlots, (visitor, { params, query }) =>
    enterCase(visitor, params.token, (ctx, own) => company.listCaseSlots(ctx, own, query.meetingId)),
  ),
  servePublic(page.moveCaseMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.moveCaseMeeting(ctx, own, body)),
  ),
  servePublic(page.cancelCaseMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.cancelCaseMeeting(ctx, own, body)),
  ),
  servePublic(page.stopContact, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.stopContact(ctx, own, body.words)),
  ),
]
