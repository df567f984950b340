/** The register's front door, how companies come in: the register's documents and people's tables, read here, carried through by the one pipeline. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { type Problem, problem } from '#platform/errors'
import { codeOf } from '#platform/failure'
import type { Imported, ImportKind, Moved } from '#platform/room'
import { type Document, type ImportReader, importsOf, type Opens, sayReason } from '../imports/imports.ts'
import type { Found } from './company-facts.ts'
import { isFlat, readFlatDocument, refusalOf } from './flat-document.ts'
import { companyTable, guessMapping } from './header-guess.ts'
import { bringIn, type CompaniesIn } from './import-rows.ts'
import { reasons } from './reasons.ts'
import { writeSaidPhone } from './own.sql.ts'
import { lockRegister } from './register.sql.ts'
import { readRegisterDocument } from './register-document.ts'
import * as store from './undo.sql.ts'

const builtOn = async (ctx: Ctx, importId: number): Promise<Problem | undefined> => {
  const newer = await store.countChangedSince(ctx, importId)
  if (newer > 0) return problem('import-newer-changes', { count: newer })
  const used = await store.countInUse(ctx, importId)
  return used > 0 ? problem('import-in-use', { count: used }) : undefined
}

/** What another centre built on these companies cannot be seen from here, but the database still holds on to it. */
const takeBackUnlessUsed = (ctx: Ctx, importId: number) =>
  store.takeBack(ctx, importId).catch((error: unknown) => {
    throw codeOf(error) === '23503' ? problem('import-in-use', { count: 1 }) : error
  })

const sampleOf = ({ cvr, pNumber, facts }: Found) => [cvr, pNumber ?? '', facts.name ?? '', facts.town ?? '']

/** The register's own, else a look-up service's. */
const readDocument = (document: Document, today: string) => {
  const read = readRegisterDocument(document, today)
  if (!('wrong' in read) || read.wrong.code !== reasons.notRegister().code) return read
  const refused = refusalOf(document)
  if (refused) return { wrong: refused, column: null }
  return isFlat(document) ? readFlatDocument(document, today) : read
}

const reader: ImportReader<CompaniesIn> = {
  kind: 'companies',
  // The whole national register is some five million.
  mostRows: 6_000_000,
  topics: { moved: ['company-imports'], done: ['companies'] },
  lock: lockRegister,
  documents: {
    header: ['CVR', 'P-nr.', 'Navn', 'By'],
    read: (document, ctx) => {
      const read = readDocument(document, ctx.today)
      if ('wrong' in read) return read
      const first = 'told' in read ? read.told[0]?.found : read.found
      return { found: 'told' in read ? read : read.found, sample: first ? sampleOf(first) : [] }
    },
  },
  table: { ...companyTable, guess: guessMapping, needs: { field: 'cvr', name: 'CVR' } },
  nothing: reasons.noDocuments(),
  run: bringIn,
  builtOn,
  takeBack: takeBackUnlessUsed,
}
export const companyImportsOf = importsOf('company', reader)

/** What a person found is called from now on, before what files and register say; null: no more. Its owner is `phone-numbers`, under the company's lock. */
export const sayPhone = writeSaidPhone

/** CVR numbers under which a workplace stood before: what never changes, calls and events, still stands under them. */
export const formerCvrsOf = async (ctx: Ctx, companyId: number): Promise<string[]> => {
  const { rows } = await sql<{ cvr: string }>`
    select from_cvr as cvr from place_move where company_id = ${companyId}
    union select from_cvr from own_place_move where centre_id = ${ctx.centreId} and company_id = ${companyId}`.execute(
    ctx.db,
  )
  return rows.map(({ cvr }) => cvr)
}

/** What these tables hold of a workplace that moved is its new company's from now on. */
export const goesWithPlace =
  (...tables: readonly string[]) =>
  async (ctx: Ctx, { companyId, from, to }: Moved): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    for (const table of tables)
      await sql`
        update ${sql.table(table)} set cvr = ${to}
        where centre_id = ${ctx.centreId} and company_id = ${companyId} and cvr = ${from}`.execute(ctx.db)
  }

type Given = {
  name: string
  bytes: AsyncIterable<Uint8Array>
  size?: number
  dryRun?: boolean
  mapping?: Record<string, number>
}

/**
 * Imports a file from start to end, for commands and the demo world. A dry run leaves nothing behind. Throws file-refused,
 * columns-not-chosen.
 */
export const importCompanies = (opens: Opens, { size = 0, dryRun, mapping, ...file }: Given): Promise<Imported> =>
  opens.in(async (ctx) => {
    const { outcome, notes } = await companyImportsOf.importAtOnce(ctx, { ...file, size }, { dryRun, mapping })
    const { created, updated, unchanged, rejected, errors } = outcome
    return {
      created,
      updated,
      unchanged,
      rejected,
      errors: errors.map((one) => ({ ...one, reason: sayReason(one.reason, ctx.language) })),
      notes: notes.map((note) => sayReason(note, ctx.language)),
    }
  })

export const companyFiles: ImportKind = {
  kind: reader.kind,
  bring: (opens, file, dryRun) => importCompanies(opens, { ...file, dryRun }),
}
