/** Statements on what somebody has under call, on its number, and on numbers that nobody knows. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { hot, hotOne } from '#platform/db/hot'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import { languageAt } from '../call-centres/call-centres.ts'
import { answersFor, isApart, placeOf } from '../leaderships/leaderships.ts'
import { locksCompany } from '../may-contact/may-contact.ts'
import { companyFacts, isOurs, tries, whoAsks } from './queue.sql.ts'

const apart = sql.ref<boolean>('q.apart')
/** The first call-back that was agreed and is not done. */
const dueAt = sql<string | null>`(
  select min(b.due_at) from queue_call b where b.centre_id = q.centre_id and ${answersFor(placeOf('b'), { ...placeOf('q'), apart })} and b.due_at is not null and b.done_at is null)`
const mine = hotOne((ctx) =>
  ctx.db
    .selectFrom((eb) =>
      eb
        .selectFrom('callHold as h')
        .selectAll('h')
        .select(isApart(sql.ref('h.cvr')).as('apart'))
        .where('h.centreId', '=', ctx.centreId)
        .where('h.personId', '=', ctx.personId)
        .where('h.expiresAt', '>', ctx.at)
        // Asked once, not by each of the three below.
        .offset(sql.lit(0))
        .as('q'),
    )
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .leftJoin('listNow as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select([
      ...companyFacts,
      'q.companyId',
      'q.cvr',
      'q.listId',
      'l.name as list',
      sql<MeetingForm>`q.form`.as('form'),
      'q.phone',
      'q.takenAt',
      'q.expiresAt',
      'q.scriptId',
      tries(apart).as('tries'),
      dueAt.as('dueAt'),
      languageAt('q', apart).as('language'),
    ]),
)
const now = hotOne(
  (ctx) => sql<{ companyId: number; listId: number | null }>`
    with gone as (
      delete from call_hold where ctid = any (array(
        select ctid from call_hold where centre_id = ${ctx.centreId} and expires_at <= ${ctx.at} for update skip locked))
    )
    select company_id, list_id from call_hold
    where centre_id = ${ctx.centreId} and person_id = ${ctx.personId} and expires_at > ${ctx.at}`,
)
/**
 * Which company who asks has under call, and from which list; mostly none. In the same breath reservations that have run out are nobody's any more; one
 * that someone else is removing right now is left to that one.
 */
export const heldAfterExpiry = (ctx: Ctx) => now(ctx, {})
/** The company who asks has under call, reservation alive; `list` null: outside any list. */
export const myHold = (ctx: Ctx) => mine(ctx, {})
export type HoldRow = NonNullable<Awaited<ReturnType<typeof myHold>>>

const lockMine = hot(
  (ctx) => sql`
    select ${locksCompany(ctx, 'cvr')} from call_hold
    where centre_id = ${ctx.centreId} and person_id = ${ctx.personId} and expires_at > ${ctx.at}`,
)
/** Waits for the company who asks has under call, if there is one. */
export const lockHeld = (ctx: Ctx) => lockMine(ctx, {})

/** The list from which who asks has a company under call. */
export const listOfHold = (ctx: Ctx) =>
  ctx.db
    .selectFrom('callHold')
    .select('listId')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .executeTakeFirst()

type Place = { cvr: string; companyId: number }
const triesOfOne = hotOne((ctx, { cvr, companyId }: Place) =>
  ctx.db
    .selectFrom(
      sql<
        Place & { centreId: number }
      >`(select ${ctx.centreId}::int as centre_id, ${cvr}::text as cvr, ${companyId}::int as company_id)`.as('q'),
    )
    .select(tries().as('tries')),
)
export const triesOf = async (ctx: Ctx, { cvr, companyId }: Place): Promise<number> =>
  (await triesOfOne(ctx, { cvr, companyId }))?.tries ?? 0

/** Until `expiresAt`, but no longer than so many minutes from when it was taken: a page left open keeps nobody for ever. */
export const extendHold = (ctx: Ctx, companyId: number, expiresAt: string, longest: number) =>
  ctx.db
    .updateTable('callHold')
    .set({ expiresAt: sql`least(${expiresAt}::timestamptz, taken_at + make_interval(mins => ${longest}))` })
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('companyId', '=', companyId)
    .where('expiresAt', '>', ctx.at)
    .returning('expiresAt')
    .executeTakeFirst()

const held = ['listId', 'companyId', 'cvr', 'scriptId', 'takenAt', sql<MeetingForm>`form`.as('form')] as const
const endOne = hotOne((ctx, { companyId }: { companyId: number }) =>
  ctx.db
    .deleteFrom('callHold')
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('companyId', '=', companyId)
    .where('expiresAt', '>', ctx.at)
    .returning(held),
)
/** Ends the reservation of who asks; gives it back when it was still alive, so that only one answer can follow. */
export const endHold = (ctx: Ctx, companyId?: number) =>
  companyId !== undefined
    ? endOne(ctx, { companyId })
    : ctx.db
        .deleteFrom('callHold')
        .where('centreId', '=', ctx.centreId)
        .where('personId', '=', ctx.personId)
        .returning(held)
        .executeTakeFirst()

/** The company that someone has under call. */
export const holdsOf = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('callHold as h')
    .innerJoin('companyPlace as c', 'c.id', 'h.companyId')
    .select(['h.companyId', 'c.name as company', 'h.takenAt'])
    .where('h.centreId', '=', ctx.centreId)
    .where('h.personId', '=', personId)
    .where('h.expiresAt', '>', ctx.at)
    .execute()
export const endHoldsOf = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('callHold').where('centreId', '=', ctx.centreId).where('personId', '=', personId).execute()

/** Companies of a list that nothing keeps from being called but that nobody knows their number. */
export const numberlessOf = (ctx: Ctx, listId: number) =>
  ctx.db
    .selectFrom('queueRow as q')
    .innerJoin('companyPlace as c', 'c.id', 'q.companyId')
    .select(['c.id as companyId', 'c.name', 'c.street', 'c.town', 'c.industryText as industry', 'c.website'])
    .where('q.centreId', '=', ctx.centreId)
    .where('q.listId', '=', listId)
    .where('q.hindrance', '=', 'no-phone')
    .orderBy('q.position')
    .limit(100)
    .execute()
export const wantsNumber = async (ctx: Ctx, companyId: number) =>
  (await ctx.db
    .selectFrom('queueRow as q')
    .innerJoin('callingList as l', (join) => join.onRef('l.centreId', '=', 'q.centreId').onRef('l.id', '=', 'q.listId'))
    .select('q.companyId')
    .where('q.centreId', '=', ctx.centreId)
    .where('q.companyId', '=', companyId)
    .where('q.hindrance', '=', 'no-phone')
    // From another's list, one for own consultants or of another call centre, it is no matter of who asks.
    .where(isOurs(whoAsks(ctx)))
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The talk goes on with another number; false when somebody else is on it. The guard refuses one that may not be called (TV001). */
export const moveHold = async (ctx: Ctx, companyId: number, phone: string): Promise<boolean> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable('callHold')
    .set({ phone })
    .where('centreId', '=', ctx.centreId)
    .where('personId', '=', ctx.personId)
    .where('companyId', '=', companyId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('callHold as other')
            .select('other.companyId')
            .where('other.centreId', '=', ctx.centreId)
            .where('other.phone', '=', phone)
            .where('other.companyId', '<>', companyId),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
