-- How many meetings someone, or a school, can take in a week is agreed; nobody promises a visit that will not come.

-- What lies in someone's time, by the day and the week in Denmark on which it begins, driving not counted.
create view busy_day with (security_invoker = true) as
  select b.centre_id, b.kind, b.source_id, b.person_id, b.during, w.starts_at, d.on_day, date_trunc('week', d.on_day)::date as week_on
  from busy b
  cross join lateral (select lower(b.during) + make_interval(mins => b.travel_minutes) as starts_at) w
  cross join lateral (select (w.starts_at at time zone 'Europe/Copenhagen')::date as on_day) d;
comment on view busy_day is 'What takes someone''s time, on which day and in which week. Null: none.';

-- What was said stays: the latest that holds for a week is what is agreed, and what was said of that week alone goes before what holds for all.
create table capacity_said (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int references person (id),
  school_id int,
  from_on date not null check (extract(isodow from from_on) = 1),
  -- The last day that it holds for; none: until something else is said.
  until_on date check (until_on > from_on),
  one_week boolean not null default false,
  -- None: as many as there is time for; of one week: as in the others.
  meetings int check (meetings between 0 and 60),
  a_day int check (a_day between 1 and 12),
  why text not null default '',
  said_by int references person (id),
  said_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  -- Of a school as a whole no person is named.
  check (num_nonnulls(person_id, school_id) > 0),
  check (not one_week or until_on = from_on + 6)
);
create index capacity_said_person on capacity_said (centre_id, person_id, from_on) where person_id is not null;
create index capacity_said_of_person on capacity_said (person_id);
create index capacity_said_by on capacity_said (said_by);
create index capacity_said_school on capacity_said (centre_id, school_id, from_on) where person_id is null;
call of_centre('capacity_said');

-- During a call a visit is kept for it, so that many who phone at once never promise more than there are. One for each who phones.
create table capacity_token (
  centre_id int not null references centre (id),
  caller_id int not null references person (id),
  visitor_id int not null references person (id),
  week_on date not null,
  until_at timestamptz not null,
  primary key (centre_id, caller_id)
);
create index capacity_token_visitor on capacity_token (centre_id, visitor_id, week_on);
create index capacity_token_of_caller on capacity_token (caller_id);
create index capacity_token_of_visitor on capacity_token (visitor_id);
call of_centre('capacity_token');

create function capacity_agreed(centre int, someone int, at_school int, week date, out meetings int, out a_day int)
language sql stable as $$
  select coalesce(one.meetings, always.meetings), coalesce(one.a_day, always.a_day)
  from (select 1) nothing
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
    order by s.id desc limit 1) one on true
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
      and s.from_on <= week and (s.until_on is null or s.until_on > week)
    order by s.id desc limit 1) always on true
$$;

-- Weeks from one on: what is agreed with each, booked and kept for others' calls; what is left of the school's number.
create function capacity_weeks(centre int, people int[], first_week date, weeks int, but_kind text, but_id bigint)
returns table (person_id int, school_id int, week_on date, meetings int, a_day int, booked int, kept int, school_meetings int, school_taken int)
language sql stable as $$
  with member as (
    select m.person_id, m.school_id from member_now m where m.centre_id = centre
  ), week as (
    select (first_week + 7 * n) as week_on from generate_series(0, weeks - 1) n
  ), taken as (
    select b.person_id, b.week_on, count(*)::int as booked from busy_day b
    where b.centre_id = centre and b.kind = 'booking'
      and b.during && tstzrange((first_week - 1)::timestamptz, (first_week + 7 * weeks + 1)::timestamptz)
      and (b.kind, b.source_id) is distinct from (but_kind, but_id)
    group by b.person_id, b.week_on
  ), kept as (
    select t.visitor_id as person_id, t.week_on, count(*)::int as kept from capacity_token t
    where t.centre_id = centre and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person())
    group by t.visitor_id, t.week_on
  ), of_each as (
    select m.person_id, m.school_id, w.week_on, coalesce(t.booked, 0) as booked, coalesce(k.kept, 0) as kept
    from member m cross join week w
    left join taken t on t.person_id = m.person_id and t.week_on = w.week_on
    left join kept k on k.person_id = m.person_id and k.week_on = w.week_on
  ), of_school as (
    select e.school_id, e.week_on, sum(e.booked + e.kept)::int as taken from of_each e where e.school_id is not null group by e.school_id, e.week_on
  )
  select e.person_id, e.school_id, e.week_on, own.meetings, own.a_day, e.booked, e.kept, school.meetings, s.taken
  from of_each e
  cross join lateral capacity_agreed(centre, e.person_id, null, e.week_on) own
  left join lateral (select a.meetings from capacity_agreed(centre, null, e.school_id, e.week_on) a where e.school_id is not null) school on true
  left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
  where people is null or e.person_id = any(people)
