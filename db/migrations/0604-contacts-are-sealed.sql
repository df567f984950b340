-- A school's contacts are sealed with a key of its own that is not in the database (record 0064). What must be found exactly is found by marks: keyed hashes.
-- The key that marks are made with comes along with each transaction of a school (src/platform/db/school-keys.ts); it opens nothing.
create function app_school_key() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.school_key', true), ''), 'hex') $$;
-- The first half of a hash that begins with the key: src/platform/sealing.ts makes the same.
create function school_mark(key bytea, kind text, value text) returns uuid language sql stable parallel safe
  as $$ select encode(substr(sha256(key || convert_to(kind || chr(31) || value, 'UTF8')), 1, 16), 'hex')::uuid $$;

drop view hearings_waiting, contact_match, school_contact_now;
alter table school_contact
  alter column key drop expression,
  alter column name drop not null,
  -- All that the contact says, as JSON, sealed for its school and its id. Null: of before this was done; a job seals it (contact_sealing_due).
  add column sealed bytea,
  -- Of which key: of any other it cannot be opened.
  add column key_mark uuid,
  -- All that it says, exactly.
  add column same_mark uuid,
  add column cvr_mark uuid,
  add column p_mark uuid,
  add column phone_mark uuid,
  add column domain_mark uuid,
  add column knows_mark uuid,
  -- Of two things, a person and a note, how many it tells.
  add column told smallint not null default 0,
  add constraint school_contact_sealed_or_open check (case when sealed is null then name is not null and key_mark is null
    else num_nonnulls(name, cvr, p_number, phone, email, domain, street, postal_code, town, contact_person, knows, note) = 0
      and num_nonnulls(key_mark, same_mark) = 2 end);
drop index school_contact_cvr, school_contact_p, school_contact_phone, school_contact_domain, school_contact_name;
create index school_contact_same on school_contact (centre_id, school_id, same_mark) where replaced_by is null;
create index school_contact_key on school_contact (centre_id, school_id, key) where replaced_by is null;
create index school_contact_cvr on school_contact (centre_id, school_id, cvr_mark) where cvr_mark is not null and replaced_by is null;
create index school_contact_p on school_contact (centre_id, school_id, p_mark) where p_mark is not null and replaced_by is null;
create index school_contact_phone on school_contact (centre_id, school_id, phone_mark) where phone_mark is not null and replaced_by is null;
create index school_contact_domain on school_contact (centre_id, school_id, domain_mark) where domain_mark is not null and replaced_by is null;
create index school_contact_knows on school_contact (centre_id, school_id, knows_mark) where knows_mark is not null and replaced_by is null;
create index school_contact_open on school_contact (centre_id, school_id, id) where sealed is null;

-- What was said goes by a mark of what the contact says. Null: by a hash that anyone can make, of before.
alter table pair_said add column key_mark uuid;
create index pair_said_open on pair_said (centre_id, school_id) where key_mark is null;

-- Why a row did not come in quotes it: of a school's own file that is sealed too ({column, values} as JSON).
alter table import_error add column sealed bytea;
update import set details = details - 'header' - 'sample' - 'notes' - 'sheets' - 'reading' where school_id is not null;

