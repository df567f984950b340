import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Contact, RowError } from './contact-row.ts'

/** Two colleagues' uploads take turns. */
export const lockContacts = (ctx: Ctx, schoolId: number) =>
  sql`select pg_advisory_xact_lock(hashtext('school_contact'), ${schoolId})`.execute(ctx.db)

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

export const schoolDomain = async (ctx: Ctx, schoolId: number) => {
  const row = await ctx.db
    .selectFrom('schoolNow')
    .select('mailDomain')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', schoolId)
    .executeTakeFirst()
  return row?.mailDomain?.toLowerCase() ?? null
}

type NewUpload = { schoolId: number; fileName: string; columns: unknown; personId: number | null; format: string }
/**
 * Numbered within the school, from a place of its own far above the other imports: a number that counts up for all would tell
 * one school how often the others hand in. The caller holds lockContacts.
 */
export const insertUpload = async (ctx: Ctx, upload: NewUpload) => {
  const { schoolId, fileName, columns, personId, format } = upload
  const { rows } = await sql<{ id: number }>`
    insert into import (id, centre_id, kind, school_id, file_name, format, mapping, state, person_id, uploaded_at, finished_at) overriding system value
    select coalesce(max(i.id), 1000000000 + (${schoolId}::int % 10000) * 100000) + 1, ${ctx.centreId}, 'contacts', ${schoolId}, ${fileName}, ${format},
      ${JSON.stringify(columns)}, 'done', ${personId}, ${ctx.at}, ${ctx.at}
    from import i where i.centre_id = ${ctx.centreId} and i.kind = 'contacts' and i.school_id = ${schoolId}
    returning id`.execute(ctx.db)
  return rows[0]?.id ?? 0
}
export const setCounts = (ctx: Ctx, id: number, counts: { created: number; unchanged: number; rejected: number }) =>
  ctx.db.updateTable('import').set(counts).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** Writes rows that do not stand there already; the ids of those that do. */
export const insertContacts = async (ctx: Ctx, schoolId: number, importId: number, contacts: readonly Contact[]) => {
  const { rows } = await sql<{ id: string }>`
    with handed_in as (
      select * from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r("line" int, "name" text, "cvr" text, "pNumber" text, "phone" text, "email" text, "domain" text,
        "street" text, "postalCode" text, "town" text, "contactPerson" text, "knows" text, "note" text)
    ), there as (
      select s.id, r.line from handed_in r join school_contact s on s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId} and s.replaced_by is null
        and s.name = r."name" collate "da-x-icu"
        and (s.cvr, s.p_number, s.phone, s.email, s.street, s.postal_code, s.town, s.contact_person, s.knows, s.note)
          is not distinct from (r."cvr", r."pNumber", r."phone", r."email", r."street", r."postalCode", r."town", r."contactPerson", r."knows", r."note")
    ), written as (
      insert into school_contact (centre_id, school_id, import_id, line, name, cvr, p_number, phone, email, domain, street, postal_code, town, contact_person, knows, note, added_at)
      select ${ctx.centreId}, ${schoolId}, ${importId}, r."line", r."name", r."cvr", r."pNumber", r."phone", r."email", r."domain", r."street", r."postalCode", r."town", r."contactPerson", r."knows", r."note", ${ctx.at}
      from handed_in r where not exists (select from there t where t.line = r."line")
    )
    select distinct on (line) id from there`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The upload takes the place of all other contacts but those it holds itself; how many. */
export const replaceOthers = async (ctx: Ctx, schoolId: number, importId: number, stays: readonly string[]) => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('schoolContact')
    .set({ replacedBy: importId })
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('replacedBy', 'is', null)
    .where(sql<boolean>`import_id is distinct from ${importId} and not (id = any(${stays}::uuid[]))`)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export const insertErrors = async (ctx: Ctx, importId: number, errors: readonly RowError[]) => {
  const rows = errors.map(({ line, column, said }, n) => ({ n, line, column, da: said.da, en: said.en }))
  await sql`insert into import_error (centre_id, import_id, n, line, column_name, reason_da, reason_en)
    select ${ctx.centreId}, ${importId}, r.n, r.line, r.column, r.da, r.en
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(n int, line int, "column" text, da text, en text)`.execute(
    ctx.db,
  )
}

const uploads = (ctx: Ctx, schoolId: number) =>
  ctx.db
    .selectFrom('import as i')
    .leftJoin('personNamed as p', 'p.id', 'i.personId')
    .select([
      'i.id',
      'i.fileName',
      'p.name as by',
      'i.uploadedAt',
      'i.created',
      'i.unchanged',
      'i.rejected',
      'i.undoneAt',
    ])
    .where('i.centreId', '=', ctx.centreId)
    .where('i.kind', '=', 'contacts')
    .where('i.schoolId', '=', schoolId)
export const findUploads = (ctx: Ctx, schoolId: number) =>
  uploads(ctx, schoolId).orderBy('i.id', 'desc').limit(100).execute()

/** Its rows go, and those it took the place of come back. */
export const takeBackUpload = async (ctx: Ctx, schoolId: number, importId: number, personId: number | null) => {
  const mine = { centreId: ctx.centreId, schoolId }
  await ctx.db
    .deleteFrom('schoolContact')
    .where('centreId', '=', mine.centreId)
    .where('schoolId', '=', mine.schoolId)
    .where('importId', '=', importId)
    .execute()
  await ctx.db
    .updateTable('schoolContact')
    .set({ replacedBy: null })
    .where('centreId', '=', mine.centreId)
    .where('schoolId', '=', mine.schoolId)
    .where('replacedBy', '=', importId)
    .execute()
  await ctx.db
    .updateTable('import')
    .set({ state: 'undone', undoneAt: ctx.at, undoneBy: personId })
    .where('centreId', '=', mine.centreId)
    .where('id', '=', importId)
    .execute()
}

export const pageOfErrors = (ctx: Ctx, importId: number, after: number, limit: number) =>
  ctx.db
    .selectFrom('importError')
    .select(['n', 'line', 'columnName as column', ctx.language === 'da' ? 'reasonDa as reason' : 'reasonEn as reason'])
    .where('centreId', '=', ctx.centreId)
    .where('importId', '=', importId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit + 1)
    .execute()
