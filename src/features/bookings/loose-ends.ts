/**
 * Meetings ahead of someone who leaves, or with companies. A company's go on with the one that takes its place; a person's are told, nobody
 * takes them over yet. A meeting is no loose end of itself.
 */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import * as store from './meetings.sql.ts'
import { passOnMeetings } from './passing-on.ts'

export const meetingsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
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
  handOn: async (ctx, ended, to) => {
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const ahead = async () => (await store.meetingsAhead(ctx, ended)).map(({ id }) => id)
    await passOnMeetings(ctx, { ...ended, ...to }, ahead)
  },
  words: {
    meeting: (count, locale) =>
      count === 1 ? m.bookings_open_one({}, { locale }) : m.bookings_open_many({ count }, { locale }),
  },
}
