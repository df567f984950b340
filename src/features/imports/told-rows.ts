/** What the pipeline itself tells of rows, whatever they hold: what was left out of them as the file was read, and what nobody sees. */
import type { FileRow, Outcome, RowError } from './reader.ts'
import { errorsKept } from './reader.ts'
import { reason, type Reason } from './reasons.ts'
import { inItsSheet, sayLines } from './sheet-lines.ts'
import type { FileFacts } from './take.ts'

/** The rows for a reader, and what was told of them on the way. */
export const listening = (rows: AsyncIterable<FileRow>, takesHidden: boolean) => {
  const told: RowError[] = []
  let count = 0
  async function* heard(): AsyncGenerator<FileRow> {
    for await (const row of rows) {
      if ('cells' in row && row.hidden && !takesHidden) continue
      if ('cells' in row && row.left) {
        count++
        if (told.length < errorsKept) told.push(...row.left.map((one) => ({ line: row.n, ...one, rejected: false })))
      }
      yield row
    }
  }
  return { rows: heard(), told, count: () => count }
}

/** An outcome with what was told of its rows, by line. */
export const withTold = <Done extends Outcome>(
  outcome: Done,
  { told, count }: Pick<ReturnType<typeof listening>, 'told' | 'count'>,
  sheets: readonly string[],
): Done => {
  const errors = [...outcome.errors, ...told].toSorted((a, b) => a.line - b.line)
  const result = count() > 0 && outcome.result ? withNotes(outcome.result, count()) : outcome.result
  return { ...outcome, errors: errors.map((error) => inItsSheet(error, sheets)), ...(result && { result }) }
}

const withNotes = (result: object, more: number) => {
  const notes = 'notes' in result && typeof result.notes === 'number' ? result.notes : 0
  return { ...result, notes: notes + more }
}

/** What concerns the whole file. */
export const notesOf = ({ notes = [], hidden, sheets = [] }: Partial<FileFacts>, takesHidden: boolean): Reason[] => {
  if (!hidden) return notes
  const values = { count: hidden.count, lines: sayLines(hidden.lines, hidden.count, sheets) }
  return [...notes, takesHidden ? reason('imports_hidden_taken', values) : reason('imports_hidden_left', values)]
}
