import * as m from '#texts'
import { Dialog } from '#web/parts/Dialog.tsx'
import { OtherCalendarCard } from '../other-calendars/OtherCalendarCard.tsx'
import { FeedCard } from '../calendar-feeds/FeedCard.tsx'

/** The own calendars elsewhere. */
export const OtherCalendars = ({ onClose }: { onClose: () => void }) => (
  <Dialog onClose={onClose} title={m.calendar_others()}>
    <OtherCalendarCard />
    <FeedCard />
  </Dialog>
)
