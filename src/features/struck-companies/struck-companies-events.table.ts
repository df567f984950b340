import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: for the own school alone. */
export const struckCompaniesEvents = eventTable({
  struck_taking: {
    taken: { says: m.struck_companies_event_taken, thread: {} },
    planned: { says: m.struck_companies_event_planned, thread: {} },
    'let-go': { says: m.struck_companies_event_let_go, thread: {} },
  },
})
