import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const regularContactsEvents = eventTable({
  regular_contact: {
    taken: { says: m.regular_contacts_event_taken, thread: {} },
    asked: { says: m.regular_contacts_event_asked, thread: { quotes: 'note' } },
    accepted: {
      says: m.regular_contacts_event_accepted,
      thread: {},
      done: { says: m.regular_contacts_done_accepted, undoneBy: [] },
    },
    declined: { says: m.regular_contacts_event_declined, thread: { quotes: 'why' } },
    withdrawn: { says: m.regular_contacts_event_withdrawn },
    claimed: { says: m.regular_contacts_event_claimed, thread: { quotes: 'why' } },
    'claim-decided': { says: m.regular_contacts_event_claim_decided, thread: { quotes: 'why' } },
    'claim-withdrawn': { says: m.regular_contacts_event_claim_withdrawn },
    'deputy-changed': { says: m.regular_contacts_event_deputy_changed, thread: {} },
    'follow-up-agreed': { says: m.regular_contacts_event_follow_up_agreed, thread: {} },
    'followed-up': {
      says: m.regular_contacts_event_followed_up,
      thread: {},
      done: { says: m.regular_contacts_done_followed_up, undoneBy: ['follow-up-undone'] },
    },
    'follow-up-undone': { says: m.regular_contacts_event_follow_up_undone },
    released: { says: m.regular_contacts_event_released, thread: {} },
    ended: { says: m.regular_contacts_event_ended, thread: { quotes: 'why' } },
    lapsed: { says: m.regular_contacts_event_lapsed, thread: {} },
    'passed-on': { says: m.regular_contacts_event_passed_on, thread: {} },
    'taken-over': { says: m.regular_contacts_event_taken_over, thread: {} },
  },
})
