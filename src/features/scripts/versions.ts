/** A list's script, in its versions; until somebody has written one, the house's. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { offerOf } from '../capacity/capacity.ts'
import { houseAsksFor, houseScript } from './default-script.ts'
import { partsOf } from './script-parts.shared.ts'
import type { Script } from './scripts.schema.ts'
import * as store from './scripts.sql.ts'

export type Shape = z.infer<typeof Script>

/** The house's own words, which nobody has said yet; outside any list they ask for a visit. */
const ofHouse = async (ctx: Ctx, listId: number | null, version = 1): Promise<Shape> => ({
  ...{ id: null, listId, version, body: houseScript(listId === null ? 'visit' : await offerOf(ctx, listId)) },
  ...{ writtenBy: null, writtenAt: null },
})
const isHouses = ({ body, writtenBy }: Shape) => writtenBy === null && houseAsksFor(body) !== undefined
/** What the next call from a list says: its newest version, or the house's own words of what it is called for now where nobody has written better ones. */
const next = async (ctx: Ctx, listId: number, newest: Shape | undefined): Promise<Shape> => {
  if (newest && !isHouses(newest)) return newest
  const house = await ofHouse(ctx, listId, (newest?.version ?? 0) + 1)
  return newest?.body === house.body ? newest : house
}
/** What would be said now; nothing is written. */
export const saidNow = async (ctx: Ctx, listId: number | null): Promise<Shape> =>
  listId === null ? ofHouse(ctx, listId) : next(ctx, listId, await store.newestOf(ctx, listId))

/** The same, written down if need be, so that a call can name it. */
export const written = async (ctx: Ctx, listId: number) => {
  const newest = await store.newestOf(ctx, listId)
  const { version, body } = await next(ctx, listId, newest)
  if (newest?.version === version) return newest
  await store.insertScript(ctx, { listId, version, body, writtenBy: null })
  const made = await store.newestOf(ctx, listId)
  if (!made) throw problem('not-found')
  return made
}
export const listScripts = async (ctx: Ctx, listId: number): Promise<{ rows: Shape[] }> => {
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const rows = await store.scriptsOf(ctx, listId)
  const now = await next(ctx, listId, rows[0])
  return { rows: now.version === rows[0]?.version ? rows : [now, ...rows] }
}

/** What something leads to must be there: who calls would stand before nothing. `at`: the field that says it. */
export const refuseLost = (ctx: Ctx, body: string, at: string): void => {
  const [name] = partsOf(body).lost
  if (name === undefined) return
  throw problemAt('wrong-input', at, m.scripts_problem_lost({ name }, { locale: ctx.language }), 'custom')
}
