/** Front door: named people who read together what is kept to them (`group`). Later rooms hang their tables on a circle: `call of_circle('…')`. */
import { type Ctx, personOf } from '#platform/context'
import { problem } from '#platform/errors'
import { announceTo } from '#platform/events'
import * as store from './circles.sql.ts'

const refuseStrangers = async (ctx: Ctx, personIds: readonly number[]) => {
  const here = await store.hereOf(ctx, personIds)
  if (here.length !== new Set(personIds).size) throw problem('not-found')
}

/** A circle of the maker and those named. Throws not-found for who is not here. Its number is what a row's `circle_id` says. */
export const makeCircle = async (ctx: Ctx, name: string, personIds: readonly number[] = []): Promise<number> => {
  const mine = personOf(ctx)
  await refuseStrangers(ctx, [mine, ...personIds])
  const { id } = await store.insertCircle(ctx, name)
  // The maker first: from then on who is in lets others in.
  await store.insertMembers(ctx, id, [mine])
  const others = personIds.filter((one) => one !== mine)
  if (others.length > 0) await store.insertMembers(ctx, id, others)
  return id
}

const refuseForeign = async (ctx: Ctx, circleId: number) => {
  const members = await store.membersOf(ctx, circleId)
  if (members.length === 0) throw problem('not-found')
  return members.map(({ personId }) => personId)
}

/** Who is in lets someone in. Throws not-found for a circle of others, and for who is not here. */
export const letIntoCircle = async (ctx: Ctx, circleId: number, personId: number): Promise<void> => {
  await refuseForeign(ctx, circleId)
  await refuseStrangers(ctx, [personId])
  await store.insertMembers(ctx, circleId, [personId])
}

/** Somebody is asked in, by who is in or who runs the centre: he lets himself in when he has said yes. Throws not-found for who is not here. */
export const askIntoCircle = async (ctx: Ctx, circleId: number, personId: number): Promise<void> => {
  await refuseStrangers(ctx, [personId])
  if (personId !== personOf(ctx)) await store.insertAsked(ctx, circleId, personId)
}

/** It is no more, nor is anyone in it; what hung on it is gone already. Throws not-found for a circle of others. */
export const endCircle = async (ctx: Ctx, circleId: number): Promise<void> => {
  if (!(await store.deleteCircle(ctx, circleId))) throw problem('not-found')
}

/** Who asks is in from now on; false when nobody has asked him. */
export const enterCircle = async (ctx: Ctx, circleId: number): Promise<boolean> => {
  const mine = personOf(ctx)
  if ((await store.membersOf(ctx, circleId)).length > 0) return true
  if (!(await store.isAsked(ctx, circleId, mine))) return false
  await store.insertMembers(ctx, circleId, [mine])
  return true
}

/** From now on a stranger, the maker too, and asked no more; whoever says so. */
export const leaveCircle = (ctx: Ctx, circleId: number, personId: number): Promise<void> =>
  store.putOut(ctx, circleId, personId)

/** Tells the pages of the circle's people, and of nobody else, that answers under these addresses are stale. */
export const announceToCircle = async (ctx: Ctx, circleId: number, topics: readonly string[]): Promise<void> =>
  announceTo(ctx, topics, await refuseForeign(ctx, circleId))
