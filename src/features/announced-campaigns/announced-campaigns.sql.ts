/** Statements on campaigns that others run, and on the centre's own with a period. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

export type CalendarRow = {
  kind: 'campaign' | 'announced'
  id: number
  name: string
  schoolId: number | null
  whose: string | null
  fromOn: string
  toOn: string
  municipalities: number[]
  industries: string[]
}
/** Those that run at some time between two days, both included. */
export const between = async (ctx: Ctx, from: string, to: string): Promise<CalendarRow[]> => {
  const { rows } = await sql<CalendarRow>`
    select 'campaign' as kind, c.id, c.name, null::int as "schoolId", null as whose, c.from_on as "fromOn", c.to_on as "toOn",
      c.criteria -> 'municipalities' as municipalities, c.criteria -> 'industries' as industries
    from campaign_now c where c.centre_id = ${ctx.centreId} and c.from_on <= ${to} and c.to_on >= ${from} and c.state <> 'ended'
    union all
    select 'announced', a.id, a.name, a.school_id, coalesce(s.name, a.whose), a.from_on, a.to_on, to_jsonb(a.municipalities), to_jsonb(a.industries)
    from announced_campaign a left join school_now s on s.centre_id = a.centre_id and s.id = a.school_id
    where a.centre_id = ${ctx.centreId} and a.withdrawn_at is null and a.from_on <= ${to} and a.to_on >= ${from}
    order by "fromOn", "toOn", kind, id
    limit 500`.execute(ctx.db)
  return rows
}

type Form = {
  name: string
  schoolId: number | null
  whose: string
  fromOn: string
  toOn: string
  municipalities: readonly number[]
  industries: readonly string[]
}
export const insertAnnounced = (ctx: Ctx, { municipalities, industries, ...form }: Form) =>
  ctx.db
    .insertInto('announcedCampaign')
    .values({
      ...form,
      ...{ municipalities: [...municipalities], industries: [...industries] },
      ...{ centreId: ctx.centreId, announcedBy: personOf(ctx), announcedAt: ctx.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const announcedById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('announcedCampaign')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .select(['id', 'name', 'schoolId'])
    .executeTakeFirst()

/** False when somebody withdrew it first. */
export const withdraw = async (ctx: Ctx, id: number) =>
  (await ctx.db
    .updateTable('announcedCampaign')
    .set({ withdrawnAt: ctx.at, withdrawnBy: personOf(ctx) })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const schoolHere = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('schoolNow')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst()
