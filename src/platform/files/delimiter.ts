import { cellsOf } from './csv-cells.ts'
import type { TextLine } from './text-lines.ts'
import { recordCutter } from './text-records.ts'

/** Danish Excel writes semicolons; where two fit equally well, the first of these wins. */
const candidates = [';', '\t', ',', '|'] as const
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
  // The last record of the sample may be cut off, so what is open at the end is left out.
  const counted = candidates.map((delimiter) => {
    const records = recordCutter(delimiter, limits)
      .push(sample)
      .filter((record) => 'problem' in record || record.text.trim() !== '')
    const rows = cellsOf(records.slice(0, rowsCompared), delimiter)
    return { delimiter, counts: rows.map((row) => ('cells' in row ? row.cells.length : 0)) }
  })
  return (
    best(counted, scoreUnder) ??
    best(counted, scoreUnderTitle) ??
    counted.find(({ counts }) => (counts[0] ?? 0) > 1)?.delimiter ??
    candidates[0]
  )
}

type Counted = { delimiter: string; counts: readonly number[] }
/** The first of those that fit best; undefined when none fits. */
const best = (counted: readonly Counted[], scoreOf: (one: Counted) => number): string | undefined => {
  let found: { delimiter: string; score: number } | undefined
  for (const one of counted) {
    const score = scoreOf(one)
    if (score > (found?.score ?? 0)) found = { delimiter: one.delimiter, score }
  }
  return found?.delimiter
}

const agreeing = (header: number, rows: readonly number[]) =>
  rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length

/** With the headings on the first row. */
const scoreUnder = ({ counts: [header = 0, ...rows] }: Counted) => (header < 2 ? 0 : header * agreeing(header, rows))

/** With a title over them, which is few cells whatever parts them. Names and a comma are no table. */
const scoreUnderTitle = ({ counts }: Counted) => {
  const top = counts.findIndex((count) => count > 2)
  if (top < 1 || top > 10) return 0
  const header = counts[top] ?? 0
  const share = agreeing(header, counts.slice(top + 1))
  return share < 0.5 ? 0 : header * share
}
