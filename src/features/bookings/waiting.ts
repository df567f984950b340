import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { dateOf } from '#platform/clock'
import { Temporal } from 'temporal-polyfill'
import type { Waiting } from '../home/home.schema.ts'
import * as store from './bookings.sql.ts'

/** New meetings of mine that I have not said I have seen. Values: company, by (who booked); the date is the meeting's moment. */
export const bookingsWaiting = async (ctx: Ctx): Promise<z.infer<typeof Waiting>[]> => {
  if (ctx.personId === null) return []
  const rows = await store.unseenMeetings(ctx, ctx.personId)
  return rows.map((row) => {
    const date = dateOf(Temporal.Instant.from(row.startsAt)).toString()
    return {
      kind: 'booking-new' as const,
      when: date <= ctx.today ? ('today' as const) : ('week' as const),
      values: { company: row.company, by: row.bookedBy ?? row.contactName },
      date: row.startsAt,
      href: `/kalender?dag=${date}&aftale=${row.id}`,
    }
  })
}
