import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const gatheringsEvents = eventTable({
  gathering: {
    made: { says: m.gatherings_event_made },
    moved: { says: m.gatherings_event_moved },
    'called-off': { says: m.gatherings_event_called_off },
    held: { says: m.gatherings_event_held },
    unheld: { says: m.gatherings_event_unheld },
    'signed-up': { says: m.gatherings_event_signed_up },
    'signed-off': { says: m.gatherings_event_signed_off },
    'turn-asked': { says: m.gatherings_event_turn_asked },
    'turn-taken': { says: m.gatherings_event_turn_taken },
    'turn-refused': { says: m.gatherings_event_turn_refused },
    learnt: { says: m.gatherings_event_learnt },
    attended: { says: m.gatherings_event_attended },
  },
})
