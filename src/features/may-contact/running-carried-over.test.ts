import { afterAll, expect, test } from 'vitest'
import { olderDatabase } from '#testing/older-database'

/** A database that was in use before anything was known of what runs: what was open then keeps others from calling afterwards. */
const database = await olderDatabase({
  before: '0370',
  carry: '037',
  rows: `
  insert into centre (id, name, created_at) overriding system value values (1, 'Øst', '2026-01-01');
  insert into rules (centre_id) values (1) on conflict do nothing;
  insert into person (id, name, email, created_at) overriding system value values (7, 'Anne', 'anne@x.example', '2026-01-01');
  insert into company (kind, cvr, name, phone, changed_at) values ('company', '10000010', 'Ti', '70000010', '2026-01-01');
  insert into promise (centre_id, company_id, cvr, what, owner_id, due_on, made_by, made_at, kept_at, kept_by, released_at)
    select 1, c.id, c.cvr, p.what, 7, '2026-12-01', 7, '2026-11-02T09:00Z', p.kept_at::timestamptz, case when p.kept_at is not null then 7 end, p.released_at::timestamptz
    from company c, (values ('Holdt', '2026-11-05', null), ('Åben', null, null), ('Sluppet', null, '2026-11-06')) p (what, kept_at, released_at);
  insert into visit (centre_id, company_id, cvr, person_id, visited_at, about, reported_at)
    select 1, c.id, c.cvr, 7, v.at::timestamptz, v.about, v.at::timestamptz
    from company c, (values ('2026-02-28T23:30Z', 'Med behov'), ('2026-03-02', 'Uden')) v (at, about);
  insert into visit_need (centre_id, visit_id, words) select 1, id, 'Truck' from visit where about = 'Med behov';
  insert into contact_basis (centre_id, cvr, basis, note, person_id, recorded_at, withdrawn_at, withdrawn_by) values
    (1, '10000010', 'consent', 'Ja', 7, '2026-05-01T22:30Z', null, null), (1, '10000010', 'consent', 'Nej', 7, '2026-05-01', '2026-05-02', 7)`,
})
afterAll(database.close)

test('open promises and needs become marks: whose they are, a need for twelve months from its visit', async () => {
  const rows = await database.query<{ mark: string }>(`
    select m.kind || ' ' || coalesce(p.what, 'behov') || ' until ' || coalesce(to_char(m.ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), '-')
      || ' by ' || coalesce(m.person_id::text, '-') as mark
    from contact_mark m left join promise p on m.kind = 'promise' and p.id = m.source_id order by 1`)
  expect(rows.map(({ mark }) => mark)).toEqual([
    'open-need behov until 2027-02-28 23:00 by 7',
    'promise Sluppet until - by -',
    'promise Åben until - by 7',
  ])
})

test('a basis opened phone and visits, and lapses a year after it was recorded', async () => {
  const rows = await database.query(
    'select channel, note, given_on::text, lapses_on::text, company_id from contact_basis order by note, channel',
  )
  const day = { given_on: '2026-05-02', lapses_on: '2027-05-02', company_id: null }
  expect(rows).toEqual([
    { channel: 'phone', note: 'Ja', ...day },
    { channel: 'visit', note: 'Ja', ...day },
    { channel: 'phone', note: 'Nej', ...day, given_on: '2026-05-01', lapses_on: '2027-05-01' },
  ])
})
