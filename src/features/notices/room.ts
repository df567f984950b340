import { asRoom } from '#platform/room'
import { noticesEvents } from './notices-events.table.ts'
import { noticesRoutes } from './notices.routes.ts'
import { tellWhatIsNew } from './round.ts'
import { stopLink, tellPerson } from './telling.ts'

export const room = asRoom({
  name: 'notices',
  owns: ['notice_choice', 'notice_morning', 'notice_told', 'unsafe_notices_go'],
  routes: noticesRoutes,
  jobs: [tellPerson],
  houseJobs: [tellWhatIsNew],
  links: [{ kind: stopLink, path: '/besked/', endsAfterDays: 60, ofPerson: true, keptApart: true, uses: null }],
  verbs: noticesEvents,
})
