/** Front door: when the centre calls and the days on which nobody works. */
import { Temporal } from 'temporal-polyfill'
import type { AnswerOf, z } from '#platform/endpoint'
import { daysAfter } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDate } from '#platform/text/danish'
import type { Message } from '#platform/text/language'
import * as m from '#texts'
import { leadsSchool, settlesCentre } from '../centre/roles.ts'
import { publicHolidays } from './public-holidays.ts'
import type { ClosedDays, showWorkingDays as shown } from './working-days.schema.ts'
import { workingDaysEvents } from './working-days-events.table.ts'
import { holidayNames } from './working-days.table.ts'
import * as store from './working-days.sql.ts'
import { type CallingHours, type DayOff, type WorkingTime, workingTime } from './working-time.ts'
import { usualHours } from './working-days.schema.ts'

export { type WorkingTime, workingTime } from './working-time.ts'

const record = recorder(workingDaysEvents)
/** Answers that another week or closed days make stale. */
const topics = ['working-days', 'free-slots', 'calls', 'queue']

/** What a centre calls by until it has chosen. */
const usual: readonly CallingHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: `0${usualHours.from}:00`,
  to: `${usualHours.to}:00`,
}))

/** When people work and when the centre calls, as it is chosen now. */
export const workingTimeNow = async (ctx: Ctx): Promise<WorkingTime> => {
  const { hours, closed } = await store.timeNow(ctx)
  return workingTime(hours.length > 0 ? hours : usual, closed)
}

/** Why nobody works on a day, in a word or two. */
export const sayDayOff = (ctx: Ctx, off: DayOff): string =>
  'holiday' in off ? holidayNames[off.holiday]({}, { locale: ctx.language }) : off.closed

type Shape = z.infer<typeof ClosedDays>
const mayClose = (ctx: Ctx, schoolId: number | null) =>
  settlesCentre(ctx) || (schoolId !== null && schoolId === ctx.schoolId)
const shapeOf = (ctx: Ctx, { schoolId, school, ...row }: store.ClosedRow): Shape => ({
  ...row,
  school: schoolId === null ? null : { id: schoolId, name: school ?? '' },
  can: { remove: mayClose(ctx, schoolId) },
})

/** The public holidays of a year from today. */
const holidaysAhead = (today: string) => {
  const year = Number(today.slice(0, 4))
  const last = Temporal.PlainDate.from(today).add({ years: 1 }).toString()
  return [year, year + 1].flatMap(publicHolidays).filter(({ on }) => on >= today && on < last)
}

export const showWorkingDays = async (ctx: Ctx): Promise<AnswerOf<typeof shown>> => {
  const { hours } = await store.timeNow(ctx)
  return {
    callingHours: hours.length > 0 ? hours : [...usual],
    holidays: holidaysAhead(ctx.today),
    closed: (await store.closedAhead(ctx)).map((row) => shapeOf(ctx, row)),
    can: {
      changeHours: settlesCentre(ctx),
      closes: settlesCentre(ctx) ? 'centre' : leadsSchool(ctx) ? 'school' : null,
    },
  }
}

const wrong = (ctx: Ctx, pointer: string, say: Message) =>
  problemAt('wrong-input', pointer, say({}, { locale: ctx.language }), 'custom')

/** Replaces the week. Call-backs that were agreed keep their time. */
export const changeCallingHours = async (ctx: Ctx, hours: readonly CallingHours[]) => {
  const inOrder = hours.toSorted((one, other) => one.weekday - other.weekday)
  for (const [index, one] of inOrder.entries()) {
    const pointer = `/body/hours/${hours.indexOf(one)}`
    if (one.from >= one.to) throw wrong(ctx, `${pointer}/to`, m.working_days_hours_backwards)
    if (inOrder[index - 1]?.weekday === one.weekday) throw wrong(ctx, `${pointer}/weekday`, m.working_days_hours_twice)
  }
  await store.lockHours(ctx)
  const before = await store.replaceHours(ctx, inOrder)
  await record(ctx, { verb: 'changed', subject: 'calling_hours', before, after: inOrder, topics })
  return { hours: [...inOrder] }
}

/** The most days that are closed at a time: a summer, or a whole term by mistake. */
const longest = 92
export const addClosedDays = async (
  ctx: Ctx,
  given: { from: string; to: string; name: string; schoolId?: number | null | undefined },
): Promise<Shape> => {
  const schoolId = given.schoolId ?? (settlesCentre(ctx) ? null : ctx.schoolId)
  if (!mayClose(ctx, schoolId)) throw problem('not-found')
  if (schoolId !== null && !(await store.isSchool(ctx, schoolId))) throw problem('not-found')
  const { from: fromOn, to: toOn, name } = given
  if (toOn < fromOn) throw wrong(ctx, '/body/to', m.working_days_closed_backwards)
  if (toOn < ctx.today) throw wrong(ctx, '/body/to', m.working_days_closed_past)
  if (toOn > daysAfter(fromOn, longest))
    throw wrong(ctx, '/body/to', (_, options) => m.working_days_closed_long({ days: longest }, options))
  const id = await store.insertClosed(ctx, { fromOn, toOn, name, schoolId })
  await record(ctx, {
    verb: 'closed',
    subject: 'closed_day',
    subjectId: id,
    after: { from: fromOn, to: toOn, name, schoolId },
    topics,
  })
  const row = await store.closedById(ctx, id)
  if (!row) throw problem('not-found')
  return shapeOf(ctx, row)
}

export const removeClosedDays = async (ctx: Ctx, id: number) => {
  const row = await store.closedById(ctx, id)
  // Another school's answers like one that is not there.
  if (!row || !mayClose(ctx, row.schoolId) || !(await store.deleteClosed(ctx, id))) throw problem('not-found')
  const { from, to, name, schoolId } = row
  await record(ctx, {
    verb: 'opened',
    subject: 'closed_day',
    subjectId: id,
    before: { from, to, name, schoolId },
    topics,
  })
  return {}
}

/** A call-back is agreed at a time when somebody can call: by day, on a day that is worked on, within a year. Throws at the field. */
export const refuseCallBackAt = (ctx: Ctx, { offOn }: WorkingTime, moment: string, pointer: string): void => {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Copenhagen')
  const date = local.toPlainDate().toString()
  const says = (detail: string) => problemAt('wrong-input', pointer, detail, 'custom')
  const options = { locale: ctx.language }
  if (local.hour < earliest || local.hour >= latest)
    throw says(m.working_days_at_night({ from: earliest, to: latest }, options))
  if (date > Temporal.PlainDate.from(ctx.today).add({ years: 1 }).toString())
    throw says(m.working_days_too_far({}, options))
  const off = offOn(date)
  if (off)
    throw says(
      m.working_days_nobody_works({ day: sayDate(date, ctx.language, ctx.today), why: sayDayOff(ctx, off) }, options),
    )
}
/** Nobody is phoned before or after, whatever was agreed. */
const [earliest, latest] = [7, 20]
