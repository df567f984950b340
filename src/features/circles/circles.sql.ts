import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'

/** Its number; with row-level security the maker reads it as long as it is empty. */
export const insertCircle = (ctx: Ctx, name: string) =>
  ctx.db
    .insertInto('readingCircle')
    .values({ centreId: ctx.centreId, name, madeBy: personOf(ctx), madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

export const insertMembers = (ctx: Ctx, circleId: number, personIds: readonly number[]) =>
  ctx.db
    .insertInto('circleMember')
    .values(personIds.map((personId) => ({ centreId: ctx.centreId, circleId, personId, joinedAt: ctx.at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const insertAsked = (ctx: Ctx, circleId: number, personId: number) =>
  ctx.db
    .insertInto('circleAsked')
    .values({ centreId: ctx.centreId, circleId, personId, askedBy: personOf(ctx), askedAt: ctx.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
export const isAsked = async (ctx: Ctx, circleId: number, personId: number): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom('circleAsked')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('circleId', '=', circleId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export const putOut = async (ctx: Ctx, circleId: number, personId: number): Promise<void> => {
  await sql`select unsafe_out_of_circle(${circleId}::int, ${personId}::int)`.execute(ctx.db)
}

/** With everyone in it. Undefined when it is none of mine. */
export const deleteCircle = (ctx: Ctx, circleId: number) =>
  ctx.db
    .deleteFrom('readingCircle')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', circleId)
    .returning('id')
    .executeTakeFirst()

/** Everyone in a circle of mine; of another's nobody. */
export const membersOf = (ctx: Ctx, circleId: number) =>
  ctx.db
    .selectFrom('circleMember')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('circleId', '=', circleId)
    .orderBy('personId')
    .execute()

/** Of these, who is here now. */
export const hereOf = (ctx: Ctx, personIds: readonly number[]) =>
  ctx.db
    .selectFrom('memberNow')
    .select('personId')
    .where('centreId', '=', ctx.centreId)
    .where('personId', 'in', personIds)
    .execute()
