-- For whom a list is called; nobody named: for all who visit.
create table list_visitor (
  centre_id int not null references centre (id),
  list_id int not null,
  person_id int not null references person (id),
  named_by int references person (id),
  named_at timestamptz not null,
  primary key (centre_id, list_id, person_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create index list_visitor_person on list_visitor (person_id);
create index list_visitor_by on list_visitor (named_by);
call of_centre('list_visitor');

-- How far ahead those who phone promise visits: so many weeks, this one counted.
create table capacity_horizon (
  centre_id int primary key references centre (id),
  weeks int not null check (weeks between 1 and 12),
  said_by int references person (id),
  said_at timestamptz not null
);
create index capacity_horizon_by on capacity_horizon (said_by);
call of_centre('capacity_horizon');

-- Written down by who knows on which days people work: who may be promised in which weeks. `limited`: each of them has a number.
create table list_capacity (
  centre_id int not null references centre (id),
  list_id int not null,
  limited boolean not null,
  judged_at timestamptz not null,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('list_capacity');
create table list_place (
  centre_id int not null references centre (id),
  list_id int not null,
  person_id int not null references person (id),
  week_on date not null,
  primary key (centre_id, list_id, person_id, week_on),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create index list_place_person on list_place (person_id);
call of_centre('list_place');

-- On pause, since when and until when; it ends by itself.
create table list_pause (
  centre_id int not null references centre (id),
  id int generated always as identity,
  list_id int not null,
  began_at timestamptz not null,
  -- The Monday on which it goes on as things stand; none: nobody has room as far as is looked.
  until_on date,
  ended_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create unique index list_pause_open on list_pause (centre_id, list_id) where ended_at is null;
create index list_pause_list on list_pause (centre_id, list_id);
call of_centre('list_pause');
create view paused_list with (security_invoker = true) as
  select p.centre_id, p.list_id, p.began_at, p.until_on
  from list_pause p join calling_list l on l.centre_id = p.centre_id and l.id = p.list_id
  where p.ended_at is null;
comment on view paused_list is 'Lists in calling for which nobody has room. Null: until_on.';

-- Keeps a visit for a call. `open`: there is no number to keep; `kept`; `full`.
create function reserve_visit(centre int, list int, caller int, until timestamptz) returns text language plpgsql as $$
declare
  place record;
  found_room boolean;
begin
  if not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited) then return 'open'; end if;
  update capacity_token t set until_at = until
  where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now()
    and exists (select from list_place p where p.centre_id = centre and p.list_id = list and p.person_id = t.visitor_id and p.week_on = t.week_on);
  if found then return 'kept'; end if;
  for place in
    select p.person_id, p.week_on, w.school_id, w.school_meetings
    from list_place p
    join capacity_weeks(centre, array(select distinct l.person_id from list_place l where l.centre_id = centre and l.list_id = list),
      date_trunc('week', app_today())::date, 12, null, null) w on w.person_id = p.person_id and w.week_on = p.week_on
    where p.centre_id = centre and p.list_id = list
      and (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
    order by p.week_on, w.kept, p.person_id
  loop
    -- Looked at again behind the lock: someone else may have had the last.
    perform pg_advisory_xact_lock(7402, place.person_id);
    if place.school_meetings is not null then perform pg_advisory_xact_lock(7403, place.school_id); end if;
    select (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
    into found_room from capacity_weeks(centre, array[place.person_id], place.week_on, 1, null, null) w;
    if found_room then
      insert into capacity_token (centre_id, caller_id, visitor_id, week_on, until_at)
      values (centre, caller, place.person_id, place.week_on, until)
      on conflict (centre_id, caller_id) do update set visitor_id = excluded.visitor_id, week_on = excluded.week_on, until_at = excluded.until_at;
      return 'kept';
    end if;
  end loop;
  return 'full';
end $$;
-- What is kept follows the call it is kept for.
create function token_follows(centre int, caller int, until timestamptz) returns void language sql as $$
  with gone as (delete from capacity_token t where t.centre_id = centre and t.caller_id = caller and until is null)
  update capacity_token t set until_at = until where t.centre_id = centre and t.caller_id = caller and until is not null
$$;
create function holds_token(centre int, caller int, list int) returns boolean language sql stable as $$
  select not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited)
    or exists (select from capacity_token t where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now())
$$;

-- The queue's own: a call for new meetings has one kept for it; what was promised, a call back that is due, is called all the same.
create function refuse_hold_when_full() returns trigger language plpgsql as $$
begin
  if new.list_id is not null and not holds_token(new.centre_id, new.person_id, new.list_id) and not exists (
    select from queue_row q
    where q.centre_id = new.centre_id and q.list_id = new.list_id and q.company_id = new.company_id and q.due_at <= (select app_now()))
  then raise exception 'may not be called: %', 'paused' using errcode = 'TV001', detail = 'paused'; end if;
  return new;
end $$;
create trigger call_hold_when_full before insert on call_hold for each row execute function refuse_hold_when_full();
create function queue_token() returns trigger language plpgsql as $$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  return null;
end $$;
create trigger call_hold_token after delete or update of expires_at on call_hold for each row execute function queue_token();

-- What waits on a paused list is not ready; call-backs that are due stand by themselves.
do $$
declare
  text constant text := pg_get_viewdef('queue_waiting'::regclass);
  ready constant text := E'  WHERE (q.hindrance IS NULL)\n  GROUP BY';
begin
  if strpos(text, ready) = 0 then raise exception 'queue_waiting reads otherwise'; end if;
  execute 'create or replace view queue_waiting with (security_invoker = true) as ' || replace(text, ready,
    E'  WHERE (q.hindrance IS NULL) AND NOT EXISTS (SELECT FROM paused_list p WHERE p.centre_id = l.centre_id AND p.list_id = l.id)\n  GROUP BY');
end $$;
