/** The centre's own list of reasons for a no. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { callsEvents } from './calls-events.table.ts'
import * as store from './refusal-reasons.sql.ts'

const record = recorder(callsEvents)

export const listRefusalReasons = async (ctx: Ctx) => ({ rows: await store.reasonsNow(ctx) })

/** Whoever answers with a reason must name one that is offered. Throws not-found. */
export const knownReason = async (ctx: Ctx, id: number): Promise<void> => {
  if (!(await store.reasonsNow(ctx)).some((one) => one.id === id)) throw problem('not-found')
}

export const changeRefusalReasons = async (
  ctx: Ctx,
  wanted: readonly { id?: number | null | undefined; name: string }[],
) => {
  await store.lockReasons(ctx)
  const before = await store.reasonsNow(ctx)
  const known = new Set(before.map(({ id }) => id))
  if (wanted.some(({ id }) => typeof id === 'number' && !known.has(id))) throw problem('not-found')
  await store.replaceReasons(
    ctx,
    wanted.map(({ id = null, name }, at) => ({ id, name, position: at + 1 })),
  )
  const rows = await store.reasonsNow(ctx)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  const about = { subject: 'refusal_reason', before: names(before), after: names(rows) } as const
  await record(ctx, { verb: 'chosen', ...about, topics: ['refusal-reasons'] })
  return { rows }
}
