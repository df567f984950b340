-- Draws, hearings and strikes. A strike is the centre's fact; whose it is stays the school's.
create table contact_list (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text collate "da-x-icu" not null,
  goal text not null default '',
  criteria jsonb not null,
  made_by int not null references person (id),
  made_at timestamptz not null,
  primary key (centre_id, id)
);
call of_centre('contact_list');

-- A frozen draw: the rule as it stood, and for each company why it is in or out.
create table draw (
  centre_id int not null,
  list_id int not null,
  rule jsonb not null,
  drawn_by int not null references person (id),
  drawn_at timestamptz not null,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('draw');

create table list_company (
  centre_id int not null,
  list_id int not null,
  company_id int not null references company (id),
  cvr text not null,
  included boolean not null,
  -- in: fits, chosen-at-random; out: waiting, do-not-contact, struck, protected, closed, in-another-list, same-company, has-meeting, over-limit
  reason text not null,
  until_on date,
  detail text,
  -- The order in which the list is called.
  position int not null,
  primary key (centre_id, list_id, company_id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_centre('list_company');
create unique index list_company_once on list_company (centre_id, list_id, cvr) where included;
create index list_company_order on list_company (centre_id, list_id, position) where included;
create index list_company_company on list_company (centre_id, cvr) where included;

create table list_closing (
  centre_id int not null,
  list_id int not null,
  closed_by int not null references person (id),
  closed_at timestamptz not null,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('list_closing');

create table hearing (
  centre_id int not null,
  id int generated always as identity,
  list_id int not null,
  started_by int not null references person (id),
  started_at timestamptz not null,
  deadline timestamptz not null,
  silence text not null check (silence in ('goes-on', 'waits')),
  ended_at timestamptz,
  primary key (centre_id, id),
  unique (centre_id, list_id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_centre('hearing');
create index hearing_open on hearing (centre_id, deadline) where ended_at is null;

create table hearing_answer (
  centre_id int not null,
  hearing_id int not null,
  school_id int not null,
  answered_at timestamptz,
  answered_by int references person (id),
  -- Set by the job when the deadline passed in silence.
  silent_at timestamptz,
  reminded_at timestamptz,
  primary key (centre_id, hearing_id, school_id),
  foreign key (centre_id, hearing_id) references hearing (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('hearing_answer');

create table strike (
  centre_id int not null,
  id int generated always as identity,
  list_id int not null,
  company_id int not null references company (id),
  cvr text not null,
  struck_at timestamptz not null,
  -- Strikes lapse, so that nobody hoards: may be called again from this date.
  until_on date not null,
  undone_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
create index strike_cvr on strike (centre_id, cvr, until_on) where undone_at is null;
create index strike_list on strike (centre_id, list_id, company_id);

create table strike_origin (
  centre_id int not null,
  strike_id int not null,
  school_id int not null,
  list_id int not null,
  company_id int not null,
  person_id int not null references person (id),
  reason text not null default '',
  undone_at timestamptz,
  primary key (centre_id, strike_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_school('strike_origin');
create unique index strike_origin_once on strike_origin (centre_id, school_id, list_id, company_id) where undone_at is null;

-- Everyone's calls respect a strike, but only whose it is can undo it.
alter table strike enable row level security;
create policy centre_reads on strike for select using (centre_id = (select app_centre()));
create policy centre_adds on strike for insert with check (centre_id = (select app_centre()));
create policy origin_changes on strike for update
  using (centre_id = (select app_centre()) and exists (select from strike_origin o where o.centre_id = strike.centre_id and o.strike_id = strike.id))
  with check (centre_id = (select app_centre()));

-- "We have looked, and keep it on the list."
create table kept (
  centre_id int not null,
  school_id int not null,
  list_id int not null,
  company_id int not null,
  person_id int not null references person (id),
  kept_at timestamptz not null,
  primary key (centre_id, school_id, list_id, company_id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_school('kept');

-- A school's own contacts, as it handed them in.
create table school_contact (
  centre_id int not null,
  school_id int not null,
  -- Random, because a number that counts up would tell one school how many contacts the others handed in meanwhile.
  id uuid not null default gen_random_uuid(),
  import_id int,
  -- Line in the file, as an editor counts it.
  line int,
  -- The upload that took this one's place; null while it counts. Undoing that upload brings it back.
  replaced_by int,
  name text collate "da-x-icu" not null,
  cvr text,
  p_number text,
  phone text,
  email text,
  -- Only a company's own domain; mailbox providers' (gmail.com …) are left out.
  domain text,
  street text,
  postal_code text,
  town text,
  contact_person text,
  knows text,
  note text,
  added_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_school('school_contact');
create index school_contact_cvr on school_contact (centre_id, school_id, cvr) where cvr is not null and replaced_by is null;
create index school_contact_p on school_contact (centre_id, school_id, p_number) where p_number is not null and replaced_by is null;
create index school_contact_phone on school_contact (centre_id, school_id, phone) where phone is not null and replaced_by is null;
create index school_contact_domain on school_contact (centre_id, school_id, domain) where domain is not null and replaced_by is null;
create index school_contact_name on school_contact (centre_id, school_id, name, id) where replaced_by is null;
create index school_contact_import on school_contact (centre_id, import_id);
