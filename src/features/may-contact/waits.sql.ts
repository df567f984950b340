import { sql } from 'kysely'
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { hotOne, hotRow, type HotCtx } from '#platform/db/hot'
import { answersFor, placeOf, thePlace } from '../leaderships/leaderships.ts'
import type { waitReasons, WaitOrigin } from './waits.schema.ts'

export type WaitReason = (typeof waitReasons)[number]
/** Where a wait comes from: the owner's kind and number; no key, because it stands in a later room. */
export type Origin = { kind: z.infer<typeof WaitOrigin>; id: number | null }
export type NewWait = {
  companyId: number | null
  cvr: string
  reason: WaitReason
  fromOn: string
  /** The first day without it; null: until someone lifts it. */
  untilOn: string | null
  origin: Origin
  words: string
  /** It was said aloud of the whole company. */
  wholeCompany?: boolean | undefined
}

type Asking = Pick<HotCtx, 'centreId'> & { db: Pick<HotCtx['db'], 'selectFrom'> }
const waits = (ctx: Asking) =>
  ctx.db
    .selectFrom('waitingPeriod as w')
    .leftJoin('personNamed as p', 'p.id', 'w.personId')
    .leftJoin('personNamed as l', 'l.id', 'w.liftedBy')
    .leftJoin('companyPlace as c', (join) => join.onRef('c.cvr', '=', 'w.cvr').on('c.kind', '=', 'company'))
    .select([
      'w.id',
      'w.cvr',
      'c.id as companyId',
      'w.companyId as saidAt',
      'w.whole',
      'w.reason',
      'w.fromOn as from',
      'w.untilOn as until',
      'w.originKind as source',
      'p.name as setBy',
      'w.personId',
      'w.setAt',
      'w.words',
      'w.liftedAt',
      'l.name as liftedBy',
      'w.liftedWhy',
      'w.fellAt',
    ])
    .$narrowType<{ reason: WaitReason; source: Origin['kind'] }>()
    .where('w.centreId', '=', ctx.centreId)
export type WaitRow = Awaited<ReturnType<ReturnType<typeof waits>['executeTakeFirstOrThrow']>>

const byId = hotOne((ctx, { id }: { id: number }) => waits(ctx).where('w.id', '=', id))
export const waitById = (ctx: Ctx, id: number): Promise<WaitRow | undefined> => byId(ctx, { id })
/**
 * How far it was said to reach. A wrong number or a closed door is its place's, and the company's when that is all of it; head office's no is everybody's;
 * else as far as one leadership reaches.
 */
const reachOf = ({
  companyId,
  cvr,
  reason,
  wholeCompany,
}: Pick<NewWait, 'companyId' | 'cvr' | 'reason' | 'wholeCompany'>) => sql<boolean | null>`case
    when coalesce(${wholeCompany}::boolean, false) or ${companyId}::int is null then true
    when ${reason}::text in ('wrong-number', 'closed') then
      (select count(*) from company_place p where p.cvr = ${cvr}::text and p.kind = 'workplace' and p.closed_on is null) <= 1
    when ${reason}::text <> 'no-answer' and exists (select from company_place p where p.id = ${companyId}::int and p.kind = 'company') then true
  end`
/** Written and read back in one: what follows reads the new row under the table's name. */
const insertAndRead = hotRow(
  (ctx, row: Omit<NewWait, 'origin'> & { originKind: Origin['kind']; originId: number | null }) =>
    waits({
      centreId: ctx.centreId,
      db: ctx.db.with('waitingPeriod', (db) =>
        db
          .insertInto('waitingPeriod')
          .values({
            centreId: ctx.centreId,
            companyId: row.companyId,
            cvr: row.cvr,
            whole: reachOf(row),
            reason: row.reason,
            fromOn: row.fromOn,
            untilOn: row.untilOn,
            words: row.words,
            originKind: row.originKind,
            originId: row.originId,
            personId: ctx.personId,
            setAt: ctx.at,
          })
          .returningAll(),
      ),
    }),
)
export const insertWait = (ctx: Ctx, { origin, ...row }: NewWait): Promise<WaitRow> =>
  insertAndRead(ctx, { ...row, wholeCompany: row.wholeCompany ?? false, originKind: origin.kind, originId: origin.id })
/** Waits that reach this place, or did. */
export const waitsOf = (ctx: Ctx, place: { companyId: number; cvr: string }): Promise<WaitRow[]> =>
  waits(ctx)
    .where('w.cvr', '=', place.cvr)
    .where(
      sql<boolean>`(w.whole is true or w.company_id = ${place.companyId}
        or w.whole is null and ${answersFor(placeOf('w'), thePlace(place))})`,
    )
    .orderBy('w.setAt', 'desc')
    .orderBy('w.id', 'desc')
    .execute()
