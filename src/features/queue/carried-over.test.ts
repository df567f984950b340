import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database that was in use when call-backs had a table of their own: what calls had said, the queue still knows. */
const database = await olderDatabase({
  before: '0220',
  carry: '0220',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into company_known (id, number) overriding system value values (10, '10000010');
  insert into company (id, kind, cvr, name, phone, changed_at) values (10, 'company', '10000010', 'Ti', '70000010', '2026-01-01');
  insert into contact_list (centre_id, id, name, criteria, made_by, made_at) overriding system value values (1, 1, 'Hørt', '{}', 7, '2026-01-01');
  insert into call (centre_id, id, list_id, company_id, cvr, person_id, started_at, ended_at, answer, call_back_at) overriding system value values
    (1, 1, 1, 10, '10000010', 7, '2026-02-09', '2026-02-09', 'call-back', '2026-02-10'),
    (1, 2, 1, 10, '10000010', 7, '2026-02-10', '2026-02-10', 'call-back', '2026-02-11'),
    (1, 3, 1, 10, '10000010', 7, '2026-02-10', '2026-02-10', 'call-back', '2026-02-12'),
    (1, 4, null, 10, '10000010', 7, '2026-02-10', '2026-02-10', 'no-answer', null);
  insert into call_correction (centre_id, call_id, new_call_id, corrected_by, corrected_at) values (1, 2, 3, 7, '2026-02-10');
  insert into call_back (centre_id, call_id, list_id, company_id, cvr, due_at, done_at) values
    (1, 1, 1, 10, '10000010', '2026-02-10', '2026-02-10'), (1, 2, 1, 10, '10000010', '2026-02-11', '2026-02-10'),
    (1, 3, 1, 10, '10000010', '2026-02-12', null);`,
})
afterAll(database.close)

test('calls that count are told with their call-backs, those that are done and those that wait; corrected ones are not', async () => {
  const rows = await database.query<{ told: string }>(`
    select call_id || ' ' || coalesce(list_id::text, '-') || ' ' || answer || ' due ' || coalesce(to_char(due_at, 'MM-DD'), '-')
      || ' done ' || coalesce(to_char(done_at, 'MM-DD'), '-') as told
    from queue_call where centre_id = 1 order by call_id`)
  expect(rows.map(({ told }) => told)).toEqual([
    '1 1 call-back due 02-10 done 02-10',
    '3 1 call-back due 02-12 done -',
    '4 - no-answer due - done -',
  ])
})
