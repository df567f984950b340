import type { Ctx } from '#platform/context'
import type { FactName, Found } from './company-facts.ts'
import { readCompanyRow } from './company-row.ts'
import type { Mapping } from './header-guess.ts'
import { type FileRow, storedRows } from '../imports/import-file.sql.ts'
import type { Said } from '#platform/text/said'
import { reason } from './reasons.ts'
import {
  addCompanies,
  type Change,
  changeCompanies,
  knownOf,
  lockRegister,
  noteChanges,
  noteVersions,
  traceOf,
} from './register.sql.ts'
import { entityKey, settle } from './settle.ts'

export type RowError = { line: number; column: string | null; said: Said; rejected: boolean }
export type Outcome = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows with values that differ from the register's own, which stayed. */
  kept: number
  /** Rows that came in without their phone or mail. */
  notes: number
  /** Rows the register had already. */
  known: number
  fields: Partial<Record<FactName | 'cvr', number>>
  errors: RowError[]
}

const batchRows = 1000
/** A file that is wrong from end to end says so by its first rows. */
const errorsKept = 10_000

type Row = { line: number; found: Found }
type File = { importId: number; fileId: number; mapping: Mapping; header: readonly string[] }
type Progress = (rows: number) => Promise<void>

/** Brings the rows of a stored file into the register: good rows in, bad rows listed. One lock, thousand rows at a time. */
export const bringIn = async (ctx: Ctx, file: File, progress: Progress): Promise<Outcome> => {
  await lockRegister(ctx)
  const outcome: Outcome = {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    kept: 0,
    notes: 0,
    known: 0,
    fields: {},
    errors: [],
  }
  let batch: Row[] = []
  let rows = 0
  for await (const row of storedRows(ctx, file.fileId)) {
    rows++
    const found = readRow(row, file, outcome)
    if (found) batch.push({ line: row.n, found })
    if (batch.length < batchRows && rows % batchRows > 0) continue
    await bringBatch(ctx, file.importId, batch, outcome)
    batch = []
    await progress(rows)
  }
  await bringBatch(ctx, file.importId, batch, outcome)
  return outcome
}

const reject = (outcome: Outcome, line: number, column: string | null, said: Said) => {
  outcome.rejected++
  if (outcome.errors.length < errorsKept) outcome.errors.push({ line, column, said, rejected: true })
}

const readRow = (row: FileRow, { mapping, header }: File, outcome: Outcome): Found | undefined => {
  if ('found' in row) return row.found
  if ('wrong' in row) {
    reject(outcome, row.n, row.wrong.column, row.wrong.said)
    return undefined
  }
  const heading = (field: keyof Mapping) => header[mapping[field] ?? -1] ?? null
  const read = readCompanyRow(row.cells, mapping)
  if ('wrong' in read) {
    reject(outcome, row.n, heading(read.wrong.field), read.wrong.said)
    return undefined
  }
  outcome.notes += read.notes.length > 0 ? 1 : 0
  for (const { field, said } of read.notes)
    if (outcome.errors.length < errorsKept)
      outcome.errors.push({ line: row.n, column: heading(field), said, rejected: false })
  return read.found
}

/** The same entity may stand several times: each time takes a round of its own, after the one before; an exact copy none. */
const roundsOf = (batch: readonly Row[], outcome: Outcome): Row[][] => {
  const rounds: Row[][] = []
  const seen = new Map<string, { round: number; text: string }>()
  for (const row of batch) {
    const key = entityKey(row.found)
    const text = JSON.stringify(row.found)
    const before = seen.get(key)
    if (before?.text === text) {
      outcome.unchanged++
      continue
    }
    const round = (before?.round ?? -1) + 1
    seen.set(key, { round, text })
    const rows = rounds[round]
    if (rows) rows.push(row)
    else rounds[round] = [row]
  }
  return rounds
}

const bringBatch = async (ctx: Ctx, importId: number, batch: readonly Row[], outcome: Outcome) => {
  for (const round of roundsOf(batch, outcome)) await bringRound(ctx, importId, round, outcome)
}

const bringRound = async (ctx: Ctx, importId: number, round: readonly Row[], outcome: Outcome) => {
  const known = new Map(
    (
      await knownOf(
        ctx,
        round.map((row) => row.found),
      )
    ).map((one) => [entityKey(one), one]),
  )
  const added: Found[] = []
  const changes: Change[] = []
  const versions: { id: number; registerChangedAt: string | null }[] = []
  for (const { line, found } of round) {
    const stored = known.get(entityKey(found))
    if (!stored) {
      if (found.facts.name) added.push(found)
      else reject(outcome, line, null, reason.nameMissing())
      continue
    }
    outcome.known++
    const settled = settle(stored, found)
    if (settled.kept.length > 0) outcome.kept++
    const fields = Object.keys(settled.change) as (keyof typeof settled.change)[]
    if (fields.length === 0) {
      outcome.unchanged++
      if (settled.registerChangedAt !== stored.registerChangedAt)
        versions.push({ id: stored.id, registerChangedAt: settled.registerChangedAt })
      continue
    }
    outcome.updated++
    for (const field of fields) outcome.fields[field] = (outcome.fields[field] ?? 0) + 1
    changes.push({ stored, ...settled, sawProtection: found.facts.protected !== undefined })
  }
  const ids = await addCompanies(ctx, added)
  outcome.created += ids.length
  await changeCompanies(ctx, changes)
  await noteVersions(ctx, versions)
  const created = ids.map(({ id }) => ({ subjectId: id, before: null, after: { changed_at: ctx.at } }))
  await noteChanges(ctx, importId, [...created, ...changes.map((change) => traceOf(ctx, change))])
}
