import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits of partners (`partners_waiting`): one with whom nobody holds the contact. */
export const partnersWaiting = waitingTable(['partner'], {
  'partner-unheld': {
    icon: 'handover',
    title: m.partners_waiting_unheld,
    text: m.partners_waiting_unheld_text,
    button: m.partners_waiting_unheld_button,
    when: () => 'week',
    href: ({ id }) => `/aktoerer?nr=${id}`,
  },
})
