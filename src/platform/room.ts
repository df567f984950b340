import type { RawBuilder } from 'kysely'
import type { Ctx } from './context.ts'
import type { Served } from './http/serve.ts'
import type { Job, Sweep } from './jobs.ts'

/** One thing to do, for who asks; the words stand where the kind is at home. */
export type WaitingRow = {
  kind: string
  when: 'over' | 'today' | 'week' | 'later'
  values: Record<string, string | number>
  /** A calendar date, or a moment. */
  date: string | null
  /** The page where it is done. */
  href: string
}
/** A room's answer to "what waits for me"; with `others`, a coordinator also sees what others have. */
export type WaitingSource = (ctx: Ctx, others: boolean) => Promise<readonly WaitingRow[]>

/**
 * What a choice among companies may ask that only one room knows: all that was chosen in, a condition on the row `c (id, cvr)`
 * of `company_place` out; undefined when nothing of this room's was chosen.
 */
export type Criterion = {
  name: string
  asks: (ctx: Ctx, chosen: Readonly<Record<string, unknown>>) => RawBuilder<unknown> | undefined
}

/** What has ended for good, so that what hangs on it must. */
export type Ended = { listId: number }

/** What a room gives to the house: all that anything outside it must know, handed in rather than looked up. */
export type Room = {
  name: string
  /** Its tables and views. Another room reads a view; only the owner touches a table. */
  owns?: readonly string[]
  routes: readonly Served[]
  jobs?: readonly Job<never>[]
  sweeps?: readonly Sweep[]
  waiting?: WaitingSource
  /** What a draw may ask of a company that only this room knows. */
  criteria?: readonly Criterion[]
  /** Lets go of what hangs on something that ends, in the transaction that ends it; rooms are asked in their order. */
  letGo?: (ctx: Ctx, ended: Ended) => Promise<void>
}
/** A room, as `app.ts` lists it. */
export const asRoom = (room: Room): Room => room
