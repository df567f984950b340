import { sql } from 'kysely'
import type { HouseCtx } from '#platform/context'
import { keysOf } from '#platform/typed.shared'
import { factNames, type Facts, type Found } from './company-facts.ts'
import type { Change as ImportedChange } from '../imports/imports.ts'
import type { Stored } from './settle.ts'

/**
 * The statements by which an import changes the register, each for some hundred rows at once. They stand under one lock, so
 * that what was read is still so when it is written.
 */
export const lockRegister = async (ctx: HouseCtx) => {
  // Waiting for another import, and writing a big one, may take longer than a page's statement may.
  await sql`set local statement_timeout = 0`.execute(ctx.db)
  await sql`select pg_advisory_xact_lock(hashtext('company register'), 0)`.execute(ctx.db)
}

export const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Keys as columns, for jsonb_populate_record. */
export const asColumns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))

const factColumns = sql.raw(factNames.map((name) => `c.${snake(name)}`).join(', '))
export type Known = Stored & { pNumber: string | null; changedAt: string; protectedSeenAt: string | null }

/** The rows of these entities in the register. */
export const knownOf = async (ctx: HouseCtx, found: readonly Found[]): Promise<Known[]> => {
  const cvrs = found.filter((one) => one.pNumber === null).map((one) => one.cvr)
  const pNumbers = found.flatMap((one) => one.pNumber ?? [])
  const { rows } = await sql<Known>`
    select c.id, c.cvr, c.p_number, c.register_changed_at, c.changed_at, c.protected_seen_at, ${factColumns} from company c where c.kind = 'company' and c.cvr = any(${cvrs})
    union all
    select c.id, c.cvr, c.p_number, c.register_changed_at, c.changed_at, c.protected_seen_at, ${factColumns} from company c where c.p_number = any(${pNumbers})`.execute(
    ctx.db,
  )
  return rows
}

/** Whatever an import writes of a row. */
export const columns = [
  ...['id', 'kind', 'cvr', 'p_number'],
  ...factNames.map(snake),
  ...['protected_seen_at', 'register_changed_at', 'changed_at'],
]
const additionColumns = sql.raw(columns.join(', '))

/** The number by which all rooms know an entity, whoever names it first: the register's own number for it, and ours. */
export const numberOf = ({ cvr, pNumber }: Pick<Found, 'cvr' | 'pNumber'>) => pNumber ?? cvr

const numberPlaces = async (ctx: HouseCtx, found: readonly Found[]): Promise<Map<string, number>> => {
  const numbers = found.map(numberOf)
  await sql`
    insert into company_known (number)
    select n from unnest(${numbers}::text[]) n where not exists (select from company_known k where k.number = n)
    on conflict do nothing`.execute(ctx.db)
  const { rows } = await sql<{ id: number; number: string }>`
    select id, number from company_known where number = any(${numbers})`.execute(ctx.db)
  return new Map(rows.map(({ id, number }) => [number, id]))
}

/** New rows, under the columns' names. */
export const recordsOf = async (ctx: HouseCtx, found: readonly Found[]) => {
  const ids = await numberPlaces(ctx, found)
  return found.map(({ cvr, pNumber, changedAt, facts }) =>
    asColumns({
      ...facts,
      id: ids.get(numberOf({ cvr, pNumber })),
      protected: facts.protected ?? false,
      protectedSeenAt: facts.protected === undefined ? null : ctx.at,
      kind: pNumber === null ? 'company' : 'workplace',
      cvr,
      pNumber,
      registerChangedAt: changedAt,
      changedAt: ctx.at,
    }),
  )
}

/** Adds entities the register did not have; gives their numbers. */
export const addCompanies = async (ctx: HouseCtx, found: readonly Found[]): Promise<{ id: number }[]> => {
  if (found.length === 0) return []
  const records = await recordsOf(ctx, found)
  const { rows } = await sql<{ id: number }>`
    insert into company (${additionColumns})
    select ${additionColumns} from jsonb_populate_recordset(null::company, ${JSON.stringify(records)}::jsonb)
    returning id`.execute(ctx.db)
  return rows
}

export type Change<K extends Known = Known> = {
  stored: K
  change: Partial<Facts & { cvr: string }>
  registerChangedAt: string | null
  sawProtection: boolean
}

const changed = sql.raw(
  ['cvr', ...factNames.map(snake), 'register_changed_at', 'changed_at'].map((name) => `${name} = r.${name}`).join(', '),
)

/** Writes changed entities. */
export const changeCompanies = async (ctx: HouseCtx, changes: readonly Change[]) => {
  if (changes.length === 0) return
  const records = changes.map(({ stored, change, registerChangedAt, sawProtection }) =>
    asColumns({
      ...stored,
      ...change,
      registerChangedAt,
      changedAt: ctx.at,
      protectedSeenAt: sawProtection ? ctx.at : null,
    }),
  )
  await sql`
    update company c set ${changed}, protected_seen_at = coalesce(r.protected_seen_at, c.protected_seen_at)
    from jsonb_populate_recordset(null::company, ${JSON.stringify(records)}::jsonb) r where c.id = r.id`.execute(ctx.db)
}

/** A newer version that says the same: only the version is noted, so that one between the two cannot win later. */
export const noteVersions = async (
  ctx: HouseCtx,
  versions: readonly { id: number; registerChangedAt: string | null }[],
) => {
  if (versions.length === 0) return
  await sql`
    update company c set register_changed_at = r.register_changed_at
    from jsonb_to_recordset(${JSON.stringify(versions.map(asColumns))}::jsonb) r(id int, register_changed_at timestamptz)
    where c.id = r.id`.execute(ctx.db)
}

/** Before and after of one change, under the columns' names; dates of the record go along, so that undo restores them. */
export const traceOf = (ctx: HouseCtx, { stored, change, registerChangedAt }: Change): ImportedChange => {
  const keys = keysOf(change)
  const before = Object.fromEntries(keys.map((key) => [key, stored[key]]))
  return {
    subjectId: stored.id,
    before: asColumns({
      ...before,
      registerChangedAt: stored.registerChangedAt,
      changedAt: stored.changedAt,
      protectedSeenAt: stored.protectedSeenAt,
    }),
    after: asColumns({ ...change, registerChangedAt, changedAt: ctx.at }),
  }
}
