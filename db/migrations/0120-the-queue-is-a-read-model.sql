-- The queue is written down: a row for each company of a list in calling, judged when something changes, so that counting and handing out read no rule.

-- Marks that stop something, those that are over too: a queue asks when a company came back. Belongs to may-contact.
create view hindrance_ever with (security_invoker = true) as
  select m.centre_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.ends_at
  from contact_mark m
  join hindrance_kind k on k.kind = m.kind
  join company_place place on place.cvr = m.cvr and (m.whole or place.id = m.company_id)
  where k.stops <> '{}';
comment on view hindrance_ever is 'What was written down against contacting a place, whether it still holds or not. Null: ends_at.';
create view kind_that_stops with (security_invoker = true) as select kind from hindrance_kind where stops <> '{}';
comment on view kind_that_stops is 'Kinds of marks that keep anyone from anything. Belongs to may-contact. Null: none.';

create table queue_row (
  centre_id int not null,
  list_id int not null,
  company_id int not null,
  cvr text not null,
  phone text,
  -- Whose share a call counts in; null: the common one.
  account_id int,
  position int not null,
  -- The call-back that nobody has made yet.
  due_at timestamptz,
  -- May be called from here on if nothing else changes; infinity: not by itself; -infinity: whoever was not touched since the list was opened.
  ready_at timestamptz not null,
  -- The reason that stands first until then, and when that one ends.
  hindrance text,
  ends_at timestamptz,
  -- From here on another reason stands first, or there is one: judge again.
  check_at timestamptz,
  primary key (centre_id, list_id, company_id),
  foreign key (centre_id, list_id, company_id) references list_company (centre_id, list_id, company_id)
);
call of_centre('queue_row');
create index queue_row_order on queue_row (centre_id, list_id, ready_at, position) where ready_at < 'infinity';
create index queue_row_due on queue_row (centre_id, list_id, due_at) where due_at is not null;
create index queue_row_check on queue_row (centre_id, check_at) where check_at is not null;
create index queue_row_cvr on queue_row (centre_id, cvr);
create index queue_row_phone on queue_row (centre_id, phone) where phone is not null;
-- The register knows no centre.
create index queue_row_of_company on queue_row (company_id);
create index queue_row_of_cvr on queue_row (cvr);

-- Companies to judge anew that somebody changed who cannot wait for callers: the register, the centre's rules.
create table queue_note (
  centre_id int not null references centre (id),
  id bigint generated always as identity,
  cvr text not null,
  primary key (centre_id, id)
);
call of_centre('queue_note');

-- ---- Calls outside a list come later; who answers a hold is a company today, a place once leadership is shared ----
alter table call alter list_id drop not null;
alter table call_back alter list_id drop not null;
alter table call_hold alter list_id drop not null;
alter table call_hold add column answers_for text;
update call_hold set answers_for = cvr;
alter table call_hold alter answers_for set not null;
alter table call_hold drop constraint call_hold_pkey, add primary key (centre_id, answers_for);

create or replace function refuse_hold_outside_list() returns trigger language plpgsql as $$
begin
  if not exists (
    select from company_place c
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

-- ---- Judging -------------------------------------------------------------------------------------------------
drop view call_queue;

-- How these companies stand in the lists that are called from. Whatever the clock says, the answer is the same until something changes
-- or `check_at` has come.
create function queue_judged(centre int, cvrs text[])
  returns table (list_id int, company_id int, cvr text, phone text, "position" int, due_at timestamptz, ready_at timestamptz,
                 hindrance text, ends_at timestamptz, check_at timestamptz)
  language sql stable as $$
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
    from call_back b
    join call said on said.centre_id = b.centre_id and said.id = b.call_id
    where b.centre_id = $1 and b.cvr = any($2) and b.done_at is null
      -- A meeting that was agreed since makes the call-back needless, until it is cancelled.
      and not exists (select from booking_now k where k.centre_id = b.centre_id and k.cvr = b.cvr and k.booked_at >= said.ended_at)
    group by b.cvr
  ), last as materialized (
    select distinct on (s.cvr) s.cvr, s.answer, s.ended_at,
           case when s.answer = 'no-answer' then
             s.ended_at + make_interval(hours => coalesce((select r.no_answer_hours from rules_now r where r.centre_id = $1), 4)) end as again_at
    from standing_call s
    where s.centre_id = $1 and s.cvr = any($2)
    order by s.cvr, s.ended_at desc, s.id desc
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
    from listed d join told on told.company_id = d.company_id
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
  ) now
$$;

