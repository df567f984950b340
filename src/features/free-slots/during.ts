/** Who is free during meetings that stand, whatever he teaches: their very time, not the half hours that are proposed. */
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem } from '#platform/errors'
import { fullness } from '../capacity/capacity.ts'
import { showRules } from '../centre/centre.ts'
import { type Consultant, dateAt, type Diary, insideHours, listDiaries, minute } from '../diaries/diaries.ts'
import { type MeetingForm, meetingForms } from '../diaries/diaries.schema.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { factsAbout } from './fitting.ts'
import * as store from './free-slots.sql.ts'
import { isHeldByAnother } from './holds.sql.ts'
import { drivingTo } from './proposing.ts'

export type During = { companyId: number; form: MeetingForm; startsAt: string; endsAt: string }
/** Why somebody cannot: he does not work then, has as many meetings as are agreed, is away, or is somewhere else. */
export type Hinders = 'off' | 'full' | 'away' | 'taken'
export type Could = Pick<Consultant, 'personId' | 'name' | 'school' | 'schoolId'> & {
  travelMinutes: number
  travelKnown: boolean
  hinders: Hinders | null
}
type Span = { from: number; to: number }
type Person = Consultant & Diary
const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to
const widened = ({ from, to }: Span, by: number) => ({ from: from - by, to: to + by })
const spanOf = ({ startsAt, endsAt }: During) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) })

/** The days around them all. */
const daysAround = (meetings: readonly During[]) => {
  const dates = meetings.map(({ startsAt }) => dateAt(Date.parse(startsAt))).toSorted()
  const [first = '', last = first] = [dates[0], dates.at(-1)]
  const at = (date: string) => momentOf(date, '00:00').toString()
  const days = (Date.parse(last) - Date.parse(first)) / (24 * 60 * minute) + 1
  return { first, days, from: at(daysAfter(first, -1)), to: at(daysAfter(last, 2)) }
}

/** Who has as many meetings as are agreed, of each kind that is asked for. */
const fullFor = async (
  ctx: Ctx,
  people: readonly Person[],
  meetings: readonly During[],
  { first, days }: ReturnType<typeof daysAround>,
) => {
  const isFull = new Map<MeetingForm, (personId: number, date: string) => boolean>()
  for (const form of meetingForms)
    if (meetings.some((one) => one.form === form))
      isFull.set(form, (await fullness(ctx, people, { from: first, days, form })).isFull)
  return (form: MeetingForm, personId: number, date: string) => isFull.get(form)?.(personId, date) ?? false
}

/** Of each meeting everybody who visits, and what keeps him from going; what is spoken about this moment is not looked at. */
export const whoDuring = async (ctx: Ctx, meetings: readonly During[]): Promise<Could[][]> => {
  if (meetings.length === 0) return []
  const around = daysAround(meetings)
  const [people, rules, working, places] = await Promise.all([
    listDiaries(ctx, around),
    showRules(ctx),
    workingTimeNow(ctx),
    store.placesOf(
      ctx,
      meetings.map(({ companyId }) => companyId),
    ),
  ])
  const isFull = await fullFor(ctx, people, meetings, around)
  const buffer = rules.bufferMinutes * minute
  return meetings.map((meeting) => {
    const span = spanOf(meeting)
    const date = dateAt(span.from)
    const municipality = places.get(meeting.companyId)?.municipality ?? null
    return people.map((one): Could => {
      const { personId, name, school, schoolId, hours, taken, away } = one
      const driving = drivingTo({ municipality }, meeting.form, one.municipality)
      const needed = widened(span, driving.minutes * minute)
      const hinders = () => {
        if (!insideHours(hours, span) || working.offOn(date, schoolId)) return 'off'
        if (away.some((time) => overlap(time, needed))) return 'away'
        if (taken.some((time) => overlap(time, widened(needed, buffer)))) return 'taken'
        return isFull(meeting.form, personId, date) ? 'full' : null
      }
      const { minutes: travelMinutes, known: travelKnown } = driving
      return { personId, name, school, schoolId, travelMinutes, travelKnown, hinders: hinders() }
    })
  })
}

/** What is known of everybody and the company of a meeting. Throws not-found. */
export const factsOfCompany = async (ctx: Ctx, companyId: number) => {
  const place = await store.placeOf(ctx, companyId)
  if (!place) throw problem('not-found')
  return { place, factsOf: await factsAbout(ctx, place) }
}

/** All who could come along, by name: what taking their time asks too (`timeFor`, `takeMeetingTime`). `fits` false: whoever chooses him says why. */
export const freeDuring = async (ctx: Ctx, meeting: During) => {
  const { factsOf } = await factsOfCompany(ctx, meeting.companyId)
  const buffer = (await showRules(ctx)).bufferMinutes
  const { startsAt, endsAt } = meeting
  const rows = []
  for (const one of (await whoDuring(ctx, [meeting]))[0] ?? []) {
    const { personId, name, school, schoolId, travelMinutes } = one
    if (one.hinders || (await isHeldByAnother(ctx, { personId, startsAt, endsAt, travelMinutes }, buffer))) continue
    const { fits, learns } = factsOf({ personId, schoolId })
    rows.push({ personId, name, school, fits: fits || learns })
  }
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'da'))
}
