import { asRoom } from '#platform/room'
import { announcedCampaignsEvents } from './announced-campaigns-events.table.ts'
import { announcedCampaignsRoutes } from './announced-campaigns.routes.ts'

export const room = asRoom({
  name: 'announced-campaigns',
  owns: ['announced_campaign'],
  routes: announcedCampaignsRoutes,
  verbs: announcedCampaignsEvents,
})
