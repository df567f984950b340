import type { AnswerOf } from '#platform/endpoint'
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

/** "kørsel 2 t", "kørsel 1 t 15", "kørsel 40 min": short, for a calendar's column. */
export const saysWay = ({ travelMinutes, travelKnown }: Pick<Meeting, 'travelMinutes' | 'travelKnown'>) => {
  if (!travelKnown) return m.bookings_way_unknown()
  const [hours, minutes] = [Math.floor(travelMinutes / 60), travelMinutes % 60]
  if (hours === 0) return m.bookings_way_minutes({ minutes })
  return minutes === 0 ? m.bookings_way_hours({ hours }) : m.bookings_way_both({ hours, minutes })
}

/** How long the way is, or that nobody knows. */
export const saysDriving = ({ travelMinutes: minutes, travelKnown }: Pick<Meeting, 'travelMinutes' | 'travelKnown'>) =>
  travelKnown ? m.bookings_drive({ minutes }) : m.bookings_drive_unknown()
