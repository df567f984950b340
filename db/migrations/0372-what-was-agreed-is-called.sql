-- What is running keeps a company out of the queue, but never a call that was agreed with it, nor whoever has it in hand.
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
               case when d.closed_on > (select app_today()) then d.closed_on::timestamp at time zone 'Europe/Copenhagen' end)
  from stood d
  left join first f on f.list_id = d.list_id and f.company_id = d.company_id
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
