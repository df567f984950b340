import * as m from '#texts'
import { byDay, waitingTable } from '#platform/waiting.shared'

const href = ({ id }: { id: number }) => `/konsulentmoede/${id}`
const shared = { icon: 'meeting', text: m.consultant_meetings_waiting_text, href } as const

/** The next meeting (`consultant_meetings_waiting`): to who runs it and who hosts it a week ahead, to everyone else the day before. */
export const consultantMeetingsWaiting = waitingTable(['host', 'time', 'date'], {
  'meeting-runs': {
    ...shared,
    title: m.consultant_meetings_waiting_runs,
    button: m.consultant_meetings_waiting_see,
    when: byDay(),
  },
  'meeting-host': {
    ...shared,
    title: m.consultant_meetings_waiting_host,
    button: m.consultant_meetings_waiting_see,
    when: byDay(),
    notFor: ['runs'],
  },
  'meeting-comes': {
    ...shared,
    title: m.consultant_meetings_waiting_comes,
    button: m.consultant_meetings_waiting_see,
    when: byDay(),
    for: ['visits'],
    notFor: ['runs'],
  },
  'meeting-unclosed': {
    ...shared,
    title: m.consultant_meetings_waiting_unclosed,
    text: m.consultant_meetings_waiting_unclosed_text,
    button: m.consultant_meetings_waiting_close,
    when: () => 'over',
  },
})
