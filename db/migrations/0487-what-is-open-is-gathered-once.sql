-- What is open is gathered once, with its place's number, and then held against each thing that speaks against it; it was gathered anew for each of
-- them, and once a stop: 61 of the 69 ms in which a coordinator's first page was answered. All else as 0486 says it.
create or replace view agreed_against with (security_invoker = true) as
  with agreed as (
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
  ), open as materialized (
    select a.*, n.phone from agreed a left join lateral (select p.phone from place_phone p where p.id = a.company_id offset 0) n on true
  )
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.kind as against, s.source_id as against_id, s.since
  from open o
  join mark_reach s on s.centre_id = o.centre_id and s.cvr = o.cvr and (s.whole or s.company_id = o.company_id)
  where s.kind in ('stop', 'closed') and (s.ends_at is null or s.ends_at > (select app_now()))
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.kind, s.source_id, s.since
  from open o
  join mark_reach s on s.centre_id = o.centre_id and s.phone = o.phone and s.cvr <> o.cvr
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