$$;

-- The number holds whoever books, moves or takes over: takers of one person's time wait in line, then of one school's.
create function refuse_over_capacity() returns trigger language plpgsql as $$
declare
  day date;
  week date;
  at_school int;
  agreed record;
  stays_in_week boolean := false;
  stays_on_day boolean := false;
begin
  if new.kind <> 'booking' or not exists (select from capacity_said s where s.centre_id = new.centre_id) then return null; end if;
  day := ((lower(new.during) + make_interval(mins => new.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
  week := date_trunc('week', day)::date;
  if tg_op = 'UPDATE' and old.person_id = new.person_id then
    stays_on_day := day = ((lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
    stays_in_week := week = date_trunc('week', (lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
  end if;
  if stays_on_day then return null; end if;
  perform pg_advisory_xact_lock(7402, new.person_id);
  select c.* into agreed from capacity_agreed(new.centre_id, new.person_id, null, week) c;
  if agreed.a_day is not null and agreed.a_day < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.on_day = day
      and b.during && tstzrange((day - 1)::timestamptz, (day + 2)::timestamptz))
  then raise exception 'The day is full.' using errcode = 'TV005', detail = 'day'; end if;
  if stays_in_week then return null; end if;
  if agreed.meetings is not null and agreed.meetings < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t
    where t.centre_id = new.centre_id and t.visitor_id = new.person_id and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The week is full.' using errcode = 'TV005', detail = 'week'; end if;
  select m.school_id into at_school from member_now m where m.centre_id = new.centre_id and m.person_id = new.person_id;
  if at_school is null then return null; end if;
  select c.* into agreed from capacity_agreed(new.centre_id, null, at_school, week) c;
  if agreed.meetings is null then return null; end if;
  perform pg_advisory_xact_lock(7403, at_school);
  if agreed.meetings < (
    select count(*) from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and m.school_id = at_school and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t join member_now m on m.centre_id = t.centre_id and m.person_id = t.visitor_id
    where t.centre_id = new.centre_id and m.school_id = at_school and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The school''s week is full.' using errcode = 'TV005', detail = 'school'; end if;
  return null;
end $$;
create trigger refuse_over_capacity after insert or update on busy for each row execute function refuse_over_capacity();

-- Who can give one more in a week is asked; the answer is kept.
create table capacity_ask (
  centre_id int not null references centre (id),
  id int generated always as identity,
  week_on date not null check (extract(isodow from week_on) = 1),
  person_id int not null references person (id),
  asked_by int references person (id),
  asked_at timestamptz not null,
  gives boolean,
  answered_at timestamptz,
  primary key (centre_id, id),
  check ((gives is null) = (answered_at is null))
);
-- Asked once at a time.
create unique index capacity_ask_open on capacity_ask (centre_id, week_on, person_id) where answered_at is null;
create index capacity_ask_person on capacity_ask (person_id);
create index capacity_ask_by on capacity_ask (asked_by);
call of_centre('capacity_ask');

create view capacity_waiting with (security_invoker = true) as
  select a.centre_id, 'capacity-asked' as kind, a.id as source_id, null::int as company_id, a.person_id, null::int as school_id, null::text as role,
    a.asked_at as from_at, a.week_on as due_on, null::timestamptz as due_at,
    jsonb_build_object('week', extract(week from a.week_on)::int::text, 'who', coalesce(p.name, '')) as "values"
  from capacity_ask a
  join member_now m on m.centre_id = a.centre_id and m.person_id = a.person_id
  left join person_named p on p.id = a.asked_by
  where a.answered_at is null and a.week_on + 6 >= (select app_today())
union all
  -- Lowered below what is booked: nothing is called off, somebody else must go.
  select m.centre_id, 'meetings-over', m.person_id, null, null, null, 'runs', (select app_now()), min(w.week_on), null,
    jsonb_build_object('who', m.name, 'count', sum(w.booked - w.meetings)::text,
      'week', string_agg(extract(week from w.week_on)::int::text, ', ' order by w.week_on))
  from capacity_weeks((select app_centre()),
    array(select distinct s.person_id from capacity_said s where s.centre_id = (select app_centre()) and s.person_id is not null),
    date_trunc('week', (select app_today()))::date, 9, null, null) w
  join member_now m on m.centre_id = (select app_centre()) and m.person_id = w.person_id
  where w.booked > w.meetings
  group by m.centre_id, m.person_id, m.name;
comment on view capacity_waiting is 'Who is asked for one more meeting, and who has more than agreed. Null: company_id person_id school_id role due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'capacity_waiting');
end $$;
