-- One judge: every door reads the same view, which unites the facts written down with what the register says.
drop view call_queue;
drop trigger call_hold_guard on call_hold;
drop trigger waiting_period_in_turn on waiting_period;
drop function refuse_hold_on_blocked(), one_at_a_time(), register_block(company);
drop view earlier_contact, told_block, call_block, register_bar;

-- One row for each place and each thing that holds against it today.
create view hindrance_now with (security_invoker = true) as
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
  -- The register itself: the place has closed, or is protected against advertising (CVR act § 19) without a recorded basis.
  select centre.id, place.id, place.cvr, k.kind, k.rank, k.word, k.stops,
         coalesce(place.closed_on::timestamp at time zone 'Europe/Copenhagen', place.protected_seen_at, place.changed_at),
         place.id::bigint, null, null, null
  from company_place place
  cross join centre_now centre
  join hindrance_kind k on k.kind = case when place.closed_on <= (select app_today()) then 'ceased' else 'protected' end
  where place.closed_on <= (select app_today())
    or (place.protected and not exists (select from contact_basis b where b.centre_id = centre.id and b.cvr = place.cvr and b.withdrawn_at is null))
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
      or (legal.protected and not exists (select from contact_basis b where b.centre_id = centre.id and b.cvr = legal.cvr and b.withdrawn_at is null)));
comment on view hindrance_now is 'What holds against contacting a place today: the only judge. Null: ends_at until_on person_id.';

-- When somebody of the centre spoke with a company, or visited it. A call without an answer is no contact.
create view contact_made with (security_invoker = true) as
  select m.centre_id, m.cvr, m.kind, m.since as at, (m.since at time zone 'Europe/Copenhagen')::date as on_date
  from contact_mark m
  where m.kind in ('spoken', 'visited');
comment on view contact_made is 'When somebody of the centre spoke with a company or visited it. Null: none.';

-- ---- One at a time ---------------------------------------------------------------------------------------
-- Handing a company out, booking it, leaving it in peace come one at a time, each centre for itself.
create function company_key(centre int, cvr text) returns bigint language sql immutable as $$
  select (centre::bigint << 32) | cvr::bigint
$$;

-- Whatever door is used, a hold never slips in beside a wait that has been said and is not yet written.
create function refuse_hold_on_hindered() returns trigger language plpgsql as $$
declare
  why text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  select h.word into why from hindrance_now h
  where h.centre_id = new.centre_id and h.company_id = new.company_id and 'outreach' = any(h.stops)
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be called: %', why using errcode = 'TV001', detail = why;
  end if;
  return new;
end $$;
create trigger call_hold_guard before insert or update on call_hold for each row execute function refuse_hold_on_hindered();

-- One row for each company of a list in calling, seen by who asks. `hindrance` null: may be called now. The first reason that holds stands.
create view call_queue with (security_invoker = true) as
  select lc.centre_id, lc.list_id, lc.company_id, lc.cvr, lc.position, c.phone, back.due_at, last.answer as last_answer, last.ended_at as last_at,
         why.reason as hindrance, why.until_on, why.until_at
  from list_company lc
  join calling_list l on l.centre_id = lc.centre_id and l.id = lc.list_id
  join company c on c.id = lc.company_id
  left join lateral (
    select min(b.due_at) as due_at from call_back b
    where b.centre_id = lc.centre_id and b.cvr = lc.cvr and b.done_at is null
      -- A meeting that was agreed since makes the call-back needless, until it is cancelled.
      and not exists (select from booking k join call c2 on c2.centre_id = b.centre_id and c2.id = b.call_id
                      where k.centre_id = b.centre_id and k.cvr = b.cvr and k.cancelled_at is null and k.booked_at >= c2.ended_at)
  ) back on true
  left join lateral (
    select s.answer, s.ended_at from standing_call s
    where s.centre_id = lc.centre_id and s.cvr = lc.cvr
    order by s.ended_at desc, s.id desc limit 1
  ) last on true
  left join rules r on r.centre_id = lc.centre_id
  left join lateral (
    select h.* from (
      (select n.rank, n.word as reason, n.until_on, null::timestamptz as until_at
       from hindrance_now n where n.centre_id = lc.centre_id and n.company_id = lc.company_id and 'outreach' = any(n.stops)
       order by n.rank, n.until_on desc nulls first limit 1)
      union all
      -- The register has given the place to another company since the draw.
      select 28, 'not-in-list', null, null where c.cvr <> lc.cvr
      union all
      select 107, 'no-phone', null, null where c.phone is null
      union all
      select 108, 'answered', null, null
      where back.due_at is null
        and (last.answer = 'wants-contact'
          or exists (select from booking k where k.centre_id = lc.centre_id and k.cvr = lc.cvr and k.cancelled_at is null and k.booked_at >= l.opened_at))
      union all
      select 109, 'under-call', null, u.expires_at from call_hold u
      where u.centre_id = lc.centre_id and (u.cvr = lc.cvr or u.phone = c.phone)
        and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person())
      union all
      select 110, 'call-back', null, back.due_at where back.due_at > (select app_now())
      union all
      select 111, 'no-answer', null, last.ended_at + make_interval(hours => coalesce(r.no_answer_hours, 4))
      where last.answer = 'no-answer' and back.due_at is null
        and last.ended_at + make_interval(hours => coalesce(r.no_answer_hours, 4)) > (select app_now())
      union all
      select 112, 'skipped', null, k.until_at from call_skip k
      where k.centre_id = lc.centre_id and k.person_id = (select app_person()) and k.cvr = lc.cvr and k.until_at > (select app_now())
    ) h
    order by h.rank, h.until_on desc nulls first limit 1
  ) why on true
  where lc.included;
