import { entriesOf } from '#platform/typed.shared'
import { cells, guessColumns, headingsOf, kinds, mostly, readIndustry } from '../official-codes/official-codes.ts'
import { companyHeadings } from './company-headings.table.ts'
import { type ColumnField, columnFields } from './company-imports.schema.ts'

/** Which column (counted from 0) holds what; a field that no column holds is left out. */
export type Mapping = Partial<Record<ColumnField, number>>

const words = columnFields.map((field) => [field, companyHeadings[field]] as const)
const isIndustry = (cell: string) => 'value' in readIndustry(cell)

/** How a table of companies is told from what stands around it. */
export const companyTable = { ...headingsOf(entriesOf(companyHeadings)), kinds }

/**
 * Guesses which column holds what from the headings, and a CVR or P-number column also from its numbers; without any headings more.
 * @param samples the first rows, by column place
 */
export const guessMapping = (header: readonly string[], samples: readonly (readonly string[])[]): Mapping =>
  guessColumns<ColumnField>(header, samples, {
    words,
    alone: ['name'],
    fits: {
      name: (told) => !mostly(told, cells.number),
      industry: (told) => mostly(told, isIndustry),
      industryText: (told) => !mostly(told, isIndustry),
    },
    byCells: [
      { field: 'cvr', fits: cells.cvr },
      { field: 'pNumber', fits: cells.pNumber },
      { field: 'email', fits: cells.email, onlyUnnamed: true },
      { field: 'phone', fits: cells.phone, onlyUnnamed: true },
      { field: 'postalCode', fits: cells.place, onlyUnnamed: true },
      { field: 'name', fits: cells.company, share: 0.4, onlyUnnamed: true },
    ],
  })
