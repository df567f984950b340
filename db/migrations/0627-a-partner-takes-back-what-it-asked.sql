-- The partner goes alone after all, or not at all. Who was asked, or had said yes, stays written: he is told.
alter table joint_visit
  add column taken_back_at timestamptz,
  add column taken_back_by int references person (id),
  -- Who was told of it has put it away.
  add column told_at timestamptz,
  -- Who runs the centre said which company of the register it is, where it was only written.
  add column linked_at timestamptz,
  add column linked_by int references person (id),
  add constraint joint_visit_taken_back check ((taken_back_at is null) = (taken_back_by is null) and (told_at is null or taken_back_at is not null)),
  add constraint joint_visit_linked check ((linked_at is null) = (linked_by is null) and (linked_at is null or company_id is not null));

create or replace view joint_visits_waiting with (security_invoker = true) as
with known as (
  select v.*, p.name as partner, (v.starts_at at time zone 'Europe/Copenhagen')::date as on_day,
    jsonb_build_object('partner', p.name, 'company', v.company_said) as said
  from joint_visit v join partner_ever p on p.centre_id = v.centre_id and p.id = v.partner_id
  where v.declined_at is null
),
ahead as (select v.* from known v where v.taken_back_at is null and v.starts_at > app_now()),
stopped as (
  select v.* from ahead v
  -- As who goes is asked when he says yes. What schools strike is between them, and a meeting of ours with the company stops no other.
  where v.goes_id is not null and v.company_id is not null and exists (
    select from contact_hindrances(v.centre_id, v.company_id, 'visit') h
    where h.word <> 'running' and h.kind not in ('meeting', 'strike') and 'outreach' = any (h.stops))
)
select v.centre_id, 'joint-new' as kind, v.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  v.given_at as from_at, least(v.on_day, (v.given_at at time zone 'Europe/Copenhagen')::date + 2) as due_on, null::timestamptz as due_at, v.said as "values"
from ahead v where v.asked_id is null and v.goes_id is null
union all
select v.centre_id, 'joint-asked', v.id, null, v.asked_id, null, 'runs', v.given_at, v.on_day, null, v.said
from ahead v where v.asked_id is not null
union all
select v.centre_id, 'joint-mine', v.id, null, v.goes_id, null, 'runs', v.starts_at - interval '7 days', v.on_day, null, v.said
from ahead v where v.goes_id is not null
union all
-- Something stops it since there was a yes: who goes is told, and who runs the centre.
select v.centre_id, 'joint-stopped', v.id, v.company_id, v.goes_id, null, 'runs', app_now(), v.on_day, null, v.said from stopped v
union all
-- Who had said yes would else drive there, and who was asked would answer: told until he has put it away, or the day is over.
select v.centre_id, 'joint-taken-back', v.id, null, coalesce(v.goes_id, v.asked_id), null, null, v.taken_back_at, v.on_day, null, v.said
from known v where v.taken_back_at is not null and v.told_at is null and v.on_day >= app_today() and num_nonnulls(v.goes_id, v.asked_id) > 0;
