-- Who proposes times asks what is agreed for all who visit, week by week. Asked for each of them and each week by itself (capacity_agreed,
-- capacity_most), that was thousands of small questions, half a second of CPU and more for three hundred people; here all that was said is read once. Record 0069.

-- What was said last and holds, of each person, of each school as a whole and each week: of the one week, and of all. `of_form`: what was said of one
-- week counts only where it names this kind of meeting.
create function capacity_latest(centre int, people int[], first_week date, weeks int, of_form text)
  returns table (person_id int, school_id int, week_on date, one_week boolean, said_id int, meetings int, a_day int) stable language sql as $$
  select distinct on (s.person_id, s.of_school, w.week_on, s.one_week) s.person_id, s.of_school, w.week_on, s.one_week, s.id, s.meetings, s.a_day
  from (
    select c.*, case when c.person_id is null then c.school_id end as of_school from capacity_said c
    where c.centre_id = centre and c.taken_back_at is null and (people is null or c.person_id is null or c.person_id = any(people))
      and c.from_on < first_week + 7 * weeks and (c.until_on is null or c.until_on > first_week)
      and (of_form is null or not c.one_week
        or exists (select from capacity_limit l where l.centre_id = centre and l.said_id = c.id and l.form = of_form))
  ) s
  join (select first_week + 7 * n as week_on from generate_series(0, weeks - 1) n) w
    on case when s.one_week then s.from_on = w.week_on else s.from_on <= w.week_on and (s.until_on is null or s.until_on > w.week_on) end
  order by s.person_id, s.of_school, w.week_on, s.one_week, s.id desc
$$;

-- Planned once a connection; and hashed, whatever was known of how many there are when it was planned: three hundred compared with three hundred, week by week,
-- are seventy milliseconds.
create or replace function capacity_weeks(centre int, people int[], first_week date, weeks int, but_kind text, but_id bigint)
returns table (person_id int, school_id int, week_on date, meetings int, a_day int, booked int, kept int, school_meetings int, school_taken int)
  language plpgsql stable rows 300 set plan_cache_mode to 'force_generic_plan' set enable_nestloop to off as $$
#variable_conflict use_column
begin
  return query
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
  ), agreed as materialized (
    select a.person_id, a.school_id, a.week_on,
      coalesce(max(a.meetings) filter (where a.one_week), max(a.meetings) filter (where not a.one_week)) as meetings,
      coalesce(max(a.a_day) filter (where a.one_week), max(a.a_day) filter (where not a.one_week)) as a_day
    from capacity_latest(centre, people, first_week, weeks, null) a group by a.person_id, a.school_id, a.week_on
  )
  select e.person_id, e.school_id, e.week_on, own.meetings, own.a_day, e.booked, e.kept, school.meetings, s.taken
  from of_each e
  left join agreed own on own.person_id = e.person_id and own.week_on = e.week_on
  left join agreed school on school.school_id = e.school_id and school.week_on = e.week_on
  left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
  where people is null or e.person_id = any(people);
end $$;

create or replace function capacity_forms(centre int, people int[], first_week date, weeks int, of_form text, but_kind text, but_id bigint)
  returns table (person_id int, week_on date, most int, booked int, kept int, school_most int, school_taken int)
  language plpgsql stable rows 300 set plan_cache_mode to 'force_generic_plan' set enable_nestloop to off as $$
#variable_conflict use_column
begin
  return query
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
  ), agreed as materialized (
    select a.person_id, a.school_id, a.week_on,
      case when bool_or(a.one_week) then max(l.most) filter (where a.one_week) else max(l.most) end as most
    from capacity_latest(centre, people, first_week, weeks, of_form) a
    left join capacity_limit l on l.centre_id = centre and l.said_id = a.said_id and l.form = of_form
    group by a.person_id, a.school_id, a.week_on
  ), limited as (
    select e.person_id, e.week_on, own.most, e.booked, e.kept, school.most as school_most, s.taken as school_taken
    from of_each e
    left join agreed own on own.person_id = e.person_id and own.week_on = e.week_on
    left join agreed school on school.school_id = e.school_id and school.week_on = e.week_on
    left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
    where people is null or e.person_id = any(people)
  )
  select l.person_id, l.week_on, l.most, l.booked, l.kept, l.school_most, l.school_taken from limited l where l.most is not null or l.school_most is not null;
end $$;
