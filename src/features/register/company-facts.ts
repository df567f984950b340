import type { Reason } from '../imports/imports.ts'

/** What the register says about a company or a workplace, under the names of the table's columns. Dates as `2026-11-23`. */
export type Facts = {
  name: string
  street: string | null
  postalCode: string | null
  town: string | null
  municipality: number | null
  industry: string | null
  industryText: string | null
  formCode: number | null
  form: string | null
  employees: number | null
  employeesFrom: number | null
  employeesTo: number | null
  phone: string | null
  email: string | null
  website: string | null
  startedOn: string | null
  closedOn: string | null
  statusText: string | null
  /** Since when the status stands, where the register tells. */
  statusSince: string | null
  protected: boolean
}
export type FactName = keyof Facts

/**
 * One entity read from a file. `facts` holds only what the file speaks of: a key that is not there is left as it is, a
 * null says that the register has taken the value away.
 */
export type Found = {
  cvr: string
  /** Set: a workplace (P-enhed). Null: the company itself. */
  pNumber: string | null
  /** When the register last changed this version, ISO; null in a file that does not say. */
  changedAt: string | null
  facts: Partial<Facts>
}

/** What was left out of a row, and the column or key it stood in. */
export type Left = { column: string | null; reason: Reason }
export type FoundRow = { found: Found; notes: Left[] }
/** Of a document that tells of more than one, that is not the register's own (`own`), or something of which was left out. */
export type DocumentFound = { own: boolean; told: FoundRow[] }

export const factNames = [
  'name',
  'street',
  'postalCode',
  'town',
  'municipality',
  'industry',
  'industryText',
  'formCode',
  'form',
  'employees',
  'employeesFrom',
  'employeesTo',
  'phone',
  'email',
  'website',
  'startedOn',
  'closedOn',
  'statusText',
  'statusSince',
  'protected',
] as const satisfies readonly FactName[]

/** What a centre may know better than the register of a company that stands there: how to reach it, to leave it alone, that it is over. */
export const ownFacts: readonly string[] = ['phone', 'email', 'website', 'protected', 'statusText', 'statusSince']

/** Said of a company that goes on, `standing_of` of the database reads all others (a test compares). */
export const goesOn = (status: string): boolean =>
  !/OPH.R|OPL.S|SLETTET|LUKKET|NEDLAGT|KONKURS|LIKVIDATION/i.test(status)

/** Text fit to be stored: no control characters, no half characters, single spaces, at most `most` characters; null when nothing is left. */
export const tidy = (text: unknown, most = 200): string | null => {
  if (typeof text !== 'string' && typeof text !== 'number') return null
  // PostgreSQL refuses NUL and half characters; the rest is never meant.
  const clean = String(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim()
  return clean === '' ? null : clean
}
