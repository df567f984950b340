-- What the migrations make. Written by scripts/schema.ts, never by hand; the check compares it with db/migrations.

create table absence (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  note text not null default '',
  constraint absence_pkey PRIMARY KEY (centre_id, id),
  constraint absence_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint absence_check CHECK ((starts_at < ends_at))
);
CREATE INDEX absence_person ON absence USING btree (centre_id, person_id, starts_at);
alter table absence enable row level security;
create policy centre_reads on absence for select using ((centre_id = (select app_centre())));
create policy centre_adds on absence for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on absence for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on absence for delete using ((centre_id = (select app_centre())));

create table booking (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  list_id integer,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null default '',
  contact_name text not null,
  contact_email text,
  contact_phone text,
  note text not null default '',
  booked_by integer,
  booked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by integer,
  cancelled_why text,
  uid text not null,
  sequence integer not null default 0,
  form text not null default 'visit'::text,
  origin_kind text,
  origin_id bigint,
  reported_at timestamp with time zone,
  municipality integer,
  industry text,
  employees integer,
  constraint booking_pkey PRIMARY KEY (centre_id, id),
  constraint booking_centre_id_uid_key UNIQUE (centre_id, uid),
  constraint booking_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES person(id),
  constraint booking_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id),
  constraint booking_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint booking_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint booking_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint booking_check CHECK ((starts_at < ends_at)),
  constraint booking_check2 CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  constraint booking_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text])))
);
CREATE INDEX booking_company ON booking USING btree (centre_id, cvr, starts_at);
CREATE INDEX booking_list ON booking USING btree (centre_id, list_id);
CREATE INDEX booking_of_company ON booking USING btree (company_id);
CREATE INDEX booking_origin ON booking USING btree (centre_id, origin_kind, origin_id);
CREATE INDEX booking_time ON booking USING btree (centre_id, starts_at);
alter table booking enable row level security;
create policy centre_reads on booking for select using ((centre_id = (select app_centre())));
create policy centre_adds on booking for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on booking for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on booking for delete using ((centre_id = (select app_centre())));

create table booking_visitor (
  centre_id integer not null,
  booking_id integer not null,
  person_id integer not null,
  travel_minutes integer not null,
  acknowledged_at timestamp with time zone,
  constraint booking_visitor_pkey PRIMARY KEY (centre_id, booking_id, person_id),
  constraint booking_visitor_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint booking_visitor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint booking_visitor_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 240)))
);
CREATE INDEX booking_visitor_person ON booking_visitor USING btree (centre_id, person_id, booking_id);
alter table booking_visitor enable row level security;
create policy centre_reads on booking_visitor for select using ((centre_id = (select app_centre())));
create policy centre_adds on booking_visitor for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on booking_visitor for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on booking_visitor for delete using ((centre_id = (select app_centre())));

create table busy (
  centre_id integer not null,
  kind text not null,
  source_id bigint not null,
  person_id integer not null,
  during tstzrange not null,
  travel_minutes integer not null default 0,
  constraint busy_pkey PRIMARY KEY (centre_id, kind, source_id, person_id),
  constraint busy_never_two_at_once EXCLUDE USING gist (centre_id WITH =, person_id WITH =, during WITH &&),
  constraint busy_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint busy_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint busy_during_check CHECK ((NOT isempty(during))),
  constraint busy_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 240)))
);
alter table busy enable row level security;
create policy centre_reads on busy for select using ((centre_id = (select app_centre())));
create policy centre_adds on busy for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on busy for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on busy for delete using ((centre_id = (select app_centre())));

create table call (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  company_id integer not null,
  cvr text not null,
  person_id integer not null,
  script_id integer,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  answer text not null,
  spoke_with text not null default '',
  note text not null default '',
  call_back_at timestamp with time zone,
  constraint call_pkey PRIMARY KEY (centre_id, id),
  constraint call_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint call_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint call_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint call_answer_check CHECK ((answer = ANY (ARRAY['wants-contact'::text, 'later'::text, 'not-interested'::text, 'no-answer'::text, 'call-back'::text, 'wrong-number'::text, 'closed'::text, 'do-not-contact'::text]))),
  constraint call_check CHECK (((answer = 'call-back'::text) = (call_back_at IS NOT NULL)))
);
CREATE INDEX call_company ON call USING btree (centre_id, cvr, ended_at DESC);
CREATE INDEX call_list ON call USING btree (centre_id, list_id, company_id, ended_at DESC);
CREATE INDEX call_of_company ON call USING btree (company_id);
CREATE INDEX call_person ON call USING btree (centre_id, person_id, ended_at DESC);
alter table call enable row level security;
create policy centre_reads on call for select using ((centre_id = (select app_centre())));
create policy centre_adds on call for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call for delete using ((centre_id = (select app_centre())));

create table call_back (
  centre_id integer not null,
  call_id integer not null,
  list_id integer not null,
  company_id integer not null,
  cvr text not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint call_back_pkey PRIMARY KEY (centre_id, call_id),
  constraint call_back_centre_id_call_id_fkey FOREIGN KEY (centre_id, call_id) REFERENCES call(centre_id, id),
  constraint call_back_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id)
);
CREATE INDEX call_back_cvr ON call_back USING btree (centre_id, cvr) WHERE (done_at IS NULL);
CREATE INDEX call_back_due ON call_back USING btree (centre_id, list_id, due_at) WHERE (done_at IS NULL);
CREATE INDEX call_back_of_company ON call_back USING btree (company_id);
alter table call_back enable row level security;
create policy centre_reads on call_back for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_back for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_back for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_back for delete using ((centre_id = (select app_centre())));

create table call_correction (
  centre_id integer not null,
  call_id integer not null,
  new_call_id integer,
  corrected_by integer not null,
  corrected_at timestamp with time zone not null,
  why text not null default '',
  constraint call_correction_pkey PRIMARY KEY (centre_id, call_id),
  constraint call_correction_centre_id_call_id_fkey FOREIGN KEY (centre_id, call_id) REFERENCES call(centre_id, id),
  constraint call_correction_centre_id_new_call_id_fkey FOREIGN KEY (centre_id, new_call_id) REFERENCES call(centre_id, id),
  constraint call_correction_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES person(id)
);
alter table call_correction enable row level security;
create policy centre_reads on call_correction for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_correction for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_correction for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_correction for delete using ((centre_id = (select app_centre())));

