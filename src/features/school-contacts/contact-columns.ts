import { entriesOf } from '#platform/typed.shared'
import { keyOf, readCvr, readPhone, readPNumber } from '../official-codes/official-codes.ts'
import { contactHeadings } from './contact-columns.table.ts'
import type { Columns, ContactField } from './school-contacts.schema.ts'

type Column = { at: number; key: string; told: string[] }
/** Four of five cells that hold anything fit. */
const mostly = (column: Column, fits: (cell: string) => boolean) =>
  column.told.length > 0 && column.told.filter(fits).length >= column.told.length * 0.8

/** Columns known by what stands under them, when no heading says it. */
const byCells: readonly [ContactField, (cell: string) => boolean][] = [
  ['cvr', (cell) => 'value' in readCvr(cell)],
  ['pNumber', (cell) => /^1\d{9}$/.test(cell.trim()) && 'value' in readPNumber(cell)],
  ['email', (cell) => /^\S+@\S+\.\S+$/.test(cell.trim())],
  ['phone', (cell) => /^(\+45)?\d{8}$/.test(cell.replaceAll(' ', '')) && readPhone(cell) !== null],
]

/** What each column holds, guessed from the headings and, for numbers and addresses, from the cells. */
export const guessColumns = (header: readonly string[], samples: readonly (readonly string[])[]): Columns => {
  const columns = header.map(
    (name, at): Column => ({
      at,
      key: keyOf(name),
      told: samples.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== ''),
    }),
  )
  const guessed: Columns = {}
  const taken = new Set<number>()
  const take = (field: ContactField, column: Column | undefined) => {
    if (!column || guessed[field] !== undefined) return
    guessed[field] = column.at
    taken.add(column.at)
  }
  const free = (fits: (column: Column) => boolean) => columns.find((column) => !taken.has(column.at) && fits(column))
  for (const [field, words] of entriesOf(contactHeadings))
    for (const word of words)
      take(
        field,
        free((column) => column.key === word),
      )
  for (const [field, fits] of byCells)
    take(
      field,
      free((column) => mostly(column, fits)),
    )
  return guessed
}

/** By which a contact can be told: without any of these columns a list is of no use. */
export const tellingFields = [
  'name',
  'cvr',
  'pNumber',
  'phone',
  'mobile',
  'email',
] as const satisfies readonly ContactField[]
export const canTell = (columns: Columns) => tellingFields.some((field) => columns[field] !== undefined)
