import { Temporal } from 'temporal-polyfill'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { WaitingRow } from '#platform/room'
import { hearers, runsCentre } from '../centre/roles.ts'
import * as store from './hearings.sql.ts'
import { countHeard, nothingHeard } from './match.sql.ts'

/** Over, today, within seven days, or later; by the date in Denmark. */
const whenOf = (ctx: Ctx, deadline: string): WaitingRow['when'] => {
  const due = Temporal.Instant.from(deadline)
  if (Temporal.Instant.compare(due, ctx.now) <= 0) return 'over'
  const days = Temporal.PlainDate.from(ctx.today).until(dateOf(due)).days
  return days === 0 ? 'today' : days < 7 ? 'week' : 'later'
}

const forSchool = async (ctx: Ctx, schoolId: number): Promise<WaitingRow[]> => {
  const hearings = await store.unanswered(ctx, schoolId)
  if (hearings.length === 0) return []
  const counts = await countHeard(
    ctx,
    hearings.map(({ listId }) => listId),
    schoolId,
  )
  return hearings.map(({ id, listId, name, deadline }) => {
    const { total, known, knownLeft, struck } = counts.get(listId) ?? nothingHeard
    return {
      kind: 'hearing-answer',
      when: whenOf(ctx, deadline),
      values: { list: name, count: total, known, left: knownLeft, struck },
      date: deadline,
      href: `/hoering/${id}`,
    }
  })
}

const forCoordinator = async (ctx: Ctx): Promise<WaitingRow[]> =>
  (await store.openInShort(ctx)).map(({ listId, name, deadline, companies, schools, missing }) => ({
    kind: 'hearing-ends',
    when: whenOf(ctx, deadline),
    values: { list: name, count: companies, schools, answered: schools - missing },
    date: deadline,
    href: `/udtraek/${listId}`,
  }))

/**
 * What waits in hearings: for a school those to answer (`list count known left struck`), for the coordinator those that end
 * (`list count schools answered`).
 */
export const hearingsWaiting = async (ctx: Ctx): Promise<WaitingRow[]> => {
  if (runsCentre(ctx)) return forCoordinator(ctx)
  return ctx.schoolId !== null && (hearers as readonly string[]).includes(ctx.role) ? forSchool(ctx, ctx.schoolId) : []
}
