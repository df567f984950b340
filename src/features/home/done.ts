import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, staff } from '../centre/roles.ts'
import { daysBackToWork } from './back-to-work.shared.ts'

type Lately = {
  subject: string
  verb: string
  companyId: number
  company: string
  who: string | null
  what: string | null
}
type Done = { text: string; href: string }
const most = 6

/** The last working day before a date: on Monday, Friday. */
const workdayBefore = (date: string) => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: daysBackToWork(day.dayOfWeek) }).toString()
}

/** What is worth a line, by table and verb, and the verbs that take it back: as the rooms publish it. */
const worthALine = (ctx: Ctx) =>
  ctx.house.rooms.flatMap(({ verbs = {} }) =>
    Object.entries(verbs).flatMap(([subject, of]) =>
      Object.entries(of).flatMap(([verb, { done }]) => (done ? [{ subject, verb, ...done }] : [])),
    ),
  )

/**
 * What got done since the last working day, newest first: everyone's for who runs the centre, one's own for the others who know
 * companies. Read from the events, so it says the same as the trail; a thing that was undone is not there.
 */
export const doneLately = async (ctx: Ctx): Promise<Done[]> => {
  if (!isOneOf(staff, ctx.role)) return []
  const worth = worthALine(ctx)
  const undoing = worth.flatMap(({ undoneBy }) => undoneBy)
  const since = momentOf(workdayBefore(ctx.today), '00:00').toString()
  const { rows } = await sql<Lately>`
    select subject, verb, company_id, company, who, what
    from done_since(${ctx.centreId}, ${since}, ${runsCentre(ctx) ? null : ctx.personId}, ${worth.map(({ subject }) => subject)}::text[],
      ${worth.map(({ verb }) => verb)}::text[], ${undoing}::text[], ${most})`.execute(ctx.db)
  return rows.flatMap(({ subject, verb, companyId, company, who, what }) => {
    const found = worth.find((one) => one.subject === subject && one.verb === verb)
    const values = { company, who: who ?? m.home_done_company({}, { locale: ctx.language }), what: what ?? '' }
    return found ? [{ text: found.says(values, { locale: ctx.language }), href: `/virksomheder/${companyId}` }] : []
  })
}
