import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/aktoerer?med=${id}`
const said = { icon: 'meeting', text: m.joint_visits_waiting_text, when: byDay(), href } as const

const stopped = { text: m.joint_visits_waiting_stopped_text, button: m.joint_visits_waiting_see } as const

/** What waits of visits that partners ask us along to (`joint_visits_waiting`). */
export const jointVisitsWaiting = waitingTable(['partner', 'company', 'date'], {
  'joint-new': { ...said, title: m.joint_visits_waiting_new, button: m.joint_visits_waiting_ask },
  'joint-asked': {
    ...said,
    title: m.joint_visits_waiting_asked,
    button: m.joint_visits_waiting_answer,
    othersWhenAsked: true,
  },
  'joint-mine': {
    ...said,
    title: m.joint_visits_waiting_mine,
    button: m.joint_visits_waiting_see,
    othersWhenAsked: true,
  },
  'joint-taken-back': {
    ...said,
    title: m.joint_visits_waiting_taken_back,
    text: m.joint_visits_waiting_taken_back_text,
    button: m.joint_visits_waiting_see,
  },
  'joint-stopped': { ...said, ...stopped, title: m.joint_visits_waiting_stopped },
})
