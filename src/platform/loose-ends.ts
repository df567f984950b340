/** What ends leaves nothing behind unseen: every room of the house is asked, in its order, in the transaction of the verb. */
import type { Ctx } from './context.ts'
import type { Ended, Heir, LooseEnd } from './room.ts'

const holders = (ctx: Ctx) => ctx.house.rooms.flatMap(({ looseEnds }) => looseEnds ?? [])

/** What stands open, and so many of each kind in the words of who asks: the preview before anything ends. */
export const showLooseEnds = async (ctx: Ctx, ended: Ended): Promise<{ rows: LooseEnd[]; said: string[] }> => {
  const rows: LooseEnd[] = []
  const said: string[] = []
  for (const { open, words } of holders(ctx)) {
    const found = await open(ctx, ended)
    rows.push(...found)
    for (const [kind, say] of Object.entries(words)) {
      const count = found.filter((one) => one.kind === kind).length
      if (count > 0) said.push(say(count, ctx.language))
    }
  }
  return { rows, said }
}

/**
 * Gives everything open to its heir. A verb that says `ends` calls it in its own transaction, its own row locked first; of companies both
 * sides at once. Returns how many stood open, by kind: for its event.
 */
export const handOnAll = async (ctx: Ctx, ended: Ended, to: Heir): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const all: LooseEnd[] = []
  for (const { open, handOn } of holders(ctx)) {
    const found = await open(ctx, ended)
    for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1
    all.push(...found)
    if (found.length > 0) await handOn?.(ctx, ended, to)
  }
  for (const { handedOn } of ctx.house.rooms) await handedOn?.(ctx, ended, all)
  return counts
}
