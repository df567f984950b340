-- "Gerne senere" ended in silence: the wait was over, and nobody remembered that they had asked to hear from us again.
create or replace view wait_given with (security_invoker = true) as
  select centre_id, id, company_id, cvr, reason, from_on, until_on, origin_kind, origin_id, set_at, lifted_at, whole, person_id from waiting_period;
comment on view wait_given is 'Waits that a company was given, lifted ones too. Null: company_id until_on origin_id lifted_at whole person_id.';
create index waiting_period_later on waiting_period (centre_id, until_on) where reason = 'later' and lifted_at is null;

-- What was said to callers is one line: hundreds of them, with nobody who had promised anything, feed the next draw.
create view later_over with (security_invoker = true) as
select w.centre_id, w.id, place.id as place_id, place.name as place, coalesce(r.person_id, m.person_id) as person_id, coalesce(r.name, m.name, '') as who, w.until_on,
  w.origin_kind = 'call' and r.person_id is null as said_to_caller
from wait_given w
cross join lateral (select p.id, p.name from company_place p
  where p.cvr = w.cvr and (p.id = w.company_id or w.company_id is null and p.kind = 'company') and (p.closed_on is null or p.closed_on > (select app_today())) limit 1) place
left join member_now m on m.centre_id = w.centre_id and m.person_id = w.person_id
left join lateral (select h.person_id, n.name from regular_contact_now h join person_named n on n.id = h.person_id
  where h.centre_id = w.centre_id and h.cvr = w.cvr and (h.whole or h.company_id = place.id) and h.released_at is null limit 1) r on true
where w.reason = 'later' and w.lifted_at is null and w.until_on <= (select app_today()) and w.until_on > (select app_today()) - 365
  and not exists (select from wait_given n where n.centre_id = w.centre_id and n.cvr = w.cvr and n.id > w.id and n.lifted_at is null
    and (n.whole or n.company_id is not distinct from w.company_id))
  and not exists (select from contact_made e where e.centre_id = w.centre_id and e.cvr = w.cvr and (e.whole or e.company_id = place.id) and e.on_date >= w.until_on)
  and not exists (select from promise_now p where p.centre_id = w.centre_id and p.cvr = w.cvr and p.made_at >= w.set_at and (p.kept_at is null or p.kept_at >= w.until_on::timestamp at time zone 'Europe/Copenhagen'))
  and not exists (select from booking_now b where b.centre_id = w.centre_id and b.cvr = w.cvr and b.booked_at >= w.set_at)
  and not exists (select from queue_row q where q.centre_id = w.centre_id and q.cvr = w.cvr);
comment on view later_over is 'Companies that wanted to hear from us again, whose day has come and with whom nothing has happened since. Null: person_id.';

create or replace view queue_waiting with (security_invoker = true) as
 SELECT q.centre_id,
    'call-back'::text AS kind,
    q.company_id AS source_id,
    q.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'calls'::text AS role,
    q.due_at AS from_at,
    ((q.due_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    q.due_at,
    jsonb_build_object('company', c.name, 'list', l.name, 'listId', q.list_id) AS "values"
   FROM ((queue_now q
     JOIN calling_list l ON (((l.centre_id = q.centre_id) AND (l.id = q.list_id))))
     JOIN company_place c ON ((c.id = q.company_id)))
  WHERE ((q.hindrance IS NULL) AND (q.due_at <= (select app_now())))
UNION ALL
 SELECT l.centre_id,
    'queue-ready'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'calls'::text AS role,
    l.opened_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('list', l.name, 'count', count(*)) AS "values"
   FROM (queue_now q
     JOIN calling_list l ON (((l.centre_id = q.centre_id) AND (l.id = q.list_id))))
  WHERE (q.hindrance IS NULL)
  GROUP BY l.centre_id, l.id, l.name, l.opened_at
union all
-- Theirs who has them, or who promised it face to face, one by one. What was said to a caller feeds the next draw: one line for all of it.
select o.centre_id, 'later-over', o.id, o.place_id, o.person_id, null, 'runs', o.until_on::timestamp at time zone 'Europe/Copenhagen', o.until_on, null,
  jsonb_build_object('company', o.place, 'since', o.until_on, 'who', o.who, 'mine', (o.person_id is not distinct from (select app_person()))::int)
from later_over o where not o.said_to_caller
union all
select o.centre_id, 'later-ready', min(o.id), null, null, null, 'runs', min(o.until_on)::timestamp at time zone 'Europe/Copenhagen', null, null,
  jsonb_build_object('count', count(*))
from later_over o where o.said_to_caller
group by o.centre_id;
comment on view queue_waiting is 'Call-backs whose time has come, lists in which somebody may be called, and companies that wanted to hear from us again. Null: company_id person_id school_id due_on due_at.';
