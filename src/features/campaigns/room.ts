import { asRoom } from '#platform/room'
import { campaignsEvents } from './campaigns-events.table.ts'
import { campaignsRoutes } from './campaigns.routes.ts'
import { campaignsWaiting } from './campaigns-waiting.table.ts'

export const room = asRoom({
  name: 'campaigns',
  owns: [
    'campaign',
    'campaign_list',
    'campaign_translation',
    'campaign_answered',
    'campaign_answer',
    'campaign_now',
    'campaigns_waiting',
  ],
  routes: campaignsRoutes,
  waiting: { view: 'campaigns_waiting', kinds: campaignsWaiting.kinds },
  verbs: campaignsEvents,
})
