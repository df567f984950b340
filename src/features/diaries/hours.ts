/** The week in which others may book someone. */
import type { z } from '#platform/endpoint'
import type { Ctx } from '#platform/context'
import { recorder } from '#platform/events'
import { diariesEvents } from './diaries-events.table.ts'
import * as m from '#texts'
import { consultantFor, diaryTopics, wrongField } from './abilities.ts'
import type { Hours } from './diaries.schema.ts'
import * as store from './diaries.sql.ts'

const record = recorder(diariesEvents)

type Hour = z.infer<typeof Hours>

/** Replaces the week. Meetings already agreed stay, whatever the new hours are. */
export const changeWorkingHours = async (
  ctx: Ctx,
  personId: number,
  hours: readonly Hour[],
): Promise<{ hours: Hour[] }> => {
  await consultantFor(ctx, personId)
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1]
    const pointer = `/body/hours/${hours.indexOf(one)}`
    if (one.from >= one.to) throw wrongField(ctx, `${pointer}/to`, m.diaries_hours_backwards)
    if (before?.weekday === one.weekday && before.to > one.from)
      throw wrongField(ctx, `${pointer}/from`, m.diaries_hours_overlap)
  }
  await store.lockConsultant(ctx, personId)
  const before = (await store.workingHours(ctx, [personId])).map(({ weekday, from, to }) => ({ weekday, from, to }))
  await store.replaceHours(ctx, personId, sorted)
  await record(ctx, {
    verb: 'changed',
    subject: 'working_hours',
    subjectId: personId,
    before,
    after: sorted,
    topics: diaryTopics,
  })
  return { hours: sorted }
}
