import type { z } from '#platform/endpoint'
import type { Hours } from './diaries.schema.ts'

type Hour = z.infer<typeof Hours>
/** What a week begins with until somebody says otherwise: when companies can be visited, and half an hour's driving home. */
const proposed = { from: '08:00', to: '15:00' }
/** As the hours of it are said. */
export const saysProposed = { from: Number(proposed.from.slice(0, 2)), to: Number(proposed.to.slice(0, 2)) }
const workweek = [1, 2, 3, 4, 5]

/** The same on every working day: as proposed, or as one day of it was put. */
export const sameAllWeek = ({ from, to }: Pick<Hour, 'from' | 'to'> = proposed): Hour[] =>
  workweek.map((weekday) => ({ weekday, from, to }))