create table call_hold (
  centre_id integer not null,
  cvr text not null,
  phone text not null,
  list_id integer not null,
  company_id integer not null,
  person_id integer not null,
  script_id integer,
  taken_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint call_hold_pkey PRIMARY KEY (centre_id, cvr),
  constraint call_hold_centre_id_person_id_key UNIQUE (centre_id, person_id),
  constraint call_hold_centre_id_phone_key UNIQUE (centre_id, phone),
  constraint call_hold_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_hold_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint call_hold_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint call_hold_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX call_hold_of_company ON call_hold USING btree (company_id);
alter table call_hold enable row level security;
create policy centre_reads on call_hold for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_hold for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_hold for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_hold for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER call_hold_guard BEFORE INSERT OR UPDATE ON call_hold FOR EACH ROW EXECUTE FUNCTION refuse_hold_on_hindered();
CREATE TRIGGER call_hold_in_list BEFORE INSERT OR UPDATE ON call_hold FOR EACH ROW EXECUTE FUNCTION refuse_hold_outside_list();

create table call_skip (
  centre_id integer not null,
  person_id integer not null,
  cvr text not null,
  until_at timestamp with time zone not null,
  constraint call_skip_pkey PRIMARY KEY (centre_id, person_id, cvr),
  constraint call_skip_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_skip_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table call_skip enable row level security;
create policy centre_reads on call_skip for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_skip for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_skip for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_skip for delete using ((centre_id = (select app_centre())));

create table centre (
  id integer not null generated always as identity,
  name text collate "da-x-icu" not null,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  constraint centre_pkey PRIMARY KEY (id)
);
alter table centre enable row level security;
create policy centre_reads on centre for select using ((id = (select app_centre())));
create policy centre_changes on centre for update using ((id = (select app_centre()))) with check ((id = (select app_centre())));

create table class (
  centre_id integer not null,
  id integer not null generated always as identity,
  quick_number text not null,
  provider_id integer not null,
  course_id integer not null,
  title text collate "da-x-icu" not null,
  starts_on date not null,
  ends_on date not null,
  sign_up_by date,
  street text,
  postal_code text,
  town text,
  teaching text,
  hours text,
  days numeric(5,1),
  price numeric(10,2),
  extra numeric(10,2),
  minimum integer,
  capacity integer,
  enrolled integer not null default 0,
  guaranteed boolean not null default false,
  open boolean not null default true,
  cancelled boolean not null default false,
  link text,
  changed_at timestamp with time zone not null,
  constraint class_pkey PRIMARY KEY (centre_id, id),
  constraint class_centre_id_quick_number_key UNIQUE (centre_id, quick_number),
  constraint class_centre_id_course_id_fkey FOREIGN KEY (centre_id, course_id) REFERENCES course(centre_id, id),
  constraint class_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint class_centre_id_provider_id_fkey FOREIGN KEY (centre_id, provider_id) REFERENCES provider(centre_id, id)
);
CREATE INDEX class_course ON class USING btree (centre_id, course_id);
CREATE INDEX class_provider ON class USING btree (centre_id, provider_id);
CREATE INDEX class_start ON class USING btree (centre_id, starts_on, id);
alter table class enable row level security;
create policy centre_reads on class for select using ((centre_id = (select app_centre())));
create policy centre_adds on class for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on class for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on class for delete using ((centre_id = (select app_centre())));

create table company (
  id integer not null,
  kind text not null,
  cvr text not null,
  p_number text,
  name text collate "da-x-icu" not null,
  street text,
  postal_code text,
  town text,
  municipality integer,
  industry text,
  industry_text text,
  form_code integer,
  form text,
  employees integer,
  employees_from integer,
  employees_to integer,
  phone text,
  email text,
  email_domain text generated always as (lower(NULLIF(split_part(email, '@'::text, 2), ''))) stored,
  website text,
  started_on date,
  closed_on date,
  status_text text,
  protected boolean not null default false,
  protected_seen_at timestamp with time zone,
  register_changed_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  sought text generated always as (lower(name)) stored,
  constraint company_pkey PRIMARY KEY (id),
  constraint company_p_number_key UNIQUE (p_number),
  constraint company_id_fkey FOREIGN KEY (id) REFERENCES company_known(id),
  constraint company_check CHECK (((kind = 'workplace'::text) = (p_number IS NOT NULL))),
  constraint company_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
  constraint company_industry_check CHECK ((industry ~ '^[0-9]{6}$'::text)),
  constraint company_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'workplace'::text]))),
  constraint company_p_number_check CHECK ((p_number ~ '^[0-9]{10}$'::text))
);
CREATE INDEX company_cvr ON company USING btree (cvr);
CREATE INDEX company_email_domain ON company USING btree (email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX company_industry ON company USING btree (industry);
CREATE INDEX company_municipality ON company USING btree (municipality, industry);
CREATE INDEX company_name ON company USING btree (name, id);
CREATE UNIQUE INDEX company_one_per_cvr ON company USING btree (cvr) WHERE (kind = 'company'::text);
CREATE INDEX company_phone ON company USING btree (phone) WHERE (phone IS NOT NULL);
CREATE INDEX company_sought ON company USING gin (sought gin_trgm_ops);
CREATE TRIGGER company_came AFTER INSERT ON company REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION unsafe_own_companies_follow();
CREATE TRIGGER company_number BEFORE INSERT ON company FOR EACH ROW WHEN ((new.id IS NULL)) EXECUTE FUNCTION number_company();
CREATE TRIGGER company_went AFTER DELETE ON company REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION unsafe_own_companies_follow();

create table company_known (
  id integer not null generated always as identity,
  number text not null,
  constraint company_known_pkey PRIMARY KEY (id),
  constraint company_known_number_key UNIQUE (number),
  constraint company_known_number_check CHECK ((number ~ '^([0-9]{8}|[0-9]{10})$'::text))
);

create table contact_basis (
  centre_id integer not null,
  id integer not null generated always as identity,
  cvr text not null,
  basis text not null,
  note text not null,
  person_id integer not null,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by integer,
  constraint contact_basis_pkey PRIMARY KEY (centre_id, id),
  constraint contact_basis_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_basis_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_basis_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint contact_basis_basis_check CHECK ((basis = ANY (ARRAY['own-enquiry'::text, 'consent'::text, 'legal-task'::text])))
);
CREATE INDEX contact_basis_cvr ON contact_basis USING btree (centre_id, cvr) WHERE (withdrawn_at IS NULL);
alter table contact_basis enable row level security;
create policy centre_reads on contact_basis for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_basis for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_basis for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_basis for delete using ((centre_id = (select app_centre())));

create table contact_list (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text collate "da-x-icu" not null,
  goal text not null default '',
  criteria jsonb not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  constraint contact_list_pkey PRIMARY KEY (centre_id, id),
  constraint contact_list_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
alter table contact_list enable row level security;
create policy centre_reads on contact_list for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_list for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_list for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_list for delete using ((centre_id = (select app_centre())));

create table contact_mark (
  centre_id integer not null,
  kind text not null,
  source_id bigint not null,
  company_id integer,
  cvr text not null,
  whole boolean not null default true,
  phone text,
  since timestamp with time zone not null,
  ends_at timestamp with time zone,
  person_id integer,
  constraint contact_mark_pkey PRIMARY KEY (centre_id, kind, source_id),
  constraint contact_mark_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_mark_kind_fkey FOREIGN KEY (kind) REFERENCES hindrance_kind(kind),
  constraint contact_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX contact_mark_company ON contact_mark USING btree (centre_id, company_id);
CREATE INDEX contact_mark_cvr ON contact_mark USING btree (centre_id, cvr);
CREATE INDEX contact_mark_phone ON contact_mark USING btree (centre_id, phone) WHERE (phone IS NOT NULL);
alter table contact_mark enable row level security;
create policy centre_reads on contact_mark for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_mark for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_mark for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_mark for delete using ((centre_id = (select app_centre())));

create table course (
  centre_id integer not null,
  id integer not null generated always as identity,
  kind text not null,
  code text not null,
  title text collate "da-x-icu" not null,
  days numeric(5,1),
  constraint course_pkey PRIMARY KEY (centre_id, id),
  constraint course_centre_id_kind_code_key UNIQUE (centre_id, kind, code),
  constraint course_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table course enable row level security;
create policy centre_reads on course for select using ((centre_id = (select app_centre())));
create policy centre_adds on course for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on course for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on course for delete using ((centre_id = (select app_centre())));

create table draw (
  centre_id integer not null,
  list_id integer not null,
  rule jsonb not null,
  drawn_by integer not null,
  drawn_at timestamp with time zone not null,
  company_places smallint not null default 1,
  constraint draw_pkey PRIMARY KEY (centre_id, list_id),
  constraint draw_centre_id_list_id_company_places_key UNIQUE (centre_id, list_id, company_places),
  constraint draw_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint draw_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES person(id),
  constraint draw_company_places_check CHECK ((company_places >= 1))
);
alter table draw enable row level security;
create policy centre_reads on draw for select using ((centre_id = (select app_centre())));
create policy centre_adds on draw for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on draw for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on draw for delete using ((centre_id = (select app_centre())));

create table event (
  centre_id integer not null,
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  person_id integer,
  source text not null,
  verb text not null,
  subject text not null,
  subject_id integer,
  cvr text,
  visibility text not null default 'centre'::text,
  school_id integer,
  before jsonb,
  after jsonb,
  link_id integer,
  constraint event_pkey PRIMARY KEY (centre_id, id),
  constraint event_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint event_check CHECK (((visibility <> 'school'::text) OR (school_id IS NOT NULL))),
  constraint event_check1 CHECK (((visibility <> 'personal'::text) OR (person_id IS NOT NULL))),
  constraint event_source_check CHECK ((source = ANY (ARRAY['web'::text, 'api'::text, 'command'::text, 'job'::text, 'link'::text]))),
  constraint event_visibility_check CHECK ((visibility = ANY (ARRAY['centre'::text, 'school'::text, 'personal'::text])))
);
CREATE INDEX event_at ON event USING btree (centre_id, at DESC);
CREATE INDEX event_cvr ON event USING btree (centre_id, cvr, at DESC) WHERE (cvr IS NOT NULL);
CREATE INDEX event_subject ON event USING btree (centre_id, subject, subject_id);
alter table event enable row level security;
create policy seen_by_class on event for select using (((centre_id = (select app_centre())) AND CASE visibility WHEN 'centre'::text THEN true WHEN 'school'::text THEN (school_id = (select app_school())) ELSE (person_id = (select app_person())) END));
create policy centre_adds on event for insert with check ((centre_id = (select app_centre())));

create table file_piece (
  centre_id integer not null,
  file_id integer not null,
  n integer not null,
  bytes bytea not null,
  constraint file_piece_pkey PRIMARY KEY (centre_id, file_id, n),
  constraint file_piece_centre_id_file_id_fkey FOREIGN KEY (centre_id, file_id) REFERENCES stored_file(centre_id, id) ON DELETE CASCADE
);
alter table file_piece enable row level security;
create policy with_file_reads on file_piece for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_piece.centre_id) AND (f.id = file_piece.file_id))))));
create policy with_file_adds on file_piece for insert with check (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_piece.centre_id) AND (f.id = file_piece.file_id))))));
create policy with_file_removes on file_piece for delete using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_piece.centre_id) AND (f.id = file_piece.file_id))))));

create table hearing (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  started_by integer not null,
  started_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  silence text not null,
  ended_at timestamp with time zone,
  constraint hearing_pkey PRIMARY KEY (centre_id, id),
  constraint hearing_centre_id_list_id_key UNIQUE (centre_id, list_id),
  constraint hearing_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint hearing_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id),
  constraint hearing_silence_check CHECK ((silence = ANY (ARRAY['goes-on'::text, 'waits'::text])))
);
CREATE INDEX hearing_open ON hearing USING btree (centre_id, deadline) WHERE (ended_at IS NULL);
alter table hearing enable row level security;
create policy centre_reads on hearing for select using ((centre_id = (select app_centre())));
create policy centre_adds on hearing for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on hearing for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on hearing for delete using ((centre_id = (select app_centre())));

