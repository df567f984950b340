-- The shared callers' time is shared; who visits calls in his own, which is charged to no school.
alter table call_hold add column charged boolean not null default true;

create or replace function queue_token() returns trigger language plpgsql as $$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  if tg_op = 'DELETE' and old.list_id is not null and old.charged then
    perform charge_talk(old.centre_id, old.list_id, old.company_id,
      greatest(1, extract(epoch from least(app_now(), old.expires_at) - old.taken_at))::double precision, least(app_now(), old.expires_at));
  end if;
  return null;
end $$;

-- Which shares the accounts were reckoned by; when others come into force, all begin anew at the same place.
alter table share_clock add column agreed text not null default '';

-- A list for own consultants waits for who visits: nobody else may call from it.
create or replace view queue_waiting with (security_invoker = true) as
  select q.centre_id, 'call-back'::text as kind, q.company_id as source_id, q.company_id, null::int as person_id, null::int as school_id,
    case when l.by_visitors then 'visits' else 'calls' end as role,
    q.due_at as from_at, (q.due_at at time zone 'Europe/Copenhagen')::date as due_on, q.due_at,
    jsonb_build_object('company', c.name, 'list', l.name, 'listId', q.list_id) as "values"
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  join company_place c on c.id = q.company_id
  where q.hindrance is null and q.due_at <= (select app_now())
union all
  select l.centre_id, 'queue-ready', l.id, null, null, null, case when l.by_visitors then 'visits' else 'calls' end,
    l.opened_at, null, null, jsonb_build_object('list', l.name, 'count', count(*))
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  where q.hindrance is null and not exists (select from paused_list p where p.centre_id = l.centre_id and p.list_id = l.id)
  group by l.centre_id, l.id, l.name, l.opened_at, l.by_visitors
union all
  select o.centre_id, 'later-over', o.id, o.place_id, o.person_id, null, 'runs',
    o.until_on::timestamp at time zone 'Europe/Copenhagen', o.until_on, null,
    jsonb_build_object('company', o.place, 'since', o.until_on, 'who', o.who, 'mine', (o.person_id is not distinct from (select app_person()))::int)
  from later_over o
  where not o.said_to_caller
union all
  select o.centre_id, 'later-ready', min(o.id), null, null, null, 'runs',
    min(o.until_on)::timestamp at time zone 'Europe/Copenhagen', null, null, jsonb_build_object('count', count(*))
  from later_over o
  where o.said_to_caller
  group by o.centre_id;
