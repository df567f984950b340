import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in members (`members_waiting`): for a school's leader, who has come without having been asked for. */
export const membersWaiting = waitingTable(['name', 'email'], {
  'new-member': {
    icon: 'member',
    title: m.members_waiting_new,
    text: m.members_waiting_new_text,
    button: m.members_waiting_new_button,
    when: () => 'today',
    href: () => '/medlemmer',
  },
})