create table hearing_answer (
  centre_id integer not null,
  hearing_id integer not null,
  school_id integer not null,
  answered_at timestamp with time zone,
  answered_by integer,
  silent_at timestamp with time zone,
  reminded_at timestamp with time zone,
  constraint hearing_answer_pkey PRIMARY KEY (centre_id, hearing_id, school_id),
  constraint hearing_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint hearing_answer_centre_id_hearing_id_fkey FOREIGN KEY (centre_id, hearing_id) REFERENCES hearing(centre_id, id),
  constraint hearing_answer_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table hearing_answer enable row level security;
create policy centre_reads on hearing_answer for select using ((centre_id = (select app_centre())));
create policy centre_adds on hearing_answer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on hearing_answer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on hearing_answer for delete using ((centre_id = (select app_centre())));

create table hindrance_kind (
  kind text not null,
  rank integer not null,
  stops text[] not null,
  word text not null,
  constraint hindrance_kind_pkey PRIMARY KEY (kind),
  constraint hindrance_kind_rank_key UNIQUE (rank),
  constraint hindrance_kind_stops_check CHECK ((stops <@ ARRAY['outreach'::text, 'agreed'::text, 'enquiry'::text, 'evaluation'::text]))
);

create table idempotency (
  centre_id integer not null,
  person_id integer not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  created_at timestamp with time zone not null,
  status integer,
  answer jsonb,
  constraint idempotency_pkey PRIMARY KEY (centre_id, person_id, operation, key),
  constraint idempotency_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
CREATE INDEX idempotency_age ON idempotency USING btree (centre_id, created_at);
alter table idempotency enable row level security;
create policy own_reads on idempotency for select using (((centre_id = (select app_centre())) AND (person_id = COALESCE((select app_person()), 0))));
create policy own_adds on idempotency for insert with check (((centre_id = (select app_centre())) AND (person_id = COALESCE((select app_person()), 0))));
create policy own_changes on idempotency for update using (((centre_id = (select app_centre())) AND (person_id = COALESCE((select app_person()), 0)))) with check (((centre_id = (select app_centre())) AND (person_id = COALESCE((select app_person()), 0))));
create policy own_removes on idempotency for delete using (((centre_id = (select app_centre())) AND (person_id = COALESCE((select app_person()), 0))));

create table import (
  centre_id integer not null,
  id integer not null generated always as identity,
  kind text not null,
  school_id integer,
  file_id integer,
  file_name text not null,
  format text,
  mapping jsonb,
  state text not null,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  failure text,
  details jsonb not null default '{}'::jsonb,
  person_id integer,
  uploaded_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by integer,
  constraint import_pkey PRIMARY KEY (centre_id, id),
  constraint import_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint import_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id),
  constraint import_check CHECK (((kind = 'contacts'::text) = (school_id IS NOT NULL))),
  constraint import_kind_check CHECK ((kind = ANY (ARRAY['companies'::text, 'classes'::text, 'contacts'::text]))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'trying'::text, 'tried'::text, 'running'::text, 'done'::text, 'failed'::text, 'undone'::text])))
);
alter table import enable row level security;
create policy own_reads on import for select using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_adds on import for insert with check (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_changes on import for update using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school()))))) with check (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_removes on import for delete using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));

create table import_change (
  centre_id integer not null,
  import_id integer not null,
  subject text not null,
  subject_id integer not null,
  before jsonb,
  after jsonb not null,
  constraint import_change_pkey PRIMARY KEY (centre_id, import_id, subject, subject_id),
  constraint import_change_centre_id_import_id_fkey FOREIGN KEY (centre_id, import_id) REFERENCES import(centre_id, id),
  constraint import_change_subject_check CHECK ((subject = ANY (ARRAY['company'::text, 'own-place'::text, 'class'::text, 'course'::text, 'provider'::text])))
);
CREATE INDEX import_change_subject ON import_change USING btree (centre_id, subject, subject_id, import_id);
alter table import_change enable row level security;
create policy centre_reads on import_change for select using ((centre_id = (select app_centre())));
create policy centre_adds on import_change for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on import_change for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on import_change for delete using ((centre_id = (select app_centre())));

create table import_error (
  centre_id integer not null,
  import_id integer not null,
  n integer not null,
  line integer not null,
  column_name text,
  rejected boolean not null default true,
  code text not null,
  said_values jsonb not null default '{}'::jsonb,
  constraint import_error_pkey PRIMARY KEY (centre_id, import_id, n),
  constraint import_error_centre_id_import_id_fkey FOREIGN KEY (centre_id, import_id) REFERENCES import(centre_id, id)
);
alter table import_error enable row level security;
create policy with_import_reads on import_error for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));
create policy with_import_adds on import_error for insert with check (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));
create policy with_import_removes on import_error for delete using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));

create table invitation (
  centre_id integer not null,
  id integer not null generated always as identity,
  hash text not null,
  email text not null,
  name text not null,
  role text not null,
  school_id integer,
  phone text,
  title text,
  invited_by integer not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (centre_id, id),
  constraint invitation_centre_id_hash_key UNIQUE (centre_id, hash),
  constraint invitation_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint invitation_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id)
);
alter table invitation enable row level security;
create policy centre_reads on invitation for select using ((centre_id = (select app_centre())));
create policy centre_adds on invitation for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on invitation for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on invitation for delete using ((centre_id = (select app_centre())));

create table kept (
  centre_id integer not null,
  school_id integer not null,
  list_id integer not null,
  company_id integer not null,
  person_id integer not null,
  kept_at timestamp with time zone not null,
  constraint kept_pkey PRIMARY KEY (centre_id, school_id, list_id, company_id),
  constraint kept_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint kept_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table kept enable row level security;
create policy school_reads on kept for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on kept for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on kept for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on kept for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table link (
  centre_id integer not null,
  id integer not null generated always as identity,
  hash text not null,
  cvr text,
  company_id integer,
  made_by integer,
  made_at timestamp with time zone not null,
  last_opened_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by integer,
  kind text not null,
  subject_id integer not null,
  ends_at timestamp with time zone,
  most_uses integer,
  uses integer not null default 0,
  constraint link_pkey PRIMARY KEY (centre_id, id),
  constraint link_centre_id_hash_key UNIQUE (centre_id, hash),
  constraint link_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint link_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint link_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id),
  constraint link_company_whole CHECK (((company_id IS NULL) = (cvr IS NULL))),
  constraint link_uses_held CHECK ((uses <= most_uses))
);
CREATE INDEX company_link_of_company ON link USING btree (company_id);
CREATE INDEX link_company ON link USING btree (centre_id, company_id) WHERE (company_id IS NOT NULL);
alter table link enable row level security;
create policy centre_reads on link for select using ((centre_id = (select app_centre())));
create policy centre_adds on link for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on link for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on link for delete using ((centre_id = (select app_centre())));

create table link_miss (
  address text not null,
  misses integer not null,
  since timestamp with time zone not null,
  constraint link_miss_pkey PRIMARY KEY (address)
);

create table list_closing (
  centre_id integer not null,
  list_id integer not null,
  closed_by integer not null,
  closed_at timestamp with time zone not null,
  constraint list_closing_pkey PRIMARY KEY (centre_id, list_id),
  constraint list_closing_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint list_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id)
);
alter table list_closing enable row level security;
create policy centre_reads on list_closing for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_closing for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_closing for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_closing for delete using ((centre_id = (select app_centre())));

create table list_company (
  centre_id integer not null,
  list_id integer not null,
  company_id integer not null,
  cvr text not null,
  included boolean not null,
  reason text not null,
  until_on date,
  detail text,
  "position" integer not null,
  id integer not null generated always as identity,
  sorted_out_until date,
  municipality integer,
  industry text,
  employees integer,
  place smallint not null default 1,
  company_places smallint not null default 1,
  constraint list_company_pkey PRIMARY KEY (centre_id, list_id, company_id),
  constraint list_company_centre_id_list_id_company_places_fkey FOREIGN KEY (centre_id, list_id, company_places) REFERENCES draw(centre_id, list_id, company_places),
  constraint list_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint list_company_place CHECK (((place >= 1) AND (place <= company_places)))
);
CREATE INDEX list_company_company ON list_company USING btree (centre_id, cvr) WHERE included;
CREATE UNIQUE INDEX list_company_number ON list_company USING btree (centre_id, id);
CREATE INDEX list_company_of_company ON list_company USING btree (company_id);
CREATE INDEX list_company_order ON list_company USING btree (centre_id, list_id, "position") WHERE included;
CREATE UNIQUE INDEX list_company_places ON list_company USING btree (centre_id, list_id, cvr, place) WHERE included;
alter table list_company enable row level security;
create policy centre_reads on list_company for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_company for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_company for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_company for delete using ((centre_id = (select app_centre())));

create table list_hearing (
  centre_id integer not null,
  list_id integer not null,
  hearing_id integer not null,
  sent_by integer not null,
  sent_at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint list_hearing_pkey PRIMARY KEY (centre_id, list_id),
  constraint list_hearing_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint list_hearing_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id)
);
alter table list_hearing enable row level security;
create policy centre_reads on list_hearing for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_hearing for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_hearing for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_hearing for delete using ((centre_id = (select app_centre())));

create table list_opening (
  centre_id integer not null,
  list_id integer not null,
  opened_by integer,
  opened_at timestamp with time zone not null,
  why text not null,
  constraint list_opening_pkey PRIMARY KEY (centre_id, list_id),
  constraint list_opening_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint list_opening_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint list_opening_why_check CHECK ((why = ANY (ARRAY['all-answered'::text, 'deadline'::text])))
);
alter table list_opening enable row level security;
create policy centre_reads on list_opening for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_opening for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_opening for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_opening for delete using ((centre_id = (select app_centre())));

