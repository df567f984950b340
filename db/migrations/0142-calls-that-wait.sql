-- Calls have their view of what waits as every room: call-backs whose time has come, and lists with something to call.
create view calls_waiting with (security_invoker = true) as
  select q.centre_id, 'call-back'::text as kind, q.company_id as source_id, q.company_id, null::integer as person_id, null::integer as school_id,
         'calls'::text as role, q.due_at as from_at, (q.due_at at time zone 'Europe/Copenhagen')::date as due_on, q.due_at,
         jsonb_build_object('company', c.name, 'list', l.name, 'listId', q.list_id) as "values"
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  join company_place c on c.id = q.company_id
  where q.hindrance is null and q.due_at <= (select app_now())
  union all
  select l.centre_id, 'queue-ready', l.id, null, null, null, 'calls', l.opened_at, null, null, jsonb_build_object('list', l.name, 'count', count(*))
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  where q.hindrance is null
  group by l.centre_id, l.id, l.name, l.opened_at;
comment on view calls_waiting is 'Call-backs whose time has come, and lists in which somebody may be called. Null: company_id person_id school_id due_on due_at.';
