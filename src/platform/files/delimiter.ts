import { cellsOf } from './csv-cells.ts'
import type { TextLine } from './text-lines.ts'
import { recordCutter } from './text-records.ts'

/** Danish Excel writes semicolons; where two fit equally well, the first of these wins. */
const candidates = [';', '\t', ','] as const
const rowsCompared = 50

/** Excel's own first line `sep=;`, which it neither shows nor counts as data. */
export const namedDelimiter = (line: string): string | undefined => {
  const named = /^"?sep=(.)"?$/i.exec(line.trimEnd())?.[1]
  return named ?? (/^sep=\t/i.test(line) ? '\t' : undefined)
}

/**
 * The delimiter under which the first rows have most cells and as many as the header. One column: `;`.
 * @param sample the first physical lines
 */
export const sniffDelimiter = (
  sample: TextLine[],
  limits: { recordCharacters: number; recordLines: number },
): string => {
  let best: string = candidates[0]
  let bestScore = 0
  for (const delimiter of candidates) {
    const cutter = recordCutter(delimiter, limits)
    // The last record of the sample may be cut off, so what is open at the end is left out.
    const records = cutter.push(sample).filter((record) => 'problem' in record || record.text.trim() !== '')
    const counts = cellsOf(records.slice(0, rowsCompared), delimiter).map((row) =>
      'cells' in row ? row.cells.length : 0,
    )
    const header = counts[0] ?? 0
    const rows = counts.slice(1)
    const agreeing = rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length
    // a header that no row agrees with is still better than no columns at all
    const score = header < 2 ? 0 : header * (agreeing + 0.01)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}