create table membership (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  school_id integer,
  role text not null,
  title text,
  phone text,
  knows text,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint membership_pkey PRIMARY KEY (centre_id, id),
  constraint membership_centre_id_person_id_key UNIQUE (centre_id, person_id),
  constraint membership_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint membership_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'coordinator'::text, 'consultant'::text, 'caller'::text, 'leader'::text, 'employee'::text, 'council'::text, 'teacher'::text, 'partner'::text])))
);
CREATE INDEX membership_person ON membership USING btree (person_id);
alter table membership enable row level security;
create policy centre_or_own_reads on membership for select using (((centre_id = (select app_centre())) OR (person_id = (select app_person()))));
create policy centre_adds on membership for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on membership for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on membership for delete using ((centre_id = (select app_centre())));

create table outbox (
  centre_id integer not null,
  id integer not null generated always as identity,
  recipient text not null,
  recipient_name text not null default '',
  subject text not null,
  body text not null,
  attachment_name text,
  attachment_type text,
  attachment text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  tries integer not null default 0,
  failed text,
  constraint outbox_pkey PRIMARY KEY (centre_id, id),
  constraint outbox_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
CREATE INDEX outbox_waiting ON outbox USING btree (centre_id, id) WHERE (sent_at IS NULL);
alter table outbox enable row level security;
create policy centre_reads on outbox for select using ((centre_id = (select app_centre())));
create policy centre_adds on outbox for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on outbox for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on outbox for delete using ((centre_id = (select app_centre())));

create table own_company (
  centre_id integer not null,
  id integer not null,
  kind text not null,
  cvr text not null,
  p_number text,
  name text collate "da-x-icu" not null,
  street text,
  postal_code text,
  town text,
  municipality integer,
  industry text,
  industry_text text,
  form_code integer,
  form text,
  employees integer,
  employees_from integer,
  employees_to integer,
  phone text,
  email text,
  email_domain text,
  website text,
  started_on date,
  closed_on date,
  status_text text,
  protected boolean not null default false,
  protected_seen_at timestamp with time zone,
  register_changed_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  sought text,
  constraint own_company_pkey PRIMARY KEY (centre_id, id),
  constraint own_company_centre_id_id_fkey FOREIGN KEY (centre_id, id) REFERENCES own_place(centre_id, id) ON DELETE CASCADE
);
CREATE INDEX own_company_cvr ON own_company USING btree (centre_id, cvr);
CREATE INDEX own_company_email_domain ON own_company USING btree (centre_id, email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX own_company_industry ON own_company USING btree (centre_id, industry);
CREATE INDEX own_company_municipality ON own_company USING btree (centre_id, municipality, industry);
CREATE INDEX own_company_name ON own_company USING btree (centre_id, name, id);
CREATE INDEX own_company_of_company ON own_company USING btree (id);
CREATE INDEX own_company_p_number ON own_company USING btree (centre_id, p_number) WHERE (p_number IS NOT NULL);
alter table own_company enable row level security;
create policy centre_reads on own_company for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_company for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_company for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_company for delete using ((centre_id = (select app_centre())));

create table own_place (
  centre_id integer not null,
  id integer not null,
  kind text not null,
  cvr text not null,
  p_number text,
  name text collate "da-x-icu",
  street text,
  postal_code text,
  town text,
  municipality integer,
  industry text,
  industry_text text,
  form_code integer,
  form text,
  employees integer,
  employees_from integer,
  employees_to integer,
  phone text,
  email text,
  email_domain text generated always as (lower(NULLIF(split_part(email, '@'::text, 2), ''))) stored,
  website text,
  started_on date,
  closed_on date,
  status_text text,
  protected boolean not null default false,
  protected_seen_at timestamp with time zone,
  register_changed_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  sought text generated always as (lower(name)) stored,
  constraint own_place_pkey PRIMARY KEY (centre_id, id),
  constraint own_place_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint own_place_id_fkey FOREIGN KEY (id) REFERENCES company_known(id),
  constraint company_check CHECK (((kind = 'workplace'::text) = (p_number IS NOT NULL))),
  constraint company_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
  constraint company_industry_check CHECK ((industry ~ '^[0-9]{6}$'::text)),
  constraint company_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'workplace'::text]))),
  constraint company_p_number_check CHECK ((p_number ~ '^[0-9]{10}$'::text))
);
CREATE INDEX own_place_email_domain ON own_place USING btree (centre_id, email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX own_place_of_company ON own_place USING btree (id);
CREATE INDEX own_place_phone ON own_place USING btree (centre_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX own_place_protected ON own_place USING btree (centre_id, id) WHERE protected;
alter table own_place enable row level security;
create policy centre_reads on own_place for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_place for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_place for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_place for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER own_company_kept AFTER INSERT OR UPDATE ON own_place FOR EACH ROW EXECUTE FUNCTION keep_own_company();
CREATE TRIGGER own_place_number BEFORE INSERT ON own_place FOR EACH ROW WHEN ((new.id IS NULL)) EXECUTE FUNCTION number_company();

create table person (
  id integer not null generated always as identity,
  email text not null,
  name text collate "da-x-icu" not null,
  password_hash text,
  language text not null default 'da'::text,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email),
  constraint person_email_check CHECK ((email = lower(email))),
  constraint person_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);

create table promise (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  what text not null,
  owner_id integer not null,
  due_on date not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  kept_at timestamp with time zone,
  kept_by integer,
  dropped_at timestamp with time zone,
  dropped_by integer,
  dropped_why text,
  origin_kind text,
  origin_id integer,
  constraint promise_pkey PRIMARY KEY (centre_id, id),
  constraint promise_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint promise_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint promise_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES person(id),
  constraint promise_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id),
  constraint promise_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint promise_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint promise_check CHECK (((kept_at IS NULL) OR (dropped_at IS NULL))),
  constraint promise_check1 CHECK (((dropped_at IS NULL) = (dropped_why IS NULL))),
  constraint promise_origin_whole CHECK (((origin_kind IS NULL) = (origin_id IS NULL)))
);
CREATE INDEX promise_company ON promise USING btree (centre_id, cvr, due_on);
CREATE INDEX promise_of_company ON promise USING btree (company_id);
CREATE INDEX promise_open ON promise USING btree (centre_id, due_on) WHERE ((kept_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX promise_origin ON promise USING btree (centre_id, origin_kind, origin_id) WHERE (origin_id IS NOT NULL);
CREATE INDEX promise_owner ON promise USING btree (centre_id, owner_id, due_on) WHERE ((kept_at IS NULL) AND (dropped_at IS NULL));
alter table promise enable row level security;
create policy centre_reads on promise for select using ((centre_id = (select app_centre())));
create policy centre_adds on promise for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on promise for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on promise for delete using ((centre_id = (select app_centre())));

create table promise_handover (
  centre_id integer not null,
  id integer not null generated always as identity,
  promise_id integer not null,
  from_id integer not null,
  to_id integer not null,
  offered_by integer not null,
  offered_at timestamp with time zone not null,
  note text not null default '',
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  declined_why text,
  constraint promise_handover_pkey PRIMARY KEY (centre_id, id),
  constraint promise_handover_centre_id_promise_id_fkey FOREIGN KEY (centre_id, promise_id) REFERENCES promise(centre_id, id),
  constraint promise_handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id),
  constraint promise_handover_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES person(id),
  constraint promise_handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint promise_handover_check CHECK (((accepted_at IS NULL) OR (declined_at IS NULL)))
);
CREATE UNIQUE INDEX promise_handover_one_open ON promise_handover USING btree (centre_id, promise_id) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL));
alter table promise_handover enable row level security;
create policy centre_reads on promise_handover for select using ((centre_id = (select app_centre())));
create policy centre_adds on promise_handover for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on promise_handover for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on promise_handover for delete using ((centre_id = (select app_centre())));

