-- "6 i alt, heraf højst 3 besøg": of what is agreed at most so many of a kind. Nothing said of a kind: as many as there are meetings.
create table capacity_limit (
  centre_id int not null references centre (id),
  said_id int not null,
  form text not null check (form in ('visit', 'online', 'phone')),
  -- None: in that one week as many as there are meetings, though a limit holds in the others.
  most int check (most between 0 and 60),
  primary key (centre_id, said_id, form),
  foreign key (centre_id, said_id) references capacity_said (centre_id, id)
);
call of_centre('capacity_limit');

-- Of which kind a meeting is that takes somebody's time; what is no meeting is of none.
alter table busy add column form text check (form in ('visit', 'online', 'phone'));
update busy t set form = b.form from booking b where t.kind = 'booking' and b.centre_id = t.centre_id and b.id = t.source_id;
-- A meeting of no kind would be counted in none.
alter table busy add constraint busy_meeting_has_form check (kind <> 'booking' or form is not null) not valid;
create or replace view busy_day with (security_invoker = true) as
  select b.centre_id, b.kind, b.source_id, b.person_id, b.during, w.starts_at, d.on_day, date_trunc('week', d.on_day)::date as week_on, b.form
  from busy b
  cross join lateral (select lower(b.during) + make_interval(mins => b.travel_minutes) as starts_at) w
  cross join lateral (select (w.starts_at at time zone 'Europe/Copenhagen')::date as on_day) d;
comment on view busy_day is 'What takes someone''s time, on which day and in which week; of which kind where it is a meeting. Null: form.';

-- The latest that was said of a kind and holds for the week. What was said of one week alone goes before what holds for all, also that there is no
-- limit in it; of a kind that was not named nothing was said.
create function capacity_most(centre int, someone int, at_school int, week date, of_form text) returns int stable language sql as $$
  select case when one.said_id is not null then one.most else always.most end
  from (select 1) nothing
  left join lateral (
    select l.said_id, l.most from capacity_said s
    join capacity_limit l on l.centre_id = centre and l.said_id = s.id and l.form = of_form
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
      and s.taken_back_at is null
    order by s.id desc limit 1) one on true
  left join lateral (
    select l.most from (
      select s.id from capacity_said s
      where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
        and s.from_on <= week and (s.until_on is null or s.until_on > week)
        and s.taken_back_at is null
      order by s.id desc limit 1) latest
    join capacity_limit l on l.centre_id = centre and l.said_id = latest.id and l.form = of_form) always on true
$$;

-- Of one kind: how many at most, booked and kept; only where somebody, or the school, has a limit. What is kept for a call is a visit.
create function capacity_forms(centre int, people int[], first_week date, weeks int, of_form text, but_kind text, but_id bigint)
  returns table (person_id int, week_on date, most int, booked int, kept int, school_most int, school_taken int) stable language sql as $$
  with member as (
    select m.person_id, m.school_id from member_now m
    where m.centre_id = centre and exists (select from capacity_limit l where l.centre_id = centre and l.form = of_form)
  ), week as (
    select (first_week + 7 * n) as week_on from generate_series(0, weeks - 1) n
  ), taken as (
    select b.person_id, b.week_on, count(*)::int as booked from busy_day b
    where b.centre_id = centre and b.kind = 'booking' and b.form = of_form
      and b.during && tstzrange((first_week - 1)::timestamptz, (first_week + 7 * weeks + 1)::timestamptz)
      and (b.kind, b.source_id) is distinct from (but_kind, but_id)
    group by b.person_id, b.week_on
  ), kept as (
    select t.visitor_id as person_id, t.week_on, count(*)::int as kept from capacity_token t
    where of_form = 'visit' and t.centre_id = centre and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person())
    group by t.visitor_id, t.week_on
  ), of_each as (
    select m.person_id, m.school_id, w.week_on, coalesce(t.booked, 0) as booked, coalesce(k.kept, 0) as kept
    from member m cross join week w
    left join taken t on t.person_id = m.person_id and t.week_on = w.week_on
    left join kept k on k.person_id = m.person_id and k.week_on = w.week_on
  ), of_school as (
    select e.school_id, e.week_on, sum(e.booked + e.kept)::int as taken from of_each e where e.school_id is not null group by e.school_id, e.week_on
  ), limited as (
    select e.person_id, e.week_on, capacity_most(centre, e.person_id, null, e.week_on, of_form) as most, e.booked, e.kept,
      case when e.school_id is not null then capacity_most(centre, null, e.school_id, e.week_on, of_form) end as school_most, s.taken as school_taken
    from of_each e
    left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
    where people is null or e.person_id = any(people)
  )
  select l.person_id, l.week_on, l.most, l.booked, l.kept, l.school_most, l.school_taken from limited l where l.most is not null or l.school_most is not null
