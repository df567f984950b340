/**
 * What is to be staffed: schools with their shares, consultants with what they know and when they can, visits with the times the companies can.
 * Everybody is named by place in these lists; a slot counts through the weeks, `slotsADay` a day, five days a week.
 */
export type School = {
  /** Its share of the visits that are led, 0 to 1. */
  target: number
  /** At most so many go out in a week, those who come along too. */
  cap: number
}
export type Consultant = {
  school: number
  place: number
  /** 0 to 3 in each topic. */
  expertise: readonly number[]
  /** Topics he wishes to learn. */
  learns: readonly number[]
  free: readonly number[]
  cap: number
}
export type Visit = {
  place: number
  /** A topic. */
  industry: number
  /** Topics. */
  services: readonly number[]
  slots: readonly number[]
  /** Who has the company. */
  contact: number | null
  /** The company would like two. */
  two: boolean
}
export type Instance = {
  schools: readonly School[]
  consultants: readonly Consultant[]
  visits: readonly Visit[]
  /** Minutes of driving between places. */
  minutes: readonly (readonly number[])[]
}

export const slotsADay = 4
export const slotsAWeek = 5 * slotsADay
export const weekOf = (slot: number) => Math.floor(slot / slotsAWeek)
/** How many weeks the companies' times reach. */
export const weeksOf = ({ visits }: Instance) => 1 + weekOf(Math.max(0, ...visits.flatMap(({ slots }) => slots)))

/** The first service says nothing of whom it needs: whoever visits knows courses of work (AMU). */
export const topics = { all: 12, firstService: 8 }
export const topicsOf = ({ industry, services }: Visit) => [industry, ...services]
export const bitsOf = (places: readonly number[]) => places.reduce((bits, place) => bits | (1 << place), 0)
