/** Front door: which companies of a list the own school's contacts are. Knows no hearing, and nothing that a school decides. */
import { type Ctx, schoolOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { z } from '#platform/endpoint'
import type { MatchedCompany } from './matching.schema.ts'
import { type MatchRow, pageOfMatches } from './matching.sql.ts'

export { forgetPairs, rememberPairs } from './pairs-said.sql.ts'
export { countNotCompared, resolveAllAgain, resolveContacts } from './resolve-contacts.ts'

type Matched = z.infer<typeof MatchedCompany>

const contactOf = (row: MatchRow): Matched['contact'] =>
  row.ourName === null
    ? null
    : {
        ...{ name: row.ourName, cvr: row.ourCvr, pNumber: row.ourPNumber, phone: row.ourPhone, email: row.ourEmail },
        ...{ street: row.ourStreet, postalCode: row.ourPostalCode, town: row.ourTown },
        ...{ contactPerson: row.ourPerson, knows: row.ourKnows, note: row.ourNote },
      }

const valueOf = (row: MatchRow, by: NonNullable<MatchRow['reasons']>[number]) =>
  ({ cvr: row.cvr, 'p-number': row.pNumber, phone: row.phone, domain: row.ourDomain, said: null, likeness: null })[
    by
  ] ?? ''

const matched = (row: MatchRow): Matched => ({
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
  reasons: (row.reasons ?? []).map((by) => ({ by, value: valueOf(row, by) })),
  likely: row.likely,
  weights: (row.weights ?? []).map(([of, weight]) => ({ of, weight })),
  contact: contactOf(row),
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
  return {
    rows: page.map(matched),
    next: rows.length > query.limit && last ? writeCursor([last.rank, last.position]) : null,
  }
}
