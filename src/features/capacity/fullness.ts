/** Who can take no more, and from which week there is room again: for whoever proposes times. */
import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { type Consultant, dateAt } from '../diaries/diaries.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import * as store from './capacity.sql.ts'
import { daysOf } from './limits.sql.ts'
import { agreedNone, mondayOf, ownRoom, roomIn, roomOfAnother, schoolRoom, weekNumber, weeksBetween } from './weeks.ts'

/** So far ahead is looked for the next week with room. */
const farthest = 12
/** `form`: only meetings of this kind are full, there is room for others. */
export type Full = {
  personId: number
  name: string
  weeks: number[]
  nextWeek: number | null
  form: MeetingForm | null
}
/** `form`: the kind of meeting that is asked for. */
type Looked = { from: string; days: number; form: MeetingForm; except?: store.Source | undefined }
/** On which days someone can take no more, and who is full in which weeks: for whoever proposes times. */
export const fullness = async (
  ctx: Ctx,
  people: readonly Pick<Consultant, 'personId' | 'name'>[],
  { from, days, form, except }: Looked,
) => {
  if (!(await store.isAgreed(ctx))) return { isFull: () => false, full: [] }
  const first = mondayOf(from)
  const last = mondayOf(daysAfter(from, days - 1))
  const weeks = weeksBetween(first, last)
  const ids = people.map(({ personId }) => personId)
  const asked = { people: ids, first, weeks, form, except }
  const [rows, booked] = await Promise.all([store.weeksOf(ctx, asked), daysOf(ctx, ids, asked)])
  // When there is room again is asked only of who has none.
  const fullIds = new Set(rows.flatMap((row) => (roomIn(row) <= 0 ? [row.personId] : [])))
  const after = { ...asked, people: [...fullIds], first: daysAfter(last, 7), weeks: farthest }
  const later = Map.groupBy(fullIds.size > 0 ? await store.weeksOf(ctx, after) : [], (row) => row.personId)
  const ofPerson = Map.groupBy(rows, (row) => row.personId)
  const rowOf = new Map(rows.map((row) => [`${row.personId} ${row.weekOn}`, row]))
  const onDay = new Map(booked.map((row) => [`${row.personId} ${row.day}`, row.booked]))
  const mondays = new Map(
    Array.from({ length: days }, (_, day) => daysAfter(from, day)).map((day) => [day, mondayOf(day)]),
  )
  const isFull = (personId: number, date: string) => {
    const row = rowOf.get(`${personId} ${mondays.get(date) ?? mondayOf(date)}`)
    if (!row) return false
    return roomIn(row) <= 0 || (row.aDay !== null && (onDay.get(`${personId} ${date}`) ?? 0) >= row.aDay)
  }
  const full = people.flatMap(({ personId, name }): Full[] => {
    const own = ofPerson.get(personId) ?? []
    const filled = own.filter((row) => roomIn(row) <= 0)
    if (filled.length === 0) return []
    const next = [...own, ...(later.get(personId) ?? [])].find(
      (row) => row.weekOn > (filled.at(-1)?.weekOn ?? last) && roomIn(row) > 0,
    )
    return [
      {
        personId,
        name,
        weeks: filled.map((row) => weekNumber(row.weekOn)),
        nextWeek: next ? weekNumber(next.weekOn) : null,
        form: filled.every((row) => roomOfAnother(row) > 0) ? form : null,
      },
    ]
  })
  return { isFull, full }
}
/** Who of them has no room in the week of the meeting; the first. */
export const fullAt = async (
  ctx: Ctx,
  times: readonly { personId: number; startsAt: string }[],
  { form, except }: { form: MeetingForm; except?: store.Source | undefined },
): Promise<{ personId: number; week: number; form: MeetingForm | null } | null> => {
  for (const { personId, startsAt } of times) {
    const date = dateAt(Date.parse(startsAt))
    const { isFull, full } = await fullness(ctx, [{ personId, name: '' }], { from: date, days: 1, form, except })
    if (isFull(personId, date)) return { personId, week: weekNumber(mondayOf(date)), form: full[0]?.form ?? null }
  }
  return null
}
/** False: one of them agreed to none of a kind in all weeks from now on that are looked at. */
export const agreesTo = async (
  ctx: Ctx,
  people: readonly number[],
  { form, days }: { form: MeetingForm; days: number },
): Promise<boolean> => {
  const first = mondayOf(ctx.today)
  const weeks = weeksBetween(first, mondayOf(daysAfter(ctx.today, days - 1)))
  const rows = await store.weeksOf(ctx, { people, first, weeks, form })
  return people.every((id) => rows.some((row) => row.personId === id && !agreedNone(row)))
}

const orNone = (room: number) => (Number.isFinite(room) ? room : null)
/** How many more meetings of any kind each can take in each week from a Monday on, and each school; null: nothing is agreed. */
export const roomAhead = async (
  ctx: Ctx,
  people: readonly number[],
  { first, weeks }: { first: string; weeks: number },
) => {
  const rows = (await store.isAgreed(ctx)) ? await store.weeksOf(ctx, { people, first, weeks }) : []
  const own = new Map(rows.map((row) => [`${row.personId} ${row.weekOn}`, orNone(ownRoom(row))]))
  const ofSchool = new Map(rows.map((row) => [`${row.schoolId} ${row.weekOn}`, orNone(schoolRoom(row))]))
  return {
    own: (personId: number, monday: string) => own.get(`${personId} ${monday}`) ?? null,
    school: (schoolId: number | null, monday: string) => ofSchool.get(`${schoolId} ${monday}`) ?? null,
  }
}
