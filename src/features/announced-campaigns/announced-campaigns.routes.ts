import * as m from '#texts'
import { serve } from '#platform/http/serve'
import * as announced from './announced-campaigns.ts'
import * as contract from './announced-campaigns.schema.ts'

export const announcedCampaignsRoutes = [
  serve(contract.showCampaignCalendar, (ctx, { query }) => announced.showCalendar(ctx, query.from), {
    columns: [
      { title: m.announced_campaigns_col_from, value: (row) => row.fromOn },
      { title: m.announced_campaigns_col_to, value: (row) => row.toOn },
      { title: m.announced_campaigns_col_name, value: (row) => row.name },
      {
        title: m.announced_campaigns_col_whose,
        value: (row, locale) => row.whose ?? m.announced_campaigns_ours({}, { locale }),
      },
      { title: m.announced_campaigns_col_collides, value: (row) => row.collides.join(', ') },
    ],
  }),
  serve(contract.announceCampaign, (ctx, { body }) => announced.announceCampaign(ctx, body)),
  serve(contract.withdrawAnnouncement, (ctx, { params }) => announced.withdrawAnnouncement(ctx, params.id)),
]
