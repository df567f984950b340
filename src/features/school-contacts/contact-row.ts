import { quoted, type Reason, type RowError, reason } from '../imports/imports.ts'
import { readCvr, readPhone, readPNumber, readPostalCode } from '../official-codes/official-codes.ts'
import { ownDomain } from './own-domain.ts'
import type { Columns, ContactField } from './school-contacts.schema.ts'

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
  const leftOut = (field: ContactField, why: Reason) =>
    errors.push({ line, column: header[columns[field] ?? -1] || null, reason: why, rejected: false })
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
    why: 'school_contacts_reason_phone' | 'school_contacts_reason_email',
  ) => {
    const text = cell(field)
    const value = text === '' || /^[-–0]+$/.test(text) ? null : read(text)
    if (text !== '' && !/^[-–0]+$/.test(text) && value === null) leftOut(field, reason(why, { text: quoted(text) }))
    return value
  }
  const cvr = number('cvr', readCvr)
  const pNumber = number('pNumber', readPNumber)
  const phone =
    lenient('phone', readPhone, 'school_contacts_reason_phone') ??
    lenient('mobile', readPhone, 'school_contacts_reason_phone')
  const email = lenient('email', readEmail, 'school_contacts_reason_email')
  const name = tidy(cell('name'), 200) ?? cvr ?? pNumber ?? phone ?? email
  if (name === null) {
    errors.push({ line, column: null, reason: reason('school_contacts_reason_nobody', {}), rejected: true })
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
