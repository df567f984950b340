/** Statements on a partner's regular days. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

export type Form = {
  weekday: number
  everyWeeks: 1 | 2 | 4
  fromOn: string
  untilOn: string | null
  startsAt: string
  endsAt: string
  travelMinutes: number
  place: string
}
const presences = (ctx: Ctx) =>
  ctx.db
    .selectFrom('presence as s')
    .innerJoin('partnerEver as p', (join) =>
      join.onRef('p.centreId', '=', 's.centreId').onRef('p.id', '=', 's.partnerId'),
    )
    .where('s.centreId', '=', ctx.centreId)
    .where('s.endedAt', 'is', null)
    .select([
      's.id',
      's.partnerId',
      'p.name as partner',
      's.weekday',
      's.fromOn',
      's.untilOn',
      's.startsAt',
      's.endsAt',
    ])
    .select(['s.travelMinutes', 's.place'])
    .select(sql<1 | 2 | 4>`s.every_weeks`.as('everyWeeks'))
export type PresenceRow = Awaited<ReturnType<ReturnType<typeof presences>['executeTakeFirstOrThrow']>>

export const allPresences = (ctx: Ctx): Promise<PresenceRow[]> =>
  presences(ctx).orderBy('p.name').orderBy('s.id').execute()
export const presenceById = (ctx: Ctx, id: number): Promise<PresenceRow | undefined> =>
  presences(ctx).where('s.id', '=', id).executeTakeFirst()
/** One at a time gives its days; of two who do, the second sees what the first did. */
export const lockPresence = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('presence')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
/** Those of partners that we work with no more. */
export const leftPartners = (ctx: Ctx) =>
  presences(ctx)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('partnerNow as n')
            .whereRef('n.centreId', '=', 's.centreId')
            .whereRef('n.id', '=', 's.partnerId')
            .select('n.id'),
        ),
      ),
    )
    .execute()
export const insertPresence = (ctx: Ctx, partnerId: number, form: Form) =>
  ctx.db
    .insertInto('presence')
    .values({ ...form, partnerId, centreId: ctx.centreId, addedBy: personOf(ctx), addedAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
export const updatePresence = (ctx: Ctx, id: number, form: Form) =>
  ctx.db.updateTable('presence').set(form).where('centreId', '=', ctx.centreId).where('id', '=', id).execute()
export const markEnded = (ctx: Ctx, id: number) =>
  ctx.db
    .updateTable('presence')
    .set({ endedAt: ctx.at, endedBy: ctx.personId })
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()

// ---- Who takes turns ------------------------------------------------------------------------------------------------
/** Who takes turns and visits still, in the order they came in. */
export const takersOf = (ctx: Ctx, presenceIds: readonly number[], roles: readonly string[]) =>
  ctx.db
    .selectFrom('presenceTurn as t')
    .innerJoin('memberNow as m', (join) =>
      join.onRef('m.centreId', '=', 't.centreId').onRef('m.personId', '=', 't.personId'),
    )
    .where('t.centreId', '=', ctx.centreId)
    .where('t.presenceId', 'in', [0, ...presenceIds])
    .where('m.role', 'in', [...roles])
    .select(['t.presenceId', 't.personId', 'm.name', 'm.schoolId'])
    .orderBy('t.place')
    .orderBy('t.personId')
    .execute()
export const replaceTakers = async (ctx: Ctx, presenceId: number, personIds: readonly number[]) => {
  await ctx.db
    .deleteFrom('presenceTurn')
    .where('centreId', '=', ctx.centreId)
    .where('presenceId', '=', presenceId)
    .execute()
  await ctx.db
    .insertInto('presenceTurn')
    .values(personIds.map((personId, place) => ({ centreId: ctx.centreId, presenceId, personId, place })))
    .execute()
}
export const leaveTurns = (ctx: Ctx, personId: number) =>
  ctx.db.deleteFrom('presenceTurn').where('centreId', '=', ctx.centreId).where('personId', '=', personId).execute()
/** Whom of ours to write to. */
export const membersAmong = (ctx: Ctx, personIds: readonly number[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('personId', 'in', [0, ...personIds])
    .select(['personId', 'name', 'email', 'language'])
    .execute()
/** Who visits: who can take turns, and be asked. */
export const visitorsNow = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', [...roles])
    .select(['personId as id', 'name'])
    .orderBy('name')
    .orderBy('personId')
    .execute()
