/** Away from work, and not away after all. */
import { Temporal } from 'temporal-polyfill'
import { type Ctx, personOf } from '#platform/context'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { recorder } from '#platform/events'
import { diariesEvents } from './diaries-events.table.ts'
import * as m from '#texts'
import { consultantFor, diaryTopics, mayChangeDiary, wrongField } from './abilities.ts'
import { busyTimes } from './busy.sql.ts'
import type { Absence } from './diaries.schema.ts'
import * as store from './diaries.sql.ts'
import { minute } from './free-times.ts'

const record = recorder(diariesEvents)

/** Why someone is away is between that person and the coordinator; that he is away is for all. */
export const absenceAsTold = (ctx: Ctx, row: store.AbsenceRow): z.infer<typeof Absence> => {
  const may = mayChangeDiary(ctx, row.personId)
  return { ...row, note: may ? row.note : '', can: { remove: may } }
}

/** What is agreed in that time, driving not counted. */
const agreedInside = async (ctx: Ctx, { personId, startsAt, endsAt }: store.AbsenceRow): Promise<number> => {
  const taken = await busyTimes(ctx, [personId], startsAt, endsAt)
  return taken.filter(({ from, to, travelMinutes }) => {
    const travel = travelMinutes * minute
    return Date.parse(from) + travel < Date.parse(endsAt) && Date.parse(to) - travel > Date.parse(startsAt)
  }).length
}

/** Away from work. Meetings that lie inside stay until someone moves them: their number comes back. */
export const addAbsence = async (
  ctx: Ctx,
  given: { personId?: number | undefined; startsAt: string; endsAt: string; note: string },
) => {
  const { startsAt, endsAt, note } = given
  const personId = given.personId ?? personOf(ctx)
  await consultantFor(ctx, personId)
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0)
    throw wrongField(ctx, '/body/endsAt', m.diaries_absence_backwards)
  await store.lockConsultant(ctx, personId)
  const row = await store.insertAbsence(ctx, { personId, startsAt, endsAt, note })
  const after = { personId, startsAt: row.startsAt, endsAt: row.endsAt }
  const away = { verb: 'away', subject: 'absence', subjectId: row.id } as const
  await record(ctx, { ...away, visibility: 'personal', after: { ...after, note: row.note }, topics: [] })
  await record(ctx, { ...away, after, topics: diaryTopics })
  return { ...absenceAsTold(ctx, row), bookingsInside: await agreedInside(ctx, row) }
}

export const removeAbsence = async (ctx: Ctx, id: number): Promise<Record<string, never>> => {
  const row = await store.absenceById(ctx, id)
  // Another's absence answers like one that does not exist.
  if (!row || !mayChangeDiary(ctx, row.personId)) throw problem('not-found')
  // Of two who press at once, one removes it.
  if (!(await store.deleteAbsence(ctx, id))) throw problem('not-found')
  const before = { personId: row.personId, startsAt: row.startsAt, endsAt: row.endsAt }
  await record(ctx, { verb: 'not-away', subject: 'absence', subjectId: id, before, topics: diaryTopics })
  return {}
}
