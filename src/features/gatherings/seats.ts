/** Seats: who has one has its time taken in the diary; whoever waits first, and has that time free, has the next. */
import type { Ctx } from '#platform/context'
import { freeOne, takeTime } from '../diaries/diaries.ts'
import { writeTo } from './gathering-mail.ts'
import type { Row } from './gatherings.sql.ts'
import type { News } from './gathering-kinds.table.ts'
import * as store from './places.sql.ts'

/** What takes the time, as diaries name it. */
export const kind = 'gathering'
/** Kept free for driving, unless it is at one's own school. Turns at a stand follow each other. */
export const travelMinutes = 30
export const travelFor = ({ kind: of, schoolId }: Pick<Row, 'kind' | 'schoolId'>, home: number | null) =>
  of === 'stand' || (schoolId !== null && schoolId === home) ? 0 : travelMinutes

type Who = Pick<store.PlaceRow, 'personId' | 'schoolId'>
/** Has the seat and the time, or neither: false where something else lies there, or no seat is free. */
export const seat = async (ctx: Ctx, row: Row, time: store.TimeRow, { personId, schoolId }: Who) => {
  const free = await store.freeSeat(ctx, time.id)
  if (free === null) return false
  const { startsAt, endsAt } = time
  const write = async () => {
    await store.updatePlace(ctx, time.id, personId, { seat: free })
    return time.id
  }
  const times = [{ personId, startsAt, endsAt, travelMinutes: travelFor(row, schoolId) }]
  return (await takeTime(ctx, { kind, times, write })) !== null
}
/** What happened to somebody's place: shown to him until he has put it away, and written to him; what he did himself he knows. */
export const tellPerson = async (ctx: Ctx, row: Row, time: store.TimeRow, personId: number, news: News) => {
  if (personId === ctx.personId) return
  await store.updatePlace(ctx, time.id, personId, { news, newsAt: ctx.at })
  await writeTo(ctx, row, time, [personId], news)
}
/** Seats that are free go to who waits, in turn; whoever has something else then is passed over and goes on waiting. */
export const fill = async (ctx: Ctx, row: Row, time: store.TimeRow) => {
  for (const one of await store.placesOf(ctx, [time.id])) {
    if (one.seat === null && (await seat(ctx, row, time, one))) await tellPerson(ctx, row, time, one.personId, 'up')
  }
}
/** He is signed up no more: his time is free, and so is the seat. False where he was not. */
export const leave = async (ctx: Ctx, row: Row, time: store.TimeRow, personId: number): Promise<boolean> => {
  if (!(await store.deletePlace(ctx, time.id, personId))) return false
  await freeOne(ctx, { kind, id: time.id }, personId)
  await fill(ctx, row, time)
  return true
}
