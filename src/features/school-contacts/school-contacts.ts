/** A school's own contacts, and how they come in. */
import type { AnswerOf } from '#platform/endpoint'
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { listSchoolContacts } from './school-contacts.schema.ts'
import * as store from './school-contacts.sql.ts'

export { importContacts } from './contact-uploads.ts'
export { contactTable, guessColumns } from './contact-columns.ts'

/** Rows in a school's own list, as they stand. */
export const countContacts = (ctx: Ctx, schoolId: number) => store.countContacts(ctx, schoolId)

export const listContacts = async (
  ctx: Ctx,
  query: { cursor?: string | undefined; limit: number; q?: string | undefined },
): Promise<AnswerOf<typeof listSchoolContacts>> => {
  const keys = readCursor(query.cursor, 2)
  const rows = await store.pageOfContacts(ctx, schoolOf(ctx), {
    ...query,
    after: keys && [String(keys[0]), String(keys[1])],
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? writeCursor([last.name, last.id]) : null }
}
