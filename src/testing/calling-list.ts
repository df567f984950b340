import { answerHearing, endHearing, startHearing } from '../features/hearings/hearings.ts'
import { Criteria } from '../features/lists/criteria.schema.ts'
import { makeList } from '../features/lists/lists.ts'
import { momentOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/context.ts'
import { z } from '../platform/endpoint.ts'
import type { OpenedWorld as World } from './world.ts'

type Companies = readonly { id: number; cvr: string }[]

/** The draw of these companies in this order, as rows: no draw would take those that must not be called any more. */
const draw = async (world: World, listId: number, companies: Companies) => {
  const places = companies.map(({ cvr }, at) => companies.slice(0, at + 1).filter((one) => one.cvr === cvr).length)
  const most = Math.max(1, ...places)
  await world.sql(
    "insert into draw (centre_id, list_id, rule, drawn_by, drawn_at, company_places) values ($1, $2, '{}', $3, '2026-09-01', $4)",
    [world.centreId, listId, world.people.birgit.id, most],
  )
  for (const [position, { id, cvr }] of companies.entries())
    await world.sql(
      `insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position, place, company_places)
       values ($1, $2, $3, $4, true, 'fits', $5, $6, $7)`,
      [world.centreId, listId, id, cvr, position + 1, places[position], most],
    )
}

/** A list of September with these companies; its hearing is over unless told, so that it may be called. */
export const callingList = async (world: World, companies: Companies, { ended = true } = {}): Promise<number> => {
  const september =
    (date: string) =>
    <T>(who: Parameters<World['inside']>[0], work: (ctx: Ctx) => Promise<T>) =>
      world.inside(who, work, world, momentOf(date, '09:00'))
  const first = september('2026-09-01')
  const form = { name: 'Lager og transport', goal: '', criteria: z.parse(Criteria, {}) }
  const { id } = await first('birgit', (ctx) => makeList(ctx, form))
  await draw(world, id, companies)
  const { hearing } = await first('birgit', (ctx) => startHearing(ctx, id, { date: '2026-09-08', time: '16:00' }))
  if (!ended) return id
  const then = september('2026-09-07')
  const hearingId = hearing?.id ?? 0
  for (const leader of ['torben', 'vibeke', 'lars'] as const) await then(leader, (ctx) => answerHearing(ctx, hearingId))
  await then('birgit', (ctx) => endHearing(ctx, hearingId))
  return id
}
