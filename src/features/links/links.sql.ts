import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isHisName } from '../company-people/company-people.ts'

export const companyById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .innerJoin('centreNow as centre', (join) => join.on('centre.id', '=', ctx.centreId))
    .where('c.id', '=', id)
    .select(['c.cvr', 'c.name', 'c.email', 'centre.name as centre'])
    .executeTakeFirst()

export const memberOf = (ctx: Ctx, email: string) =>
  ctx.db
    .selectFrom('memberNow as m')
    .where('m.centreId', '=', ctx.centreId)
    .where('m.email', '=', email.toLowerCase())
    .select('m.personId')
    .executeTakeFirst()

type NewLink = {
  kind: string
  subjectId: number
  companyId: number | null
  cvr: string | null
  hash: string
  endsAt: string | null
  mostUses: number | null
  recipientName: string | null
  recipientEmail: string | null
  companyPersonId: number | null
}
export const insertLink = (ctx: Ctx, link: NewLink) =>
  ctx.db
    .insertInto('link')
    .values({ ...link, centreId: ctx.centreId, madeBy: ctx.personId, madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Not revoked, not over, not used up. */
export const works = sql<boolean>`(revoked_at is null and (ends_at is null or ends_at > app_now()) and (most_uses is null or uses < most_uses))`

/** The link behind a hash; nothing when it is of another kind, unknown, revoked or over. `unseen`: not opened in the last minute. */
export const linkBehind = (ctx: Ctx, kind: string, hash: string) =>
  ctx.db
    .selectFrom('link')
    .where('centreId', '=', ctx.centreId)
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where(works)
    .select(['id', 'subjectId', 'companyId', 'cvr'])
    .select(
      sql<boolean>`last_opened_at is null or last_opened_at not between app_now() - interval '1 minute' and app_now()`.as(
        'unseen',
      ),
    )
    .executeTakeFirst()

/** That it was opened: once a minute is enough to know. */
export const noteOpened = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('link')
    .set({ lastOpenedAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

export const spendUse = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('link')
    .set((eb) => ({ uses: eb('uses', '+', 1) }))
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where(works)
    .returning('id')
    .executeTakeFirst()

/** Of any kind but these. */
export const revokeLink = (ctx: Ctx, id: number, notOf: readonly string[]) =>
  ctx.db
    .updateTable('link')
    .set({ revokedAt: ctx.at, revokedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('kind', '<>', sql<string>`all(${notOf})`)
    .where('revokedAt', 'is', null)
    .returning(['cvr', 'companyId'])
    .executeTakeFirst()

export const linkExists = (ctx: Ctx, id: number, notOf: readonly string[]) =>
  ctx.db
    .selectFrom('link')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('kind', '<>', sql<string>`all(${notOf})`)
    .select('id')
    .executeTakeFirst()

/** Those that went to his name or mail as it was typed are his. */
export const claimLinks = (ctx: Ctx, companyPersonId: number) =>
  ctx.db
    .updateTable('link')
    .set({ companyPersonId })
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', 'is', null)
    .where(isHisName(companyPersonId, 'link', 'link.recipientName', 'link.recipientEmail'))
    .execute()
/** Links of someone at a company that have not been revoked. */
export const linksOfPerson = (ctx: Ctx, companyPersonId: number) =>
  ctx.db
    .selectFrom('link')
    .select('id')
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', '=', companyPersonId)
    .where('revokedAt', 'is', null)
    .execute()
export const forgetRecipient = (ctx: Ctx, companyPersonId: number) =>
  ctx.db
    .updateTable('link')
    .set({ recipientName: null, recipientEmail: null })
    .where('centreId', '=', ctx.centreId)
    .where('companyPersonId', '=', companyPersonId)
    .execute()

/** Something is agreed with their company, or somebody has it: what ends soon gets as many days more. */
export const renew = (ctx: Ctx, { kind, days, soon }: { kind: string; days: number; soon: number }) =>
  sql`
    update link l set ends_at = ${ctx.at}::timestamptz + make_interval(days => ${days})
    where l.centre_id = ${ctx.centreId} and l.kind = ${kind} and l.revoked_at is null
      and l.ends_at > ${ctx.at}::timestamptz and l.ends_at < ${ctx.at}::timestamptz + make_interval(days => ${soon})
      and exists (select from hindrance_now h where h.centre_id = l.centre_id and h.cvr = l.cvr and h.word in ('running', 'has-meeting'))`.execute(
    ctx.db,
  )

// ---- Who tries links that do not work ------------------------------------------------------------------------------
/** Counts are forgotten after some minutes; a clock that was set back starts anew, rather than shutting someone out for days. */
const recent = (minutes: number) =>
  sql<boolean>`(m.since <= app_now() and m.since > app_now() - make_interval(mins => ${minutes}))`

/** How often an address has missed lately, and in how many minutes that is forgotten. */
export const missesOf = (ctx: Ctx, address: string, minutes: number) =>
  ctx.db
    .selectFrom('linkMiss as m')
    .where('m.address', '=', address)
    .where(recent(minutes))
    .select([
      'm.misses',
      sql<number>`extract(epoch from m.since + make_interval(mins => ${minutes}) - app_now())::float / 60`.as(
        'minutesLeft',
      ),
    ])
    .executeTakeFirst()

export const countMiss = async (ctx: Ctx, address: string, minutes: number) => {
  await sql`insert into link_miss as m (address, misses, since) values (${address}, 1, app_now())
    on conflict (address) do update set
      misses = case when ${recent(minutes)} then m.misses + 1 else 1 end,
      since = case when ${recent(minutes)} then m.since else app_now() end`.execute(ctx.db)
  await sql`delete from link_miss where address in (
    select m.address from link_miss m where m.address <> ${address} and not ${recent(minutes)} for update skip locked)`.execute(
    ctx.db,
  )
}
