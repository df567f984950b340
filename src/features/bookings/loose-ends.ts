/** Meetings ahead that stand open on someone who leaves, on companies, or by themselves. They are told; nobody takes them over yet. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import * as store from './meetings.sql.ts'

export const meetingsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if ('listId' in ended) return []
    const rows = await store.meetingsAhead(ctx, ended)
    return rows.map(({ id, companyId, company, personId, bookedAt, startsAt, consultant }) => ({
      kind: 'meeting',
      sourceId: id,
      company: { id: companyId, name: company },
      personId,
      since: bookedAt,
      values: { at: startsAt, who: consultant },
    }))
  },
  words: {
    meeting: (count, locale) =>
      count === 1 ? m.bookings_open_one({}, { locale }) : m.bookings_open_many({ count }, { locale }),
  },
}
