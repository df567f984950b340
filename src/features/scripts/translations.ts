/** What the callers say in another language. What must hold: a call keeps the words it began with, and what is older than the Danish is said to be. */
import type { Ctx } from '#platform/context'
import type { AnswerOf, InputOf, z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { languageOfCode } from '#platform/text/language'
import { languagesUsed, speaks } from '../call-centres/call-centres.ts'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import { houseAsksFor, houseScript } from './default-script.ts'
import { scriptsEvents } from './scripts-events.table.ts'
import type { Script } from './scripts.schema.ts'
import type * as contract from './translations.schema.ts'
import * as store from './translations.sql.ts'
import { listScripts, refuseLost, written } from './versions.ts'

const record = recorder(scriptsEvents)
type Shape = z.infer<typeof contract.ScriptTranslation>
type Danish = Pick<z.infer<typeof Script>, 'version' | 'body'>

/** The house's own words where the Danish are the house's own too; undefined: it has none in that language. */
const ofHouse = (language: CallLanguage, danish: Danish): string | undefined => {
  const locale = languageOfCode(language)
  const form = houseAsksFor(danish.body)
  return locale && form && houseScript(form, locale)
}
const shown = ({ body, ...row }: store.Row, danish: Danish): Shape[] =>
  body === null ? [] : [{ ...row, body, older: row.scriptVersion < danish.version }]

/** English, then what is spoken here, then what was translated before. */
export const translatable = async (ctx: Ctx, rows: readonly Pick<Shape, 'language'>[]): Promise<CallLanguage[]> => [
  ...new Set<CallLanguage>(['eng', ...(await languagesUsed(ctx)), ...rows.map(({ language }) => language)]),
]
/** Throws not-found. */
export const listTranslations = async (
  ctx: Ctx,
  listId: number,
): Promise<AnswerOf<typeof contract.listTranslations>> => {
  const [danish] = (await listScripts(ctx, listId)).rows
  if (!danish) throw problem('not-found')
  const kept = await store.newestTranslations(ctx, listId)
  const rows = kept.flatMap((row) => shown(row, danish))
  const house = ofHouse('eng', danish)
  if (house !== undefined && !kept.some(({ language }) => language === 'eng'))
    rows.unshift({
      ...{ language: 'eng', version: 0, scriptVersion: danish.version, older: false, body: house },
      ...{ writtenBy: null, writtenAt: null },
    })
  return { rows, languages: await translatable(ctx, rows) }
}

type Given = { listId: number; scriptId: number; scriptVersion: number; language: CallLanguage; body: string }
/** The first in a language, of a list that is only just made. */
export const giveTranslation = async (ctx: Ctx, { scriptVersion, ...row }: Given): Promise<void> => {
  const id = await store.insertTranslation(ctx, { ...row, version: 1 })
  if (id === undefined) throw problem('changed-meanwhile')
  await record(ctx, {
    ...{ verb: 'written', subject: 'script_translation', subjectId: id },
    ...{ after: { language: row.language, scriptVersion }, topics: ['contact-lists'] },
  })
}

type Wanted = InputOf<typeof contract.writeTranslation>['body']
/** On top of the translation that was seen (`version`). Calls in progress keep theirs. Throws not-found, changed-meanwhile, wrong-input. */
export const writeTranslation = async (
  ctx: Ctx,
  listId: number,
  { language, body, version, scriptVersion }: Wanted,
): Promise<AnswerOf<typeof contract.writeTranslation>> => {
  if (body !== null) refuseLost(ctx, body, '/body/body')
  await listScripts(ctx, listId)
  const newest = await written(ctx, listId)
  const translated = (await listScripts(ctx, listId)).rows.find((one) => one.version === scriptVersion)
  if (!translated?.id) throw problem('not-found')
  const latest = async () => {
    const row = (await store.newestTranslations(ctx, listId)).find((one) => one.language === language)
    const translation = (row && shown(row, newest)[0]) ?? null
    return { version: row?.version ?? 0, translation }
  }
  const stale = async () =>
    problem('changed-meanwhile', {}, { theirs: (await latest()).translation, yours: { body: body ?? '' } })
  const before = await latest()
  // What was taken away is seen as if there had been none.
  const seen = before.version === version || (version === 0 && before.translation === null)
  if (!seen) throw await stale()
  const row = { listId, language, version: before.version + 1, scriptId: translated.id, body }
  const id = await store.insertTranslation(ctx, row)
  if (id === undefined) throw await stale()
  await record(ctx, {
    ...{ verb: body === null ? 'taken-away' : 'written', subject: 'script_translation', subjectId: id },
    ...{ after: { language, scriptVersion }, topics: ['contact-lists'] },
  })
  return { translation: (await latest()).translation }
}

type Called = { listId: number | null; language: CallLanguage | null; takenAt: string }
type Said = { body: string; state: contract.Wording['state'] }
/** What is said to a company in the language it is called in; null: in Danish, as to who is found not to speak it while under call. */
export const saidIn = async (ctx: Ctx, danish: Danish, called: Called): Promise<Said | null> => {
  const { listId, language, takenAt } = called
  if (language === null || !(await speaks(ctx, language))) return null
  const row = listId === null ? undefined : await store.translationAt(ctx, { listId, language, at: takenAt })
  if (row?.body) return { body: row.body, state: row.scriptVersion < danish.version ? 'older' : 'newest' }
  const house = row ? undefined : ofHouse(language, danish)
  return house === undefined ? { body: danish.body, state: 'missing' } : { body: house, state: 'newest' }
}
