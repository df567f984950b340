import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Mapping } from '../register/header-guess.ts'
import type { RowError } from '../register/import-rows.ts'

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
    .leftJoin('personNamed as p', 'p.id', 'i.personId')
    .leftJoin('personNamed as u', 'u.id', 'i.undoneBy')
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
