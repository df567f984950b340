-- Those who go to a meeting stand in an order: the first answers for it, and stands where there is room for one; others come along.
alter table booking_visitor add position smallint not null default 1 check (position > 0);
update booking_visitor w set position = n.position
from (select centre_id, booking_id, person_id, row_number() over (partition by centre_id, booking_id order by person_id) as position from booking_visitor) n
where n.position > 1 and (n.centre_id, n.booking_id, n.person_id) = (w.centre_id, w.booking_id, w.person_id);
alter table booking_visitor add constraint booking_visitor_in_order unique (centre_id, booking_id, position);

create or replace view visitor_ever with (security_invoker = true) as
  select centre_id, booking_id, person_id, travel_minutes, acknowledged_at, position
  from booking_visitor;
comment on view visitor_ever is 'Who goes to a meeting, a row each; the first (position 1) answers for it. Null: acknowledged_at.';

create or replace view visit_due with (security_invoker = true) as
  select b.centre_id, b.id as booking_id, b.company_id, b.cvr, w.person_id, b.starts_at, w.position
  from booking_now b
  join visitor_ever w on w.centre_id = b.centre_id and w.booking_id = b.id
  where b.starts_at <= (select app_now()) and b.reported_at is null;
comment on view visit_due is 'Meetings that were held and have no report, a row for each who went: any of them may write it. Null: none.';

-- It waits for each who went, and for a coordinator once: as his own when he went, else as the first one's.
create or replace view visits_waiting with (security_invoker = true) as
  select d.centre_id, 'visit-report' as kind, d.booking_id as source_id, d.company_id, d.person_id, null::int as school_id,
    case when d.position = 1 and not exists (
      select from visitor_ever mine
      where mine.centre_id = d.centre_id and mine.booking_id = d.booking_id and mine.person_id = (select app_person())
    ) then 'runs' end as role,
    d.starts_at as from_at, (d.starts_at at time zone 'Europe/Copenhagen')::date as due_on, null::timestamptz as due_at,
    jsonb_build_object(
      'company', c.name, 'who', p.name, 'date', (d.starts_at at time zone 'Europe/Copenhagen')::date,
      'startsAt', to_char(d.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'days', (select app_today()) - (d.starts_at at time zone 'Europe/Copenhagen')::date) as "values"
  from visit_due d
  join company_place c on c.id = d.company_id
  join person_named p on p.id = d.person_id;
comment on view visits_waiting is 'Meetings that were held and have no report yet. Null: school_id role due_at.';
