/** Agreed, booked and free, as who asks may see it. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { leadsSchool, runsCentre } from '../centre/roles.ts'
import { type Consultant, dayOfWork, type Diary, listDiaries, type WallClock, wallClock } from '../diaries/diaries.ts'
import { sayDayOff, type WorkingTime, workingTimeNow } from '../working-days/working-days.ts'
import type { CapacityPerson, CapacitySchools, CapacityWeek, showCapacity as contract } from './capacity.schema.ts'
import * as store from './capacity.sql.ts'
import * as ofKinds from './limits.sql.ts'
import { callingNow } from './pauses.ts'
import { joinedSchools, mondayOf, weekNumber, weeksFrom } from './weeks.ts'

const shownWeeks = 6
type Person = Consultant & Diary
type Week = z.infer<typeof CapacityWeek>
type Shown = z.infer<typeof CapacityPerson>
type Of = Pick<Consultant, 'personId' | 'schoolId'>

/** Whose numbers one plans with by name: all for who runs the centre, else one's own and the own school's. */
export const seesOne = (ctx: Ctx, { personId, schoolId }: Of) =>
  runsCentre(ctx) || personId === ctx.personId || (schoolId !== null && schoolId === ctx.schoolId)
/** A school's leader decides for the school and its people; one's own number one may lower. */
export const mayChangeSchool = (ctx: Ctx, schoolId: number | null) =>
  runsCentre(ctx) || (leadsSchool(ctx) && schoolId !== null && schoolId === ctx.schoolId)
export const mayChange = (ctx: Ctx, of: Of): Shown['can']['change'] => {
  if (mayChangeSchool(ctx, of.schoolId)) return 'any'
  return of.personId === ctx.personId ? 'lower' : 'no'
}

/** Whether someone is away on all that he works of a week, or nobody works; and what is booked while he is away. */
const stateOf = (ctx: Ctx, person: Person, on: string, { working, at }: { working: WorkingTime; at: WallClock }) => {
  const dates = [0, 1, 2, 3, 4, 5, 6].map((day) => daysAfter(on, day))
  const weekday = (date: string) => dates.indexOf(date) + 1
  const works = dates.filter((date) => person.hours.some((one) => one.weekday === weekday(date)))
  const offs = works.map((date) => working.offOn(date, person.schoolId))
  const open = works.filter((_, n) => !offs[n])
  const off = offs.find((one) => one !== undefined)
  if (open.length === 0)
    return { state: off ? ('closed' as const) : ('away' as const), why: off ? sayDayOff(ctx, off) : '', toGive: 0 }
  const isAway = (date: string) => {
    const day = dayOfWork(person, date, at)
    return person.away.some(({ from, to }) => from <= day.from && to >= day.to)
  }
  const [from, to] = [at(on, '00:00'), at(daysAfter(on, 7), '00:00')]
  const toGive = person.taken.filter(
    (one) =>
      one.from >= from &&
      one.from < to &&
      person.away.some((away) => away.from < one.to - one.travel && away.to > one.from + one.travel),
  ).length
  return { state: open.every(isAway) ? ('away' as const) : ('open' as const), why: '', toGive }
}

type Known = {
  rows: readonly store.WeekRow[]
  forms: readonly ofKinds.FormRow[]
  whys: readonly { personId: number | null; week: string; why: string; meetings: number | null }[]
  working: WorkingTime
  at: WallClock
}
const weeksOfPerson = (ctx: Ctx, person: Person, { rows, forms, whys, ...time }: Known): Week[] =>
  rows
    .filter(({ personId }) => personId === person.personId)
    .map(({ weekOn: on, meetings, booked, aDay }) => {
      const said = whys.findLast((one) => one.personId === person.personId && one.week === on)
      const state = stateOf(ctx, person, on, time)
      const why = state.why || (said && said.meetings !== null ? said.why : '')
      const kinds = forms.flatMap(({ personId, weekOn, form, most, booked: some }) =>
        personId === person.personId && weekOn === on ? [{ form, most, booked: some }] : [],
      )
      return { on, meetings, booked, aDay, ...state, why, kinds }
    })

const byName = (one: Person, other: Person) =>
  (one.school ?? '').localeCompare(other.school ?? '', 'da') || one.name.localeCompare(other.name, 'da')
/** The school's number, or what its people have agreed together. */
const sumOf = (rows: readonly store.WeekRow[]) => {
  const agreed = rows.reduce<number | null>(
    (sum, { meetings }) => (sum === null || meetings === null ? null : sum + meetings),
    0,
  )
  const caps = new Map(rows.map(({ schoolId, schoolMeetings }) => [schoolId, schoolMeetings]))
  const capped = [...caps.values()].reduce<number | null>(
    (sum, cap) => (sum === null || cap === null ? null : sum + cap),
    0,
  )
  if (agreed === null || capped === null) return agreed ?? capped
  return Math.min(agreed, capped)
}

