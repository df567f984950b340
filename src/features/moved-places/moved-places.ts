/**
 * Front door: a workplace that the register gave to another company. What this centre has of it goes along within a minute, asked of every room; of what
 * was said of all the old company the coordinators are asked, and until they have answered it holds.
 */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { sweep } from '#platform/jobs'
import type { Moved } from '#platform/room'
import { runsCentre } from '../centre/roles.ts'
import { answerMove, keepMove, lockCompanies, movesToCarry } from '../may-contact/may-contact.ts'
import { movedPlacesEvents } from './moved-places-events.table.ts'
import type { MovedPlace } from './moved-places.schema.ts'
import * as store from './moved-places.sql.ts'

const record = recorder(movedPlacesEvents)
const topics = ['moved-places', 'companies', 'calls', 'contact-lists', 'waiting-periods', 'promises', 'bookings']
const atOnce = 100

type Verb = keyof typeof movedPlacesEvents.place_move
const tell = (ctx: Ctx, verb: Verb, id: number, { companyId, from, to }: Omit<Moved, 'all'>) =>
  record(ctx, { verb, subject: 'place_move', subjectId: id, companyId, cvr: to, after: { what: from }, topics })

/** Every room in its order: marks first, lists before the queue. */
const takeAlong = async (ctx: Ctx, moved: Moved) => {
  for (const { moves } of ctx.house.rooms) await moves?.(ctx, moved)
}

/** Looks each minute whether the register has moved a workplace. */
export const carryMoves = sweep('carry-moves', async (ctx) => {
  const found = await movesToCarry(ctx, atOnce)
  const cvrs = found.flatMap(({ from, to }) => [from, to])
  await lockCompanies(ctx, cvrs)
  for (const { id, ...move } of found) {
    if (!(await keepMove(ctx, id, move.companyId))) continue
    await takeAlong(ctx, { ...move, all: false })
    await tell(ctx, 'moved', id, move)
  }
})

export const listMovedPlaces = async (
  ctx: Ctx,
  companyId: number,
): Promise<{ rows: z.infer<typeof MovedPlace>[] }> => ({
  rows: (await store.openMoves(ctx, companyId)).map((row) => ({ ...row, can: { answer: runsCentre(ctx) } })),
})

/** Of two who answer at once the first is heard. */
export const answerMovedPlace = async (ctx: Ctx, id: number, holds: boolean) => {
  const move = await store.moveById(ctx, id)
  if (!move) throw problem('not-found')
  await lockCompanies(ctx, [move.from, move.to])
  if (await answerMove(ctx, id, holds)) {
    if (holds) await takeAlong(ctx, { ...move, all: true })
    await tell(ctx, holds ? 'holds' : 'holds-not', id, move)
  }
  return listMovedPlaces(ctx, move.companyId)
}
