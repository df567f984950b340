import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const ownAnswersEvents = eventTable({
  own_answer: {
    chosen: { says: m.own_answers_event_chosen },
  },
})
