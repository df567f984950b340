/** The centre's own list of reasons for a no. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { holdsWhatWasSeen } from '#platform/laid-over'
import { callsEvents } from './calls-events.table.ts'
import * as store from './refusal-reasons.sql.ts'

const record = recorder(callsEvents)

export const listRefusalReasons = async (ctx: Ctx) => ({ rows: await store.reasonsNow(ctx) })

/** Whoever answers with a reason must name one that is offered, or was when the call began. Throws not-found. */
export const knownReason = async (ctx: Ctx, of: { id: number; since: string }): Promise<void> => {
  if (!(await store.offeredSince(ctx, of))) throw problem('not-found')
}

/** Throws not-found; changed-meanwhile when another list stands than was `seen`. */
export const changeRefusalReasons = async (
  ctx: Ctx,
  wanted: readonly { id?: number | null | undefined; name: string }[],
  seen?: readonly number[],
) => {
  await store.lockReasons(ctx)
  const before = await store.reasonsNow(ctx)
  const stand = before.map(({ id }) => id)
  if (seen && !holdsWhatWasSeen(stand, seen)) throw problem('changed-meanwhile', {}, { theirs: before })
  const known = new Map(before.map(({ id, name }) => [id, name]))
  if (wanted.some(({ id }) => typeof id === 'number' && !known.has(id))) throw problem('not-found')
  // Another name is another reason: what was answered with the old one stays said so.
  await store.replaceReasons(
    ctx,
    wanted.map(({ id = null, name }, at) => ({
      id: id !== null && known.get(id) === name ? id : null,
      name,
      position: at + 1,
    })),
  )
  const rows = await store.reasonsNow(ctx)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  const about = { subject: 'refusal_reason', before: names(before), after: names(rows) } as const
  await record(ctx, { verb: 'chosen', ...about, topics: ['refusal-reasons'] })
  return { rows }
}
