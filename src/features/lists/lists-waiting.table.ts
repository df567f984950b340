import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in lists (`lists_waiting`): draws that nobody has sent to hearing yet. */
export const listsWaiting = waitingTable(['list', 'count'], {
  'list-draft': {
    icon: 'list',
    title: m.lists_waiting_draft,
    text: m.lists_waiting_draft_text,
    button: m.lists_waiting_draft_button,
    tone: 'sten',
    when: () => 'later',
    href: ({ id }) => `/udtraek/${id}`,
    most: 20,
    newestFirst: true,
    for: ['runs'],
  },
})
