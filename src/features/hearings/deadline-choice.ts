/**
 * When a hearing ends by the clock: chosen with time enough to look, and moved. A school has three working days at least (domain.md, "Where rules
 * meet" 6), fewer only when the coordinator says so at the start.
 */
import { Temporal } from 'temporal-polyfill'
import { type Ctx } from '#platform/context'
import { momentOf } from '#platform/clock'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { sayDate, sayDay } from '#platform/text/danish'
import * as m from '#texts'
import { lockList, moveListDeadline, showList } from '../lists/lists.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { hearingTopics } from './deadlines.ts'
import { markInHearing } from './hearing-marks.ts'
import { writeToSchools } from './hearing-mails.ts'
import { hearingsEvents } from './hearings-events.table.ts'
import * as store from './hearings.sql.ts'

const record = recorder(hearingsEvents)

/** Wall-clock time in Denmark. */
export type Given = { date: string; time: string }
const daysToLook = 3
/** The first date that leaves the schools time to look, and the one that is offered: a week of working days. */
export const deadlines = async (ctx: Ctx) => {
  const { workdayAfter } = await workingTimeNow(ctx)
  return { earliest: workdayAfter(ctx.today, daysToLook), usual: workdayAfter(ctx.today, 5) }
}

/** The moment. Throws deadline-passed; at the date, when it leaves too little time and nobody has said that it may. */
export const deadlineAt = async (ctx: Ctx, { date, time }: Given, short = false): Promise<Temporal.Instant> => {
  const deadline = momentOf(date, time)
  if (Temporal.Instant.compare(deadline, ctx.now) <= 0) throw problem('deadline-passed')
  const { earliest } = await deadlines(ctx)
  if (date >= earliest || short) return deadline
  const values = { days: daysToLook, earliest: sayDate(earliest, ctx.language, ctx.today) }
  throw problemAt('wrong-input', '/body/date', m.hearings_deadline_short(values, { locale: ctx.language }), 'short')
}

/** Moves the deadline of a hearing that runs, or that waits for all past it, and tells every school. Throws hearing-over, deadline-passed. */
export const moveDeadline = async (ctx: Ctx, id: number, given: Given) => {
  const found = await store.findHearing(ctx, id)
  if (!found) throw problem('not-found')
  await lockList(ctx, found.listId)
  const hearing = await store.lockHearing(ctx, id)
  if (!hearing || hearing.endedAt)
    throw problem('hearing-over', { deadline: sayDay(hearing?.endedAt ?? ctx.at, ctx.language) })
  const deadline = (await deadlineAt(ctx, given)).toString({ fractionalSecondDigits: 3 })
  // It has that one: nobody is written to.
  if (Temporal.Instant.compare(deadline, hearing.deadline) === 0) return showList(ctx, hearing.listId)
  await store.setDeadline(ctx, id, deadline)
  await moveListDeadline(ctx, hearing.listId, deadline)
  await markInHearing(ctx, hearing.listId, deadline, hearing.startedAt)
  const schools = await store.askedSchools(ctx, id)
  const companies = await store.countIncluded(ctx, hearing.listId)
  await writeToSchools(ctx, schools, { ...hearing, deadline, companies }, 'moved')
  await record(ctx, {
    verb: 'deadline-moved',
    subject: 'hearing',
    subjectId: id,
    before: { deadline: hearing.deadline },
    after: { deadline },
    topics: [...hearingTopics, 'companies'],
  })
  return showList(ctx, hearing.listId)
}
