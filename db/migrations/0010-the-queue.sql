-- What may be called from a list right now, what may not, why, and when again; and a guard that a hold is for a company of a list in calling.

-- Lists whose hearing has ended and that nobody has closed.
create view calling_list with (security_invoker = true) as
  select l.centre_id, l.id, l.name, h.ended_at as opened_at
  from contact_list l
  join hearing h on h.centre_id = l.centre_id and h.list_id = l.id
  where h.ended_at is not null
    and not exists (select from list_closing k where k.centre_id = l.centre_id and k.list_id = l.id);

-- Calls that count: neither corrected nor taken back.
create view standing_call with (security_invoker = true) as
  select c.*
  from call c
  where not exists (select from call_correction k where k.centre_id = c.centre_id and k.call_id = c.id);

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
      select case b.reason when 'do-not-contact' then 1 when 'closed' then 2 when 'struck' then 4 when 'has-meeting' then 5 else 6 end as rank,
             b.reason, b.until_on, null::timestamptz as until_at
      from call_block b where b.centre_id = lc.centre_id and b.cvr = lc.cvr
      union all
      select case g.reason when 'closed' then 2 else 3 end, g.reason, null, null
      from register_bar g where g.company_id = lc.company_id
      union all
      -- The register has given the place to another company since the draw.
      select 3, 'not-in-list', null, null where c.cvr <> lc.cvr
      union all
      select 7, 'no-phone', null, null where c.phone is null
      union all
      select 8, 'answered', null, null
      where back.due_at is null
        and (last.answer = 'wants-contact'
          or exists (select from booking k where k.centre_id = lc.centre_id and k.cvr = lc.cvr and k.cancelled_at is null and k.booked_at >= l.opened_at))
      union all
      select 9, 'under-call', null, u.expires_at from call_hold u
      where u.centre_id = lc.centre_id and (u.cvr = lc.cvr or u.phone = c.phone)
        and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person())
      union all
      select 10, 'call-back', null, back.due_at where back.due_at > (select app_now())
      union all
      select 11, 'no-answer', null, last.ended_at + make_interval(hours => coalesce(r.no_answer_hours, 4))
      where last.answer = 'no-answer' and back.due_at is null
        and last.ended_at + make_interval(hours => coalesce(r.no_answer_hours, 4)) > (select app_now())
      union all
      select 12, 'skipped', null, k.until_at from call_skip k
      where k.centre_id = lc.centre_id and k.person_id = (select app_person()) and k.cvr = lc.cvr and k.until_at > (select app_now())
    ) h
    order by h.rank, h.until_on desc nulls first limit 1
  ) why on true
  where lc.included;

-- Whatever door is used: a hold is for a company that its list handed out, under that company's own number and phone.
create function refuse_hold_outside_list() returns trigger language plpgsql as $$
begin
  if not exists (
    select from list_company lc
    join calling_list l on l.centre_id = lc.centre_id and l.id = lc.list_id
    join company c on c.id = lc.company_id
    where lc.centre_id = new.centre_id and lc.list_id = new.list_id and lc.company_id = new.company_id
      and lc.included and lc.cvr = new.cvr and c.cvr = new.cvr and c.phone = new.phone
  ) then
    raise exception 'may not be called: %', 'not-in-list' using errcode = 'TV001', detail = 'not-in-list';
  end if;
  return new;
end $$;
create trigger call_hold_in_list before insert or update on call_hold for each row execute function refuse_hold_outside_list();
