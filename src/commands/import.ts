import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { importClasses } from '../features/catalogue/catalogue.ts'
import { listSchools, system } from '../features/centre/centre.ts'
import { importCompanies } from '../features/register/register.ts'
import { importContacts } from '../features/school-contacts/school-contacts.ts'
import { StartRefused } from '#platform/config'
import type { Asker } from '#platform/context'
import { technicalLanguage } from '#platform/text/language'
import type { Opened } from '#platform/db/store'
import { type Answer, type Command, type Given, Used } from './used.ts'
import { chosenCentre, withStore } from './with-store.ts'

type File = { name: string; bytes: AsyncIterable<Uint8Array>; size: number }
type Result = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  errors: { line: number; column: string | null; reason: string }[]
}
const kinds = ['companies', 'classes', 'contacts'] as const
type Kind = (typeof kinds)[number]
const kindOf = (word: string | undefined) => kinds.find((kind) => kind === word)

const openFile = async (path: string): Promise<File> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read: ${error.message}`,
    )
  })
  if (!found.isFile()) throw new StartRefused(`${path} is not a file.`)
  return { name: basename(path), bytes: createReadStream(path), size: found.size }
}

/** Contacts are a school's own: the command acts for that school, as its people would. */
const askerOf = async (store: Opened, centreId: number, kind: Kind, { values }: Given): Promise<Asker> => {
  const asker: Asker = { ...system(centreId), language: technicalLanguage }
  if (kind !== 'contacts') return asker
  if (!values.school) throw new Used('Contacts belong to one school: --school <name>.')
  const { rows } = await store.database.in(asker, listSchools)
  const school = rows.find((row) => row.name === values.school)
  if (!school)
    throw new StartRefused(
      `The centre has no school named ${values.school}. Schools: ${rows.map((row) => row.name).join(', ')}.`,
    )
  return { ...asker, schoolId: school.id }
}

const bringIn = (store: Opened, asker: Asker, kind: Kind, file: File, dryRun: boolean): Promise<Result> => {
  if (kind === 'companies')
    return importCompanies({ in: (work) => store.database.in(asker, work) }, { ...file, dryRun })
  if (kind === 'classes') return store.database.in(asker, (ctx) => importClasses(ctx, { ...file, dryRun }))
  return store.database.in(asker, (ctx) => importContacts(ctx, file, { dry: dryRun }))
}

const inWords = ({ created, updated, unchanged, rejected, errors }: Result, dryRun: boolean): string =>
  [
    `${dryRun ? 'Dry run: ' : ''}${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`,
    ...errors.map(({ line, column, reason }) => `line ${line}${column ? `, ${column}` : ''}: ${reason}`),
  ].join('\n')

/** `import companies|classes|contacts <file>`: good rows in, bad rows by line and column. Refused only when nothing could be read. */
export const importFile: Command = async (given): Promise<Answer> => {
  const [word, path, ...more] = given.rest
  const kind = kindOf(word)
  if (!kind || !path || more.length > 0)
    throw new Used('Say what and from which file: import companies|classes|contacts <file>.')
  const dryRun = given.values['dry-run']
  const file = await openFile(path)
  return withStore(given, async (store) => {
    const asker = await askerOf(store, await chosenCentre(store, given), kind, given)
    const { created, updated, unchanged, rejected, errors } = await bringIn(store, asker, kind, file, dryRun)
    const result = {
      created,
      updated,
      unchanged,
      rejected,
      errors: errors.map(({ line, column, reason }) => ({ line, column, reason })),
    }
    return { json: result, text: inWords(result, dryRun) }
  })
}
