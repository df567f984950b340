import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database that was in use before there were marks: what barred a company then bars it afterwards. */
const database = await olderDatabase({
  before: '0020',
  carry: '002',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into company (id, kind, cvr, p_number, name, phone, changed_at) overriding system value values
    (10, 'company', '10000010', null, 'Ti', '70000010', '2026-01-01'), (11, 'workplace', '10000010', '1000000011', 'Ti, lageret', '70000011', '2026-01-01');
  insert into contact_list (centre_id, id, name, criteria, made_by, made_at) overriding system value values
    (1, 1, 'Hørt', '{}', 7, '2026-01-01'), (1, 2, 'I høring', '{}', 7, '2026-01-01');
  insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values (1, 1, '{}', 7, '2026-01-01'), (1, 2, '{}', 7, '2026-01-01');
  insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position) values
    (1, 1, 11, '10000010', true, 'fits', 1), (1, 2, 11, '10000010', true, 'fits', 1), (1, 2, 10, '10000010', false, 'same-company', 2);
  insert into hearing (centre_id, list_id, started_by, started_at, deadline, silence, ended_at) values
    (1, 1, 7, '2026-02-01', '2026-02-08', 'goes-on', '2026-02-08'), (1, 2, 7, '2026-03-01', '2026-12-08T15:00Z', 'goes-on', null);
  insert into strike (centre_id, id, list_id, company_id, cvr, struck_at, until_on, undone_at) overriding system value values
    (1, 1, 1, 11, '10000010', '2026-02-02', '2026-12-31', null), (1, 2, 1, 11, '10000010', '2026-02-02', '2026-12-31', '2026-02-03'),
    (1, 3, 2, 11, '10000010', '2026-03-02', '2026-12-31', null);
  insert into call (centre_id, id, list_id, company_id, cvr, person_id, started_at, ended_at, answer) overriding system value values
    (1, 1, 1, 11, '10000010', 7, '2026-02-09', '2026-02-09', 'later'), (1, 2, 1, 11, '10000010', 7, '2026-02-10', '2026-02-10', 'no-answer'),
    (1, 3, 1, 11, '10000010', 7, '2026-02-11', '2026-02-11', 'closed');
  insert into call_correction (centre_id, call_id, corrected_by, corrected_at) values (1, 3, 7, '2026-02-11');
  insert into waiting_period (centre_id, id, cvr, reason, from_on, until_on, source, call_id, person_id, set_at, lifted_at) overriding system value values
    (1, 1, '10000010', 'later', '2026-02-09', '2026-11-09', 'call', 1, 7, '2026-02-09', null),
    (1, 2, '10000010', 'do-not-contact', '2026-02-09', null, 'link', null, null, '2026-02-09', null),
    (1, 3, '10000010', 'closed', '2026-02-11', null, 'call', 3, 7, '2026-02-11', '2026-02-11');
  insert into booking (centre_id, id, company_id, cvr, person_id, starts_at, ends_at, travel_minutes, busy, contact_name, booked_at, cancelled_at, uid)
    overriding system value values
    (1, 1, 11, '10000010', 7, '2026-12-01T09:00Z', '2026-12-01T10:00Z', 0, '["2026-12-01T09:00Z","2026-12-01T10:00Z")', 'Bo', '2026-03-01', null, 'a'),
    (1, 2, 11, '10000010', 7, '2026-12-02T09:00Z', '2026-12-02T10:00Z', 0, '["2026-12-02T09:00Z","2026-12-02T10:00Z")', 'Bo', '2026-03-01', '2026-03-02', 'b');
  insert into visit (centre_id, id, company_id, cvr, person_id, visited_at, about, reported_at) overriding system value values
    (1, 1, 11, '10000010', 7, '2026-04-01', 'x', '2026-04-01')`,
})
afterAll(database.close)

test('waits, meetings, strikes that are told, companies in hearing, talks and visits become marks; nothing else does', async () => {
  const rows = await database.query<{ mark: string }>(`
    select kind || ' ' || source_id || ' at ' || coalesce(company_id::text, '-') || ' until ' || coalesce(to_char(ends_at, 'YYYY-MM-DD HH24:MI'), '-')
      || ' by ' || coalesce(person_id::text, '-') as mark
    from contact_mark where centre_id = 1 and cvr = '10000010' and whole order by kind, source_id`)
  const [{ number } = { number: 0 }] = await database.query<{ number: number }>(
    'select id as number from list_company where list_id = 2 and included',
  )
  expect(rows.map(({ mark }) => mark)).toEqual([
    `in-hearing ${number} at 11 until 2026-12-08 15:00 by -`,
    'meeting 1 at 11 until 2026-12-01 10:00 by 7',
    'spoken 1 at 11 until - by 7',
    'stop 2 at 10 until - by -',
    'strike 1 at 11 until 2026-12-30 23:00 by -',
    'visited 1 at 11 until - by 7',
    'wait 1 at 11 until 2026-11-08 23:00 by 7',
  ])
})

test('a wait knows the call that it came of', async () => {
  const rows = await database.query('select id, origin_kind, origin_id, company_id from wait_given order by id')
  expect(rows).toEqual([
    { id: 1, origin_kind: 'call', origin_id: 1, company_id: 11 },
    { id: 2, origin_kind: 'link', origin_id: null, company_id: 10 },
    { id: 3, origin_kind: 'call', origin_id: 3, company_id: null },
  ])
})
