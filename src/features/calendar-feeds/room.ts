import { asRoom } from '#platform/room'
import { calendarFeedsRoutes } from './calendar-feeds.routes.ts'

export const room = asRoom({
  name: 'calendar-feeds',
  routes: calendarFeedsRoutes,
  links: [{ kind: 'calendar-feed', path: '/api/feeds/', endsAfterDays: null, ofPerson: true, uses: null }],
})
