/** What goes along with a company to who has it next: each room hands in what it holds, by kind. */
import type { Ctx } from '#platform/context'
import type { GoesAlong, LooseEnd } from '#platform/room'
import type { Along } from './offers.sql.ts'

const holders = (ctx: Ctx): [string, GoesAlong][] =>
  ctx.house.rooms.flatMap(({ goesAlong }) => Object.entries(goesAlong ?? {}))

/** What someone has open with a company, in the order of the house. */
export const openWith = async (ctx: Ctx, of: { cvr: string; personId: number }): Promise<LooseEnd[]> => {
  const found: LooseEnd[] = []
  for (const [, { open }] of holders(ctx)) found.push(...(await open(ctx, of)))
  return found
}

const isSame = (one: Along, other: Along) => one.kind === other.kind && one.sourceId === other.sourceId
export const without = (along: readonly Along[], left: readonly Along[]) =>
  along.filter((one) => !left.some((other) => isSame(one, other)))

/** Of what was named, what still stands. */
export const named = (open: readonly LooseEnd[], along: readonly Along[]) =>
  open.filter((one) => along.some((other) => isSame(one, other)))

/** Who asks takes over what was named. The last rooms first: consultants are locked before their rows. */
export const takeAlong = async (ctx: Ctx, along: readonly Along[], from: number) => {
  for (const [kind, { take }] of holders(ctx).toReversed()) {
    const ids = along.filter((one) => one.kind === kind).map(({ sourceId }) => sourceId)
    if (ids.length > 0) await take(ctx, ids, from)
  }
}
