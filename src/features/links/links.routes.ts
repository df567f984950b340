import { serve } from '#platform/http/serve'
import * as links from './links.ts'
import * as it from './links.schema.ts'

export const linksRoutes = [
  serve(it.listCompanyLinks, (ctx, { query }) => links.listLinks(ctx, query), {
    columns: [
      { da: 'Lavet', en: 'Made', value: (row) => row.madeAt },
      { da: 'Sidst åbnet', en: 'Last opened', value: (row) => row.lastOpenedAt },
      { da: 'Trukket tilbage', en: 'Revoked', value: (row) => row.revokedAt },
    ],
  }),
  serve(it.makeCompanyLink, (ctx, { body }) => links.makeLinkFor(ctx, body.companyId)),
  serve(it.revokeCompanyLink, (ctx, { params }) => links.revokeLink(ctx, params.id)),
]
