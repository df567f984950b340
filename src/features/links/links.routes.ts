import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as links from './links.ts'
import * as contract from './links.schema.ts'

export const linksRoutes = [
  serve(contract.listCompanyLinks, (ctx, { query }) => links.listLinks(ctx, query), {
    columns: [
      { title: m.links_col_made, value: (row) => row.madeAt },
      { title: m.links_col_last_opened, value: (row) => row.lastOpenedAt },
      { title: m.links_col_revoked, value: (row) => row.revokedAt },
    ],
  }),
  serve(contract.sendCompanyLink, (ctx, { body }) =>
    links.sendCompanyLink(ctx, body.companyId, body.companyPersonId ?? null),
  ),
  serve(contract.revokeAllCompanyLinks, (ctx, { params }) => links.revokeAllListed(ctx, params.companyId)),
  serve(contract.revokeCompanyLink, (ctx, { params }) => links.revokeListed(ctx, params.id)),
]
