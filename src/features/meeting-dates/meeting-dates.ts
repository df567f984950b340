/** Front door: when consultants of all schools meet, and at whose school. */
import * as m from '#texts'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { AnswerOf, z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { recorder } from '#platform/events'
import { runsCentre } from '../centre/roles.ts'
import { workingTimeNow } from '../working-days/working-days.ts'
import { giveMeetings, skippedDates, topics } from './giving.ts'
import { meetingDatesEvents } from './meeting-dates-events.table.ts'
import type * as contract from './meeting-dates.schema.ts'
import * as store from './meeting-dates.sql.ts'

export {
  lockMeeting,
  markClosed,
  markOpened,
  meetingById,
  type MeetingRow,
  meetingsAhead,
} from './meeting-dates.sql.ts'
export { meetingsBetween } from './meeting-dates.sql.ts'

export const whichAreMeetings = store.knownUids

const record = recorder(meetingDatesEvents)
type Shape = z.infer<typeof contract.MeetingDate>

export const stateOf = ({ cancelledAt, openedAt, closedAt }: store.MeetingRow): Shape['state'] =>
  cancelledAt ? 'cancelled' : closedAt ? 'closed' : openedAt ? 'open' : 'ahead'
export const shapeOf = ({ hostId, host, ...row }: store.MeetingRow): Shape => ({
  ...row,
  state: stateOf({ hostId, host, ...row }),
  host: hostId === null ? null : { id: hostId, name: host ?? '' },
})

const seriesOf = async (ctx: Ctx, row: store.SeriesRow) => ({ ...row, hosts: await store.hostsOf(ctx, row.id) })

export const listConsultantMeetings = async (ctx: Ctx): Promise<AnswerOf<typeof contract.listConsultantMeetings>> => {
  const row = await store.seriesNow(ctx)
  return {
    series: row ? await seriesOf(ctx, row) : null,
    ahead: (await store.meetingsAhead(ctx)).map(shapeOf),
    held: (await store.meetingsHeld(ctx, 50)).map(shapeOf),
    skipped: row ? skippedDates(ctx, row, await workingTimeNow(ctx)) : [],
    can: { run: runsCentre(ctx) },
  }
}

const refuseBackwards = (ctx: Ctx, { from, until }: { from: string; until: string }) => {
  if (from < until) return
  const say = m.meeting_dates_problem_backwards({}, { locale: ctx.language })
  throw problemAt('wrong-input', '/body/until', say, 'backwards')
}

type Form = z.output<NonNullable<(typeof contract.setMeetingSeries)['body']>>
/** From the series that was seen: of two who change it one is told. Throws wrong-input, not-found for a school that is not here. */
export const setMeetingSeries = async (ctx: Ctx, form: Form) => {
  refuseBackwards(ctx, form)
  const { seen, hosts, ...series } = form
  const schools = await store.schoolsAmong(ctx, hosts)
  if (hosts.some((id) => !schools.includes(id))) throw problem('not-found')
  const before = await store.seriesNow(ctx, { lock: true })
  const clash = async () => {
    const now = await store.seriesNow(ctx)
    return problem('changed-meanwhile', {}, { theirs: now ? await seriesOf(ctx, now) : {}, yours: form })
  }
  if ((before?.id ?? null) !== seen) throw await clash()
  if (before) {
    await store.endSeries(ctx, before.id)
    await store.dropAhead(ctx, before.id)
  }
  const id = await store.insertSeries(ctx, series, [...new Set(hosts)])
  if (id === undefined) throw await clash()
  const row = { ...series, id }
  await giveMeetings(ctx, row, await workingTimeNow(ctx))
  await record(ctx, { verb: 'set', subject: 'meeting_series', subjectId: id, before, after: series, topics })
  return seriesOf(ctx, row)
}

export const endMeetingSeries = async (ctx: Ctx, id: number) => {
  if (!(await store.endSeries(ctx, id))) throw problem('not-found')
  await store.dropAhead(ctx, id)
  await record(ctx, { verb: 'ended', subject: 'meeting_series', subjectId: id, topics })
  return {}
}

const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.meetingById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
const told = async (ctx: Ctx, verb: 'moved' | 'called-off' | 'held-after-all', before: store.MeetingRow) => {
  const row = await mustBe(ctx, before.id)
  await record(ctx, {
    ...{ verb, subject: 'consultant_meeting', subjectId: row.id, topics },
    ...{ before: { startsAt: before.startsAt }, after: { startsAt: row.startsAt, why: row.cancelledWhy } },
  })
  return shapeOf(row)
}

type Move = z.output<NonNullable<(typeof contract.moveConsultantMeeting)['body']>>
export const moveConsultantMeeting = async (ctx: Ctx, id: number, move: Move): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  refuseBackwards(ctx, move)
  if (row.openedAt || row.cancelledAt) throw problem('meeting-over')
  const { day, from, until, hostId, place, version } = move
  if (hostId !== null && (await store.schoolsAmong(ctx, [hostId])).length === 0) throw problem('not-found')
  const [startsAt, endsAt] = [momentOf(day, from).toString(), momentOf(day, until).toString()]
  const change = { startsAt, endsAt, hostId, place, version: version + 1 }
  if (!(await store.changeAhead(ctx, id, change, version)))
    throw problem('changed-meanwhile', {}, { theirs: shapeOf(await mustBe(ctx, id)), yours: move })
  return told(ctx, 'moved', row)
}

export const cancelConsultantMeeting = async (ctx: Ctx, id: number, cancelledWhy: string): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  const change = { cancelledAt: ctx.at, cancelledBy: ctx.personId, cancelledWhy, version: row.version + 1 }
  if (!(await store.changeAhead(ctx, id, change))) throw problem('meeting-over')
  return told(ctx, 'called-off', row)
}
export const uncancelConsultantMeeting = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  if (row.cancelledAt === null) return shapeOf(row)
  await store.changeAhead(ctx, id, { cancelledAt: null, cancelledBy: null, cancelledWhy: '', version: row.version + 1 })
  return told(ctx, 'held-after-all', row)
}
