/**
 * Visits that were made and not reported, of who leaves or at companies. Only who was there can write the report; it is written of the company
 * that took the other's place.
 */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { passOnMeetings } from '../bookings/bookings.ts'
import { meetingsUnreported } from './drafts.sql.ts'

export const reportsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await meetingsUnreported(ctx, ended)
    return rows.map(({ bookingId, companyId, company, personId, startsAt }) => ({
      kind: 'report',
      sourceId: bookingId,
      company: { id: companyId, name: company },
      personId,
      since: startsAt,
      values: { at: startsAt },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const held = async () => (await meetingsUnreported(ctx, ended)).map(({ bookingId }) => bookingId)
    await passOnMeetings(ctx, { ...ended, ...to }, held)
  },
  words: {
    report: (count, locale) =>
      count === 1 ? m.visits_open_report_one({}, { locale }) : m.visits_open_report_many({ count }, { locale }),
  },
}
