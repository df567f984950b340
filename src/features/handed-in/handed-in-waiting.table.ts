import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'
import { daysToAnswer } from './handed-in.schema.ts'

/** What waits of companies that schools handed in (`handed_in_waiting`): nobody has asked the others about them yet. */
export const handedInWaiting = waitingTable(['count'], {
  'handed-in': {
    icon: 'list',
    title: (values, said) =>
      values.count === '1' ? m.handed_in_waiting_one({}, said) : m.handed_in_waiting(values, said),
    text: () => m.handed_in_waiting_text({ days: daysToAnswer }),
    button: m.handed_in_waiting_button,
    when: () => 'week',
    href: () => '/indmeldt',
    for: ['runs'],
  },
})
