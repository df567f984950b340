import { type SqlBool, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Mapping } from './header-guess.ts'
import type { RowError } from './import-rows.ts'

export type ImportState = 'uploaded' | 'trying' | 'tried' | 'running' | 'done' | 'failed' | 'undone'
type Given = {
  fileId: number
  fileName: string
  format: 'register' | 'list'
  mapping: Mapping
  rowsTotal: number
  details: object
}

export const createImport = async (ctx: Ctx, given: Given): Promise<number> => {
  const { mapping, details, ...rest } = given
  const values = {
    ...rest,
    centreId: ctx.centreId,
    kind: 'companies',
    mapping: JSON.stringify(mapping),
    details: JSON.stringify(details),
    state: 'uploaded',
    personId: ctx.personId,
    uploadedAt: ctx.at,
  }
  const { id } = await ctx.db.insertInto('import').values(values).returning('id').executeTakeFirstOrThrow()
  return id
}

const imports = (ctx: Ctx) =>
  ctx.db
    .selectFrom('import as i')
    .leftJoin('person as p', 'p.id', 'i.personId')
    .leftJoin('person as u', 'u.id', 'i.undoneBy')
    .selectAll('i')
    .select(['p.name as who', 'u.name as undoneByName'])
    .where('i.centreId', '=', ctx.centreId)
    .where('i.kind', '=', 'companies')

export const findImport = (ctx: Ctx, id: number) => imports(ctx).where('i.id', '=', id).executeTakeFirst()
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>

export const pageOfImports = (ctx: Ctx, before: number | undefined, limit: number) =>
  imports(ctx)
    .$if(before !== undefined, (query) => query.where('i.id', '<', before ?? 0))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()

/** Moves an import from one of these states to another in one statement; false when it was in none of them. */
export const moveImport = async (
  ctx: Ctx,
  id: number,
  from: readonly ImportState[],
  to: ImportState,
  more: { mapping?: Mapping } = {},
) => {
  const changed = await ctx.db
    .updateTable('import')
    .set({ state: to, rowsDone: 0, failure: null, ...(more.mapping && { mapping: JSON.stringify(more.mapping) }) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('kind', '=', 'companies')
    .where('state', 'in', [...from])
    .returning('id')
    .execute()
  return changed.length > 0
}

export const noteProgress = async (ctx: Ctx, id: number, rowsDone: number) => {
  await ctx.db
    .updateTable('import')
    .set({ rowsDone })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
}

type Result = {
  state: ImportState
  created?: number
  updated?: number
  unchanged?: number
  rejected?: number
  failure?: string
  finishedAt?: string
  details?: object
}
export const finishImport = async (ctx: Ctx, id: number, { details, ...result }: Result) => {
  await ctx.db
    .updateTable('import')
    .set({
      ...result,
      rowsDone: sql<number>`rows_total`,
      ...(details && { details: sql`details || ${JSON.stringify(details)}::jsonb` }),
    })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
}

/** Takes the place of what an earlier dry run listed. */
export const listErrors = async (ctx: Ctx, importId: number, errors: readonly RowError[]) => {
  await ctx.db.deleteFrom('importError').where('centreId', '=', ctx.centreId).where('importId', '=', importId).execute()
  if (errors.length === 0) return
  const rows = errors.map(({ line, column, said, rejected }, at) => ({
    n: at + 1,
    line,
    column_name: column,
    reason_da: said.da,
    reason_en: said.en,
    rejected,
  }))
  await sql`
    insert into import_error (centre_id, import_id, n, line, column_name, reason_da, reason_en, rejected)
    select ${ctx.centreId}, ${importId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r(n int, line int, column_name text, reason_da text, reason_en text, rejected boolean)`.execute(ctx.db)
}

export const pageOfErrors = (ctx: Ctx, importId: number, after: number, limit: number) =>
  ctx.db
    .selectFrom('importError')
    .selectAll()
    .where('centreId', '=', ctx.centreId)
    .where('importId', '=', importId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()

// ---- Undo --------------------------------------------------------------------------------------------

/**
 * Companies of the import that were changed since: by a newer import of this centre, or (the stamp differs) by one of
 * another centre, whose changes this one cannot see.
 */
export const changedSince = async (ctx: Ctx, id: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from import_change ch join company c on c.id = ch.subject_id
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${id} and ch.subject = 'company'
      and (c.changed_at <> (ch.after->>'changed_at')::timestamptz
        or exists (select from import_change n join import i on i.centre_id = n.centre_id and i.id = n.import_id
                   join import me on me.centre_id = ${ctx.centreId} and me.id = ${id}
                   where n.centre_id = ${ctx.centreId} and n.subject = 'company' and n.subject_id = ch.subject_id and n.import_id <> ${id}
                     and i.state = 'done' and (i.finished_at, i.id) > (me.finished_at, me.id)))`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Companies that came with the import and that this centre has since drawn, called, booked or promised something. */
export const inUse = async (ctx: Ctx, id: number): Promise<number> => {
  const used = ['list_company', 'call', 'booking', 'visit', 'promise', 'company_link', 'call_hold', 'strike']
  const uses = sql.join(
    used.map(
      (table) =>
        sql<SqlBool>`exists (select from ${sql.table(table)} x where x.centre_id = ${ctx.centreId} and x.company_id = ch.subject_id)`,
    ),
    sql` or `,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from import_change ch
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${id} and ch.subject = 'company' and ch.before is null and (${uses})`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

const restored = [
  'cvr',
  'name',
  'street',
  'postal_code',
  'town',
  'municipality',
  'industry',
  'industry_text',
  'form_code',
  'form',
  'employees',
  'employees_from',
  'employees_to',
  'phone',
  'email',
  'website',
  'started_on',
  'closed_on',
  'status_text',
  'protected',
  'protected_seen_at',
  'register_changed_at',
  'changed_at',
]

/** Puts back what the import changed and removes what it added. */
export const takeBack = async (ctx: Ctx, id: number) => {
  const set = sql.raw(restored.map((name) => `${name} = old.${name}`).join(', '))
  await sql`
    update company c set ${set}
    from import_change ch, company was, jsonb_populate_record(was, ch.before) old
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${id} and ch.subject = 'company' and ch.before is not null
      and was.id = ch.subject_id and c.id = was.id`.execute(ctx.db)
  await sql`
    delete from company c using import_change ch
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${id} and ch.subject = 'company' and ch.before is null and c.id = ch.subject_id`.execute(
    ctx.db,
  )
}

export const markUndone = async (ctx: Ctx, id: number) => {
  await ctx.db
    .updateTable('import')
    .set({ state: 'undone', undoneAt: ctx.at, undoneBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()
}
