import { runsCentre } from '../centre/roles.ts'
import { Temporal } from 'temporal-polyfill'
import { daysAfter, momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { Problem, problem } from '#platform/errors'
import { record } from '#platform/events'
import * as m from '#texts'
import { shapeOf } from './booking-shape.ts'
import { topics } from './booking-shape.ts'
import type { Absence, CalendarPerson, Hours } from './calendar.schema.ts'
import * as store from './bookings.sql.ts'
import * as diary from '../diaries/diaries.sql.ts'

type Hour = z.infer<typeof Hours>
type Away = z.infer<typeof Absence>
type Person = z.infer<typeof CalendarPerson>

const mayChange = (ctx: Ctx, personId: number) => runsCentre(ctx) || personId === ctx.personId
const hourOf = (row: diary.HoursRow): Hour => ({ weekday: row.weekday, from: row.fromTime, to: row.toTime })
/** Why someone is away is between that person and the coordinator; that he is away is for all. */
const awayOf = (ctx: Ctx, row: diary.AbsenceRow): Away => {
  const may = mayChange(ctx, row.personId)
  return { ...row, note: may ? row.note : '', can: { remove: may } }
}

export const showCalendar = async (
  ctx: Ctx,
  { from, days, who: asked }: { from: string; days: number; who: 'mine' | 'all' | 'usual' },
) => {
  const usual = ctx.role === 'consultant' ? ('mine' as const) : ('all' as const)
  const who = asked === 'usual' ? usual : asked
  const everyone = await diary.consultants(ctx)
  const chosen = who === 'mine' ? everyone.filter((one) => one.personId === ctx.personId) : everyone
  const ids = chosen.map((one) => one.personId)
  const [start, end] = [momentOf(from, '00:00').toString(), momentOf(daysAfter(from, days), '00:00').toString()]
  const hours = await diary.workingHours(ctx, ids)
  const away = await diary.absences(ctx, ids, start, end)
  const meetings = await store.meetingsBetween(ctx, start, end, ids)
  const people: Person[] = chosen
    .map((one) => ({
      personId: one.personId,
      name: one.name,
      school: one.school,
      me: one.personId === ctx.personId,
      hours: hours.filter((row) => row.personId === one.personId).map(hourOf),
      absences: away.filter((row) => row.personId === one.personId).map((row) => awayOf(ctx, row)),
      can: { changeHours: mayChange(ctx, one.personId) },
    }))
    // A coordinator without working hours is no column in the centre's week.
    .filter((one) => one.me || one.hours.length > 0 || meetings.some((row) => row.personId === one.personId))
  return { who, people, bookings: meetings.map((row) => shapeOf(ctx, row)) }
}

const wrongField = (
  ctx: Ctx,
  pointer: string,
  say: (inputs: Record<string, never>, options: { locale: 'da' | 'en' }) => string,
) => new Problem('wrong-input', { fields: [{ pointer, code: 'custom', detail: say({}, { locale: ctx.language }) }] })

const consultantFor = async (ctx: Ctx, personId: number) => {
  const [who] = await diary.consultants(ctx, { personId })
  if (!who) throw problem('not-found')
  if (!mayChange(ctx, personId)) throw problem('not-allowed')
  return who
}

/** Replaces the week. Meetings already agreed stay, whatever the new hours are. */
export const changeWorkingHours = async (ctx: Ctx, personId: number, hours: Hour[]): Promise<{ hours: Hour[] }> => {
  await consultantFor(ctx, personId)
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1]
    if (one.from >= one.to) throw wrongField(ctx, `/body/hours/${hours.indexOf(one)}/to`, m.bookings_hours_backwards)
    if (before?.weekday === one.weekday && before.to > one.from)
      throw wrongField(ctx, `/body/hours/${hours.indexOf(one)}/from`, m.bookings_hours_overlap)
  }
  await store.lockConsultant(ctx, personId)
  const before = (await diary.workingHours(ctx, [personId])).map(hourOf)
  await diary.replaceHours(ctx, personId, sorted)
  await record(ctx, { verb: 'changed', subject: 'working_hours', subjectId: personId, before, after: sorted, topics })
  return { hours: sorted }
}

/** Away from work. Meetings that lie inside stay until someone moves them: their number comes back. */
export const addAbsence = async (
  ctx: Ctx,
  given: { personId?: number | undefined; startsAt: string; endsAt: string; note: string },
) => {
  const personId = given.personId ?? personOf(ctx)
  await consultantFor(ctx, personId)
  if (Temporal.Instant.compare(given.startsAt, given.endsAt) >= 0)
    throw wrongField(ctx, '/body/endsAt', m.bookings_absence_backwards)
  await store.lockConsultant(ctx, personId)
  const row = await diary.insertAbsence(ctx, {
    personId,
    startsAt: given.startsAt,
    endsAt: given.endsAt,
    note: given.note,
  })
  await record(ctx, {
    verb: 'away',
    subject: 'absence',
    subjectId: row.id,
    visibility: 'personal',
    after: { personId, startsAt: row.startsAt, endsAt: row.endsAt, note: row.note },
    topics: [],
  })
  await record(ctx, {
    verb: 'away',
    subject: 'absence',
    subjectId: row.id,
    after: { personId, startsAt: row.startsAt, endsAt: row.endsAt },
    topics,
  })
  const inside = await store.meetingsBetween(ctx, row.startsAt, row.endsAt, [personId])
  return { ...awayOf(ctx, row), bookingsInside: inside.length }
}

export const removeAbsence = async (ctx: Ctx, id: number) => {
  const row = await diary.absenceById(ctx, id)
  if (!row) throw problem('not-found')
  if (!mayChange(ctx, row.personId)) throw problem('not-allowed')
  await diary.deleteAbsence(ctx, id)
  await record(ctx, {
    verb: 'not-away',
    subject: 'absence',
    subjectId: id,
    before: { personId: row.personId, startsAt: row.startsAt, endsAt: row.endsAt },
    topics,
  })
  return {}
}