type School = { id: number | null; name: string | null }
const schoolRows = (
  ctx: Ctx,
  people: readonly Person[],
  {
    rows,
    weeks,
    agreed,
    limits,
  }: {
    rows: readonly store.WeekRow[]
    weeks: readonly string[]
    agreed: Awaited<ReturnType<typeof ofKinds.schoolWeeks>>
    limits: Awaited<ReturnType<typeof ofKinds.schoolLimits>>
  },
): z.infer<typeof CapacitySchools>[] => {
  const units = [...new Map(people.map(({ schoolId, school }) => [schoolId, { id: schoolId, name: school }])).values()]
  const own = ({ id }: School) => id !== null && id === ctx.schoolId
  const count = ({ id }: School) => people.filter(({ schoolId }) => schoolId === id).length
  const alone = units.filter((unit) => runsCentre(ctx) || own(unit)).map((unit) => [unit])
  // Joined alike for all who look, the own school among them: two answers laid side by side tell no more than one.
  const joined = joinedSchools(units.map((school) => ({ school, people: count(school) })))
  const others = runsCentre(ctx) ? [] : joined.filter((schools) => schools.length > 1 || !schools.some(own))
  return [...alone, ...others].map((schools) => {
    const ids = schools.map(({ id }) => id)
    const one = schools.length === 1 ? schools[0] : undefined
    const mine = one !== undefined && (runsCentre(ctx) || own(one))
    const of = people.filter(({ schoolId }) => ids.includes(schoolId)).map(({ personId }) => personId)
    return {
      schools,
      weeks: weeks.map((on) => {
        const week = rows.filter(({ personId, weekOn }) => weekOn === on && of.includes(personId))
        return { on, meetings: sumOf(week), booked: week.reduce((sum, { booked }) => sum + booked, 0) }
      }),
      agreed:
        mine && one.id !== null
          ? weeks.map(
              (on) => agreed.find(({ schoolId, weekOn }) => schoolId === one.id && weekOn === on)?.meetings ?? null,
            )
          : null,
      limits: mine
        ? Object.fromEntries(limits.flatMap(({ schoolId, form, most }) => (schoolId === one.id ? [[form, most]] : [])))
        : {},
      can: { change: mine && mayChangeSchool(ctx, one.id) && one.id !== null },
    }
  })
}

export const showCapacity = async (ctx: Ctx, from?: string): Promise<AnswerOf<typeof contract>> => {
  const first = mondayOf(from ?? ctx.today)
  const weeks = weeksFrom(first, shownWeeks)
  const span = [first, daysAfter(first, 7 * shownWeeks)].map((date) => momentOf(date, '00:00').toString())
  const people = await listDiaries(ctx, { from: span[0] ?? ctx.at, to: span[1] ?? ctx.at })
  const rows = await store.weeksOf(ctx, { people: null, first, weeks: shownWeeks })
  const whys = await store.whyWeeks(ctx, first, weeks.at(-1) ?? first)
  const asks = await store.openAsks(ctx, first)
  const working = await workingTimeNow(ctx)
  const ids = [...new Set(people.flatMap(({ schoolId }) => schoolId ?? []))]
  const agreed = await ofKinds.schoolWeeks(ctx, ids, { first, weeks: shownWeeks })
  const limits = await ofKinds.schoolLimits(ctx, ids, weeks.at(-1) ?? first)
  const forms = await ofKinds.formsOf(ctx, { people: null, first, weeks: shownWeeks })
  const known = { rows, forms, whys, working, at: wallClock() }
  const shown = people.filter((one) => seesOne(ctx, one)).toSorted(byName)
  return {
    weeks: weeks.map((on) => ({ on, week: weekNumber(on) })),
    people: shown.map((person) => ({
      personId: person.personId,
      name: person.name,
      school: person.school,
      me: person.personId === ctx.personId,
      weeks: weeksOfPerson(ctx, person, known),
      asked: asks.flatMap(({ personId, weekOn: on, form }) => (personId === person.personId ? [{ on, form }] : [])),
      can: { change: mayChange(ctx, person) },
    })),
    schools: schoolRows(ctx, people.toSorted(byName), { rows, weeks, agreed, limits }),
    ...(await callingNow(ctx)),
    can: { ask: runsCentre(ctx), seesAll: runsCentre(ctx) },
  }
}
