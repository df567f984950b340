import { type Cells, cellsOf } from './csv-cells.ts'
import { namedDelimiter, sniffDelimiter } from './delimiter.ts'
import type { FileLimits } from './file-limits.ts'
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
  return { delimiter, rows: rowsOf(sample, batches, recordCutter(delimiter, limits), delimiter) }
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
