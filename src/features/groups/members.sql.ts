/** Statements on who is in a group, who may be asked, and whom it talks with. */
import type { Ctx } from '#platform/context'

export const membersOf = (ctx: Ctx, groupId: number) =>
  ctx.db
    .selectFrom('groupMember as m')
    .innerJoin('memberEver as p', (join) =>
      join.onRef('p.centreId', '=', 'm.centreId').onRef('p.personId', '=', 'm.personId'),
    )
    .where('m.centreId', '=', ctx.centreId)
    .where('m.groupId', '=', groupId)
    .select(['m.personId as id', 'p.name', 'p.school', 'p.title', 'm.joinedAt', 'm.declinedAt', 'm.leftAt'])
    .orderBy('p.school')
    .orderBy('p.name')
    .orderBy('m.personId')
    .execute()
/** Asked, or asked again after a no or having left; false when he is in it, or asked, already. */
export const insertAsked = async (ctx: Ctx, groupId: number, personId: number): Promise<boolean> => {
  const asked = { askedBy: ctx.personId ?? 0, askedAt: ctx.at, joinedAt: null, declinedAt: null, leftAt: null }
  const row = await ctx.db
    .insertInto('groupMember')
    .values({ ...asked, centreId: ctx.centreId, groupId, personId })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'groupId', 'personId'])
        .doUpdateSet(asked)
        .where((eb) => eb.or([eb('groupMember.declinedAt', 'is not', null), eb('groupMember.leftAt', 'is not', null)])),
    )
    .returning('personId')
    .executeTakeFirst()
  return row !== undefined
}
/** Who asks is in it from now on. */
export const joinNow = (ctx: Ctx, groupId: number) => {
  const personId = ctx.personId ?? 0
  const joined = { joinedAt: ctx.at, declinedAt: null, leftAt: null }
  return ctx.db
    .insertInto('groupMember')
    .values({ ...joined, centreId: ctx.centreId, groupId, personId, askedBy: personId, askedAt: ctx.at })
    .onConflict((conflict) => conflict.columns(['centreId', 'groupId', 'personId']).doUpdateSet(joined))
    .execute()
}
export const updateMember = (
  ctx: Ctx,
  groupId: number,
  personId: number,
  change: { declinedAt: string } | { leftAt: string },
) =>
  ctx.db
    .updateTable('groupMember')
    .set(change)
    .where('centreId', '=', ctx.centreId)
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .execute()
/** All circles of groups that somebody was ever in: of ended ones too nothing is read any more. */
export const circlesOfPerson = (ctx: Ctx, personId: number) =>
  ctx.db
    .selectFrom('groupMember as m')
    .innerJoin('workingGroup as g', (join) =>
      join.onRef('g.centreId', '=', 'm.centreId').onRef('g.id', '=', 'm.groupId'),
    )
    .where('m.centreId', '=', ctx.centreId)
    .where('m.personId', '=', personId)
    .select(['g.id', 'g.circleId'])
    .execute()

// ---- Who may be asked, and whom it talks with -----------------------------------------------------------------------
export const peopleNow = (ctx: Ctx, roles: readonly string[]) =>
  ctx.db
    .selectFrom('memberNow')
    .where('centreId', '=', ctx.centreId)
    .where('role', 'in', roles)
    .select(['personId as id', 'name', 'school'])
    .orderBy('name')
    .orderBy('personId')
    .execute()
export const contactsAt = (ctx: Ctx, cvr: string) =>
  ctx.db
    .selectFrom('companyPersonNow')
    .where('centreId', '=', ctx.centreId)
    .where('cvr', '=', cvr)
    .where('leftOn', 'is', null)
    .select(['id', 'name', 'title'])
    .orderBy('name')
    .orderBy('id')
    .execute()
export const contactById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('companyPersonNow')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['name', 'title'])
    .executeTakeFirst()
