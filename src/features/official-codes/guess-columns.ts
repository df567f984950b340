/** What the columns of a table hold, guessed from their headings and from what stands under them: one way for every kind of file. */
import { hasCvrCheckDigit, readCvr, readPNumber } from './cvr-number.ts'
import { ofOthers, whose } from './headings.table.ts'
import { keyOf } from './key.ts'
import { readEmail } from './read-email.ts'
import { readPhone, readPhones } from './read-phone.ts'
import { readPlace } from './read-place.ts'

/** `first`: of a heading that names several things (`Adresse, postnr. og by`) the first. */
type Column = { at: number; keys: readonly string[]; first: string; told: readonly string[] }
type Cells = (cell: string) => boolean
export type ColumnWords<Field extends string> = {
  /** In the order of taking; of its words the surest first. */
  words: readonly (readonly [Field, readonly string[]])[]
  /** A heading that may mean two things is settled by what stands under it. */
  fits?: Partial<Record<Field, (told: readonly string[]) => boolean>>
  /** Columns known by what stands under them, when no heading says it; some only when there are no headings at all. */
  byCells: readonly { field: Field; fits: Cells; share?: number; onlyUnnamed?: boolean }[]
  /** What a cell that holds more beside it does not tell: a name is no name with its address after it. */
  alone?: readonly Field[]
}

/** Four of five cells that hold anything fit. */
export const mostly = (told: readonly string[], fits: Cells, share = 0.8) =>
  told.length > 0 && told.filter(fits).length >= told.length * share

/** A heading as it stands, without what is in brackets, without whose it is: looked for in this order. */
const keysOf = (name: string) => {
  const plain = keyOf(name.replace(/[([].*?[)\]]/g, ' '))
  return [...new Set([keyOf(name), plain, plain.replace(whose, '')])].filter((key) => key !== '')
}

const severalThings = /[,/+&]|\s(?:og|and|-|–)\s/
const ways: readonly string[] = ['phone', 'mobile', 'email']

export const cells = {
  cvr: (cell: string) => 'value' in readCvr(cell),
  pNumber: (cell: string) => /^1\d{9}$/.test(cell.trim()) && 'value' in readPNumber(cell),
  email: (cell: string) => readEmail(cell).value !== null,
  phone: (cell: string) => cell.replace(/\D/g, '').length >= 8 && readPhone(cell) !== null,
  place: (cell: string) => {
    const read = readPlace(cell)
    return 'value' in read && (read.value.town !== null || /^[1-9]\d{3}$/.test(cell.trim()))
  },
  /** A legal form at the end says that a name is a company's. */
  company: (cell: string) => /\s(?:aps|a\/s|i\/s|k\/s|p\/s|ivs|amba|fmba|smba|holding|kommune)\.?$/i.test(cell.trim()),
  number: (cell: string) => /^[\d\s.,-]+$/.test(cell.trim()),
} as const

export const guessColumns = <Field extends string>(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  { words, fits, byCells, alone = [] }: ColumnWords<Field>,
): Partial<Record<Field, number>> => {
  const columns = header.map(
    (name, at): Column => ({
      at,
      keys: keysOf(name),
      first: severalThings.test(name) ? keyOf(name.split(severalThings)[0] ?? '') : '',
      told: samples.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== ''),
    }),
  )
  const guessed: Partial<Record<Field, number>> = {}
  const taken = new Set<number>()
  const take = (field: Field, suits: (column: Column) => boolean) => {
    if (guessed[field] !== undefined) return
    const isTheirs = ({ keys: [name = ''] }: Column) => ways.includes(field) && ofOthers.test(name)
    const column = columns.find((one) => !taken.has(one.at) && !isTheirs(one) && suits(one))
    if (!column) return
    guessed[field] = column.at
    taken.add(column.at)
  }
  for (const which of [0, 1, 2])
    for (const [field, known] of words) {
      const settled = fits?.[field]
      for (const word of known)
        take(field, ({ keys, told }) => keys[which] === word && (told.length === 0 || !settled || settled(told)))
    }
  for (const [field, known] of words)
    if (!alone.includes(field)) take(field, ({ first }) => first !== '' && known.includes(first))
  for (const { field, fits: fit, share, onlyUnnamed } of byCells)
    take(field, ({ at, told }) => (!onlyUnnamed || isUnnamed(header[at] ?? '')) && mostly(told, fit, share))
  return guessed
}

/** Without a heading a column has a spreadsheet's letters. */
const isUnnamed = (name: string) => /^[A-Z]{0,2}$/.test(name)

const isCode = (cell: string) => /^[1-9]\d{3}(?:\s+\p{L}[^\d]*)?$/u.test(cell.trim())
/** Fields that are told by their cells; a mobile number is a number as well. */
export const kinds = {
  cvr: cells.cvr,
  pNumber: cells.pNumber,
  email: cells.email,
  phone: cells.phone,
  mobile: cells.phone,
  postalCode: isCode,
} as const

/** How the headings of such a table are told from its rows. */
export const headingsOf = (words: readonly (readonly [string, readonly string[]])[]) => {
  const known = new Set(words.flatMap(([, list]) => list))
  return {
    isHeading: (cell: string) => cell.length <= 60 && keysOf(cell).some((key) => known.has(key)),
    isData: (cell: string) => {
      const digits = cell.replace(/\D/g, '')
      if (digits.length === 8 && hasCvrCheckDigit(digits) && cells.cvr(cell)) return true
      return (
        readEmail(cell).value !== null || (digits.length >= 8 && readPhones(cell).value !== null) || cells.pNumber(cell)
      )
    },
  }
}
