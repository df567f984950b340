/** Front door: what the callers say, in versions and languages. What must hold: a call keeps the version it began with. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { giveTranslation } from './translations.ts'
import { scriptsEvents } from './scripts-events.table.ts'
import * as store from './scripts.sql.ts'
import { refuseLost, saidNow, type Shape, written } from './versions.ts'

export { saidIn, translatable } from './translations.ts'
export { listScripts, refuseLost } from './versions.ts'

const record = recorder(scriptsEvents)

/** A call from a list begins: the number of what is said in it, so that it can name it ever after. Writes; who only looks uses `scriptOf`. */
export const beginScript = async (ctx: Ctx, listId: number): Promise<number> => (await written(ctx, listId)).id

type Began = { scriptId: number | null; listId: number | null }
/** What is said in a call in progress: the version it began with, else the newest of its list. */
export const scriptOf = async (ctx: Ctx, { scriptId, listId }: Began): Promise<Shape> => {
  const began = scriptId === null ? undefined : await store.scriptById(ctx, scriptId)
  return began ?? saidNow(ctx, listId)
}

type Given = { language: CallLanguage; body: string; ofScript: string }
/**
 * What is said on a list that is only just made, as its first version, and in other languages; it was asked of what it leads to when it was written
 * (`refuseLost`). What was translated before the script changed is of a version below it.
 */
export const giveScript = async (
  ctx: Ctx,
  listId: number,
  body: string,
  translations: readonly Given[] = [],
): Promise<void> => {
  const before = new Set(translations.map(({ ofScript }) => ofScript).filter((text) => text !== body))
  for (const [at, text] of [...before, body].entries()) {
    const version = at + 1
    await store.insertScript(ctx, { listId, version, body: text, writtenBy: ctx.personId })
    const { id } = await written(ctx, listId)
    const after = { version }
    await record(ctx, { verb: 'written', subject: 'script', subjectId: id, after, topics: ['contact-lists'] })
    for (const one of translations.filter(({ ofScript }) => ofScript === text))
      await giveTranslation(ctx, {
        listId,
        scriptId: id,
        scriptVersion: version,
        language: one.language,
        body: one.body,
      })
  }
}

/** A new version on top of the one that was seen (`version`). Calls in progress keep theirs. */
export const writeScript = async (
  ctx: Ctx,
  listId: number,
  { body, version }: { body: string; version: number },
): Promise<Shape> => {
  refuseLost(ctx, body, '/body/body')
  if (!(await store.listExists(ctx, listId))) throw problem('not-found')
  const newest = await written(ctx, listId)
  const stale = () => problem('changed-meanwhile', {}, { theirs: newest, yours: { body } })
  if (newest.version !== version) throw stale()
  if (!(await store.insertScript(ctx, { listId, version: version + 1, body, writtenBy: ctx.personId }))) throw stale()
  const made = await written(ctx, listId)
  await record(ctx, {
    verb: 'written',
    subject: 'script',
    subjectId: made.id,
    before: { version },
    after: { version: version + 1 },
    topics: ['contact-lists'],
  })
  return made
}
