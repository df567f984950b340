import type { AnswerOf } from '#platform/endpoint'
import { sayMinutes } from '#platform/text/duration.shared'
import * as m from '#texts'
import type { showBooking } from './bookings.schema.ts'

export type Meeting = AnswerOf<typeof showBooking>

/** All who go. */
export const whoGoes = ({ visitors }: Meeting) => visitors.map(({ name }) => name).join(', ')

/** How people meet, as it is chosen and shown. */
export const formName = {
  visit: () => m.bookings_form_visit(),
  online: () => m.bookings_form_online(),
  phone: () => m.bookings_form_phone(),
}

/** "kørsel 1 t 15 min.": short, for a calendar's column. */
export const saysWay = ({ travelMinutes, travelKnown }: Pick<Meeting, 'travelMinutes' | 'travelKnown'>) =>
  travelKnown ? m.bookings_way({ time: sayMinutes(travelMinutes) }) : m.bookings_way_unknown()

/** How long the way is, or that nobody knows. */
export const saysDriving = ({ travelMinutes: minutes, travelKnown }: Pick<Meeting, 'travelMinutes' | 'travelKnown'>) =>
  travelKnown ? m.bookings_drive({ time: sayMinutes(minutes) }) : m.bookings_drive_unknown()
