/** Statements on what partners tell of companies. */
import { sql, type SqlBool } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import { isHisName } from '../company-people/company-people.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { PartnerKind } from '../partners/partner-kinds.table.ts'

const onDay = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'Europe/Copenhagen', 'YYYY-MM-DD')`
const tips = (ctx: Ctx) =>
  ctx.db
    .selectFrom('tip as t')
    .innerJoin('partnerEver as p', (join) =>
      join.onRef('p.centreId', '=', 't.centreId').onRef('p.id', '=', 't.partnerId'),
    )
    .innerJoin('tipReached as r', (join) => join.onRef('r.centreId', '=', 't.centreId').onRef('r.id', '=', 't.id'))
    .leftJoin('companyPlace as c', 'c.id', 't.companyId')
    .leftJoin('personNamed as a', 'a.id', 't.askedId')
    .leftJoin('personNamed as o', 'o.id', 't.ownerId')
    .where('t.centreId', '=', ctx.centreId)
    .select(['t.id', 't.partnerId', 'p.name as partner', 't.companyId', 't.cvr', 't.words', 't.mayName', 't.urgent'])
    .select(['t.askedBy', 't.askedOn', 't.joinedTo', 't.seenAt', 't.askedId', 'a.name as askedName', 't.ownerId'])
    .select(['o.name as ownerName', 't.acceptedAt', 't.enquiryId', 't.note', 't.endedAt', 't.endedWhy', 't.givenAt'])
    .select(['c.industry', 'c.municipality', 'c.protected', 'r.seen', 'r.visited', 'r.led', 'r.ended'])
    .select((eb) => [
      eb.fn.coalesce('c.name', 't.companySaid').as('company'),
      eb.fn.coalesce('c.town', 't.townSaid').as('town'),
      sql<PartnerKind>`p.kind`.as('kind'),
      onDay('t.givenAt').as('givenOn'),
      sql<string | null>`${onDay('t.endedAt')}`.as('endedOn'),
    ])
export type TipRow = Awaited<ReturnType<ReturnType<typeof tips>['executeTakeFirstOrThrow']>>

export const mostListed = 200
type Sought = { ended: boolean; partnerId?: number | undefined; ofPerson: number | null }
export const tipRows = (ctx: Ctx, { ended, partnerId, ofPerson }: Sought): Promise<TipRow[]> => {
  let rows = tips(ctx).where('r.ended', '=', ended)
  if (partnerId) rows = rows.where('t.partnerId', '=', partnerId)
  if (ofPerson !== null)
    rows = rows.where((eb) => eb.or([eb('t.askedId', '=', ofPerson), eb('t.ownerId', '=', ofPerson)]))
  return rows
    .orderBy('t.givenAt', 'desc')
    .orderBy('t.id', 'desc')
    .limit(mostListed + 1)
    .execute()
}
export const tipById = (ctx: Ctx, id: number): Promise<TipRow | undefined> =>
  tips(ctx).where('t.id', '=', id).executeTakeFirst()
/** The latest fifty, and how many there are. */
export const joinedTo = (ctx: Ctx, id: number) =>
  tips(ctx)
    .where('t.joinedTo', '=', id)
    .select(sql<number>`(count(*) over ())::int`.as('count'))
    .orderBy('t.id', 'desc')
    .limit(50)
    .execute()
export const openTips = (ctx: Ctx, of: { personId: number } | { companyIds: readonly number[] }): Promise<TipRow[]> =>
  tips(ctx)
    .where('t.endedAt', 'is', null)
    .where((eb) =>
      'personId' in of
        ? eb.or([eb('t.askedId', '=', of.personId), eb('t.ownerId', '=', of.personId)])
        : eb('t.companyId', 'in', [0, ...of.companyIds]),
    )
    .orderBy('t.id')
    .execute()

/** What happened with the visit that it led to, and whoever goes on with it has not seen. */
export const visitNews = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('tipVisitNews')
    .where('centreId', '=', ctx.centreId)
    .where('tipId', '=', id)
    .select(['startsAt', 'visitors', 'at'])
    .select(sql<MeetingForm>`form`.as('form'))
    .select(sql<'off' | 'moved'>`news`.as('news'))
    .executeTakeFirst()

/** As it was made: nobody was asked or goes on with it, has said which company it is or has had it, it is not over, and nothing hangs on it. */
export const untouched = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('tip as t')
    .where('t.centreId', '=', ctx.centreId)
    .where('t.id', '=', id)
    .where('t.askedId', 'is', null)
    .where('t.ownerId', 'is', null)
    .where('t.acceptedAt', 'is', null)
    .where('t.enquiryId', 'is', null)
    .where('t.endedAt', 'is', null)
    .where(sql<SqlBool>`not exists (select from tip j where j.centre_id = t.centre_id and j.joined_to = t.id)`)
    .where(sql<SqlBool>`not exists (
      select from event e
      where e.centre_id = t.centre_id and e.subject = 'tip' and e.subject_id = t.id and e.verb not in ('given', 'read', 'passed-on'))`)
    .select(['t.partnerId', 't.companySaid'])
    .executeTakeFirst()
export const removeTip = (ctx: Ctx, id: number) =>
  ctx.db.deleteFrom('tip').where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** How far these are by now they stay, whatever company they go on with. */
export const keepReached = async (ctx: Ctx, ids: readonly number[]): Promise<void> => {
  await ctx.db
    .updateTable('tip as t')
    .from('tipReached as r')
    .whereRef('r.centreId', '=', 't.centreId')
    .whereRef('r.id', '=', 't.id')
    .where('r.visitedAt', 'is not', null)
    .where('t.centreId', '=', ctx.centreId)
    .where('t.id', 'in', [0, ...ids])
    .set((eb) => ({
      visitedBeforeAt: eb.ref('r.visitedAt'),
      ledBeforeAt: eb
        .case()
        .when('r.led', '=', true)
        .then(eb.fn.coalesce('t.ledBeforeAt', eb.val(ctx.at)))
        .end(),
    }))
    .execute()
}

/** Of two who act at once, the second sees what the first did. */
export const lockTip = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('tip')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

type Change = Partial<{
  companyId: number
  cvr: string
  joinKey: string
  joinedTo: number | null
  seenAt: string
  seenBy: number
  askedId: number | null
  ownerId: number | null
  acceptedAt: string
  enquiryId: number
  note: string
  endedAt: string
  endedBy: number
  endedWhy: string
  visitSeenAt: string
}>
export const updateTip = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('tip').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
/** Over with what is joined to it and read; what nobody has read stays. Without who: it was over of what had happened. */
export const endWithRead = (ctx: Ctx, id: number, endedWhy: string, endedBy: number | null = personOf(ctx)) =>
  ctx.db
    .updateTable('tip')
    .set({ endedAt: ctx.at, endedBy, endedWhy })
    .set((eb) =>
      endedBy === null
        ? {}
        : {
            seenAt: eb.fn.coalesce('seenAt', eb.val(ctx.at)),
            seenBy: eb.fn.coalesce('seenBy', eb.val(endedBy)),
          },
    )
    .where('centreId', '=', ctx.centreId)
    .where((eb) => eb.or([eb('id', '=', id), eb.and([eb('joinedTo', '=', id), eb('seenAt', 'is not', null)])]))
    .where('endedAt', 'is', null)
    .execute()
/** Open ones whose head is over, or about another company: the oldest first. */
export const strays = (ctx: Ctx, of: { head: number } | 'all') => {
  const rows = ctx.db
    .selectFrom('tip as t')
    .innerJoin('tip as h', (join) => join.onRef('h.centreId', '=', 't.centreId').onRef('h.id', '=', 't.joinedTo'))
    .where('t.centreId', '=', ctx.centreId)
    .where('t.endedAt', 'is', null)
    .where((eb) => eb.or([eb('h.endedAt', 'is not', null), eb('h.joinKey', 'is distinct from', eb.ref('t.joinKey'))]))
  const own = of === 'all' ? rows : rows.where('t.joinedTo', '=', of.head)
  return own.select(['t.id', 't.joinKey']).orderBy('t.id').execute()
}
/** A tip, the one it is joined to, and all that are joined there. */
export const familyOf = async (ctx: Ctx, id: number) => {
  const { rows } = await sql<{ id: number }>`
    with head as (select coalesce(joined_to, id) as id from tip where centre_id = ${ctx.centreId} and id = ${id})
    select t.id from tip t, head where t.centre_id = ${ctx.centreId} and (t.id = head.id or t.joined_to = head.id)`.execute(
    ctx.db,
  )
  return rows.map((row) => row.id)
}
export const shownOf = (ctx: Ctx, ids: readonly number[]) =>
  ctx.db
    .selectFrom('tipReached')
    .where('centreId', '=', ctx.centreId)
    .where('id', 'in', [0, ...ids])
    .select(['id', 'partnerId', 'seen', 'visited', 'led', 'ended'])
    .execute()
export const givenByLinkSince = async (ctx: Ctx, linkId: number, since: string) =>
  (
    await ctx.db
      .selectFrom('tip')
      .where('centreId', '=', ctx.centreId)
      .where('linkId', '=', linkId)
      .where('givenAt', '>=', since)
      .select((eb) => eb.fn.countAll<number>().as('given'))
      .executeTakeFirstOrThrow()
  ).given
export const moveJoined = (ctx: Ctx, from: number, to: number) =>
  ctx.db
    .updateTable('tip')
    .set({ joinedTo: to })
    .where('centreId', '=', ctx.centreId)
    .where('joinedTo', '=', from)
    .execute()

// ---- Given ----------------------------------------------------------------------------------------------------------
export type New = {
  partnerId: number
  givenBy: number | null
  givenAt: string
  linkId: number | null
  companySaid: string
  townSaid: string
  companyId: number | null
  cvr: string | null
  joinKey: string | null
  words: string
  mayName: boolean
  urgent: boolean
  askedBy: string
  askedOn: string | null
}
/** The first of a company; undefined: another is open there. */
export const insertFirst = (ctx: Ctx, tip: New) =>
  ctx.db
    .insertInto('tip')
    .values({ ...tip, centreId: ctx.centreId })
    .onConflict((conflict) =>
      conflict.columns(['centreId', 'joinKey']).where('joinedTo', 'is', null).where('endedAt', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
export const insertJoined = (ctx: Ctx, tip: New, joined: number) =>
  ctx.db
    .insertInto('tip')
    .values({ ...tip, joinedTo: joined, centreId: ctx.centreId })
    .returning('id')
    .executeTakeFirstOrThrow()
/** The open one of a company, held: it is not ended while another joins it. */
export const openOf = (ctx: Ctx, joinKey: string) =>
  ctx.db
    .selectFrom('tip')
    .where('centreId', '=', ctx.centreId)
    .where('joinKey', '=', joinKey)
    .where('joinedTo', 'is', null)
    .where('endedAt', 'is', null)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

/** What the giver goes on seeing of his own: of a partner's, or of those that came through one link. */
export const givenTips = (ctx: Ctx, of: { partnerId: number } | { linkId: number }) => {
  const rows = ctx.db
    .selectFrom('tip as t')
    .innerJoin('tipReached as r', (join) => join.onRef('r.centreId', '=', 't.centreId').onRef('r.id', '=', 't.id'))
    .where('t.centreId', '=', ctx.centreId)
  const own = 'partnerId' in of ? rows.where('t.partnerId', '=', of.partnerId) : rows.where('t.linkId', '=', of.linkId)
  return own
    .select(['t.companySaid as company', 't.townSaid as town', 'r.seen', 'r.visited', 'r.led', 'r.ended'])
    .select(onDay('t.givenAt').as('givenOn'))
    .select(sql<number>`(count(*) over ())::int`.as('given'))
    .orderBy('t.givenAt', 'desc')
    .orderBy('t.id', 'desc')
    .limit(mostListed)
    .execute()
}

/** Who asked wishes to be forgotten: the tip stays, without him. */
export const forgetPerson = async (ctx: Ctx, companyPersonId: number): Promise<void> => {
  await ctx.db
    .updateTable('tip')
    .set({ askedBy: '', askedOn: null })
    .where('centreId', '=', ctx.centreId)
    .where('askedBy', '<>', '')
    .where(isHisName(companyPersonId, 'tip', 'tip.askedBy'))
    .execute()
}
