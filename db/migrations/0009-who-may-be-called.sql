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

-- What the register itself says against calling: the place or its company is closed, or protected against advertising
-- (CVR act § 19) without a recorded basis. Null when nothing.
create function register_block(place company) returns text language sql stable as $$
  select case
    when place.closed_on <= app_today()
      or exists (select from company c where c.cvr = place.cvr and c.kind = 'company' and c.closed_on <= app_today()) then 'closed'
    when (place.protected or exists (select from company c where c.cvr = place.cvr and c.kind = 'company' and c.protected))
      and not exists (select from contact_basis k where k.centre_id = app_centre() and k.cvr = place.cvr and k.withdrawn_at is null) then 'protected'
  end
$$;

create function refuse_hold_on_blocked() returns trigger language plpgsql as $$
declare
  why text;
begin
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
