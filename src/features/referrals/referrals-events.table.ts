import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: everyone who knows the company reads them, so they say neither what it is about nor who was asked. */
export const referralsEvents = eventTable({
  referral: {
    given: { says: m.referrals_event_given, thread: {} },
    'giving-undone': { says: m.referrals_event_giving_undone, thread: {} },
    taken: { says: m.referrals_event_taken, thread: {} },
    'taking-undone': { says: m.referrals_event_taking_undone, thread: {} },
    answered: { says: m.referrals_event_answered, thread: {} },
    'answer-undone': { says: m.referrals_event_answer_undone, thread: {} },
    'given-back': { says: m.referrals_event_given_back, thread: {} },
    'giving-back-undone': { says: m.referrals_event_giving_back_undone, thread: {} },
    passed: { says: m.referrals_event_passed, thread: {} },
    withdrawn: { says: m.referrals_event_withdrawn, thread: {} },
    closed: {
      says: m.referrals_event_closed,
      thread: {},
      done: { says: m.referrals_done_closed, undoneBy: ['reopened'] },
    },
    reopened: { says: m.referrals_event_reopened, thread: {} },
    released: { says: m.referrals_event_released, thread: {} },
    'followed-on': { says: m.referrals_event_followed_on },
    'passed-on': { says: m.referrals_event_passed_on, thread: {} },
    'taken-over': { says: m.referrals_event_taken_over, thread: {} },
  },
})
