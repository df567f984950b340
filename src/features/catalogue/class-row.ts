import {
  readAddress,
  readAmount,
  readAmounts,
  readCount,
  readDay,
  readHours,
  readYesNo,
  type Read,
} from './class-values.ts'
import type { Reason } from '../imports/imports.ts'
import { readWhere } from '../official-codes/official-codes.ts'
import { reasons } from './reasons.ts'

/** A class as the portal's file has it. */
export type FoundClass = {
  line: number
  quickNumber: string
  provider: { institution: string; name: string; website: string | null }
  course: { kind: string; code: string }
  facts: ClassFacts
}
/** The columns of the table that a file speaks of; amounts in kroner, dates as `2026-08-10`. */
export type ClassFacts = {
  title: string
  startsOn: string
  endsOn: string
  signUpBy: string | null
  street: string | null
  postalCode: string | null
  town: string | null
  teaching: string | null
  hours: string | null
  days: number | null
  price: number | null
  extra: number | null
  minimum: number | null
  capacity: number | null
  enrolled: number
  guaranteed: boolean
  open: boolean
  cancelled: boolean
  link: string | null
}
export type ClassError = { line: number; column: string | null; reason: Reason }

/** Without these a row cannot be told from others, nor placed in time. */
export const neededColumns = ['kviknummer', 'holdTitle', 'institution', 'startDate', 'link'] as const

export const otherColumns = [
  'aabent',
  'aflyst',
  'antalUndervisningsdage',
  'currentParticipantAmount',
  'duration',
  'endDate',
  'garantiKursus',
  'hjemmeside',
  'lokationGade',
  'lokationPostNr',
  'lokationSted',
  'minimumParticipants',
  'normpris',
  'participantCapacity',
  'tillaegspris',
  'tilmeldingsFrist',
  'undervisningsform',
  'undervisningstidspunkt',
] as const

type Cell = (column: string) => string
type Wrong = (column: string, reason: Reason) => void

const words = (text: string, most: number) => (text === '' ? null : text.replace(/\s+/g, ' ').slice(0, most))

/** The course stands only in the link: `…/uddannelser/amu/…?subject_code=22906&type=amu&kviknummer=…`. */
const courseOf = (link: string): { kind: string; code: string } | null => {
  const url = URL.parse(link)
  const code = url?.searchParams.get('subject_code')?.trim() ?? ''
  const kind = url?.searchParams.get('type') ?? /\/uddannelser\/([a-z]+)\//i.exec(url?.pathname ?? '')?.[1] ?? ''
  return /^[\dA-Za-zÆØÅæøå-]{1,20}$/.test(code) && /^[a-zæøå-]{2,20}$/i.test(kind)
    ? { code, kind: kind.toUpperCase() }
    : null
}

/** The same reading of code and town as everywhere; a code that is none stays as it stands. */
const whereOf = (cell: Cell) => {
  const columns = { street: 'lokationGade', postalCode: 'lokationPostNr', town: 'lokationSted' } as const
  const { postalCode, town } = readWhere((field) => cell(columns[field]))
  return { postalCode: postalCode ?? words(cell('lokationPostNr'), 20), town: words(town, 100) }
}

const numbersOf = (cell: Cell, take: <T>(column: string, read: Read<T>) => T | null) => ({
  days: take('duration', readAmount(cell('antalUndervisningsdage') || cell('duration'))),
  price: take('normpris', readAmount(cell('normpris'))),
  extra: take('tillaegspris', readAmounts(cell('tillaegspris'))),
  minimum: take('minimumParticipants', readCount(cell('minimumParticipants'))),
  capacity: take('participantCapacity', readCount(cell('participantCapacity'))),
  enrolled: take('currentParticipantAmount', readCount(cell('currentParticipantAmount'))) ?? 0,
  guaranteed: take('garantiKursus', readYesNo(cell('garantiKursus'))) ?? false,
  open: take('aabent', readYesNo(cell('aabent'))) ?? false,
  cancelled: take('aflyst', readYesNo(cell('aflyst'))) ?? false,
})

const identityOf = (cell: Cell, wrong: Wrong) => {
  for (const column of neededColumns) if (cell(column) === '') wrong(column, reasons.empty())
  const quickNumber = cell('kviknummer')
  // The first six characters are the institution's number: mostly digits, but A04441 occurs.
  if (quickNumber !== '' && !/^[\dA-Za-z]{6}\S{1,54}$/.test(quickNumber))
    wrong('kviknummer', reasons.quickNumber(quickNumber))
  const course = courseOf(cell('link'))
  if (!course && cell('link') !== '') wrong('link', reasons.noCourse())
  const website = cell('hjemmeside') === '' ? null : readAddress(cell('hjemmeside'))
  const provider = {
    institution: quickNumber.slice(0, 6).toUpperCase(),
    name: words(cell('institution'), 200) ?? '',
    website,
  }
  return { quickNumber, course, provider }
}

/** One row: the class it tells of, or everything that is wrong with it. */
export const readClass = (line: number, cell: Cell): FoundClass | { errors: ClassError[] } => {
  const errors: ClassError[] = []
  const wrong: Wrong = (column, reason) => errors.push({ line, column, reason })
  const take = <T>(column: string, read: Read<T>): T | null => {
    if ('value' in read) return read.value
    wrong(column, read.wrong)
    return null
  }
  const { quickNumber, course, provider } = identityOf(cell, wrong)
  const numbers = numbersOf(cell, take)
  const startsOn = take('startDate', readDay(cell('startDate')))
  const endsOn = take('endDate', readDay(cell('endDate'))) ?? startsOn
  const signUpBy = take('tilmeldingsFrist', readDay(cell('tilmeldingsFrist')))
  if (startsOn && endsOn && endsOn < startsOn) wrong('endDate', reasons.endsFirst(startsOn, endsOn))
  if (errors.length > 0 || !startsOn || !endsOn || !course) return { errors }
  const facts: ClassFacts = {
    title: words(cell('holdTitle'), 300) ?? '',
    startsOn,
    endsOn,
    signUpBy,
    street: words(cell('lokationGade'), 200),
    ...whereOf(cell),
    teaching: words(cell('undervisningsform'), 100),
    hours: readHours(cell('undervisningstidspunkt')),
    ...numbers,
    link: readAddress(cell('link')),
  }
  return { line, quickNumber, provider, course, facts }
}
