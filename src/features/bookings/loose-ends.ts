/** Meetings ahead that stand open on someone who leaves, on companies, or by themselves. They are told; nobody takes them over yet. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import * as store from './meetings.sql.ts'

export const meetingsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if ('listId' in ended) return []
    const rows = await store.meetingsAhead(ctx, ended)
    return rows.map(({ id, companyId, company, bookedAt, startsAt, ...row }) => {
      // Of someone who leaves, only his own part stands open.
      const own = 'personId' in ended ? row.visitors.find(({ personId }) => personId === ended.personId) : undefined
      return {
        kind: 'meeting',
        sourceId: id,
        company: { id: companyId, name: company },
        personId: own?.personId ?? row.personId,
        since: bookedAt,
        values: { at: startsAt, who: own?.name ?? row.consultant },
      }
    })
  },
  words: {
    meeting: (count, locale) =>
      count === 1 ? m.bookings_open_one({}, { locale }) : m.bookings_open_many({ count }, { locale }),
  },
}
