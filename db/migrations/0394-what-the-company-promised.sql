-- The company promises too ("de sender en liste"): whoever follows it up owns it, and it counts as none of ours.
alter table promise add promised_by text not null default 'us' check (promised_by in ('us', 'company'));

create or replace view promise_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, origin_kind, origin_id, what, owner_id, due_on, made_by, made_at, kept_at, dropped_at
  from promise where promised_by = 'us';
comment on view promise_now is 'What we promised, as it stands. Null: origin_kind origin_id kept_at dropped_at.';

create or replace view promises_waiting with (security_invoker = true) as
  select p.centre_id,
         case when coalesce(p.released_at, o.left_at) is not null then 'promise-orphan'
           when p.promised_by = 'company' then 'promise-theirs'
           when p.due_on < (select app_today()) then 'promise-overdue' else 'promise-due' end as kind,
         p.id as source_id, p.company_id, case when coalesce(p.released_at, o.left_at) is null then p.owner_id end as person_id,
         null::integer as school_id, 'runs'::text as role,
         case when p.promised_by = 'company' then p.due_on::timestamp at time zone 'Europe/Copenhagen'
           else coalesce(p.released_at, o.left_at, (p.due_on - 7)::timestamp at time zone 'Europe/Copenhagen') end as from_at,
         p.due_on, null::timestamptz as due_at,
         jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', greatest(0, (select app_today()) - p.due_on), 'who', o.name,
           'school', coalesce(o.school, ''), 'mine', (p.owner_id is not distinct from (select app_person()))::integer) as "values"
  from promise p
  join company_place c on c.id = p.company_id
  join member_ever o on o.centre_id = p.centre_id and o.person_id = p.owner_id
  where p.kept_at is null and p.dropped_at is null
  union all
  -- Someone waits for an answer now, whenever the promise itself is due.
  select p.centre_id, 'handover', p.id, p.company_id, h.to_id, null, null, h.offered_at, p.due_on, null,
         jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', greatest(0, (select app_today()) - p.due_on), 'who', giver.name,
           'school', coalesce(o.school, ''), 'mine', (p.owner_id is not distinct from (select app_person()))::integer)
  from promise_handover h
  join promise p on p.centre_id = h.centre_id and p.id = h.promise_id
  join company_place c on c.id = p.company_id
  join member_ever o on o.centre_id = p.centre_id and o.person_id = p.owner_id
  join person_named giver on giver.id = h.from_id
  where h.accepted_at is null and h.declined_at is null and p.kept_at is null and p.dropped_at is null;
