/** Front door: when there is no room left at the pace of the last working days. It reckons, warns, and holds nothing back. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { freeWeeks, mondayOf, promisedWeeks } from '../capacity/capacity.ts'
import { runsCentre } from '../centre/roles.ts'
import { dateAt } from '../diaries/diaries.ts'
import { type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import type { Forecast, showForecast as contract } from './forecast.schema.ts'
import * as store from './forecast.sql.ts'
import { type FreeWeek, freeNow, reckonFull, toldOf } from './reckon.ts'

/** A pace is that of so many working days before today; farther back is another time of year. */
const lookedBack = 10
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
  { weeks, booked }: { weeks: readonly FreeWeek[]; booked: number },
  told: boolean,
): z.infer<typeof Forecast> => {
  const reckoned = reckonFull({ ...looked, weeks, booked })
  const { state } = reckoned
  return {
    state,
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

export const showForecast = async (ctx: Ctx): Promise<AnswerOf<typeof contract>> => {
  const horizon = await promisedWeeks(ctx)
  // On the last day that is looked at as many weeks are promised as on any.
  const schools = await freeWeeks(ctx, lookedAhead + horizon - 1)
  const since = await store.firstAgreed(ctx)
  const working = await workingTimeNow(ctx)
  const back = since === null ? [] : daysBefore(working, ctx.today, dateAt(Date.parse(since)))
  const from = back.at(-1) ?? ctx.today
  const agreed = await store.agreedBetween(
    ctx,
    momentOf(from, '00:00').toString(),
    momentOf(ctx.today, '00:00').toString(),
  )
  const looked = {
    ...{ today: ctx.today, horizon, days: back.length },
    ahead: daysFollowing(working, ctx.today, daysAfter(mondayOf(ctx.today), 7 * lookedAhead - 1)),
  }
  const bookedOf = (ids: readonly number[]) =>
    agreed.reduce((sum, { personId, meetings }) => sum + (ids.includes(personId) ? meetings : 0), 0)
  const told = toldOf(schools.map(({ people }) => people.length))
  const known = schools.map(({ people, ...school }, n) => ({
    ...school,
    ...{ booked: bookedOf(people), told: told.schools[n] ?? false },
  }))
  const seen = known.filter(({ id }) => runsCentre(ctx) || (id !== null && id === ctx.schoolId))
  const all = {
    weeks: sumOf(known.flatMap(({ weeks }) => weeks)),
    booked: known.reduce((sum, { booked }) => sum + booked, 0),
  }
  return {
    all: runsCentre(ctx) && known.length > 0 ? forecastOf(looked, all, told.all) : null,
    schools: seen.map(({ id, name, told: isTold, ...of }) => ({ id, name, forecast: forecastOf(looked, of, isTold) })),
    horizon,
  }
}
