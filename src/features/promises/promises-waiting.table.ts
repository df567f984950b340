import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const whoOf = ({ who, school }: { who: string; school: string }) => (school ? `${who}, ${school}` : who)
const href = ({ id }: { id: number }) => `/aftaler?aftale=${id}`

/** What waits in promises (`promises_waiting`): those due or overdue, those whose owner has left, and those someone is asked to take over. */
export const promisesWaiting = waitingTable(['company', 'what', 'who', 'school', 'mine', 'date'], {
  'promise-orphan': {
    icon: 'promise',
    of: 'promise',
    adds: m.promises_waiting_orphan_adds,
    title: m.promises_waiting_orphan,
    text: (v) => m.promises_waiting_orphan_text({ ...v, who: whoOf(v) }),
    button: m.promises_waiting_orphan_button,
    when: byDay(),
    href,
  },
  'promise-overdue': {
    icon: 'promise',
    of: 'promise',
    title: m.promises_waiting_overdue,
    text: (v) => (v.mine === '1' ? m.promises_waiting_text_mine(v) : m.promises_waiting_text({ ...v, who: whoOf(v) })),
    button: m.promises_waiting_button,
    when: byDay(),
    href,
  },
  'promise-due': {
    icon: 'promise',
    of: 'promise',
    title: m.promises_waiting_due,
    text: (v) => (v.mine === '1' ? m.promises_waiting_text_mine(v) : m.promises_waiting_text({ ...v, who: whoOf(v) })),
    button: m.promises_waiting_button,
    when: byDay(),
    href,
    othersWhenAsked: true,
  },
  'promise-theirs': {
    icon: 'promise',
    of: 'promise',
    adds: m.promises_waiting_theirs_adds,
    title: m.promises_waiting_theirs,
    text: m.promises_waiting_theirs_text,
    button: m.promises_waiting_button,
    when: byDay(),
    href,
    othersWhenAsked: true,
  },
  handover: {
    icon: 'handover',
    title: (v, said) => m.promises_waiting_handover({ ...v, who: whoOf(v) }, said),
    text: m.promises_waiting_handover_text,
    button: m.promises_waiting_handover_button,
    when: ({ days }) => (days < 0 ? 'over' : 'today'),
    href,
  },
})
