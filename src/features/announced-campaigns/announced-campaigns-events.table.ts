import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. */
export const announcedCampaignsEvents = eventTable({
  announced_campaign: {
    announced: { says: m.announced_campaigns_event_announced },
    withdrawn: { says: m.announced_campaigns_event_withdrawn },
  },
})
