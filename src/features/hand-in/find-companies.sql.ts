/** Statements that find who a line means. Numbers all at once; of names only companies that hold every word are read. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import { isApart } from '../leaderships/leaderships.ts'

export type Found = { n: number; id: number; cvr: string; name: string; town: string | null; apart: boolean }
type Number = { n: number; by: 'p-number' | 'cvr' | 'phone'; value: string }
const facts = sql`c.id, c.cvr, c.name, c.town, ${isApart(sql.ref('c.cvr'))} as apart,
  (c.closed_on is null or c.closed_on > app_today()) as open, (c.kind = 'workplace') as workplace, coalesce(c.employees, c.employees_from, 0) as size`

/** Of one leadership the place that a draw would take stands for all; where it is shared, each workplace for itself. The same order as the draw's. */
const bestPlaces = sql`
  select n, id, cvr, name, town, apart from (
    select f.*, row_number() over (partition by n, cvr order by open desc, workplace desc, size desc, id) as place,
      bool_or(workplace) over (partition by n, cvr) as has_workplaces
    from found f
  ) p
  where place = 1 and not apart or apart and (workplace or not has_workplaces) and place <= 40
  order by n, open desc, size desc, id`

export const byNumbers = async (ctx: Ctx, numbers: readonly Number[]): Promise<Found[]> => {
  if (numbers.length === 0) return []
  const { rows } = await sql<Found>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as a(n int, by text, value text)), found as materialized (
      select a.n, ${facts} from asked a join company_place c on c.cvr = a.value where a.by = 'cvr'
      union all select a.n, ${facts} from asked a join company_place c on c.p_number = a.value where a.by = 'p-number'
      union all select a.n, ${facts} from asked a join place_phone p on p.phone = a.value join company_place c on c.id = p.id where a.by = 'phone'
    ) ${bestPlaces}`.execute(ctx.db)
  return rows
}

/** A name of one common word fits thousands: so many at most are read, and of them the shortest, since they are nearest to what was written. */
const mostFitting = 2000
const mostRead = 60
type Name = { n: number; words: readonly string[] }
/** Each name is looked for once, on however many lines it stands. */
export const byNames = async (ctx: Ctx, names: readonly Name[]): Promise<Found[]> => {
  if (names.length === 0) return []
  const lines = names.map(({ n, words }) => ({ n, pattern: `%${words.join('%')}%` }))
  const { rows } = await sql<Found>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as a(n int, pattern text)), matched as materialized (
      select a.pattern, c.* from (select distinct pattern from asked) a cross join lateral (
        select ${facts} from (select * from company_place p where p.sought like a.pattern limit ${sql.lit(mostFitting)}) c
        order by length(c.name), c.id limit ${sql.lit(mostRead)}
      ) c
    ), found as materialized (select a.n, m.id, m.cvr, m.name, m.town, m.apart, m.open, m.workplace, m.size from asked a join matched m on m.pattern = a.pattern)
    ${bestPlaces}`.execute(ctx.db)
  return rows
}

/** Less than this much in common, by the threes of letters of both names, and nobody would have meant it; less is also slow to find. */
const leastAlike = '0.42'
const mostAlike = 30
/** For names that nobody has: those that look like them, found by the register's index of threes. Each name once. */
export const byLikeness = async (ctx: Ctx, names: readonly Name[]): Promise<Found[]> => {
  if (names.length === 0) return []
  const lines = names.map(({ n, words }) => ({ n, name: words.join(' ') }))
  // A few seconds, then nobody is proposed: whoever waits has written the name wrong, and may write it anew.
  const before = await sql<{ limit: string }>`select current_setting('statement_timeout') as "limit",
    set_config('pg_trgm.similarity_threshold', ${leastAlike}, true), set_config('statement_timeout', '5000', true)`.execute(
    ctx.db,
  )
  const { rows } = await sql<Found>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as a(n int, name text)), matched as materialized (
      select a.name as wrote, c.* from (select distinct name from asked) a cross join lateral (
        select ${facts} from (
          select * from company_place p where p.sought % a.name order by similarity(p.sought, a.name) desc, p.id limit ${sql.lit(mostAlike)}
        ) c
      ) c
    ), found as materialized (select a.n, m.id, m.cvr, m.name, m.town, m.apart, m.open, m.workplace, m.size from asked a join matched m on m.wrote = a.name)
    ${bestPlaces}`.execute(ctx.db)
  await sql`select set_config('statement_timeout', ${before.rows[0]?.limit ?? '60000'}, true)`.execute(ctx.db)
  return rows
}