$$;

-- Who has room for a meeting of a kind in which week, and whether a number of the school's counts too.
create function capacity_room(centre int, people int[], first_week date, weeks int, of_form text)
  returns table (person_id int, week_on date, school_id int, school_counts boolean, kept int, has_room boolean) stable language sql as $$
  select w.person_id, w.week_on, w.school_id, w.school_meetings is not null or f.school_most is not null, w.kept,
    (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
      and (f.most is null or f.booked + f.kept < f.most) and (f.school_most is null or f.school_taken < f.school_most)
  from capacity_weeks(centre, people, first_week, weeks, null, null) w
  left join capacity_forms(centre, people, first_week, weeks, of_form, null, null) f on f.person_id = w.person_id and f.week_on = w.week_on
$$;

-- Over what is agreed, of any kind or of all: the higher of the two.
create or replace view capacity_waiting with (security_invoker = true) as
  select a.centre_id, 'capacity-asked' as kind, a.id as source_id, null::int as company_id, a.person_id, null::int as school_id, null::text as role,
    a.asked_at as from_at, a.week_on as due_on, null::timestamptz as due_at,
    jsonb_build_object('week', extract(week from a.week_on)::int::text, 'who', coalesce(p.name, '')) as "values"
  from capacity_ask a
  join member_now m on m.centre_id = a.centre_id and m.person_id = a.person_id
  left join person_named p on p.id = a.asked_by
  where a.answered_at is null and a.week_on + 6 >= (select app_today())
union all
  -- Lowered below what is booked: nothing is called off, somebody else must go.
  select m.centre_id, 'meetings-over', m.person_id, null, null, null, 'runs', (select app_now()), min(o.week_on), null,
    jsonb_build_object('who', m.name, 'count', sum(o.over)::text,
      'week', string_agg(extract(week from o.week_on)::int::text, ', ' order by o.week_on))
  from (
    select w.person_id, w.week_on, greatest(coalesce(w.booked - w.meetings, 0), coalesce(f.over, 0)) as over
    from capacity_weeks((select app_centre()),
      array(select distinct s.person_id from capacity_said s where s.centre_id = (select app_centre()) and s.person_id is not null),
      date_trunc('week', (select app_today()))::date, 9, null, null) w
    left join (
      select k.person_id, k.week_on, sum(greatest(coalesce(k.booked - k.most, 0), 0))::int as over
      from (values ('visit'), ('online'), ('phone')) kind (form)
      cross join lateral capacity_forms((select app_centre()), null, date_trunc('week', (select app_today()))::date, 9, kind.form, null, null) k
      group by k.person_id, k.week_on) f on f.person_id = w.person_id and f.week_on = w.week_on) o
  join member_now m on m.centre_id = (select app_centre()) and m.person_id = o.person_id
  where o.over > 0
  group by m.centre_id, m.person_id, m.name
union all
  -- It was called for some, who are not here any more: for all is not what was decided.
  select p.centre_id, 'list-for-nobody', p.list_id, null, null, null, 'runs', p.began_at, null, null, jsonb_build_object('list', l.name)
  from paused_list p join calling_list l on l.centre_id = p.centre_id and l.id = p.list_id
  where p.reason = 'left';

-- Also of a kind, and when a meeting becomes one of another kind.
create or replace function refuse_over_capacity() returns trigger language plpgsql as $$
declare
  day date;
  week date;
  at_school int;
  agreed record;
  most int;
  stays_in_week boolean := false;
  stays_on_day boolean := false;
  stays_of_kind boolean := false;
begin
  if new.kind <> 'booking' or not exists (select from capacity_said s where s.centre_id = new.centre_id) then return null; end if;
  day := ((lower(new.during) + make_interval(mins => new.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
  week := date_trunc('week', day)::date;
  if tg_op = 'UPDATE' and old.person_id = new.person_id then
    stays_on_day := day = ((lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
    stays_in_week := week = date_trunc('week', (lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
    stays_of_kind := stays_in_week and old.form is not distinct from new.form;
  end if;
  if stays_on_day and stays_of_kind then return null; end if;
  perform pg_advisory_xact_lock(7402, new.person_id);
  select c.* into agreed from capacity_agreed(new.centre_id, new.person_id, null, week) c;
  if not stays_on_day and agreed.a_day is not null and agreed.a_day < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.on_day = day
      and b.during && tstzrange((day - 1)::timestamptz, (day + 2)::timestamptz))
  then raise exception 'The day is full.' using errcode = 'TV005', detail = 'day'; end if;
  if stays_of_kind then return null; end if;
  if not stays_in_week and agreed.meetings is not null and agreed.meetings < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t
    where t.centre_id = new.centre_id and t.visitor_id = new.person_id and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The week is full.' using errcode = 'TV005', detail = 'week'; end if;
  most := capacity_most(new.centre_id, new.person_id, null, week, new.form);
  if most is not null and most < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.form = new.form and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t
    where new.form = 'visit' and t.centre_id = new.centre_id and t.visitor_id = new.person_id and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The week is full of its kind.' using errcode = 'TV005', detail = 'kind'; end if;
  select m.school_id into at_school from member_now m where m.centre_id = new.centre_id and m.person_id = new.person_id;
  if at_school is null then return null; end if;
  select c.* into agreed from capacity_agreed(new.centre_id, null, at_school, week) c;
  most := capacity_most(new.centre_id, null, at_school, week, new.form);
  if agreed.meetings is null and most is null then return null; end if;
  perform pg_advisory_xact_lock(7403, s.school_id) from (
    select distinct m.school_id from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and b.kind = new.kind and b.source_id = new.source_id and m.school_id is not null order by 1) s;
  if not stays_in_week and agreed.meetings is not null and agreed.meetings < (
    select count(*) from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and m.school_id = at_school and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t join member_now m on m.centre_id = t.centre_id and m.person_id = t.visitor_id
    where t.centre_id = new.centre_id and m.school_id = at_school and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The school''s week is full.' using errcode = 'TV005', detail = 'school'; end if;
  if most is not null and most < (
    select count(*) from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and m.school_id = at_school and b.kind = 'booking' and b.form = new.form and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t join member_now m on m.centre_id = t.centre_id and m.person_id = t.visitor_id
    where new.form = 'visit' and t.centre_id = new.centre_id and m.school_id = at_school and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The school''s week is full of its kind.' using errcode = 'TV005', detail = 'school-kind'; end if;
  return null;
end $$;

-- What is kept for a call is a visit: where visits have a limit, so many are kept and no more.
create or replace function reserve_visit(centre int, list int, caller int, until timestamptz) returns text language plpgsql as $$
declare
  place record;
  found_room boolean;
  waits boolean;
  busy boolean := false;
begin
  if not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited) then return 'open'; end if;
  update capacity_token t set until_at = until
  where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now()
    and exists (select from list_place p where p.centre_id = centre and p.list_id = list and p.person_id = t.visitor_id and p.week_on = t.week_on);
  if found then return 'kept'; end if;
  -- Whoever is busy this moment is stepped over; when nobody else has room he is waited for, in the order of people, as whoever books does.
  foreach waits in array array[false, true] loop
    exit when waits and not busy;
    for place in
      select p.person_id, p.week_on, w.school_id, w.school_counts
      from list_place p
      join capacity_room(centre, array(select distinct l.person_id from list_place l where l.centre_id = centre and l.list_id = list),
        date_trunc('week', app_today())::date, 12, 'visit') w on w.person_id = p.person_id and w.week_on = p.week_on
      where p.centre_id = centre and p.list_id = list and w.has_room
      order by case when waits then p.person_id else 0 end, p.week_on, w.kept, p.person_id
    loop
      if waits then
        perform pg_advisory_xact_lock(7402, place.person_id);
        if place.school_counts then perform pg_advisory_xact_lock(7403, place.school_id); end if;
      elsif not pg_try_advisory_xact_lock(7402, place.person_id)
        or place.school_counts and not pg_try_advisory_xact_lock(7403, place.school_id)
      then
        busy := true;
        continue;
      end if;
      -- Looked at again behind the lock: someone else may have had the last.
      select w.has_room into found_room from capacity_room(centre, array[place.person_id], place.week_on, 1, 'visit') w;
      if found_room then
        insert into capacity_token (centre_id, caller_id, visitor_id, week_on, until_at)
        values (centre, caller, place.person_id, place.week_on, until)
        on conflict (centre_id, caller_id) do update set visitor_id = excluded.visitor_id, week_on = excluded.week_on, until_at = excluded.until_at;
        return 'kept';
      end if;
    end loop;
  end loop;
  return 'full';
end $$;
