/** When consultants of all schools meet, and where: fixed times, a host in turns. */
import { CalendarDate, endpoint, Id, MaybeWords, Moment, named, Nothing, TimeOfDay, Words, z } from '#platform/endpoint'
import { coordinators, visitors } from '../centre/roles.ts'

const School = z.object({ id: z.int(), name: z.string() })
export const meetingStates = ['ahead', 'open', 'closed', 'cancelled'] as const
export const MeetingDate = named(
  'MeetingDate',
  z.object({
    id: z.int(),
    startsAt: Moment,
    endsAt: Moment,
    /** Null: no school takes turns. */
    host: z.nullable(School),
    place: z.string(),
    state: z.enum(meetingStates),
    cancelledWhy: z.string(),
    /** Sent back when it is moved. */
    version: z.int(),
  }),
)
export const MeetingSeries = named(
  'MeetingSeries',
  z.object({
    id: z.int(),
    firstOn: CalendarDate,
    everyWeeks: z.int(),
    from: TimeOfDay,
    until: TimeOfDay,
    place: z.string(),
    /** In the order of their turns. */
    hosts: z.array(School),
  }),
)
const ById = z.object({ id: Id })
export const listConsultantMeetings = endpoint({
  name: 'listConsultantMeetings',
  method: 'GET',
  path: '/api/consultant-meetings',
  summary: 'Consultant meetings: the fixed times, those ahead, and the last fifty that were held, the latest first',
  can: visitors,
  answer: z.object({
    series: z.nullable(MeetingSeries),
    ahead: z.array(MeetingDate),
    held: z.array(MeetingDate),
    /** Days of the series ahead on which nobody works: no meeting. */
    skipped: z.array(z.object({ on: CalendarDate, why: z.string() })),
    can: z.object({ run: z.boolean() }),
  }),
})
export const setMeetingSeries = endpoint({
  name: 'setMeetingSeries',
  method: 'POST',
  path: '/api/meeting-series',
  summary: 'Other fixed times: meetings ahead are given anew, held ones stay',
  can: coordinators,
  status: 201,
  body: z.object({
    firstOn: CalendarDate,
    everyWeeks: z.int().check(z.minimum(1), z.maximum(8)),
    from: TimeOfDay,
    until: TimeOfDay,
    place: z._default(MaybeWords(200), ''),
    hosts: z.array(z.int()).check(z.maxLength(50)),
    /** The series that was seen; null: there was none. */
    seen: z.nullable(z.int()),
  }),
  answer: MeetingSeries,
  problems: ['changed-meanwhile'],
})
export const endMeetingSeries = endpoint({
  name: 'endMeetingSeries',
  method: 'DELETE',
  path: '/api/meeting-series/{id}',
  summary: 'No more fixed times: meetings ahead fall away',
  can: coordinators,
  params: ById,
  answer: Nothing,
  problems: ['not-found'],
})
export const moveConsultantMeeting = endpoint({
  name: 'moveConsultantMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/moves',
  summary: 'One meeting has another time, host or place',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({
    day: CalendarDate,
    from: TimeOfDay,
    until: TimeOfDay,
    hostId: z.nullable(z.int()),
    place: z._default(MaybeWords(200), ''),
    version: z.int(),
  }),
  answer: MeetingDate,
  problems: ['not-found', 'meeting-over', 'changed-meanwhile'],
})
export const cancelConsultantMeeting = endpoint({
  name: 'cancelConsultantMeeting',
  method: 'POST',
  path: '/api/consultant-meetings/{id}/cancellations',
  summary: 'One meeting is not held; what was put on its agenda waits for the next',
  can: coordinators,
  status: 201,
  params: ById,
  body: z.object({ why: Words(300) }),
  answer: MeetingDate,
  problems: ['not-found', 'meeting-over'],
})
export const uncancelConsultantMeeting = endpoint({
  name: 'uncancelConsultantMeeting',
  method: 'DELETE',
  path: '/api/consultant-meetings/{id}/cancellations',
  summary: 'It is held after all',
  can: coordinators,
  params: ById,
  answer: MeetingDate,
  problems: ['not-found'],
})
