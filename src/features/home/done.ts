import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import * as m from '#texts'
import { momentOf } from '#platform/clock'
import type { Ctx } from '#platform/context'
import { isOneOf } from '#platform/typed.shared'
import { runsCentre, staff } from '../centre/roles.ts'

type Done = { text: string; href: string }
const most = 6

/** The last working day before a date: on Monday, Friday. */
const workdayBefore = (date: string) => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: { 1: 3, 7: 2 }[day.dayOfWeek] ?? 1 }).toString()
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
  const undoing = ['', ...worth.flatMap(({ undoneBy }) => undoneBy)]
  const since = momentOf(workdayBefore(ctx.today), '00:00').toString()
  const rows = await ctx.db
    .selectFrom('event as e')
    .innerJoin('companyPlace as c', 'c.id', 'e.companyId')
    .leftJoin('personNamed as p', 'p.id', 'e.personId')
    .select(['e.subject', 'e.verb', 'c.id as companyId', 'c.name as company', 'p.name as who'])
    .select(sql<string | null>`e.after->>'what'`.as('what'))
    .where('e.centreId', '=', ctx.centreId)
    .where('e.at', '>=', since)
    .where((eb) => eb.or(worth.map(({ subject, verb }) => eb.and({ 'e.subject': subject, 'e.verb': verb }))))
    .$if(!runsCentre(ctx), (query) => query.where('e.personId', '=', ctx.personId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('event as later')
            .select('later.id')
            .whereRef('later.centreId', '=', 'e.centreId')
            .whereRef('later.subject', '=', 'e.subject')
            .whereRef('later.subjectId', '=', 'e.subjectId')
            .whereRef('later.id', '>', 'e.id')
            .where('later.verb', 'in', undoing),
        ),
      ),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ subject, verb, companyId, company, who, what }) => {
    const found = worth.find((one) => one.subject === subject && one.verb === verb)
    const values = { company, who: who ?? m.home_done_company({}, { locale: ctx.language }), what: what ?? '' }
    return found ? [{ text: found.says(values, { locale: ctx.language }), href: `/virksomheder/${companyId}` }] : []
  })
}
