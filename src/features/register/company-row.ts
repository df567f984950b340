import { partOf } from '#platform/typed.shared'
import type { Reason } from '../imports/imports.ts'
import {
  type Read,
  readContactWays,
  readCvr,
  readIndustry,
  readMunicipality,
  readPNumber,
  readShifted,
  readStatus,
  readWhere,
} from '../official-codes/official-codes.ts'
import { type Facts, type Found, tidy } from './company-facts.ts'
import type { ColumnField } from './company-imports.schema.ts'
import type { Mapping } from './header-guess.ts'
import { reasons } from './reasons.ts'
import {
  formOf,
  readActive,
  readClosed,
  readDate,
  readEmployees,
  readInUse,
  readLeftAlone,
  readYesNo,
} from './row-values.ts'

/** Something that could not be used, and the field it stood in. */
export type Wrong = { field: ColumnField; reason: Reason }
/** `notes`: the row is good, but something in it was left out. */
export type ReadRow = { found: Found; notes: Wrong[] } | { wrong: Wrong }

type Cell = (field: ColumnField) => string
type Part = { facts: Partial<Facts>; notes: Wrong[] }

/**
 * Reads a row of somebody's list through a mapping. An empty cell says nothing, so that nothing known is wiped out by it. Which company it is,
 * that it has closed, is protected or left alone must be read, or the row is rejected; anything else that cannot be read is left out and told.
 */
export const readCompanyRow = (cells: readonly string[], mapping: Mapping, today: string): ReadRow => {
  const cell: Cell = (field) => {
    const at = mapping[field]
    const text = at === undefined ? '' : (cells[at] ?? '').trim()
    return /^[-–—]+$/.test(text) ? '' : text
  }
  const cvr = readCvr(cell('cvr'))
  if ('wrong' in cvr) return { wrong: { field: 'cvr', reason: cvr.wrong } }
  const pNumber = cell('pNumber') === '' ? { value: null } : readPNumber(cell('pNumber'))
  if ('wrong' in pNumber) return { wrong: { field: 'pNumber', reason: pNumber.wrong } }
  const guarded = readGuarded(cell)
  if ('reason' in guarded) return { wrong: guarded }
  const shifted = readShifted(cell)
  if (shifted) return { wrong: { field: 'postalCode', reason: shifted } }
  const { changedAt, ...side } = readSide(cell, today)
  const { wrong, ...where } = readWhere(cell)
  const { notes: ways, ...reach } = readContactWays(cell)
  const facts = {
    ...readWords(cell),
    ...side.facts,
    ...guarded.facts,
    ...partOf(placeOf(where), (_, value) => value !== null),
    ...partOf(reach, (_, value) => value !== null),
  }
  return {
    found: { cvr: cvr.value, pNumber: pNumber.value, changedAt, facts },
    notes: [...side.notes, ...(wrong ? [{ field: 'postalCode' as const, reason: wrong }] : []), ...ways],
  }
}

type Where = { street: string; postalCode: string | null; town: string }
const placeOf = ({ street, postalCode, town }: Where) => ({ street: tidy(street), postalCode, town: tidy(town, 80) })

const readWords = (cell: Cell): Partial<Facts> => {
  const words = (key: keyof Facts, field: ColumnField, most: number) => {
    const text = tidy(cell(field), most)
    return text === null ? {} : { [key]: text }
  }
  const status = tidy(readStatus(cell('status')), 100)
  return {
    ...words('name', 'name', 300),
    ...words('industryText', 'industryText', 300),
    ...words('website', 'website', 200),
    ...(status !== null && { statusText: status }),
    ...formOf(cell('form')),
  }
}

/** A column that is read into facts. */
const into = <Value>(
  field: ColumnField,
  read: (text: string) => Read<Value>,
  factsOf: (value: Value) => Partial<Facts>,
) => ({
  field,
  read: (text: string): Read<Partial<Facts>> => {
    const got = read(text)
    return 'wrong' in got ? got : { value: factsOf(got.value) }
  },
})

/** Overlooked, they would have somebody called who must not be. */
const guarded = [
  into('protected', readYesNo, (value) => ({ protected: value })),
  into('closedOn', readClosed, (value) => value),
  into('active', readActive, () => ({})),
  into('leftAlone', readLeftAlone, () => ({})),
  into('status', readInUse, () => ({})),
]
const readGuarded = (cell: Cell): Wrong | { facts: Partial<Facts> } => {
  const facts: Partial<Facts> = {}
  for (const { field, read } of guarded) {
    if (cell(field) === '') continue
    const got = read(cell(field))
    if ('wrong' in got) return { field, reason: got.wrong }
    Object.assign(facts, got.value)
  }
  return { facts }
}

const side = [
  into('industry', readIndustry, (industry) => ({ industry })),
  into('municipality', readMunicipality, (municipality) => ({ municipality })),
  into('startedOn', readDate, (startedOn) => (startedOn === null ? {} : { startedOn })),
  into('interval', readEmployees, (value) => partOf(value, (_, part) => part !== null)),
  into('employees', readEmployees, (value) => partOf(value, (_, part) => part !== null)),
]
const readSide = (cell: Cell, today: string): Part & { changedAt: string | null } => {
  const facts: Partial<Facts> = {}
  const notes: Wrong[] = []
  const readOne = <Value>(field: ColumnField, read: (text: string) => Read<Value>): Value | null => {
    if (cell(field) === '') return null
    const got = read(cell(field))
    if ('value' in got) return got.value
    notes.push({ field, reason: got.wrong })
    return null
  }
  for (const { field, read } of side) Object.assign(facts, readOne(field, read))
  const said = readOne('changedAt', readDate)
  const changed = said !== null && said <= today ? said : null
  // From the future it would shut out every list that comes later.
  if (said !== changed) notes.push({ field: 'changedAt', reason: reasons.future(cell('changedAt')) })
  return { facts, notes, changedAt: changed === null ? null : `${changed}T00:00:00.000Z` }
}
