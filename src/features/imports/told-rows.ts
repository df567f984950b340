/** What the pipeline itself tells of rows, whatever they hold: what was left out of them as the file was read, and what nobody sees. */
import type { FileFacts, FileRow, Outcome, RowError } from './reader.ts'
import { errorsKept } from './reader.ts'
import { reason, type Reason } from '#platform/reason'
import { hiddenOf, inItsSheet } from './sheet-lines.ts'

/** A row as it can be known: joined, filled, or left as it is. */
type Mended = (row: FileRow) => FileRow

/** The rows for a reader, and what was told of them on the way. */
export const listening = (rows: AsyncIterable<FileRow>, takesHidden: boolean, mended: Mended) => {
  const told: RowError[] = []
  async function* heard(): AsyncGenerator<FileRow> {
    for await (const given of rows) {
      const row = mended(given)
      if ('cells' in row && row.hidden && !takesHidden) continue
      if ('cells' in row && row.left && told.length < errorsKept) {
        told.push(...row.left.map((one) => ({ line: row.n, ...one, rejected: false })))
      }
      yield row
    }
  }
  return { rows: heard(), told }
}

/** An outcome with what was told of its rows, by line. */
export const withTold = <Done extends Outcome>(
  outcome: Done,
  { told }: { told: readonly RowError[] },
  sheets: readonly string[],
): Done => {
  const errors = [...outcome.errors, ...told].toSorted((a, b) => a.line - b.line)
  const result = told.length > 0 && outcome.result ? { ...outcome.result, notes: rowsNoted(errors) } : outcome.result
  return { ...outcome, errors: errors.map((error) => inItsSheet(error, sheets)), ...(result && { result }) }
}

/** Rows that came in without something. */
const rowsNoted = (errors: readonly RowError[]) => {
  const out = new Set(errors.flatMap(({ line, rejected }) => (rejected ? [line] : [])))
  return new Set(errors.flatMap(({ line }) => (out.has(line) ? [] : [line]))).size
}

/** What concerns the whole file. */
export const notesOf = (facts: Partial<FileFacts>, takesHidden: boolean): Reason[] => {
  const { notes = [] } = facts
  const hidden = hiddenOf(facts)
  if (!hidden) return notes
  return [...notes, takesHidden ? reason('imports_hidden_taken', hidden) : reason('imports_hidden_left', hidden)]
}
