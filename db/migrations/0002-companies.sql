-- The register of companies and workplaces (shared by all centres), imports with undo, and the basis for contacting a protected company.
create table company (
  id int generated always as identity primary key,
  kind text not null check (kind in ('company', 'workplace')),
  cvr text not null check (cvr ~ '^[0-9]{8}$'),
  p_number text unique check (p_number ~ '^[0-9]{10}$'),
  name text collate "da-x-icu" not null,
  street text,
  postal_code text,
  town text,
  municipality int,
  industry text check (industry ~ '^[0-9]{6}$'),
  industry_text text,
  form_code int,
  form text,
  -- Employees: an exact number where the register has one, else the ends of its interval.
  employees int,
  employees_from int,
  employees_to int,
  phone text,
  email text,
  email_domain text generated always as (lower(nullif(split_part(email, '@', 2), ''))) stored,
  website text,
  started_on date,
  closed_on date,
  status_text text,
  -- CVR act § 19. Set by a file that says so; cleared only by a file that says the opposite, never by one that is silent.
  protected boolean not null default false,
  protected_seen_at timestamptz,
  -- When the register itself last changed the record: an older version never overwrites a newer one.
  register_changed_at timestamptz,
  changed_at timestamptz not null,
  -- Lower case, accents kept, legal form kept: what a part of a name is looked up in.
  sought text generated always as (lower(name)) stored,
  check ((kind = 'workplace') = (p_number is not null))
);
create unique index company_one_per_cvr on company (cvr) where kind = 'company';
create index company_cvr on company (cvr);
create index company_name on company (name, id);
create index company_sought on company using gin (sought gin_trgm_ops);
create index company_municipality on company (municipality, industry);
create index company_industry on company (industry);
create index company_phone on company (phone) where phone is not null;
create index company_email_domain on company (email_domain) where email_domain is not null;

-- One import of a file: companies and classes are the centre's, a contact list is one school's.
create table import (
  centre_id int not null references centre (id),
  id int generated always as identity,
  kind text not null check (kind in ('companies', 'classes', 'contacts')),
  school_id int,
  file_id int,
  file_name text not null,
  format text,
  mapping jsonb,
  -- trying, tried: the dry run, which is the run rolled back.
  state text not null check (state in ('uploaded', 'trying', 'tried', 'running', 'done', 'failed', 'undone')),
  -- Progress while it works, written from beside the transaction that does the work.
  rows_total int not null default 0,
  rows_done int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  failure text,
  -- Header, sample rows and notes of the file; changes counted by field, warnings.
  details jsonb not null default '{}',
  person_id int references person (id),
  uploaded_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  undone_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check ((kind = 'contacts') = (school_id is not null))
);
alter table import enable row level security;
create policy own_reads on import for select using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_adds on import for insert with check (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_changes on import for update using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())))
  with check (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));
create policy own_removes on import for delete using (centre_id = (select app_centre()) and (school_id is null or school_id = (select app_school())));

create table import_error (
  centre_id int not null,
  import_id int not null,
  n int not null,
  line int not null,
  column_name text,
  reason_da text not null,
  reason_en text not null,
  -- False: the row came in, without what is told here.
  rejected boolean not null default true,
  primary key (centre_id, import_id, n),
  foreign key (centre_id, import_id) references import (centre_id, id)
);
alter table import_error enable row level security;
create policy with_import_reads on import_error for select using (centre_id = (select app_centre()) and exists (select from import i where i.centre_id = import_error.centre_id and i.id = import_id));
create policy with_import_adds on import_error for insert with check (centre_id = (select app_centre()) and exists (select from import i where i.centre_id = import_error.centre_id and i.id = import_id));

create policy with_import_removes on import_error for delete using (centre_id = (select app_centre()) and exists (select from import i where i.centre_id = import_error.centre_id and i.id = import_id));

-- What an import did to a row, so that all of it can be undone: `before` is null where the row was created.
create table import_change (
  centre_id int not null,
  import_id int not null,
  subject text not null check (subject in ('company', 'class', 'course', 'provider')),
  subject_id int not null,
  before jsonb,
  after jsonb not null,
  primary key (centre_id, import_id, subject, subject_id),
  foreign key (centre_id, import_id) references import (centre_id, id)
);
call of_centre('import_change');
create index import_change_subject on import_change (centre_id, subject, subject_id, import_id);

-- Why a protected company may be contacted all the same: who recorded which basis, and when.
create table contact_basis (
  centre_id int not null references centre (id),
  id int generated always as identity,
  cvr text not null,
  basis text not null check (basis in ('own-enquiry', 'consent', 'legal-task')),
  note text not null,
  person_id int not null references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by int references person (id),
  primary key (centre_id, id)
);
call of_centre('contact_basis');
create index contact_basis_cvr on contact_basis (centre_id, cvr) where withdrawn_at is null;
