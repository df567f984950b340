import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { WaitingRow } from '#platform/room'
import { callers } from '../centre/roles.ts'
import { countQueue, dueBacks } from './queue.sql.ts'

const shownBacks = 5

/** Call-backs whose time has come (values: company, list; the date is the moment) and lists with something to call (list, count). */
export const callsWaiting = async (ctx: Ctx): Promise<WaitingRow[]> => {
  if (!(callers as readonly string[]).includes(ctx.role)) return []
  const backs = (await dueBacks(ctx, shownBacks)).map((back): WaitingRow => {
    const at = back.dueAt ?? ctx.at
    const date = dateOf(Temporal.Instant.from(at)).toString()
    return {
      kind: 'call-back',
      when: date < ctx.today ? 'over' : 'today',
      values: { company: back.company, list: back.list },
      date: at,
      href: `/ring?liste=${back.listId}&virksomhed=${back.companyId}`,
    }
  })
  const ready = (await countQueue(ctx)).filter(({ hindrance, count }) => hindrance === null && count > 0)
  const queues = ready.map(
    ({ listId, name, count }): WaitingRow => ({
      kind: 'queue-ready',
      when: 'week',
      values: { list: name, count },
      date: null,
      href: `/ring?liste=${listId}`,
    }),
  )
  return [...backs, ...queues]
}
