/** Meetings ahead of someone go along to who has the company next: the same time, in the same calendars. */
import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { GoesAlong } from '#platform/room'
import { meeting } from './booking-shape.ts'
import { tellOf } from './loose-ends.ts'
import * as store from './meetings.sql.ts'
import { sendAnother } from './moving.ts'

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
  take: async (ctx, ids, from) => {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    for (const id of ids.toSorted((a, b) => a - b)) await takeOver(ctx, id, from)
  },
}
