/** Statements that undo an import of companies, and those that say whether it may be undone. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'
import { factNames } from './company-facts.ts'
import { snake } from './register.sql.ts'

const changesOf = (ctx: Ctx, importId: number, subject: 'company' | 'own-place') =>
  sql`ch.centre_id = ${ctx.centreId} and ch.import_id = ${importId} and ch.subject = ${subject}`

/** A newer import of this centre changed the row, or (the stamp differs) one of another centre, whose changes cannot be seen. */
const changedSince = (ctx: Ctx, importId: number) => sql`
  (c.changed_at <> (ch.after->>'changed_at')::timestamptz
    or exists (select from imported_change n
               where n.centre_id = ${ctx.centreId} and n.subject = ch.subject and n.subject_id = ch.subject_id and n.import_id <> ${importId}
                 and n.state = 'done' and (n.finished_at, n.import_id) > (ch.finished_at, ch.import_id)))`

/** Companies of the import, the register's or the centre's own, that were changed since. */
export const countChangedSince = async (ctx: Ctx, importId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from imported_change ch join company c on c.id = ch.subject_id
            where ${changesOf(ctx, importId, 'company')} and ${changedSince(ctx, importId)})
         + (select count(*) from imported_change ch join own_place c on c.centre_id = ch.centre_id and c.id = ch.subject_id
            where ${changesOf(ctx, importId, 'own-place')} and ${changedSince(ctx, importId)}) as count`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Whoever points to a company, in whatever room: the database knows, so nobody can be forgotten. */
const whoPointsHere = async (ctx: Ctx): Promise<{ table: string; column: string }[]> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select r.relname::text as "table", a.attname::text as "column"
    from pg_constraint k
    join pg_class r on r.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'company_known'::regclass and k.conrelid <> 'company'::regclass`.execute(
    ctx.db,
  )
  return rows
}

/**
 * Companies that came with the import and that this centre has since drawn, called, booked or promised something. What it
 * had as its own may go when the register has it too.
 */
export const countInUse = async (ctx: Ctx, importId: number): Promise<number> => {
  const uses = (await whoPointsHere(ctx)).map(({ table, column }) => ({
    table,
    used: sql<SqlBool>`exists (select from ${sql.table(table)} x where ${sql.ref(`x.${column}`)} = ch.subject_id)`,
  }))
  const used = (subject: 'company' | 'own-place') =>
    sql.join(
      uses.filter(({ table }) => subject === 'company' || table !== 'own_place').map((one) => one.used),
      sql` or `,
    )
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from imported_change ch
            where ${changesOf(ctx, importId, 'company')} and ch.before is null and (${used('company')}))
         + (select count(*) from imported_change ch
            where ${changesOf(ctx, importId, 'own-place')} and ch.before is null and (${used('own-place')})
              and not exists (select from company c where c.id = ch.subject_id)) as count`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

const restored = ['cvr', ...factNames.map(snake), 'protected_seen_at', 'register_changed_at', 'changed_at']
const set = sql.raw(restored.map((name) => `${name} = old.${name}`).join(', '))

const emptied = sql.raw(
  [
    ...factNames.filter((name) => name !== 'protected').map((name) => `${snake(name)} = null`),
    'protected = false',
    'protected_seen_at = null',
    'register_changed_at = null',
  ].join(', '),
)

/** Puts back what the import changed and removes what it added: in the register, and of what the centre knew itself. */
export const takeBack = async (ctx: Ctx, importId: number) => {
  const [registered, own] = [changesOf(ctx, importId, 'company'), changesOf(ctx, importId, 'own-place')]
  await sql`
    update company c set ${set}
    from imported_change ch, company was, jsonb_populate_record(was, ch.before) old
    where ${registered} and ch.before is not null and was.id = ch.subject_id and c.id = was.id`.execute(ctx.db)
  await sql`delete from company c using imported_change ch where ${registered} and ch.before is null and c.id = ch.subject_id`.execute(
    ctx.db,
  )
  // Its number goes too: so the database itself refuses when another centre, unseen from here, holds on to it.
  await sql`delete from company_known k using imported_change ch where ${registered} and ch.before is null and k.id = ch.subject_id`.execute(
    ctx.db,
  )
  await sql`
    update own_place c set ${set}
    from imported_change ch, own_place was, jsonb_populate_record(was, ch.before) old
    where ${own} and ch.before->>'changed_at' is not null and was.centre_id = ch.centre_id and was.id = ch.subject_id
      and c.centre_id = was.centre_id and c.id = was.id`.execute(ctx.db)
  // A number that somebody found since is no file's: only the rest goes.
  await sql`
    update own_place c set ${emptied}
    from imported_change ch
    where ${own} and ch.before->>'changed_at' is null and c.centre_id = ch.centre_id and c.id = ch.subject_id and c.said_phone is not null`.execute(
    ctx.db,
  )
  await sql`
    delete from own_place c using imported_change ch
    where ${own} and ch.before->>'changed_at' is null and c.centre_id = ch.centre_id and c.id = ch.subject_id and c.said_phone is null`.execute(
    ctx.db,
  )
}
