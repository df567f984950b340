/** The least a server can do for a page of the list: one statement. */
import type pg from 'pg'
import { serveBare } from './bare-server.ts'

const [url = '', centre = ''] = process.argv.slice(2)
const text = `
  with page as materialized (
    select c.* from company c
    where ($1::int is null or c.municipality = $1) and ($2::text is null or c.industry between $2 and $3)
      and ($4::int is null or coalesce(c.employees, c.employees_from) between $4 and $5)
    order by c.name, c.id limit $6)
  select page.*, b.word as block_reason, b.until_on
  from page left join lateral (
    select h.word, h.until_on from hindrance_now h
    where h.centre_id = ${Number(centre)} and h.company_id = page.id and 'outreach' = any(h.stops) order by h.until_on desc nulls first, h.rank limit 1) b on true
  order by page.name, page.id`

const sizes: Record<string, [number, number]> = { '0-9': [0, 9], '10-49': [10, 49], '50+': [50, 1e9] }
const answer = async (client: pg.ClientBase, query: URLSearchParams) => {
  const industry = query.get('industry')
  const [from, to] = sizes[query.get('size') ?? ''] ?? [null, null]
  const municipality = query.get('municipality')
  const values = [
    municipality ? Number(municipality) : null,
    industry?.padEnd(6, '0') ?? null,
    industry?.padEnd(6, '9') ?? null,
    from,
    to,
    Number(query.get('limit')),
  ]
  const { rows } = await client.query(text, values)
  return { rows, next: null }
}

serveBare(url, Number(centre), answer)
