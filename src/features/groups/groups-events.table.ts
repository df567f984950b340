import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words: everyone who knows the company reads them, so they say neither what it is about nor who is in it. */
export const groupsEvents = eventTable({
  working_group: {
    made: { says: m.groups_event_made, thread: {} },
    'asked-in': { says: m.groups_event_asked_in },
    joined: { says: m.groups_event_joined },
    declined: { says: m.groups_event_declined },
    left: { says: m.groups_event_left },
    led: { says: m.groups_event_led, thread: {} },
    'task-made': { says: m.groups_event_task_made },
    'task-changed': { says: m.groups_event_task_changed },
    'task-done': { says: m.groups_event_task_done },
    'task-dropped': { says: m.groups_event_task_dropped },
    'task-reopened': { says: m.groups_event_task_reopened },
    shown: { says: m.groups_event_shown },
    hidden: { says: m.groups_event_hidden },
    contacted: { says: m.groups_event_contacted, thread: {}, done: { says: m.groups_done_contacted, undoneBy: [] } },
    'contact-moved': { says: m.groups_event_contact_moved },
    ended: { says: m.groups_event_ended, thread: {}, done: { says: m.groups_done_ended, undoneBy: [] } },
    'passed-on': { says: m.groups_event_passed_on, thread: {} },
    'taken-over': { says: m.groups_event_taken_over, thread: {} },
    unwanted: { says: m.groups_event_unwanted },
  },
})
