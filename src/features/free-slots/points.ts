/**
 * What speaks for a time, in points that people see (algorithms.md, B, as far as they need no history). Points belong to a proposed time; they are
 * never added up for a person. Pure.
 */
import type { pointsFor } from './free-slots.schema.ts'
import type { Knowledge } from '../trade-areas/trade-areas.ts'

export type Points = { what: (typeof pointsFor)[number]; points: number }

/** What is known of someone and a company, whatever the time. */
export type Facts = Knowledge & {
  /** Has the company, or stands in. */
  has: 'regular-contact' | 'deputy' | null
  metBefore: boolean
  /** How many companies of its trade he has met. */
  companies: number
  /** Nobody of ours has met the company. */
  first: boolean
}

/** Whoever knows the trade himself, or at a first meeting the whole offer; then his school; each company of it met adds one. At most 40. */
const expertise = ({ trade, kind, generalist, first, companies }: Facts) => {
  const own = trade === 'own' || (first && generalist) ? 25 : trade === 'school' || kind !== null ? 15 : 0
  return Math.min(40, own + Math.min(15, companies))
}

const day = 24 * 60 * 60_000
const tenths = (points: number) => Math.round(points * 10) / 10
/**
 * Two minutes of driving cost a point, up to 30; a day later costs as much as ten minutes. What is the same for all times of one person
 * is reckoned once.
 */
export const pointsAt = (facts: Facts, travelMinutes: number) => {
  const whenever: Points[] = [
    { what: 'staffed', points: 100 },
    { what: 'expertise', points: expertise(facts) },
    { what: 'contact', points: facts.has ? 30 : 0 },
    { what: 'met-before', points: facts.metBefore ? 10 : 0 },
    { what: 'travel', points: tenths(-Math.min(30, travelMinutes / 2)) },
  ]
  return (wait: number): Points[] => [...whenever, { what: 'later', points: tenths((-5 * wait) / day) }]
}

export const sumOf = (points: readonly Points[]) => points.reduce((sum, one) => sum + one.points, 0)
