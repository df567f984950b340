import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** What waits in measures (`measures_waiting`): for who runs the centre, who has reached one today; never what was in it. */
export const measuresWaiting = waitingTable(['who', 'count', 'kind'], {
  'measure-reached': {
    icon: 'list',
    title: m.measures_waiting_reached,
    text: (v) => {
      if (v.kind === 'file') return m.measures_waiting_file(v)
      return v.kind === 'card' ? m.measures_waiting_card(v) : m.measures_waiting_let_go(v)
    },
    button: m.measures_waiting_button,
    tone: 'sten',
    when: () => 'today',
    href: () => '/medlemmer',
    most: 20,
  },
})
