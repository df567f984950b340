/** Days of someone who leaves: who is named takes those he has the time for, the others wait with who runs the centre. None is dropped. */
import * as m from '#texts'
import type { LooseEnds } from '#platform/room'
import { lockConsultant } from '../diaries/diaries.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import * as store from './days.sql.ts'
import { giveTo, letGo } from './giving.ts'
import { isAhead, tellDay } from './one-day.ts'
import { leaveTurns } from './presence-days.sql.ts'

export const presenceDaysOpen: LooseEnds = {
  open: async (ctx, ended) => {
    if (!('personId' in ended)) return []
    // Who takes a day this moment is waited for: what he took stands open too.
    await lockConsultant(ctx, ended.personId)
    const rows = await store.openOf(ctx, ended.personId)
    return rows.map((row) => ({
      kind: row.personId === ended.personId ? 'presence-day' : 'presence-asking',
      sourceId: row.id,
      company: null,
      personId: ended.personId,
      since: row.addedAt,
      values: { what: row.partner, at: row.startsAt },
    }))
  },
  handOn: async (ctx, ended, to) => {
    if (!('personId' in ended)) return
    const rows = await store.openOf(ctx, ended.personId)
    const time = await workingTimeNow(ctx)
    await leaveTurns(ctx, ended.personId)
    await store.dropAsking(ctx, { personId: ended.personId })
    for (const row of rows.filter(({ personId }) => personId === ended.personId)) {
      const heir = to && 'personId' in to && isAhead(ctx, row) ? to.personId : null
      if (heir === null || !(await giveTo(ctx, row, { personId: heir, time }))) await letGo(ctx, row.id)
      await tellDay(ctx, row, 'released')
    }
  },
  words: {
    'presence-day': (count, locale) =>
      count === 1 ? m.presence_days_open_one({}, { locale }) : m.presence_days_open_many({ count }, { locale }),
    'presence-asking': (count, locale) =>
      count === 1 ? m.presence_days_asking_one({}, { locale }) : m.presence_days_asking_many({ count }, { locale }),
  },
}
