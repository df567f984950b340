/** A school's contact list as it was handed in: read whole, good rows and bad. */
import { errorsKept, type FileRow, type RowError } from '../imports/imports.ts'
import { type Contact, readContact } from './contact-row.ts'
import type { Columns } from './school-contacts.schema.ts'

export type ReadContacts = { contacts: Contact[]; twice: number; errors: RowError[]; rejected: number }

type Table = { rows: AsyncIterable<FileRow>; header: readonly string[]; columns: Columns }

/** Reads every row; the same row twice is one. `ownDomain` is the school's, which tells of no company. */
export const readContacts = async (
  { rows, header, columns }: Table,
  ownDomain: string | null,
): Promise<ReadContacts> => {
  const read: ReadContacts = { contacts: [], twice: 0, errors: [], rejected: 0 }
  const seen = new Set<string>()
  const note = (errors: readonly RowError[]) => {
    if (read.errors.length < errorsKept) read.errors.push(...errors)
  }
  for await (const row of rows) {
    if ('wrong' in row) {
      read.rejected += 1
      note([{ line: row.n, ...row.wrong, rejected: true }])
    }
    if (!('cells' in row)) continue
    const { contact, errors } = readContact(row.cells, row.n, columns, header, ownDomain)
    note(errors)
    if (!contact) {
      read.rejected += 1
      continue
    }
    const key = JSON.stringify({ ...contact, line: 0 })
    if (seen.has(key)) {
      read.twice += 1
      continue
    }
    seen.add(key)
    read.contacts.push(contact)
  }
  return read
}
