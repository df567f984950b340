/** Time is taken for good, or not at all, and freed again. One person is never at two places at once, driving included. */
import type { Ctx } from '#platform/context'
import { alone } from '#platform/db/savepoint'
import * as store from './busy.sql.ts'
import type { MeetingForm } from './diaries.schema.ts'
import { lockConsultant } from './diaries.sql.ts'

type Taking = {
  /** What takes the time: `booking`. */
  kind: string
  times: readonly store.Time[]
  /** How people meet, where it is a meeting. */
  form?: MeetingForm
  /** Its number, when it had another time before: that one is freed. */
  moved?: number | undefined
  /** Minutes kept free between this and what else takes their time. */
  buffer?: number
  /** Writes the owner's rows and gives its number. */
  write: () => Promise<number>
}

type Around = NonNullable<Parameters<typeof store.isTaken>[2]>
const anyTaken = async (ctx: Ctx, times: readonly store.Time[], around: Around) => {
  for (const time of times) if (await store.isTaken(ctx, time, around)) return true
  return false
}

/**
 * Takes the time, or answers null when somebody was first, or he can take no more. Takers of one person's time queue up behind a lock, so that
 * losers are told at once; the exclusion constraint holds whatever happens. A loser's locks are let go.
 */
export const takeTime = async (
  ctx: Ctx,
  { kind, times, form, moved, buffer = 0, write }: Taking,
): Promise<number | null> => {
  const before = moved === undefined ? undefined : { kind, id: moved }
  const around = { except: before, buffer }
  if (await anyTaken(ctx, times, around)) return null
  const result = await alone(ctx, ['23P01', 'TV005'], async () => {
    for (const personId of times.map((time) => time.personId).toSorted((a, b) => a - b))
      await lockConsultant(ctx, personId)
    if (await anyTaken(ctx, times, around)) return { refused: true as const }
    const id = await write()
    await (before ? store.writeBusy(ctx, { kind, id, form }, times) : store.insertBusy(ctx, { kind, id, form }, times))
    return { id }
  })
  return 'refused' in result ? null : result.id
}

/** Nothing of his lies there. */
export const freeFor = async (ctx: Ctx, time: store.Time, buffer: number): Promise<boolean> =>
  !(await store.isTaken(ctx, time, { buffer }))

/** One of them goes no more; the others' time stays taken. Twice is once. */
export const freeOne = (ctx: Ctx, source: store.Source, personId: number) => store.deleteBusyOf(ctx, source, personId)

/** The opposite: whoever was to come is free again. Twice is once. */
export const freeTime = (ctx: Ctx, source: store.Source) => store.deleteBusy(ctx, source)