create table provider (
  centre_id integer not null,
  id integer not null generated always as identity,
  institution text not null,
  name text collate "da-x-icu" not null,
  website text,
  constraint provider_pkey PRIMARY KEY (centre_id, id),
  constraint provider_centre_id_institution_key UNIQUE (centre_id, institution),
  constraint provider_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table provider enable row level security;
create policy centre_reads on provider for select using ((centre_id = (select app_centre())));
create policy centre_adds on provider for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on provider for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on provider for delete using ((centre_id = (select app_centre())));

create table rules (
  centre_id integer not null,
  silence text not null default 'goes-on'::text,
  later_months integer not null default 3,
  not_interested_months integer not null default 6,
  strike_months integer not null default 6,
  no_answer_hours integer not null default 4,
  no_answer_tries integer not null default 5,
  no_answer_rest_days integer not null default 30,
  visit_minutes integer not null default 60,
  constraint rules_pkey PRIMARY KEY (centre_id),
  constraint rules_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint rules_later_months_check CHECK (((later_months >= 1) AND (later_months <= 24))),
  constraint rules_no_answer_hours_check CHECK (((no_answer_hours >= 1) AND (no_answer_hours <= 168))),
  constraint rules_no_answer_rest_days_check CHECK (((no_answer_rest_days >= 1) AND (no_answer_rest_days <= 180))),
  constraint rules_no_answer_tries_check CHECK (((no_answer_tries >= 1) AND (no_answer_tries <= 20))),
  constraint rules_not_interested_months_check CHECK (((not_interested_months >= 1) AND (not_interested_months <= 36))),
  constraint rules_silence_check CHECK ((silence = ANY (ARRAY['goes-on'::text, 'waits'::text]))),
  constraint rules_strike_months_check CHECK (((strike_months >= 1) AND (strike_months <= 36))),
  constraint rules_visit_minutes_check CHECK (((visit_minutes >= 15) AND (visit_minutes <= 240)))
);
alter table rules enable row level security;
create policy centre_reads on rules for select using ((centre_id = (select app_centre())));
create policy centre_adds on rules for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on rules for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on rules for delete using ((centre_id = (select app_centre())));

create table school (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text collate "da-x-icu" not null,
  kind text not null,
  institution text,
  municipality integer,
  mail_domain text,
  constraint school_pkey PRIMARY KEY (centre_id, id),
  constraint school_centre_id_name_key UNIQUE (centre_id, name),
  constraint school_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table school enable row level security;
create policy centre_reads on school for select using ((centre_id = (select app_centre())));
create policy centre_adds on school for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on school for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on school for delete using ((centre_id = (select app_centre())));

create table school_contact (
  centre_id integer not null,
  school_id integer not null,
  id uuid not null default gen_random_uuid(),
  import_id integer,
  line integer,
  replaced_by integer,
  name text collate "da-x-icu" not null,
  cvr text,
  p_number text,
  phone text,
  email text,
  domain text,
  street text,
  postal_code text,
  town text,
  contact_person text,
  knows text,
  note text,
  added_at timestamp with time zone not null,
  constraint school_contact_pkey PRIMARY KEY (centre_id, id),
  constraint school_contact_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
CREATE INDEX school_contact_cvr ON school_contact USING btree (centre_id, school_id, cvr) WHERE ((cvr IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_domain ON school_contact USING btree (centre_id, school_id, domain) WHERE ((domain IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_import ON school_contact USING btree (centre_id, import_id);
CREATE INDEX school_contact_name ON school_contact USING btree (centre_id, school_id, name, id) WHERE (replaced_by IS NULL);
CREATE INDEX school_contact_p ON school_contact USING btree (centre_id, school_id, p_number) WHERE ((p_number IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_phone ON school_contact USING btree (centre_id, school_id, phone) WHERE ((phone IS NOT NULL) AND (replaced_by IS NULL));
alter table school_contact enable row level security;
create policy school_reads on school_contact for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on school_contact for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on school_contact for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on school_contact for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table script (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  version integer not null,
  body text not null,
  written_by integer,
  written_at timestamp with time zone not null,
  constraint script_pkey PRIMARY KEY (centre_id, id),
  constraint script_centre_id_list_id_version_key UNIQUE (centre_id, list_id, version),
  constraint script_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint script_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint script_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
);
alter table script enable row level security;
create policy centre_reads on script for select using ((centre_id = (select app_centre())));
create policy centre_adds on script for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on script for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on script for delete using ((centre_id = (select app_centre())));

create table session (
  hash text not null,
  person_id integer not null,
  centre_id integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX session_person ON session USING btree (person_id);

create table sign_in_try (
  id bigint not null generated always as identity,
  email text not null,
  at timestamp with time zone not null,
  constraint sign_in_try_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_try_email ON sign_in_try USING btree (email, at);

create table stored_file (
  centre_id integer not null,
  id integer not null generated always as identity,
  school_id integer,
  name text not null,
  size bigint not null,
  sha256 text not null,
  person_id integer,
  stored_at timestamp with time zone not null,
  constraint stored_file_pkey PRIMARY KEY (centre_id, id),
  constraint stored_file_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint stored_file_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint stored_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table stored_file enable row level security;
create policy own_reads on stored_file for select using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_adds on stored_file for insert with check (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_changes on stored_file for update using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school()))))) with check (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy own_removes on stored_file for delete using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));

create table strike (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  company_id integer not null,
  cvr text not null,
  struck_at timestamp with time zone not null,
  until_on date not null,
  undone_at timestamp with time zone,
  constraint strike_pkey PRIMARY KEY (centre_id, id),
  constraint strike_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint strike_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id)
);
CREATE INDEX strike_cvr ON strike USING btree (centre_id, cvr, until_on) WHERE (undone_at IS NULL);
CREATE INDEX strike_list ON strike USING btree (centre_id, list_id, company_id);
CREATE INDEX strike_of_company ON strike USING btree (company_id);
alter table strike enable row level security;
create policy centre_reads on strike for select using ((centre_id = (select app_centre())));
create policy centre_adds on strike for insert with check ((centre_id = (select app_centre())));
create policy origin_changes on strike for update using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM strike_origin o WHERE ((o.centre_id = strike.centre_id) AND (o.strike_id = strike.id)))))) with check ((centre_id = (select app_centre())));

create table strike_origin (
  centre_id integer not null,
  strike_id integer not null,
  school_id integer not null,
  list_id integer not null,
  company_id integer not null,
  person_id integer not null,
  reason text not null default '',
  undone_at timestamp with time zone,
  constraint strike_origin_pkey PRIMARY KEY (centre_id, strike_id),
  constraint strike_origin_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint strike_origin_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX strike_origin_once ON strike_origin USING btree (centre_id, school_id, list_id, company_id) WHERE (undone_at IS NULL);
alter table strike_origin enable row level security;
create policy school_reads on strike_origin for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on strike_origin for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on strike_origin for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on strike_origin for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table token (
  id integer not null generated always as identity,
  hash text not null,
  person_id integer not null,
  centre_id integer not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint token_pkey PRIMARY KEY (id),
  constraint token_hash_key UNIQUE (hash),
  constraint token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table visit (
  centre_id integer not null,
  id integer not null generated always as identity,
  booking_id integer,
  company_id integer not null,
  cvr text not null,
  list_id integer,
  person_id integer not null,
  visited_at timestamp with time zone not null,
  about text not null,
  reported_at timestamp with time zone not null,
  version integer not null default 1,
  municipality integer,
  industry text,
  employees integer,
  constraint visit_pkey PRIMARY KEY (centre_id, id),
  constraint visit_centre_id_booking_id_key UNIQUE (centre_id, booking_id),
  constraint visit_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint visit_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visit_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint visit_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX visit_company ON visit USING btree (centre_id, cvr, visited_at DESC);
CREATE INDEX visit_list ON visit USING btree (centre_id, list_id);
CREATE INDEX visit_of_company ON visit USING btree (company_id);
CREATE INDEX visit_person ON visit USING btree (centre_id, person_id, visited_at DESC);
alter table visit enable row level security;
create policy centre_reads on visit for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit for delete using ((centre_id = (select app_centre())));

create table visit_draft (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  company_id integer not null,
  booking_id integer,
  body jsonb not null,
  saved_at timestamp with time zone not null,
  constraint visit_draft_pkey PRIMARY KEY (centre_id, id),
  constraint visit_draft_centre_id_person_id_company_id_booking_id_key UNIQUE NULLS NOT DISTINCT (centre_id, person_id, company_id, booking_id),
  constraint visit_draft_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint visit_draft_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visit_draft_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint visit_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX visit_draft_of_company ON visit_draft USING btree (company_id);
alter table visit_draft enable row level security;
create policy own_reads on visit_draft for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on visit_draft for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on visit_draft for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on visit_draft for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));

create table visit_need (
  centre_id integer not null,
  id integer not null generated always as identity,
  visit_id integer not null,
  words text not null,
  education text,
  soon boolean not null default true,
  constraint visit_need_pkey PRIMARY KEY (centre_id, id),
  constraint visit_need_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id)
);
CREATE INDEX visit_need_visit ON visit_need USING btree (centre_id, visit_id);
alter table visit_need enable row level security;
create policy centre_reads on visit_need for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit_need for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit_need for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit_need for delete using ((centre_id = (select app_centre())));

create table visit_topic (
  centre_id integer not null,
  visit_id integer not null,
  topic text not null,
  constraint visit_topic_pkey PRIMARY KEY (centre_id, visit_id, topic),
  constraint visit_topic_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id)
);
alter table visit_topic enable row level security;
create policy centre_reads on visit_topic for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit_topic for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit_topic for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit_topic for delete using ((centre_id = (select app_centre())));

create table waiting_period (
  centre_id integer not null,
  id integer not null generated always as identity,
  cvr text not null,
  reason text not null,
  from_on date not null,
  until_on date,
  origin_kind text not null,
  person_id integer,
  words text not null default '',
  set_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by integer,
  lifted_why text,
  origin_id integer,
  company_id integer,
  constraint waiting_period_pkey PRIMARY KEY (centre_id, id),
  constraint waiting_period_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint waiting_period_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES person(id),
  constraint waiting_period_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint waiting_period_check CHECK (((until_on IS NULL) OR (until_on > from_on))),
  constraint waiting_period_origin_kind_check CHECK ((origin_kind = ANY (ARRAY['call'::text, 'link'::text, 'staff'::text]))),
  constraint waiting_period_reason_check CHECK ((reason = ANY (ARRAY['later'::text, 'not-interested'::text, 'no-answer'::text, 'wrong-number'::text, 'closed'::text, 'do-not-contact'::text])))
);
CREATE INDEX waiting_period_cvr ON waiting_period USING btree (centre_id, cvr) WHERE (lifted_at IS NULL);
CREATE INDEX waiting_period_origin ON waiting_period USING btree (centre_id, origin_kind, origin_id) WHERE (origin_id IS NOT NULL);
alter table waiting_period enable row level security;
create policy centre_reads on waiting_period for select using ((centre_id = (select app_centre())));
create policy centre_adds on waiting_period for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on waiting_period for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on waiting_period for delete using ((centre_id = (select app_centre())));

create table working_hours (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  weekday integer not null,
  from_time time without time zone not null,
  to_time time without time zone not null,
  constraint working_hours_pkey PRIMARY KEY (centre_id, id),
  constraint working_hours_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint working_hours_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint working_hours_check CHECK ((from_time < to_time)),
  constraint working_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX working_hours_person ON working_hours USING btree (centre_id, person_id, weekday);
alter table working_hours enable row level security;
create policy centre_reads on working_hours for select using ((centre_id = (select app_centre())));
create policy centre_adds on working_hours for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on working_hours for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on working_hours for delete using ((centre_id = (select app_centre())));

create view booking_ever with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    list_id,
    origin_kind,
    origin_id,
    form,
    starts_at,
    ends_at,
    place,
    contact_name,
    contact_email,
    contact_phone,
    note,
    booked_by,
    booked_at,
    confirmed_at,
    cancelled_at,
    reported_at,
    municipality,
    industry,
    employees
   FROM booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees.';

create view booking_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    list_id,
    origin_kind,
    origin_id,
    form,
    starts_at,
    ends_at,
    place,
    contact_name,
    contact_email,
    contact_phone,
    note,
    booked_by,
    booked_at,
    confirmed_at,
    reported_at,
    municipality,
    industry,
    employees
   FROM booking_ever
  WHERE (cancelled_at IS NULL);
comment on view booking_now is 'Meetings that stand: ahead, or held. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at reported_at municipality industry employees.';

create view call_queue with (security_invoker=true) as
 SELECT lc.centre_id,
    lc.list_id,
    lc.company_id,
    lc.cvr,
    lc."position",
    c.phone,
    back.due_at,
    last.answer AS last_answer,
    last.ended_at AS last_at,
    why.reason AS hindrance,
    why.until_on,
    why.until_at
   FROM ((((((list_company lc
     JOIN calling_list l ON (((l.centre_id = lc.centre_id) AND (l.id = lc.list_id))))
     JOIN company_place c ON ((c.id = lc.company_id)))
     LEFT JOIN LATERAL ( SELECT min(b.due_at) AS due_at
           FROM call_back b
          WHERE ((b.centre_id = lc.centre_id) AND (b.cvr = lc.cvr) AND (b.done_at IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM (booking k
                     JOIN call c2 ON (((c2.centre_id = b.centre_id) AND (c2.id = b.call_id))))
                  WHERE ((k.centre_id = b.centre_id) AND (k.cvr = b.cvr) AND (k.cancelled_at IS NULL) AND (k.booked_at >= c2.ended_at))))))) back ON (true))
     LEFT JOIN LATERAL ( SELECT s.answer,
            s.ended_at
           FROM standing_call s
          WHERE ((s.centre_id = lc.centre_id) AND (s.cvr = lc.cvr))
          ORDER BY s.ended_at DESC, s.id DESC
         LIMIT 1) last ON (true))
     LEFT JOIN rules r ON ((r.centre_id = lc.centre_id)))
     LEFT JOIN LATERAL ( SELECT h.rank,
            h.reason,
            h.until_on,
            h.until_at
           FROM (( SELECT n.rank,
                    n.word AS reason,
                    n.until_on,
                    NULL::timestamp with time zone AS until_at
                   FROM hindrance_now n
                  WHERE ((n.centre_id = lc.centre_id) AND (n.company_id = lc.company_id) AND ('outreach'::text = ANY (n.stops)))
                  ORDER BY n.rank, n.until_on DESC
                 LIMIT 1)
                UNION ALL
                 SELECT 28,
                    'not-in-list'::text AS text,
                    NULL::date AS date,
                    NULL::timestamp with time zone AS timestamptz
                  WHERE (c.cvr <> lc.cvr)
                UNION ALL
                 SELECT 107,
                    'no-phone'::text AS text,
                    NULL::date AS date,
                    NULL::timestamp with time zone AS timestamptz
                  WHERE (c.phone IS NULL)
                UNION ALL
                 SELECT 108,
                    'answered'::text AS text,
                    NULL::date AS date,
                    NULL::timestamp with time zone AS timestamptz
                  WHERE ((back.due_at IS NULL) AND ((last.answer = 'wants-contact'::text) OR (EXISTS ( SELECT
                           FROM booking k
                          WHERE ((k.centre_id = lc.centre_id) AND (k.cvr = lc.cvr) AND (k.cancelled_at IS NULL) AND (k.booked_at >= l.opened_at))))))
                UNION ALL
                 SELECT 109,
                    'under-call'::text AS text,
                    NULL::date AS date,
                    u.expires_at
                   FROM call_hold u
                  WHERE ((u.centre_id = lc.centre_id) AND ((u.cvr = lc.cvr) OR (u.phone = c.phone)) AND (u.expires_at > (select app_now())) AND (u.person_id IS DISTINCT FROM (select app_person())))
                UNION ALL
                 SELECT 110,
                    'call-back'::text AS text,
                    NULL::date AS date,
                    back.due_at
                  WHERE (back.due_at > (select app_now()))
                UNION ALL
                 SELECT 111,
                    'no-answer'::text AS text,
                    NULL::date AS date,
                    (last.ended_at + make_interval(hours => COALESCE(r.no_answer_hours, 4)))
                  WHERE ((last.answer = 'no-answer'::text) AND (back.due_at IS NULL) AND ((last.ended_at + make_interval(hours => COALESCE(r.no_answer_hours, 4))) > (select app_now())))
                UNION ALL
                 SELECT 112,
                    'skipped'::text AS text,
                    NULL::date AS date,
                    k.until_at
                   FROM call_skip k
                  WHERE ((k.centre_id = lc.centre_id) AND (k.person_id = (select app_person())) AND (k.cvr = lc.cvr) AND (k.until_at > (select app_now())))) h
          ORDER BY h.rank, h.until_on DESC
         LIMIT 1) why ON (true))
  WHERE lc.included;

create view calling_list with (security_invoker=true) as
 SELECT l.centre_id,
    l.id,
    l.name,
    o.opened_at
   FROM (contact_list l
     JOIN list_opening o ON (((o.centre_id = l.centre_id) AND (o.list_id = l.id))))
  WHERE (NOT (EXISTS ( SELECT
           FROM list_closing k
          WHERE ((k.centre_id = l.centre_id) AND (k.list_id = l.id)))));
comment on view calling_list is 'Lists that may be called: opened, and nobody has closed them. Null: none.';

create view centre_now with (security_invoker=true) as
 SELECT id,
    name,
    demo,
    created_at
   FROM centre;
comment on view centre_now is 'The centre. Null: none.';

create view company_place with (security_invoker=true) as
 SELECT c.id,
    c.kind,
    c.cvr,
    c.p_number,
    c.name,
    c.street,
    c.postal_code,
    c.town,
    c.municipality,
    c.industry,
    c.industry_text,
    c.form_code,
    c.form,
    c.employees,
    c.employees_from,
    c.employees_to,
    COALESCE(( SELECT o.phone
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), c.phone) AS phone,
    COALESCE(( SELECT o.email
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), c.email) AS email,
    COALESCE(( SELECT o.email_domain
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), c.email_domain) AS email_domain,
    COALESCE(( SELECT o.website
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), c.website) AS website,
    c.started_on,
    c.closed_on,
    c.status_text,
    (c.protected OR (EXISTS ( SELECT
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND o.protected)))) AS protected,
    COALESCE(c.protected_seen_at, ( SELECT o.protected_seen_at
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id)))) AS protected_seen_at,
    c.register_changed_at,
    c.changed_at,
    c.sought,
    false AS own
   FROM company c
