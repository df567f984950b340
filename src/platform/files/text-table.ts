import { type Cells, cellsOf } from './csv-cells.ts'
import { namedDelimiter, sniffDelimiter } from './delimiter.ts'
import type { FileLimits } from './file-limits.ts'
import { FileStopped } from './file-problem.ts'
import { keptOpen } from './read-ahead.ts'
import { type TextLine, linesOf } from './text-lines.ts'
import { type BadRecord, type RecordCutter, recordCutter } from './text-records.ts'

/** All rows of a text table, the header among them, as they stand in the file. */
export type RawTable = { delimiter: string; rows: AsyncGenerator<(Cells | BadRecord)[]> }

const sampleLines = 200

/** Reads some lines ahead to find the delimiter, then gives the rows in batches. */
export const readTextTable = async (text: AsyncIterable<string>, limits: FileLimits): Promise<RawTable> => {
  const batches = linesOf(text, limits.recordCharacters)
  const sample: TextLine[] = []
  for await (const lines of keptOpen(batches)) {
    for (const line of lines) sample.push(line)
    if (sample.length >= sampleLines) break
  }
  const named = namedDelimiter(sample[0]?.text ?? '')
  if (named !== undefined) sample.shift()
  const delimiter = named ?? sniffDelimiter(sample.slice(0, sampleLines), limits)
  if (isFixedWidth(sample, delimiter)) {
    await batches.return(undefined)
    throw new FileStopped({ code: 'file-of-fixed-width' })
  }
  return { delimiter, rows: rowsOf(sample, batches, recordCutter(delimiter, limits), delimiter) }
}

/** Columns made by spaces, as old programs print them: in most lines three words or more stand far apart, and no sign parts them. */
const isFixedWidth = (lines: readonly TextLine[], delimiter: string) => {
  const written = lines.filter(({ text }) => /[\p{L}\d]/u.test(text))
  const apart = written.filter(({ text }) => (text.match(/\S {2,}(?=\S)/g) ?? []).length > 1)
  const parted = written.filter(({ text }) => text.split(delimiter).length > 2)
  return written.length > 2 && apart.length >= written.length * 0.6 && parted.length < written.length * 0.4
}

async function* rowsOf(
  sample: TextLine[],
  batches: AsyncGenerator<TextLine[]>,
  cutter: RecordCutter,
  delimiter: string,
): AsyncGenerator<(Cells | BadRecord)[]> {
  try {
    yield cellsOf(cutter.push(sample), delimiter)
    for await (const lines of batches) yield cellsOf(cutter.push(lines), delimiter)
    yield cellsOf(cutter.end(), delimiter)
  } finally {
    await batches.return(undefined)
  }
}
