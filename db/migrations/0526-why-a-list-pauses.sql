-- A list pauses for one of three reasons: all are full, nobody works in the weeks that are promised, or those it is called for have left.
alter table list_pause add column reason text not null default 'full' check (reason in ('full', 'away', 'left'));
create or replace view paused_list with (security_invoker = true) as
  select p.centre_id, p.list_id, p.began_at, p.until_on, p.reason
  from list_pause p join calling_list l on l.centre_id = p.centre_id and l.id = p.list_id
  where p.ended_at is null;

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
  select m.centre_id, 'meetings-over', m.person_id, null, null, null, 'runs', (select app_now()), min(w.week_on), null,
    jsonb_build_object('who', m.name, 'count', sum(w.booked - w.meetings)::text,
      'week', string_agg(extract(week from w.week_on)::int::text, ', ' order by w.week_on))
  from capacity_weeks((select app_centre()),
    array(select distinct s.person_id from capacity_said s where s.centre_id = (select app_centre()) and s.person_id is not null),
    date_trunc('week', (select app_today()))::date, 9, null, null) w
  join member_now m on m.centre_id = (select app_centre()) and m.person_id = w.person_id
  where w.booked > w.meetings
  group by m.centre_id, m.person_id, m.name
union all
  -- It was called for some, who are not here any more: for all is not what was decided.
  select p.centre_id, 'list-for-nobody', p.list_id, null, null, null, 'runs', p.began_at, null, null, jsonb_build_object('list', l.name)
  from paused_list p join calling_list l on l.centre_id = p.centre_id and l.id = p.list_id
  where p.reason = 'left';
comment on view capacity_waiting is 'Who is asked for one more meeting, who has more than agreed, and lists called for nobody any more. Null: company_id person_id school_id role due_on due_at.';

-- Keeps a visit for a call. `open`: there is no number to keep; `kept`; `full`.
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
      select p.person_id, p.week_on, w.school_id, w.school_meetings
      from list_place p
      join capacity_weeks(centre, array(select distinct l.person_id from list_place l where l.centre_id = centre and l.list_id = list),
        date_trunc('week', app_today())::date, 12, null, null) w on w.person_id = p.person_id and w.week_on = p.week_on
      where p.centre_id = centre and p.list_id = list
        and (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
      order by case when waits then p.person_id else 0 end, p.week_on, w.kept, p.person_id
    loop
      if waits then
        perform pg_advisory_xact_lock(7402, place.person_id);
        if place.school_meetings is not null then perform pg_advisory_xact_lock(7403, place.school_id); end if;
      elsif not pg_try_advisory_xact_lock(7402, place.person_id)
        or place.school_meetings is not null and not pg_try_advisory_xact_lock(7403, place.school_id)
      then
        busy := true;
        continue;
      end if;
      -- Looked at again behind the lock: someone else may have had the last.
      select (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
      into found_room from capacity_weeks(centre, array[place.person_id], place.week_on, 1, null, null) w;
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

-- Two who go together may be of two schools: both are locked at once, in their order.
do $$
declare
  text constant text := pg_get_functiondef('refuse_over_capacity()'::regprocedure);
  one constant text := 'perform pg_advisory_xact_lock(7403, at_school);';
  all_of constant text := E'perform pg_advisory_xact_lock(7403, s.school_id) from (\n'
    '    select distinct m.school_id from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id\n'
    '    where b.centre_id = new.centre_id and b.kind = new.kind and b.source_id = new.source_id and m.school_id is not null order by 1) s;';
begin
  if strpos(text, one) = 0 then raise exception 'refuse_over_capacity reads otherwise'; end if;
  execute replace(text, one, all_of);
end $$;