UNION ALL
 SELECT o.id,
    o.kind,
    o.cvr,
    o.p_number,
    o.name,
    o.street,
    o.postal_code,
    o.town,
    o.municipality,
    o.industry,
    o.industry_text,
    o.form_code,
    o.form,
    o.employees,
    o.employees_from,
    o.employees_to,
    o.phone,
    o.email,
    o.email_domain,
    o.website,
    o.started_on,
    o.closed_on,
    o.status_text,
    o.protected,
    o.protected_seen_at,
    o.register_changed_at,
    o.changed_at,
    o.sought,
    true AS own
   FROM own_company o;
comment on view company_place is 'A company or workplace as the centre knows it: its own phone, email and website before the register''s; `own` when the register lacks it. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';

create view contact_made with (security_invoker=true) as
 SELECT centre_id,
    cvr,
    kind,
    since AS at,
    ((since AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_date
   FROM contact_mark m
  WHERE (kind = ANY (ARRAY['spoken'::text, 'visited'::text]));
comment on view contact_made is 'When somebody of the centre spoke with a company or visited it. Null: none.';

create view hindrance_now with (security_invoker=true) as
 SELECT m.centre_id,
    place.id AS company_id,
    place.cvr,
    m.kind,
    k.rank,
    k.word,
    k.stops,
    m.since,
    m.source_id,
    m.person_id,
        CASE
            WHEN (m.ends_at > (select app_now())) THEN m.ends_at
            ELSE NULL::timestamp with time zone
        END AS ends_at,
        CASE
            WHEN (m.ends_at > (select app_now())) THEN ((((m.ends_at - '00:00:00.000001'::interval) AT TIME ZONE 'Europe/Copenhagen'::text))::date + 1)
            ELSE NULL::date
        END AS until_on
   FROM ((contact_mark m
     JOIN hindrance_kind k ON ((k.kind = m.kind)))
     JOIN company_place place ON (((place.cvr = m.cvr) AND (m.whole OR (place.id = m.company_id)))))
  WHERE ((k.stops <> '{}'::text[]) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text)))
