/** Who may go to a visit: one question each. Whose field has nothing to do with it, goes neither first nor along. */
import { type Consultant, type Instance, slotsADay, topics, type Visit } from './instance.ts'

export type Rules = {
  /** Who comes along to learn need not know anything of it yet. */
  beginnersComeAlong: boolean
  /** A second one only where the company would like two. */
  onlyWhereWished: boolean
}
/** Those of the product: domain.md, row 19. */
export const ours: Rules = { beginnersComeAlong: true, onlyWhereWished: false }
/** Those that instances of a file are measured by (INSTANCES.md). */
export const strict: Rules = { beginnersComeAlong: false, onlyWhereWished: false }

const level = ({ expertise }: Consultant, topic: number) => expertise[topic] ?? 0
/** Courses of work are to the point everywhere, so they make nobody relevant. */
const isSpecial = (service: number) => service > topics.firstService

export const isRelevant = (one: Consultant, { industry, services }: Visit) =>
  level(one, industry) >= 1 || services.some((service) => isSpecial(service) && level(one, service) >= 2)

export const mayLead = (one: Consultant, who: number, { contact, industry, services }: Visit) =>
  contact === who ||
  level(one, industry) >= 2 ||
  (level(one, industry) >= 1 && services.some((service) => level(one, service) >= 2)) ||
  services.some((service) => isSpecial(service) && level(one, service) >= 3)

export const wishesToLearn = ({ learns }: Consultant, { industry, services }: Visit) =>
  learns.some((topic) => topic === industry || services.includes(topic))

export const mayComeAlong = (one: Consultant, visit: Visit, rules: Rules) =>
  (!rules.onlyWhereWished || visit.two) &&
  (isRelevant(one, visit) || (rules.beginnersComeAlong && wishesToLearn(one, visit)))

/** Between two visits of one person that follow each other on a day there is time for so much driving. */
const longestDrive = 30
export const isTooFar = ({ minutes }: Instance, from: number, to: number) => (minutes[from]?.[to] ?? 0) > longestDrive
export const followsSameDay = (slot: number) => (slot + 1) % slotsADay !== 0
