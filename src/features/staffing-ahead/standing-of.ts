/** The visits that lack somebody, as the engine is asked about them, and what its answer says. Pure. */
import { daysAfter } from '#platform/clock'
import { mondayOf } from '../capacity/capacity.ts'
import { dateAt } from '../diaries/diaries.ts'
import { type Could, type Facts, pointsAlong, pointsOfLead, sumOf, teaches } from '../free-slots/free-slots.ts'
import type { staffStanding, Standing } from '../staffing/staffing.ts'
import type { Known, KnownPerson } from './plan.ts'
import type { Place } from './staffing-ahead.schema.ts'

const aWeek = 7 * 24 * 3_600_000
const weekFrom = (monday: string, moment: string) =>
  Math.round((Date.parse(mondayOf(dateAt(Date.parse(moment)))) - Date.parse(monday)) / aWeek)

export type Looked = {
  bookingId: number
  startsAt: string
  endsAt: string
  industry: string | null
  /** A number for its trade area; null: nobody knows. */
  topic: number | null
  lacks: readonly Place[]
  /** Who goes in a place, or is asked to. */
  stands: readonly { personId: number; place: Place; booked: boolean }[]
  people: readonly (Could & { facts: Facts; proposable: boolean })[]
}
export type Room = {
  own: (personId: number, monday: string) => number | null
  school: (schoolId: number | null, monday: string) => number | null
}
type Person = Looked['people'][number]

/** Worth more than anything else: who goes, and who is asked, stays. */
const stays = 1000
const free = (one: Person) => one.hinders === null && one.proposable
const mayLead = (one: Person) => free(one) && one.facts.fits
const mayCome = (one: Person) => free(one) && (one.facts.fits || one.facts.learns)

const leadsOf = ({ lacks, stands, people }: Looked) => {
  const there = stands.find(({ place }) => place === 'lead')
  if (there) return [{ personId: there.personId, points: stays }]
  if (!lacks.includes('lead')) return []
  return people.flatMap((one) =>
    mayLead(one) ? [{ personId: one.personId, points: sumOf(pointsOfLead(one.facts, one.travelMinutes)) }] : [],
  )
}
const secondsOf = ({ lacks, stands, people }: Looked) => {
  const there = stands.find(({ place }) => place === 'second')
  if (there) return [{ personId: there.personId, points: stays, learns: false }]
  if (!lacks.includes('second')) return []
  return people.flatMap((one) => {
    const points = sumOf(pointsAlong(one.travelMinutes))
    return mayCome(one) ? [{ personId: one.personId, points, learns: one.facts.learns }] : []
  })
}

const minute = 60_000
/** Whoever could go to two visits whose times, driving and what lies between counted, meet. */
const apartOf = (visits: readonly Looked[], buffer: number) => {
  const spans = visits.map(
    ({ startsAt, endsAt, people }) =>
      new Map(
        people.map(({ personId, travelMinutes }) => [
          personId,
          [Date.parse(startsAt) - travelMinutes * minute, Date.parse(endsAt) + travelMinutes * minute] as const,
        ]),
      ),
  )
  const found: { personId: number; visits: [number, number] }[] = []
  for (const [one, first] of spans.entries())
    for (let other = one + 1; other < spans.length; other += 1)
      for (const [personId, [from, to]] of first) {
        const second = spans[other]?.get(personId)
        if (second && from - buffer < second[1] && second[0] - buffer < to)
          found.push({ personId, visits: [one, other] })
      }
  return found
}

type Everybody = ReadonlyMap<number, Person>
type Span = { monday: string; buffer: number }
/** How many more each can take in each week; who is booked has his seat already: it is not taken once more. */
const roomOf = (visits: readonly Looked[], everybody: Everybody, { room, monday }: { room: Room; monday: string }) => {
  const weeks = 1 + Math.max(0, ...visits.map(({ startsAt }) => weekFrom(monday, startsAt)))
  const mondays = Array.from({ length: weeks }, (_, week) => daysAfter(monday, 7 * week))
  const seats = visits.flatMap(({ startsAt, stands }) =>
    stands
      .filter(({ booked }) => booked)
      .map(({ personId }) => ({
        week: weekFrom(monday, startsAt),
        ...{ personId, schoolId: everybody.get(personId)?.schoolId ?? null },
      })),
  )
  const inWeeks = (left: (day: string) => number | null, is: (seat: (typeof seats)[number]) => boolean) =>
    mondays.map((day, week) => {
      const now = left(day)
      return now === null ? null : Math.max(0, now) + seats.filter((seat) => seat.week === week && is(seat)).length
    })
  return {
    weeks,
    own: (personId: number) =>
      inWeeks(
        (day) => room.own(personId, day),
        (seat) => seat.personId === personId,
      ),
    school: (schoolId: number | null) =>
      inWeeks(
        (day) => room.school(schoolId, day),
        (seat) => seat.schoolId === schoolId,
      ),
  }
}

