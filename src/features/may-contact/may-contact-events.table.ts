import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const mayContactEvents = eventTable({
  waiting_period: {
    'wait-given': { says: m.may_contact_event_wait_given, thread: { quotes: 'words' } },
    lifted: { says: m.may_contact_event_lifted, thread: { quotes: 'why' } },
    'lift-undone': { says: m.may_contact_event_lift_undone },
    'passed-on': { says: m.may_contact_event_passed_on, thread: {} },
  },
  contact_basis: {
    'basis-recorded': { says: m.may_contact_event_basis_recorded, thread: { quotes: 'note' } },
    'basis-withdrawn': { says: m.may_contact_event_basis_withdrawn, thread: {} },
  },
})
