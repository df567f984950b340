-- The house: centres, people, sign-in, events, outbox, idempotency and files, with tenancy put on tables by one template.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Who asks, and when: set by the context at the start of each transaction (src/platform/db/open.ts).
create function app_centre() returns int language sql stable as $$ select nullif(current_setting('app.centre', true), '')::int $$;
create function app_person() returns int language sql stable as $$ select nullif(current_setting('app.person', true), '')::int $$;
create function app_school() returns int language sql stable as $$ select nullif(current_setting('app.school', true), '')::int $$;
-- The process's clock, so that a rule about time is tested by moving one clock.
create function app_now() returns timestamptz language sql stable as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;
create function app_today() returns date language sql stable as $$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Europe/Copenhagen')::date $$;

-- The template: rows of a centre are seen and changed only by who works in that centre.
create procedure of_centre(tbl regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy centre_reads on %s for select using (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_adds on %s for insert with check (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_changes on %s for update using (centre_id = (select app_centre())) with check (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_removes on %s for delete using (centre_id = (select app_centre()))', tbl);
end $$;

-- The template for what a school keeps to itself: nobody else's context sees, counts or changes a row.
create procedure of_school(tbl regclass) language plpgsql as $$
declare
  mine constant text := 'centre_id = (select app_centre()) and school_id = (select app_school())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy school_reads on %s for select using (%s)', tbl, mine);
  execute format('create policy school_adds on %s for insert with check (%s)', tbl, mine);
  execute format('create policy school_changes on %s for update using (%s) with check (%s)', tbl, mine, mine);
  execute format('create policy school_removes on %s for delete using (%s)', tbl, mine);
end $$;

-- ---- Global: people and how they sign in ------------------------------------------------------------
create table person (
  id int generated always as identity primary key,
  email text not null unique check (email = lower(email)),
  name text collate "da-x-icu" not null,
  password_hash text,
  language text not null default 'da' check (language in ('da', 'en')),
  created_at timestamptz not null
);

create table session (
  hash text primary key,
  person_id int not null references person (id),
  centre_id int not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table token (
  id int generated always as identity primary key,
  hash text not null unique,
  person_id int not null references person (id),
  centre_id int not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table sign_in_try (
  id bigint generated always as identity primary key,
  email text not null,
  at timestamptz not null
);
create index sign_in_try_email on sign_in_try (email, at);

-- ---- The centre --------------------------------------------------------------------------------------
create table centre (
  id int generated always as identity primary key,
  name text collate "da-x-icu" not null,
  demo boolean not null default false,
  created_at timestamptz not null
);

create table school (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text collate "da-x-icu" not null,
  kind text not null,
  institution text,
  municipality int,
  mail_domain text,
  primary key (centre_id, id),
  unique (centre_id, name)
);
call of_centre('school');

create table membership (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  school_id int,
  role text not null check (role in ('administrator', 'coordinator', 'consultant', 'caller', 'leader', 'employee', 'council', 'teacher', 'partner')),
  title text,
  phone text,
  knows text,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, person_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index membership_person on membership (person_id);
alter table membership enable row level security;
-- A person also sees where else he belongs: that is how sign-in finds the centre.
create policy centre_or_own_reads on membership for select using (centre_id = (select app_centre()) or person_id = (select app_person()));
create policy centre_adds on membership for insert with check (centre_id = (select app_centre()));
create policy centre_changes on membership for update using (centre_id = (select app_centre())) with check (centre_id = (select app_centre()));
create policy centre_removes on membership for delete using (centre_id = (select app_centre()));

alter table centre enable row level security;
create policy centre_reads on centre for select using (id = (select app_centre()));
create policy centre_changes on centre for update using (id = (select app_centre())) with check (id = (select app_centre()));

-- The only doors past the policies, each answering as little as possible: numbers of centres, and making one.
create function unsafe_centre_ids() returns setof int language sql stable security definer set search_path = public
  as $$ select id from centre order by id $$;
create function unsafe_is_demo() returns boolean language sql stable security definer set search_path = public
  as $$ select coalesce(bool_and(demo), false) from centre $$;
create function unsafe_make_centre(name text, demo boolean, at timestamptz) returns int language sql security definer set search_path = public
  as $$ insert into centre (name, demo, created_at) values (name, demo, at) returning id $$;

-- Who a session or token stands for, in one round trip before any centre is known.
create function unsafe_asker_of_session(session_hash text, at timestamptz)
  returns table (person_id int, centre_id int, school_id int, role text, language text)
  language sql stable security definer set search_path = public as $$
    select m.person_id, m.centre_id, m.school_id, m.role, p.language
    from session s join membership m on m.person_id = s.person_id and m.centre_id = s.centre_id join person p on p.id = s.person_id
    where s.hash = session_hash and s.expires_at > at and m.left_at is null
  $$;
create function unsafe_asker_of_token(token_hash text)
  returns table (person_id int, centre_id int, school_id int, role text, language text)
  language sql stable security definer set search_path = public as $$
    select m.person_id, m.centre_id, m.school_id, m.role, p.language
    from token t join membership m on m.person_id = t.person_id and m.centre_id = t.centre_id join person p on p.id = t.person_id
    where t.hash = token_hash and t.revoked_at is null and m.left_at is null
  $$;

create table rules (
  centre_id int primary key references centre (id),
  silence text not null default 'goes-on' check (silence in ('goes-on', 'waits')),
  later_months int not null default 3 check (later_months between 1 and 24),
  not_interested_months int not null default 6 check (not_interested_months between 1 and 36),
  strike_months int not null default 6 check (strike_months between 1 and 36),
  no_answer_hours int not null default 4 check (no_answer_hours between 1 and 168),
  no_answer_tries int not null default 5 check (no_answer_tries between 1 and 20),
  no_answer_rest_days int not null default 30 check (no_answer_rest_days between 1 and 180),
  visit_minutes int not null default 60 check (visit_minutes between 15 and 240)
);
call of_centre('rules');

create table invitation (
  centre_id int not null references centre (id),
  id int generated always as identity,
  hash text not null,
  email text not null,
  name text not null,
  role text not null,
  school_id int,
  phone text,
  title text,
  invited_by int not null references person (id),
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, hash),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('invitation');

-- ---- Events: who, when, from where, what changed. Never changed, never removed. ------------------------
create table event (
  centre_id int not null references centre (id),
  id bigint generated always as identity,
  at timestamptz not null,
  person_id int references person (id),
  source text not null check (source in ('web', 'api', 'command', 'job', 'link')),
  verb text not null,
  subject text not null,
  subject_id int,
  cvr text,
  visibility text not null default 'centre' check (visibility in ('centre', 'school', 'personal')),
  school_id int,
  before jsonb,
  after jsonb,
  primary key (centre_id, id),
  check (visibility <> 'school' or school_id is not null),
  check (visibility <> 'personal' or person_id is not null)
);
create index event_cvr on event (centre_id, cvr, at desc) where cvr is not null;
create index event_subject on event (centre_id, subject, subject_id);
create index event_at on event (centre_id, at desc);
alter table event enable row level security;
create policy seen_by_class on event for select using (
  centre_id = (select app_centre())
  and case visibility
    when 'centre' then true
    when 'school' then school_id = (select app_school())
    else person_id = (select app_person())
  end
);
create policy centre_adds on event for insert with check (centre_id = (select app_centre()));

create table outbox (
  centre_id int not null references centre (id),
  id int generated always as identity,
  recipient text not null,
  recipient_name text not null default '',
  subject text not null,
  body text not null,
  attachment_name text,
  attachment_type text,
  attachment text,
  created_at timestamptz not null,
  sent_at timestamptz,
  tries int not null default 0,
  failed text,
  primary key (centre_id, id)
);
call of_centre('outbox');
create index outbox_waiting on outbox (centre_id, id) where sent_at is null;

create table idempotency (
  centre_id int not null references centre (id),
  person_id int not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  created_at timestamptz not null,
  status int,
  answer jsonb,
  primary key (centre_id, person_id, operation, key)
);
alter table idempotency enable row level security;
-- A kept answer holds what the person saw, perhaps his school's own: nobody else reads it. 0 stands for a link.
create policy own_reads on idempotency for select using (centre_id = (select app_centre()) and person_id = coalesce((select app_person()), 0));
create policy own_adds on idempotency for insert with check (centre_id = (select app_centre()) and person_id = coalesce((select app_person()), 0));
create policy own_changes on idempotency for update using (centre_id = (select app_centre()) and person_id = coalesce((select app_person()), 0))
  with check (centre_id = (select app_centre()) and person_id = coalesce((select app_person()), 0));
create policy own_removes on idempotency for delete using (centre_id = (select app_centre()) and person_id = coalesce((select app_person()), 0));
create index idempotency_age on idempotency (centre_id, created_at);

-- ---- Files that were handed in: kept in pieces of a megabyte, so that no process holds a whole one --------
create table stored_file (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- A school's own file is that school's; the centre's has none.
  school_id int,
  name text not null,
  size bigint not null,
  sha256 text not null,
  person_id int references person (id),
  stored_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
alter table stored_file enable row level security;
create policy own_reads on stored_file for select using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_adds on stored_file for insert with check (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_changes on stored_file for update using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())))
  with check (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_removes on stored_file for delete using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));

create table file_piece (
  centre_id int not null,
  file_id int not null,
  n int not null,
  bytes bytea not null,
  primary key (centre_id, file_id, n),
  foreign key (centre_id, file_id) references stored_file (centre_id, id) on delete cascade
);
alter table file_piece enable row level security;
create policy with_file_reads on file_piece for select using (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_piece.centre_id and f.id = file_id));
create policy with_file_adds on file_piece for insert with check (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_piece.centre_id and f.id = file_id));
create policy with_file_removes on file_piece for delete using (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_piece.centre_id and f.id = file_id));