-- Rows first, then judging in a statement of its own: it sees whatever was committed while it waited for them.
create function judge_queue(centre int, cvrs text[]) returns void language plpgsql as $$
begin
  perform from queue_row q where q.centre_id = centre and q.cvr = any(cvrs) order by q.list_id, q.company_id for update;
  if not found then return; end if;
  update queue_row q
  set phone = j.phone, due_at = j.due_at, ready_at = j.ready_at, hindrance = j.hindrance, ends_at = j.ends_at, check_at = j.check_at
  from queue_judged(centre, cvrs) j
  where q.centre_id = centre and q.list_id = j.list_id and q.company_id = j.company_id
    and (q.phone, q.due_at, q.ready_at, q.hindrance, q.ends_at, q.check_at)
      is distinct from (j.phone, j.due_at, j.ready_at, j.hindrance, j.ends_at, j.check_at);
end $$;

-- What was noted and what is due by the clock, so many companies at a time; whoever is under someone's hand is left for later. Says how many.
create function judge_waiting(centre int, most int) returns int language plpgsql as $$
declare
  wanted text[];
  in_use text[];
  noted bigint[];
begin
  with taken as materialized (
    select n.id, n.cvr from queue_note n where n.centre_id = centre order by n.id limit most for update skip locked
  )
  select array_agg(id), array_agg(distinct cvr) into noted, wanted from taken;
  wanted := coalesce(wanted, '{}') || array(
    select q.cvr from queue_row q where q.centre_id = centre and q.check_at <= app_now()
    order by q.check_at limit greatest(most - cardinality(coalesce(wanted, '{}')), 0) for update skip locked);
  with free as materialized (
    select q.list_id, q.company_id from queue_row q where q.centre_id = centre and q.cvr = any(wanted)
    order by q.list_id, q.company_id for update skip locked
  )
  select coalesce(array_agg(distinct q.cvr), '{}') into in_use
  from queue_row q
  where q.centre_id = centre and q.cvr = any(wanted)
    and not exists (select from free f where f.list_id = q.list_id and f.company_id = q.company_id);
  wanted := array(select distinct cvr from unnest(wanted) w (cvr) where cvr <> all(in_use));
  perform judge_queue(centre, wanted);
  delete from queue_note n where n.centre_id = centre and n.id = any(noted) and n.cvr = any(wanted);
  return cardinality(wanted);
end $$;

-- ---- Who makes it be judged ------------------------------------------------------------------------------------
-- Opened for calling. A wait that is being written in this moment is not seen here, nor does it see these rows: the sweep looks once more.
create function queue_opened() returns trigger language plpgsql as $$
begin
  insert into queue_row (centre_id, list_id, company_id, cvr, phone, position, due_at, ready_at, hindrance, ends_at, check_at)
  select new.centre_id, j.list_id, j.company_id, j.cvr, j.phone, j.position, j.due_at, j.ready_at, j.hindrance, j.ends_at, new.opened_at
  from queue_judged(new.centre_id,
    array(select d.cvr from listed_company d where d.centre_id = new.centre_id and d.list_id = new.list_id)) j
  where j.list_id = new.list_id
  order by j.company_id;
  return null;
end $$;
create trigger queue_opened after insert on list_opening for each row execute function queue_opened();

create function queue_closed() returns trigger language plpgsql as $$
begin
  delete from queue_row q where q.centre_id = new.centre_id and q.list_id = new.list_id;
  return null;
end $$;
create trigger queue_closed after insert on list_closing for each row execute function queue_closed();

-- Companies with a fact that changed: judged in the same transaction; outside any (no clock is given), noted for the sweep.
create function queue_touched(centre int, cvrs text[]) returns void language plpgsql as $$
begin
  if cvrs is null then return; end if;
  if app_now() is null then
    insert into queue_note (centre_id, cvr) select centre, w.cvr from unnest(cvrs) w (cvr);
  else
    perform judge_queue(centre, cvrs);
  end if;
end $$;

create function queue_marked() returns trigger language plpgsql as $$
begin
  perform queue_touched(t.centre_id, t.cvrs) from (
    select q.centre_id, array_agg(distinct q.cvr) as cvrs
    from (
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.cvr = m.cvr
      union all
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.phone = m.phone
    ) q
    group by q.centre_id
  ) t;
  return null;
end $$;
create trigger queue_mark_set after insert on contact_mark referencing new table as touched for each statement execute function queue_marked();
create trigger queue_mark_dropped after delete on contact_mark referencing old table as touched for each statement execute function queue_marked();
-- A mark that is written anew may have been of another company: both.
create trigger queue_mark_changed_from after update on contact_mark referencing old table as touched for each statement execute function queue_marked();
create trigger queue_mark_changed_to after update on contact_mark referencing new table as touched for each statement execute function queue_marked();

