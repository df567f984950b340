import * as m from '#texts'
import { waitingTable } from '#platform/waiting.shared'

/** Days before the start when a half-empty class must be helped this week. */
const thisWeek = 14

/** What waits in the catalogue (`catalogue_waiting`): half-empty classes that can still be saved. */
export const catalogueWaiting = waitingTable(['course', 'provider', 'needs', 'enrolled', 'minimum', 'date'], {
  'class-short': {
    icon: 'class',
    title: m.catalogue_waiting_short,
    text: m.catalogue_waiting_short_text,
    button: m.catalogue_waiting_short_button,
    tone: 'fri',
    when: ({ days }) => (days <= thisWeek ? 'week' : 'later'),
    href: ({ values }) => `/hold?q=${encodeURIComponent(String(values['quickNumber']))}`,
    for: ['runs'],
  },
})
