-- A basis is for one unit and one channel, and lapses; who said stop on a number has said it for every company with that number. One judge for all of it.

-- From whom and when it came stands in the note and the date. Older ones opened every way but mail, for the whole company.
alter table contact_basis
  add column company_id int references company_known (id),
  add column channel text not null default 'phone' check (channel in ('phone', 'visit', 'mail')),
  add column given_on date,
  add column lapses_on date;
update contact_basis set given_on = (recorded_at at time zone 'Europe/Copenhagen')::date,
  lapses_on = ((recorded_at at time zone 'Europe/Copenhagen')::date + interval '1 year')::date;
alter table contact_basis alter channel drop default, alter given_on set not null, alter lapses_on set not null;
insert into contact_basis (centre_id, cvr, basis, note, person_id, recorded_at, channel, given_on, lapses_on)
select centre_id, cvr, basis, note, person_id, recorded_at, 'visit', given_on, lapses_on from contact_basis where withdrawn_at is null order by centre_id, id;
create index contact_basis_of_company on contact_basis (company_id) where company_id is not null;

-- Few, so that each place asks of its number at once.
create index contact_mark_stopped_phone on contact_mark (centre_id, phone) where kind = 'stop' and phone is not null;

-- Whoever says stop on a number, and whoever is being handed a company with it, come one at a time.
create function phone_key(centre int, phone text) returns bigint language sql immutable as $$
  select hashtextextended(phone, centre)
$$;

-- One row for each place and each thing that holds against calling it today.
create or replace view hindrance_now with (security_invoker = true) as
  select m.centre_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.person_id,
         case when m.ends_at > (select app_now()) then m.ends_at end as ends_at,
         -- The first whole day without it.
         case when m.ends_at > (select app_now()) then ((m.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as until_on
  from contact_mark m
  join hindrance_kind k on k.kind = m.kind
  join company_place place on place.cvr = m.cvr and (m.whole or place.id = m.company_id)
  where k.stops <> '{}'
    -- A hearing lasts until it is ended, though its deadline may have passed.
    and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
  union all
  -- The same number at another company. What was said of one workplace alone (not `whole`) stays there.
  select m.centre_id, place.id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.person_id,
         case when m.ends_at > (select app_now()) then m.ends_at end,
         case when m.ends_at > (select app_now()) then ((m.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end
  from contact_mark m
  join hindrance_kind k on k.kind = m.kind
  join company_place place on place.phone = m.phone and place.cvr <> m.cvr
  where m.kind = 'stop' and m.phone is not null and m.whole and (m.ends_at is null or m.ends_at > (select app_now()))
  union all
  -- The register itself: the place has closed, or is protected against advertising (CVR act § 19) without a basis for calling.
  select centre.id, place.id, place.cvr, k.kind, k.rank, k.word, k.stops,
         coalesce(place.closed_on::timestamp at time zone 'Europe/Copenhagen', place.protected_seen_at, place.changed_at),
         place.id::bigint, null, null, null
  from company_place place
  cross join centre_now centre
  join hindrance_kind k on k.kind = case when place.closed_on <= (select app_today()) then 'ceased' else 'protected' end
  where place.closed_on <= (select app_today())
    or (place.protected and not exists (select from contact_basis b where b.centre_id = centre.id and b.cvr = place.cvr and b.channel = 'phone'
      and b.withdrawn_at is null and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = place.id)))
  union all
  -- What the register says of the legal company holds for its workplaces. A branch of its own: PostgreSQL finds it by the company's key.
  select centre.id, place.id, place.cvr, k.kind, k.rank, k.word, k.stops,
         coalesce(legal.closed_on::timestamp at time zone 'Europe/Copenhagen', legal.protected_seen_at, legal.changed_at),
         legal.id::bigint, null, null, null
  from company_place legal
  join company_place place on place.cvr = legal.cvr and place.kind = 'workplace'
  cross join centre_now centre
  join hindrance_kind k on k.kind = case when legal.closed_on <= (select app_today()) then 'ceased' else 'protected' end
  where legal.kind = 'company'
    and (legal.closed_on <= (select app_today())
      or (legal.protected and not exists (select from contact_basis b where b.centre_id = centre.id and b.cvr = legal.cvr and b.channel = 'phone'
      and b.withdrawn_at is null and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = place.id))));

-- The same of the place at hand (`may-contact.test.ts` compares them).
create or replace view place_judged with (security_invoker = true) as
select p.*,
  case when p.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
       else p.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
         and not exists (select from contact_basis b where b.centre_id = (select app_centre()) and b.cvr = p.cvr and b.channel = 'phone'
      and b.withdrawn_at is null and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = p.id)) end
  or p.kind = 'workplace' and coalesce((
    select bool_or(case when legal.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
                else legal.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
                  and not exists (select from contact_basis b where b.centre_id = (select app_centre()) and b.cvr = legal.cvr and b.channel = 'phone'
      and b.withdrawn_at is null and b.lapses_on > (select app_today()) and (b.company_id is null or b.company_id = p.id)) end)
    from company_place legal where legal.cvr = p.cvr and legal.kind = 'company'), false)
  or exists (
    select from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and m.cvr = p.cvr and (m.whole or m.company_id = p.id) and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'))
  or exists (
    select from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.phone = p.phone and m.centre_id = (select app_centre()) and m.kind = 'stop' and m.phone is not null and m.whole and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()))) as hindered