create function queue_basis() returns trigger language plpgsql as $$
begin
  perform queue_touched(t.centre_id, t.cvrs)
  from (select b.centre_id, array_agg(distinct b.cvr) as cvrs from touched b group by b.centre_id) t;
  return null;
end $$;
create trigger queue_basis_recorded after insert on contact_basis referencing new table as touched for each statement execute function queue_basis();
create trigger queue_basis_changed after update on contact_basis referencing new table as touched for each statement execute function queue_basis();

-- The register is all centres': it notes what changed for each, and waits for nobody. Owner's rights, because no centre sees another's rows.
create function unsafe_queue_register_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into queue_note (centre_id, cvr)
  with changed as materialized (
    select n.id, o.cvr as cvr_before, n.cvr
    from after_rows n join before_rows o on o.id = n.id
    where (n.phone, n.closed_on, n.protected, n.cvr) is distinct from (o.phone, o.closed_on, o.protected, o.cvr)
  )
  select q.centre_id, q.cvr from changed c join queue_row q on q.company_id = c.id
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr_before;
  return null;
end $$;
create trigger queue_register_changed after update on company referencing old table as before_rows new table as after_rows
  for each statement execute function unsafe_queue_register_changed();

-- The legal company of a place that was known before it.
create function unsafe_queue_register_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into queue_note (centre_id, cvr)
  select distinct q.centre_id, q.cvr from after_rows n join queue_row q on q.cvr = n.cvr;
  return null;
end $$;
create trigger queue_register_added after insert on company referencing new table as after_rows
  for each statement execute function unsafe_queue_register_added();

create function queue_rules_changed() returns trigger language plpgsql as $$
begin
  insert into queue_note (centre_id, cvr) select distinct q.centre_id, q.cvr from queue_row q where q.centre_id = new.centre_id;
  return null;
end $$;
create trigger queue_rules_changed after update on rules for each row
  when (old.no_answer_hours is distinct from new.no_answer_hours) execute function queue_rules_changed();

-- ---- Reading ---------------------------------------------------------------------------------------------------
-- The queue as who asks sees it. `hindrance` null: may be called now. What another has under call and what oneself skipped is judged here.
create view queue_now with (security_invoker = true) as
  select q.centre_id, q.list_id, q.company_id, q.cvr, q.phone, q.account_id, q.position, q.due_at, q.ready_at, why.reason as hindrance,
         -- Reasons of the day have a moment, the others the first whole day without them.
         case when why.reason = q.hindrance and why.reason not in ('call-back', 'no-answer') and q.ends_at > (select app_now())
              then ((q.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as until_on,
         case when why.reason = 'under-call' then (
                select max(u.expires_at) from call_hold u
                where u.centre_id = q.centre_id and (u.cvr = q.cvr or u.phone = q.phone)
                  and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
              when why.reason = 'skipped' then (
                select k.until_at from call_skip k
                where k.centre_id = q.centre_id and k.person_id = (select app_person()) and k.cvr = q.cvr)
              when why.reason in ('call-back', 'no-answer') and q.ends_at > (select app_now()) then q.ends_at end as until_at
  from queue_row q
  cross join lateral (
    select case
      when q.ready_at > (select app_now()) and q.hindrance not in ('call-back', 'no-answer') then q.hindrance
      when q.cvr in (select u.cvr from call_hold u where u.centre_id = (select app_centre())
                       and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
        or q.phone in (select u.phone from call_hold u where u.centre_id = (select app_centre())
                       and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
        then 'under-call'
      when q.ready_at > (select app_now()) then q.hindrance
      when q.cvr in (select k.cvr from call_skip k where k.centre_id = (select app_centre())
                       and k.person_id = (select app_person()) and k.until_at > (select app_now()))
        then 'skipped'
    end as reason offset 0
  ) why;
comment on view queue_now is 'What may be called from a list now, and why not. Null: phone account_id due_at hindrance until_on until_at.';

-- ---- Lists that are called from already: judged as of long ago (all that ends still bars) until the first sweep does it by the house's clock ----
select set_config('app.now', '2020-01-01T00:00:00Z', true);
insert into queue_row (centre_id, list_id, company_id, cvr, phone, position, due_at, ready_at, hindrance, ends_at, check_at)
select l.centre_id, j.list_id, j.company_id, j.cvr, j.phone, j.position, j.due_at, j.ready_at, j.hindrance, j.ends_at, '-infinity'
from (select d.centre_id, array_agg(distinct d.cvr) as cvrs
      from listed_company d join calling_list c on c.centre_id = d.centre_id and c.id = d.list_id group by d.centre_id) l
cross join lateral queue_judged(l.centre_id, l.cvrs) j;
select set_config('app.now', '', true);
