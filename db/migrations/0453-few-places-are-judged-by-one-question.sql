-- Who judges a few places asks `hindrances_of`, which reads each fact and each mark once; the view `hindrance_now` asks of them five times over,
-- and starting so large a plan was most of what judging one company cost. Both say the same: `doors.ts` holds them against each other.

-- Asked mark by mark where marks are few, and gathered once where they are many: the database chooses.
create or replace view mark_reach with (security_invoker = true) as
  select m.centre_id, m.kind, m.source_id, m.company_id, m.cvr,
    coalesce(m.whole, m.company_id is null or not exists (select from shared_leadership s where s.centre_id = m.centre_id and s.cvr = m.cvr)) as whole,
    m.phone, m.since, m.ends_at, m.person_id
  from contact_mark m;

create view place_at_hand with (security_invoker = true) as
  select c.id, c.kind, c.cvr, c.closed_on, c.changed_at, coalesce(o.said_phone, o.phone, c.phone) as phone,
    c.protected or coalesce(o.protected, false) as protected, coalesce(c.protected_seen_at, o.protected_seen_at) as protected_seen_at,
    coalesce(nullif(c.standing, 'alive'), o.standing, 'alive') as standing,
    case when c.standing <> 'alive' then c.status_since else o.status_since end as standing_since
  from company c left join own_place o on o.centre_id = (select app_centre()) and o.id = c.id
  union all
  select o.id, o.kind, o.cvr, o.closed_on, o.changed_at, coalesce(o.said_phone, o.phone), o.protected, o.protected_seen_at, o.standing, o.status_since
  from own_company o;
comment on view place_at_hand is
  'As `place_fact`, for who names his places or CVR numbers in an array: one join instead of a question for each column. Null: closed_on phone protected_seen_at standing_since.';

create view place_ever_moved with (security_invoker = true) as
  select m.company_id from place_move m
  union all
  select o.company_id from own_place_move o where o.centre_id = (select app_centre());
comment on view place_ever_moved is 'Workplaces that the register, or a file of this centre, has given to another company at any time. Null: none.';

create function hindrances_of(centre integer, places integer[])
returns table (company_id integer, kind text, rank integer, word text, stops text[], since timestamptz, source_id bigint, person_id integer, ends_at timestamptz, holds boolean)
language plpgsql stable rows 4
set plan_cache_mode to 'force_generic_plan'
as $$
#variable_conflict use_column
declare
  today constant date := app_today();
  this_moment constant timestamptz := app_now();
  portion integer[];
begin
  -- By the hundred: one plan, made for few, does for any number of them.
  for n in 0 .. (cardinality(places) - 1) / 100 loop
    portion := places[n * 100 + 1 : n * 100 + 100];
    return query
    with place as materialized (
      select p.* from place_at_hand p where p.id = any(portion)
    ), numbers as materialized (
      select array_agg(p.cvr) as cvrs, array_agg(p.cvr) filter (where p.kind = 'workplace') as above, array_agg(p.phone) as phones from place p
    ), legal as materialized (
      select l.* from place_at_hand l where l.kind = 'company' and l.cvr = any((select above from numbers)::text[])
    ), fact as materialized (
      select p.id as company_id, p.cvr, p.id as of_id, p.closed_on, p.changed_at, p.protected, p.protected_seen_at, p.standing, p.standing_since
      from place p
      union all
      select p.id, p.cvr, l.id, l.closed_on, l.changed_at, l.protected, l.protected_seen_at, l.standing, l.standing_since
      from legal l join place p on p.cvr = l.cvr and p.kind = 'workplace'
    ), mark as materialized (
      select m.* from mark_reach m
      where m.centre_id = $1
        and (m.cvr = any((select cvrs from numbers)::text[]) or m.kind = 'stop' and m.phone = any((select phones from numbers)::text[]))
    ), said as (
      select p.id as company_id, m.kind, m.since, m.source_id, m.person_id,
        case when m.kind <> 'in-hearing' or m.ends_at > this_moment then m.ends_at end as ends_at
      from mark m join place p on p.cvr = m.cvr and (m.whole or p.id = m.company_id)
      union all
      select p.id, m.kind, m.since, m.source_id, m.person_id, m.ends_at
      from mark m join place p on p.phone = m.phone and p.cvr <> m.cvr
      where m.kind = 'stop' and m.whole and (m.ends_at is null or m.ends_at > this_moment)
        and not exists (select from shared_leadership s where s.centre_id = $1 and s.cvr = p.cvr)
      union all
      select f.company_id, case when f.closed_on <= today then 'ceased' else f.standing end,
        coalesce((case when f.closed_on <= today then f.closed_on else f.standing_since end)::timestamp at time zone 'Europe/Copenhagen', f.changed_at),
        f.of_id, null, null
      from fact f
      where f.closed_on <= today or f.standing <> 'alive'
      union all
      select f.company_id, 'protected', coalesce(f.protected_seen_at, f.changed_at), f.of_id, null, null
      from fact f
      where f.protected and (f.closed_on <= today) is not true
        and not exists (
          select from contact_basis_now b
          where b.centre_id = $1 and b.cvr = f.cvr and b.channel = 'phone' and (b.company_id is null or b.company_id = f.company_id))
    )
    select s.company_id, k.kind, k.rank, k.word, k.stops, s.since, s.source_id, s.person_id, s.ends_at, s.ends_at is null or s.ends_at > this_moment
    from said s join hindrance_kind k on k.kind = s.kind
    where k.stops <> '{}';
    -- Few have ever moved.
    if exists (select from place_ever_moved m where m.company_id = any(portion)) then
      return query
      select h.company_id, h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id, case when h.ends_at > this_moment then h.ends_at end, true
      from moved_hindrance h
      where h.centre_id = $1 and h.company_id = any(portion);
    end if;
  end loop;
