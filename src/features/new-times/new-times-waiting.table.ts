import * as m from '#texts'
import { type SaidIn, waitingTable } from '#platform/waiting.shared'

type Said = { company: string; since: string; why: string; who: string; mine: string }
const titles: Record<string, (v: Said, said?: SaidIn) => string> = {
  cancelled: m.new_times_waiting_cancelled,
  'cancelled-by-company': m.new_times_waiting_by_company,
  'not-met': m.new_times_waiting_not_met,
}
/** What waits in new-times (`new_times_waiting`): meetings that were called off, or that nobody opened the door to. */
export const newTimesWaiting = waitingTable(['company', 'since', 'why', 'who', 'mine'], {
  'new-time': {
    icon: 'meeting',
    of: 'new-time',
    adds: m.new_times_waiting_adds,
    title: (v, said) => (titles[v.why] ?? m.new_times_waiting_cancelled)(v, said),
    text: (v) =>
      v.mine === '1' || v.who === '' ? m.new_times_waiting_text() : m.new_times_waiting_text_of({ who: v.who }),
    button: m.new_times_waiting_button,
    when: () => 'today',
    href: ({ companyId }) => `/virksomheder/${companyId}`,
    for: ['runs', 'visits'],
  },
})
