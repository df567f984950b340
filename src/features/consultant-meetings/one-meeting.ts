/** One meeting as it is shown: its agenda as it would be now, what is gone through while it is open, and its minutes. */
import type { Ctx } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { runsCentre, visitors } from '../centre/roles.ts'
import {
  lockMeeting,
  meetingById,
  type MeetingRow,
  shapeOf as dateOf,
  stateOf,
} from '../meeting-dates/meeting-dates.ts'
import { forLists } from '../visits/visits.ts'
import { agendaKept, agendaNow, sinceWhen } from './agenda.ts'
import * as agenda from './agenda.sql.ts'
import { consultantMeetingsEvents } from './consultant-meetings-events.table.ts'
import * as store from './holding.sql.ts'
import type { ConsultantMeeting, MeetingPoint } from './meeting-shapes.schema.ts'
import { sections } from './meeting-shapes.schema.ts'

export type Shape = z.infer<typeof ConsultantMeeting>
export type Point = z.infer<typeof MeetingPoint>
export const record = recorder(consultantMeetingsEvents)
export const topics = ['consultant-meetings', 'meeting-points', 'waiting']

/** No list names dyslexia teaching, and a screen that all see is one. */
const readAloud = (words: string) => forLists({ about: words, needs: [], topics: [] }).about
const outcomeOf = (row: agenda.PointRow, open: boolean): Point['outcome'] =>
  row.how && {
    ...{ how: row.how, words: row.said ?? '', dueOn: row.dueOn, by: row.saidBy ?? '', at: row.saidAt ?? '' },
    person: row.takerId === null ? null : { id: row.takerId, name: row.taker ?? '' },
    // A referral that went on to somebody has been asked of him.
    undo: open && !(row.kind === 'referral' && row.how === 'asked'),
  }
export const pointShape = (ctx: Ctx, row: agenda.PointRow, open: boolean): Point => ({
  ...{ id: row.id || null, section: row.section, kind: row.kind, sourceId: row.sourceId, needs: [] },
  company:
    row.companyId === null
      ? null
      : { id: row.companyId, name: row.company ?? '', town: row.town, employees: row.employees },
  words: row.own || readAloud(row.words),
  who: row.sourceId === null ? row.putter : row.person,
  on: row.sourceId === null ? row.putOn : row.onDay,
  gone: row.gone && row.how === null,
  outcome: outcomeOf(row, open),
  can: { remove: row.meetingId === null && (row.putBy === ctx.personId || runsCentre(ctx)) },
})
/** The company's own words first: what it needs stands beside each report. */
const withNeeds = async (ctx: Ctx, points: readonly Point[]): Promise<Point[]> => {
  const ids = points.flatMap(({ kind, sourceId }) => (kind === 'report' && sourceId !== null ? [sourceId] : []))
  const needs = await agenda.needsOf(ctx, ids)
  const companies = points.flatMap(({ kind, company }) => (kind === 'need' && company ? [company.id] : []))
  const open = await agenda.openNeedsOf(ctx, companies)
  const besides = ({ kind, sourceId, company }: Point) => {
    if (kind === 'report') return needs.filter(({ visitId }) => visitId === sourceId)
    return kind === 'need' ? open.filter((one) => one.companyId === company?.id && one.sourceId !== sourceId) : []
  }
  return points.map((point) => ({ ...point, needs: besides(point).map(({ words }) => readAloud(words ?? '')) }))
}
const inOrder = (points: readonly Point[]) => sections.flatMap((one) => points.filter(({ section }) => section === one))

const pointsOf = async (ctx: Ctx, row: MeetingRow) => {
  const open = row.openedAt !== null && row.closedAt === null
  const { rows, more } = row.openedAt === null ? await agendaNow(ctx, row) : await agendaKept(ctx, row, row.openedAt)
  return {
    points: await withNeeds(
      ctx,
      rows.map((one) => pointShape(ctx, one, open)),
    ),
    more,
  }
}

export const mustBe = async (ctx: Ctx, id: number): Promise<MeetingRow> => {
  const row = await meetingById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}
/** Throws not-found. */
export const showConsultantMeeting = async (ctx: Ctx, id: number): Promise<Shape> => {
  const row = await mustBe(ctx, id)
  const state = stateOf(row)
  const { points, more } = await pointsOf(ctx, row)
  const last = await store.closedBefore(ctx, row.openedAt ?? ctx.at)
  const runs = runsCentre(ctx)
  return {
    ...{ ...dateOf(row), openedAt: row.openedAt, closedAt: row.closedAt, since: await sinceWhen(ctx, row), more },
    people: await store.peopleOf(ctx, id, visitors),
    points: inOrder(points),
    last: last ? { id: last.id, startsAt: last.startsAt, lines: await store.givenAt(ctx, last.id) } : null,
    next: (await store.nextAfter(ctx, row.startsAt)) ?? null,
    corrections: await store.correctionsOf(ctx, id),
    mails: ctx.house.mail !== null,
    can: {
      open: runs && state === 'ahead',
      lead: runs && state === 'open',
      put: state === 'ahead',
      correct: state === 'closed',
    },
  }
}

/** Its row is held: whoever closes it is waited for. Throws not-found, and meeting-closed where it is not open any more, or not yet. */
export const lockOpen = async (ctx: Ctx, id: number): Promise<MeetingRow> => {
  const row = await lockMeeting(ctx, id)
  if (!row) throw problem('not-found')
  if (stateOf(row) !== 'open') throw problem('meeting-closed')
  return row
}
export const tell = (ctx: Ctx, id: number, verb: keyof (typeof consultantMeetingsEvents)['meeting_outcome']) =>
  record(ctx, { verb, subject: 'meeting_outcome', subjectId: id, topics })
