/** Front door: when there is no room left at the pace of the last working days. It reckons, warns, and holds nothing back. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { freeWeeks, limitedForms, mondayOf, promisedWeeks } from '../capacity/capacity.ts'
import { runsCentre } from '../centre/roles.ts'
import { dateAt } from '../diaries/diaries.ts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import { type Forecast, lookedBack, type showForecast as contract } from './forecast.schema.ts'
import * as store from './forecast.sql.ts'
import { type FreeWeek, freeNow, reckonFull, sooner, toldOf } from './reckon.ts'

/** So many weeks ahead is looked: as far as who works when is known at all. */
const lookedAhead = 8

/** The last working days before today, newest first, from the day on which the first meeting was agreed. */
const daysBefore = ({ workdayAfter }: WorkingTime, today: string, since: string): string[] => {
  const days: string[] = []
  for (let day = daysAfter(today, -1); day >= since && days.length < lookedBack; day = daysAfter(day, -1))
    if (workdayAfter(daysAfter(day, -1), 1) === day) days.push(day)
  return days
}
const daysFollowing = ({ workdayAfter }: WorkingTime, today: string, last: string): string[] => {
  const days: string[] = []
  for (let day = workdayAfter(today, 1); day <= last; day = workdayAfter(day, 1)) days.push(day)
  return days
}
const sumOf = (weeks: readonly FreeWeek[]): FreeWeek[] =>
  [...Map.groupBy(weeks, ({ weekOn }) => weekOn)]
    .map(([weekOn, some]) => ({
      weekOn,
      free: some.some(({ free }) => free === null) ? null : some.reduce((sum, { free }) => sum + (free ?? 0), 0),
    }))
    .toSorted((one, other) => one.weekOn.localeCompare(other.weekOn))

type Looked = { today: string; ahead: readonly string[]; horizon: number; days: number }
const forecastOf = (
  looked: Looked,
  { weeks, booked, form }: { weeks: readonly FreeWeek[]; booked: number; form: MeetingForm | null },
  told: boolean,
): z.infer<typeof Forecast> => {
  const reckoned = reckonFull({ ...looked, weeks, booked })
  const { state } = reckoned
  return {
    ...{ state, form },
    day: 'on' in reckoned ? reckoned.on : 'until' in reckoned ? reckoned.until : null,
    workdays: state === 'on' ? reckoned.workdays : null,
    rests: told
      ? {
          ...{ booked, days: looked.days, free: freeNow({ ...looked, weeks }) },
          why: state === 'unknown' ? reckoned.why : null,
        }
      : null,
  }
}

/** What has room and how much was agreed lately, of all kinds together and of the one that is asked for; `kind` null: nobody here has a limit of it. */
type School = {
  weeks: readonly FreeWeek[]
  booked: number
  bookedOfKind: number
  kind: readonly FreeWeek[] | null
}
const soonest = (
  looked: Looked & { form: MeetingForm },
  { weeks, booked, bookedOfKind, kind }: School,
  told: boolean,
) => {
  const ofAll = forecastOf(looked, { weeks, booked, form: null }, told)
  if (!kind) return ofAll
  return sooner(ofAll, forecastOf(looked, { weeks: kind, booked: bookedOfKind, form: looked.form }, told))
}
const together = (schools: readonly School[]): School => ({
  weeks: sumOf(schools.flatMap(({ weeks }) => weeks)),
  booked: schools.reduce((all, { booked }) => all + booked, 0),
  bookedOfKind: schools.reduce((all, { bookedOfKind }) => all + bookedOfKind, 0),
  // Where nobody has a limit as much is free for the kind as for all.
  kind: schools.some(({ kind }) => kind) ? sumOf(schools.flatMap(({ kind, weeks }) => kind ?? weeks)) : null,
})

/** Free weeks and pace of each school, of all kinds and of one. */
const schoolsNow = async (ctx: Ctx, { form, weeks, from }: { form: MeetingForm; weeks: number; from: string }) => {
  const limits = await limitedForms(ctx, { first: mondayOf(ctx.today), weeks })
  const schools = await freeWeeks(ctx, weeks)
  const ofKind = limits.some((one) => one.form === form) ? await freeWeeks(ctx, weeks, form) : []
  const [since, until] = [from, ctx.today].map((date) => momentOf(date, '00:00').toString())
  const agreed = await store.agreedBetween(ctx, { from: since ?? ctx.at, to: until ?? ctx.at, form })
  const sum = (ids: readonly number[], of: 'meetings' | 'ofKind') =>
    agreed.reduce((all, row) => all + (ids.includes(row.personId) ? row[of] : 0), 0)
  const told = toldOf(schools.map(({ people }) => people.length))
  return {
    told,
    limits,
    known: schools.map(({ people, ...school }, n) => {
      // Another school's limit is nobody's business here, and changes nothing.
      const limited = limits.some((one) => one.form === form && one.schoolId === school.id)
      return {
        ...{ ...school, told: told.schools[n] ?? false },
        ...{ booked: sum(people, 'meetings'), bookedOfKind: sum(people, 'ofKind') },
        kind: limited ? (ofKind.find(({ id }) => id === school.id)?.weeks ?? null) : null,
      }
    }),
  }
}

/** For meetings of a kind: when there is no room for one more, be it that all are taken, or all of that kind. */
export const showForecast = async (ctx: Ctx, form: MeetingForm = 'visit'): Promise<AnswerOf<typeof contract>> => {
  const horizon = await promisedWeeks(ctx)
  const since = await store.firstAgreed(ctx)
  const working = await workingTimeNow(ctx)
  const back = since === null ? [] : daysBefore(working, ctx.today, dateAt(Date.parse(since)))
  // On the last day that is looked at as many weeks are promised as on any.
  const weeks = lookedAhead + horizon - 1
  const { told, limits, known } = await schoolsNow(ctx, { form, weeks, from: back.at(-1) ?? ctx.today })
  const looked = {
    ...{ today: ctx.today, horizon, form, days: back.length },
    ahead: daysFollowing(working, ctx.today, daysAfter(mondayOf(ctx.today), 7 * lookedAhead - 1)),
  }
  const sees = (id: number | null) => runsCentre(ctx) || (id !== null && id === ctx.schoolId)
  return {
    all: runsCentre(ctx) && known.length > 0 ? soonest(looked, together(known), told.all) : null,
    schools: known
      .filter(({ id }) => sees(id))
      .map(({ id, name, told: isTold, ...of }) => ({ id, name, forecast: soonest(looked, of, isTold) })),
    ...{ horizon, form },
    limited: meetingForms.filter((one) => limits.some((row) => row.form === one && sees(row.schoolId))),
  }
}
