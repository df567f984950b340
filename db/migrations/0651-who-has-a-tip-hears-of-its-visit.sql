-- Who goes on with a tip hears that its visit was called off, or changed by somebody else: until he has said that he has seen it, or it is agreed anew.
alter table booking add column moved_by int references person (id);
create or replace view booking_ever with (security_invoker = true) as
select centre_id, id, company_id, cvr, list_id, origin_kind, origin_id, form, starts_at, ends_at, place, contact_name, contact_email, contact_phone, note,
  booked_by, booked_at, confirmed_at, cancelled_at, reported_at, municipality, industry, employees, not_met_at, company_person_id, moved_at, cancelled_by, moved_by
from booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees not_met_at company_person_id moved_at cancelled_by moved_by.';

-- It is told from now on: of what was changed before nobody knows who did it.
alter table tip add column visit_seen_at timestamptz default app_now();
alter table tip alter column visit_seen_at drop default;

create view tip_visit_news with (security_invoker = true) as
select t.centre_id, t.id as tip_id, b.id as booking_id, b.starts_at, b.form,
  array(
    select p.name from visitor_ever v join person_named p on p.id = v.person_id where v.centre_id = b.centre_id and v.booking_id = b.id order by p.name
  ) as visitors,
  n.news, n.at
from tip t
join tip_reached r on r.centre_id = t.centre_id and r.id = t.id and not r.led
-- The latest that was agreed since somebody went on with it.
cross join lateral (
  select e.* from booking_ever e
  where e.centre_id = t.centre_id and e.cvr = t.cvr and e.booked_at >= t.accepted_at and (e.company_id = t.company_id or t.join_key = t.cvr)
  order by e.booked_at desc, e.id desc limit 1
) b
cross join lateral (
  select 'off' as news, b.cancelled_at as at where b.cancelled_by is distinct from t.owner_id
  union all
  -- Who goes himself is asked by the meeting whether he has seen it.
  select 'moved', b.moved_at where b.cancelled_at is null and b.starts_at > app_now() and b.moved_by is distinct from t.owner_id and not exists (
    select from visitor_ever v where v.centre_id = b.centre_id and v.booking_id = b.id and v.person_id = t.owner_id)
) n
where t.owner_id is not null and t.ended_at is null and t.enquiry_id is null and n.at > coalesce(t.visit_seen_at, t.accepted_at);
comment on view tip_visit_news is 'What happened with the visit that a tip led to, as whoever goes on with the tip has not seen it: called off, or changed by another (another time, another kind, others who go), and how it stands now. Null: none.';

create or replace view tips_waiting with (security_invoker = true) as
with open_tip as (
  select t.*, coalesce(c.name, t.company_said) as company, (t.given_at at time zone 'Europe/Copenhagen')::date as given_on
  from tip t left join company_place c on c.id = t.company_id
  where t.ended_at is null
)
select t.centre_id, 'tip-new' as kind, t.id as source_id, t.company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  t.given_at as from_at, t.given_on + (case when t.urgent then 0 else 2 end) as due_on, null::timestamptz as due_at,
  jsonb_build_object('company', t.company, 'what', t.words) as "values"
from open_tip t where t.seen_at is null and t.joined_to is null
union all
select t.centre_id, 'tip-joined', t.id, t.company_id, null, null, 'runs', t.given_at, t.given_on + 2, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t where t.seen_at is null and t.joined_to is not null
union all
-- It can go on: nobody is asked, and nothing but what someone has in hand holds against the company.
select t.centre_id, 'tip-free', t.id, t.company_id, null, null, 'runs', t.seen_at, null, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t
where t.seen_at is not null and t.joined_to is null and t.asked_id is null and t.owner_id is null and t.enquiry_id is null
  and (t.company_id is null or not exists (
    select from hindrances_of(t.centre_id, array[t.company_id]) h where h.holds and h.word <> 'running' and 'outreach' = any (h.stops)))
union all
select t.centre_id, 'tip-asked', t.id, t.company_id, t.asked_id, null, 'runs', t.seen_at, null, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t where t.asked_id is not null
union all
-- Of one tip one row: what happened with its visit stands for it.
select t.centre_id, case n.news when 'off' then 'tip-visit-off' when 'moved' then 'tip-visit-moved' else 'tip-mine' end, t.id, t.company_id, t.owner_id, null,
  'runs', coalesce(n.at, t.accepted_at),
  case when n.news = 'moved' then (n.starts_at at time zone 'Europe/Copenhagen')::date
    when n.news is null then (t.accepted_at at time zone 'Europe/Copenhagen')::date + (case when t.urgent then 3 else 14 end) end,
  case when n.news = 'moved' then n.starts_at end,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t
join tip_reached r on r.centre_id = t.centre_id and r.id = t.id
left join tip_visit_news n on n.centre_id = t.centre_id and n.tip_id = t.id
where t.owner_id is not null and t.enquiry_id is null and not r.led;