UNION ALL
 SELECT centre.id AS centre_id,
    place.id AS company_id,
    place.cvr,
    k.kind,
    k.rank,
    k.word,
    k.stops,
    COALESCE(((place.closed_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), place.protected_seen_at, place.changed_at) AS since,
    (place.id)::bigint AS source_id,
    NULL::integer AS person_id,
    NULL::timestamp with time zone AS ends_at,
    NULL::date AS until_on
   FROM ((company_place place
     CROSS JOIN centre_now centre)
     JOIN hindrance_kind k ON ((k.kind =
        CASE
            WHEN (place.closed_on <= (select app_today())) THEN 'ceased'::text
            ELSE 'protected'::text
        END)))
  WHERE ((place.closed_on <= (select app_today())) OR (place.protected AND (NOT (EXISTS ( SELECT
           FROM contact_basis b
          WHERE ((b.centre_id = centre.id) AND (b.cvr = place.cvr) AND (b.withdrawn_at IS NULL)))))))
UNION ALL
 SELECT centre.id AS centre_id,
    place.id AS company_id,
    place.cvr,
    k.kind,
    k.rank,
    k.word,
    k.stops,
    COALESCE(((legal.closed_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), legal.protected_seen_at, legal.changed_at) AS since,
    (legal.id)::bigint AS source_id,
    NULL::integer AS person_id,
    NULL::timestamp with time zone AS ends_at,
    NULL::date AS until_on
   FROM (((company_place legal
     JOIN company_place place ON (((place.cvr = legal.cvr) AND (place.kind = 'workplace'::text))))
     CROSS JOIN centre_now centre)
     JOIN hindrance_kind k ON ((k.kind =
        CASE
            WHEN (legal.closed_on <= (select app_today())) THEN 'ceased'::text
            ELSE 'protected'::text
        END)))
  WHERE ((legal.kind = 'company'::text) AND ((legal.closed_on <= (select app_today())) OR (legal.protected AND (NOT (EXISTS ( SELECT
           FROM contact_basis b
          WHERE ((b.centre_id = centre.id) AND (b.cvr = legal.cvr) AND (b.withdrawn_at IS NULL))))))));
comment on view hindrance_now is 'What holds against contacting a place today: the only judge. Null: ends_at until_on person_id.';

create view imported_change with (security_invoker=true) as
 SELECT ch.centre_id,
    ch.import_id,
    ch.subject,
    ch.subject_id,
    ch.before,
    ch.after,
    i.file_name,
    i.state,
    i.person_id,
    i.uploaded_at,
    i.finished_at,
    i.undone_at
   FROM (import_change ch
     JOIN import i ON (((i.centre_id = ch.centre_id) AND (i.id = ch.import_id))));
comment on view imported_change is 'What an import did to a row. Null: before person_id finished_at undone_at.';

create view list_now with (security_invoker=true) as
 SELECT l.centre_id,
    l.id,
    l.name,
    l.goal,
    l.made_by,
    l.made_at,
    d.drawn_at,
    h.hearing_id,
    h.deadline,
    h.ended_at AS heard_at,
    o.opened_at,
    k.closed_at,
        CASE
            WHEN (k.list_id IS NOT NULL) THEN 'closed'::text
            WHEN (o.list_id IS NOT NULL) THEN 'heard'::text
            WHEN (h.list_id IS NOT NULL) THEN 'in-hearing'::text
            WHEN (d.list_id IS NOT NULL) THEN 'drawn'::text
            ELSE 'draft'::text
        END AS state
   FROM ((((contact_list l
     LEFT JOIN draw d ON (((d.centre_id = l.centre_id) AND (d.list_id = l.id))))
     LEFT JOIN list_hearing h ON (((h.centre_id = l.centre_id) AND (h.list_id = l.id))))
     LEFT JOIN list_opening o ON (((o.centre_id = l.centre_id) AND (o.list_id = l.id))))
     LEFT JOIN list_closing k ON (((k.centre_id = l.centre_id) AND (k.list_id = l.id))));
comment on view list_now is 'A list, its state (draft, drawn, in-hearing, heard: may be called, closed) and since when. Null: drawn_at hearing_id deadline heard_at opened_at closed_at.';

create view listed_company with (security_invoker=true) as
 SELECT centre_id,
    id,
    list_id,
    company_id,
    cvr,
    "position",
    reason,
    sorted_out_until,
    municipality,
    industry,
    employees
   FROM list_company
  WHERE included;
comment on view listed_company is 'The companies that a draw took in, as they were that day, and until when the hearing sorted them out. Null: sorted_out_until municipality industry employees.';

create view member_ever with (security_invoker=true) as
 SELECT m.centre_id,
    m.id AS member_id,
    m.person_id,
    p.name,
    p.email,
    p.language,
    m.role,
    m.school_id,
    s.name AS school,
    s.municipality,
    m.title,
    m.phone,
    m.knows,
    m.joined_at,
    m.left_at
   FROM ((membership m
     JOIN person p ON ((p.id = m.person_id)))
     LEFT JOIN school s ON (((s.centre_id = m.centre_id) AND (s.id = m.school_id))));
comment on view member_ever is 'Who works or has worked here. Null: school_id school municipality title phone knows left_at.';

create view member_now with (security_invoker=true) as
 SELECT centre_id,
    member_id,
    person_id,
    name,
    email,
    language,
    role,
    school_id,
    school,
    municipality,
    title,
    phone,
    knows,
    joined_at
   FROM member_ever
  WHERE (left_at IS NULL);
comment on view member_now is 'Who works here now. Null: school_id school municipality title phone knows.';

create view person_named with (security_invoker=true) as
 SELECT id,
    name
   FROM person;
comment on view person_named is 'Who someone is, whether still here or not. Null: none.';

create view place_email_domain with (security_invoker=true) as
 SELECT o.id,
    o.email_domain
   FROM own_place o
  WHERE ((o.centre_id = (select app_centre())) AND (o.email_domain IS NOT NULL))
UNION ALL
 SELECT c.id,
    c.email_domain
   FROM company c
  WHERE ((c.email_domain IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND (o.email IS NOT NULL))))));
comment on view place_email_domain is 'Which company or workplace has mail at a domain, as the centre knows it. Null: none.';

create view place_phone with (security_invoker=true) as
 SELECT o.id,
    o.phone
   FROM own_place o
  WHERE ((o.centre_id = (select app_centre())) AND (o.phone IS NOT NULL))
UNION ALL
 SELECT c.id,
    c.phone
   FROM company c
  WHERE ((c.phone IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND (o.phone IS NOT NULL))))));
comment on view place_phone is 'Which company or workplace has a phone number, as the centre knows it. Null: none.';

create view promise_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    origin_kind,
    origin_id,
    what,
    owner_id,
    due_on,
    made_by,
    made_at,
    kept_at,
    dropped_at
   FROM promise;
comment on view promise_now is 'What was promised, as it stands. Null: origin_kind origin_id kept_at dropped_at.';

create view rules_now with (security_invoker=true) as
 SELECT centre_id,
    silence,
    later_months,
    not_interested_months,
    strike_months,
    no_answer_hours,
    no_answer_tries,
    no_answer_rest_days,
    visit_minutes
   FROM rules;
comment on view rules_now is 'What the centre has chosen. Null: none.';

create view school_contact_now with (security_invoker=true) as
 SELECT centre_id,
    school_id,
    id,
    name,
    cvr,
    p_number,
    phone,
    email,
    domain,
    street,
    postal_code,
    town,
    contact_person,
    knows,
    note
   FROM school_contact
  WHERE (replaced_by IS NULL);
comment on view school_contact_now is 'The own school''s contacts. Null: cvr p_number phone email domain street postal_code town contact_person knows note.';

create view school_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    kind,
    institution,
    municipality,
    mail_domain
   FROM school;
comment on view school_now is 'The schools of a centre. Null: institution municipality mail_domain.';

create view standing_call with (security_invoker=true) as
 SELECT centre_id,
    id,
    list_id,
    company_id,
    cvr,
    person_id,
    script_id,
    started_at,
    ended_at,
    answer,
    spoke_with,
    note,
    call_back_at
   FROM call c
  WHERE (NOT (EXISTS ( SELECT
           FROM call_correction k
          WHERE ((k.centre_id = c.centre_id) AND (k.call_id = c.id)))));

