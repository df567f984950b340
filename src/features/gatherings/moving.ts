/** Another time, place or number of seats. */
import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { freeTime } from '../diaries/diaries.ts'
import type { Whole } from './gatherings.schema.ts'
import type { When } from './gatherings.sql.ts'
import { lockAhead, runs, showGathering, tell } from './one-gathering.ts'
import * as store from './places.sql.ts'
import { refuseTime } from './refusing.ts'
import { fill, kind, seat, tellPerson } from './seats.ts'

const sameMoment = (one: string, other: string) => Temporal.Instant.compare(one, other) === 0
const isThere = (time: When, to: When) =>
  sameMoment(time.startsAt, to.startsAt) && sameMoment(time.endsAt, to.endsAt) && time.place === to.place
const isSame = (time: When, to: When) => isThere(time, to) && time.seats === to.seats

/** Whoever had a seat keeps it where he has the new time too, else he waits again; each of them is told. */
const seatAnew = async (ctx: Ctx, locked: Awaited<ReturnType<typeof lockAhead>>, time: store.TimeRow) => {
  const { row, people } = locked
  await freeTime(ctx, { kind, id: time.id })
  await store.clearSeats(ctx, time.id)
  for (const one of people) {
    const keeps = one.seat !== null && (await seat(ctx, row, time, one))
    await tellPerson(ctx, row, time, one.personId, one.seat !== null && !keeps ? 'lost' : 'moved')
  }
}

export const moveGathering = async (
  ctx: Ctx,
  id: number,
  timeId: number,
  { seen, ...to }: When & { seen: When },
): Promise<Whole> => {
  const locked = await lockAhead(ctx, id, timeId)
  const { row, time: before, people } = locked
  if (!runs(ctx, row)) throw problem('not-allowed')
  if (isSame(before, to)) return showGathering(ctx, id)
  if (!isSame(before, seen)) throw problem('changed-meanwhile', {}, { theirs: before, yours: to })
  refuseTime(ctx, to, '/body')
  const seated = people.flatMap(({ seat: has, personId }) => (has === null ? [] : [personId]))
  if (to.seats < seated.length) throw problem('gathering-seats-taken', { count: seated.length })
  await store.closeGaps(ctx, timeId, seated)
  await store.updateTime(ctx, timeId, to)
  const time = await store.timeById(ctx, timeId)
  if (!time) throw problem('not-found')
  if (!isThere(before, to)) {
    await store.endAskings(ctx, timeId)
    await seatAnew(ctx, locked, time)
  }
  await fill(ctx, row, time)
  await tell(ctx, row, 'moved')
  return showGathering(ctx, id)
}
