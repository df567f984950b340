import { Temporal } from 'temporal-polyfill'
import type { z } from '#platform/endpoint'
import { dateOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import type { Waiting } from '../home/home.schema.ts'
import { hearers, runsCentre } from '../centre/roles.ts'
import * as sql from './hearings.sql.ts'
import { pageOfLists } from '../lists/lists.sql.ts'
import { countHeard } from './match.sql.ts'

type Row = z.infer<typeof Waiting>

/** Over, today, within seven days, or later; by the date in Denmark. */
const whenOf = (ctx: Ctx, deadline: string): Row['when'] => {
  const due = Temporal.Instant.from(deadline)
  if (Temporal.Instant.compare(due, ctx.now) <= 0) return 'over'
  const days = Temporal.PlainDate.from(ctx.today).until(dateOf(due)).days
  return days === 0 ? 'today' : days < 7 ? 'week' : 'later'
}

const forSchool = async (ctx: Ctx, schoolId: number): Promise<Row[]> => {
  const rows: Row[] = []
  for (const hearing of await sql.unanswered(ctx, schoolId)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
    const counts = await countHeard(ctx, hearing.listId, schoolId)
    const values = {
      list: hearing.name,
      count: counts.total,
      known: counts.known,
      left: counts.knownLeft,
      struck: counts.struck,
    }
    rows.push({
      kind: 'hearing-answer',
      when: whenOf(ctx, hearing.deadline),
      values,
      date: hearing.deadline,
      href: `/hoering/${hearing.id}`,
    })
  }
  return rows
}

const forCoordinator = async (ctx: Ctx): Promise<Row[]> => {
  const hearings = (await pageOfLists(ctx, undefined, 50, 'in-hearing')).map(
    (list): Row => ({
      kind: 'hearing-ends',
      when: whenOf(ctx, list.deadline ?? ctx.at),
      values: { list: list.name, count: list.companies, schools: list.schools, answered: list.schools - list.missing },
      date: list.deadline,
      href: `/udtraek/${list.id}`,
    }),
  )
  const unsent = (await pageOfLists(ctx, undefined, 20, 'drawn')).map(
    (list): Row => ({
      kind: 'list-draft',
      when: 'later',
      values: { list: list.name, count: list.companies },
      date: null,
      href: `/udtraek/${list.id}`,
    }),
  )
  return [...hearings, ...unsent]
}

/**
 * What waits in hearings: for a school those to answer (`list count known left struck`), for the coordinator those that end
 * (`list count schools answered`) and draws not sent to hearing yet (`list count`).
 */
export const hearingsWaiting = async (ctx: Ctx): Promise<Row[]> => {
  if (runsCentre(ctx)) return forCoordinator(ctx)
  return ctx.schoolId !== null && (hearers as readonly string[]).includes(ctx.role) ? forSchool(ctx, ctx.schoolId) : []
}
