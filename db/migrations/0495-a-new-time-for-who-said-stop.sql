-- Whoever is to find a new time was asked to find it, and never told that the company has asked for peace since. What waits tells both in one row now.
create or replace view still_agreed_waiting with (security_invoker = true) as
  with heaviest as (
    select distinct on (a.centre_id, a.subject, a.subject_id) a.*
    from agreed_against a
    join kind_that_stops k on k.kind = a.against
    where not exists (
      select from still_agreed s
      where s.centre_id = a.centre_id and s.subject = a.subject and s.subject_id = a.subject_id and s.against = a.against and s.against_id = a.against_id)
    order by a.centre_id, a.subject, a.subject_id, k.rank, a.since
  )
  select h.centre_id, 'agreed-meeting' as kind, h.subject_id as source_id, h.company_id, w.person_id, null::int as school_id,
         case when w.position = 1 then 'runs' end as role, h.since as from_at,
         (b.starts_at at time zone 'Europe/Copenhagen')::date as due_on, b.starts_at as due_at,
         jsonb_build_object('company', c.name, 'why', h.against, 'since', (h.since at time zone 'Europe/Copenhagen')::date, 'who', p.name, 'what', '',
           'mine', (w.person_id is not distinct from (select app_person()))::int) as "values"
  from heaviest h
  join booking_now b on b.centre_id = h.centre_id and b.id = h.subject_id
  join visitor_ever w on w.centre_id = b.centre_id and w.booking_id = b.id
  join company_place c on c.id = h.company_id
  join person_named p on p.id = w.person_id
  where h.subject = 'meeting' and b.starts_at > (select app_now())
  union all
  select h.centre_id,
         case h.subject when 'promise' then 'agreed-promise' when 'open-need' then 'agreed-need' when 'call-back' then 'agreed-back' when 'wants-visit' then 'agreed-wish'
           when 'later' then 'agreed-later' when 'new-time' then 'agreed-time' else 'agreed-contact' end,
         h.subject_id, h.company_id, h.person_id, null, 'runs', h.since,
         coalesce(m.due_on, w.until_on, case when h.subject = 'call-back' then (q.due_at at time zone 'Europe/Copenhagen')::date end), null,
         jsonb_build_object('company', c.name, 'why', h.against, 'since', (h.since at time zone 'Europe/Copenhagen')::date, 'who', coalesce(p.name, ''), 'what', coalesce(m.what, ''),
           'mine', (h.person_id is not distinct from (select app_person()))::int)
  from heaviest h
  join company_place c on c.id = h.company_id
  left join person_named p on p.id = h.person_id
  left join promise_now m on h.subject = 'promise' and m.centre_id = h.centre_id and m.id = h.subject_id
  left join back_open q on h.subject = 'call-back' and q.centre_id = h.centre_id and q.call_id = h.subject_id
  left join wait_given w on h.subject = 'later' and w.centre_id = h.centre_id and w.id = h.subject_id
  where h.subject <> 'meeting';
comment on view still_agreed_waiting is 'Meetings, promises, needs, regular contacts, new times to be found and what was agreed on the phone of companies that said stop or do not go on, until somebody says what becomes of them. Null: person_id school_id role due_on due_at.';
