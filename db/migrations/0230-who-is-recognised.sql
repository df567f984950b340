-- Who is recognised was told twice, for the hearing's page and for what waits: one view tells it, own school's contacts alone (row-level security holds through it).
-- From each company of the list to the register by its number, and from there to the contacts by an index for each way (`offset 0` holds it to that):
-- so it costs what the list is long, however large the register, and whatever is known yet of contacts that were just uploaded.
create view contact_match with (security_invoker = true) as
  select s.centre_id, s.school_id, d.list_id, d.company_id, d.position, s.id as contact_id, s.matched_by, s.certain, s.told
  from listed_company d
  cross join lateral (select c.cvr, c.p_number, c.phone, c.email_domain from company_place c where c.id = d.company_id offset 0) c
  cross join lateral (
    select s.centre_id, s.school_id, s.id, 'cvr'::text as matched_by, true as certain, (s.contact_person is not null)::int + (s.note is not null)::int as told
    from school_contact_now s where s.centre_id = d.centre_id and s.cvr = c.cvr
    union all
    select s.centre_id, s.school_id, s.id, 'p-number', true, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.p_number = c.p_number
    union all
    select s.centre_id, s.school_id, s.id, 'phone', false, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.phone = c.phone
    union all
    select s.centre_id, s.school_id, s.id, 'domain', false, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.domain = c.email_domain
    offset 0
  ) s;
comment on view contact_match is 'A company of a list and a contact of the own school''s that are the same by something, a row for each thing; certain: by a number of the register; told: how much the contact tells. Null: none.';

create or replace view hearings_waiting with (security_invoker = true) as
  select h.centre_id, 'hearing-answer'::text as kind, h.id as source_id, null::integer as company_id, null::integer as person_id, a.school_id,
         'hears'::text as role, h.started_at as from_at, (h.deadline at time zone 'Europe/Copenhagen')::date as due_on, h.deadline as due_at,
         jsonb_build_object('list', l.name, 'known', heard.known, 'left', heard.known_left, 'struck', heard.struck, 'count',
           (select count(*) from listed_company c where c.centre_id = h.centre_id and c.list_id = h.list_id)) as "values"
  from hearing h
  join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
  join hearing_answer a on a.centre_id = h.centre_id and a.hearing_id = h.id
  cross join lateral (
    select count(*) filter (where m.known) as known, count(*) filter (where m.struck) as struck,
           count(*) filter (where m.known and not m.struck and not m.kept) as known_left
    from (
      select every.company_id, bool_or(every.what = 'known') as known, bool_or(every.what = 'struck') as struck, bool_or(every.what = 'kept') as kept
      from (
        select r.company_id, 'known' as what from contact_match r
          where r.centre_id = h.centre_id and r.school_id = a.school_id and r.list_id = h.list_id
        union all select o.company_id, 'struck' from strike_origin o
          where o.centre_id = h.centre_id and o.school_id = a.school_id and o.list_id = h.list_id and o.undone_at is null
        union all select k.company_id, 'kept' from kept k where k.centre_id = h.centre_id and k.school_id = a.school_id and k.list_id = h.list_id
      ) every
      group by every.company_id
    ) m
  ) heard
  where h.ended_at is null and a.answered_at is null and a.school_id = (select app_school())
  union all
  select h.centre_id, 'hearing-ends', h.id, null, null, null, 'runs', h.started_at, (h.deadline at time zone 'Europe/Copenhagen')::date, h.deadline,
         jsonb_build_object('list', l.name, 'listId', h.list_id, 'schools', asked.schools, 'answered', asked.answered, 'count',
           (select count(*) from listed_company c where c.centre_id = h.centre_id and c.list_id = h.list_id))
  from hearing h
  join list_now l on l.centre_id = h.centre_id and l.id = h.list_id
  cross join lateral (
    select count(*) as schools, count(a.answered_at) as answered from hearing_answer a where a.centre_id = h.centre_id and a.hearing_id = h.id
  ) asked
  where h.ended_at is null;