create view visit_due with (security_invoker=true) as
 SELECT b.centre_id,
    b.id AS booking_id,
    b.company_id,
    b.cvr,
    w.person_id,
    b.starts_at
   FROM (booking_now b
     JOIN visitor_ever w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
  WHERE ((b.starts_at <= (select app_now())) AND (b.reported_at IS NULL));
comment on view visit_due is 'Meetings that were held and have no report. Null: none.';

create view visit_reported with (security_invoker=true) as
 SELECT centre_id,
    id,
    booking_id,
    list_id,
    company_id,
    cvr,
    person_id,
    visited_at,
    reported_at,
    municipality,
    industry,
    employees
   FROM visit;
comment on view visit_reported is 'Visits that were reported, without what was written; municipality, industry and employees as they were then. Null: booking_id list_id municipality industry employees.';

create view visitor_ever with (security_invoker=true) as
 SELECT centre_id,
    booking_id,
    person_id,
    travel_minutes,
    acknowledged_at
   FROM booking_visitor;
comment on view visitor_ever is 'Who goes to a meeting. Null: acknowledged_at.';

create view wait_given with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    reason,
    from_on,
    until_on,
    origin_kind,
    origin_id,
    set_at,
    lifted_at
   FROM waiting_period;
comment on view wait_given is 'Waits that a company was given, lifted ones too. Null: company_id until_on origin_id lifted_at.';

CREATE OR REPLACE FUNCTION app_centre()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.centre', true), '')::int $function$;

CREATE OR REPLACE FUNCTION app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.now', true), '')::timestamptz $function$;

CREATE OR REPLACE FUNCTION app_person()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.person', true), '')::int $function$;

CREATE OR REPLACE FUNCTION app_school()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.school', true), '')::int $function$;

CREATE OR REPLACE FUNCTION app_today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Europe/Copenhagen')::date $function$;

CREATE OR REPLACE FUNCTION company_key(centre integer, cvr text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select (centre::bigint << 32) | cvr::bigint
$function$;

CREATE OR REPLACE FUNCTION keep_own_company()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from own_company o where o.centre_id = old.centre_id and o.id = old.id;
  end if;
  if new.name is not null and not exists (select from company c where c.id = new.id) then
    insert into own_company select new.*;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION number_company()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select k.id into new.id from company_known k where k.number = coalesce(new.p_number, new.cvr);
  if new.id is null then
    insert into company_known (number) values (coalesce(new.p_number, new.cvr)) on conflict do nothing returning id into new.id;
  end if;
  -- Somebody else named it at the same moment.
  if new.id is null then
    select k.id into new.id from company_known k where k.number = coalesce(new.p_number, new.cvr);
  end if;
  return new;
end $function$;

CREATE OR REPLACE PROCEDURE of_centre(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy centre_reads on %s for select using (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_adds on %s for insert with check (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_changes on %s for update using (centre_id = (select app_centre())) with check (centre_id = (select app_centre()))', tbl);
  execute format('create policy centre_removes on %s for delete using (centre_id = (select app_centre()))', tbl);
end $procedure$;

CREATE OR REPLACE PROCEDURE of_school(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine constant text := 'centre_id = (select app_centre()) and school_id = (select app_school())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy school_reads on %s for select using (%s)', tbl, mine);
  execute format('create policy school_adds on %s for insert with check (%s)', tbl, mine);
  execute format('create policy school_changes on %s for update using (%s) with check (%s)', tbl, mine, mine);
  execute format('create policy school_removes on %s for delete using (%s)', tbl, mine);
end $procedure$;

CREATE OR REPLACE FUNCTION refuse_hold_on_hindered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  why text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  select h.word into why from hindrance_now h
  where h.centre_id = new.centre_id and h.company_id = new.company_id and 'outreach' = any(h.stops)
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be called: %', why using errcode = 'TV001', detail = why;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_hold_outside_list()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from list_company lc
    join calling_list l on l.centre_id = lc.centre_id and l.id = lc.list_id
    join company_place c on c.id = lc.company_id
    where lc.centre_id = new.centre_id and lc.list_id = new.list_id and lc.company_id = new.company_id
      and lc.included and lc.cvr = new.cvr and c.cvr = new.cvr and c.phone = new.phone
  ) then
    raise exception 'may not be called: %', 'not-in-list' using errcode = 'TV001', detail = 'not-in-list';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_asker_of_session(session_hash text, at timestamp with time zone)
 RETURNS TABLE(person_id integer, centre_id integer, school_id integer, role text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select m.person_id, m.centre_id, m.school_id, m.role, p.language
    from session s join membership m on m.person_id = s.person_id and m.centre_id = s.centre_id join person p on p.id = s.person_id
    where s.hash = session_hash and s.expires_at > at and m.left_at is null
  $function$;

CREATE OR REPLACE FUNCTION unsafe_asker_of_token(token_hash text)
 RETURNS TABLE(person_id integer, centre_id integer, school_id integer, role text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select m.person_id, m.centre_id, m.school_id, m.role, p.language
    from token t join membership m on m.person_id = t.person_id and m.centre_id = t.centre_id join person p on p.id = t.person_id
    where t.hash = token_hash and t.revoked_at is null and m.left_at is null
  $function$;

CREATE OR REPLACE FUNCTION unsafe_centre_ids()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id from centre order by id $function$;

CREATE OR REPLACE FUNCTION unsafe_is_demo()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select coalesce(bool_and(demo), false) from centre $function$;

CREATE OR REPLACE FUNCTION unsafe_make_centre(name text, demo boolean, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ insert into centre (name, demo, created_at) values (name, demo, at) returning id $function$;

CREATE OR REPLACE FUNCTION unsafe_make_first_centre(name text, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  made int;
begin
  perform pg_advisory_xact_lock(hashtext('tovholder first centre'));
  insert into centre (name, created_at)
    select unsafe_make_first_centre.name, unsafe_make_first_centre.at where not exists (select from centre)
    returning id into made;
  return made;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_own_companies_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    delete from own_company o using moved m where o.id = m.id;
  else
    insert into own_company select o.* from own_place o join moved m on m.id = o.id where o.name is not null;
  end if;
  return null;
end $function$;

-- Who may do what
grant delete, insert, select, update on absence to the application;
grant delete, insert, select, update on booking to the application;
grant delete, insert, select, update on booking_ever to the application;
grant delete, insert, select, update on booking_now to the application;
grant delete, insert, select, update on booking_visitor to the application;
grant delete, insert, select, update on busy to the application;
grant insert, select on call to the application;
grant delete, insert, select, update on call_back to the application;
grant insert, select on call_correction to the application;
grant delete, insert, select, update on call_hold to the application;
grant delete, insert, select, update on call_queue to the application;
grant delete, insert, select, update on call_skip to the application;
grant delete, insert, select, update on calling_list to the application;
grant select, update on centre to the application;
grant delete, insert, select, update on centre_now to the application;
grant delete, insert, select, update on class to the application;
grant delete, insert, select, update on company to the application;
grant delete, insert, select, update on company_known to the application;
grant delete, insert, select, update on company_place to the application;
grant delete, insert, select, update on contact_basis to the application;
grant delete, insert, select, update on contact_list to the application;
grant delete, insert, select, update on contact_made to the application;
grant delete, insert, select, update on contact_mark to the application;
grant delete, insert, select, update on course to the application;
grant insert, select on draw to the application;
grant insert, select on event to the application;
grant delete, insert, select on file_piece to the application;
grant delete, insert, select, update on hearing to the application;
grant delete, insert, select, update on hearing_answer to the application;
grant select on hindrance_kind to the application;
grant delete, insert, select, update on hindrance_now to the application;
grant delete, insert, select, update on idempotency to the application;
grant delete, insert, select, update on import to the application;
grant delete, insert, select, update on import_change to the application;
grant delete, insert, select on import_error to the application;
grant delete, insert, select, update on imported_change to the application;
grant delete, insert, select, update on invitation to the application;
grant delete, insert, select, update on kept to the application;
grant delete, insert, select, update on link to the application;
grant delete, insert, select, update on link_miss to the application;
grant delete, insert, select, update on list_closing to the application;
grant delete, insert, select, update on list_company to the application;
grant delete, insert, select, update on list_hearing to the application;
grant delete, insert, select, update on list_now to the application;
grant insert, select on list_opening to the application;
grant delete, insert, select, update on listed_company to the application;
grant delete, insert, select, update on member_ever to the application;
grant delete, insert, select, update on member_now to the application;
grant delete, insert, select, update on membership to the application;
grant delete, insert, select, update on outbox to the application;
grant delete, insert, select, update on own_company to the application;
grant delete, insert, select, update on own_place to the application;
grant delete, insert, select, update on person to the application;
grant delete, insert, select, update on person_named to the application;
grant delete, insert, select, update on place_email_domain to the application;
grant delete, insert, select, update on place_phone to the application;
grant delete, insert, select, update on promise to the application;
grant delete, insert, select, update on promise_handover to the application;
grant delete, insert, select, update on promise_now to the application;
grant delete, insert, select, update on provider to the application;
grant delete, insert, select, update on rules to the application;
grant delete, insert, select, update on rules_now to the application;
grant delete, insert, select, update on school to the application;
grant delete, insert, select, update on school_contact to the application;
grant delete, insert, select, update on school_contact_now to the application;
grant delete, insert, select, update on school_now to the application;
grant delete, insert, select, update on script to the application;
grant delete, insert, select, update on session to the application;
grant delete, insert, select, update on sign_in_try to the application;
grant delete, insert, select, update on standing_call to the application;
grant delete, insert, select, update on stored_file to the application;
grant insert, select, update on strike to the application;
grant delete, insert, select, update on strike_origin to the application;
grant delete, insert, select, update on token to the application;
grant delete, insert, select, update on visit to the application;
grant delete, insert, select, update on visit_draft to the application;
grant delete, insert, select, update on visit_due to the application;
grant delete, insert, select, update on visit_need to the application;
grant delete, insert, select, update on visit_reported to the application;
grant delete, insert, select, update on visit_topic to the application;
grant delete, insert, select, update on visitor_ever to the application;
grant delete, insert, select, update on wait_given to the application;
grant delete, insert, select, update on waiting_period to the application;
grant delete, insert, select, update on working_hours to the application;