/** The trade areas of these visits of which something is known of someone. */
const topicsOf = (visits: readonly Looked[], personId: number, has: (facts: Facts) => boolean) => [
  ...new Set(
    visits.flatMap(({ topic, people }) => {
      const one = people.find((person) => person.personId === personId)
      return topic !== null && one && has(one.facts) ? [topic] : []
    }),
  ),
]

/** `ids`: whom the engine's numbers mean. */
export const standingOf = (visits: readonly Looked[], room: Room, { monday, buffer }: Span) => {
  const everybody = new Map(visits.flatMap(({ people }) => people.map((one) => [one.personId, one] as const)))
  const left = roomOf(visits, everybody, { room, monday })
  // Who goes may have no working hours, and is nobody who could be asked.
  const going = visits.flatMap(({ stands }) => stands.map(({ personId }) => personId))
  const ids = [...new Set([...everybody.keys(), ...going])]
  const at = new Map(ids.map((personId, who) => [personId, who]))
  const schoolIds = [...new Set(ids.map((personId) => everybody.get(personId)?.schoolId ?? null))]
  const numbered = <Row extends { personId: number }>(rows: readonly Row[]) =>
    rows.flatMap(({ personId, ...row }) => {
      const who = at.get(personId)
      return who === undefined ? [] : [{ who, ...row }]
    })
  const standing: Standing = {
    weeks: left.weeks,
    people: ids.map((personId) => ({
      school: schoolIds.indexOf(everybody.get(personId)?.schoolId ?? null),
      room: left.own(personId),
      masters: topicsOf(visits, personId, teaches),
      learns: topicsOf(visits, personId, ({ learns }) => learns),
    })),
    schools: schoolIds.map((schoolId) => left.school(schoolId)),
    visits: visits.map((visit) => ({
      week: weekFrom(monday, visit.startsAt),
      topics: visit.topic === null ? [] : [visit.topic],
      leads: numbered(leadsOf(visit)),
      seconds: numbered(secondsOf(visit)),
    })),
    apart: numbered(apartOf(visits, buffer)),
  }
  return { standing, ids }
}

const knownOf = ({ facts, travelMinutes, travelKnown }: Person): KnownPerson => ({
  ...facts,
  travelMinutes,
  travelKnown,
})
/** What is known of those who are proposed; who goes first already tells whether there is something to learn. */
export const knownOfVisit = (
  { industry, people, stands }: Pick<Looked, 'industry' | 'people' | 'stands'>,
  { leadId, secondId }: { leadId: number | null; secondId: number | null },
): Known => {
  const byId = (id: number | null | undefined) => people.find(({ personId }) => personId === id)
  const lead = byId(leadId)
  const second = byId(secondId)
  const first = lead ?? byId(stands.find(({ place }) => place === 'lead')?.personId)
  return {
    industry,
    lead: lead ? knownOf(lead) : null,
    second: second
      ? {
          ...knownOf(second),
          learnsHere: second.facts.learns && first !== undefined && teaches(first.facts),
          otherSchool: first !== undefined && first.schoolId !== second.schoolId,
        }
      : null,
  }
}

/** Whom the engine's answer proposes, by meeting: nobody who goes or is asked already. */
export const proposedBy = (
  visits: readonly Looked[],
  ids: readonly number[],
  answer: ReturnType<typeof staffStanding>,
) =>
  visits.map((visit, n) => {
    const found = answer.find((one) => one.visit === n)
    const isNew = (place: Place) => visit.lacks.includes(place) && !visit.stands.some((one) => one.place === place)
    const idAt = (who: number | null | undefined) => (who === null || who === undefined ? null : (ids[who] ?? null))
    const leadId = isNew('lead') ? idAt(found?.lead) : null
    const secondId = isNew('second') ? idAt(found?.second) : null
    return { visit, leadId, secondId, known: knownOfVisit(visit, { leadId, secondId }) }
  })
