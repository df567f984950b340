import { type Selectable, sql } from 'kysely'
import type { Import } from '../../../db/types.ts'
import type { Ctx } from '#platform/context'
import type { ProblemCode } from '#platform/errors'
import type { FileFacts, ImportReader, Mapping, RowError } from './reader.ts'
import { type Reason, reason } from '#platform/reason'
import type { SchoolSealing } from '#platform/sealing'
import type { Taken } from './take.ts'

export type ImportState = 'uploaded' | 'trying' | 'tried' | 'running' | 'done' | 'failed' | 'undone'
/** What every reader tells of what it did; further counts are its own. */
type Counts = {
  fields?: Record<string, number>
  warnings?: { field: string; percent: number }[]
  stayed?: number
  notes?: number
  told?: Reason[]
}
type Told = Partial<FileFacts> & { options?: unknown; takesHidden?: boolean; result?: Counts }
export type ImportRow = Omit<Selectable<Import>, 'state' | 'failure' | 'mapping' | 'details'> & {
  state: ImportState
  failure: ProblemCode | null
  mapping: Mapping | null
  details: Told
  who: string | null
  undoneByName: string | null
}

/** A school's own file is sealed with the school's key wherever something of it lies: pieces that wait, why a row did not come in. Null: it is the centre's. */
export const ownSealing = (ctx: Ctx, { ofSchool }: Pick<ImportReader, 'ofSchool'>): SchoolSealing | null => {
  if (!ofSchool) return null
  // Its room refuses the file where there is no key, in a sentence.
  if (ctx.schoolId === null || !ctx.house.sealing) throw new Error("A school's own file came in without a key.")
  return ctx.house.sealing.ofSchool(ctx.centreId, ctx.schoolId)
}

/** To read with. Null: the centre's own, or no key to open it with. */
export const readingSealing = (ctx: Ctx, reader: Pick<ImportReader, 'ofSchool'>): SchoolSealing | null =>
  reader.ofSchool && ctx.schoolId !== null && !ctx.house.sealing ? null : ownSealing(ctx, reader)

/** Whose imports, of which kind. */
export type Kind = Pick<ImportReader, 'kind' | 'ofSchool'>
const schoolOfKind = (ctx: Ctx, { ofSchool }: Kind) => (ofSchool ? ctx.schoolId : null)

/**
 * Notes an import. A school's are numbered within the school, from a place of its own far above the others: a number that
 * counts up for all would tell one school how often the others hand in. For those the caller holds the kind's lock.
 */
export const createImport = async (
  ctx: Ctx,
  reader: Kind,
  taken: Taken,
  { state, options, takesHidden = false }: { state: ImportState; options?: unknown; takesHidden?: boolean },
): Promise<number> => {
  const schoolId = schoolOfKind(ctx, reader)
  const { facts: told, mapping, ...rest } = taken
  // Nothing that stands in a school's own file is kept with the import.
  const facts = reader.ofSchool ? {} : told
  const values = {
    ...rest,
    centreId: ctx.centreId,
    kind: reader.kind,
    schoolId,
    mapping: JSON.stringify(mapping),
    details: JSON.stringify({ ...facts, ...(options !== undefined && { options }), takesHidden }),
    state,
    personId: ctx.personId,
    uploadedAt: ctx.at,
  }
  const numbered = ctx.db.insertInto('import').returning('id')
  const { id } = await (schoolId === null
    ? numbered.values(values)
    : numbered.values({ ...values, id: await nextOfSchool(ctx, reader, schoolId) })
  ).executeTakeFirstOrThrow()
  return id
}

const nextOfSchool = async (ctx: Ctx, { kind }: Kind, schoolId: number) => {
  const { last } = await ctx.db
    .selectFrom('import')
    .select((eb) => eb.fn.max('id').as('last'))
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('schoolId', '=', schoolId)
    .executeTakeFirstOrThrow()
  return (last ?? 1_000_000_000 + (schoolId % 10_000) * 100_000) + 1
}

