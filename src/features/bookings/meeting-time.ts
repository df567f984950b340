/** The time of a meeting: checked, and taken for good or not at all. One consultant never has two overlapping times, driving included. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import * as store from './bookings.sql.ts'
import * as diary from '../diaries/diaries.sql.ts'
import { alone } from '#platform/db/savepoint'
import { insideHours, listFreeSlots } from './slots.ts'
import { travelMinutes } from '../diaries/travel.ts'

/** The wanted time, checked against what no other booker can change: the clock, the working hours. Throws slot-passed, outside-working-hours, not-found. */
export const timeFor = async (
  ctx: Ctx,
  place: diary.Place,
  personId: number,
  startsAt: string,
): Promise<store.Time> => {
  const [who] = await diary.consultants(ctx, { personId })
  if (!who) throw problem('not-found')
  const start = Date.parse(startsAt)
  if (start <= ctx.now.epochMilliseconds) throw problem('slot-passed')
  const length = (await diary.visitMinutes(ctx)) * 60_000
  const time = {
    personId,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + length).toISOString(),
    travelMinutes: travelMinutes(who.municipality, place.municipality),
  }
  if (!insideHours(await diary.workingHours(ctx, [personId]), time.startsAt, time.endsAt))
    throw problem('outside-working-hours', { who: who.name })
  return time
}

const isFree = async (ctx: Ctx, time: store.Time, except?: number): Promise<boolean> => {
  const shifted = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString()
  const [from, to] = [shifted(time.startsAt, -time.travelMinutes), shifted(time.endsAt, time.travelMinutes)]
  const taken = await diary.takenTimes(ctx, [time.personId], from, to, except)
  return taken.length === 0 && (await diary.absences(ctx, [time.personId], from, to)).length === 0
}

/** Throws slot-taken with the times that are free now, so that whoever is on the phone can offer another at once. */
const slotTaken = async (ctx: Ctx, companyId: number, bookingId?: number) => {
  const { rows } = await listFreeSlots(ctx, { companyId, days: 14, every: false, bookingId })
  return problem('slot-taken', {}, { slots: rows })
}

/**
 * Takes the time for good, or not at all. Bookers of one consultant queue up behind a lock, so that losers are told at
 * once; the exclusion constraint holds whatever happens. A loser's lock is let go before fresh times are reckoned.
 */
export const takeTime = async <T>(
  ctx: Ctx,
  time: store.Time,
  companyId: number,
  write: () => Promise<T>,
  except?: number,
): Promise<T> => {
  if (!(await isFree(ctx, time, except))) throw await slotTaken(ctx, companyId, except)
  const result = await alone(ctx, '23P01', async () => {
    await store.lockConsultant(ctx, time.personId)
    if (!(await isFree(ctx, time, except))) return { refused: true as const }
    return { done: await write() }
  })
  if ('refused' in result) throw await slotTaken(ctx, companyId, except)
  return result.done
}