-- Schools of which something still stands in the open: a job, as each of them, seals it. That there is something is no secret, what it is nobody else sees.
create table contact_sealing_due (
  centre_id int not null,
  school_id int not null,
  -- When the queue was told; null: the next sweep tells it.
  told_at timestamptz,
  primary key (centre_id, school_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('contact_sealing_due');
insert into contact_sealing_due (centre_id, school_id)
  select centre_id, school_id from school_contact union select centre_id, school_id from pair_said
  union select i.centre_id, i.school_id from import i join import_error e on e.centre_id = i.centre_id and e.import_id = i.id where i.school_id is not null;

-- A comparison that waits for contacts which cannot be opened: how many they were when the others were compared. Null: not tried yet.
alter table comparison_due add column shut int;

-- The key for marks, where there is anything to be marked: a school without contacts is compared with nothing.
create function contact_key() returns bytea language sql stable
  as $$ select app_school_key() where exists (select from school_contact s where s.centre_id = (select app_centre()) and s.school_id = (select app_school())) $$;

-- What can be opened; of what lies under another key, or still in the open, nothing is compared.
create view school_contact_now with (security_invoker = true) as
  select centre_id, school_id, id, sealed, key, same_mark, cvr_mark, p_mark, phone_mark, domain_mark, knows_mark, told
  from school_contact
  where replaced_by is null and key_mark = (select school_mark(app_school_key(), 'key', ''));
comment on view school_contact_now is 'The own school''s contacts that its key opens. Null: cvr_mark p_mark phone_mark domain_mark knows_mark.';

-- As before, by marks.
create view contact_match with (security_invoker = true) as
  select s.centre_id, s.school_id, d.list_id, d.company_id, d.position, s.id as contact_id, s.matched_by, s.certain, s.told, s.p, s.reasons
  from listed_company d
  cross join lateral (
    select c.id, c.cvr,
      school_mark((select contact_key()), 'cvr', c.cvr) as cvr_mark, school_mark((select contact_key()), 'p-number', c.p_number) as p_mark,
      school_mark((select contact_key()), 'phone', c.phone) as phone_mark, school_mark((select contact_key()), 'domain', c.email_domain) as domain_mark,
      c.kind = 'workplace' and c.cvr in (select l.cvr from shared_leadership l where l.centre_id = (select app_centre())) as apart
    from company_place c where c.id = d.company_id offset 0) c
  cross join lateral (
    select s.centre_id, s.school_id, s.id, s.key, 'said'::text as matched_by, true as certain, s.told as told, null::real as p, null::jsonb as reasons
    from pair_said w join school_contact_now s on s.centre_id = w.centre_id and s.school_id = w.school_id and s.key = w.contact_key
    where w.centre_id = d.centre_id and w.school_id = (select app_school()) and w.cvr = c.cvr and (not c.apart or w.company_id = c.id) and w.same and w.list_id <> d.list_id
      and not exists (select from pair_said l where l.centre_id = w.centre_id and l.school_id = w.school_id and l.contact_key = w.contact_key and l.list_id <> d.list_id
        and l.said_at > w.said_at and (l.company_id = w.company_id or not c.apart and l.cvr = w.cvr or l.same and w.same))
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'likeness', r.decision = 'sure' and (not c.apart or r.apart), s.told, r.p, r.reasons
    from contact_resolved r join school_contact_now s on s.centre_id = r.centre_id and s.id = r.contact_id
    where r.centre_id = d.centre_id and r.school_id = (select app_school()) and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'cvr',
      not c.apart and not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.nth = 1 and (r.decision <> 'sure' or r.cvr <> c.cvr)),
      s.told, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.cvr_mark = c.cvr_mark and (not c.apart or s.p_mark is null or s.p_mark = c.p_mark)
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'p-number', true, s.told, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.p_mark = c.p_mark
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'phone', false, s.told, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.phone_mark = c.phone_mark and (not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id)
        or exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)))
    union all
    select s.centre_id, s.school_id, s.id, s.key, 'domain', false, s.told, null, null
    from school_contact_now s where s.centre_id = d.centre_id and s.domain_mark = c.domain_mark and (not exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id)
        or exists (select from contact_resolved r where r.centre_id = s.centre_id and r.contact_id = s.id and r.cvr = c.cvr and (not c.apart or r.company_id = c.id)))
    offset 0
  ) s
  where not exists (
    select from pair_said w where w.centre_id = s.centre_id and w.school_id = s.school_id and w.contact_key = s.key and w.list_id <> d.list_id
      and case when w.same then w.cvr <> c.cvr else w.cvr = c.cvr and (not c.apart or w.company_id = c.id) end
      and not exists (select from pair_said l where l.centre_id = w.centre_id and l.school_id = w.school_id and l.contact_key = w.contact_key and l.list_id <> d.list_id
        and l.said_at > w.said_at and (l.company_id = w.company_id or not c.apart and l.cvr = w.cvr or l.same and w.same)));
comment on view contact_match is 'A company of a list and a contact of the own school''s that are the same by something, a row for each thing; certain: by a number of the register, by all that is known, or by what people said; told: how much the contact tells; p and reasons: of what is alike, how likely and why, as weights. Null: p reasons.';

-- As it was.
create view hearings_waiting with (security_invoker = true) as
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
        union all select k.company_id, 'kept' from kept_on_list k where k.centre_id = h.centre_id and k.school_id = a.school_id and k.list_id = h.list_id
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
comment on view hearings_waiting is 'Hearings that the own school has not answered, and those that end. Null: company_id person_id school_id.';