from company_place p;

-- The same of many, by sets made once; and the heaviest's rank.
create or replace view place_weighed with (security_invoker = true) as
select p.*,
  case when p.closed_on <= (select app_today()) then (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased')
       else p.protected and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
         and p.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is null)
         and p.id not in (select b.company_id from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is not null) end
  or p.kind = 'workplace' and (
    p.cvr in (select l.cvr from legal_company_barred l where l.closed_on <= (select app_today()) and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'ceased'))
    or p.id not in (select b.company_id from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is not null)
      and p.cvr in (
        select l.cvr from legal_company_barred l
        where l.protected and (l.closed_on is null or l.closed_on > (select app_today())) and (select 'outreach' = any(k.stops) from hindrance_kind k where k.kind = 'protected')
          and l.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is null)))
  or p.cvr in (
    select m.cvr from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and m.whole and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'))
  or (p.id, p.cvr) in (
    select m.company_id, m.cvr from contact_mark m join hindrance_kind k on k.kind = m.kind
    where m.centre_id = (select app_centre()) and not m.whole and m.company_id is not null and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing'))
  or p.id in (
    select n.id
    from contact_mark m join hindrance_kind k on k.kind = m.kind
    -- Each number is looked up by itself: they are few.
    cross join lateral (select n.id from place_phone n where n.phone = m.phone offset 0) n
    where m.centre_id = (select app_centre()) and m.kind = 'stop' and m.phone is not null and m.whole and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()))) as hindered,
  least(
    case when p.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops))
         when p.protected
           and p.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is null)
           and p.id not in (select b.company_id from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is not null)
           then (select k.rank from hindrance_kind k where k.kind = 'protected' and 'outreach' = any(k.stops)) end,
    legal.ceased,
    case when p.id not in (select b.company_id from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is not null) then legal.protected end,
    whole.rank, here.rank, numbered.rank) as rank
from company_place p
left join (
  select l.cvr,
    min(case when l.closed_on <= (select app_today()) then (select k.rank from hindrance_kind k where k.kind = 'ceased' and 'outreach' = any(k.stops)) end) as ceased,
    min(case when (l.closed_on is null or l.closed_on > (select app_today())) and l.protected
               and l.cvr not in (select b.cvr from contact_basis b where b.centre_id = (select app_centre()) and b.channel = 'phone' and b.withdrawn_at is null and b.lapses_on > (select app_today()) and b.company_id is null)
             then (select k.rank from hindrance_kind k where k.kind = 'protected' and 'outreach' = any(k.stops)) end) as protected
  from legal_company_barred l group by l.cvr
) legal on legal.cvr = p.cvr and p.kind = 'workplace'
left join (
  select m.cvr, min(k.rank) as rank from contact_mark m join hindrance_kind k on k.kind = m.kind
  where m.centre_id = (select app_centre()) and m.whole and 'outreach' = any(k.stops)
    and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
  group by m.cvr
) whole on whole.cvr = p.cvr
left join (
  select m.company_id, m.cvr, min(k.rank) as rank from contact_mark m join hindrance_kind k on k.kind = m.kind
  where m.centre_id = (select app_centre()) and not m.whole and 'outreach' = any(k.stops)
    and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
  group by m.company_id, m.cvr
) here on here.company_id = p.id and here.cvr = p.cvr
left join (
  select n.id, min(k.rank) as rank
    from contact_mark m join hindrance_kind k on k.kind = m.kind
    -- Each number is looked up by itself: they are few.
    cross join lateral (select n.id from place_phone n where n.phone = m.phone offset 0) n
    where m.centre_id = (select app_centre()) and m.kind = 'stop' and m.phone is not null and m.whole and 'outreach' = any(k.stops)
      and (m.ends_at is null or m.ends_at > (select app_now()))
  group by n.id
) numbered on numbered.id = p.id;

