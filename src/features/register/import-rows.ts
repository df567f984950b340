import type { Ctx, HouseCtx } from '#platform/context'
import { keysOf } from '#platform/typed.shared'
import {
  columnName,
  errorsKept,
  type FileRow,
  type Change as ImportedChange,
  type Mapping,
  noteChanges,
  type Outcome,
  type Reason,
  type Work,
} from '../imports/imports.ts'
import type { DocumentFound, FactName, Found, FoundRow, Left } from './company-facts.ts'
import type { ColumnField } from './company-imports.schema.ts'
import { readCompanyRow } from './company-row.ts'
import * as store from './own.sql.ts'
import { reasons } from './reasons.ts'
import { statusWatch } from './row-values.ts'
import {
  addCompanies,
  type Change,
  changeCompanies,
  type Known,
  knownOf,
  noteVersions,
  traceOf,
} from './register.sql.ts'
import { entityKey, type InFile, repeatedIn, type Settled, settle } from './settle.ts'
import { settleOwn } from './settle-own.ts'

/** What the rows did, while they are brought in. */
type Tally = Omit<Outcome, 'result' | 'told'> & {
  /** Rows with values that differ from the register's own, which stayed. */
  stayed: number
  /** Rows that came in without something that stood in them. */
  notes: number
  /** Rows the register had already. */
  known: number
  fields: Partial<Record<FactName | 'cvr', number>>
  statuses: ReturnType<typeof statusWatch>
}
export type CompaniesIn = Outcome & { result: object }

const batchRows = 200
/** A field that changes in more of the known rows than this is perhaps the wrong column. */
const suspicious = 0.3
/** Under so few rows a share says nothing. */
const fewest = 5

/** `own`: from somebody's table, not one of the register's documents. */
type Row = InFile & { own: boolean; notes: readonly Left[] }
type Table = { mapping: Mapping; header: readonly string[]; today: string }

const nothingYet = (): Tally => ({
  ...{ created: 0, updated: 0, unchanged: 0, rejected: 0, stayed: 0, notes: 0, known: 0 },
  fields: {},
  errors: [],
  statuses: statusWatch(),
})

/** Where it is noted what rows changed, so that it can be undone. Whatever nobody will undo notes nothing. */
type Note = (subject: 'company' | 'own-place', changes: readonly ImportedChange[]) => Promise<void>
type Rows = Omit<Work<undefined>, 'importId'>

/** Brings the rows of a file in, as an import of the centre: documents into the register, a table into what the centre knows. */
export const bringIn = (ctx: Ctx, { importId, ...rows }: Work<undefined>): Promise<CompaniesIn> => {
  const note: Note = (subject, changes) => noteChanges(ctx, importId, subject, changes)
  return bringRows({ ...rows, today: ctx.today }, [
    { own: false, bring: (round, tally) => bringRound(ctx, note, ofRegister, round, tally) },
    { own: true, bring: (round, tally) => bringRound(ctx, note, ofCentre, round, tally) },
  ])
}

/** Brings the register's documents in for all centres, as the house's own work: nobody undoes it. Under the lock of `lockRegister`. */
export const bringRegister = (ctx: HouseCtx, rows: Rows): Promise<CompaniesIn> =>
  bringRows({ ...rows, today: ctx.today }, [
    { own: false, bring: (round, tally) => bringRound(ctx, () => Promise.resolve(), ofRegister, round, tally) },
  ])

/** Good rows in, bad rows listed, some hundred rows at a time. */
const bringRows = async (
  { rows, progress, ...table }: Rows & { today: string },
  shelves: readonly Onto[],
): Promise<CompaniesIn> => {
  const tally = nothingYet()
  const repeated = repeatedIn()
  let batch: Row[] = []
  let read = 0
  for await (const row of rows) {
    read++
    for (const one of readRow(row, table, tally)) {
      batch.push(one)
      noteLeft(tally, row.n, one.own ? [...one.notes, ...repeated(one, columnOf(table, 'cvr'))] : one.notes)
    }
    if (batch.length < batchRows && read % batchRows > 0) continue
    await bringBatch(shelves, batch, tally)
    batch = []
    await progress(read)
  }
  await bringBatch(shelves, batch, tally)
  const { statuses, ...counted } = tally
  return { ...counted, result: resultOf(tally), told: statuses.told(columnOf(table, 'status') ?? '') }
}

const resultOf = ({ fields, known, stayed, notes }: Tally) => ({
  fields,
  stayed,
  notes,
  warnings: Object.entries(fields)
    .filter(([, count]) => known >= fewest && count / known > suspicious)
    .map(([field, count]) => ({ field, percent: Math.round((100 * count) / known) })),
})

const reject = (tally: Tally, line: number, column: string | null, reason: Reason) => {
  tally.rejected++
  if (tally.errors.length < errorsKept) tally.errors.push({ line, column, reason, rejected: true })
}

const columnOf = ({ mapping, header }: Pick<Table, 'mapping' | 'header'>, field: ColumnField) =>
  mapping[field] === undefined ? null : columnName(header, mapping[field])

