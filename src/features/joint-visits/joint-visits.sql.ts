/** Statements on visits of partners that one of us is asked along to. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

const visits = (ctx: Ctx) =>
  ctx.db
    .selectFrom('jointVisit as v')
    .innerJoin('partnerEver as p', (join) =>
      join.onRef('p.centreId', '=', 'v.centreId').onRef('p.id', '=', 'v.partnerId'),
    )
    .leftJoin('personNamed as a', 'a.id', 'v.askedId')
    .leftJoin('personNamed as g', 'g.id', 'v.goesId')
    .leftJoin('memberNow as w', (join) =>
      join.onRef('w.centreId', '=', 'v.centreId').onRef('w.personId', '=', 'v.goesId'),
    )
    .where('v.centreId', '=', ctx.centreId)
    .select([
      'v.id',
      'v.partnerId',
      'p.name as partner',
      'v.companySaid as company',
      'v.townSaid as town',
      'v.companyId',
    ])
    .select((eb) =>
      eb.selectFrom('companyPlace as c').whereRef('c.id', '=', 'v.companyId').select('c.name').as('found'),
    )
    .select([
      'v.startsAt',
      'v.endsAt',
      'v.place',
      'v.words',
      'v.askedId',
      'a.name as asked',
      'v.goesId',
      'g.name as goes',
    ])
    .select(['w.school', 'v.declinedAt', 'v.note', 'v.givenAt', 'v.linkedAt', 'v.takenBackAt', 'v.toldAt', 'v.uid'])
export type Row = Awaited<ReturnType<ReturnType<typeof visits>['executeTakeFirstOrThrow']>>

/** What the partner took back is nobody's any more. */
const standing = (ctx: Ctx) => visits(ctx).where('v.takenBackAt', 'is', null)

/** Also one that is taken back. */
export const jointVisitById = (ctx: Ctx, id: number): Promise<Row | undefined> =>
  visits(ctx).where('v.id', '=', id).executeTakeFirst()
/** Ahead; of one person those he is asked about or goes along to. */
export const jointVisitsAhead = (ctx: Ctx, ofPerson: number | null): Promise<Row[]> => {
  let rows = standing(ctx).where('v.startsAt', '>', ctx.at)
  if (ofPerson !== null)
    rows = rows.where((eb) => eb.or([eb('v.askedId', '=', ofPerson), eb('v.goesId', '=', ofPerson)]))
  return rows.orderBy('v.startsAt').orderBy('v.id').limit(200).execute()
}
/** Ahead at these companies, and not answered no. */
export const aheadAt = (ctx: Ctx, companyIds: readonly number[]): Promise<Row[]> =>
  standing(ctx)
    .where('v.startsAt', '>', ctx.at)
    .where('v.declinedAt', 'is', null)
    .where('v.companyId', 'in', [0, ...companyIds])
    .orderBy('v.id')
    .execute()
export const openOf = (ctx: Ctx, personId: number): Promise<Row[]> => jointVisitsAhead(ctx, personId)
/** The latest; those that are over stay for a month. */
export const ofPartner = (ctx: Ctx, partnerId: number): Promise<Row[]> =>
  standing(ctx)
    .where('v.partnerId', '=', partnerId)
    .where('v.endsAt', '>', ctx.now.subtract({ hours: 30 * 24 }).toString({ fractionalSecondDigits: 3 }))
    .orderBy('v.startsAt')
    .orderBy('v.id')
    .execute()
export const between = (
  ctx: Ctx,
  { from, to, personIds }: { from: string; to: string; personIds: readonly number[] },
) =>
  standing(ctx)
    .where('v.goesId', 'in', [0, ...personIds])
    .where('v.startsAt', '<', to)
    .where('v.endsAt', '>', from)
    .orderBy('v.startsAt')
    .execute()
export const lockJointVisit = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('jointVisit')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
export type New = {
  partnerId: number
  companySaid: string
  townSaid: string
  companyId: number | null
  startsAt: string
  endsAt: string
  place: string
  words: string
}
export const insertJointVisit = (ctx: Ctx, row: New) =>
  ctx.db
    .insertInto('jointVisit')
    .values({ ...row, centreId: ctx.centreId, givenBy: personOf(ctx), givenAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
type Change = Partial<{
  companyId: number | null
  linkedAt: string | null
  linkedBy: number | null
  takenBackAt: string
  takenBackBy: number
  toldAt: string
  askedId: number | null
  goesId: number | null
  note: string
  declinedAt: string
  declinedBy: number
}>
export const updateJointVisit = (ctx: Ctx, id: number, change: Change) =>
  ctx.db.updateTable('jointVisit').set(change).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()

/** As the partner's page shows it, where it has no number. */
export type Named = { company: string; startsAt: string; answer: 'waits' | 'yes' }
/** Which of these numbers of calendar files are visits of partners, those taken back too. */
export const knownUids = async (ctx: Ctx, uids: readonly string[]): Promise<string[]> => {
  if (uids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('jointVisit')
    .select('uid')
    .where('centreId', '=', ctx.centreId)
    .where('uid', 'in', uids)
    .execute()
  return rows.map(({ uid }) => uid)
}
/** As the partner's page names it; of two that are named alike the one that is answered so, then the later written. One that is declined only where no other stands. */
export const lockOwnAhead = (ctx: Ctx, of: { partnerId: number } & Named) =>
  ctx.db
    .selectFrom('jointVisit')
    .where('centreId', '=', ctx.centreId)
    .where('partnerId', '=', of.partnerId)
    .where('companySaid', '=', of.company)
    .where('startsAt', '=', of.startsAt)
    .where('takenBackAt', 'is', null)
    .orderBy(sql`declined_at is not null`)
    .orderBy(sql`(goes_id is not null) = ${of.answer === 'yes'}`, 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
export const knownPlace = (ctx: Ctx, id: number) =>
  ctx.db.selectFrom('companyPlace').where('id', '=', id).select(['id', 'name']).executeTakeFirst()

/** Of what everybody can look up. */
export const openPlaceById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.id', '=', id)
    .where('c.own', '=', false)
    .select(['c.id', 'c.name', 'c.town'])
    .executeTakeFirst()
export const openPlaceByCvr = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('companyPlace as c')
    .where('c.cvr', '=', cvr)
    .where('c.kind', '=', 'company')
    .where('c.own', '=', false)
    .where('c.closedOn', 'is', null)
    .select(['c.id', 'c.name', 'c.town'])
    .executeTakeFirst()
export const givenSince = async (ctx: Ctx, partnerId: number, since: string): Promise<number> => {
  const { many } = await ctx.db
    .selectFrom('jointVisit')
    .where('centreId', '=', ctx.centreId)
    .where('partnerId', '=', partnerId)
    .where('givenAt', '>', since)
    .select(sql<number>`count(*)::int`.as('many'))
    .executeTakeFirstOrThrow()
  return many
}