-- What holds against contacting one place in one way. A function, because its plan is kept.
create function contact_hindrances(centre int, place int, way text)
  returns table (kind text, rank int, word text, stops text[], since timestamptz, source_id bigint, person_id int, ends_at timestamptz, until_on date)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id, h.ends_at, h.until_on
  from hindrance_now h
  where h.centre_id = centre and h.company_id = place and h.kind <> 'protected'
  union all
  select k.kind, k.rank, k.word, k.stops, coalesce(p.protected_seen_at, p.changed_at), p.id::bigint, null::int, null::timestamptz, null::date
  from company_place p
  join hindrance_kind k on k.kind = 'protected'
  where p.id = place and (p.protected or exists (select from company_place l where l.cvr = p.cvr and l.kind = 'company' and l.protected))
    and not exists (
      select from contact_basis b
      where b.centre_id = centre and b.cvr = p.cvr and b.channel = way and b.withdrawn_at is null and b.lapses_on > (select app_today())
        and (b.company_id is null or b.company_id = p.id));
end $$;

-- Bases that stand, for who asks when one lapses.
create view contact_basis_now with (security_invoker = true) as
  select centre_id, id, cvr, company_id, channel, basis, given_on, lapses_on
  from contact_basis where withdrawn_at is null and lapses_on > (select app_today());
comment on view contact_basis_now is 'Why a protected company may be contacted, in one way, until when; company_id: one workplace alone. Null: company_id.';

