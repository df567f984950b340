/** What comes of a point: gone through, decided, next time, or somebody takes it. Of two who press at once one wins, and the other sees it. */
import * as m from '#texts'
import { type Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { lockCompanies } from '../may-contact/may-contact.ts'
import {
  agreeAloud,
  dropPromise,
  giveBack,
  makePromises,
  offerHandover,
  showPromise,
  withdrawHandover,
} from '../promises/promises.ts'
import { passReferral } from '../referrals/referrals.ts'
import * as agenda from './agenda.sql.ts'
import type { settlePoint as settling } from './consultant-meetings.schema.ts'
import * as store from './holding.sql.ts'
import { followIdea, leaveIdea } from '../teaching-ideas/teaching-ideas.ts'
import { lockOpen, type Shape, showConsultantMeeting, tell } from './one-meeting.ts'

type Said = z.output<NonNullable<(typeof settling)['body']>>
type Place = { companyId: number; cvr: string }
type Task = { personId: number; dueOn: string; words: string; present: boolean }

const mustBeOf = async (ctx: Ctx, meetingId: number, pointId: number) => {
  const point = await agenda.pointById(ctx, pointId)
  if (!point || point.meetingId !== meetingId) throw problem('not-found')
  return point
}
const placeOf = ({ companyId, cvr }: agenda.PointRow): Place | null =>
  companyId === null || cvr === null ? null : { companyId, cvr }
const missing = (ctx: Ctx, field: string, say: typeof m.consultant_meetings_problem_who) =>
  problemAt('wrong-input', `/body/${field}`, say({}, { locale: ctx.language }), 'missing')

/** A task has somebody and a day; a decision says what. */
const taskOf = async (ctx: Ctx, meetingId: number, { personId, dueOn, words }: Said): Promise<Task> => {
  if (!personId) throw missing(ctx, 'personId', m.consultant_meetings_problem_who)
  if (!dueOn) throw missing(ctx, 'dueOn', m.consultant_meetings_problem_day)
  return { personId, dueOn, words, present: await store.isPresent(ctx, meetingId, personId) }
}

/** What somebody has promised already goes to who says yes; who is not here is asked. */
const givePromise = async (ctx: Ctx, promiseId: number, { personId, dueOn, present }: Task) => {
  if (present) return { promiseId, was: await agreeAloud(ctx, promiseId, { ownerId: personId, dueOn }) }
  await offerHandover(ctx, promiseId, {
    toId: personId,
    note: m.consultant_meetings_asked({}, { locale: ctx.language }),
  })
  return { promiseId, was: null }
}
const makeNew = async (ctx: Ctx, place: Place | null, { personId, dueOn, words, present }: Task) => {
  if (!place) throw missing(ctx, 'how', m.consultant_meetings_problem_no_company)
  if (words === '') throw missing(ctx, 'words', m.consultant_meetings_problem_words)
  const form = { what: words, ownerId: personId, dueOn }
  const [promiseId = 0] = await makePromises(ctx, { ...place, origin: null, absent: !present }, [form], '/body')
  return { promiseId, was: null }
}
const give = async (ctx: Ctx, point: agenda.PointRow, place: Place | null, task: Task) => {
  const sourceId = point.sourceId ?? 0
  if (point.kind === 'promise') return givePromise(ctx, sourceId, task)
  if (point.kind === 'idea') return { promiseId: null, was: await followIdea(ctx, sourceId, task.personId) }
  if (point.kind !== 'referral') return makeNew(ctx, place, task)
  await passReferral(ctx, sourceId, {
    toId: task.personId,
    note: m.consultant_meetings_asked({}, { locale: ctx.language }),
  })
  return { promiseId: null, was: null }
}
/** Who is there has said yes; a referral is asked of him all the same, for its words are his to read first. */
const howOf = ({ kind }: agenda.PointRow, { present }: Task) => (present && kind !== 'referral' ? 'task' : 'asked')

const settled = async (ctx: Ctx, meetingId: number, point: agenda.PointRow, outcome: store.Outcome) => {
  const made = await store.insertOutcome(ctx, point.id, outcome)
  if (made) return made.id
  const now = await agenda.pointById(ctx, point.id)
  throw problem(
    'meeting-point-settled',
    { who: now?.saidBy ?? '' },
    { now: await showConsultantMeeting(ctx, meetingId) },
  )
}

/** Throws meeting-point-settled with the meeting as it stands, meeting-point-gone, meeting-closed, wrong-input. */
export const settlePoint = async (ctx: Ctx, meetingId: number, pointId: number, said: Said): Promise<Shape> => {
  const seen = await mustBeOf(ctx, meetingId, pointId)
  const place = placeOf(seen)
  if (place && said.how === 'task') await lockCompanies(ctx, [place.cvr])
  await lockOpen(ctx, meetingId)
  const point = await mustBeOf(ctx, meetingId, pointId)
  if (said.how !== 'task') {
    if (said.how === 'decided' && said.words === '') throw missing(ctx, 'words', m.consultant_meetings_problem_words)
    await settled(ctx, meetingId, point, { how: said.how, words: said.words })
  } else {
    const task = await taskOf(ctx, meetingId, said)
    const { personId, dueOn, words } = task
    const id = await settled(ctx, meetingId, point, { how: howOf(point, task), words, personId, dueOn })
    if (point.gone) throw problem('meeting-point-gone')
    const { promiseId, was } = await give(ctx, point, place, task)
    if (promiseId !== null || was) await store.tiePromise(ctx, id, promiseId, was)
  }
  await tell(ctx, meetingId, 'settled')
  return showConsultantMeeting(ctx, meetingId)
}

/** Of who was asked the question is taken back; what was promised anew falls away; what another had is his again. */
const undoPromise = async (ctx: Ctx, { how, kind, was }: agenda.PointRow, promiseId: number) => {
  const why = m.consultant_meetings_undone({}, { locale: ctx.language })
  if (kind !== 'promise') return dropPromise(ctx, promiseId, why)
  if (how === 'task' && was && 'dueOn' in was) return giveBack(ctx, promiseId, was)
  const { handover } = await showPromise(ctx, promiseId)
  if (!handover) throw problem('handover-answered')
  return withdrawHandover(ctx, handover.id)
}
export const undoPoint = async (ctx: Ctx, meetingId: number, pointId: number): Promise<Shape> => {
  const seen = await mustBeOf(ctx, meetingId, pointId)
  const place = placeOf(seen)
  if (place) await lockCompanies(ctx, [place.cvr])
  await lockOpen(ctx, meetingId)
  const point = await mustBeOf(ctx, meetingId, pointId)
  if (point.kind === 'referral' && point.how === 'asked') throw problem('not-allowed')
  if (!(await store.undoOutcome(ctx, pointId))) return showConsultantMeeting(ctx, meetingId)
  if (point.promiseId !== null) await undoPromise(ctx, point, point.promiseId)
  else if (point.was && 'state' in point.was) await leaveIdea(ctx, point.sourceId ?? 0, point.was)
  await tell(ctx, meetingId, 'undone')
  return showConsultantMeeting(ctx, meetingId)
}

/** Said of no point: a point of its own. */
export const decideAtMeeting = async (ctx: Ctx, meetingId: number, words: string): Promise<Shape> => {
  await lockOpen(ctx, meetingId)
  const position = (await agenda.pointsOf(ctx, meetingId)).length
  const point = { meetingId, section: 'put', kind: 'decision', words, position, putBy: ctx.personId } as const
  const [pointId = 0] = await agenda.insertPoints(ctx, [point])
  await store.insertOutcome(ctx, pointId, { how: 'decided', words })
  await tell(ctx, meetingId, 'settled')
  return showConsultantMeeting(ctx, meetingId)
}
