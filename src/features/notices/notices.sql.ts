/** Statements on notices. Whose a row is, the tables' own policies say. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { choices } from './notices.schema.ts'

export type Choice = (typeof choices)[number]

export const choiceOf = async (ctx: Ctx): Promise<Choice> => {
  const row = await ctx.db
    .selectFrom('noticeChoice')
    .select(sql<Choice>`choice`.as('choice'))
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .executeTakeFirst()
  return row?.choice ?? 'morning'
}
export const choose = (ctx: Ctx, personId: number, choice: Choice) =>
  ctx.db
    .insertInto('noticeChoice')
    .values({ centreId: ctx.centreId, personId, choice, chosenAt: ctx.at })
    .onConflict((key) => key.columns(['centreId', 'personId']).doUpdateSet({ choice, chosenAt: ctx.at }))
    .execute()

/** The last such mail to this address was turned away, and nobody has done anything about it. */
export const isRefused = async (ctx: Ctx, { personId, email }: { personId: number; email: string }, brings: string) =>
  (await ctx.db
    .selectFrom('mailBrought')
    .select('mailId')
    .where('centreId', '=', ctx.centreId)
    .where('brings', '=', brings)
    .where('bringsId', '=', personId)
    .where('recipient', '=', email)
    .where('lost', '=', true)
    .where('failure', 'in', ['refused', 'no-address'])
    .executeTakeFirst()) !== undefined

type Member = {
  personId: number
  role: string
  schoolId: number | null
  schoolWaits: boolean
  language: string
  choice: Choice
  /** Today's page was looked through for him. */
  looked: boolean
}
/** Everyone with one of these roles who wants to be told and is not away at this moment. */
export const reachable = async (ctx: Ctx, roles: readonly string[], moment: string): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    select m.person_id, m.role, m.school_id, m.school_waits, m.language, coalesce(c.choice, 'morning') as choice,
      g.day is not null as looked
    from member_now m
    left join notice_choice c on c.centre_id = m.centre_id and c.person_id = m.person_id
    left join notice_morning g on g.centre_id = m.centre_id and g.person_id = m.person_id and g.day >= ${ctx.today}::date
    where m.centre_id = ${ctx.centreId} and m.role = any(${roles}::text[]) and coalesce(c.choice, 'morning') <> 'never'
      and not exists (select from away_ahead a where a.centre_id = m.centre_id and a.person_id = m.person_id
        and a.starts_at <= ${moment}::timestamptz and a.ends_at > ${moment}::timestamptz)
    order by m.person_id`.execute(ctx.db)
  return rows
}
export const membersNow = async (ctx: Ctx): Promise<Set<number>> => {
  const rows = await ctx.db.selectFrom('memberNow').select('personId').where('centreId', '=', ctx.centreId).execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** Of two who begin somebody's morning at once, one does. */
export const beginMorning = async (ctx: Ctx, personId: number): Promise<boolean> => {
  const { rows } = await sql`
    insert into notice_morning (centre_id, person_id, day) values (${ctx.centreId}, ${personId}, ${ctx.today}::date)
    on conflict (centre_id, person_id) do update set day = excluded.day where notice_morning.day < excluded.day
    returning person_id`.execute(ctx.db)
  return rows.length > 0
}

export type Thing = { kind: string; id: number; due: string }
/** Writes down what is told, in an order of its own so that two never wait for each other crosswise; what was not told before comes back. */
export const noteTold = async (ctx: Ctx, personId: number, things: readonly Thing[]): Promise<Thing[]> => {
  const { rows } = await sql<Thing>`
    insert into notice_told (centre_id, person_id, kind, source_id, due, told_at)
    select ${ctx.centreId}, ${personId}, t.kind, t.id, t.due, ${ctx.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(things)}::jsonb) t (kind text, id bigint, due text)
    order by t.kind, t.id, t.due
    on conflict do nothing
    returning kind, source_id::int as id, due`.execute(ctx.db)
  return rows
}
