import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database from when ten tries were the end of a mail, and whoever went first was an invitation's organizer. */
const database = await olderDatabase({
  before: '0280',
  carry: '028',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into company_known (id, number) overriding system value values (10, '10000010');
  insert into company (id, kind, cvr, name, changed_at) values (10, 'company', '10000010', 'Ti', '2026-01-01');
  insert into booking (centre_id, id, company_id, cvr, starts_at, ends_at, contact_name, booked_at, uid) overriding system value values
    (1, 1, 10, '10000010', '2026-12-01T09:00Z', '2026-12-01T10:00Z', 'Bo', '2026-03-01', 'a');
  insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, position) values (1, 1, 7, 0, 1);
  insert into outbox (centre_id, recipient, subject, body, created_at, tries, failed, sent_at) values
    (1, 'a@x.example', 'a', 'a', '2026-03-01', 10, 'connect ECONNREFUSED 127.0.0.1:25', null),
    (1, 'b@x.example', 'b', 'b', '2026-03-01', 10, 'all recipients were rejected: 550 No such person', null),
    (1, 'c@x.example', 'c', 'c', '2026-03-01', 3, 'Greeting never received', null),
    (1, 'd@x.example', 'd', 'd', '2026-03-01', 1, null, '2026-03-01'),
    (1, 'e@x.example', 'e', 'e', '2026-03-01', 0, null, null)`,
})
afterAll(database.close)

test('what ten tries had ended is given up and told; what still waited goes on waiting', async () => {
  const rows = await database.query(
    'select recipient, failure, given_up_at is not null as over from outbox order by id',
  )
  expect(rows).toEqual([
    { recipient: 'a@x.example', failure: 'unreachable', over: true },
    { recipient: 'b@x.example', failure: 'refused', over: true },
    { recipient: 'c@x.example', failure: 'unreachable', over: false },
    { recipient: 'd@x.example', failure: null, over: false },
    { recipient: 'e@x.example', failure: null, over: false },
  ])
  expect(await database.query('select source_id, person_id from mails_waiting order by 1')).toHaveLength(2)
})

test('a meeting that stands keeps the organizer that its invitation named', async () => {
  expect(await database.query('select organizer_name, organizer_email from booking')).toEqual([
    { organizer_name: 'Anne', organizer_email: 'anne@x.example' },
  ])
})
