import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const guidesEvents = eventTable({ guide: { written: { says: m.guides_event_written } } })
