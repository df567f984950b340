/** Who is in a group: asked, with a yes of his own, and out again at once; and who leads it. */
import * as m from '#texts'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import { referralReceivers as groupPeople } from '../centre/roles.ts'
import { askIntoCircle, enterCircle, leaveCircle } from '../circles/circles.ts'
import { memberNow } from '../members/members.ts'
import { takeRegularContact } from '../regular-contacts/regular-contacts.ts'
import * as store from './groups.sql.ts'
import * as members from './members.sql.ts'
import { lockFor, markGroup, type Row, type Shape, showGroup, tell } from './one-group.ts'
import { passTasks } from './work.sql.ts'

/** Of the schools or the centre, and here. */
export const mayBeIn = async (ctx: Ctx, personId: number, pointer: string) => {
  const member = await memberNow(ctx, personId)
  if (member && isOneOf(groupPeople, member.role)) return member
  throw problemAt('wrong-input', pointer, m.groups_not_a_member({}, { locale: ctx.language }), 'not-a-member')
}

type Of = Pick<Row, 'id' | 'companyId' | 'cvr' | 'circleId'>
/** Somebody is asked; who is in it already, or asked, is left so. */
export const askIn = async (ctx: Ctx, row: Of, personId: number): Promise<void> => {
  if (!(await members.insertAsked(ctx, row.id, personId))) return
  await askIntoCircle(ctx, row.circleId, personId)
  await tell(ctx, row, { verb: 'asked-in' })
}

export const askIntoGroup = async (ctx: Ctx, id: number, personId: number): Promise<Shape> => {
  const row = await lockFor(ctx, id, 'ask')
  await mayBeIn(ctx, personId, '/body/personId')
  if (personId === ctx.personId)
    throw problemAt('wrong-input', '/body/personId', m.groups_not_oneself({}, { locale: ctx.language }), 'oneself')
  await askIn(ctx, row, personId)
  return showGroup(ctx, id)
}

/** In from now on, and the lead if the company is his. False where nobody has asked him. */
export const comeIn = async (ctx: Ctx, row: Of): Promise<boolean> => {
  if (!(await enterCircle(ctx, row.circleId))) return false
  await members.joinNow(ctx, row.id)
  await tell(ctx, row, { verb: 'joined' })
  return true
}

/** Who is in it already, or has said no, has answered. */
const refuseAnswered = async (ctx: Ctx, id: number) => {
  const row = await store.groupById(ctx, id)
  const me = (await members.membersOf(ctx, id)).find((one) => one.id === ctx.personId)
  if (row?.endedAt === null && me && (me.joinedAt !== null || me.declinedAt !== null)) throw problem('group-answered')
}

export const answerGroup = async (ctx: Ctx, id: number, yes: boolean): Promise<{ id: number; yes: boolean }> => {
  await refuseAnswered(ctx, id)
  const row = await lockFor(ctx, id, 'answer')
  if (yes) {
    if (!(await comeIn(ctx, row))) throw problem('not-found')
    await markGroup(ctx, id)
  } else {
    await members.updateMember(ctx, id, ctx.personId ?? 0, { declinedAt: ctx.at })
    await leaveCircle(ctx, row.circleId, ctx.personId ?? 0)
    await tell(ctx, row, { verb: 'declined' })
  }
  return { id, yes }
}

/** Out of it and of its circle; what he had open is the lead's, and without one the coordinators'. So many tasks. */
export const goOut = async (ctx: Ctx, row: Row, personId: number): Promise<number> => {
  const leadId = row.leadId === personId ? null : row.leadId
  const tasks = await passTasks(ctx, row.id, personId, leadId)
  await members.updateMember(ctx, row.id, personId, { leftAt: ctx.at })
  await leaveCircle(ctx, row.circleId, personId)
  await tell(ctx, row, { verb: 'left', after: { tasks } })
  return tasks
}

/** I am in it no more, or the lead says so of another. Who leads hands the company over first. */
export const leaveGroup = async (ctx: Ctx, id: number, personId: number): Promise<{ id: number; tasks: number }> => {
  const seen = await store.planById(ctx, id)
  if (seen && seen.leadId === personId) throw problem('group-leads')
  const row = await lockFor(ctx, id, personId === ctx.personId ? 'leave' : 'remove')
  const there = (await members.membersOf(ctx, id)).find((one) => one.id === personId)
  if (!there || there.leftAt !== null || there.declinedAt !== null) throw problem('not-found')
  return { id, tasks: await goOut(ctx, row, personId) }
}

/** The company is mine, and with it the group: of two who say so at once, one has it. */
export const leadGroup = async (ctx: Ctx, id: number): Promise<Shape> => {
  const seen = await store.planById(ctx, id)
  if (seen && seen.leadId !== null && seen.leadId !== ctx.personId)
    throw problem('contact-taken', { who: seen.lead ?? '' })
  if (!seen) throw problem('not-found')
  await takeRegularContact(ctx, { companyId: seen.companyId, origin: { kind: 'group', id } })
  const row = await lockFor(ctx, id, 'work')
  await tell(ctx, row, { verb: 'led' })
  return showGroup(ctx, id)
}
