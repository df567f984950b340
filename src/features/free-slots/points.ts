/**
 * What speaks for a time, in points that people see (algorithms.md, B, as far as they need no history). Points belong to a proposed time; they are
 * never added up for a person. Pure.
 */
import type { pairPointsFor, pointsFor } from './free-slots.schema.ts'
import type { Knowledge } from '../trade-areas/trade-areas.ts'
import { weights } from './weights.table.ts'

export type Points = { what: (typeof pointsFor)[number]; points: number }
export type PairPoints = { what: (typeof pairPointsFor)[number]; points: number }

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
  return Math.min(weights.expertise, own + Math.min(15, companies))
}

const day = 24 * 60 * 60_000
const tenths = (points: number) => Math.round(points * 10) / 10
/** Two minutes of driving cost a point. */
const travelCost = (minutes: number) => Math.min(weights.travel, minutes / 2)

/** Of who leads, whenever it is. */
export const pointsOfLead = (facts: Facts, travelMinutes: number): Points[] => [
  { what: 'staffed', points: weights.staffed },
  { what: 'expertise', points: expertise(facts) },
  { what: 'contact', points: facts.has ? weights.contact : 0 },
  { what: 'met-before', points: facts.metBefore ? 10 : 0 },
  { what: 'travel', points: tenths(-travelCost(travelMinutes)) },
]
/** A day later costs as much as ten minutes of driving. What is the same for all times of one person is reckoned once. */
export const pointsAt = (facts: Facts, travelMinutes: number) => {
  const whenever = pointsOfLead(facts, travelMinutes)
  return (wait: number): Points[] => [...whenever, { what: 'later', points: tenths((-5 * wait) / day) }]
}

/** Has the trade himself, or has met companies of it: somebody can learn it beside him. */
export const teaches = ({ trade, companies }: Pick<Facts, 'trade' | 'companies'>) => trade !== null || companies > 0
/** Of who comes along, whomever with. */
export const pointsAlong = (travelMinutes: number): PairPoints[] => [
  { what: 'along', points: weights.along },
  { what: 'travel-along', points: tenths(-weights.travelAlong * travelCost(travelMinutes)) },
]
export type Pair = { learns: boolean; otherSchool: boolean }
/** What the two are worth to each other. */
export const pointsTogether = ({ learns, otherSchool }: Pair): PairPoints[] => [
  { what: 'learning', points: learns ? weights.learning : 0 },
  { what: 'other-school', points: otherSchool ? weights.otherSchool : 0 },
]

export const sumOf = (points: readonly { points: number }[]) => tenths(points.reduce((sum, one) => sum + one.points, 0))
