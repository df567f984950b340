-- A booking has visitors, a form and an origin, knows whether it was reported, and keeps what the company was on its day; meetings and visits as views.
create table booking_visitor (
  centre_id int not null,
  booking_id int not null,
  person_id int not null references person (id),
  -- Minutes of driving kept free before and after; none when nobody drives.
  travel_minutes int not null check (travel_minutes between 0 and 240),
  acknowledged_at timestamptz,
  primary key (centre_id, booking_id, person_id),
  foreign key (centre_id, booking_id) references booking (centre_id, id)
);
call of_centre('booking_visitor');
create index booking_visitor_person on booking_visitor (centre_id, person_id, booking_id);
insert into booking_visitor (centre_id, booking_id, person_id, travel_minutes, acknowledged_at)
select centre_id, id, person_id, travel_minutes, acknowledged_at from booking;

alter table booking
  add form text not null default 'visit' check (form in ('visit', 'online', 'phone')),
  -- What it came of: a call today. No key, because what it came of may stand in a later room.
  add origin_kind text,
  add origin_id bigint,
  add reported_at timestamptz,
  add municipality int,
  add industry text,
  add employees int,
  add check ((origin_kind is null) = (origin_id is null));
update booking b set
  origin_kind = case when b.call_id is not null then 'call' end,
  origin_id = b.call_id,
  reported_at = (select v.reported_at from visit v where v.centre_id = b.centre_id and v.booking_id = b.id),
  municipality = c.municipality, industry = c.industry, employees = coalesce(c.employees, c.employees_from)
from company c where c.id = b.company_id;

drop view visit_due;
alter table booking
  drop constraint booking_never_two_at_once,
  drop column call_id,
  drop column person_id,
  drop column travel_minutes,
  drop column busy,
  drop column acknowledged_at;
create index booking_origin on booking (centre_id, origin_kind, origin_id);
create index booking_list on booking (centre_id, list_id);

alter table visit
  add municipality int,
  add industry text,
  add employees int;
update visit v set municipality = c.municipality, industry = c.industry, employees = coalesce(c.employees, c.employees_from)
from company c where c.id = v.company_id;
create index visit_list on visit (centre_id, list_id);

create view booking_ever with (security_invoker = true) as
  select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email,
         contact_phone, note, booked_by, booked_at, confirmed_at, cancelled_at, reported_at, municipality, industry, employees
  from booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees.';

create view booking_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email,
         contact_phone, note, booked_by, booked_at, confirmed_at, reported_at, municipality, industry, employees
  from booking_ever
  where cancelled_at is null;
comment on view booking_now is 'Meetings that stand: ahead, or held. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at reported_at municipality industry employees.';

create view visitor_ever with (security_invoker = true) as
  select centre_id, booking_id, person_id, travel_minutes, acknowledged_at
  from booking_visitor;
comment on view visitor_ever is 'Who goes to a meeting. Null: acknowledged_at.';

-- Meetings that have begun and have no report: what a consultant still owes.
create view visit_due with (security_invoker = true) as
  select b.centre_id, b.id as booking_id, b.company_id, b.cvr, w.person_id, b.starts_at
  from booking_now b
  join visitor_ever w on w.centre_id = b.centre_id and w.booking_id = b.id
  where b.starts_at <= (select app_now()) and b.reported_at is null;
comment on view visit_due is 'Meetings that were held and have no report. Null: none.';

create view visit_reported with (security_invoker = true) as
  select centre_id, id, booking_id, list_id, company_id, cvr, person_id, visited_at, reported_at, municipality, industry, employees
  from visit;
comment on view visit_reported is 'Visits that were reported, without what was written; municipality, industry and employees as they were then. Null: booking_id list_id municipality industry employees.';
