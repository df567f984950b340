import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const tradeAreasEvents = eventTable({
  visitor_trades: { changed: { says: m.trade_areas_event_changed } },
  school_trades: { changed: { says: m.trade_areas_event_school_changed } },
})
