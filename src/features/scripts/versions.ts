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

/** Said until someone has written something better; outside any list it is all there is, and asks for a visit. */
export const unwritten = async (ctx: Ctx, listId: number | null): Promise<Shape> => ({
  ...{ id: null, listId, version: 1, body: houseScript(listId === null ? 'visit' : await offerOf(ctx, listId)) },
  ...{ writtenBy: null, writtenAt: null },
})

/** The house's own words of this list, where they ask for another kind of meeting than is offered now. */
const otherOffer = async (ctx: Ctx, { listId, body, writtenBy }: store.Row): Promise<string | null> => {
  if (writtenBy !== null || houseAsksFor(body) === undefined) return null
  const now = houseScript(await offerOf(ctx, listId))
  return now === body ? null : now
}
/** The newest version, the house's written down as the first if need be. */
export const written = async (ctx: Ctx, listId: number) => {
  const newest = await store.newestOf(ctx, listId)
  if (newest) return newest
  const { version, body } = await unwritten(ctx, listId)
  await store.insertScript(ctx, { listId, version, body, writtenBy: null })
  const first = await store.newestOf(ctx, listId)
  if (!first) throw problem('not-found')
  return first
}
/** What the next call begins with: the house's own words are written down anew when the list is called for something else. */
export const begun = async (ctx: Ctx, listId: number) => {
  const newest = await written(ctx, listId)
  const body = await otherOffer(ctx, newest)
  if (body === null) return newest
  await store.insertScript(ctx, { listId, version: newest.version + 1, body, writtenBy: null })
  return (await store.newestOf(ctx, listId)) ?? newest
}
export const listScripts = async (ctx: Ctx, listId: number): Promise<{ rows: Shape[] }> => {
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const rows = await store.scriptsOf(ctx, listId)
  return { rows: rows.length > 0 ? rows : [await unwritten(ctx, listId)] }
}

/** What something leads to must be there: who calls would stand before nothing. `at`: the field that says it. */
export const refuseLost = (ctx: Ctx, body: string, at: string): void => {
  const [name] = partsOf(body).lost
  if (name === undefined) return
  throw problemAt('wrong-input', at, m.scripts_problem_lost({ name }, { locale: ctx.language }), 'custom')
}
