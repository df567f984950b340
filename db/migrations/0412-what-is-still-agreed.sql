-- A company said stop, closed or went bankrupt, and what was agreed with it stood without a word to anybody. Its owner and the coordinators are told, until it
-- is held, called off, or somebody says that it is still agreed.
create table still_agreed (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- What stands: its owner's mark.
  subject text not null check (subject in ('meeting', 'promise', 'regular-contact', 'open-need', 'new-time')),
  subject_id bigint not null,
  company_id int not null references company_known (id),
  cvr text not null,
  -- What speaks against it: a later one is told anew.
  against text not null,
  against_id bigint not null,
  words text not null,
  person_id int not null references person (id),
  said_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, subject, subject_id, against, against_id)
);
call of_centre('still_agreed');
create index still_agreed_of_company on still_agreed (company_id);

-- What stands open with a company that wants no contact or does not go on; a row for each thing that speaks against it.
create view agreed_against with (security_invoker = true) as
  with open as not materialized (
    select m.centre_id, m.kind as subject, m.source_id as subject_id, m.company_id, m.cvr, m.person_id
    from mark_reach m
    where m.kind in ('meeting', 'promise', 'regular-contact', 'open-need', 'new-time') and m.company_id is not null and (m.ends_at is null or m.ends_at > (select app_now()))
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
  from open o join company_place p on p.id = o.company_id where p.closed_on <= (select app_today())
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, 'ceased', 0, l.closed_on::timestamp at time zone 'Europe/Copenhagen'
  from open o
  join company_place p on p.id = o.company_id and p.kind = 'workplace' and (p.closed_on is null or p.closed_on > (select app_today()))
  join legal_company_barred l on l.cvr = o.cvr
  where l.closed_on <= (select app_today())
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.standing, s.id, s.since
  from open o join place_standing s on s.id = o.company_id
  union all
  select o.centre_id, o.subject, o.subject_id, o.company_id, o.cvr, o.person_id, s.standing, s.id, s.since
  from open o join place_standing s on s.cvr = o.cvr and s.kind = 'company' and s.id <> o.company_id;
comment on view agreed_against is 'What stands open with a company that said stop or does not go on, and what speaks against it. Null: person_id.';

create view still_agreed_waiting with (security_invoker = true) as
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
  select h.centre_id, case h.subject when 'promise' then 'agreed-promise' when 'open-need' then 'agreed-need' else 'agreed-contact' end, h.subject_id, h.company_id,
         h.person_id, null, 'runs', h.since, m.due_on, null,
         jsonb_build_object('company', c.name, 'why', h.against, 'since', (h.since at time zone 'Europe/Copenhagen')::date, 'who', coalesce(p.name, ''), 'what', coalesce(m.what, ''),
           'mine', (h.person_id is not distinct from (select app_person()))::int)
  from heaviest h
  join company_place c on c.id = h.company_id
  left join person_named p on p.id = h.person_id
  left join promise_now m on h.subject = 'promise' and m.centre_id = h.centre_id and m.id = h.subject_id
  where h.subject in ('promise', 'open-need', 'regular-contact');
comment on view still_agreed_waiting is 'Meetings, promises, needs and regular contacts of companies that said stop or do not go on, until somebody says what becomes of them. Null: person_id school_id role due_on due_at.';

-- Read with the rest.
do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'new_times_waiting' || one || 'still_agreed_waiting');
end $$;
