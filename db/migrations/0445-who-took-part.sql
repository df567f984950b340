-- A report said who of us went, and not whom they met: people of the company, or a name that was typed. Who is erased leaves his place, without his name.
create table took_part (
  centre_id int not null references centre (id),
  visit_id int not null,
  position smallint not null check (position > 0),
  company_person_id int,
  -- Of whom we do not know there.
  name text not null,
  primary key (centre_id, visit_id, position),
  foreign key (centre_id, visit_id) references visit (centre_id, id),
  foreign key (centre_id, company_person_id) references company_person (centre_id, id),
  check ((company_person_id is null) = (name <> ''))
);
call of_centre('took_part');
create index took_part_of_person on took_part (centre_id, company_person_id) where company_person_id is not null;

-- Whom a meeting was agreed with, for the report of it.
create or replace view booking_ever with (security_invoker = true) as
select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note, booked_by, booked_at,
  confirmed_at, cancelled_at, reported_at, municipality, industry, employees, not_met_at, company_person_id
from booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees not_met_at company_person_id.';
