import type pg from 'pg'

/** What somebody would make who has only this to answer: all that is known of a place and of why it may not be called in one row, with the indexes it wants. */
export const flatTables = async (client: pg.Client, centreId: number, listId: number) => {
  await client.query('drop table if exists bench_flat, bench_queue')
  await client.query(
    `begin; select set_config('app.centre', '${centreId}', true), set_config('app.now', '2026-11-23T09:00Z', true);
     create table bench_flat as
     with bar as (
       select company_id, bool_or(word = 'closed') as closed, bool_or(word = 'protected') as protected, bool_or(word not in ('closed', 'protected')) as marked
       from hindrance_now where centre_id = ${centreId} and 'outreach' = any(stops) group by 1)
     select c.id, c.kind, c.cvr, c.p_number, c.name, c.street, c.postal_code, c.town, c.municipality, c.industry, c.industry_text, c.form, c.form_code,
       c.employees, c.employees_from, c.employees_to, coalesce(c.employees, c.employees_from, 0) as staff, c.phone, c.email, c.closed_on, c.protected,
       coalesce(b.closed, false) as closed, coalesce(b.protected, false) as barred, coalesce(b.marked, false) as marked,
       exists (select from listed_company l where l.centre_id = ${centreId} and l.cvr = c.cvr) as listed
     from company_place c left join bar b on b.company_id = c.id;
     create table bench_queue as select * from queue_now where centre_id = ${centreId} and list_id = ${listId}; commit`,
  )
  await client.query('create index on bench_flat (name, id)')
  await client.query('create index on bench_flat (municipality, industry)')
  await client.query('alter table bench_flat add primary key (id)')
  await client.query('create index on bench_queue (position) where hindrance is null')
  await client.query('analyze bench_flat, bench_queue')
  // As the server does by itself, some time after so many rows are new.
  await client.query('analyze')
}