end $$;
comment on function hindrances_of is
  'What `hindrance_now` says of these places, and what held against them before (holds: false). For a few up to a list; of a whole register the view is asked.';

create or replace function contact_hindrances(centre integer, place integer, way text)
returns table (kind text, rank integer, word text, stops text[], since timestamptz, source_id bigint, person_id integer, ends_at timestamptz, until_on date)
language plpgsql stable rows 4
set plan_cache_mode to 'force_generic_plan'
as $$
#variable_conflict use_column
begin
  return query
  select h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id, h.ends_at,
    ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1
  from hindrances_of(centre, array[place]) h
  where h.holds and h.kind <> 'protected'
  union all
  select k.kind, k.rank, k.word, k.stops, coalesce(p.protected_seen_at, p.changed_at), p.id::bigint, null::int, null::timestamptz, null::date
  from place_fact p
  join hindrance_kind k on k.kind = 'protected'
  where p.id = place and (p.protected or exists (select from place_fact l where l.cvr = p.cvr and l.kind = 'company' and l.protected))
    and not exists (
      select from contact_basis_now b
      where b.centre_id = centre and b.cvr = p.cvr and b.channel = way and (b.company_id is null or b.company_id = p.id));
end $$;

create or replace function refuse_hold_on_hindered() returns trigger
language plpgsql
as $$
declare
  h record;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  -- Only tried: who says stop on this number wants the rows of the queue that who hands out may hold. Who renews holds none.
  if tg_op = 'UPDATE' then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, new.phone));
  elsif not pg_try_advisory_xact_lock(phone_key(new.centre_id, new.phone)) then
    raise exception 'may not be called: %', 'under-call' using errcode = 'TV001', detail = 'under-call';
  end if;
  for h in
    select o.* from hindrances_of(new.centre_id, array[new.company_id]) o where o.holds and 'outreach' = any(o.stops) order by o.rank
  loop
    -- What the own school struck is kept from the others.
    continue when h.kind = 'strike' and exists (select from own_strike_now s where s.centre_id = new.centre_id and s.id = h.source_id);
    -- Who has one thing in hand is stopped by nothing that runs; nor is a call that was agreed.
    continue when h.word = 'running' and (
      exists (
        select from hindrances_of(new.centre_id, array[new.company_id]) o
        where o.holds and o.word = 'running' and o.person_id = new.person_id)
      or exists (
        select from queue_call b
        where b.centre_id = new.centre_id and b.cvr = new.cvr and b.due_at <= app_now() and b.done_at is null));
    continue when h.word in ('running', 'has-meeting')
      and is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'question');
    -- Whoever answers what they came with themselves.
    continue when 'enquiry' <> all(h.stops) and is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'enquiry');
    raise exception 'may not be called: %', h.word using errcode = 'TV001', detail = h.word;
  end loop;
  return new;
end $$;

create or replace function refuse_hold_outside_list() returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from place_fact c
    where c.id = new.company_id and c.cvr = new.cvr and c.phone = new.phone
      and (new.list_id is null or exists (
        select from listed_company d
        join calling_list l on l.centre_id = d.centre_id and l.id = d.list_id
        where d.centre_id = new.centre_id and d.list_id = new.list_id and d.company_id = new.company_id and d.cvr = new.cvr))
  ) then
    raise exception 'may not be called: %', 'not-in-list' using errcode = 'TV001', detail = 'not-in-list';
  end if;
  return new;
end $$;

-- What a place is to the judge of the queue comes from the one question, too: what holds, and when what held last was over.
do $$
declare
  f text := pg_get_functiondef('queue_judged(int, text[])'::regprocedure);
  before text;
  change text[];
begin
  foreach change slice 1 in array array[
    [$f$  ), told as materialized (
    select h.company_id, h.rank, h.word, h.ends_at, h.ends_at is null or h.kind = 'in-hearing' as endless
    from hindrance_now h
    where h.centre_id = $1 and h.company_id = any((select company_ids from ids)::int[]) and 'outreach' = any(h.stops)
  ), past as materialized (
    select h.company_id, max(h.ends_at) as ended_at
    from hindrance_ever h
    where h.centre_id = $1 and h.company_id = any((select company_ids from ids)::int[]) and 'outreach' = any(h.stops)
      and h.ends_at <= (select app_now())
    group by h.company_id
$f$, $t$  ), said as materialized (
    select h.company_id, h.rank, h.word, h.ends_at, h.ends_at is null or h.kind = 'in-hearing' as endless, h.holds
    from hindrances_of($1, (select company_ids from ids)) h
    where 'outreach' = any(h.stops)
  ), past as materialized (
    select s.company_id, max(s.ends_at) as ended_at from said s where not s.holds group by s.company_id
$t$],
    ['from stood d join told on told.company_id = d.company_id
', 'from stood d join said told on told.company_id = d.company_id and told.holds
']] loop
    before := f;
    f := replace(f, change[1], change[2]);
    if f = before then raise exception 'queue_judged reads otherwise: %', change[1]; end if;
  end loop;
  execute f;
end $$;

-- The guard of meetings wants the number of its place and nothing more.
do $$
declare
  f text := pg_get_functiondef('refuse_booking_on_hindered'::regproc);
  g constant text := replace(f, 'from company_place c where c.id = new.company_id', 'from place_fact c where c.id = new.company_id');
begin
  if g = f then raise exception 'refuse_booking_on_hindered reads otherwise'; end if;
  execute g;
end $$;
