/** A consultant meeting (konsulentmøde): an agenda that writes itself, tasks given out in the open, minutes. */
import { CalendarDate, endpoint, Id, MaybeWords, Nothing, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'
import { reasons } from '../promises/promises.schema.ts'
import { ConsultantMeeting, MeetingPoint } from './meeting-shapes.schema.ts'
import { putKinds } from './meeting-shapes.schema.ts'

const ById = z.object({ id: Id })
const OfPoint = z.object({ id: Id, pointId: Id })
/** What is done in an open meeting, and answered with it. */
const held = { can: coordinators, answer: ConsultantMeeting } as const
const refused = ['not-found', 'meeting-closed'] as const

export const showConsultantMeeting = endpoint({
  name: 'showConsultantMeeting',
  method: 'GET',
  path: '/api/consultant-meetings/{id}',
  summary: 'One meeting: its agenda as it would be now, what is gone through while it is open, its minutes',
  can: visitors,
  params: ById,
  answer: ConsultantMeeting,
  problems: ['not-found'],
})
export const openConsultantMeeting = endpoint({
  name: 'openConsultantMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/openings',
  summary: 'The meeting begins: its agenda is what there is now; who opens it second is at the same one',
  ...held,
  status: 201,
  params: ById,
  problems: ['not-found', 'meeting-over'],
})
export const attendMeeting = endpoint({
  name: 'attendMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/attendances',
  summary: 'Somebody is there',
  ...held,
  status: 201,
  params: ById,
  body: z.object({ personId: z.int() }),
  problems: refused,
})
export const leaveMeeting = endpoint({
  name: 'leaveMeeting',
  method: 'DELETE',
  path: '/api/consultant-meetings/{id}/attendances/{personId}',
  summary: 'Somebody is not there',
  ...held,
  params: z.object({ id: Id, personId: Id }),
  problems: refused,
})
export const listMeetingTakers = endpoint({
  name: 'listMeetingTakers',
  method: 'GET',
  path: '/api/consultant-meetings/{id}/points/{pointId}/takers',
  within: showConsultantMeeting,
  summary: 'Who could take it: those whom the house knows to fit, and why, then everybody else who is there',
  can: visitors,
  params: OfPoint,
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        school: z.nullable(z.string()),
        present: z.boolean(),
        why: z.array(z.enum(reasons)),
      }),
    ),
  }),
  problems: ['not-found'],
})
export const settlePoint = endpoint({
  name: 'settlePoint',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/points/{pointId}/outcomes',
  within: showConsultantMeeting,
  summary:
    'What came of a point: gone through, somebody who is there takes it (who is not is asked), decided, or next time',
  ...held,
  status: 201,
  params: OfPoint,
  body: z.object({
    how: z.enum(['seen', 'task', 'decided', 'later']),
    /** What is promised, or decided. */
    words: z._default(MaybeWords(300), ''),
    personId: z.optional(z.nullable(z.int())),
    dueOn: z.optional(z.nullable(CalendarDate)),
  }),
  problems: [
    ...refused,
    'meeting-point-settled',
    'meeting-point-gone',
    'idea-settled',
    'promise-closed',
    'needs-acceptance',
  ],
})
export const undoPoint = endpoint({
  name: 'undoPoint',
  method: 'DELETE',
  path: '/api/consultant-meetings/{id}/points/{pointId}/outcomes',
  within: showConsultantMeeting,
  summary: 'It was a slip: the point is open again, and what was promised by it falls away',
  ...held,
  params: OfPoint,
  problems: [...refused, 'not-allowed', 'promise-closed', 'handover-answered'],
})
export const decideAtMeeting = endpoint({
  name: 'decideAtMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/decisions',
  within: showConsultantMeeting,
  summary: 'A decision that belongs to no point',
  ...held,
  status: 201,
  params: ById,
  body: z.object({ words: Words(300) }),
  problems: refused,
})
export const closeConsultantMeeting = endpoint({
  name: 'closeConsultantMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/closings',
  within: showConsultantMeeting,
  summary: 'The meeting is over: its minutes are as they are, and go by mail to everyone who is invited',
  ...held,
  status: 201,
  params: ById,
  problems: refused,
})
export const correctMinutes = endpoint({
  name: 'correctMinutes',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/corrections',
  within: showConsultantMeeting,
  summary: 'What was wrong in the minutes, said beside them with name and time',
  can: visitors,
  status: 201,
  params: ById,
  body: z.object({ words: Words(500) }),
  answer: ConsultantMeeting,
  problems: ['not-found', 'not-allowed'],
})

// ---- Put on the agenda beforehand ---------------------------------------------------------------------------------------
export const putMeetingPoint = endpoint({
  name: 'putMeetingPoint',
  method: 'POST',
  path: '/api/meeting-points',
  summary: 'A question or a case for the next meeting that is opened',
  can: visitors,
  status: 201,
  body: z.object({ kind: z.enum(putKinds), words: Words(500) }),
  answer: MeetingPoint,
})
export const removeMeetingPoint = endpoint({
  name: 'removeMeetingPoint',
  method: 'DELETE',
  path: '/api/meeting-points/{id}',
  summary: 'Off the agenda again, as long as no meeting has taken it up',
  can: visitors,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})