/** The row came in without something, or is not the only one of its company. */
const noteLeft = (tally: Tally, line: number, left: readonly Left[]) => {
  tally.notes += left.length > 0 ? 1 : 0
  for (const { column, reason } of left)
    if (tally.errors.length < errorsKept) tally.errors.push({ line, column, reason, rejected: false })
}

const isTold = (found: Found | DocumentFound): found is DocumentFound => 'told' in found

const readRow = (row: FileRow, { mapping, header, today }: Table, tally: Tally): Row[] => {
  const rowOf = (own: boolean) => (one: FoundRow) => ({ line: row.n, own, ...one })
  if ('found' in row) {
    // Read by register-document.ts or flat-document.ts when the file came in.
    const found = row.found as Found | DocumentFound
    return isTold(found) ? found.told.map(rowOf(found.own)) : [rowOf(false)({ found, notes: [] })]
  }
  if ('wrong' in row) {
    reject(tally, row.n, row.wrong.column, row.wrong.reason)
    return []
  }
  const heading = (field: ColumnField) => columnOf({ mapping, header }, field)
  const read = readCompanyRow(row.cells, mapping, today)
  if ('wrong' in read) {
    reject(tally, row.n, heading(read.wrong.field), read.wrong.reason)
    return []
  }
  if (mapping['status'] !== undefined) tally.statuses.see(read.found.facts.statusText)
  const notes = read.notes.map(({ field, reason }) => ({ column: heading(field), reason }))
  return [rowOf(true)({ found: read.found, notes })]
}

/** The same entity may stand several times: each time takes a round of its own, after the one before; an exact copy none. */
const roundsOf = (batch: readonly Row[], tally: Tally): Row[][] => {
  const rounds: Row[][] = []
  const seen = new Map<string, { round: number; text: string }>()
  for (const row of batch) {
    const key = entityKey(row.found)
    const text = JSON.stringify(row.found)
    const before = seen.get(key)
    if (before?.text === text) {
      tally.unchanged++
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

/** Where a round's rows are put: the register's own, or what somebody's table says. */
type Onto = { own: boolean; bring: (round: readonly Row[], tally: Tally) => Promise<void> }
const bringBatch = async (shelves: readonly Onto[], batch: readonly Row[], tally: Tally) => {
  for (const round of roundsOf(batch, tally))
    for (const shelf of shelves)
      await shelf.bring(
        round.filter(({ own }) => own === shelf.own),
        tally,
      )
}

/** Where rows go and how: the register's documents into the register, people's tables into what the centre knows itself. */
type Shelf<K extends Known, C extends HouseCtx> = {
  subject: 'company' | 'own-place'
  knownOf: (ctx: C, found: readonly Found[]) => Promise<K[]>
  settle: (stored: K, found: Found) => Settled
  add: (ctx: C, found: readonly Found[]) => Promise<{ id: number }[]>
  change: (ctx: C, changes: readonly Change<K>[]) => Promise<void>
  noteVersions: (ctx: C, versions: readonly { id: number; registerChangedAt: string | null }[]) => Promise<void>
  traceOf: (ctx: C, change: Change<K>) => ImportedChange
}
const ofRegister: Shelf<Known, HouseCtx> = {
  subject: 'company',
  knownOf,
  settle,
  add: addCompanies,
  change: changeCompanies,
  noteVersions,
  traceOf,
}
const ofCentre: Shelf<store.OwnKnown, Ctx> = {
  subject: 'own-place',
  knownOf: store.ownKnownOf,
  settle: settleOwn,
  add: store.addOwn,
  change: store.changeOwn,
  noteVersions: store.noteOwnVersions,
  traceOf: store.traceOfOwn,
}

const bringRound = async <K extends Known, C extends HouseCtx>(
  ctx: C,
  note: Note,
  shelf: Shelf<K, C>,
  round: readonly Row[],
  tally: Tally,
) => {
  if (round.length === 0) return
  const found = round.map((row) => row.found)
  const known = new Map((await shelf.knownOf(ctx, found)).map((one) => [entityKey(one), one]))
  const added: Found[] = []
  const changes: Change<K>[] = []
  const versions: { id: number; registerChangedAt: string | null }[] = []
  for (const { line, found } of round) {
    const stored = known.get(entityKey(found))
    if (!stored) {
      if (found.facts.name) added.push(found)
      else reject(tally, line, null, reasons.nameMissing())
      continue
    }
    tally.known++
    const settled = shelf.settle(stored, found)
    if (settled.stayed.length > 0) tally.stayed++
    const fields = keysOf(settled.change)
    if (fields.length === 0) {
      tally.unchanged++
      if (settled.registerChangedAt !== stored.registerChangedAt)
        versions.push({ id: stored.id, registerChangedAt: settled.registerChangedAt })
      continue
    }
    tally.updated++
    for (const field of fields) tally.fields[field] = (tally.fields[field] ?? 0) + 1
    changes.push({ stored, ...settled, sawProtection: found.facts.protected !== undefined })
  }
  const ids = await shelf.add(ctx, added)
  tally.created += ids.length
  await shelf.change(ctx, changes)
  await shelf.noteVersions(ctx, versions)
  const created = ids.map(({ id }) => ({ subjectId: id, before: null, after: { changed_at: ctx.at } }))
  await note(shelf.subject, [...created, ...changes.map((change) => shelf.traceOf(ctx, change))])
}
