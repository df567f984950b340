import * as m from '#texts'
import { eventTable } from '#platform/events.shared'

/** What is recorded here, in words. Who answered the two questions is no event: an answer has no name. */
export const campaignsEvents = eventTable({
  campaign: {
    begun: { says: m.campaigns_event_begun },
    changed: { says: m.campaigns_event_changed },
    asked: { says: m.campaigns_event_asked },
    translated: { says: m.campaigns_event_translated },
    'translation-away': { says: m.campaigns_event_translation_away },
    offered: { says: m.campaigns_event_offered },
    settled: { says: m.campaigns_event_settled },
    ended: { says: m.campaigns_event_ended },
  },
})
