-- A meeting that was called off, or a door that was locked, left nothing behind: nobody found a new time. Now somebody does, or says why not.
create table new_time (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- The meeting it takes the place of: its number in a later room, without a key.
  booking_id int not null,
  company_id int not null references company_known (id),
  cvr text not null,
  was_at timestamptz not null,
  why text not null check (why in ('cancelled', 'cancelled-by-company', 'not-met')),
  -- Who finds it; null: the coordinators.
  person_id int references person (id),
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by int references person (id),
  settled_how text check (settled_how in ('booked', 'no-more')),
  settled_why text not null default '',
  primary key (centre_id, id),
  check ((settled_at is null) = (settled_how is null))
);
call of_centre('new_time');
create unique index new_time_one on new_time (centre_id, booking_id) where settled_at is null;
create index new_time_company on new_time (centre_id, cvr) where settled_at is null;
create index new_time_of_company on new_time (company_id);

create view new_times_waiting with (security_invoker = true) as
  select t.centre_id, 'new-time' as kind, t.id as source_id, t.company_id, m.person_id, null::int as school_id, 'runs' as role, t.asked_at as from_at,
         null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('company', c.name, 'why', t.why, 'since', (t.was_at at time zone 'Europe/Copenhagen')::date,
           'who', coalesce(m.name, ''), 'mine', (t.person_id is not distinct from (select app_person()))::int) as "values"
  from new_time t
  join company_place c on c.id = t.company_id
  left join member_now m on m.centre_id = t.centre_id and m.person_id = t.person_id
  where t.settled_at is null;
comment on view new_times_waiting is 'Meetings that were called off or met a locked door, and for which a new time is to be found. Null: person_id school_id due_on due_at.';

-- A visit to a locked door: it was made, and nobody was met.
alter table booking add column not_met_at timestamptz, add column not_met_by int references person (id), add column not_met_note text not null default '';
create or replace view booking_ever with (security_invoker = true) as
  select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note,
    booked_by, booked_at, confirmed_at, cancelled_at, reported_at, municipality, industry, employees, not_met_at
  from booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees not_met_at.';
create or replace view booking_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note,
    booked_by, booked_at, confirmed_at, reported_at, municipality, industry, employees, not_met_at
  from booking_ever where cancelled_at is null;
comment on view booking_now is 'Meetings that stand: ahead, held, or not met. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at reported_at municipality industry employees not_met_at.';
create or replace view visit_due with (security_invoker = true) as
  select b.centre_id, b.id as booking_id, b.company_id, b.cvr, w.person_id, b.starts_at, w.position
  from booking_now b
  join visitor_ever w on w.centre_id = b.centre_id and w.booking_id = b.id
  where b.starts_at <= (select app_now()) and b.reported_at is null and b.not_met_at is null;
comment on view visit_due is 'Meetings that were held and have no report, a row for each who went: any of them may write it. Null: none.';

-- A mail that brings a meeting to a company, and did not arrive, is told with the meeting.
create index outbox_brought on outbox (centre_id, brings, brings_id, id) where brings_id is not null;
create view mail_brought with (security_invoker = true) as
  select o.centre_id, o.brings, o.brings_id, o.id as mail_id, o.recipient, o.written_by, o.sent_at, o.given_up_at,
    o.given_up_at is not null and o.sent_at is null and o.put_aside_at is null and o.over_at is null as lost
  from outbox o where o.brings_id is not null;
comment on view mail_brought is 'Mails that bring something of a room, and whether they arrived; lost: given up, and nobody has done anything about it. Null: written_by sent_at given_up_at.';
create or replace view mails_waiting with (security_invoker = true) as
  select o.centre_id, 'mail-given-up' as kind, o.id as source_id, null::int as company_id, w.person_id, null::int as school_id, 'runs' as role,
    o.given_up_at as from_at, null::date as due_on, null::timestamptz as due_at,
    jsonb_build_object('to', coalesce(nullif(o.recipient_name, ''), o.recipient), 'subject', o.subject) as "values"
  from outbox o
  left join member_now w on w.centre_id = o.centre_id and w.person_id = o.written_by
  where o.given_up_at is not null and o.sent_at is null and o.put_aside_at is null and o.over_at is null and o.brings is distinct from 'meeting';

create or replace view bookings_waiting with (security_invoker = true) as
  select b.centre_id, 'booking-new' as kind, b.id as source_id, b.company_id, w.person_id, null::int as school_id, null::text as role, b.booked_at as from_at,
         (b.starts_at at time zone 'Europe/Copenhagen')::date as due_on, b.starts_at as due_at,
         jsonb_build_object('company', c.name, 'by', coalesce(who.name, b.contact_name)) as "values"
  from booking b
  join booking_visitor w on w.centre_id = b.centre_id and w.booking_id = b.id
  join company_place c on c.id = b.company_id
  left join person_named who on who.id = b.booked_by
  where b.cancelled_at is null and w.acknowledged_at is null and w.released_at is null and b.ends_at > (select app_now())
  union all
  select b.centre_id, 'meeting-left', b.id, b.company_id, null, null, 'runs', w.released_at,
         (b.starts_at at time zone 'Europe/Copenhagen')::date, b.starts_at, jsonb_build_object('company', c.name, 'by', gone.name)
  from booking b
  join booking_visitor w on w.centre_id = b.centre_id and w.booking_id = b.id
  join company_place c on c.id = b.company_id
  join person_named gone on gone.id = w.person_id
  where b.cancelled_at is null and w.released_at is not null and b.starts_at > (select app_now())
  union all
  -- To who booked it and to who goes first; the coordinators see it with the latter.
  select b.centre_id, 'invitation-lost', b.id, b.company_id, who.person_id, null, who.role, l.given_up_at,
         (b.starts_at at time zone 'Europe/Copenhagen')::date, b.starts_at, jsonb_build_object('company', c.name, 'to', l.recipient)
  from (select centre_id, brings_id, max(recipient) as recipient, max(given_up_at) as given_up_at
        from mail_brought where brings = 'meeting' and lost group by centre_id, brings_id) l
  join booking b on b.centre_id = l.centre_id and b.id = l.brings_id
  join company_place c on c.id = b.company_id
  join booking_visitor w on w.centre_id = b.centre_id and w.booking_id = b.id and w.position = 1
  cross join lateral (
    values (w.person_id, 'runs'), (case when b.booked_by <> w.person_id then b.booked_by end, null)) who (person_id, role)
  where b.cancelled_at is null and b.ends_at > (select app_now()) and (who.person_id is not null or who.role is not null);
comment on view bookings_waiting is 'New meetings whose visitor has not said that they are seen, those whose visitor goes no more, and those whose invitation did not arrive. Null: person_id school_id role.';
