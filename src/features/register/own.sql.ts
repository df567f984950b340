/** Statements by which an import changes what a centre knows itself of companies and workplaces. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Change as ImportedChange } from '../imports/imports.ts'
import { type FactName, factNames, type Facts, type Found } from './company-facts.ts'
import { asColumns, type Change, columns, type Known, numberOf, recordsOf, snake } from './register.sql.ts'
import type { OwnStored } from './settle-own.ts'

export type OwnKnown = Known & OwnStored

type Row = Omit<Known, keyof Facts> & {
  register: Record<string, unknown> | null
  own: Record<string, unknown> | null
}
const factsOf = (row: Record<string, unknown> | null) =>
  row && (Object.fromEntries(factNames.map((name) => [name, row[snake(name)] ?? null])) as Facts)

/** What the centre knows of these entities, from its own files or from the register: own before register to reach them. */
export const ownKnownOf = async (ctx: Ctx, found: readonly Found[]): Promise<OwnKnown[]> => {
  const { rows } = await sql<Row>`
    select k.id, coalesce(c.cvr, o.cvr) as cvr, coalesce(c.p_number, o.p_number) as p_number,
      o.register_changed_at, o.changed_at, o.protected_seen_at, to_jsonb(c) as register, to_jsonb(o) as own
    from company_known k
    left join company c on c.id = k.id
    left join own_place o on o.centre_id = ${ctx.centreId} and o.id = k.id
    where k.number = any(${found.map(numberOf)}) and coalesce(c.name, o.name) is not null`.execute(ctx.db)
  return rows.flatMap(({ register: registered, own: owned, ...row }) => {
    const [register, own] = [factsOf(registered), factsOf(owned)]
    const first = register ?? own
    if (!first) return []
    const reached = {
      phone: own?.phone ?? first.phone,
      email: own?.email ?? first.email,
      website: own?.website ?? first.website,
      protected: own?.protected ?? false,
      ...(register && { statusText: own?.statusText ?? null, statusSince: own?.statusSince ?? null }),
    }
    return [{ ...row, ...first, ...reached, register, own }]
  })
}

const set = sql.raw(
  columns
    .filter((name) => name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
)
const write = async (ctx: Ctx, records: readonly object[]) => {
  if (records.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into own_place as o (centre_id, ${sql.raw(columns.join(', '))})
    select ${ctx.centreId}, ${sql.raw(columns.join(', '))} from jsonb_populate_recordset(null::own_place, ${JSON.stringify(records)}::jsonb)
    on conflict (centre_id, id) do update set ${set}
    returning id`.execute(ctx.db)
  return rows
}

export const addOwn = async (ctx: Ctx, found: readonly Found[]) =>
  found.length === 0 ? [] : write(ctx, await recordsOf(ctx, found))

export const changeOwn = async (ctx: Ctx, changes: readonly Change<OwnKnown>[]) => {
  const records = changes.map(({ stored, change, registerChangedAt, sawProtection }) =>
    asColumns({
      ...stored.own,
      cvr: stored.cvr,
      ...change,
      protected: change.protected ?? stored.own?.protected ?? false,
      id: stored.id,
      kind: stored.pNumber === null ? 'company' : 'workplace',
      pNumber: stored.pNumber,
      registerChangedAt,
      changedAt: ctx.at,
      protectedSeenAt: sawProtection ? ctx.at : stored.protectedSeenAt,
    }),
  )
  await write(ctx, records)
}

/** What a person says is called, beside what files and register say; null: nothing of the kind. A place that only the register knows gets its row. */
export const writeSaidPhone = (
  ctx: Ctx,
  { id, kind, cvr, pNumber }: { id: number; kind: 'company' | 'workplace'; cvr: string; pNumber: string | null },
  phone: string | null,
) =>
  phone === null
    ? sql`update own_place set said_phone = null where centre_id = ${ctx.centreId} and id = ${id} and said_phone is not null`.execute(
        ctx.db,
      )
    : sql`
    insert into own_place (centre_id, id, kind, cvr, p_number, changed_at, said_phone)
    values (${ctx.centreId}, ${id}, ${kind}, ${cvr}, ${pNumber}, ${ctx.at}, ${phone})
    on conflict (centre_id, id) do update set said_phone = excluded.said_phone`.execute(ctx.db)

/** Nothing new is said of what only the register knows: there is no row to note it on. */
export const noteOwnVersions = async (
  ctx: Ctx,
  versions: readonly { id: number; registerChangedAt: string | null }[],
) => {
  if (versions.length === 0) return
  await sql`
    update own_place o set register_changed_at = r.register_changed_at
    from jsonb_to_recordset(${JSON.stringify(versions.map(asColumns))}::jsonb) r(id int, register_changed_at timestamptz)
    where o.centre_id = ${ctx.centreId} and o.id = r.id`.execute(ctx.db)
}

/** Without a row of its own before, the date stays empty: undo then removes the row, and the register's values show again. */
export const traceOfOwn = (ctx: Ctx, { stored, change, registerChangedAt }: Change<OwnKnown>): ImportedChange => {
  const was = stored.own ?? stored
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, was[key as FactName]]))
  const { registerChangedAt: version, protectedSeenAt } = stored
  return {
    subjectId: stored.id,
    before: asColumns({
      ...before,
      ...('cvr' in change && { cvr: stored.cvr }),
      registerChangedAt: version,
      changedAt: stored.own ? stored.changedAt : null,
      protectedSeenAt,
    }),
    after: asColumns({ ...change, registerChangedAt, changedAt: ctx.at }),
  }
}
