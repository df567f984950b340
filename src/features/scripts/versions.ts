/** A list's script, in its versions; until somebody has written one, the house's. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { defaultScript } from './default-script.ts'
import { partsOf } from './script-parts.shared.ts'
import type { Script } from './scripts.schema.ts'
import * as store from './scripts.sql.ts'

export type Shape = z.infer<typeof Script>

/** Said until someone has written something better; outside any list it is all there is. */
export const unwritten = (listId: number | null): Shape => ({
  ...{ id: null, listId, version: 1, body: defaultScript },
  ...{ writtenBy: null, writtenAt: null },
})

/** The newest version, the default written down as the first if need be. */
export const written = async (ctx: Ctx, listId: number) => {
  const newest = await store.newestOf(ctx, listId)
  if (newest) return newest
  await store.insertScript(ctx, { listId, version: 1, body: defaultScript, writtenBy: null })
  const first = await store.newestOf(ctx, listId)
  if (!first) throw problem('not-found')
  return first
}
export const listScripts = async (ctx: Ctx, listId: number): Promise<{ rows: Shape[] }> => {
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const rows = await store.scriptsOf(ctx, listId)
  return { rows: rows.length > 0 ? rows : [unwritten(listId)] }
}

/** What something leads to must be there: who calls would stand before nothing. `at`: the field that says it. */
export const refuseLost = (ctx: Ctx, body: string, at: string): void => {
  const [name] = partsOf(body).lost
  if (name === undefined) return
  throw problemAt('wrong-input', at, m.scripts_problem_lost({ name }, { locale: ctx.language }), 'custom')
}