/** Waits that stand and came of one thing, a call for instance. */
export const standingOf = (ctx: Ctx, origin: Origin): Promise<WaitRow[]> =>
  waits(ctx)
    .where('w.originKind', '=', origin.kind)
    .where('w.originId', '=', origin.id)
    .where('w.liftedAt', 'is', null)
    .execute()

/** Wrong numbers that stand and were met at this place. */
export const wrongNumbersAt = (ctx: Ctx, { companyId, cvr }: { companyId: number; cvr: string }): Promise<WaitRow[]> =>
  waits(ctx)
    .where('w.cvr', '=', cvr)
    .where('w.companyId', '=', companyId)
    .where('w.reason', '=', 'wrong-number')
    .where('w.liftedAt', 'is', null)
    .execute()

/** Wrong numbers of this place that were over in one of these moments: when another number was written there. */
export const wrongNumbersEndedAt = (ctx: Ctx, companyId: number, moments: readonly string[]): Promise<WaitRow[]> =>
  waits(ctx)
    .where('w.companyId', '=', companyId)
    .where('w.reason', '=', 'wrong-number')
    .where('w.liftedAt', 'in', moments)
    .execute()
/** What they came of counts no more: they hold never again, whoever lifted them before and whatever number is called there later. */
export const markFallen = (ctx: Ctx, origin: Origin) =>
  ctx.db
    .updateTable('waitingPeriod')
    .set({ fellAt: ctx.at })
    .where('centreId', '=', ctx.centreId)
    .where('originKind', '=', origin.kind)
    .where('originId', '=', origin.id)
    .where('fellAt', 'is', null)
    .execute()
/** Those of `to` are lifted as those of `from` were when they fell. Gives them. */
export const copyLift = async (ctx: Ctx, from: Origin, to: Origin): Promise<WaitRow[]> => {
  const { rows } = await sql<{ id: number }>`
    update waiting_period w set lifted_at = f.lifted_at, lifted_by = f.lifted_by, lifted_why = f.lifted_why from waiting_period f
    where w.centre_id = ${ctx.centreId} and w.origin_kind = ${to.kind} and w.origin_id = ${to.id} and w.lifted_at is null
      and f.centre_id = w.centre_id and f.origin_kind = ${from.kind} and f.origin_id = ${from.id} and f.reason = w.reason and f.lifted_at < f.fell_at
    returning w.id`.execute(ctx.db)
  return waits(ctx)
    .where('w.id', 'in', [0, ...rows.map(({ id }) => id)])
    .execute()
}

/** False when it was lifted already. */
export const markLifted = async (ctx: Ctx, id: number, why: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('waitingPeriod')
    .set({ liftedAt: ctx.at, liftedBy: ctx.personId, liftedWhy: why })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export const markNotLifted = async (ctx: Ctx, id: number): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('waitingPeriod')
    .set({ liftedAt: null, liftedBy: null, liftedWhy: null })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('liftedAt', 'is not', null)
    .where('fellAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What the company wished for itself, and stands; what was said of its phone or its end is about nobody else. */
const ownWishes: readonly WaitReason[] = ['later', 'not-interested', 'no-answer', 'do-not-contact']
/** Waits of these companies that nobody has been given in their place, oldest first. */
export const waitsToPassOn = (ctx: Ctx, companyIds: readonly number[]) =>
  waits(ctx)
    .select(['w.originId', 'c.name as company'])
    .where('w.cvr', 'in', (eb) =>
      eb
        .selectFrom('companyPlace')
        .select('cvr')
        .where('id', 'in', [0, ...companyIds]),
    )
    .where('w.reason', 'in', ownWishes)
    .where('w.liftedAt', 'is', null)
    .where('w.passedOnTo', 'is', null)
    .where((eb) => eb.or([eb('w.untilOn', 'is', null), eb('w.untilOn', '>', ctx.today)]))
    .orderBy('w.id')
    .execute()
export const markPassedOn = (ctx: Ctx, id: number, cvr: string) =>
  ctx.db
    .updateTable('waitingPeriod')
    .set({ passedOnTo: cvr })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .execute()

const place = hotOne((ctx, { companyId }: { companyId: number }) =>
  ctx.db.selectFrom('companyPlace').select(['id', 'cvr', 'phone']).where('id', '=', companyId),
)
export const placeById = (ctx: Ctx, companyId: number) => place(ctx, { companyId })
