import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const linksEvents = eventTable({
  link: {
    'link-made': { says: m.links_event_link_made },
    'link-revoked': { says: m.links_event_link_revoked },
  },
})
