import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const contactQuestionsEvents = eventTable({
  contact_question: {
    asked: {
      says: (v, options) =>
        v.what ? m.contact_questions_event_asked(v, options) : m.contact_questions_event_asked_centre({}, options),
      thread: { quotes: 'words' },
    },
    doubted: { says: m.contact_questions_event_doubted, thread: { quotes: 'words' } },
    opened: {
      says: m.contact_questions_event_opened,
      thread: { quotes: 'why' },
      done: { says: m.contact_questions_done_opened, undoneBy: [] },
    },
    refused: {
      says: m.contact_questions_event_refused,
      thread: { quotes: 'why' },
      done: { says: m.contact_questions_done_refused, undoneBy: [] },
    },
    settled: { says: m.contact_questions_event_settled, thread: { quotes: 'why' } },
    withdrawn: { says: m.contact_questions_event_withdrawn },
    released: { says: m.contact_questions_event_released },
    'passed-on': { says: m.contact_questions_event_passed_on },
    'taken-over': { says: m.contact_questions_event_taken_over },
  },
})
