/** Which place someone may give, and what holds while he does: the same for who is invited and for who is here already. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { grants, grantsFirst, leaders, type Place, type Role, schoolRoles } from '../centre/roles.ts'
import { holdLeadership, refuseSecondLeader } from './agreement.ts'
import * as store from './invitations.sql.ts'

/** Whether a place is this person's to give; whose an invitation to it is not, sees it not. */
export const mayGive = (ctx: Ctx, place: Place) =>
  grants(ctx, place) || (place.schoolId !== null && grantsFirst(ctx, place.role))

/** May give this role at this school, now. Throws not-allowed, and first-leader-only for who may give it to the first alone. */
export const refuseWhoMayNot = async (ctx: Ctx, place: Place, invitation?: number) => {
  if (!mayGive(ctx, place)) throw problem('not-allowed')
  await holdLeadership(ctx, place)
  if (!grants(ctx, place) && place.schoolId !== null) await refuseSecondLeader(ctx, place.schoolId, invitation)
}

/** What a leader does for the own school himself is the school's yes. */
export const agreedBy = (ctx: Ctx, { schoolId }: Place) =>
  schoolId !== null && schoolId === ctx.schoolId && leaders.some((one) => one === ctx.role) ? ctx.personId : null

/** The school of a place, null at the centre. Throws not-found for none of ours, and for a role that belongs to the centre. */
export const schoolFor = async (ctx: Ctx, { role, schoolId }: { role: Role; schoolId?: number | null | undefined }) => {
  const belongs = schoolRoles.includes(role)
  if (!schoolId) return null
  const school = await store.schoolById(ctx, schoolId)
  if (!school || !belongs) throw problem('not-found')
  return school
}
