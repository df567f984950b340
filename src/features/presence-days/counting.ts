/** How many came, counted by who was there; what is told of it is frozen until every part has grown by the floor. */
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import * as store from './counting.sql.ts'
import { lockDays } from './days.sql.ts'
import { isAhead, mayCount, mustBe, showPresenceDay, tellOf, tellOurs, type Whole } from './one-day.ts'
import { presenceDaysEvents } from './presence-days-events.table.ts'
import { floor } from './presence-days.schema.ts'

/** All that was counted until now: who was without work, and everybody else who came. */
export type Sums = { unemployed: number; others: number }
/** What was told last. Null: of who was without work nothing could be told. */
export type Told = { came: number; unemployed: number | null }

/** How much each part that was told has grown since. */
const growth = ({ unemployed, others }: Sums, last: Told | null): number[] => {
  if (last === null) return [unemployed + others]
  if (last.unemployed === null) return [unemployed + others - last.came]
  return [unemployed - last.unemployed, others - (last.came - last.unemployed)]
}

/**
 * What is told next, or null: what was told stands. Once both parts were told they go on together, for a sum told alone beside them would
 * leave a part that is smaller than the floor.
 */
export const nextTold = (last: Told | null, now: Sums): Told | null => {
  if (growth(now, last).some((more) => more < floor)) return null
  const both = now.unemployed >= floor && now.others >= floor
  return { came: now.unemployed + now.others, unemployed: both ? now.unemployed : null }
}

/** What most asked about: at most two, each asked about by as many as the floor. */
export const mostAsked = <Topic extends string>(asked: readonly { topic: Topic; asked: number }[]): Topic[] =>
  asked
    .filter((one) => one.asked >= floor)
    .toSorted((one, other) => other.asked - one.asked)
    .slice(0, 2)
    .map(({ topic }) => topic)

// ---- Counted by who was there ----------------------------------------------------------------------------------------
const record = recorder(presenceDaysEvents)

/** Whether there was more to tell. */
const tellAnew = async (ctx: Ctx, partnerId: number): Promise<boolean> => {
  const { since, unemployed, others } = await store.countedAt(ctx, partnerId)
  const next = nextTold((await store.lastTold(ctx, partnerId)) ?? null, { unemployed, others })
  if (next === null || since === null) return false
  await store.insertTold(ctx, partnerId, { ...next, since, topics: mostAsked(await store.topicsAt(ctx, partnerId)) })
  return true
}

/** No number stands in the event: who reads what happened reads no figure under the floor either. */
export const countPresence = async (ctx: Ctx, id: number, count: store.Count): Promise<Whole> => {
  await lockDays(ctx, [id])
  const row = await mustBe(ctx, id)
  if (isAhead(ctx, row)) throw problem('presence-day-ahead')
  if (row.calledOffAt !== null || !mayCount(ctx, row)) throw problem('not-allowed')
  await store.lockTold(ctx, row.partnerId)
  await store.writeCount(ctx, id, count)
  const told = await tellAnew(ctx, row.partnerId)
  await record(ctx, {
    ...{ verb: 'counted', subject: 'presence_day', subjectId: id },
    after: { what: row.partner, onDay: row.onDay },
  })
  // Open pages of partners hear of what they are told alone.
  await (told ? tellOf(ctx, row.partnerId) : tellOurs(ctx))
  return showPresenceDay(ctx, id)
}
