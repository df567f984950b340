import { serve, servePublic } from '#platform/http/serve'
import { enter } from '../links/links.ts'
import { linkKind } from '../partners/partners.ts'
import { findOpenPlaces, giveTipAs } from '../tips/tips.ts'
import * as contract from './partner-page.schema.ts'
import * as page from './partner-page.ts'

export const partnerPageRoutes = [
  serve(contract.showMyPartner, (ctx) => page.showMyPartner(ctx)),
  servePublic(contract.showPartnerPage, (visitor, { params }) =>
    enter(visitor, linkKind, params.token, page.showPartnerPage),
  ),
  servePublic(contract.findTippedByLink, (visitor, { params, query }) =>
    enter(visitor, linkKind, params.token, async (ctx, guest) => {
      await page.partnerOfGuest(ctx, guest)
      return findOpenPlaces(ctx, query.q)
    }),
  ),
  servePublic(contract.giveTipByLink, (visitor, { params, body }) =>
    enter(visitor, linkKind, params.token, async (ctx, guest) => {
      const { id: partnerId } = await page.partnerOfGuest(ctx, guest)
      return giveTipAs(ctx, { partnerId, linkId: guest.linkId }, body)
    }),
  ),
]
