/** What gives access ends in one place: every room hands in what it gave, and whoever leaves or comes back goes through here. */
import type { Ctx } from './context.ts'
import type { Holder } from './room.ts'

/** Ends everything of someone's own that gives access to this centre, whichever room gave it, in the transaction of the verb. */
export const endCredentials = async (ctx: Ctx, holder: Holder): Promise<void> => {
  const all = ctx.house.rooms.flatMap(({ credentials = [] }) => credentials)
  for (const { endsWith } of all) await endsWith?.(ctx, holder)
}
