/**
 * Meetings ahead of someone who leaves, or with companies. A company's go on with the one that takes its place; a person's are told, nobody
 * takes them over yet. A meeting is no loose end of itself.
 */
import * as m from '#texts'
import { type Ctx, personOf } from '#platform/context'
import type { GoesAlong, LooseEnd, LooseEnds } from '#platform/room'
import { meeting } from './booking-shape.ts'
import * as store from './meetings.sql.ts'
import { sendAnother } from './moving.ts'
import { passOnMeetings } from './passing-on.ts'

/** Of someone who leaves, only his own part stands open. */
export const tellOf = (
  row: store.MeetingRow,
  of: { personId: number } | { companyIds: readonly number[] },
): LooseEnd => {
  const own = 'personId' in of ? row.visitors.find(({ personId }) => personId === of.personId) : undefined
  return {
    kind: 'meeting',
    sourceId: row.id,
    company: { id: row.companyId, name: row.company },
    personId: own?.personId ?? row.personId,
    since: row.bookedAt,
    values: { at: row.startsAt, who: own?.name ?? row.consultant },
  }
}

export const meetingsOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended || 'companyIds' in ended)) return []
    const rows = await store.meetingsAhead(ctx, ended)
    return rows.map((row) => tellOf(row, ended))
  },
  handOn: async (ctx, ended, to) => {
    // Who goes no more: the coordinators have it until another does.
    if ('personId' in ended) return store.releaseVisitor(ctx, ended.personId)
    if (!('companyIds' in ended && to && 'companyId' in to)) return
    const ahead = async () => (await store.meetingsAhead(ctx, ended)).map(({ id }) => id)
    await passOnMeetings(ctx, { ...ended, ...to }, ahead)
  },
  words: {
    meeting: (count, locale) =>
      count === 1 ? m.bookings_open_one({}, { locale }) : m.bookings_open_many({ count }, { locale }),
  },
}

/** Meetings ahead of someone go along to who has the company next: the same time, in the same calendars. */
const takeOver = async (ctx: Ctx, id: number, from: number) => {
  const before = await meeting(ctx, id)
  const goes = before.visitors.some(({ personId }) => personId === from)
  // Cancelled, held or given to another meanwhile.
  if (before.cancelledAt || before.startsAt <= ctx.at || !goes) return
  await sendAnother(ctx, before, { from, to: personOf(ctx) })
}

export const meetingsAlong: GoesAlong = {
  open: async (ctx, { cvr, personId }) =>
    (await store.meetingsAhead(ctx, { personId }))
      .filter((row) => row.cvr === cvr)
      .map((row) => tellOf(row, { personId })),
  still: async (ctx, ids, from) => {
    const ahead = await store.meetingsAhead(ctx, { personId: from })
    return ids.filter((id) => ahead.some((one) => one.id === id))
  },
  take: async (ctx, ids, from) => {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    for (const id of ids.toSorted((a, b) => a - b)) await takeOver(ctx, id, from)
  },
}
