/**
 * The flat answers of look-up services (`vat`, `name`, `zipcode`, `employees: "200-499"`): the keys are read as a table's headings, so that
 * every name of a column is known here too. It is not the register's own document: it sets protection and never clears it.
 */
import type { Reason } from '../imports/imports.ts'
import { type DocumentFound, type FoundRow, tidy } from './company-facts.ts'
import type { ColumnField } from './company-imports.schema.ts'
import { readCompanyRow } from './company-row.ts'
import { guessMapping } from './header-guess.ts'
import { reasons } from './reasons.ts'
import { type Json, objects, textOf } from './register-periods.ts'

type ReadFlat = DocumentFound | { wrong: Reason; column: string | null }

const bankrupt = 'UNDER KONKURS'

const cellOf = (value: unknown): string => (typeof value === 'boolean' ? String(value) : textOf(value))

/** The keys that hold a plain value, as headings over one row. */
const rowOf = (values: Json) => {
  const told = Object.entries(values).filter(([, value]) => cellOf(value) !== '')
  const keys = told.map(([key]) => key)
  const cells = told.map(([, value]) => cellOf(value))
  return { keys, cells, mapping: guessMapping(keys, [cells]) }
}

const readOne = (values: Json, today: string): FoundRow | { wrong: Reason; column: string | null } => {
  const { keys, cells, mapping } = rowOf(values)
  const keyOf = (field: ColumnField) => keys[mapping[field] ?? -1] ?? null
  const read = readCompanyRow(cells, mapping, today)
  if ('wrong' in read) return { wrong: read.wrong.reason, column: keyOf(read.wrong.field) }
  const isBankrupt = values['creditbankrupt'] === true && read.found.facts.statusText === undefined
  const facts = { ...read.found.facts, ...(isBankrupt && { statusText: bankrupt }) }
  const notes = read.notes.map(({ field, reason }) => ({ column: keyOf(field), reason }))
  return { found: { ...read.found, facts }, notes }
}

/** Whether a document is one of theirs: a number and a name at the top, under any of the headings that tables have. */
export const isFlat = (document: Json): boolean => {
  const { mapping } = rowOf(document)
  return mapping.cvr !== undefined && (mapping.name !== undefined || mapping.pNumber !== undefined)
}

/** A company, and its workplaces where they stand beside it. */
export const readFlatDocument = (document: Json, today: string): ReadFlat => {
  const company = readOne(document, today)
  if ('wrong' in company) return company
  const places = objects(document['productionunits']).flatMap((unit) => {
    const place = readOne({ ...unit, cvr: company.found.cvr }, today)
    return 'found' in place && place.found.pNumber !== null ? [place] : []
  })
  return { own: true, told: [company, ...places] }
}

/** What a look-up service says when it found nothing: that, and no company. */
export const refusalOf = (document: Json): Reason | undefined => {
  const said = tidy(document['error'], 100)
  return said === null ? undefined : reasons.lookUpRefused(said)
}
