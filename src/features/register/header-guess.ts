import { keyOf, readCvr, readIndustry, readPNumber } from '../official-codes/official-codes.ts'
import { companyHeadings } from './company-headings.table.ts'
import { type ColumnField, columnFields } from './company-imports.schema.ts'

/** Which column (counted from 0) holds what; a field that no column holds is left out. */
export type Mapping = Partial<Record<ColumnField, number>>

type Column = { at: number; key: string; samples: string[] }
/** Most of the cells that hold anything fit. */
const mostly = (column: Column, fits: (cell: string) => boolean) => {
  const told = column.samples.filter((cell) => cell.trim() !== '')
  return told.length > 0 && told.filter(fits).length / told.length >= 0.8
}
const looksCvr = (cell: string) => 'value' in readCvr(cell)
const looksIndustry = (cell: string) => 'value' in readIndustry(cell)

/** A heading that may mean two things is settled by what stands under it. */
const fitsSamples = (field: ColumnField, column: Column) => {
  const empty = column.samples.every((cell) => cell.trim() === '')
  if (field === 'industry' && !empty) return mostly(column, looksIndustry)
  if (field === 'industryText' && !empty) return !mostly(column, looksIndustry)
  return true
}

/**
 * Guesses which column holds what from the headings, and a CVR or P-number column also from its numbers.
 * @param samples the first rows, by column place
 */
export const guessMapping = (header: readonly string[], samples: readonly (readonly string[])[]): Mapping => {
  const columns = header.map(
    (name, at): Column => ({ at, key: keyOf(name), samples: samples.map((row) => row[at] ?? '') }),
  )
  const mapping: Mapping = {}
  const taken = new Set<number>()
  const take = (field: ColumnField, column: Column | undefined) => {
    if (!column || mapping[field] !== undefined) return
    mapping[field] = column.at
    taken.add(column.at)
  }
  const free = (column: Column) => !taken.has(column.at)
  for (const field of columnFields)
    for (const word of companyHeadings[field])
      take(
        field,
        columns.find((column) => free(column) && column.key === word && fitsSamples(field, column)),
      )
  take(
    'cvr',
    columns.find((column) => free(column) && mostly(column, looksCvr)),
  )
  take(
    'pNumber',
    columns.find(
      (column) =>
        free(column) && mostly(column, (cell) => /^1\d{9}$/.test(cell.trim()) && 'value' in readPNumber(cell)),
    ),
  )
  return mapping
}
