import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. Never a name nor a number: who is erased must not stand in what is never changed. */
export const companyPeopleEvents = eventTable({
  company_person: {
    added: { says: m.company_people_event_added },
    corrected: { says: m.company_people_event_corrected },
    left: { says: m.company_people_event_left },
    'came-back': { says: m.company_people_event_came_back },
    erased: { says: m.company_people_event_erased },
    told: { says: m.company_people_event_told },
    'passed-on': { says: m.company_people_event_passed_on, thread: {} },
  },
})
