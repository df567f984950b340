import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const scriptsEvents = eventTable({
  script: {
    written: { says: m.scripts_event_written },
  },
  script_translation: {
    written: { says: m.scripts_event_translated },
    'taken-away': { says: m.scripts_event_translation_away },
  },
})
