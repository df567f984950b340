-- People of a company: who they are, which way each may be reached and where that comes from, who left; and what each must be told (GDPR article 14).

create table company_person (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Where he works; with one leadership he is the company's. The number is the register's to say: a place that moves takes its people along.
  company_id int not null references company_known (id),
  name text collate "da-x-icu" not null,
  title text not null default '',
  -- How to reach him: "bedst mellem kl. 13 og 14".
  note text not null default '',
  -- Head office: his no holds for every workplace.
  speaks_for_all boolean not null default false,
  phone text,
  phone_allowed boolean not null default true,
  phone_source text,
  phone_on date,
  email text,
  mail_allowed boolean not null default true,
  mail_source text,
  mail_on date,
  -- Where we have him from.
  source text not null check (source in ('asked', 'said', 'colleague', 'own-page', 'mail', 'school')),
  said_on date not null,
  added_by int references person (id),
  added_at timestamptz not null,
  -- When he was told what we keep, how, and by when he must be; who tells him, null: the coordinators.
  tell_by date not null,
  tells int references person (id),
  told_on date,
  told_how text check (told_how in ('said', 'mail')),
  left_on date,
  left_by int references person (id),
  -- He asked for it: name and channels are gone, who did it when stays.
  erased_at timestamptz,
  erased_by int references person (id),
  version int not null default 1,
  primary key (centre_id, id),
  check ((told_on is null) = (told_how is null)),
  check (erased_at is null or (name = '' and title = '' and note = '' and phone is null and email is null))
);
create index company_person_company on company_person (company_id);
create index company_person_of_place on company_person (centre_id, company_id) where erased_at is null;
create index company_person_untold on company_person (centre_id, tell_by) where told_on is null and erased_at is null and left_on is null;
create index company_person_tells on company_person (centre_id, tells) where tells is not null;
call of_centre('company_person');

-- How he stood before each change; gone with him when he is erased.
create table company_person_was (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_person_id int not null,
  was jsonb not null,
  changed_by int references person (id),
  changed_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, company_person_id) references company_person (centre_id, id)
);
create index company_person_was_of on company_person_was (centre_id, company_person_id, id);
call of_centre('company_person_was');

create view company_person_now with (security_invoker = true) as
  select p.centre_id, p.id, p.company_id, c.cvr, c.name as company, p.name, p.title, p.note, p.speaks_for_all,
         p.phone, p.phone_allowed, p.phone_source, p.phone_on, p.email, p.mail_allowed, p.mail_source, p.mail_on,
         p.source, p.said_on, p.added_by, p.added_at, p.tell_by, p.tells, p.told_on, p.told_how, p.left_on, p.version
  from company_person p
  join company_place c on c.id = p.company_id
  where p.erased_at is null;
comment on view company_person_now is 'People of companies, those who left too. Null: phone phone_source phone_on email mail_source mail_on added_by tells told_on told_how left_on.';

-- A link and a meeting are of someone we know; what is theirs goes with him when he is erased.
alter table link add company_person_id int, add foreign key (centre_id, company_person_id) references company_person (centre_id, id);
create index link_of_person on link (centre_id, company_person_id) where company_person_id is not null;
alter table booking add company_person_id int, add foreign key (centre_id, company_person_id) references company_person (centre_id, id);
create index booking_of_person on booking (centre_id, company_person_id) where company_person_id is not null;

create view company_people_waiting with (security_invoker = true) as
  select p.centre_id, 'person-untold' as kind, p.id as source_id, p.company_id, p.tells as person_id, null::int as school_id, 'runs' as role,
         (p.tell_by - 7)::timestamp at time zone 'Europe/Copenhagen' as from_at, p.tell_by as due_on, null::timestamptz as due_at,
         jsonb_build_object('company', c.name, 'who', p.name, 'date', p.tell_by) as "values"
  from company_person p
  join company_place c on c.id = p.company_id
  where p.told_on is null and p.erased_at is null and p.left_on is null;
comment on view company_people_waiting is 'People of companies who have not been told yet what we keep of them. Null: person_id school_id due_at.';

create view links_waiting with (security_invoker = true) as
  select l.centre_id, 'link-of-who-left' as kind, l.id as source_id, p.company_id, l.made_by as person_id, null::int as school_id, 'runs' as role,
         p.left_on::timestamp at time zone 'Europe/Copenhagen' as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('company', p.company, 'who', p.name, 'date', p.left_on) as "values"
  from link l
  join company_person_now p on p.centre_id = l.centre_id and p.id = l.company_person_id
  where p.left_on is not null and l.revoked_at is null and (l.ends_at is null or l.ends_at > (select app_now()));
comment on view links_waiting is 'Links in use of people who have left their company. Null: person_id school_id due_on due_at.';

-- What waits of people and of their links is read with the rest.
do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from measures_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'company_people_waiting' || one || 'links_waiting');
end $$;
