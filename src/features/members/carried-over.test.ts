import { afterAll, expect, test } from 'vitest'
import { hashOfSecret } from '#platform/secret'
import { olderDatabase } from '#testing/older-database'

const secret = (letter: string) => letter.repeat(43)
const body = (letter: string) => `'Vælg din adgangskode: https://x.example/invitation/1-${secret(letter)} Hilsen'`
/** A database from when whoever should do something else had to leave and be invited anew. */
const database = await olderDatabase({
  before: '0340',
  carry: '034',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into school (centre_id, id, name, kind) overriding system value values (1, 5, 'Teknisk', 'technical');
  insert into person (id, name, email, created_at) overriding system value values
    (7, 'Anne', 'anne@x.example', '2026-01-01'), (8, 'Bo', 'bo@x.example', '2026-01-01');
  insert into membership (centre_id, id, person_id, role, school_id, joined_at, left_at) overriding system value values
    (1, 1, 7, 'consultant', 5, '2026-06-01', null), (1, 2, 8, 'consultant', null, '2026-01-01', '2026-05-01');
  insert into event (centre_id, at, source, verb, subject, subject_id, after) values
    (1, '2026-01-01', 'web', 'joined', 'membership', 1, '{"role": "leader", "schoolId": 5}'),
    (1, '2026-06-01', 'web', 'joined', 'membership', 1, '{"role": "consultant", "schoolId": 5}'),
    (1, '2026-01-01', 'web', 'joined', 'membership', 2, '{"role": "consultant", "schoolId": null}');
  insert into company_known (id, number) overriding system value values (10, '10000010');
  insert into company (id, kind, cvr, name, changed_at) values (10, 'company', '10000010', 'Ti', '2026-01-01');
  insert into promise (centre_id, id, company_id, cvr, what, owner_id, due_on, made_by, made_at) overriding system value values
    (1, 1, 10, '10000010', 'Pris', 7, '2026-12-01', 7, '2026-03-01'), (1, 2, 10, '10000010', 'Datoer', 8, '2026-12-01', 8, '2026-03-01');
  insert into invitation (centre_id, id, hash, email, name, role, invited_by, invited_at, expires_at, withdrawn_at) overriding system value values
    (1, 1, '${hashOfSecret(secret('a'))}', 'a@x.example', 'A', 'caller', 7, '2026-11-01', '2026-12-01', null),
    (1, 2, '${hashOfSecret(secret('b'))}', 'b@x.example', 'B', 'caller', 7, '2026-11-01', '2026-12-01', '2026-11-02');
  insert into outbox (centre_id, recipient, subject, body, created_at, written_by) values
    (1, 'a@x.example', 'a', ${body('a')}, '2026-11-01', 7),
    (1, 'b@x.example', 'b', ${body('b')}, '2026-11-01', 7),
    (1, 'a@x.example', 'sent anew since', ${body('c')}, '2026-10-01', 7),
    (1, 'd@x.example', 'other', 'Vi ses', '2026-11-01', 7)`,
})
afterAll(database.close)

test('who has led and came back as something else has led', async () => {
  expect(await database.query('select membership_id, role, school_id from former_place')).toEqual([
    { membership_id: 1, role: 'leader', school_id: 5 },
  ])
})

test('what someone who has left had open is the coordinators’, all else its owner’s', async () => {
  expect(await database.query('select id, released_at is not null as released from promise order by id')).toEqual([
    { id: 1, released: false },
    { id: 2, released: true },
  ])
})

test('a mail of an invitation that still stands goes on; of one that is over it goes nowhere and keeps no secret', async () => {
  expect(
    await database.query(
      `select subject, brings_id, over_at is not null as over, body ~ '[\\w-]{40,}' as secret from outbox order by id`,
    ),
  ).toEqual([
    { subject: 'a', brings_id: 1, over: false, secret: true },
    { subject: 'b', brings_id: 2, over: true, secret: false },
    { subject: 'sent anew since', brings_id: null, over: true, secret: false },
    { subject: 'other', brings_id: null, over: false, secret: false },
  ])
})
