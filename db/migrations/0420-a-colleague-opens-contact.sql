-- Who has a company may open it to a colleague who asked: for one contact, within thirty days, and past nothing but what is running there.

alter table contact_opening add column source_kind text not null default 'enquiry' check (source_kind in ('enquiry', 'question'));
alter table contact_opening alter source_kind drop default, drop constraint contact_opening_pkey,
  add primary key (centre_id, source_kind, source_id);
create or replace view contact_open_now with (security_invoker = true) as
  select o.centre_id, o.source_id, o.company_id, o.cvr, o.person_id, o.since, o.until, o.source_kind
  from contact_opening o
  where o.until > (select app_now())
    -- One talk, one visit, one meeting: then it is used.
    and (o.source_kind = 'enquiry' or not exists (
      select from contact_mark m
      where m.centre_id = o.centre_id and m.cvr = o.cvr and m.person_id = o.person_id and m.kind in ('spoken', 'visited', 'meeting') and m.since >= o.since));
comment on view contact_open_now is
  'Who may contact a company, and until when: it came with a matter itself (enquiry), or who has it said yes to a colleague (question). Null: none.';

-- Of two places: whether what is opened at one is open at the other.
create function is_open_to(centre int, place int, of_cvr text, people int[], kind text) returns boolean language sql stable as $$
  select exists (
    select from contact_open_now o
    where o.centre_id = centre and o.cvr = of_cvr and o.person_id = any(people) and o.source_kind = kind
      and (o.company_id = place or o.cvr not in (select s.cvr from shared_leadership s where s.centre_id = centre)))
$$;

-- The guards behind every door let pass what the engine lets pass.
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
    and not (h.word in ('running', 'has-meeting') and is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'question'))
    -- Whoever answers what they came with themselves.
    and ('enquiry' = any(h.stops) or not is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'enquiry'))
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be called: %', why using errcode = 'TV001', detail = why;
  end if;
  return new;
end $$;

create or replace function refuse_booking_on_hindered() returns trigger language plpgsql as $$
declare
  why text;
  number text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  select c.phone into number from company_place c where c.id = new.company_id;
  if number is not null then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, number));
  end if;
  with found as materialized (
    select * from contact_hindrances(new.centre_id, new.company_id, case when new.form = 'phone' then 'phone' else 'visit' end)
  )
  select h.word into why
  from found h
  where new.purpose = any(h.stops) and h.kind <> 'meeting'
    -- Who has one thing in hand is stopped by nothing that runs; nor is whoever it was opened to.
    and not (h.word = 'running' and (
      exists (select from found o where o.word = 'running' and (o.person_id = new.booked_by or o.person_id = new.booked_for))
      or is_open_to(new.centre_id, new.company_id, new.cvr, array[new.booked_by, new.booked_for], 'question')))
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be met: %', why using errcode = 'TV002', detail = why;
  end if;
  return new;
end $$;
