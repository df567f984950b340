import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in links (`links_waiting`): a link that works still, and is of someone who has left the company. */
export const linksWaiting = waitingTable(['company', 'who'], {
  'link-of-who-left': {
    icon: 'mail',
    title: m.links_waiting_left,
    text: m.links_waiting_left_text,
    button: m.links_waiting_left_button,
    when: () => 'today',
    href: ({ companyId }) => `/virksomheder/${companyId ?? ''}`,
    othersWhenAsked: true,
  },
})
