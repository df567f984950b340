-- A company that had agreed to be called again, or wanted a visit, said stop or closed: the queue called it no more, and nobody heard that something was still
-- agreed. That stands now with the meetings and the promises; somebody makes it a promise of his own, or says that it lapses.
create view back_open with (security_invoker = true) as
select b.centre_id, b.call_id, b.company_id, b.cvr, b.answer, b.ended_at, b.due_at
from queue_call b
where b.due_at is not null and b.done_at is null
  -- A meeting that was agreed since makes it needless while it stands.
  and not exists (select from booking_now k where k.centre_id = b.centre_id and k.cvr = b.cvr and k.booked_at >= b.ended_at
    and (k.company_id = b.company_id or b.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))));
comment on view back_open is 'Call-backs that nobody has made yet, and wishes for a visit with no time agreed.';

alter table still_agreed drop constraint still_agreed_subject_check;
alter table still_agreed add constraint still_agreed_subject_check
  check (subject in ('meeting', 'promise', 'regular-contact', 'open-need', 'new-time', 'call-back', 'wants-visit', 'later'));
-- False: it lapses, and why stands in the words.
alter table still_agreed add column holds boolean not null default true;
alter table still_agreed alter column holds drop default;

-- What was agreed on the phone is open too, and who wanted to hear from us again and was told so by somebody.
create or replace view agreed_against with (security_invoker = true) as
  with open as not materialized (
    select m.centre_id, m.kind as subject, m.source_id as subject_id, m.company_id, m.cvr, m.person_id
    from mark_reach m
    where m.kind in ('meeting', 'promise', 'regular-contact', 'open-need', 'new-time') and m.company_id is not null and (m.ends_at is null or m.ends_at > (select app_now()))
    union all
    select b.centre_id, case b.answer when 'wants-contact' then 'wants-visit' else 'call-back' end, b.call_id, b.company_id, b.cvr, r.person_id
    from back_open b
    left join lateral (select h.person_id from regular_contact_now h
      where h.centre_id = b.centre_id and h.cvr = b.cvr and (h.whole or h.company_id = b.company_id) and h.released_at is null limit 1) r on true
    union all
    select w.centre_id, 'later', w.id, place.id, w.cvr, coalesce(r.person_id, m.person_id)
    from wait_given w
    cross join lateral (select p.id from place_key p
      where p.cvr = w.cvr and (p.id = w.company_id or w.company_id is null and p.kind = 'company') limit 1) place
    left join member_now m on m.centre_id = w.centre_id and m.person_id = w.person_id
    left join lateral (select h.person_id from regular_contact_now h
      where h.centre_id = w.centre_id and h.cvr = w.cvr and (h.whole or h.company_id = place.id) and h.released_at is null limit 1) r on true
    where w.reason = 'later' and w.lifted_at is null and w.until_on > (select app_today()) - 365
      -- What was said to a caller, of a company that nobody has, feeds the next draw: nobody had promised anything.
      and (w.origin_kind <> 'call' or r.person_id is not null)
      and not exists (select from wait_given n where n.centre_id = w.centre_id and n.cvr = w.cvr and n.id > w.id and n.lifted_at is null
        and n.reason not in ('do-not-contact', 'closed') and (n.whole or n.company_id is not distinct from w.company_id))
      and not exists (select from contact_made e where e.centre_id = w.centre_id and e.cvr = w.cvr and (e.whole or e.company_id = place.id) and e.at > w.set_at)
      and not exists (select from promise_now p where p.centre_id = w.centre_id and p.cvr = w.cvr and p.made_at >= w.set_at)
      and not exists (select from booking_now k where k.centre_id = w.centre_id and k.cvr = w.cvr and k.booked_at >= w.set_at)
      and not exists (select from still_agreed s where s.centre_id = w.centre_id and s.subject = 'later' and s.subject_id = w.id and not s.holds)
  )
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.kind as against, s.source_id as against_id, s.since
  from open o
  join mark_reach s on s.centre_id = o.centre_id and s.cvr = o.cvr and (s.whole or s.company_id = o.company_id)
  where s.kind in ('stop', 'closed') and (s.ends_at is null or s.ends_at > (select app_now()))
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.kind, s.source_id, s.since
  from open o
  join place_phone n on n.id = o.company_id
  join mark_reach s on s.centre_id = o.centre_id and s.phone = n.phone and s.cvr <> o.cvr
  where s.kind = 'stop' and s.phone is not null and s.whole and (s.ends_at is null or s.ends_at > (select app_now()))
    and o.cvr not in (select l.cvr from shared_leadership l where l.centre_id = (select app_centre()))
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, 'ceased', p.id, p.closed_on::timestamp at time zone 'Europe/Copenhagen'
  from open o join place_fact p on p.id = o.company_id where p.closed_on <= (select app_today())
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, 'ceased', 0, l.closed_on::timestamp at time zone 'Europe/Copenhagen'
  from open o
  join place_fact p on p.id = o.company_id and p.kind = 'workplace' and (p.closed_on is null or p.closed_on > (select app_today()))
  join legal_company_barred l on l.cvr = o.cvr
  where l.closed_on <= (select app_today())
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.standing, s.id, s.since
  from open o join place_standing s on s.id = o.company_id
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.standing, s.id, s.since
  from open o join place_standing s on s.cvr = o.cvr and s.kind = 'company' and s.id <> o.company_id;

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
           when 'later' then 'agreed-later' else 'agreed-contact' end,
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
  where h.subject <> 'meeting' and h.subject <> 'new-time';
comment on view still_agreed_waiting is 'Meetings, promises, needs, regular contacts and what was agreed on the phone of companies that said stop or do not go on, until somebody says what becomes of them. Null: person_id school_id role due_on due_at.';
