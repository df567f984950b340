-- Whom who asks cannot speak with is kept from him by a word of its own, and told to who runs the centre where nobody can.
create or replace view queue_now with (security_invoker = true) as
  select q.centre_id, q.list_id, q.company_id, q.cvr, q.phone, q.account_id, q.position, q.due_at, q.ready_at, why.reason as hindrance,
    case when why.reason = q.hindrance and why.reason not in ('call-back', 'no-answer') and q.ends_at > (select app_now())
         then ((q.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as until_on,
    case
      when why.reason = 'under-call' then (
        select max(u.expires_at) from call_hold u
        where u.centre_id = q.centre_id and (u.cvr = q.cvr or u.phone = q.phone) and u.expires_at > (select app_now())
          and u.person_id is distinct from (select app_person())
          and (u.phone = q.phone or u.company_id = q.company_id
               or q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))))
      when why.reason = 'skipped' then (
        select max(k.until_at) from call_skip k
        where k.centre_id = q.centre_id and k.person_id = (select app_person()) and k.cvr = q.cvr and k.place in (0, q.company_id))
      when why.reason in ('call-back', 'no-answer') and q.ends_at > (select app_now()) then q.ends_at
    end as until_at
  from queue_row q
  cross join lateral (
    select case
      when q.ready_at > (select app_now()) and q.hindrance not in ('call-back', 'no-answer') then q.hindrance
      when q.cvr in (
             select u.cvr from call_hold u
             where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
           and (q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
                or q.company_id in (
                  select u.company_id from call_hold u
                  where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person())))
        or q.phone in (
             select u.phone from call_hold u
             where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
        then 'under-call'
      when q.ready_at > (select app_now()) then q.hindrance
      when q.cvr in (select o.cvr from other_tongue o where o.centre_id = (select app_centre()))
           and (q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
                or q.company_id in (select o.company_id from other_tongue o where o.centre_id = (select app_centre())))
        then 'other-language'
      when q.cvr in (
             select k.cvr from call_skip k
             where k.centre_id = (select app_centre()) and k.person_id = (select app_person()) and k.place = 0 and k.until_at > (select app_now()))
        or q.company_id in (
             select k.place from call_skip k
             where k.centre_id = (select app_centre()) and k.person_id = (select app_person()) and k.until_at > (select app_now()))
        then 'skipped'
    end as reason
    offset 0
  ) why;

do $$
declare
  text constant text := pg_get_functiondef('queue_counted(int)'::regprocedure);
  handled constant text := E'    where k.centre_id = centre and k.person_id = asker\n  ), written as materialized (';
begin
  if strpos(text, handled) = 0 then raise exception 'queue_counted reads otherwise'; end if;
  execute replace(text, handled, E'    where k.centre_id = centre and k.person_id = asker\n    union\n'
    '    select q.list_id, q.company_id from other_tongue o\n'
    '    cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = o.cvr offset 0) q\n'
    '    where o.centre_id = centre\n  ), written as materialized (');
end $$;

-- Each of a list once: together one mark holds, apart each its own.
create view queue_unspoken with (security_invoker = true) as
  select q.centre_id, q.list_id, q.company_id, q.ready_at, q.due_at, o.language, o.said_by, o.said_at
  from company_language_now o
  cross join lateral (select r.* from queue_row r where r.centre_id = o.centre_id and r.cvr = o.cvr offset 0) q
  where (q.company_id = o.company_id or q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre())))
    and not exists (select from list_speaker s where s.centre_id = q.centre_id and s.list_id = q.list_id and s.language = o.language);
comment on view queue_unspoken is 'Companies of lists with which nobody who calls the list can speak. Null: due_at said_by.';

-- A list that a call centre calls waits for its own callers alone.
create or replace view queue_waiting with (security_invoker = true) as
  select q.centre_id, 'call-back'::text as kind, q.company_id as source_id, q.company_id, null::int as person_id, null::int as school_id,
    case when l.by_visitors then 'visits' else 'calls' end as role,
    q.due_at as from_at, (q.due_at at time zone 'Europe/Copenhagen')::date as due_on, q.due_at,
    jsonb_build_object('company', c.name, 'list', l.name, 'listId', q.list_id) as "values"
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  join company_place c on c.id = q.company_id
  where q.hindrance is null and q.due_at <= (select app_now())
    and not exists (select from list_elsewhere e where e.centre_id = l.centre_id and e.list_id = l.id)
union all
  select l.centre_id, 'queue-ready', l.id, null, null, null, case when l.by_visitors then 'visits' else 'calls' end,
    l.opened_at, null, null, jsonb_build_object('list', l.name, 'count', count(*))
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  where q.hindrance is null and not exists (select from paused_list p where p.centre_id = l.centre_id and p.list_id = l.id)
    and not exists (select from list_elsewhere e where e.centre_id = l.centre_id and e.list_id = l.id)
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
  group by o.centre_id
union all
  -- They can be called, and nobody who calls the list speaks with them. Who said so is named: it may be a mistake.
  select l.centre_id, 'nobody-speaks', l.id, null, null, null, 'runs',
    min(u.said_at), null, min(u.due_at),
    jsonb_build_object('list', l.name, 'listId', l.id, 'language', u.language, 'count', count(*),
      'due', count(*) filter (where u.due_at <= (select app_now())),
      'companies', left(string_agg(distinct c.name, ', '), 120), 'who', coalesce(string_agg(distinct p.name, ', '), ''))
  from queue_unspoken u
  join calling_list l on l.centre_id = u.centre_id and l.id = u.list_id
  join company_place c on c.id = u.company_id
  left join person_named p on p.id = u.said_by
  where u.ready_at <= (select app_now())
  group by l.centre_id, l.id, l.name, u.language
union all
  -- Promised, hours ago, and others than who asks must call: of his own he is told one by one, of what nobody can keep above.
  select l.centre_id, 'backs-overdue', l.id, null, null, null, 'runs',
    min(q.due_at), null, min(q.due_at), jsonb_build_object('list', l.name, 'listId', l.id, 'count', count(*))
  from queue_now q
  join calling_list l on l.centre_id = q.centre_id and l.id = q.list_id
  where q.due_at <= (select app_now()) - interval '3 hours'
    and (q.hindrance = 'other-language'
         or q.hindrance is null and exists (select from list_elsewhere e where e.centre_id = l.centre_id and e.list_id = l.id))
    and (q.list_id, q.company_id) not in (select u.list_id, u.company_id from queue_unspoken u where u.centre_id = (select app_centre()))
  group by l.centre_id, l.id, l.name
union all
  select n.centre_id, 'list-without-callers', n.list_id, null, null, null, 'runs', n.given_at, null, null,
    jsonb_build_object('list', n.name, 'callCentre', n.call_centre)
  from list_without_callers n;
