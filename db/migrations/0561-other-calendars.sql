-- Calendars that people have elsewhere, and that are read for when they are busy. Address, user and password are sealed with a key that is not in the database.
create table other_calendar (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  kind text not null check (kind in ('ics', 'caldav')),
  name text not null,
  -- Whose server it is; the address itself is a secret.
  host text not null,
  sealed text not null,
  added_at timestamptz not null,
  -- When it is read next.
  due_at timestamptz not null,
  -- When its owner last wanted it read at once.
  hastened_at timestamptz,
  -- Counts attempts: what an earlier one brings home late is not written any more.
  reading int not null default 0,
  read_at timestamptz,
  -- When all of it was last fetched, not only found unchanged.
  fetched_at timestamptz,
  version text,
  times int not null default 0,
  left_out int not null default 0,
  problem text,
  problem_since timestamptz,
  primary key (centre_id, id),
  check ((problem is null) = (problem_since is null))
);
call of_centre('other_calendar');
create index other_calendar_of_person on other_calendar (centre_id, person_id);

-- A meeting of ours over which something stands in the other calendar of who goes; and a calendar that could not be read for a day.
create view other_calendars_waiting with (security_invoker = true) as
select b.centre_id, 'meeting-clash' as kind, b.id as source_id, b.company_id, w.person_id, null::int as school_id, null::text as role,
  b.booked_at as from_at, (b.starts_at at time zone 'Europe/Copenhagen')::date as due_on, b.starts_at as due_at,
  jsonb_build_object('company', c.name) as "values"
from booking_now b
join visitor_ever w on w.centre_id = b.centre_id and w.booking_id = b.id
join company_place c on c.id = b.company_id
where b.starts_at > (select app_now())
  and exists (
    select from elsewhere_ahead e
    where e.centre_id = b.centre_id and e.person_id = w.person_id and e.starts_at < b.ends_at and e.ends_at > b.starts_at
  )
union all
select o.centre_id, 'calendar-unread', o.id, null, o.person_id, null, null,
  o.problem_since + interval '24 hours', (o.problem_since at time zone 'Europe/Copenhagen')::date, null,
  jsonb_build_object('calendar', coalesce(nullif(o.name, ''), o.host))
from other_calendar o
where o.problem is not null;
comment on view other_calendars_waiting is
  'Meetings that clash with another calendar of who goes, and calendars that cannot be read. Null: company_id school_id role due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'other_calendars_waiting');
end $$;
