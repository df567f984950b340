import { columnName, quoted, type Reason, type RowError, reason } from '../imports/imports.ts'
import { readContactWays, readCvr, readPNumber, readShifted, readWhere } from '../official-codes/official-codes.ts'
import { ownDomain } from './own-domain.ts'
import type { Columns, ContactField } from './school-contacts.schema.ts'

/** That a school may have in force: all are opened when one looks or seeks among them. */
export const mostContacts = 50_000

export type Contact = {
  line: number
  name: string
  cvr: string | null
  pNumber: string | null
  phone: string | null
  email: string | null
  domain: string | null
  street: string | null
  postalCode: string | null
  town: string | null
  contactPerson: string | null
  knows: string | null
  note: string | null
}

const tidy = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most) || null

/** One word in a row of many columns may be a heading between the rows. */
const standsAlone = (cells: readonly string[]) =>
  cells.length > 2 && cells.filter((cell) => cell.trim() !== '').length === 1

/** A heading that says that the last name comes first. */
const lastFirst = /(?:efternavn|lastname|last name|surname|nachname)\W+(?:fornavn|firstname|first name|vorname)/i
/** `Holm, Bo` where the heading says so; a title after a comma stays where it stands. */
const turned = (name: string, heading: string) => {
  const [last = '', first = '', more] = name.split(',')
  return lastFirst.test(heading) && more === undefined && first.trim() !== '' ? `${first.trim()} ${last.trim()}` : name
}
/** First and last name may stand in a column each. */
const personOf = (person: string, lastName: string) =>
  person.toLowerCase().endsWith(lastName.toLowerCase()) ? person : `${person} ${lastName}`

/**
 * One row of a school's list as a contact. A number that cannot be read is left out and told of, the rest of the row comes
 * in; a row that tells of nobody (no name, number, phone or e-mail) is rejected.
 */
export const readContact = (
  cells: readonly string[],
  line: number,
  columns: Columns,
  header: readonly string[],
  schoolDomain: string | null,
): { contact: Contact | null; errors: RowError[] } => {
  const errors: RowError[] = []
  const cell = (field: ContactField) => (columns[field] === undefined ? '' : (cells[columns[field]] ?? '').trim())
  const person = (field: 'contactPerson' | 'lastName') => turned(cell(field), header[columns[field] ?? -1] ?? '')
  const leftOut = (field: ContactField, why: Reason) =>
    errors.push({
      line,
      column: columns[field] === undefined ? null : columnName(header, columns[field]),
      reason: why,
      rejected: false,
    })
  const number = (field: 'cvr' | 'pNumber', read: typeof readCvr) => {
    const text = cell(field)
    if (text === '' || /^[-–0.]+$/.test(text)) return null
    const got = read(text)
    if ('value' in got) return got.value
    leftOut(field, got.wrong)
    return null
  }
  const reject = (column: string | null, why: Reason) => ({
    contact: null,
    errors: [...errors, { line, column, reason: why, rejected: true }],
  })
  const shifted = readShifted(cell)
  if (shifted) return reject(null, shifted)
  const cvr = number('cvr', readCvr)
  const pNumber = number('pNumber', readPNumber)
  const { phone, email, notes } = readContactWays(cell)
  for (const { field, reason: why } of notes) leftOut(field, why)
  const name = tidy(cell('name'), 200) ?? cvr ?? pNumber ?? phone ?? email
  if (name === null) return reject(null, reason('school_contacts_reason_nobody', {}))
  if (standsAlone(cells)) leftOut('name', reason('school_contacts_reason_alone', { text: quoted(name) }))
  const { street, postalCode, town, wrong } = readWhere(cell)
  if (wrong) leftOut('postalCode', wrong)
  return {
    contact: {
      ...{ line, name, cvr, pNumber, phone, email, domain: ownDomain(email, cell('website') || null, schoolDomain) },
      ...{ street: tidy(street, 200), postalCode, town: tidy(town, 100) },
      ...{
        contactPerson: tidy(personOf(person('contactPerson'), person('lastName')), 200),
        knows: tidy(cell('knows'), 200),
        note: tidy(cell('note'), 2000),
      },
    },
    errors,
  }
}
