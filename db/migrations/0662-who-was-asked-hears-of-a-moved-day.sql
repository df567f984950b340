-- Whose day moves is told; so is the colleague who was asked to take it and is asked no more, and whoever asked.
alter table presence_day
  add column unasked_id int references person (id),
  add column unasked_by int references person (id),
  add check ((unasked_id is null) = (unasked_by is null));
create index presence_day_unasked on presence_day (centre_id, unasked_id);
create index presence_day_unasked_by on presence_day (centre_id, unasked_by);

create or replace view presence_days_waiting with (security_invoker = true) as
with day as (
  select d.centre_id, d.id, d.on_day, d.starts_at, d.ends_at, d.person_id, d.open_since, d.asked_id, d.asked_at, p.name as partner, a.name as asks,
    to_char(d.starts_at at time zone 'Europe/Copenhagen', 'HH24.MI') || '–' || to_char(d.ends_at at time zone 'Europe/Copenhagen', 'HH24.MI') as hours,
    d.unasked_id, d.unasked_by, k.name as unasked, d.moved_at, d.moved_person_id, d.moved_at > app_now() - interval '7 days' as just_moved
  from presence_day d
  join presence s on s.centre_id = d.centre_id and s.id = d.presence_id
  join partner_ever p on p.centre_id = s.centre_id and p.id = s.partner_id
  left join person_named a on a.id = d.asked_by
  left join person_named k on k.id = d.unasked_id
  where d.called_off_at is null
)
select d.centre_id, 'presence-open' as kind, d.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  d.open_since as from_at, d.on_day as due_on, null::timestamptz as due_at,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', coalesce(d.asks, '')) as "values"
from day d where d.person_id is null and d.starts_at > app_now()
union all
select d.centre_id, 'presence-asked', d.id, null, d.asked_id, null, 'runs', d.asked_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', coalesce(d.asks, ''))
from day d where d.asked_id is not null and d.starts_at > app_now()
union all
-- A week before, so that who got it by turns sees it coming; one that was moved also the week after that: to who had it before it is moved, to another it is his.
select d.centre_id, case when d.just_moved and d.moved_person_id = d.person_id then 'presence-moved' else 'presence-mine' end, d.id, null, d.person_id, null, 'runs',
  case when d.just_moved then d.moved_at else d.starts_at - interval '7 days' end, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d where d.person_id is not null and d.ends_at > app_now()
union all
-- Who had it and has something else on the new date.
select d.centre_id, 'presence-lost', d.id, null, d.moved_person_id, null, 'runs', d.moved_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d where d.just_moved and d.moved_person_id is distinct from d.person_id and d.moved_person_id is not null and d.ends_at > app_now()
union all
-- Asked no more, because the day was moved: who was asked, and who asked and has not got the day.
select d.centre_id, case when x.id = d.unasked_id then 'presence-unasked' else 'presence-unasked-by' end, d.id, null, x.id, null, 'runs', d.moved_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', coalesce(d.unasked, ''))
from day d cross join lateral (values (d.unasked_id), (d.unasked_by)) x (id)
where d.just_moved and x.id is not null and x.id is distinct from d.person_id and x.id is distinct from d.moved_person_id and d.asked_id is null and d.ends_at > app_now()
union all
-- Away then: a colleague is asked, or the day is given back.
select d.centre_id, 'presence-away', d.id, null, d.person_id, null, 'runs', app_now(), d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d
where d.person_id is not null and d.asked_id is null and d.starts_at > app_now() and exists (
  select from away_ahead w
  where w.centre_id = d.centre_id and w.person_id = d.person_id and w.starts_at < d.ends_at and w.ends_at > d.starts_at)
union all
select d.centre_id, 'presence-count', d.id, null, d.person_id, null, 'runs', d.ends_at, d.on_day, null,
  jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '')
from day d
where d.ends_at <= app_now() and not exists (select from presence_count c where c.centre_id = d.centre_id and c.day_id = d.id);
