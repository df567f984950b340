import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/**
 * A database that was in use before a colleague could be let in, whoever has a company could be asked, and whoever struck one was: what was open stays
 * open, what the house said is now the centre's to say, and what somebody who has left holds is still his until it is handed on.
 */
const database = await olderDatabase({
  before: '0420',
  carry: '04',
  rows: `
  set app.now = '2026-11-23T09:00Z';
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01'), (2, 'Vest', '2026-01-01');
  insert into rules (centre_id, later_months, shorter_why) values (1, 1, 'Rådet ville det'), (2, 4, null);
  insert into school (centre_id, id, name, kind) overriding system value values (1, 1, 'Teknisk', 'technical');
  insert into person (id, name, email, created_at) overriding system value values
    (7, 'Anne', 'anne@x.example', '2026-01-01'), (8, 'Mette', 'mette@x.example', '2026-01-01'), (9, 'Bo', 'bo@x.example', '2026-01-01');
  insert into membership (centre_id, id, person_id, school_id, role, joined_at, left_at, agreed_at) overriding system value values
    (1, 1, 7, 1, 'consultant', '2026-01-01', null, '2026-01-01'), (1, 2, 8, 1, 'employee', '2026-01-01', null, '2026-01-01'),
    (1, 3, 9, 1, 'consultant', '2026-01-01', '2026-11-01', '2026-01-01');
  insert into company_known (id, number) overriding system value values (10, '10000010'), (11, '10000029');
  insert into company (id, kind, cvr, name, phone, changed_at) values
    (10, 'company', '10000010', 'Ti', '70000010', '2026-01-01'), (11, 'company', '10000029', 'Elleve', '70000011', '2026-01-01');
  insert into regular_contact (centre_id, id, company_id, cvr, person_id, since) overriding system value values
    (1, 1, 10, '10000010', 7, '2026-01-31T09:00Z'), (1, 2, 11, '10000029', 9, '2026-06-01T09:00Z');
  insert into enquiry (centre_id, id, way, received_at, registered_by, registered_at, company_id, cvr, company_said, name, matter, routed_by, owner_id, due_on) overriding system value values
    (1, 5, 'phone', '2026-11-20', 7, '2026-11-20', 10, '10000010', 'Ti', 'Karen', 'Truckkort', 'field', 7, '2026-11-24'),
    (1, 6, 'phone', '2026-10-20', 7, '2026-10-20', 11, '10000029', 'Elleve', 'Karl', 'Svejsning', 'centre', 9, '2026-10-24');
  insert into contact_opening (centre_id, source_id, company_id, cvr, person_id, since, until) values
    (1, 5, 10, '10000010', 7, '2026-11-20', '2026-12-20'), (1, 6, 11, '10000029', 9, '2026-10-20', '2026-11-19');
  insert into promise (centre_id, id, company_id, cvr, what, owner_id, due_on, made_by, made_at) overriding system value values
    (1, 1, 11, '10000029', 'Pris', 9, '2026-12-01', 9, '2026-03-01');
  insert into link (centre_id, id, hash, kind, subject_id, company_id, cvr, made_at, ends_at) overriding system value values
    (1, 1, 'a', 'company-page', 10, 10, '10000010', '2026-11-01', '2027-01-30');
  insert into contact_list (centre_id, id, name, criteria, made_by, made_at) overriding system value values
    (1, 1, 'Hørt', '{}', 7, '2026-01-01'), (1, 2, 'Høres', '{}', 7, '2026-01-01');
  insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values (1, 1, '{}', 7, '2026-01-01'), (1, 2, '{}', 7, '2026-11-01');
  insert into hearing (centre_id, id, list_id, started_by, started_at, deadline, silence, ended_at) overriding system value values
    (1, 1, 1, 7, '2026-10-01', '2026-10-08', 'goes-on', '2026-10-08'), (1, 2, 2, 7, '2026-11-20', '2026-11-28', 'goes-on', null);
  insert into strike (centre_id, id, list_id, company_id, cvr, struck_at, until_on, undone_at) overriding system value values
    (1, 1, 1, 10, '10000010', '2026-10-02', '2027-04-02', null), (1, 2, 1, 11, '10000029', '2026-10-02', '2027-04-02', '2026-10-03'),
    (1, 3, 2, 11, '10000029', '2026-11-21', '2027-05-21', null);
  insert into strike_origin (centre_id, strike_id, school_id, list_id, company_id, person_id, undone_at) values
    (1, 1, 1, 1, 10, 8, null), (1, 2, 1, 1, 11, 8, '2026-10-03'), (1, 3, 1, 2, 11, 8, null);
`,
})
afterAll(database.close)

test('what was opened by what they came with stays open as that, until its day', async () => {
  expect(await database.query('select source_id::int, source_kind, person_id from contact_opening order by 1')).toEqual(
    [
      { source_id: 5, source_kind: 'enquiry', person_id: 7 },
      { source_id: 6, source_kind: 'enquiry', person_id: 9 },
    ],
  )
  expect(await database.query('select source_id::int, source_kind from contact_open_now')).toEqual([
    { source_id: 5, source_kind: 'enquiry' },
  ])
})

test('the centres keep what they had chosen, and choose what the house had said', async () => {
  expect(
    await database.query(
      'select centre_id, later_months, shorter_why, contact_months, open_days, link_days from rules_now order by 1',
    ),
  ).toEqual([
    { centre_id: 1, later_months: 1, shorter_why: 'Rådet ville det', contact_months: 12, open_days: 30, link_days: 90 },
    { centre_id: 2, later_months: 4, shorter_why: null, contact_months: 12, open_days: 30, link_days: 90 },
  ])
  expect(
    await database.query('select id, warned_on::text, lapses_on::text from regular_contact_lapses order by id'),
  ).toEqual([
    { id: 1, warned_on: '2026-11-30', lapses_on: '2027-01-31' },
    { id: 2, warned_on: '2027-04-01', lapses_on: '2027-06-01' },
  ])
  expect(await database.query("select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD') as ends from link")).toEqual([
    { ends: '2027-01-30' },
  ])
})

test('who struck a company in a hearing that had ended is asked about it, not about one taken back or still heard', async () => {
  expect(
    await database.query(
      `select kind, person_id, school_id, "values" ->> 'company' as company, "values" ->> 'count' as count from struck_companies_waiting`,
    ),
  ).toEqual([{ kind: 'struck-yours', person_id: 8, school_id: 1, company: 'Ti', count: '1' }])
})

test('what somebody who has left holds stays his and can be ended; nothing more is given to him', async () => {
  await database.query("set app.centre = '1'")
  await database.query("update promise set what = 'Ny pris' where id = 1")
  await database.query("update enquiry set ended_at = '2026-11-23', ended_by = 7, ended_how = 'closed' where id = 6")
  await expect(database.query('update regular_contact set person_id = 9 where id = 1')).rejects.toMatchObject({
    code: 'TV003',
  })
  await database.query('update promise set owner_id = 7 where id = 1')
  expect(await database.query('select owner_id, what from promise')).toEqual([{ owner_id: 7, what: 'Ny pris' }])
})
