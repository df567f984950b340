import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { first, saysDay, saysTime } from '#web/parts/dates.ts'
import type { listGatherings, showGathering } from './gatherings.schema.ts'

export type Whole = AnswerOf<typeof showGathering>
export type Time = Whole['times'][number]
export type Listed = AnswerOf<typeof listGatherings>['rows'][number]

/** "Torsdag 26. november kl. 10.00–12.00". */
export const saysSpan = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  m.gatherings_span({ day: first(saysDay(startsAt)), from: saysTime(startsAt), to: saysTime(endsAt) })
export const saysFree = (free: number) =>
  free === 0 ? m.gatherings_is_full() : free === 1 ? m.gatherings_is_free_one() : m.gatherings_is_free({ count: free })
