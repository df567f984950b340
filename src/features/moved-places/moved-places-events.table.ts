import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const movedPlacesEvents = eventTable({
  place_move: {
    moved: { says: m.moved_places_event_moved, thread: {} },
    holds: { says: m.moved_places_event_holds, thread: {} },
    'holds-not': { says: m.moved_places_event_holds_not, thread: {} },
  },
})
