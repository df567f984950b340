/** Front door: which companies of a list the own school's contacts are. Knows no hearing, and nothing that a school decides. */
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import { contactOpener, type ContactText } from '../school-contacts/school-contacts.ts'
import type { MatchedCompany } from './matching.schema.ts'
import { type MatchRow, pageOfMatches } from './matching.sql.ts'

export { forgetPairs, rememberPairs } from './pairs-said.sql.ts'
export { countNotCompared, resolveAllAgain, resolveContacts } from './resolve-contacts.ts'

type Matched = z.infer<typeof MatchedCompany>

const contactOf = (ours: ContactText | null): Matched['contact'] => {
  if (ours === null) return null
  const { domain: _, ...contact } = ours
  return contact
}

const valueOf = (row: MatchRow, ours: ContactText | null, by: NonNullable<MatchRow['reasons']>[number]) =>
  ({ cvr: row.cvr, 'p-number': row.pNumber, phone: row.phone, domain: ours?.domain, said: null, likeness: null })[by] ??
  ''

const matched = (row: MatchRow, ours: ContactText | null): Matched => ({
  ...{
    companyId: row.companyId,
    name: row.name,
    cvr: row.cvr,
    pNumber: row.pNumber,
    kind: row.kind,
    street: row.street,
  },
  ...{ postalCode: row.postalCode, town: row.town, employees: row.employees, industryText: row.industryText },
  ...{ phone: row.phone, email: row.email, protected: row.protected, certain: row.certain },
  reasons: (row.reasons ?? []).map((by) => ({ by, value: valueOf(row, ours, by) })),
  likely: row.likely,
  weights: (row.weights ?? []).map(([of, weight]) => ({ of, weight })),
  contact: contactOf(ours),
  moreContacts: Math.max(0, row.contacts - 1),
})

type Query = {
  cursor?: string | undefined
  limit: number
  known?: boolean | undefined
  q?: string | undefined
  only?: readonly number[] | undefined
}
/** A page of a list's companies beside the own school's contacts: those to be looked at first, then the certain, then the rest. */
export const listMatches = async (ctx: Ctx, listId: number, query: Query) => {
  const keys = readCursor(query.cursor, 2)
  const after = keys && ([Number(keys[0]), Number(keys[1])] as const)
  const rows = await pageOfMatches(ctx, listId, schoolOf(ctx), { ...query, after })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const open = contactOpener(ctx)
  return {
    rows: page.map((row) =>
      matched(row, row.contactId && row.sealed ? open({ id: row.contactId, sealed: row.sealed }) : null),
    ),
    next: rows.length > query.limit && last ? writeCursor([last.rank, last.position]) : null,
  }
}
