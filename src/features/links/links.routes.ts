import { serve } from '#platform/http/serve'
import { listLinks, makeLinkFor, revoke } from './links.ts'
import * as link from './links.schema.ts'

export const linksRoutes = [
  serve(link.listCompanyLinks, (ctx, { query }) => listLinks(ctx, query), {
    columns: [
      { da: 'Lavet', en: 'Made', value: (row) => row.madeAt },
      { da: 'Sidst åbnet', en: 'Last opened', value: (row) => row.lastOpenedAt },
      { da: 'Trukket tilbage', en: 'Revoked', value: (row) => row.revokedAt },
    ],
  }),
  serve(link.makeCompanyLink, (ctx, { body }) => makeLinkFor(ctx, body.companyId)),
  serve(link.revokeCompanyLink, (ctx, { params }) => revoke(ctx, params.id)),
]