-- ---- The queue: the day a basis lapses another reason stands first. What is running keeps a company out, but never a call that was agreed with it, nor whoever
-- has it in hand ------------------------------------------------------------------------------------------------------
create or replace function queue_judged(centre integer, cvrs text[])
returns table (list_id integer, company_id integer, cvr text, phone text, "position" integer, due_at timestamptz,
               ready_at timestamptz, hindrance text, ends_at timestamptz, check_at timestamptz)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  with listed as materialized (
    select d.list_id, d.company_id, d.cvr, d.position, l.opened_at, place.phone, place.cvr as cvr_now,
           least(place.closed_on, legal.closed_on) as closed_on
    from listed_company d
    join calling_list l on l.centre_id = d.centre_id and l.id = d.list_id
    join company_place place on place.id = d.company_id
    left join company_place legal on legal.cvr = place.cvr and legal.kind = 'company'
    where d.centre_id = $1 and d.cvr = any($2)
  ), ids as materialized (
    select coalesce(array_agg(distinct d.company_id), '{}') as company_ids from listed d
  ), told as materialized (
    select h.company_id, h.rank, h.word, h.ends_at, h.ends_at is null or h.kind = 'in-hearing' as endless
    from hindrance_now h
    where h.centre_id = $1 and h.company_id = any((select company_ids from ids)::int[]) and 'outreach' = any(h.stops)
  ), past as materialized (
    select h.company_id, max(h.ends_at) as ended_at
    from hindrance_ever h
    where h.centre_id = $1 and h.company_id = any((select company_ids from ids)::int[]) and 'outreach' = any(h.stops)
      and h.ends_at <= (select app_now())
    group by h.company_id
  ), lapse as materialized (
    select d.company_id, min(b.lapses_on) as lapses_on
    from listed d
    join contact_basis_now b on b.centre_id = $1 and b.cvr = d.cvr and b.channel = 'phone' and (b.company_id is null or b.company_id = d.company_id)
    group by d.company_id
  ), back as materialized (
    select b.cvr, min(b.due_at) as due_at
    from queue_call b
    where b.centre_id = $1 and b.cvr = any($2) and b.due_at is not null and b.done_at is null
      -- A meeting that was agreed since makes the call-back needless, until it is cancelled.
      and not exists (select from booking_now k where k.centre_id = b.centre_id and k.cvr = b.cvr and k.booked_at >= b.ended_at)
    group by b.cvr
  ), last as materialized (
    select distinct on (s.cvr) s.cvr, s.answer, s.ended_at,
           case when s.answer = 'no-answer' then
             s.ended_at + make_interval(hours => coalesce((select r.no_answer_hours from rules_now r where r.centre_id = $1), 4)) end as again_at
    from queue_call s
    where s.centre_id = $1 and s.cvr = any($2)
    order by s.cvr, s.ended_at desc, s.call_id desc
  ), booked as materialized (
    select k.cvr, max(k.booked_at) as booked_at from booking_now k where k.centre_id = $1 and k.cvr = any($2) group by k.cvr
  ), stood as materialized (
    select d.*, back.due_at, last.answer, last.ended_at as spoken_at, case when back.due_at is null then last.again_at end as again_at,
           booked.booked_at, past.ended_at
    from listed d
    left join back on back.cvr = d.cvr
    left join last on last.cvr = d.cvr
    left join booked on booked.cvr = d.cvr
    left join past on past.company_id = d.company_id
  ), reason as (
    select d.list_id, d.company_id, told.rank, told.word, told.ends_at, told.endless
    from stood d join told on told.company_id = d.company_id
    -- A call that was agreed is made, whatever else is running; a wait or a stop ends it.
    where told.word <> 'running' or d.due_at is null
    union all
    -- The register has given the place to another company since the draw.
    select d.list_id, d.company_id, 28, 'not-in-list', null, true from stood d where d.cvr_now <> d.cvr
    union all
    select d.list_id, d.company_id, 107, 'no-phone', null, true from stood d where d.phone is null
    union all
    select d.list_id, d.company_id, 108, 'answered', null, true from stood d
    where d.due_at is null and (d.answer = 'wants-contact' or d.booked_at >= d.opened_at)
    union all
    select d.list_id, d.company_id, 110, 'call-back', d.due_at, false from stood d where d.due_at > (select app_now())
    union all
    select d.list_id, d.company_id, 111, 'no-answer', d.again_at, false from stood d where d.again_at > (select app_now())
  ), first as materialized (
    select distinct on (r.list_id, r.company_id) r.list_id, r.company_id, r.word, r.ends_at,
           max(case when r.endless then 'infinity' else r.ends_at end) over (partition by r.list_id, r.company_id) as ready_at
    from reason r
    order by r.list_id, r.company_id, r.rank, r.ends_at desc nulls first
  )
  select d.list_id, d.company_id, d.cvr, d.phone, d.position, d.due_at, now.ready_at, f.word, f.ends_at,
         least(case when f.ends_at < now.ready_at then f.ends_at end,
               case when d.closed_on > (select app_today()) then d.closed_on::timestamp at time zone 'Europe/Copenhagen' end,
               lapse.lapses_on::timestamp at time zone 'Europe/Copenhagen')
  from stood d
  left join first f on f.list_id = d.list_id and f.company_id = d.company_id
  left join lapse on lapse.company_id = d.company_id
  cross join lateral (
    select case when t.at > d.opened_at or f.word is not null then t.at else '-infinity' end as ready_at
    from (select greatest(d.ended_at, d.spoken_at, d.due_at, d.again_at, f.ready_at) as at) t
  ) now;
end $$;

-- Whatever door is used, a hold never slips in beside a wait that has been said and is not yet written.
create or replace function refuse_hold_on_hindered() returns trigger language plpgsql as $$
declare
  why text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  -- Only tried: who says stop on this number wants the rows of the queue that who hands out may hold. Who renews holds none.
  if tg_op = 'UPDATE' then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, new.phone));
  elsif not pg_try_advisory_xact_lock(phone_key(new.centre_id, new.phone)) then
    raise exception 'may not be called: %', 'under-call' using errcode = 'TV001', detail = 'under-call';
  end if;
  select h.word into why from hindrance_now h
  where h.centre_id = new.centre_id and h.company_id = new.company_id and 'outreach' = any(h.stops)
    and not (h.word = 'running' and (
      exists (
        select from hindrance_now o
        where o.centre_id = new.centre_id and o.company_id = new.company_id and o.word = 'running' and o.person_id = new.person_id)
      or exists (
        select from queue_call b
        where b.centre_id = new.centre_id and b.cvr = new.cvr and b.due_at <= app_now() and b.done_at is null)))
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be called: %', why using errcode = 'TV001', detail = why;
  end if;
  return new;
end $$;
