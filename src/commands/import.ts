import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { listSchools, system } from '../features/centre/centre.ts'
import { StartRefused } from '#platform/config'
import type { Asker } from '#platform/context'
import type { Imported, ImportKind } from '#platform/room'
import { technicalLanguage } from '#platform/text/language'
import type { Opened } from '#platform/db/store'
import { type Answer, type Command, type Given, Used } from './used.ts'
import { chosenCentre, withStore } from './with-store.ts'

type File = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }

const openFile = async (path: string): Promise<File> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read: ${error.message}`,
    )
  })
  if (!found.isFile()) throw new StartRefused(`${path} is not a file.`)
  return { name: basename(path), bytes: createReadStream(path), size: found.size }
}

/** What is one school's own comes in for that school, as its people would bring it. */
const askerOf = async (
  store: Opened,
  centreId: number,
  { kind, ofSchool }: ImportKind,
  { values }: Given,
): Promise<Asker> => {
  const asker: Asker = { ...system(centreId), language: technicalLanguage }
  if (!ofSchool) return asker
  const named = kind.charAt(0).toUpperCase() + kind.slice(1)
  if (!values.school) throw new Used(`${named} belong to one school: --school <name>.`)
  const { rows } = await store.database.in(asker, listSchools)
  const school = rows.find((row) => row.name === values.school)
  if (!school)
    throw new StartRefused(
      `The centre has no school named ${values.school}. Schools: ${rows.map((row) => row.name).join(', ')}.`,
    )
  return { ...asker, schoolId: school.id }
}

const inWords = ({ created, updated, unchanged, rejected, errors, notes }: Imported, dryRun: boolean): string =>
  [
    `${dryRun ? 'Dry run: ' : ''}${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`,
    ...notes,
    ...errors.map(({ line, column, reason }) => `line ${line}${column ? `, ${column}` : ''}: ${reason}`),
  ].join('\n')

/** `companies|contacts|…`: what can be brought in, as the rooms hand it in. */
export const kindsOf = (kinds: readonly ImportKind[]) => kinds.map(({ kind }) => kind).join('|')

/** `import <kind> <file>`: good rows in, bad rows by line and column. Refused only when nothing could be read. */
export const importFile =
  (kinds: readonly ImportKind[]): Command =>
  async (given): Promise<Answer> => {
    const [word, path, ...more] = given.rest
    const kind = kinds.find((one) => one.kind === word)
    if (!kind || !path || more.length > 0)
      throw new Used(`Say what and from which file: import ${kindsOf(kinds)} <file>.`)
    const dryRun = given.values['dry-run']
    const file = await openFile(path)
    return withStore(given, async (store) => {
      const asker = await askerOf(store, await chosenCentre(store, given), kind, given)
      const brought = await kind.bring({ in: (work) => store.database.in(asker, work) }, file, dryRun)
      const { created, updated, unchanged, rejected, errors, notes } = brought
      const result = {
        created,
        updated,
        unchanged,
        rejected,
        errors: errors.map(({ line, column, reason, rejected: out }) => ({ line, column, reason, rejected: out })),
        notes,
      }
      return { json: result, text: inWords(result, dryRun) }
    })
  }
