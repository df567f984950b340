import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits of goals (`goals_waiting`): one whose owner has left is nobody's. */
export const goalsWaiting = waitingTable(['goal', 'who'], {
  'goal-orphan': {
    icon: 'handover',
    title: m.goals_waiting_orphan,
    text: m.goals_waiting_orphan_text,
    button: m.goals_waiting_orphan_button,
    when: () => 'week',
    href: ({ id }) => `/maal?nr=${id}`,
  },
})
