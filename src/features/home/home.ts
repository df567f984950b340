import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { doneLately } from './done.ts'
import { runsCentre } from '../centre/roles.ts'
import type { listWaiting as listWaitingContract, Waiting } from './home.schema.ts'

type Row = z.infer<typeof Waiting>
const order = ['over', 'today', 'week', 'later']

/** Everything that waits for who asks, worst first. The rooms that own the work name it (`room.ts`). */
export const listWaiting = async (
  ctx: Ctx,
  others: boolean,
): Promise<z.infer<(typeof listWaitingContract)['answer']>> => {
  const rows: Row[] = []
  // One after the other: they share the request's transaction.
  for (const { waiting } of ctx.house.rooms) if (waiting) rows.push(...((await waiting(ctx, others)) as Row[]))
  rows.sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || (a.date ?? '9').localeCompare(b.date ?? '9'))
  return { rows, done: await doneLately(ctx), can: { others: runsCentre(ctx) } }
}
