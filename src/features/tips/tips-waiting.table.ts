import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/aktoerer?tip=${id}`
const said = { icon: 'call-back', text: m.tips_waiting_text, href } as const

/** What waits of tips (`tips_waiting`): until someone has read one, goes on with it, and something has come of it. */
export const tipsWaiting = waitingTable(['company', 'what', 'near'], {
  'tip-new': { ...said, title: m.tips_waiting_new, button: m.tips_waiting_read, when: byDay(2) },
  'tip-joined': { ...said, title: m.tips_waiting_joined, button: m.tips_waiting_read, when: byDay(2) },
  'tip-free': { ...said, title: m.tips_waiting_free, button: m.tips_waiting_ask, when: () => 'today' },
  'tip-asked': {
    ...said,
    title: m.tips_waiting_asked,
    button: m.tips_waiting_answer,
    when: () => 'today',
    othersWhenAsked: true,
  },
  'tip-visit-off': {
    ...said,
    title: m.tips_waiting_visit_off,
    button: m.tips_waiting_see,
    when: () => 'today',
    othersWhenAsked: true,
  },
  'tip-visit-moved': {
    ...said,
    title: m.tips_waiting_visit_moved,
    button: m.tips_waiting_see,
    when: byDay(),
    othersWhenAsked: true,
  },
  'tip-mine': {
    ...said,
    title: m.tips_waiting_mine,
    button: m.tips_waiting_see,
    when: byDay(14),
    othersWhenAsked: true,
  },
})
