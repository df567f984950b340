/** Statements that undo an import of companies, and those that say whether it may be undone. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { factNames } from './company-facts.ts'
import { snake } from './register.sql.ts'

/**
 * Companies of the import that were changed since: by a newer import of this centre, or (the stamp differs) by one of
 * another centre, whose changes this one cannot see.
 */
export const countChangedSince = async (ctx: Ctx, importId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from imported_change ch join company c on c.id = ch.subject_id
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${importId} and ch.subject = 'company'
      and (c.changed_at <> (ch.after->>'changed_at')::timestamptz
        or exists (select from imported_change n
                   where n.centre_id = ${ctx.centreId} and n.subject = 'company' and n.subject_id = ch.subject_id and n.import_id <> ${importId}
                     and n.state = 'done' and (n.finished_at, n.import_id) > (ch.finished_at, ch.import_id)))`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** Whoever points to a company, in whatever room: the database knows, so nobody can be forgotten. */
const whoPointsHere = async (ctx: Ctx): Promise<{ table: string; column: string }[]> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select r.relname::text as "table", a.attname::text as "column"
    from pg_constraint k
    join pg_class r on r.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'company'::regclass`.execute(ctx.db)
  return rows
}

/** Companies that came with the import and that this centre has since drawn, called, booked or promised something. */
export const countInUse = async (ctx: Ctx, importId: number): Promise<number> => {
  const uses = (await whoPointsHere(ctx)).map(
    ({ table, column }) =>
      sql<SqlBool>`exists (select from ${sql.table(table)} x where ${sql.ref(`x.${column}`)} = ch.subject_id)`,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from imported_change ch
    where ch.centre_id = ${ctx.centreId} and ch.import_id = ${importId} and ch.subject = 'company' and ch.before is null
      and (${sql.join(uses, sql` or `)})`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

const restored = ['cvr', ...factNames.map(snake), 'protected_seen_at', 'register_changed_at', 'changed_at']

/** Puts back what the import changed and removes what it added. */
export const takeBack = async (ctx: Ctx, importId: number) => {
  const set = sql.raw(restored.map((name) => `${name} = old.${name}`).join(', '))
  const mine = sql`ch.centre_id = ${ctx.centreId} and ch.import_id = ${importId} and ch.subject = 'company'`
  await sql`
    update company c set ${set}
    from imported_change ch, company was, jsonb_populate_record(was, ch.before) old
    where ${mine} and ch.before is not null and was.id = ch.subject_id and c.id = was.id`.execute(ctx.db)
  await sql`
    delete from company c using imported_change ch where ${mine} and ch.before is null and c.id = ch.subject_id`.execute(
    ctx.db,
  )
}
