import { partOf } from '#platform/typed.shared'
import type { Reason } from '../imports/imports.ts'
import {
  municipalityCode,
  type Read,
  readCvr,
  readIndustry,
  readPhone,
  readPNumber,
  readPostalCode,
} from '../official-codes/official-codes.ts'
import { type Facts, type Found, tidy } from './company-facts.ts'
import type { ColumnField } from './company-imports.schema.ts'
import type { Mapping } from './header-guess.ts'
import { reasons } from './reasons.ts'
import { formOf, readDate, readEmployees, readYesNo } from './row-values.ts'

/** Something that could not be used, and the field it stood in. */
export type Wrong = { field: ColumnField; reason: Reason }
/** `notes`: the row is good, but a phone or mail in it was left out. */
export type ReadRow = { found: Found; notes: Wrong[] } | { wrong: Wrong }

type Cell = (field: ColumnField) => string

/**
 * Reads a row of somebody's list through a mapping. An empty cell says nothing, so that nothing known is wiped out by it.
 * Numbers and codes that cannot be read reject the row; a phone or mail that cannot be read is left out and told.
 */
export const readCompanyRow = (cells: readonly string[], mapping: Mapping): ReadRow => {
  const cell: Cell = (field) => {
    const at = mapping[field]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const cvr = readCvr(cell('cvr'))
  if ('wrong' in cvr) return { wrong: { field: 'cvr', reason: cvr.wrong } }
  const pNumber = cell('pNumber') === '' ? { value: null } : readPNumber(cell('pNumber'))
  if ('wrong' in pNumber) return { wrong: { field: 'pNumber', reason: pNumber.wrong } }
  const coded = readCoded(cell)
  if ('reason' in coded) return { wrong: coded }
  const changed = cell('changedAt') === '' ? { value: null } : readDate(cell('changedAt'))
  if ('wrong' in changed) return { wrong: { field: 'changedAt', reason: changed.wrong } }
  const contacts = readContacts(cell)
  const changedAt = changed.value === null ? null : `${changed.value}T00:00:00.000Z`
  const facts = { ...readWords(cell), ...coded.facts, ...contacts.facts }
  return { found: { cvr: cvr.value, pNumber: pNumber.value, changedAt, facts }, notes: contacts.notes }
}

const readWords = (cell: Cell): Partial<Facts> => {
  const words = (key: keyof Facts, field: ColumnField, most: number) => {
    const text = tidy(cell(field), most)
    return text === null ? {} : { [key]: text }
  }
  const municipality = municipalityCode(cell('municipality'))
  return {
    ...words('name', 'name', 300),
    ...words('street', 'street', 200),
    ...words('town', 'town', 80),
    ...words('industryText', 'industryText', 300),
    ...words('statusText', 'status', 100),
    ...words('website', 'website', 200),
    ...(municipality !== null && { municipality }),
    ...formOf(cell('form')),
  }
}

/** A column that is read into the fact of the same name. */
const into = <Name extends keyof Facts & ColumnField>(field: Name, read: (text: string) => Read<Facts[Name]>) => ({
  field,
  read: (text: string): Read<Partial<Facts>> => {
    const got = read(text)
    return 'wrong' in got ? got : { value: got.value === null ? {} : { [field]: got.value } }
  },
})
const coded = [
  into('industry', readIndustry),
  into('postalCode', readPostalCode),
  into('startedOn', readDate),
  into('closedOn', readDate),
  into('protected', readYesNo),
]

const readCoded = (cell: Cell): Wrong | { facts: Partial<Facts> } => {
  const facts: Partial<Facts> = {}
  for (const { field, read } of coded) {
    if (cell(field) === '') continue
    const got = read(cell(field))
    if ('wrong' in got) return { field, reason: got.wrong }
    Object.assign(facts, got.value)
  }
  for (const field of ['interval', 'employees'] as const) {
    if (cell(field) === '') continue
    const got = readEmployees(cell(field))
    if ('wrong' in got) return { field, reason: got.wrong }
    Object.assign(
      facts,
      partOf(got.value, (_, value) => value !== null),
    )
  }
  return { facts }
}

const readContacts = (cell: Cell): { facts: Partial<Facts>; notes: Wrong[] } => {
  const facts: Partial<Facts> = {}
  const notes: Wrong[] = []
  const phone = cell('phone')
  // Two numbers in one cell are common; the first is meant to be called.
  const first = phone
    .split(/\s*(?:[/,;]|eller)\s*/i)
    .map(readPhone)
    .find((number) => number !== null)
  if (first) facts.phone = first
  else if (phone !== '') notes.push({ field: 'phone', reason: reasons.phoneLeftOut(phone) })
  const email = cell('email').toLowerCase()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 200) facts.email = email
  else if (email !== '') notes.push({ field: 'email', reason: reasons.emailLeftOut(email) })
  return { facts, notes }
}
