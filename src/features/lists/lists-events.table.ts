import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const listsEvents = eventTable({
  contact_list: {
    made: { says: m.lists_event_made },
    drawn: { says: m.lists_event_drawn },
    'draw-undone': { says: m.lists_event_draw_undone },
    changed: { says: m.lists_event_changed },
    closed: { says: m.lists_event_closed },
  },
})
