import type { Ctx } from '#platform/context'
import { dateOf } from '#platform/clock'
import { Temporal } from 'temporal-polyfill'
import type { WaitingRow } from '#platform/room'
import * as store from './meetings.sql.ts'

/** New meetings of mine that I have not said I have seen. Values: company, by (who booked); the date is the meeting's moment. */
export const bookingsWaiting = async (ctx: Ctx): Promise<WaitingRow[]> => {
  if (ctx.personId === null) return []
  const rows = await store.unseenMeetings(ctx, ctx.personId)
  return rows.map((row) => {
    const date = dateOf(Temporal.Instant.from(row.startsAt)).toString()
    return {
      kind: 'booking-new',
      when: date <= ctx.today ? ('today' as const) : ('week' as const),
      values: { company: row.company, by: row.bookedBy ?? row.contactName },
      date: row.startsAt,
      href: `/kalender?dag=${date}&aftale=${row.id}`,
    }
  })
}
