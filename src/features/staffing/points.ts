/** What speaks for the people of an instance's visit (INSTANCES.md), in points that are shown as a table. The product's own visits are weighed by `free-slots`. They belong to the visit; of a person nothing is ever added up. */
import { weights } from '../free-slots/weights.table.ts'
import { type Consultant, type Instance, topicsOf, type Visit } from './instance.ts'

export const pointsFor = [
  'staffed',
  'expertise',
  'contact',
  'travel',
  'along',
  'travel-along',
  'learning',
  'other-school',
] as const
export type Points = { what: (typeof pointsFor)[number]; points: number }

/** A visit beyond a school's share. */
const beyondCosts = 4
/** The first twenty minutes cost nothing. */
const travel = { free: 20, aMinute: 0.25 }
const industryPart = 0.6
const highest = 3

export const travelCost = (minutes: number) =>
  Math.min(weights.travel, travel.aMinute * Math.max(0, minutes - travel.free))
const minutesOf = ({ minutes }: Instance, one: Consultant, visit: Visit) => minutes[one.place]?.[visit.place] ?? 0

const expertise = ({ expertise: levels }: Consultant, { industry, services }: Visit) => {
  const part = (topic: number) => (levels[topic] ?? 0) / highest
  const ofServices = services.reduce((sum, service) => sum + part(service), 0) / Math.max(1, services.length)
  return weights.expertise * (industryPart * part(industry) + (1 - industryPart) * ofServices)
}

export const pointsOfLead = (instance: Instance, who: number, visit: Visit): Points[] => {
  const one = instance.consultants[who]
  if (!one) return []
  return [
    { what: 'staffed', points: weights.staffed },
    { what: 'expertise', points: expertise(one, visit) },
    { what: 'contact', points: visit.contact === who ? weights.contact : 0 },
    { what: 'travel', points: -travelCost(minutesOf(instance, one, visit)) },
  ]
}

/** Whoever comes along, whomever with. */
export const pointsAlong = (instance: Instance, one: Consultant, visit: Visit): Points[] => [
  { what: 'along', points: weights.along },
  { what: 'travel-along', points: -weights.travelAlong * travelCost(minutesOf(instance, one, visit)) },
]

/** From one who has it at its highest. */
export const learnsFrom = (second: Consultant, lead: Consultant, visit: Visit) =>
  topicsOf(visit).some((topic) => lead.expertise[topic] === highest && second.learns.includes(topic))

/** What the two are worth to each other. */
export const pointsTogether = (lead: Consultant, second: Consultant, visit: Visit): Points[] => [
  { what: 'learning', points: learnsFrom(second, lead, visit) ? weights.learning : 0 },
  { what: 'other-school', points: second.school === lead.school ? 0 : weights.otherSchool },
]

/** The same, for who reckons them by the million. */
export const together = { learning: weights.learning, otherSchool: weights.otherSchool, highest }
export const sumOf = (points: readonly Points[]) => points.reduce((sum, one) => sum + one.points, 0)

/** How far a school may lead more or fewer visits than its share: a tenth of it and half a visit; each visit beyond costs `cost`. */
export const share = { tenth: 0.1, half: 0.5, cost: beyondCosts }
export const beyondShare = (led: number, target: number, staffed: number) =>
  Math.max(0, Math.abs(led - target * staffed) - share.tenth * target * staffed - share.half)
