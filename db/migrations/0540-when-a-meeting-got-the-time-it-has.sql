-- When a meeting last got another time, or another who goes: that day both sides were told, and need no reminder of it.
alter table booking add moved_at timestamptz;
update booking b set moved_at = (
  select max(e.at) from event e where e.centre_id = b.centre_id and e.subject = 'booking' and e.subject_id = b.id and e.verb = 'moved'
) where b.cancelled_at is null and b.starts_at > app_now();

create or replace view booking_ever with (security_invoker = true) as
select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note, booked_by, booked_at,
  confirmed_at, cancelled_at, reported_at, municipality, industry, employees, not_met_at, company_person_id, moved_at
from booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees not_met_at company_person_id moved_at.';
create or replace view booking_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note,
    booked_by, booked_at, confirmed_at, reported_at, municipality, industry, employees, not_met_at, moved_at
  from booking_ever where cancelled_at is null;
comment on view booking_now is 'Meetings that stand: ahead, held, or not met. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at reported_at municipality industry employees not_met_at moved_at.';
