/** Front door: what the callers say, in versions. What must hold: a call keeps the version it began with. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { defaultScript } from './default-script.ts'
import { scriptsEvents } from './scripts-events.table.ts'
import * as store from './scripts.sql.ts'

const record = recorder(scriptsEvents)

type Row = NonNullable<Awaited<ReturnType<typeof store.scriptById>>>

/** The newest version; a list without one gets the default as its first, so that every call can name what was said. */
export const currentScript = async (ctx: Ctx, listId: number): Promise<Row> => {
  const [newest] = await store.scriptsOf(ctx, listId)
  if (newest) return newest
  await store.insertScript(ctx, { listId, version: 1, body: defaultScript, writtenBy: null })
  const [first] = await store.scriptsOf(ctx, listId)
  if (!first) throw problem('not-found')
  return first
}

/** The version of a call in progress; the newest when it began with none. */
export const scriptOf = async (
  ctx: Ctx,
  { scriptId, listId }: { scriptId: number | null; listId: number },
): Promise<Row> => {
  const began = scriptId === null ? undefined : await store.scriptById(ctx, scriptId)
  return began ?? currentScript(ctx, listId)
}

export const listScripts = async (ctx: Ctx, listId: number): Promise<{ rows: Row[] }> => {
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const newest = await currentScript(ctx, listId)
  const rows = await store.scriptsOf(ctx, listId)
  return { rows: rows.length > 0 ? rows : [newest] }
}

/** A new version on top of the one that was seen (`version`). Calls in progress keep theirs. */
export const writeScript = async (
  ctx: Ctx,
  listId: number,
  { body, version }: { body: string; version: number },
): Promise<Row> => {
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const newest = await currentScript(ctx, listId)
  const stale = () => problem('changed-meanwhile', {}, { theirs: newest, yours: { body } })
  if (newest.version !== version) throw stale()
  if (!(await store.insertScript(ctx, { listId, version: version + 1, body, writtenBy: ctx.personId }))) throw stale()
  const written = await currentScript(ctx, listId)
  await record(ctx, {
    verb: 'written',
    subject: 'script',
    subjectId: written.id,
    before: { version },
    after: { version: version + 1 },
    topics: ['contact-lists'],
  })
  return written
}
