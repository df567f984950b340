import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import type { Waiting } from './centre.schema.ts'
import { doneLately } from './done.ts'

type Row = z.infer<typeof Waiting>
/** A feature's answer to "what waits for me": its own rows, for who asks; with `others`, a coordinator also sees what others have. */
export type WaitingSource = (ctx: Ctx, others: boolean) => Promise<Row[]>

const order = ['over', 'today', 'week', 'later']

/** Everything that waits for who asks, worst first. The features that own the work name it (app.ts). */
export const listWaiting = async (
  ctx: Ctx,
  sources: readonly WaitingSource[],
  others: boolean,
): Promise<{ rows: Row[]; done: { text: string; href: string }[] }> => {
  const rows: Row[] = []
  // One after the other: they share the request's transaction.
  for (const source of sources) rows.push(...(await source(ctx, others)))
  rows.sort((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || (a.date ?? '9').localeCompare(b.date ?? '9'))
  return { rows, done: await doneLately(ctx) }
}
