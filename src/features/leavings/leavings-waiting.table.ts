import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/overlevering/${id}`
const one = { icon: 'handover', href } as const

/** What waits of leavings (`leavings_waiting`): one request to each who is asked, the last week before, and what was left. */
export const leavingsWaiting = waitingTable(['who', 'asked', 'count', 'date', 'near'], {
  'leaving-asked': {
    ...one,
    title: m.leavings_waiting_asked,
    text: m.leavings_waiting_asked_text,
    button: m.leavings_waiting_answer,
    when: () => 'today',
    othersWhenAsked: true,
  },
  'leaving-soon': {
    ...one,
    title: m.leavings_waiting_soon,
    text: m.leavings_waiting_soon_text,
    button: m.leavings_waiting_see,
    when: byDay(),
  },
  'leaving-mine': {
    ...one,
    title: m.leavings_waiting_mine,
    text: m.leavings_waiting_mine_text,
    button: m.leavings_waiting_see,
    when: byDay(),
  },
  'leaving-left': {
    ...one,
    title: m.leavings_waiting_left,
    text: m.leavings_waiting_left_text,
    button: m.leavings_waiting_hand_out,
    when: () => 'today',
  },
})
