import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

const asks: Record<string, () => string> = {
  'regular-contact': m.moved_places_waiting_contact,
  stop: m.moved_places_waiting_peace,
  wait: m.moved_places_waiting_peace,
}
/** What waits in moved-places (`moved_places_waiting`): workplaces of another company now, of which nobody has said what holds. */
export const movedPlacesWaiting = waitingTable(['company', 'old', 'since', 'why'], {
  'moved-place': {
    icon: 'handover',
    title: m.moved_places_waiting,
    text: (v) => (asks[v.why] ?? m.moved_places_waiting_peace)(),
    button: m.moved_places_waiting_button,
    when: () => 'today',
    href: ({ companyId }) => `/virksomheder/${companyId}`,
    for: ['runs'],
  },
})
