/** How many meetings those who visit can still take in some weeks: for whoever plans how many companies to call. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf } from '#platform/endpoint'
import { showRules } from '../centre/centre.ts'
import { visitsFirst } from '../centre/roles.ts'
import { dayOfWork, fitsInto, listDiaries, minute, wallClock } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { showFreeMeetings as contract } from './capacity.schema.ts'
import * as store from './capacity.sql.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { mondayOf, ownRoom, schoolRoom, weekNumber, weeksBetween, weeksFrom } from './weeks.ts'

/** Reckoned the first time it is asked for. */
const eachOnce = <Told>(reckon: (key: string) => Told) => {
  const known = new Map<string, Told>()
  return (key: string): Told => {
    const there = known.get(key)
    if (there !== undefined) return there
    const told = reckon(key)
    known.set(key, told)
    return told
  }
}

/** Who visits, and in which of so many weeks from this one on he works on a day that is not over: what begins later today can be booked. */
export const workedWeeks = async (ctx: Ctx, count: number) => {
  const weeks = weeksFrom(mondayOf(ctx.today), count)
  const [from, to] = [ctx.today, daysAfter(weeks.at(-1) ?? ctx.today, 7)].map((date) =>
    momentOf(date, '00:00').toString(),
  )
  const people = await listDiaries(ctx, { from: from ?? ctx.at, to: to ?? ctx.at })
  const working = await workingTimeNow(ctx)
  const at = wallClock()
  return people.map((person) => {
    const works = eachOnce((date) => {
      const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7
      if (date < ctx.today || working.offOn(date, person.schoolId)) return false
      if (!person.hours.some((one) => one.weekday === weekday)) return false
      const day = dayOfWork(person, date, at)
      if (day.to <= ctx.now.epochMilliseconds) return false
      return !person.away.some((away) => away.from <= day.from && away.to >= day.to)
    })
    const days = (week: string) => [0, 1, 2, 3, 4, 5, 6].map((day) => daysAfter(week, day))
    /** How many meetings there is still time for in a week, so many at most; driving, which nobody knows yet, left out. */
    const fitting = (week: string, most: number, sought: { length: number; buffer: number }) =>
      days(week)
        .filter(works)
        .reduce((sum, date) => {
          const left = { ...sought, travel: 0, after: ctx.now.epochMilliseconds, most: most - sum }
          return sum + (sum < most ? fitsInto(person, date, left, at) : 0)
        }, 0)
    return { ...person, weeks: weeks.filter((week) => days(week).some(works)), fitting }
  })
}

type Worked = Awaited<ReturnType<typeof workedWeeks>>[number]
/** How many meetings still fit into someone's week, of whatever kind; reckoned once, whatever list asks. */
export const timeOf = (people: readonly Worked[], sought: { length: number; buffer: number }) => {
  const each = new Map(
    people.map((person) => [person.personId, eachOnce((week) => person.fitting(week, mostInAWeek, sought))]),
  )
  return (personId: number, weekOn: string): number => each.get(personId)?.(weekOn) ?? 0
}
/** More than anyone can agree to. */
const mostInAWeek = 60
/** Half a year: who works when is hardly known farther ahead. */
const farthest = 26
/** What someone's number leaves in a week, and there is time for: hours at a partner's, say, are not free for meetings. Infinite where none is agreed. */
const roomOf = (row: store.WeekRow, who: Worked, sought: { length: number; buffer: number }) => {
  const room = Math.max(0, ownRoom(row))
  return room === Infinity ? room : who.fitting(row.weekOn, room, sought)
}
/** What is free in a week at a school, no more than its own number leaves; infinite where neither is agreed. */
const freeAt = (rows: readonly (store.WeekRow & { room: number })[]) => {
  const people = rows.reduce((sum, { room }) => sum + room, 0)
  return Math.min(people, ...rows.slice(0, 1).map((row) => Math.max(0, schoolRoom(row))))
}

/** What is free at each school in each week from one Monday to another, of all who visit first; weeks in which somebody is away or nobody works give none of his. */
const freeOf = async (ctx: Ctx, { first, last, form }: { first: string; last: string; form?: MeetingForm }) => {
  const monday = mondayOf(ctx.today)
  const people = (await workedWeeks(ctx, weeksBetween(monday, last))).filter(({ role }) => visitsFirst.includes(role))
  const works = new Map(people.map((who) => [who.personId, who]))
  const { visitMinutes, bufferMinutes } = await showRules(ctx)
  const sought = { length: visitMinutes * minute, buffer: bufferMinutes * minute }
  const rows = (
    await store.weeksOf(ctx, { people: null, first, weeks: weeksBetween(first, last), ...(form && { form }) })
  ).flatMap((row) => {
    const who = works.get(row.personId)
    return who?.weeks.includes(row.weekOn) ? [{ ...row, room: roomOf(row, who, sought) }] : []
  })
  const groups = Map.groupBy(rows, ({ schoolId, weekOn }) => `${schoolId} ${weekOn}`)
  const free = [...groups.values()].flatMap((some) =>
    some.slice(0, 1).map(({ schoolId, weekOn }) => ({ schoolId, weekOn, free: freeAt(some) })),
  )
  return { people, free }
}

/**
 * Free meetings by school and week, so many weeks from this one on, of all kinds together or of one; `free` null: somebody works in it without an
 * agreed number.
 */
export const freeWeeks = async (ctx: Ctx, count: number, form?: MeetingForm) => {
  const first = mondayOf(ctx.today)
  const last = daysAfter(first, 7 * (count - 1))
  const { people, free } = await freeOf(ctx, { first, last, ...(form && { form }) })
  const schools = [...Map.groupBy(people, ({ schoolId }) => schoolId)].map(([id, some]) => ({
    id,
    name: some[0]?.school ?? null,
    people: some.map(({ personId }) => personId),
    weeks: free
      .filter(({ schoolId }) => schoolId === id)
      .map((week) => ({ weekOn: week.weekOn, free: week.free === Infinity ? null : week.free })),
  }))
  return schools.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'da'))
}

/** Free meetings of a kind from a day to another, of all who visit; weeks in which somebody is away or the centre is closed give none of his. */
export const showFreeMeetings = async (
  ctx: Ctx,
  { from, to, form }: { from?: string | undefined; to?: string | undefined; form: MeetingForm },
): Promise<AnswerOf<typeof contract>> => {
  const monday = mondayOf(ctx.today)
  const first = from !== undefined && from > monday ? mondayOf(from) : monday
  const farthestWeek = daysAfter(monday, 7 * (farthest - 1))
  const wished = mondayOf(to ?? daysAfter(first, 7 * 11))
  const last = wished < farthestWeek ? wished : farthestWeek
  // Nobody knows who works so far ahead, or the days stand the wrong way round: nothing is said of it.
  if (last < first)
    return { free: null, from: first, until: daysAfter(last, 6), week: weekNumber(last), notAgreed: false }
  const { free } = await freeOf(ctx, { first, last, form })
  return {
    free: free.reduce((sum, one) => sum + (one.free === Infinity ? 0 : one.free), 0),
    from: first,
    until: daysAfter(last, 6),
    week: weekNumber(last),
    notAgreed: free.some((one) => one.free === Infinity),
  }
}
