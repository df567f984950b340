import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { serve, servePublic, type Visitor } from '#platform/http/serve'
import { enter } from '../links/links.ts'
import * as company from './company-page.ts'
import * as contract from './company-page.schema.ts'

/** Only ever the company that the link belongs to. */
const enterCase = <T>(visitor: Visitor, token: string, work: (ctx: Ctx, own: Required<company.Own>) => Promise<T>) =>
  enter(visitor, 'company-page', token, (ctx, guest) => {
    if (!guest.company) throw problem('link-revoked')
    return work(ctx, { ...guest.company, linkId: guest.linkId })
  })

export const companyPageRoutes = [
  servePublic(contract.showCase, (visitor, { params }) => enterCase(visitor, params.token, company.showCase)),
  serve(contract.previewCase, (ctx, { params }) => company.previewCase(ctx, params.id)),
  servePublic(contract.confirmMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.confirmMeeting(ctx, own, body.meetingId)),
  ),
  servePublic(contract.listCaseSlots, (visitor, { params, query }) =>
    enterCase(visitor, params.token, (ctx, own) => company.listCaseSlots(ctx, own, query)),
  ),
  servePublic(contract.moveCaseMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.moveCaseMeeting(ctx, own, body)),
  ),
  servePublic(contract.cancelCaseMeeting, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.cancelCaseMeeting(ctx, own, body)),
  ),
  servePublic(contract.writeToContact, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.writeToContact(ctx, own, body.words)),
  ),
  servePublic(contract.endCaseLinks, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.endLinks(ctx, own, body.linkId)),
  ),
  servePublic(contract.stopContact, (visitor, { params, body }) =>
    enterCase(visitor, params.token, (ctx, own) => company.stopContact(ctx, own, body.words)),
  ),
]
