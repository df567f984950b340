import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database from when a company's link had no end, and was nobody's. */
const database = await olderDatabase({
  before: '0390',
  carry: '039',
  rows: `
  set app.now = '2026-11-23T09:00Z';
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into membership (centre_id, id, person_id, role, joined_at) overriding system value values (1, 1, 7, 'consultant', '2026-01-01');
  insert into company_known (id, number) overriding system value values (10, '10000010');
  insert into company (id, kind, cvr, name, changed_at) values (10, 'company', '10000010', 'Ti', '2026-01-01');
  insert into promise (centre_id, id, company_id, cvr, what, owner_id, due_on, made_by, made_at) overriding system value values
    (1, 1, 10, '10000010', 'Pris', 7, '2026-12-01', 7, '2026-03-01');
  insert into link (centre_id, id, hash, kind, subject_id, company_id, cvr, made_at, last_opened_at, revoked_at) overriding system value values
    (1, 1, 'a', 'company-page', 10, 10, '10000010', '2026-01-01', null, null),
    (1, 2, 'b', 'company-page', 10, 10, '10000010', '2026-01-01', '2026-11-20T12:00Z', null),
    (1, 3, 'c', 'company-page', 10, 10, '10000010', '2026-01-01', null, '2026-02-01');
`,
})
afterAll(() => database.close())

test('links that had no end get one: a month at the least, longer where it was used lately', async () => {
  expect(
    await database.query(`select id, to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD') as ends from link order by id`),
  ).toEqual([
    { id: 1, ends: '2026-12-23' },
    { id: 2, ends: '2027-02-18' },
    { id: 3, ends: null },
  ])
})

test('what was promised until then was ours', async () => {
  expect(await database.query('select promised_by as by from promise')).toEqual([{ by: 'us' }])
  expect(await database.query('select id from promise_now')).toEqual([{ id: 1 }])
})
