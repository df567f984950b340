import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

/** What waits in company people (`company_people_waiting`): who has not been told yet what we keep of him. */
export const companyPeopleWaiting = waitingTable(['company', 'who', 'date', 'near'], {
  'person-untold': {
    icon: 'member',
    title: m.company_people_waiting_untold,
    text: m.company_people_waiting_untold_text,
    button: m.company_people_waiting_untold_button,
    when: byDay(),
    href: ({ companyId }) => `/virksomheder/${companyId ?? ''}`,
    othersWhenAsked: true,
  },
})
