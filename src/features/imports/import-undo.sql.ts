/** Statements that undo an import, and those that say whether it may be undone. */
import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#platform/context'

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
  const used = ['list_company', 'call', 'booking', 'visit', 'promise', 'link', 'call_hold', 'strike']
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
