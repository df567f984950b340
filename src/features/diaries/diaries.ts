/** Front door: when people work, are away and are busy. What must hold: nobody is ever at two places at once, driving included. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { visitors, visitsFirst } from '../centre/roles.ts'
import { mayChangeDiary } from './abilities.ts'
import { absenceAsTold } from './absences.ts'
import { busyTimes, type Source } from './busy.sql.ts'
import type { CalendarPerson } from './diaries.schema.ts'
import * as store from './diaries.sql.ts'
import { elsewhere } from './elsewhere.sql.ts'
import { type Diary, minute } from './free-times.ts'

export { diaryTopics } from './abilities.ts'
export { addAbsence, removeAbsence } from './absences.ts'
export { formOf, type Source, type Time } from './busy.sql.ts'
export { type Consultant, lockConsultant } from './diaries.sql.ts'
export {
  dateAt,
  dayOfWork,
  type Diary,
  fitsInto,
  freeStarts,
  insideHours,
  minute,
  type WallClock,
  wallClock,
} from './free-times.ts'
export { dropElsewhere, writeElsewhere } from './elsewhere.ts'
export { changeWorkingHours } from './hours.ts'
export { freeFor, freeOne, freeTime, takeTime } from './taking-time.ts'
export { type Driving, drivingBetween } from './travel.ts'

/** Someone who visits, with the working hours; undefined for anyone else. */
export const findConsultant = async (ctx: Ctx, personId: number) => {
  const [who] = await store.consultants(ctx, visitors, { personId })
  return who && { ...who, hours: [...(await store.workingHours(ctx, [personId]))] }
}

/** What there is of each person, in the order of the rows. */
const ofEach = <Row extends { personId: number }>(rows: readonly Row[]) => {
  const known = Map.groupBy(rows, (row) => row.personId)
  return ({ personId }: { personId: number }): readonly Row[] => known.get(personId) ?? []
}

type Asked = {
  from: string
  to: string
  personId?: number | undefined
  /** Its time counts as free. */
  except?: Source | undefined
}
/** The diaries of all who visit, or of one, between two moments; who has no working hours has none. */
export const listDiaries = async (
  ctx: Ctx,
  { from, to, personId, except }: Asked,
): Promise<(store.Consultant & Diary)[]> => {
  const people = await store.consultants(ctx, visitors, { personId })
  const ids = people.map((one) => one.personId)
  const [hours, taken, away, others] = await Promise.all([
    store.workingHours(ctx, ids),
    busyTimes(ctx, ids, from, to, except),
    store.absences(ctx, ids, from, to),
    elsewhere(ctx, ids, from, to),
  ])
  const [hoursOf, takenOf, awayOf, othersOf] = [ofEach(hours), ofEach(taken), ofEach(away), ofEach(others)]
  const span = (startsAt: string, endsAt: string) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) })
  return people
    .map((one) => ({
      ...one,
      hours: hoursOf(one),
      taken: takenOf(one).map((row) => ({ ...span(row.from, row.to), travel: row.travelMinutes * minute })),
      away: [...awayOf(one), ...othersOf(one)].map((row) => span(row.startsAt, row.endsAt)),
    }))
    .filter((one) => one.hours.length > 0)
}

/** The people of a calendar, with working hours, absences and what their other calendars say is taken, between two moments. */
export const listCalendarPeople = async (
  ctx: Ctx,
  { from, to, whose }: { from: string; to: string; whose: 'mine' | 'all' },
): Promise<(z.infer<typeof CalendarPerson> & { visitsFirst: boolean; schoolId: number | null })[]> => {
  const everyone = await store.consultants(ctx, visitors)
  const chosen = whose === 'mine' ? everyone.filter((one) => one.personId === ctx.personId) : everyone
  const ids = chosen.map((one) => one.personId)
  const hours = ofEach(await store.workingHours(ctx, ids))
  const away = ofEach(await store.absences(ctx, ids, from, to))
  const others = ofEach(await elsewhere(ctx, ids, from, to))
  return chosen.map((one) => ({
    personId: one.personId,
    name: one.name,
    school: one.school,
    schoolId: one.schoolId,
    me: one.personId === ctx.personId,
    hours: [...hours(one)],
    absences: away(one).map((row) => absenceAsTold(ctx, row)),
    elsewhere: others(one).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    can: { changeHours: mayChangeDiary(ctx, one.personId) },
    visitsFirst: visitsFirst.includes(one.role),
  }))
}
