import { asRoom } from '#platform/room'
import { otherCalendarsEvents } from './other-calendars-events.table.ts'
import { otherCalendarsRoutes } from './other-calendars.routes.ts'
import { otherCalendarsWaiting } from './other-calendars-waiting.table.ts'
import { readDueCalendars, readOtherCalendar } from './reading.ts'

export const room = asRoom({
  name: 'other-calendars',
  owns: ['other_calendar', 'other_calendars_waiting'],
  routes: otherCalendarsRoutes,
  jobs: [readOtherCalendar],
  sweeps: [readDueCalendars],
  waiting: {
    view: 'other_calendars_waiting',
    kinds: otherCalendarsWaiting.kinds,
    topics: ['other-calendars', 'calendar', 'bookings'],
  },
  verbs: otherCalendarsEvents,
})
