import { both, quoted, type Said } from '#platform/text/said'
import * as m from '#texts'
import { readCvr, readPNumber } from '../register/cvr-number.ts'
import { readPhone, readPostalCode } from '../register/row-values.ts'
import type { Columns, ContactField } from './school-contacts.schema.ts'
import { ownDomain } from './own-domain.ts'

/** A value that was left out, or (`rejected`) a row that did not come in. */
export type RowError = { line: number; column: string | null; said: Said; rejected: boolean }
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

/** The address in lower case, also from `Bo Holm <bo@holm-koel.dk>` and the first of several; null when there is none. */
const readEmail = (text: string) =>
  /[^\s<>;,@"]+@[^\s<>;,@"]+\.[^\s<>;,@".]+/
    .exec(text)?.[0]
    .toLowerCase()
    .replace(/^mailto:/, '') ?? null

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
  const leftOut = (field: ContactField, said: Said) =>
    errors.push({ line, column: header[columns[field] ?? -1] || null, said, rejected: false })
  const number = (field: 'cvr' | 'pNumber', read: typeof readCvr) => {
    const text = cell(field)
    if (text === '' || /^[-–0.]+$/.test(text)) return null
    const got = read(text)
    if ('value' in got) return got.value
    leftOut(field, got.wrong)
    return null
  }
  const lenient = (
    field: ContactField,
    read: (text: string) => string | null,
    message: Parameters<typeof both<{ text: string }>>[0],
  ) => {
    const text = cell(field)
    const value = text === '' || /^[-–0]+$/.test(text) ? null : read(text)
    if (text !== '' && !/^[-–0]+$/.test(text) && value === null) leftOut(field, both(message, { text: quoted(text) }))
    return value
  }
  const cvr = number('cvr', readCvr)
  const pNumber = number('pNumber', readPNumber)
  const phone =
    lenient('phone', readPhone, m.school_contacts_reason_phone) ??
    lenient('mobile', readPhone, m.school_contacts_reason_phone)
  const email = lenient('email', readEmail, m.school_contacts_reason_email)
  const name = tidy(cell('name'), 200) ?? cvr ?? pNumber ?? phone ?? email
  if (name === null) {
    errors.push({ line, column: null, said: both(m.school_contacts_reason_nobody, { text: '' }), rejected: true })
    return { contact: null, errors }
  }
  const postal = readPostalCode(cell('postalCode'))
  return {
    contact: {
      ...{ line, name, cvr, pNumber, phone, email, domain: ownDomain(email, cell('website') || null, schoolDomain) },
      ...{
        street: tidy(cell('street'), 200),
        postalCode: 'value' in postal ? postal.value : null,
        town: tidy(cell('town'), 100),
      },
      ...{
        contactPerson: tidy(cell('contactPerson'), 200),
        knows: tidy(cell('knows'), 200),
        note: tidy(cell('note'), 2000),
      },
    },
    errors,
  }
}
