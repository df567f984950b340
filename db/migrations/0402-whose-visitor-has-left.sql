-- Who left, or visits no more, kept his meetings as a ghost: they were told once and stood with nobody. Now they wait with the coordinators until another goes.
alter table booking_visitor add column released_at timestamptz;
comment on column booking_visitor.released_at is 'He goes no more. Null: he goes.';
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
  where b.cancelled_at is null and w.released_at is not null and b.starts_at > (select app_now());
comment on view bookings_waiting is 'New meetings whose visitor has not said that they are seen, and those whose visitor goes no more. Null: person_id school_id role.';
