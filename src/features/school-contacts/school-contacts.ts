/** A school's own contacts, and how they come in. */
import type { AnswerOf } from '#platform/endpoint'
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { listSchoolContacts } from './school-contacts.schema.ts'
import { type ContactText, inSlices, openContact, schoolSealing } from './contact-sealing.ts'
import { inPlainOrder } from './contact-order.ts'
import * as store from './school-contacts.sql.ts'

export { importContacts } from './contact-uploads.ts'
export { contactTable, guessColumns } from './contact-columns.ts'
export { lockContacts } from './contact-uploads.sql.ts'
export { sealOpenContacts } from './seal-contacts.ts'
export { type ContactText, inSlices } from './contact-sealing.ts'

/** Rows in a school's own list, as they stand: those that are compared, those that no key here opens, those still to be sealed. */
export const contactsNow = (ctx: Ctx) => store.contactsNow(ctx)

/** Opens contacts of the own school; null: sealed with another key. */
export const contactOpener = (ctx: Ctx): ((row: { id: string; sealed: Uint8Array }) => ContactText | null) => {
  const sealing = schoolSealing(ctx)
  return (row) => sealing && openContact(sealing, row)
}
type Query = { cursor?: string | undefined; limit: number; q?: string | undefined }
/** By name; all are opened, since nothing of a name stands in the open by which they could be ordered or sought. */
export const listContacts = async (ctx: Ctx, query: Query): Promise<AnswerOf<typeof listSchoolContacts>> => {
  schoolOf(ctx)
  const keys = readCursor(query.cursor, 2)
  const open = contactOpener(ctx)
  const rows = await store.sealedContacts(ctx)
  const texts = await inSlices(rows, open)
  const opened = rows.flatMap(({ id }, at) => {
    const text = texts[at]
    return text ? [{ id, ...text }] : []
  })
  const after = keys && { name: String(keys[0]), id: String(keys[1]) }
  const found = await inPlainOrder(opened, { q: query.q, after, limit: query.limit + 1 })
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ domain: _, street: _s, postalCode: _p, ...row }) => row),
    next: found.length > query.limit && last ? writeCursor([last.name, last.id]) : null,
  }
}
