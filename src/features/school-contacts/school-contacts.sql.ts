import { sql } from 'kysely'
import type { Ctx } from '#platform/context'

const current = (ctx: Ctx, schoolId: number) =>
  ctx.db
    .selectFrom('schoolContact as s')
    .where('s.centreId', '=', ctx.centreId)
    .where('s.schoolId', '=', schoolId)
    .where('s.replacedBy', 'is', null)

export const countContacts = async (ctx: Ctx, schoolId: number) => {
  const row = await current(ctx, schoolId).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return row.count
}

/** A school's own contacts by name; `after` is the last row's name and id. */
export const pageOfContacts = (
  ctx: Ctx,
  schoolId: number,
  wanted: { q?: string | undefined; after?: readonly [string, string] | undefined; limit: number },
) =>
  current(ctx, schoolId)
    .select([
      's.id',
      's.name',
      's.cvr',
      's.pNumber',
      's.phone',
      's.email',
      's.town',
      's.contactPerson',
      's.knows',
      's.note',
    ])
    .$if(Boolean(wanted.q), (query) =>
      query.where(
        sql<boolean>`(lower(s.name) like '%' || lower(${wanted.q ?? ''}) || '%' or s.cvr = ${wanted.q ?? ''} or lower(s.contact_person) like '%' || lower(${wanted.q ?? ''}) || '%')`,
      ),
    )
    .$if(wanted.after !== undefined, (query) =>
      query.where(
        sql<boolean>`(s.name, s.id) > (${wanted.after?.[0] ?? ''} collate "da-x-icu", ${wanted.after?.[1] ?? null}::uuid)`,
      ),
    )
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(wanted.limit + 1)
    .execute()
