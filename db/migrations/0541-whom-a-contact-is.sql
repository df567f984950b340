-- Which company of the whole register each contact of a school is (linkage): the answer of a job, kept with its reasons as weights. A contact without a row has
-- not been compared yet. Its own school's alone, and gone with the contact.
create table contact_resolved (
  centre_id int not null,
  school_id int not null,
  contact_id uuid not null,
  -- 1: what it is most likely; 2: what else it could be, of a question.
  nth smallint not null check (nth in (1, 2)),
  decision text not null check (decision in ('sure', 'ask', 'nobody')),
  cvr text,
  -- No key: who undoes an import of companies must not learn, by a refusal, that some school has them among its contacts.
  company_id int,
  -- The company was a workplace that answers for itself (shared leadership) when this was worked out; else it stands for all of its CVR number.
  apart boolean not null,
  p real not null,
  -- [[what, weight in nats], …], strongest first; their sum is the logarithm of the odds of p.
  reasons jsonb not null,
  resolved_at timestamptz not null,
  primary key (centre_id, contact_id, nth),
  foreign key (centre_id, contact_id) references school_contact (centre_id, id) on delete cascade,
  check ((decision = 'nobody') = (cvr is null) and (cvr is null) = (company_id is null))
);
call of_school('contact_resolved');
create index contact_resolved_cvr on contact_resolved (centre_id, school_id, cvr) where cvr is not null;

-- Schools whose contacts are to be compared with the register, written with what changed; a job compares all that stand here at once. That a school's list
-- changed is no secret of the house's own work, and no page tells it: what is on the list, its own context alone sees.
create table comparison_due (
  centre_id int not null,
  school_id int not null,
  -- Every contact; else those that nobody has compared yet.
  whole boolean not null,
  -- Another each time it is asked for: what was asked for while a job ran is still due.
  mark uuid not null,
  -- When the queue was told; null: the next sweep tells it.
  told_at timestamptz,
  primary key (centre_id, school_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('comparison_due');

-- What people said of a pair, by what the contact says (its key) and not by its id: the same list handed in again is not asked again. One row a list on which it
-- was said, so that an undo brings back what was said before.
create table pair_said (
  centre_id int not null,
  school_id int not null,
  contact_key uuid not null,
  cvr text not null,
  company_id int not null references company_known (id),
  list_id int not null,
  same boolean not null,
  said_at timestamptz not null,
  said_by int not null references person (id),
  primary key (centre_id, school_id, contact_key, company_id, list_id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_school('pair_said');
create index pair_said_cvr on pair_said (centre_id, school_id, cvr);
create index pair_said_company on pair_said (company_id);
create index pair_said_list on pair_said (centre_id, list_id, company_id);
create index pair_said_by on pair_said (said_by);

-- What a contact says, in short; not who at the school knows it, nor what is noted of it.
alter table school_contact add column key uuid not null generated always as (md5(
  lower(name) || chr(31) || coalesce(cvr, '') || chr(31) || coalesce(p_number, '') || chr(31) || coalesce(phone, '') || chr(31) || lower(coalesce(email, '')) || chr(31) ||
  lower(coalesce(street, '')) || chr(31) || coalesce(postal_code, '') || chr(31) || lower(coalesce(town, '')) || chr(31) || lower(coalesce(contact_person, '')))::uuid) stored;
create or replace view school_contact_now with (security_invoker = true) as
  select centre_id, school_id, id, name, cvr, p_number, phone, email, domain, street, postal_code, town, contact_person, knows, note, key
  from school_contact
  where replaced_by is null;

-- Added: whom the contact was resolved to; what is exactly the same counts alone only until then, and afterwards beside it. What people said of a pair on another
-- list holds: said to be another company it is none here, said to be this one it is certain.
create or replace view contact_match with (security_invoker = true) as
  select s.centre_id, s.school_id, d.list_id, d.company_id, d.position, s.id as contact_id, s.matched_by, s.certain, s.told, s.p, s.reasons
  from listed_company d
  cross join lateral (
    select c.id, c.cvr, c.p_number, c.phone, c.email_domain,
      c.kind = 'workplace' and c.cvr in (select l.cvr from shared_leadership l where l.centre_id = (select app_centre())) as apart
    from company_place c where c.id = d.company_id offset 0) c
  cross join lateral (
    select s.centre_id, s.school_id, s.id, s.key, 'said'::text as matched_by, true as certain, (s.contact_person is not null)::int + (s.note is not null)::int as told, null::real as p, null::jsonb as reasons
    from pair_said w join school_contact_now s on s.centre_id = w.centre_id and s.school_id = w.school_id and s.key = w.contact_key
    where w.centre_id = d.centre_id and w.school_id = (select app_school()) and w.cvr = c.cvr and (not c.apart or w.company_id = c.id) and w.same and w.list_id <> d.list_id
      and not exists (select from pair_said l where l.centre_id = w.centre_id and l.school_id = w.school_id and l.contact_key = w.contact_key and l.list_id <> d.list_id
        and l.said_at > w.said_at and (l.company_id = w.company_id or not c.apart and l.cvr = w.cvr or l.same and w.same))
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'likeness', r.decision = 'sure' and (not c.apart or r.apart), (s.contact_person is not null)::int + (s.note is not null)::int, r.p, r.reasons
    from contact_resolved r join school_contact_now s on s.centre_id = r.centre_id and s.id = r.contact_id
    where r.centre_id = d.centre_id and r.school_id = (select app_school()) and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'cvr',
      not c.apart and not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.nth = 1 and (r.decision <> 'sure' or r.cvr <> c.cvr)),
      (s.contact_person is not null)::int + (s.note is not null)::int, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.cvr = c.cvr and (not c.apart or s.p_number is null or s.p_number = c.p_number)
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'p-number', true, (s.contact_person is not null)::int + (s.note is not null)::int, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.p_number = c.p_number
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'phone', false, (s.contact_person is not null)::int + (s.note is not null)::int, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.phone = c.phone and (not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id)
        or exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)))
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'domain', false, (s.contact_person is not null)::int + (s.note is not null)::int, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.domain = c.email_domain and (not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id)
        or exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)))
    offset 0
  ) s
  where not exists (
    select from pair_said w where w.centre_id = s.centre_id and w.school_id = s.school_id and w.contact_key = s.key and w.list_id <> d.list_id
      and case when w.same then w.cvr <> c.cvr else w.cvr = c.cvr and (not c.apart or w.company_id = c.id) end
      and not exists (select from pair_said l where l.centre_id = w.centre_id and l.school_id = w.school_id and l.contact_key = w.contact_key and l.list_id <> d.list_id
        and l.said_at > w.said_at and (l.company_id = w.company_id or not c.apart and l.cvr = w.cvr or l.same and w.same)));
comment on view contact_match is 'A company of a list and a contact of the own school''s that are the same by something, a row for each thing; certain: by a number of the register, by all that is known, or by what people said; told: how much the contact tells; p and reasons: of what is alike, how likely and why, as weights. Null: p reasons.';
