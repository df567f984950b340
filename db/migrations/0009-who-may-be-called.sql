-- One rule, in one place, for the draw, the queue and the call: who may not be called today, why, and when again. And a guard that refuses a hold on such a company.
create view call_block with (security_invoker = true) as
  -- Quiet that the company asked for, or that the register or a call gave.
  select w.centre_id, w.cvr,
         case w.reason when 'do-not-contact' then 'do-not-contact' when 'closed' then 'closed' else 'waiting' end as reason,
         w.until_on, w.id as source_id
  from waiting_period w
  where w.lifted_at is null and (w.until_on is null or w.until_on > (select app_today()))
  union all
  -- A school that knows it has struck it. Whose strike it is does not stand here.
  select s.centre_id, s.cvr, 'struck', s.until_on, s.id
  from strike s
  where s.undone_at is null and s.until_on > (select app_today())
  union all
  -- A meeting is already agreed.
  select b.centre_id, b.cvr, 'has-meeting', ((b.ends_at at time zone 'Europe/Copenhagen')::date + 1), b.id
  from booking b
  where b.cancelled_at is null and b.ends_at > (select app_now());

-- The same, as it is told on companies' pages: while a hearing runs, another school's strike changes nothing that can be seen.
create view told_block with (security_invoker = true) as
  select b.centre_id, b.cvr, b.reason, b.until_on
  from call_block b
  where b.reason <> 'struck'
  union all
  select s.centre_id, s.cvr, 'struck', s.until_on
  from strike s
  where s.undone_at is null and s.until_on > (select app_today())
    and (exists (select from hearing h where h.centre_id = s.centre_id and h.list_id = s.list_id and h.ended_at is not null)
      or exists (select from strike_origin o where o.centre_id = s.centre_id and o.strike_id = s.id));

-- What the register itself says against calling: the place or its company is closed, or protected against advertising
-- (CVR act § 19) without a recorded basis. No row when nothing. A view, so that a draw judges a whole region at once.
create view register_bar with (security_invoker = true) as
  select place.id as company_id, place.cvr,
         case when place.closed_on <= (select app_today()) or legal.closed_on <= (select app_today()) then 'closed' else 'protected' end as reason
  from company place
  left join company legal on legal.cvr = place.cvr and legal.kind = 'company'
  where place.closed_on <= (select app_today()) or legal.closed_on <= (select app_today())
    or ((place.protected or legal.protected)
      and not exists (select from contact_basis k where k.centre_id = (select app_centre()) and k.cvr = place.cvr and k.withdrawn_at is null));

-- The same for one place; null when nothing.
create function register_block(place company) returns text language sql stable as $$
  select reason from register_bar where company_id = place.id
$$;

-- Taking a company under call, booking it (bookings.sql.ts, class 7401) and leaving it in peace come one at a time: a hold
-- never slips in beside a wait that has been said and is not yet written.
create function one_at_a_time() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7401, new.cvr::int);
  return new;
end $$;
create trigger waiting_period_in_turn before insert or update on waiting_period for each row execute function one_at_a_time();

create function refuse_hold_on_blocked() returns trigger language plpgsql as $$
declare
  why text;
begin
  perform pg_advisory_xact_lock(7401, new.cvr::int);
  select b.reason into why from call_block b where b.centre_id = new.centre_id and b.cvr = new.cvr limit 1;
  if why is null then
    select register_block(c) into why from company c where c.id = new.company_id;
  end if;
  if why is not null then
    raise exception 'may not be called: %', why using errcode = 'TV001', detail = why;
  end if;
  return new;
end $$;
create trigger call_hold_guard before insert or update on call_hold for each row execute function refuse_hold_on_blocked();
