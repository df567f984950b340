/** What came of calls to companies like these. */
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { answers } from '../may-contact/answers.schema.ts'
import { isTalk } from '../may-contact/may-contact.ts'

const talks = sql`${answers.filter(isTalk)}::text[]`

/** What companies that these criteria fit answered last on the phone since a day, each once. */
export const talksWith = async (ctx: Ctx, places: RawBuilder<{ id: number; cvr: string }>, since: string) => {
  const { rows } = await sql<{ talked: number; yes: number; no: number }>`
    with fits as (${places}), last as (
      select distinct on (s.company_id) s.answer from standing_call s
      where s.centre_id = ${ctx.centreId} and s.started_at >= ${since}::timestamp at time zone 'Europe/Copenhagen' and s.answer = any(${talks})
        and s.company_id in (select id from fits)
      order by s.company_id, s.started_at desc
    )
    select count(*)::int as talked, count(*) filter (where answer = 'wants-contact')::int as yes,
      count(*) filter (where answer in ('not-interested', 'do-not-contact'))::int as no from last`.execute(ctx.db)
  return rows[0] ?? { talked: 0, yes: 0, no: 0 }
}
