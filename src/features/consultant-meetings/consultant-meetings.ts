/** Front door: consultants of all schools go through what is new, and give out what nobody has. */
import * as m from '#texts'
import { type Ctx } from '#platform/context'
import { problem, problemAt } from '#platform/errors'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, visitors } from '../centre/roles.ts'
import { markClosed, markOpened, stateOf } from '../meeting-dates/meeting-dates.ts'
import { memberNow } from '../members/members.ts'
import { listPromiseOwners } from '../promises/promises.ts'
import { writeAgenda } from './agenda.ts'
import * as agenda from './agenda.sql.ts'
import * as store from './holding.sql.ts'
import { mailMinutes } from './minutes.ts'
import {
  lockOpen,
  mustBe,
  type Point,
  pointShape,
  record,
  type Shape,
  showConsultantMeeting,
  tell,
  topics,
} from './one-meeting.ts'

export { showConsultantMeeting } from './one-meeting.ts'
export { decideAtMeeting, settlePoint, undoPoint } from './outcomes.ts'

/** Who opens it second is at the same meeting. Throws not-found, and meeting-over for one that is closed or called off. */
export const openConsultantMeeting = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  if (await markOpened(ctx, id)) {
    await writeAgenda(ctx, { ...row, openedAt: null })
    await tell(ctx, id, 'opened')
  } else if (stateOf(await mustBe(ctx, id)) !== 'open') throw problem('meeting-over')
  return showConsultantMeeting(ctx, id)
}

const mayAttend = async (ctx: Ctx, personId: number) => {
  const member = await memberNow(ctx, personId)
  if (member && isOneOf(visitors, member.role)) return
  throw problemAt(
    'wrong-input',
    '/body/personId',
    m.consultant_meetings_problem_who({}, { locale: ctx.language }),
    'custom',
  )
}
export const attendMeeting = async (ctx: Ctx, id: number, personId: number, there: boolean): Promise<Shape> => {
  await lockOpen(ctx, id)
  if (there) await mayAttend(ctx, personId)
  await (there ? store.insertAttendance(ctx, id, personId) : store.deleteAttendance(ctx, id, personId))
  await tell(ctx, id, 'settled')
  return showConsultantMeeting(ctx, id)
}

/** Those who fit best first, here or not; then everybody else who is here. Nobody is measured. */
export const listMeetingTakers = async (ctx: Ctx, id: number, pointId: number) => {
  const point = await agenda.pointById(ctx, pointId)
  if (!point || point.meetingId !== id) throw problem('not-found')
  const people = await store.peopleOf(ctx, id, visitors)
  const { proposed } = await listPromiseOwners(ctx, point.companyId ?? undefined)
  const fit = proposed.flatMap(({ id: personId, why }) => {
    const person = people.find((one) => one.id === personId)
    return person ? [{ ...person, why }] : []
  })
  const others = people.filter((one) => one.present && !fit.some(({ id: fits }) => fits === one.id))
  return { rows: [...fit, ...others.map((one) => ({ ...one, why: [] }))] }
}

const comesOnlyOnce: readonly string[] = ['report', 'learnt', 'question', 'case']
/** What nobody came to, or put off, waits for the next meeting; what still stands open comes by itself. */
const putOff = async (ctx: Ctx, id: number) => {
  const left = (await agenda.pointsOf(ctx, id)).filter(
    ({ how, kind, section }) => (how === null || how === 'later') && comesOnlyOnce.includes(kind) && section !== 'case',
  )
  await agenda.insertPoints(
    ctx,
    left.map(({ section, kind, sourceId, companyId, own, putBy }) => ({
      ...{ meetingId: null, section, kind, sourceId, companyId, words: own, putBy },
    })),
  )
}
/** Of two who close it one does; its minutes go out once. */
export const closeConsultantMeeting = async (ctx: Ctx, id: number): Promise<Shape> => {
  await lockOpen(ctx, id)
  await putOff(ctx, id)
  await markClosed(ctx, id)
  const meeting = await showConsultantMeeting(ctx, id)
  await mailMinutes(ctx, meeting)
  await tell(ctx, id, 'closed')
  return meeting
}
export const correctMinutes = async (ctx: Ctx, id: number, words: string): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  if (stateOf(row) !== 'closed') throw problem('not-allowed')
  await store.insertCorrection(ctx, id, words)
  await tell(ctx, id, 'corrected')
  return showConsultantMeeting(ctx, id)
}

// ---- Put on the agenda beforehand --------------------------------------------------------------------------------------
export const putMeetingPoint = async (
  ctx: Ctx,
  { kind, words }: { kind: 'question' | 'case'; words: string },
): Promise<Point> => {
  const [id = 0] = await agenda.insertPoints(ctx, [
    { meetingId: null, section: 'put', kind, words, putBy: ctx.personId },
  ])
  await record(ctx, { verb: 'put', subject: 'meeting_point', subjectId: id, topics })
  const row = await agenda.pointById(ctx, id)
  if (!row) throw problem('not-found')
  return pointShape(ctx, row, false)
}
export const removeMeetingPoint = async (ctx: Ctx, id: number) => {
  if (!(await agenda.deleteWaiting(ctx, id, runsCentre(ctx) ? null : ctx.personId))) throw problem('not-found')
  await record(ctx, { verb: 'removed', subject: 'meeting_point', subjectId: id, topics })
  return {}
}