const importsOf = (ctx: Ctx, reader: Kind) =>
  ctx.db
    .selectFrom('import as i')
    .leftJoin('personNamed as p', 'p.id', 'i.personId')
    .leftJoin('personNamed as u', 'u.id', 'i.undoneBy')
    .selectAll('i')
    .select(['p.name as who', 'u.name as undoneByName'])
    .$castTo<ImportRow>()
    .where('i.centreId', '=', ctx.centreId)
    .where('i.kind', '=', reader.kind)
    .where('i.schoolId', 'is not distinct from', schoolOfKind(ctx, reader))

export const findImport = (ctx: Ctx, reader: Kind, id: number) =>
  importsOf(ctx, reader).where('i.id', '=', id).executeTakeFirst()

export const pageOfImports = (ctx: Ctx, reader: Kind, before: number | undefined, limit: number) =>
  importsOf(ctx, reader)
    .$if(before !== undefined, (query) => query.where('i.id', '<', before ?? 0))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()

const one = (ctx: Ctx, id: number) =>
  ctx.db.updateTable('import').where('centreId', '=', ctx.centreId).where('id', '=', id)

/** Moves an import from one of these states to another in one statement; false when it was in none of them. */
export const moveImport = async (
  ctx: Ctx,
  id: number,
  from: readonly ImportState[],
  to: ImportState,
  { mapping, takesHidden }: { mapping: Mapping; takesHidden: boolean },
) => {
  const { numUpdatedRows } = await one(ctx, id)
    .set({
      ...{ state: to, rowsDone: 0, failure: null, mapping: JSON.stringify(mapping) },
      details: sql`details || ${JSON.stringify({ takesHidden })}::jsonb`,
    })
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Only while it works: what a run that was given up still tells must not stand on one that is over. */
export const noteProgress = (ctx: Ctx, id: number, rowsDone: number) =>
  one(ctx, id).set({ rowsDone }).where('state', 'in', ['trying', 'running']).execute()

type Result = {
  created: number
  updated: number
  unchanged: number
  rejected: number
  result: object
  finishedAt: string | null
}
export const finishImport = async (ctx: Ctx, id: number, state: 'tried' | 'done', { result, ...found }: Result) => {
  await one(ctx, id)
    .set({
      ...found,
      state,
      rowsDone: sql<number>`rows_total`,
      details: sql`details || ${JSON.stringify({ result })}::jsonb`,
    })
    .execute()
}

/** Says why nothing was changed; what is over meanwhile stays as it is. */
export const failImport = (ctx: Ctx, id: number, working: ImportState, failure: string) =>
  one(ctx, id).set({ state: 'failed', failure, finishedAt: ctx.at }).where('state', '=', working).execute()

export const markUndone = (ctx: Ctx, id: number) =>
  one(ctx, id).set({ state: 'undone', undoneAt: ctx.at, undoneBy: ctx.personId }).execute()

type Quoted = Pick<RowError, 'column'> & Pick<Reason, 'values'>
const aboutError = (importId: number, n: number) => `import_error/${importId}/${n}`

/** Takes the place of what an earlier dry run listed. What is said quotes the file: of a school's own it is sealed. */
export const listErrors = async (
  ctx: Ctx,
  importId: number,
  errors: readonly RowError[],
  sealing: SchoolSealing | null,
) => {
  await ctx.db.deleteFrom('importError').where('centreId', '=', ctx.centreId).where('importId', '=', importId).execute()
  if (errors.length === 0) return
  const rows = errors.map(({ line, column, reason: { code, values }, rejected }, at) => {
    const [n, quoted]: [number, Quoted] = [at + 1, { column, values }]
    return {
      ...{ n, line, code, rejected },
      column_name: sealing ? null : column,
      said_values: sealing ? {} : values,
      sealed: sealing?.seal(JSON.stringify(quoted), aboutError(importId, n)).toString('base64') ?? null,
    }
  })
  await sql`
    insert into import_error (centre_id, import_id, n, line, column_name, code, said_values, rejected, sealed)
    select ${ctx.centreId}, ${importId}, r.n, r.line, r.column_name, r.code, r.said_values, r.rejected, decode(r.sealed, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r(n int, line int, column_name text, code text, said_values jsonb, rejected boolean, sealed text)`.execute(ctx.db)
}

export const pageOfErrors = async (
  ctx: Ctx,
  importId: number,
  { after, limit }: { after: number; limit: number },
  sealing: SchoolSealing | null,
) => {
  const rows = await ctx.db
    .selectFrom('importError')
    .select(['n', 'line', 'columnName as column', 'code', 'saidValues as values', 'rejected', 'sealed'])
    .$narrowType<{ values: Reason['values'] }>()
    .where('centreId', '=', ctx.centreId)
    .where('importId', '=', importId)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map(({ code, values, sealed, column, ...row }) => {
    if (sealed === null) return { ...row, column, reason: { code, values } }
    const text = sealing?.unseal(sealed, aboutError(importId, row.n)) ?? null
    if (text === null) return { ...row, column, reason: reason('imports_sealed', {}) }
    const quoted = JSON.parse(text) as Quoted
    return { ...row, column: quoted.column, reason: { code, values: quoted.values } }
  })
}

/** Imports of the own school whose errors stand in the open, of before they were sealed. */
export const importsInTheOpen = async (ctx: Ctx, schoolId: number, limit: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select distinct i.id from import i join import_error e on e.centre_id = i.centre_id and e.import_id = i.id
    where i.centre_id = ${ctx.centreId} and i.school_id = ${schoolId} and e.sealed is null order by i.id limit ${limit}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

/** All of the kind that stand are over: nothing of them is left to be undone, and why rows did not come in and what their files quote is forgotten. */
export const endImports = async (ctx: Ctx, { kind }: Kind, schoolId: number) => {
  await sql`with ended as (
      update import set undone_at = coalesce(undone_at, ${ctx.at}), undone_by = coalesce(undone_by, ${ctx.personId}::int), state = 'undone',
        details = details - 'header' - 'sample' - 'notes' - 'sheets' - 'reading'
      where centre_id = ${ctx.centreId} and kind = ${kind} and school_id = ${schoolId} returning id
    ) delete from import_error e using ended where e.centre_id = ${ctx.centreId} and e.import_id = ended.id`.execute(
    ctx.db,
  )
}

/** Why rows did not come in, or what a file quotes. */
export const anythingKept = async (ctx: Ctx, { kind }: Kind, schoolId: number): Promise<boolean> => {
  const { rows } =
    await sql`select from import i where i.centre_id = ${ctx.centreId} and i.kind = ${kind} and i.school_id = ${schoolId}
      and (exists (select from import_error e where e.centre_id = i.centre_id and e.import_id = i.id) or i.details ?| array['header', 'sample', 'notes', 'sheets', 'reading'])
    limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** What an import did to one row; `before` null: it added it. */
export type Change = { subjectId: number; before: object | null; after: object }

/** Keeps what an import did, so that all of it can be undone; a row touched twice keeps its first `before`. */
export const noteChanges = async (ctx: Ctx, importId: number, subject: string, changes: readonly Change[]) => {
  if (changes.length === 0) return
  const rows = changes.map(({ subjectId, before, after }) => ({ subject_id: subjectId, before, after }))
  await sql`
    insert into import_change (centre_id, import_id, subject, subject_id, before, after)
    select ${ctx.centreId}, ${importId}, ${subject}, r.subject_id, r.before, r.after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(subject_id int, before jsonb, after jsonb)
    on conflict (centre_id, import_id, subject, subject_id) do update
      set before = excluded.before || import_change.before, after = import_change.after || excluded.after`.execute(
    ctx.db,
  )
}
