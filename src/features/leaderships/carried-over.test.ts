import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database that was in use before leadership was asked about: whatever was said keeps its reach until people decide, and sizes are added up. */
const database = await olderDatabase({
  before: '0380',
  carry: '038',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into rules (centre_id, later_months) values (1, 1);
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into company (kind, cvr, p_number, name, employees, employees_from, employees_to, closed_on, changed_at) values
    ('company', '10000010', null, 'Kæde', null, null, null, null, '2026-01-01'),
    ('workplace', '10000010', '1000000011', 'Kæde Nord', 9, 5, 9, null, '2026-01-01'),
    ('workplace', '10000010', '1000000012', 'Kæde Syd', null, 10, 19, null, '2026-01-01'),
    ('workplace', '10000010', '1000000013', 'Kæde Øst', 80, null, null, '2026-02-01', '2026-01-01'),
    ('company', '10000029', null, 'Ene', 4, null, null, null, '2026-01-01'),
    ('workplace', '10000029', '1000000021', 'Ene', 3, null, null, null, '2026-01-01');
  insert into waiting_period (centre_id, id, cvr, company_id, reason, from_on, origin_kind, set_at) overriding system value
    select 1, w.id, c.cvr, case when w.id <> 5 then c.id end, w.reason, '2026-03-01', 'staff', '2026-03-01'
    from (values (1, 'later', '1000000011'), (2, 'wrong-number', '1000000011'), (3, 'closed', '1000000021'), (4, 'do-not-contact', null), (5, 'later', null)) w (id, reason, p)
    join company c on c.cvr in ('10000010', '10000029') and (c.p_number = w.p or w.p is null and c.kind = 'company' and c.cvr = '10000010');
  insert into contact_mark (centre_id, kind, source_id, company_id, cvr, since)
    select 1, case reason when 'do-not-contact' then 'stop' when 'later' then 'wait' else reason end, id, company_id, cvr, set_at from waiting_period;
  insert into contact_list (centre_id, id, name, criteria, made_by, made_at) overriding system value values (1, 1, 'Liste', '{}', 7, '2026-01-01');
  insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values (1, 1, '{}', 7, '2026-01-01');
  insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position, employees)
    select 1, 1, id, cvr, true, 'fits', 1, 9 from company where p_number = '1000000011';
  insert into call_skip (centre_id, person_id, cvr, until_at) values (1, 7, '10000010', '2026-03-01')`,
})
afterAll(database.close)

test('what was said reaches as far as one leadership; a wrong number is its place’s, a door that is all there is the company’s', async () => {
  const said = [
    ['wait', 1, null],
    ['wrong-number', 2, false],
    ['closed', 3, true],
    ['stop', 4, true],
    ['wait', 5, null],
  ]
  const marks = await database.query<{ kind: string; source_id: number; whole: boolean | null }>(
    'select kind, source_id::int, whole from contact_mark order by source_id',
  )
  expect(marks.map(({ kind, source_id, whole }) => [kind, source_id, whole])).toEqual([
    ...said.slice(0, 4),
    ['wait', 5, true],
  ])
  const waits = await database.query<{ id: number; whole: boolean | null }>(
    'select id, whole from waiting_period order by id',
  )
  expect(waits.map(({ whole }) => whole)).toEqual([null, false, true, true, true])
})

test('sizes are the legal company’s own, else what its open workplaces add up to; a list keeps what it was drawn by', async () => {
  const sizes = await database.query(
    'select cvr, employees_from, employees_to, workplaces from company_size order by cvr',
  )
  expect(sizes).toEqual([
    { cvr: '10000010', employees_from: 19, employees_to: 28, workplaces: 2 },
    { cvr: '10000029', employees_from: 4, employees_to: 4, workplaces: 1 },
  ])
  expect(await database.query('select employees, company_employees from list_company')).toEqual([
    { employees: 9, company_employees: 9 },
  ])
})

test('a shorter wait says that it was chosen before it needed a reason; every centre has the usual reasons for a no', async () => {
  expect(await database.query('select shorter_why from rules')).toEqual([
    { shorter_why: 'Valgt, før en begrundelse blev krævet.' },
  ])
  expect(await database.query('select name from refusal_reason where centre_id = 1 order by position')).toHaveLength(5)
  expect(await database.query('select place from call_skip')).toEqual([{ place: 0 }])
})
