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

create table announced_campaign (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  school_id integer,
  whose text not null default '',
  from_on date not null,
  to_on date not null,
  municipalities integer[] not null default '{}'::integer[],
  industries text[] not null default '{}'::text[],
  announced_by integer not null,
  announced_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by integer,
  constraint announced_campaign_pkey PRIMARY KEY (centre_id, id),
  constraint announced_campaign_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES person(id),
  constraint announced_campaign_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint announced_campaign_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint announced_campaign_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint announced_campaign_check CHECK ((to_on >= from_on)),
  constraint announced_campaign_check1 CHECK (((school_id IS NULL) <> (whose = '')))
);
CREATE INDEX announced_campaign_school ON announced_campaign USING btree (centre_id, school_id);
alter table announced_campaign enable row level security;
create policy centre_reads on announced_campaign for select using ((centre_id = (select app_centre())));
create policy centre_adds on announced_campaign for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on announced_campaign for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on announced_campaign for delete using ((centre_id = (select app_centre())));

create table answering_hour (
  centre_id integer not null,
  trade integer not null,
  weekday integer not null,
  hour integer not null,
  better boolean not null,
  calls integer not null,
  reached integer not null,
  constraint answering_hour_pkey PRIMARY KEY (centre_id, weekday, hour, trade),
  constraint answering_hour_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint answering_hour_calls_check CHECK ((calls > 0)),
  constraint answering_hour_check CHECK (((reached >= 0) AND (reached <= calls))),
  constraint answering_hour_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  constraint answering_hour_trade_check CHECK (((trade >= 1) AND (trade <= 10))),
  constraint answering_hour_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
alter table answering_hour enable row level security;
create policy centre_reads on answering_hour for select using ((centre_id = (select app_centre())));
create policy centre_adds on answering_hour for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on answering_hour for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on answering_hour for delete using ((centre_id = (select app_centre())));

create table answering_reckoned (
  centre_id integer not null,
  reckoned_on date not null,
  constraint answering_reckoned_pkey PRIMARY KEY (centre_id),
  constraint answering_reckoned_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table answering_reckoned enable row level security;
create policy centre_reads on answering_reckoned for select using ((centre_id = (select app_centre())));
create policy centre_adds on answering_reckoned for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on answering_reckoned for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on answering_reckoned for delete using ((centre_id = (select app_centre())));

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
  organizer_name text,
  organizer_email text,
  purpose text not null default 'outreach'::text,
  booked_for integer,
  company_person_id integer,
  not_met_at timestamp with time zone,
  not_met_by integer,
  not_met_note text not null default '',
  chosen_why text,
  moved_at timestamp with time zone,
  moved_by integer,
  own_places jsonb not null default '{}'::jsonb,
  constraint booking_pkey PRIMARY KEY (centre_id, id),
  constraint booking_centre_id_uid_key UNIQUE (centre_id, uid),
  constraint booking_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES person(id),
  constraint booking_booked_for_fkey FOREIGN KEY (booked_for) REFERENCES person(id),
  constraint booking_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id),
  constraint booking_centre_id_company_person_id_fkey FOREIGN KEY (centre_id, company_person_id) REFERENCES company_person(centre_id, id),
  constraint booking_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint booking_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint booking_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint booking_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES person(id),
  constraint booking_not_met_by_fkey FOREIGN KEY (not_met_by) REFERENCES person(id),
  constraint booking_check CHECK ((starts_at < ends_at)),
  constraint booking_check2 CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  constraint booking_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text]))),
  constraint booking_organizer_whole CHECK (((organizer_name IS NULL) = (organizer_email IS NULL))),
  constraint booking_own_places_check CHECK ((jsonb_typeof(own_places) = 'object'::text)),
  constraint booking_purpose_check CHECK ((purpose = ANY (ARRAY['outreach'::text, 'agreed'::text, 'enquiry'::text])))
);
CREATE INDEX booking_company ON booking USING btree (centre_id, cvr, starts_at);
CREATE INDEX booking_list ON booking USING btree (centre_id, list_id);
CREATE INDEX booking_of_company ON booking USING btree (company_id);
CREATE INDEX booking_of_person ON booking USING btree (centre_id, company_person_id) WHERE (company_person_id IS NOT NULL);
CREATE INDEX booking_origin ON booking USING btree (centre_id, origin_kind, origin_id);
CREATE INDEX booking_time ON booking USING btree (centre_id, starts_at);
alter table booking enable row level security;
create policy centre_reads on booking for select using ((centre_id = (select app_centre())));
create policy centre_adds on booking for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on booking for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on booking for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER booking_guard BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION refuse_booking_on_hindered();

create table booking_visitor (
  centre_id integer not null,
  booking_id integer not null,
  person_id integer not null,
  travel_minutes integer not null,
  acknowledged_at timestamp with time zone,
  "position" smallint not null default 1,
  released_at timestamp with time zone,
  travel_known boolean not null default true,
  chosen_why text,
  constraint booking_visitor_pkey PRIMARY KEY (centre_id, booking_id, person_id),
  constraint booking_visitor_in_order UNIQUE (centre_id, booking_id, "position"),
  constraint booking_visitor_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint booking_visitor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint booking_visitor_position_check CHECK (("position" > 0)),
  constraint booking_visitor_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 240)))
);
CREATE INDEX booking_visitor_person ON booking_visitor USING btree (centre_id, person_id, booking_id);
alter table booking_visitor enable row level security;
create policy centre_reads on booking_visitor for select using ((centre_id = (select app_centre())));
create policy centre_adds on booking_visitor for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on booking_visitor for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on booking_visitor for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER new_visitor_is_here BEFORE UPDATE OF person_id ON booking_visitor FOR EACH ROW WHEN ((new.person_id IS DISTINCT FROM old.person_id)) EXECUTE FUNCTION must_be_here('person_id');
CREATE TRIGGER visitor_is_here BEFORE INSERT ON booking_visitor FOR EACH ROW WHEN ((new.released_at IS NULL)) EXECUTE FUNCTION must_be_here('person_id');

create table busy (
  centre_id integer not null,
  kind text not null,
  source_id bigint not null,
  person_id integer not null,
  during tstzrange not null,
  travel_minutes integer not null default 0,
  form text,
  constraint busy_pkey PRIMARY KEY (centre_id, kind, source_id, person_id),
  constraint busy_never_two_at_once EXCLUDE USING gist (centre_id WITH =, person_id WITH =, during WITH &&),
  constraint busy_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint busy_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint busy_during_check CHECK ((NOT isempty(during))),
  constraint busy_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text]))),
  constraint busy_meeting_has_form CHECK (((kind <> 'booking'::text) OR (form IS NOT NULL))) NOT VALID,
  constraint busy_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 240)))
);
alter table busy enable row level security;
create policy centre_reads on busy for select using ((centre_id = (select app_centre())));
create policy centre_adds on busy for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on busy for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on busy for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER refuse_over_capacity AFTER INSERT OR UPDATE ON busy FOR EACH ROW EXECUTE FUNCTION refuse_over_capacity();

create table call (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer,
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
  refusal_reason_id integer,
  own_answer_id integer,
  own_reason_id integer,
  constraint call_pkey PRIMARY KEY (centre_id, id),
  constraint call_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint call_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint call_own_answer FOREIGN KEY (centre_id, own_answer_id, answer) REFERENCES own_answer(centre_id, id, base),
  constraint call_own_reason FOREIGN KEY (centre_id, own_answer_id, own_reason_id) REFERENCES own_answer_reason(centre_id, own_answer_id, id),
  constraint call_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint call_refusal_reason FOREIGN KEY (centre_id, refusal_reason_id) REFERENCES refusal_reason(centre_id, id),
  constraint call_answer_check CHECK ((answer = ANY (ARRAY['wants-contact'::text, 'later'::text, 'not-interested'::text, 'no-answer'::text, 'call-back'::text, 'wrong-number'::text, 'closed'::text, 'do-not-contact'::text]))),
  constraint call_check CHECK (((answer = 'call-back'::text) = (call_back_at IS NOT NULL))),
  constraint call_own_reason_of_answer CHECK (((own_reason_id IS NULL) OR (own_answer_id IS NOT NULL))),
  constraint call_reason_of_a_no CHECK (((refusal_reason_id IS NULL) OR (answer = ANY (ARRAY['later'::text, 'not-interested'::text, 'do-not-contact'::text]))))
);
CREATE INDEX call_company ON call USING btree (centre_id, cvr, ended_at DESC);
CREATE INDEX call_list ON call USING btree (centre_id, list_id, company_id, ended_at DESC);
CREATE INDEX call_of_company ON call USING btree (company_id);
CREATE INDEX call_own ON call USING btree (centre_id, own_answer_id, answer) WHERE (own_answer_id IS NOT NULL);
CREATE INDEX call_own_reason ON call USING btree (centre_id, own_answer_id, own_reason_id) WHERE (own_reason_id IS NOT NULL);
CREATE INDEX call_person ON call USING btree (centre_id, person_id, ended_at DESC);
CREATE INDEX call_reason ON call USING btree (centre_id, refusal_reason_id) WHERE (refusal_reason_id IS NOT NULL);
alter table call enable row level security;
create policy centre_reads on call for select using ((centre_id = (select app_centre())));
create policy centre_adds on call for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER call_only_forgets BEFORE UPDATE OF spoke_with ON call FOR EACH ROW EXECUTE FUNCTION refuse_changed_call();

create table call_centre (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  outside boolean not null,
  added_by integer not null,
  added_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by integer,
  constraint call_centre_pkey PRIMARY KEY (centre_id, id),
  constraint call_centre_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint call_centre_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint call_centre_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX call_centre_added_by ON call_centre USING btree (added_by);
CREATE INDEX call_centre_closed_by ON call_centre USING btree (closed_by);
CREATE UNIQUE INDEX call_centre_name ON call_centre USING btree (centre_id, lower(name)) WHERE (closed_at IS NULL);
alter table call_centre enable row level security;
create policy centre_reads on call_centre for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_centre for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_centre for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_centre for delete using ((centre_id = (select app_centre())));

create table call_centre_caller (
  centre_id integer not null,
  person_id integer not null,
  call_centre_id integer not null,
  placed_by integer,
  placed_at timestamp with time zone not null,
  constraint call_centre_caller_pkey PRIMARY KEY (centre_id, person_id),
  constraint call_centre_caller_centre_id_call_centre_id_fkey FOREIGN KEY (centre_id, call_centre_id) REFERENCES call_centre(centre_id, id),
  constraint call_centre_caller_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_caller_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint call_centre_caller_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES person(id)
);
CREATE INDEX call_centre_caller_by ON call_centre_caller USING btree (placed_by);
CREATE INDEX call_centre_caller_of ON call_centre_caller USING btree (centre_id, call_centre_id);
CREATE INDEX call_centre_caller_person ON call_centre_caller USING btree (person_id);
alter table call_centre_caller enable row level security;
create policy centre_reads on call_centre_caller for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_centre_caller for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_centre_caller for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_centre_caller for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER note_placing AFTER INSERT OR DELETE OR UPDATE OF call_centre_id ON call_centre_caller FOR EACH ROW EXECUTE FUNCTION note_placing();

create table call_centre_list (
  centre_id integer not null,
  list_id integer not null,
  call_centre_id integer not null,
  given_by integer,
  given_at timestamp with time zone not null,
  constraint call_centre_list_pkey PRIMARY KEY (centre_id, list_id),
  constraint call_centre_list_centre_id_call_centre_id_fkey FOREIGN KEY (centre_id, call_centre_id) REFERENCES call_centre(centre_id, id),
  constraint call_centre_list_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_list_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint call_centre_list_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id)
);
CREATE INDEX call_centre_list_by ON call_centre_list USING btree (given_by);
CREATE INDEX call_centre_list_of ON call_centre_list USING btree (centre_id, call_centre_id);
alter table call_centre_list enable row level security;
create policy centre_reads on call_centre_list for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_centre_list for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_centre_list for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_centre_list for delete using ((centre_id = (select app_centre())));

create table call_centre_placed (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  call_centre_id integer not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  constraint call_centre_placed_pkey PRIMARY KEY (centre_id, id),
  constraint call_centre_placed_centre_id_call_centre_id_fkey FOREIGN KEY (centre_id, call_centre_id) REFERENCES call_centre(centre_id, id),
  constraint call_centre_placed_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_placed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE UNIQUE INDEX call_centre_placed_now ON call_centre_placed USING btree (centre_id, person_id) WHERE (to_at IS NULL);
CREATE INDEX call_centre_placed_of ON call_centre_placed USING btree (centre_id, call_centre_id);
CREATE INDEX call_centre_placed_person ON call_centre_placed USING btree (person_id);
alter table call_centre_placed enable row level security;
create policy centre_reads on call_centre_placed for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_centre_placed for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_centre_placed for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_centre_placed for delete using ((centre_id = (select app_centre())));

create table call_centre_price (
  centre_id integer not null,
  id integer not null generated always as identity,
  call_centre_id integer not null,
  per text not null,
  kroner numeric(10,2),
  from_on date not null,
  said_by integer,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  taken_back_by integer,
  constraint call_centre_price_pkey PRIMARY KEY (centre_id, id),
  constraint call_centre_price_centre_id_call_centre_id_fkey FOREIGN KEY (centre_id, call_centre_id) REFERENCES call_centre(centre_id, id),
  constraint call_centre_price_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_centre_price_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint call_centre_price_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES person(id),
  constraint call_centre_price_kroner_check CHECK ((kroner > (0)::numeric)),
  constraint call_centre_price_per_check CHECK ((per = ANY (ARRAY['minute'::text, 'month'::text])))
);
CREATE INDEX call_centre_price_by ON call_centre_price USING btree (said_by);
CREATE INDEX call_centre_price_of ON call_centre_price USING btree (centre_id, call_centre_id);
CREATE INDEX call_centre_price_taken_back_by ON call_centre_price USING btree (taken_back_by);
alter table call_centre_price enable row level security;
create policy centre_reads on call_centre_price for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_centre_price for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_centre_price for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_centre_price for delete using ((centre_id = (select app_centre())));

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
CREATE INDEX call_correction_new ON call_correction USING btree (centre_id, new_call_id);
alter table call_correction enable row level security;
create policy centre_reads on call_correction for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_correction for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_correction for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_correction for delete using ((centre_id = (select app_centre())));

create table call_hold (
  centre_id integer not null,
  cvr text not null,
  phone text not null,
  list_id integer,
  company_id integer not null,
  person_id integer not null,
  script_id integer,
  taken_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answers_for text not null,
  charged boolean not null default true,
  form text not null,
  constraint call_hold_pkey PRIMARY KEY (centre_id, answers_for),
  constraint call_hold_centre_id_person_id_key UNIQUE (centre_id, person_id),
  constraint call_hold_centre_id_phone_key UNIQUE (centre_id, phone),
  constraint call_hold_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_hold_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint call_hold_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint call_hold_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint call_hold_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text])))
);
CREATE INDEX call_hold_of_company ON call_hold USING btree (company_id);
alter table call_hold enable row level security;
create policy centre_reads on call_hold for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_hold for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_hold for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_hold for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER call_hold_guard BEFORE INSERT OR UPDATE ON call_hold FOR EACH ROW EXECUTE FUNCTION refuse_hold_on_hindered();
CREATE TRIGGER call_hold_in_list BEFORE INSERT OR UPDATE ON call_hold FOR EACH ROW EXECUTE FUNCTION refuse_hold_outside_list();
CREATE TRIGGER call_hold_token AFTER DELETE OR UPDATE OF expires_at ON call_hold FOR EACH ROW EXECUTE FUNCTION queue_token();
CREATE TRIGGER call_hold_when_full BEFORE INSERT ON call_hold FOR EACH ROW EXECUTE FUNCTION refuse_hold_when_full();

create table call_skip (
  centre_id integer not null,
  person_id integer not null,
  cvr text not null,
  until_at timestamp with time zone not null,
  place integer not null default 0,
  constraint call_skip_pkey PRIMARY KEY (centre_id, person_id, cvr, place),
  constraint call_skip_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint call_skip_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table call_skip enable row level security;
create policy centre_reads on call_skip for select using ((centre_id = (select app_centre())));
create policy centre_adds on call_skip for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on call_skip for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on call_skip for delete using ((centre_id = (select app_centre())));

create table caller_language (
  centre_id integer not null,
  person_id integer not null,
  language text not null,
  said_by integer,
  said_at timestamp with time zone not null,
  constraint caller_language_pkey PRIMARY KEY (centre_id, person_id, language),
  constraint caller_language_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint caller_language_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint caller_language_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint caller_language_language_check CHECK (((language ~ '^[a-z]{3}$'::text) AND (language <> 'dan'::text)))
);
CREATE INDEX caller_language_person ON caller_language USING btree (person_id);
CREATE INDEX caller_language_said_by ON caller_language USING btree (said_by);
alter table caller_language enable row level security;
create policy centre_reads on caller_language for select using ((centre_id = (select app_centre())));
create policy centre_adds on caller_language for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on caller_language for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on caller_language for delete using ((centre_id = (select app_centre())));

create table calling_hours (
  centre_id integer not null,
  weekday integer not null,
  from_time time without time zone not null,
  to_time time without time zone not null,
  constraint calling_hours_pkey PRIMARY KEY (centre_id, weekday),
  constraint calling_hours_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint calling_hours_check CHECK ((from_time < to_time)),
  constraint calling_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
alter table calling_hours enable row level security;
create policy centre_reads on calling_hours for select using ((centre_id = (select app_centre())));
create policy centre_adds on calling_hours for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on calling_hours for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on calling_hours for delete using ((centre_id = (select app_centre())));

create table campaign (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  goal_id integer,
  target text not null,
  employees text[] not null default '{}'::text[],
  criteria jsonb not null,
  call_centre integer not null default 0,
  own_consultants integer not null default 0,
  partners integer not null default 0,
  networks integer not null default 0,
  why text not null default '',
  from_on date,
  to_on date,
  version integer not null default 1,
  made_by integer not null,
  made_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  asked_by integer,
  proposed jsonb,
  settled_at timestamp with time zone,
  settled_by integer,
  ended_at timestamp with time zone,
  ended_by integer,
  script text not null default '',
  offer text not null,
  constraint campaign_pkey PRIMARY KEY (centre_id, id),
  constraint campaign_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint campaign_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint campaign_centre_id_goal_id_fkey FOREIGN KEY (centre_id, goal_id) REFERENCES goal(centre_id, id),
  constraint campaign_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint campaign_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint campaign_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint campaign_call_centre_check CHECK (((call_centre >= 0) AND (call_centre <= 100))),
  constraint campaign_check CHECK ((to_on >= from_on)),
  constraint campaign_check1 CHECK (((settled_at IS NULL) OR (((((call_centre + own_consultants) + partners) + networks) = 100) AND (proposed IS NOT NULL)))),
  constraint campaign_check2 CHECK (((settled_at IS NULL) = (settled_by IS NULL))),
  constraint campaign_check3 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint campaign_employees_check CHECK ((employees <@ ARRAY['short-schooling'::text, 'second-language'::text, 'fifty-plus'::text])),
  constraint campaign_networks_check CHECK (((networks >= 0) AND (networks <= 100))),
  constraint campaign_offer_check CHECK ((offer = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text]))),
  constraint campaign_own_consultants_check CHECK (((own_consultants >= 0) AND (own_consultants <= 100))),
  constraint campaign_partners_check CHECK (((partners >= 0) AND (partners <= 100))),
  constraint campaign_script_check CHECK ((length(script) <= 12000)),
  constraint campaign_target_check CHECK ((target = ANY (ARRAY['companies'::text, 'employees'::text])))
);
CREATE INDEX campaign_goal ON campaign USING btree (centre_id, goal_id);
alter table campaign enable row level security;
create policy centre_reads on campaign for select using ((centre_id = (select app_centre())));
create policy centre_adds on campaign for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on campaign for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on campaign for delete using ((centre_id = (select app_centre())));

create table campaign_answer (
  centre_id integer not null,
  campaign_id integer not null,
  question text not null,
  answer text not null,
  given integer not null default 0,
  shown integer not null default 0,
  constraint campaign_answer_pkey PRIMARY KEY (centre_id, campaign_id, question, answer),
  constraint campaign_answer_centre_id_campaign_id_fkey FOREIGN KEY (centre_id, campaign_id) REFERENCES campaign(centre_id, id),
  constraint campaign_answer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint campaign_answer_answer_check CHECK ((answer = ANY (ARRAY['overview'::text, 'trade'::text, 'yes'::text, 'no'::text]))),
  constraint campaign_answer_check CHECK ((shown <= given)),
  constraint campaign_answer_given_check CHECK ((given >= 0)),
  constraint campaign_answer_question_check CHECK ((question = ANY (ARRAY['wanted'::text, 'at-ease'::text])))
);
alter table campaign_answer enable row level security;
create policy centre_reads on campaign_answer for select using ((centre_id = (select app_centre())));
create policy centre_adds on campaign_answer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on campaign_answer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on campaign_answer for delete using ((centre_id = (select app_centre())));

create table campaign_answered (
  centre_id integer not null,
  campaign_id integer not null,
  person_id integer not null,
  constraint campaign_answered_pkey PRIMARY KEY (centre_id, campaign_id, person_id),
  constraint campaign_answered_centre_id_campaign_id_fkey FOREIGN KEY (centre_id, campaign_id) REFERENCES campaign(centre_id, id),
  constraint campaign_answered_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint campaign_answered_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX campaign_answered_person ON campaign_answered USING btree (person_id);
alter table campaign_answered enable row level security;
create policy centre_reads on campaign_answered for select using ((centre_id = (select app_centre())));
create policy centre_adds on campaign_answered for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on campaign_answered for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on campaign_answered for delete using ((centre_id = (select app_centre())));

create table campaign_list (
  centre_id integer not null,
  list_id integer not null,
  campaign_id integer not null,
  model text not null,
  constraint campaign_list_pkey PRIMARY KEY (centre_id, list_id),
  constraint campaign_list_centre_id_campaign_id_fkey FOREIGN KEY (centre_id, campaign_id) REFERENCES campaign(centre_id, id),
  constraint campaign_list_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint campaign_list_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint campaign_list_model_check CHECK ((model = ANY (ARRAY['call-centre'::text, 'own-consultants'::text])))
);
CREATE UNIQUE INDEX campaign_list_model ON campaign_list USING btree (centre_id, campaign_id, model);
alter table campaign_list enable row level security;
create policy centre_reads on campaign_list for select using ((centre_id = (select app_centre())));
create policy centre_adds on campaign_list for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on campaign_list for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on campaign_list for delete using ((centre_id = (select app_centre())));

create table campaign_translation (
  centre_id integer not null,
  campaign_id integer not null,
  language text not null,
  body text not null,
  of_script text not null,
  written_by integer,
  written_at timestamp with time zone not null,
  constraint campaign_translation_pkey PRIMARY KEY (centre_id, campaign_id, language),
  constraint campaign_translation_centre_id_campaign_id_fkey FOREIGN KEY (centre_id, campaign_id) REFERENCES campaign(centre_id, id),
  constraint campaign_translation_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint campaign_translation_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint campaign_translation_body_check CHECK (((length(body) >= 1) AND (length(body) <= 12000))),
  constraint campaign_translation_language_check CHECK (((language ~ '^[a-z]{3}$'::text) AND (language <> 'dan'::text))),
  constraint campaign_translation_of_script_check CHECK (((length(of_script) >= 1) AND (length(of_script) <= 12000)))
);
CREATE INDEX campaign_translation_by ON campaign_translation USING btree (written_by);
alter table campaign_translation enable row level security;
create policy centre_reads on campaign_translation for select using ((centre_id = (select app_centre())));
create policy centre_adds on campaign_translation for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on campaign_translation for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on campaign_translation for delete using ((centre_id = (select app_centre())));

create table capacity_ask (
  centre_id integer not null,
  id integer not null generated always as identity,
  week_on date not null,
  person_id integer not null,
  asked_by integer,
  asked_at timestamp with time zone not null,
  gives boolean,
  answered_at timestamp with time zone,
  said_id integer,
  form text not null,
  constraint capacity_ask_pkey PRIMARY KEY (centre_id, id),
  constraint capacity_ask_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint capacity_ask_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint capacity_ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint capacity_ask_said_fkey FOREIGN KEY (centre_id, said_id) REFERENCES capacity_said(centre_id, id),
  constraint capacity_ask_check CHECK (((gives IS NULL) = (answered_at IS NULL))),
  constraint capacity_ask_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text]))),
  constraint capacity_ask_week_on_check CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric))
);
CREATE INDEX capacity_ask_by ON capacity_ask USING btree (asked_by);
CREATE UNIQUE INDEX capacity_ask_open ON capacity_ask USING btree (centre_id, week_on, person_id) WHERE (answered_at IS NULL);
CREATE INDEX capacity_ask_person ON capacity_ask USING btree (person_id);
CREATE INDEX capacity_ask_said ON capacity_ask USING btree (centre_id, said_id);
alter table capacity_ask enable row level security;
create policy centre_reads on capacity_ask for select using ((centre_id = (select app_centre())));
create policy centre_adds on capacity_ask for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on capacity_ask for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on capacity_ask for delete using ((centre_id = (select app_centre())));

create table capacity_horizon (
  centre_id integer not null,
  weeks integer not null,
  said_by integer,
  said_at timestamp with time zone not null,
  constraint capacity_horizon_pkey PRIMARY KEY (centre_id),
  constraint capacity_horizon_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint capacity_horizon_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint capacity_horizon_weeks_check CHECK (((weeks >= 1) AND (weeks <= 12)))
);
CREATE INDEX capacity_horizon_by ON capacity_horizon USING btree (said_by);
alter table capacity_horizon enable row level security;
create policy centre_reads on capacity_horizon for select using ((centre_id = (select app_centre())));
create policy centre_adds on capacity_horizon for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on capacity_horizon for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on capacity_horizon for delete using ((centre_id = (select app_centre())));

create table capacity_limit (
  centre_id integer not null,
  said_id integer not null,
  form text not null,
  most integer,
  constraint capacity_limit_pkey PRIMARY KEY (centre_id, said_id, form),
  constraint capacity_limit_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint capacity_limit_centre_id_said_id_fkey FOREIGN KEY (centre_id, said_id) REFERENCES capacity_said(centre_id, id),
  constraint capacity_limit_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text]))),
  constraint capacity_limit_most_check CHECK (((most >= 0) AND (most <= 60)))
);
alter table capacity_limit enable row level security;
create policy centre_reads on capacity_limit for select using ((centre_id = (select app_centre())));
create policy centre_adds on capacity_limit for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on capacity_limit for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on capacity_limit for delete using ((centre_id = (select app_centre())));

create table capacity_said (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer,
  school_id integer,
  from_on date not null,
  until_on date,
  one_week boolean not null default false,
  meetings integer,
  a_day integer,
  why text not null default '',
  said_by integer,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  taken_back_by integer,
  constraint capacity_said_pkey PRIMARY KEY (centre_id, id),
  constraint capacity_said_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint capacity_said_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint capacity_said_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint capacity_said_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint capacity_said_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES person(id),
  constraint capacity_said_a_day_check CHECK (((a_day >= 1) AND (a_day <= 12))),
  constraint capacity_said_check CHECK ((until_on > from_on)),
  constraint capacity_said_check1 CHECK ((num_nonnulls(person_id, school_id) > 0)),
  constraint capacity_said_check2 CHECK (((NOT one_week) OR (until_on = (from_on + 6)))),
  constraint capacity_said_check3 CHECK (((taken_back_by IS NULL) OR (taken_back_at IS NOT NULL))),
  constraint capacity_said_from_on_check CHECK ((EXTRACT(isodow FROM from_on) = (1)::numeric)),
  constraint capacity_said_meetings_check CHECK (((meetings >= 0) AND (meetings <= 60)))
);
CREATE INDEX capacity_said_by ON capacity_said USING btree (said_by);
CREATE INDEX capacity_said_of_person ON capacity_said USING btree (person_id);
CREATE INDEX capacity_said_person ON capacity_said USING btree (centre_id, person_id, from_on) WHERE (person_id IS NOT NULL);
CREATE INDEX capacity_said_school ON capacity_said USING btree (centre_id, school_id, from_on) WHERE (person_id IS NULL);
CREATE INDEX capacity_said_taken_back_by ON capacity_said USING btree (taken_back_by);
alter table capacity_said enable row level security;
create policy centre_reads on capacity_said for select using ((centre_id = (select app_centre())));
create policy centre_adds on capacity_said for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on capacity_said for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on capacity_said for delete using ((centre_id = (select app_centre())));

create table capacity_token (
  centre_id integer not null,
  caller_id integer not null,
  visitor_id integer not null,
  week_on date not null,
  until_at timestamp with time zone not null,
  form text not null,
  constraint capacity_token_pkey PRIMARY KEY (centre_id, caller_id),
  constraint capacity_token_caller_id_fkey FOREIGN KEY (caller_id) REFERENCES person(id),
  constraint capacity_token_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint capacity_token_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES person(id),
  constraint capacity_token_form_check CHECK ((form = ANY (ARRAY['visit'::text, 'online'::text, 'phone'::text])))
);
CREATE INDEX capacity_token_of_caller ON capacity_token USING btree (caller_id);
CREATE INDEX capacity_token_of_visitor ON capacity_token USING btree (visitor_id);
CREATE INDEX capacity_token_visitor ON capacity_token USING btree (centre_id, visitor_id, week_on);
alter table capacity_token enable row level security;
create policy centre_reads on capacity_token for select using ((centre_id = (select app_centre())));
create policy centre_adds on capacity_token for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on capacity_token for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on capacity_token for delete using ((centre_id = (select app_centre())));

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
CREATE TRIGGER refusal_reasons_begin AFTER INSERT ON centre FOR EACH ROW EXECUTE FUNCTION begin_refusal_reasons();

create table centre_partner (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  kind text not null,
  place text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  contact_email text not null default '',
  held_by integer,
  released_at timestamp with time zone,
  added_by integer not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint centre_partner_pkey PRIMARY KEY (centre_id, id),
  constraint centre_partner_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint centre_partner_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint centre_partner_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint centre_partner_held_by_fkey FOREIGN KEY (held_by) REFERENCES person(id),
  constraint centre_partner_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint centre_partner_kind_check CHECK ((kind = ANY (ARRAY['job-centre'::text, 'union'::text, 'employers'::text, 'business-hub'::text, 'unemployment-fund'::text, 'language-centre'::text])))
);
CREATE INDEX centre_partner_held_by ON centre_partner USING btree (centre_id, held_by);
alter table centre_partner enable row level security;
create policy centre_reads on centre_partner for select using ((centre_id = (select app_centre())));
create policy centre_adds on centre_partner for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on centre_partner for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on centre_partner for delete using ((centre_id = (select app_centre())));

create table circle_asked (
  centre_id integer not null,
  circle_id integer not null,
  person_id integer not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  constraint circle_asked_pkey PRIMARY KEY (centre_id, circle_id, person_id),
  constraint circle_asked_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint circle_asked_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint circle_asked_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint circle_asked_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint circle_asked_check CHECK ((person_id <> asked_by))
);
CREATE INDEX circle_asked_by ON circle_asked USING btree (asked_by);
CREATE INDEX circle_asked_person ON circle_asked USING btree (person_id);
alter table circle_asked enable row level security;
create policy asked_reads on circle_asked for select using (((centre_id = (select app_centre())) AND ((circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) OR (((select app_person()) = person_id) OR ((select app_person()) = asked_by)) OR ( SELECT runs_centre() AS runs_centre))));
create policy asked_adds on circle_asked for insert with check (((centre_id = (select app_centre())) AND (asked_by = (select app_person())) AND ((circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) OR ( SELECT runs_centre() AS runs_centre))));
create policy asked_removes on circle_asked for delete using (((centre_id = (select app_centre())) AND ((circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) OR (((select app_person()) = person_id) OR ((select app_person()) = asked_by)) OR ( SELECT runs_centre() AS runs_centre))));

create table circle_member (
  centre_id integer not null,
  circle_id integer not null,
  person_id integer not null,
  joined_at timestamp with time zone not null,
  constraint circle_member_pkey PRIMARY KEY (centre_id, circle_id, person_id),
  constraint circle_member_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id) ON DELETE CASCADE,
  constraint circle_member_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint circle_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX circle_member_person ON circle_member USING btree (person_id);
alter table circle_member enable row level security;
create policy circle_reads on circle_member for select using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_adds on circle_member for insert with check (((centre_id = (select app_centre())) AND ((circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) OR ((person_id = (select app_person())) AND ((unsafe_circle_is_empty(circle_id) AND (EXISTS ( SELECT FROM reading_circle r WHERE ((r.centre_id = circle_member.centre_id) AND (r.id = circle_member.circle_id) AND (r.made_by = (select app_person())))))) OR (EXISTS ( SELECT FROM circle_asked a WHERE ((a.centre_id = circle_member.centre_id) AND (a.circle_id = circle_member.circle_id) AND (a.person_id = (select app_person()))))))))));
create policy circle_changes on circle_member for update using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)))) with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_removes on circle_member for delete using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));

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

create table closed_day (
  centre_id integer not null,
  id integer not null generated always as identity,
  school_id integer,
  from_on date not null,
  to_on date not null,
  name text not null,
  constraint closed_day_pkey PRIMARY KEY (centre_id, id),
  constraint closed_day_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint closed_day_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint closed_day_check CHECK ((from_on <= to_on)),
  constraint closed_day_name_check CHECK ((name <> ''))
);
CREATE INDEX closed_day_ahead ON closed_day USING btree (centre_id, to_on);
CREATE INDEX closed_day_school ON closed_day USING btree (centre_id, school_id);
alter table closed_day enable row level security;
create policy centre_reads on closed_day for select using ((centre_id = (select app_centre())));
create policy centre_adds on closed_day for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on closed_day for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on closed_day for delete using ((centre_id = (select app_centre())));

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
  status_since date,
  standing text not null generated always as (standing_of(status_text)) stored,
  constraint company_pkey PRIMARY KEY (id),
  constraint company_p_number_key UNIQUE (p_number),
  constraint company_id_fkey FOREIGN KEY (id) REFERENCES company_known(id),
  constraint company_check CHECK (((kind = 'workplace'::text) = (p_number IS NOT NULL))),
  constraint company_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text)),
  constraint company_industry_check CHECK ((industry ~ '^[0-9]{6}$'::text)),
  constraint company_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'workplace'::text]))),
  constraint company_p_number_check CHECK ((p_number ~ '^[0-9]{10}$'::text))
);
CREATE INDEX company_closed_or_protected ON company USING btree (cvr) INCLUDE (closed_on, protected, standing) WHERE ((kind = 'company'::text) AND ((closed_on IS NOT NULL) OR protected OR (standing <> 'alive'::text)));
CREATE INDEX company_cvr ON company USING btree (cvr);
CREATE INDEX company_email_domain ON company USING btree (email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX company_industry ON company USING btree (industry);
CREATE INDEX company_largest ON company USING btree (((- COALESCE(employees, employees_from, 0))), name, id);
CREATE INDEX company_municipality ON company USING btree (municipality, industry);
CREATE INDEX company_name ON company USING btree (name, id);
CREATE UNIQUE INDEX company_one_per_cvr ON company USING btree (cvr) WHERE (kind = 'company'::text);
CREATE INDEX company_phone ON company USING btree (phone) WHERE (phone IS NOT NULL);
CREATE INDEX company_sought ON company USING gin (sought gin_trgm_ops);
CREATE INDEX company_standing ON company USING btree (id) INCLUDE (kind, cvr, standing, closed_on, status_since, changed_at) WHERE (standing <> 'alive'::text);
CREATE TRIGGER company_came AFTER INSERT ON company REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION unsafe_own_companies_follow();
CREATE TRIGGER company_number BEFORE INSERT ON company FOR EACH ROW WHEN ((new.id IS NULL)) EXECUTE FUNCTION number_company();
CREATE TRIGGER company_went AFTER DELETE ON company REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION unsafe_own_companies_follow();
CREATE TRIGGER own_places_registered AFTER INSERT ON company REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION unsafe_note_own_places_registered();
CREATE TRIGGER place_moves AFTER UPDATE ON company REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION note_place_move();
CREATE TRIGGER queue_register_added AFTER INSERT ON company REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION unsafe_queue_register_added();
CREATE TRIGGER queue_register_changed AFTER UPDATE ON company REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION unsafe_queue_register_changed();
CREATE TRIGGER size_came AFTER INSERT ON company REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_register_moved();
CREATE TRIGGER size_changed AFTER UPDATE ON company REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION size_of_register_changed();
CREATE TRIGGER size_went AFTER DELETE ON company REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_register_moved();

create table company_handed_in (
  centre_id integer not null,
  list_id integer not null,
  company_id integer not null,
  school_id integer not null,
  handed_in_at timestamp with time zone not null,
  constraint company_handed_in_pkey PRIMARY KEY (centre_id, list_id, company_id, school_id),
  constraint company_handed_in_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_handed_in_centre_id_list_id_company_id_fkey FOREIGN KEY (centre_id, list_id, company_id) REFERENCES list_company(centre_id, list_id, company_id),
  constraint company_handed_in_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
CREATE INDEX company_handed_in_school ON company_handed_in USING btree (centre_id, school_id);
alter table company_handed_in enable row level security;
create policy centre_reads on company_handed_in for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_handed_in for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_handed_in for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_handed_in for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER company_handed_in_turns AFTER INSERT ON company_handed_in REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION turns_of_handed_in();
CREATE TRIGGER company_handed_in_turns_gone AFTER DELETE ON company_handed_in REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION turns_of_handed_in();

create table company_known (
  id integer not null generated always as identity,
  number text not null,
  constraint company_known_pkey PRIMARY KEY (id),
  constraint company_known_number_key UNIQUE (number),
  constraint company_known_number_check CHECK ((number ~ '^([0-9]{8}|[0-9]{10})$'::text))
);

create table company_language (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  language text not null,
  said_by integer,
  said_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint company_language_pkey PRIMARY KEY (centre_id, id),
  constraint company_language_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_language_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint company_language_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint company_language_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint company_language_language_check CHECK (((language ~ '^[a-z]{3}$'::text) AND (language <> 'dan'::text)))
);
CREATE INDEX company_language_company ON company_language USING btree (company_id);
CREATE INDEX company_language_cvr ON company_language USING btree (centre_id, cvr) WHERE (ended_at IS NULL);
CREATE INDEX company_language_ended_by ON company_language USING btree (ended_by);
CREATE UNIQUE INDEX company_language_now_of ON company_language USING btree (centre_id, company_id) WHERE (ended_at IS NULL);
CREATE INDEX company_language_said_by ON company_language USING btree (said_by);
alter table company_language enable row level security;
create policy centre_reads on company_language for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_language for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_language for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_language for delete using ((centre_id = (select app_centre())));

create table company_message (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  link_id integer not null,
  words text not null,
  sent_at timestamp with time zone not null,
  coordinators_from timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by integer,
  answered_how text,
  constraint company_message_pkey PRIMARY KEY (centre_id, id),
  constraint company_message_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint company_message_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_message_centre_id_link_id_fkey FOREIGN KEY (centre_id, link_id) REFERENCES link(centre_id, id),
  constraint company_message_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint company_message_answered_how_check CHECK ((answered_how = ANY (ARRAY['mail'::text, 'phone'::text, 'met'::text]))),
  constraint company_message_check CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
  constraint company_message_check1 CHECK (((answered_at IS NULL) = (answered_how IS NULL))),
  constraint company_message_words_check CHECK (((words <> '') AND (length(words) <= 2000)))
);
CREATE INDEX company_message_answered_by ON company_message USING btree (answered_by);
CREATE INDEX company_message_company ON company_message USING btree (company_id);
CREATE INDEX company_message_link ON company_message USING btree (centre_id, link_id, sent_at);
CREATE INDEX company_message_of_company ON company_message USING btree (centre_id, cvr);
CREATE INDEX company_message_open ON company_message USING btree (centre_id, sent_at) WHERE (answered_at IS NULL);
alter table company_message enable row level security;
create policy centre_reads on company_message for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_message for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_message for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_message for delete using ((centre_id = (select app_centre())));

create table company_network (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  who text not null default '',
  next_on date,
  version integer not null default 0,
  added_by integer not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint company_network_pkey PRIMARY KEY (centre_id, id),
  constraint company_network_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint company_network_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_network_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint company_network_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX company_network_added_by ON company_network USING btree (added_by);
CREATE INDEX company_network_ended_by ON company_network USING btree (ended_by);
CREATE UNIQUE INDEX company_network_name ON company_network USING btree (centre_id, lower(name)) WHERE (ended_at IS NULL);
alter table company_network enable row level security;
create policy centre_reads on company_network for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_network for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_network for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_network for delete using ((centre_id = (select app_centre())));

create table company_note (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  visibility text not null,
  person_id integer not null,
  school_id integer,
  words text not null,
  written_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint company_note_pkey PRIMARY KEY (centre_id, id),
  constraint company_note_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_note_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint company_note_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint company_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint company_note_check CHECK (((visibility <> 'school'::text) OR (school_id IS NOT NULL))),
  constraint company_note_visibility_check CHECK ((visibility = ANY (ARRAY['centre'::text, 'school'::text, 'personal'::text])))
);
CREATE INDEX company_note_cvr ON company_note USING btree (centre_id, cvr);
CREATE INDEX company_note_of_company ON company_note USING btree (company_id);
alter table company_note enable row level security;
create policy seen_by_class on company_note for select using (((centre_id = (select app_centre())) AND CASE visibility WHEN 'centre'::text THEN true WHEN 'school'::text THEN (school_id = (select app_school())) ELSE (person_id = (select app_person())) END));
create policy writer_adds on company_note for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person())) AND ((school_id IS NULL) OR (school_id = (select app_school())))));
create policy writer_changes on company_note for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy writer_removes on company_note for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));

create table company_person (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  name text collate "da-x-icu" not null,
  title text not null default '',
  note text not null default '',
  speaks_for_all boolean not null default false,
  phone text,
  phone_allowed boolean not null default true,
  phone_source text,
  phone_on date,
  email text,
  mail_allowed boolean not null default true,
  mail_source text,
  mail_on date,
  source text not null,
  said_on date not null,
  added_by integer,
  added_at timestamp with time zone not null,
  tell_by date not null,
  tells integer,
  told_on date,
  told_how text,
  left_on date,
  left_by integer,
  erased_at timestamp with time zone,
  erased_by integer,
  version integer not null default 1,
  constraint company_person_pkey PRIMARY KEY (centre_id, id),
  constraint company_person_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint company_person_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_person_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint company_person_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES person(id),
  constraint company_person_left_by_fkey FOREIGN KEY (left_by) REFERENCES person(id),
  constraint company_person_tells_fkey FOREIGN KEY (tells) REFERENCES person(id),
  constraint company_person_check CHECK (((told_on IS NULL) = (told_how IS NULL))),
  constraint company_person_check1 CHECK (((erased_at IS NULL) OR ((name = '') AND (title = '') AND (note = '') AND (phone IS NULL) AND (email IS NULL)))),
  constraint company_person_source_check CHECK ((source = ANY (ARRAY['asked'::text, 'said'::text, 'colleague'::text, 'own-page'::text, 'mail'::text, 'school'::text]))),
  constraint company_person_told_how_check CHECK ((told_how = ANY (ARRAY['said'::text, 'mail'::text])))
);
CREATE INDEX company_person_company ON company_person USING btree (company_id);
CREATE INDEX company_person_of_place ON company_person USING btree (centre_id, company_id) WHERE (erased_at IS NULL);
CREATE INDEX company_person_tells ON company_person USING btree (centre_id, tells) WHERE (tells IS NOT NULL);
CREATE INDEX company_person_untold ON company_person USING btree (centre_id, tell_by) WHERE ((told_on IS NULL) AND (erased_at IS NULL) AND (left_on IS NULL));
alter table company_person enable row level security;
create policy centre_reads on company_person for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_person for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_person for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_person for delete using ((centre_id = (select app_centre())));

create table company_person_was (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_person_id integer not null,
  was jsonb not null,
  changed_by integer,
  changed_at timestamp with time zone not null,
  constraint company_person_was_pkey PRIMARY KEY (centre_id, id),
  constraint company_person_was_centre_id_company_person_id_fkey FOREIGN KEY (centre_id, company_person_id) REFERENCES company_person(centre_id, id),
  constraint company_person_was_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint company_person_was_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
);
CREATE INDEX company_person_was_of ON company_person_was USING btree (centre_id, company_person_id, id);
alter table company_person_was enable row level security;
create policy centre_reads on company_person_was for select using ((centre_id = (select app_centre())));
create policy centre_adds on company_person_was for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on company_person_was for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on company_person_was for delete using ((centre_id = (select app_centre())));

create table comparison_due (
  centre_id integer not null,
  school_id integer not null,
  whole boolean not null,
  mark uuid not null,
  told_at timestamp with time zone,
  shut integer,
  constraint comparison_due_pkey PRIMARY KEY (centre_id, school_id),
  constraint comparison_due_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table comparison_due enable row level security;
create policy centre_reads on comparison_due for select using ((centre_id = (select app_centre())));
create policy centre_adds on comparison_due for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on comparison_due for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on comparison_due for delete using ((centre_id = (select app_centre())));

create table consultant_meeting (
  centre_id integer not null,
  id integer not null generated always as identity,
  series_id integer not null,
  stands_for date not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  host_id integer,
  place text not null default '',
  version integer not null default 1,
  uid text not null default ((gen_random_uuid())::text || '@tovholder'::text),
  cancelled_at timestamp with time zone,
  cancelled_by integer,
  cancelled_why text not null default '',
  opened_at timestamp with time zone,
  opened_by integer,
  closed_at timestamp with time zone,
  closed_by integer,
  constraint consultant_meeting_pkey PRIMARY KEY (centre_id, id),
  constraint consultant_meeting_centre_id_series_id_stands_for_key UNIQUE (centre_id, series_id, stands_for),
  constraint consultant_meeting_cancelled_by_fkey FOREIGN KEY (cancelled_by) REFERENCES person(id),
  constraint consultant_meeting_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint consultant_meeting_centre_id_host_id_fkey FOREIGN KEY (centre_id, host_id) REFERENCES school(centre_id, id),
  constraint consultant_meeting_centre_id_series_id_fkey FOREIGN KEY (centre_id, series_id) REFERENCES meeting_series(centre_id, id),
  constraint consultant_meeting_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint consultant_meeting_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint consultant_meeting_check CHECK ((starts_at < ends_at)),
  constraint consultant_meeting_check1 CHECK (((opened_at IS NULL) OR (cancelled_at IS NULL))),
  constraint consultant_meeting_check2 CHECK (((closed_at IS NULL) OR (opened_at IS NOT NULL)))
);
CREATE INDEX consultant_meeting_host ON consultant_meeting USING btree (centre_id, host_id);
CREATE UNIQUE INDEX consultant_meeting_uid ON consultant_meeting USING btree (centre_id, uid);
CREATE INDEX consultant_meeting_when ON consultant_meeting USING btree (centre_id, starts_at);
alter table consultant_meeting enable row level security;
create policy centre_reads on consultant_meeting for select using ((centre_id = (select app_centre())));
create policy centre_adds on consultant_meeting for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on consultant_meeting for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on consultant_meeting for delete using ((centre_id = (select app_centre())));

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
  company_id integer,
  channel text not null,
  given_on date not null,
  lapses_on date not null,
  constraint contact_basis_pkey PRIMARY KEY (centre_id, id),
  constraint contact_basis_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_basis_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint contact_basis_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_basis_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint contact_basis_basis_check CHECK ((basis = ANY (ARRAY['own-enquiry'::text, 'consent'::text, 'legal-task'::text]))),
  constraint contact_basis_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'visit'::text, 'mail'::text])))
);
CREATE INDEX contact_basis_cvr ON contact_basis USING btree (centre_id, cvr) WHERE (withdrawn_at IS NULL);
CREATE INDEX contact_basis_of_company ON contact_basis USING btree (company_id) WHERE (company_id IS NOT NULL);
alter table contact_basis enable row level security;
create policy centre_reads on contact_basis for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_basis for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_basis for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_basis for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_basis_changed AFTER UPDATE ON contact_basis REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_basis();
CREATE TRIGGER queue_basis_recorded AFTER INSERT ON contact_basis REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_basis();

create table contact_claim (
  centre_id integer not null,
  id integer not null generated always as identity,
  contact_id integer not null,
  person_id integer not null,
  claimed_at timestamp with time zone not null,
  why text not null,
  decided_at timestamp with time zone,
  decided_by integer,
  given boolean,
  decided_why text,
  withdrawn_at timestamp with time zone,
  constraint contact_claim_pkey PRIMARY KEY (centre_id, id),
  constraint contact_claim_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES regular_contact(centre_id, id),
  constraint contact_claim_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_claim_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint contact_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_claim_check CHECK (((decided_at IS NULL) = (given IS NULL))),
  constraint contact_claim_check1 CHECK (((decided_at IS NULL) OR (withdrawn_at IS NULL)))
);
CREATE INDEX contact_claim_contact ON contact_claim USING btree (centre_id, contact_id);
CREATE UNIQUE INDEX contact_claim_one ON contact_claim USING btree (centre_id, contact_id, person_id) WHERE ((decided_at IS NULL) AND (withdrawn_at IS NULL));
alter table contact_claim enable row level security;
create policy centre_reads on contact_claim for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_claim for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_claim for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_claim for delete using ((centre_id = (select app_centre())));

create table contact_list (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text collate "da-x-icu" not null,
  goal text not null default '',
  criteria jsonb not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  by_visitors boolean not null default false,
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
  whole boolean,
  phone text,
  since timestamp with time zone not null,
  ends_at timestamp with time zone,
  person_id integer,
  due_on date,
  constraint contact_mark_pkey PRIMARY KEY (centre_id, kind, source_id),
  constraint contact_mark_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_mark_kind_fkey FOREIGN KEY (kind) REFERENCES hindrance_kind(kind),
  constraint contact_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX contact_mark_company ON contact_mark USING btree (centre_id, company_id);
CREATE INDEX contact_mark_cvr ON contact_mark USING btree (centre_id, cvr);
CREATE INDEX contact_mark_phone ON contact_mark USING btree (centre_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX contact_mark_stopped_phone ON contact_mark USING btree (centre_id, phone) WHERE ((kind = 'stop'::text) AND (phone IS NOT NULL));
alter table contact_mark enable row level security;
create policy centre_reads on contact_mark for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_mark for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_mark for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_mark for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_mark_changed_from AFTER UPDATE ON contact_mark REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_marked();
CREATE TRIGGER queue_mark_changed_to AFTER UPDATE ON contact_mark REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_marked();
CREATE TRIGGER queue_mark_dropped AFTER DELETE ON contact_mark REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_marked();
CREATE TRIGGER queue_mark_set AFTER INSERT ON contact_mark REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_marked();

create table contact_offer (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  whole boolean not null default true,
  contact_id integer,
  from_id integer,
  to_id integer not null,
  offered_by integer not null,
  offered_at timestamp with time zone not null,
  note text not null default '',
  follow_up text not null default '',
  follow_up_on date,
  along jsonb not null default '[]'::jsonb,
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  declined_why text,
  withdrawn_at timestamp with time zone,
  constraint contact_offer_pkey PRIMARY KEY (centre_id, id),
  constraint contact_offer_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES regular_contact(centre_id, id),
  constraint contact_offer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_offer_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint contact_offer_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id),
  constraint contact_offer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES person(id),
  constraint contact_offer_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint contact_offer_check CHECK (((follow_up = '') = (follow_up_on IS NULL))),
  constraint contact_offer_check1 CHECK ((num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1))
);
CREATE INDEX contact_offer_company ON contact_offer USING btree (company_id);
CREATE INDEX contact_offer_contact ON contact_offer USING btree (centre_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE UNIQUE INDEX contact_offer_one ON contact_offer USING btree (centre_id, cvr, (
CASE
    WHEN whole THEN 0
    ELSE company_id
END)) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL) AND (withdrawn_at IS NULL));
alter table contact_offer enable row level security;
create policy centre_reads on contact_offer for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_offer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_offer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_offer for delete using ((centre_id = (select app_centre())));

create table contact_opening (
  centre_id integer not null,
  source_id bigint not null,
  company_id integer not null,
  cvr text not null,
  person_id integer not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  source_kind text not null,
  constraint contact_opening_pkey PRIMARY KEY (centre_id, source_kind, source_id),
  constraint contact_opening_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_opening_source_kind_check CHECK ((source_kind = ANY (ARRAY['enquiry'::text, 'question'::text])))
);
CREATE INDEX contact_opening_company ON contact_opening USING btree (centre_id, cvr);
alter table contact_opening enable row level security;
create policy centre_reads on contact_opening for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_opening for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_opening for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_opening for delete using ((centre_id = (select app_centre())));

create table contact_question (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  about text not null,
  words text not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  to_id integer,
  coordinators_from timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by integer,
  answer text,
  why text not null default '',
  withdrawn_at timestamp with time zone,
  constraint contact_question_pkey PRIMARY KEY (centre_id, id),
  constraint contact_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint contact_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint contact_question_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint contact_question_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint contact_question_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint contact_question_about_check CHECK ((about = ANY (ARRAY['phone'::text, 'visit'::text, 'doubt'::text]))),
  constraint contact_question_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint contact_question_check CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint contact_question_check1 CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL)))
);
CREATE INDEX contact_question_cvr ON contact_question USING btree (centre_id, cvr);
CREATE INDEX contact_question_of_company ON contact_question USING btree (company_id);
CREATE UNIQUE INDEX contact_question_once ON contact_question USING btree (centre_id, company_id, asked_by, ((about = 'doubt'::text))) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX contact_question_open ON contact_question USING btree (centre_id, to_id) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
alter table contact_question enable row level security;
create policy centre_reads on contact_question for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_question for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_question for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_question for delete using ((centre_id = (select app_centre())));

create table contact_resolved (
  centre_id integer not null,
  school_id integer not null,
  contact_id uuid not null,
  nth smallint not null,
  decision text not null,
  cvr text,
  company_id integer,
  apart boolean not null,
  p real not null,
  reasons jsonb not null,
  resolved_at timestamp with time zone not null,
  constraint contact_resolved_pkey PRIMARY KEY (centre_id, contact_id, nth),
  constraint contact_resolved_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES school_contact(centre_id, id) ON DELETE CASCADE,
  constraint contact_resolved_check CHECK ((((decision = 'nobody'::text) = (cvr IS NULL)) AND ((cvr IS NULL) = (company_id IS NULL)))),
  constraint contact_resolved_decision_check CHECK ((decision = ANY (ARRAY['sure'::text, 'ask'::text, 'nobody'::text]))),
  constraint contact_resolved_nth_check CHECK ((nth = ANY (ARRAY[1, 2])))
);
CREATE INDEX contact_resolved_cvr ON contact_resolved USING btree (centre_id, school_id, cvr) WHERE (cvr IS NOT NULL);
alter table contact_resolved enable row level security;
create policy school_reads on contact_resolved for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on contact_resolved for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on contact_resolved for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on contact_resolved for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table contact_sealing_due (
  centre_id integer not null,
  school_id integer not null,
  told_at timestamp with time zone,
  constraint contact_sealing_due_pkey PRIMARY KEY (centre_id, school_id),
  constraint contact_sealing_due_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table contact_sealing_due enable row level security;
create policy centre_reads on contact_sealing_due for select using ((centre_id = (select app_centre())));
create policy centre_adds on contact_sealing_due for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on contact_sealing_due for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on contact_sealing_due for delete using ((centre_id = (select app_centre())));

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

create table declined_trade (
  centre_id integer not null,
  person_id integer not null,
  trade text not null,
  declined_at timestamp with time zone not null,
  constraint declined_trade_pkey PRIMARY KEY (centre_id, person_id, trade),
  constraint declined_trade_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint declined_trade_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table declined_trade enable row level security;
create policy own_reads on declined_trade for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on declined_trade for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on declined_trade for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on declined_trade for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
CREATE TRIGGER decliner_is_here BEFORE INSERT ON declined_trade FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

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

create table enquiry (
  centre_id integer not null,
  id integer not null generated always as identity,
  way text not null,
  received_at timestamp with time zone not null,
  registered_by integer,
  registered_at timestamp with time zone not null,
  company_id integer,
  cvr text,
  company_said text not null,
  number_said text not null default '',
  name text not null,
  phone text not null default '',
  email text not null default '',
  matter text not null,
  field text,
  wanted text not null default '',
  routed_by text not null,
  school_id integer,
  owner_id integer,
  due_on date not null,
  ended_at timestamp with time zone,
  ended_by integer,
  ended_how text,
  answer text not null default '',
  constraint enquiry_pkey PRIMARY KEY (centre_id, id),
  constraint enquiry_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint enquiry_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint enquiry_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint enquiry_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint enquiry_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint enquiry_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES person(id),
  constraint enquiry_check CHECK (((company_id IS NULL) = (cvr IS NULL))),
  constraint enquiry_check1 CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint enquiry_ended_how_check CHECK ((ended_how = ANY (ARRAY['answered'::text, 'closed'::text]))),
  constraint enquiry_registered_or_from_a_stand CHECK (((registered_by IS NOT NULL) OR (way = 'stand'::text))),
  constraint enquiry_routed_by_check CHECK ((routed_by = ANY (ARRAY['regular-contact'::text, 'wanted-school'::text, 'field'::text, 'centre'::text, 'self'::text]))),
  constraint enquiry_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'stand'::text, 'tip'::text])))
);
CREATE INDEX enquiry_company ON enquiry USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX enquiry_cvr ON enquiry USING btree (centre_id, cvr) WHERE (cvr IS NOT NULL);
CREATE INDEX enquiry_open ON enquiry USING btree (centre_id, due_on) WHERE (ended_at IS NULL);
CREATE INDEX enquiry_owner ON enquiry USING btree (centre_id, owner_id) WHERE (ended_at IS NULL);
alter table enquiry enable row level security;
create policy centre_reads on enquiry for select using ((centre_id = (select app_centre())));
create policy centre_adds on enquiry for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on enquiry for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on enquiry for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER enquiry_owner_is_here BEFORE INSERT ON enquiry FOR EACH ROW EXECUTE FUNCTION must_be_here('owner_id');
CREATE TRIGGER new_enquiry_owner_is_here BEFORE UPDATE OF owner_id ON enquiry FOR EACH ROW WHEN ((new.owner_id IS DISTINCT FROM old.owner_id)) EXECUTE FUNCTION must_be_here('owner_id');

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
  company_id integer,
  constraint event_pkey PRIMARY KEY (centre_id, id),
  constraint event_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint event_check CHECK (((visibility <> 'school'::text) OR (school_id IS NOT NULL))),
  constraint event_check1 CHECK (((visibility <> 'personal'::text) OR (person_id IS NOT NULL))),
  constraint event_source_check CHECK ((source = ANY (ARRAY['web'::text, 'api'::text, 'command'::text, 'job'::text, 'link'::text]))),
  constraint event_visibility_check CHECK ((visibility = ANY (ARRAY['centre'::text, 'school'::text, 'personal'::text])))
);
CREATE INDEX event_at ON event USING btree (centre_id, at DESC);
CREATE INDEX event_company ON event USING btree (centre_id, company_id, at DESC) WHERE (company_id IS NOT NULL);
CREATE INDEX event_cvr ON event USING btree (centre_id, cvr, at DESC) WHERE (cvr IS NOT NULL);
CREATE INDEX event_subject ON event USING btree (centre_id, subject, subject_id);
alter table event enable row level security;
create policy seen_by_class on event for select using (((centre_id = (select app_centre())) AND CASE visibility WHEN 'centre'::text THEN true WHEN 'school'::text THEN (school_id = (select app_school())) ELSE (person_id = (select app_person())) END));
create policy centre_adds on event for insert with check ((centre_id = (select app_centre())));

create table file_original (
  centre_id integer not null,
  file_id integer not null,
  n integer not null,
  bytes bytea not null,
  constraint file_original_pkey PRIMARY KEY (centre_id, file_id, n),
  constraint file_original_centre_id_file_id_fkey FOREIGN KEY (centre_id, file_id) REFERENCES stored_file(centre_id, id) ON DELETE CASCADE
);
alter table file_original enable row level security;
create policy with_file_reads on file_original for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_original.centre_id) AND (f.id = file_original.file_id))))));
create policy with_file_adds on file_original for insert with check (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_original.centre_id) AND (f.id = file_original.file_id))))));
create policy with_file_removes on file_original for delete using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM stored_file f WHERE ((f.centre_id = file_original.centre_id) AND (f.id = file_original.file_id))))));

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

create table first_run_word (
  hash text not null,
  made_at timestamp with time zone not null,
  constraint first_run_word_pkey PRIMARY KEY (hash)
);

create table follow_up (
  centre_id integer not null,
  id integer not null generated always as identity,
  contact_id integer not null,
  what text not null,
  due_on date not null,
  agreed_by integer not null,
  agreed_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by integer,
  dropped_at timestamp with time zone,
  constraint follow_up_pkey PRIMARY KEY (centre_id, id),
  constraint follow_up_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES person(id),
  constraint follow_up_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES regular_contact(centre_id, id),
  constraint follow_up_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint follow_up_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id),
  constraint follow_up_check CHECK (((done_at IS NULL) OR (dropped_at IS NULL)))
);
CREATE INDEX follow_up_contact ON follow_up USING btree (centre_id, contact_id);
CREATE UNIQUE INDEX follow_up_one ON follow_up USING btree (centre_id, contact_id) WHERE ((done_at IS NULL) AND (dropped_at IS NULL));
alter table follow_up enable row level security;
create policy centre_reads on follow_up for select using ((centre_id = (select app_centre())));
create policy centre_adds on follow_up for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on follow_up for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on follow_up for delete using ((centre_id = (select app_centre())));

create table former_place (
  centre_id integer not null,
  id integer not null generated always as identity,
  membership_id integer not null,
  role text not null,
  school_id integer,
  ended_at timestamp with time zone not null,
  ended_by integer,
  constraint former_place_pkey PRIMARY KEY (centre_id, id),
  constraint former_place_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint former_place_centre_id_membership_id_fkey FOREIGN KEY (centre_id, membership_id) REFERENCES membership(centre_id, id),
  constraint former_place_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint former_place_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id)
);
CREATE INDEX former_place_of_member ON former_place USING btree (centre_id, membership_id);
CREATE INDEX former_place_of_school ON former_place USING btree (centre_id, school_id) WHERE (school_id IS NOT NULL);
alter table former_place enable row level security;
create policy centre_reads on former_place for select using ((centre_id = (select app_centre())));
create policy centre_adds on former_place for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on former_place for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on former_place for delete using ((centre_id = (select app_centre())));

create table gathering (
  centre_id integer not null,
  id integer not null generated always as identity,
  kind text not null,
  title text not null,
  aim text not null,
  school_id integer,
  held_by integer,
  made_by integer not null,
  made_at timestamp with time zone not null,
  called_off_at timestamp with time zone,
  called_off_by integer,
  called_off_why text not null default '',
  learnt text[] not null default '{}'::text[],
  learnt_at timestamp with time zone,
  learnt_by integer,
  constraint gathering_pkey PRIMARY KEY (centre_id, id),
  constraint gathering_called_off_by_fkey FOREIGN KEY (called_off_by) REFERENCES person(id),
  constraint gathering_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint gathering_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint gathering_held_by_fkey FOREIGN KEY (held_by) REFERENCES person(id),
  constraint gathering_learnt_by_fkey FOREIGN KEY (learnt_by) REFERENCES person(id),
  constraint gathering_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint gathering_check CHECK (((called_off_at IS NULL) = (called_off_by IS NULL))),
  constraint gathering_check1 CHECK (((learnt_at IS NULL) = (learnt_by IS NULL))),
  constraint gathering_check2 CHECK (((kind <> 'tour'::text) OR (school_id IS NOT NULL))),
  constraint gathering_kind_check CHECK ((kind = ANY (ARRAY['theme'::text, 'tour'::text, 'stand'::text]))),
  constraint gathering_learnt_check CHECK ((cardinality(learnt) <= 3))
);
CREATE INDEX gathering_held ON gathering USING btree (centre_id, held_by);
alter table gathering enable row level security;
create policy centre_reads on gathering for select using ((centre_id = (select app_centre())));
create policy centre_adds on gathering for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on gathering for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on gathering for delete using ((centre_id = (select app_centre())));

create table gathering_invited (
  centre_id integer not null,
  gathering_id integer not null,
  school_id integer not null,
  constraint gathering_invited_pkey PRIMARY KEY (centre_id, gathering_id, school_id),
  constraint gathering_invited_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint gathering_invited_centre_id_gathering_id_fkey FOREIGN KEY (centre_id, gathering_id) REFERENCES gathering(centre_id, id),
  constraint gathering_invited_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table gathering_invited enable row level security;
create policy centre_reads on gathering_invited for select using ((centre_id = (select app_centre())));
create policy centre_adds on gathering_invited for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on gathering_invited for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on gathering_invited for delete using ((centre_id = (select app_centre())));

create table gathering_place (
  centre_id integer not null,
  time_id integer not null,
  person_id integer not null,
  seats integer not null,
  seat integer,
  signed_at timestamp with time zone not null,
  news text,
  news_at timestamp with time zone,
  asked_id integer,
  asked_at timestamp with time zone,
  came boolean,
  came_at timestamp with time zone,
  came_by integer,
  constraint gathering_place_pkey PRIMARY KEY (centre_id, time_id, person_id),
  constraint gathering_seat_once UNIQUE (centre_id, time_id, seat),
  constraint gathering_place_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES person(id),
  constraint gathering_place_came_by_fkey FOREIGN KEY (came_by) REFERENCES person(id),
  constraint gathering_place_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint gathering_place_centre_id_time_id_seats_fkey FOREIGN KEY (centre_id, time_id, seats) REFERENCES gathering_time(centre_id, id, seats) ON UPDATE CASCADE,
  constraint gathering_place_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint gathering_place_check CHECK (((seat >= 1) AND (seat <= seats))),
  constraint gathering_place_check1 CHECK (((news IS NULL) = (news_at IS NULL))),
  constraint gathering_place_check2 CHECK (((asked_id IS NULL) = (asked_at IS NULL))),
  constraint gathering_place_check3 CHECK ((num_nonnulls(came, came_at, came_by) = ANY (ARRAY[0, 3]))),
  constraint gathering_place_news_check CHECK ((news = ANY (ARRAY['up'::text, 'moved'::text, 'lost'::text, 'off'::text])))
);
CREATE INDEX gathering_place_asked ON gathering_place USING btree (centre_id, asked_id) WHERE (asked_id IS NOT NULL);
CREATE INDEX gathering_place_person ON gathering_place USING btree (centre_id, person_id);
CREATE INDEX gathering_place_time ON gathering_place USING btree (centre_id, time_id, seats);
alter table gathering_place enable row level security;
create policy centre_reads on gathering_place for select using ((centre_id = (select app_centre())));
create policy centre_adds on gathering_place for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on gathering_place for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on gathering_place for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER who_signs_up_is_here BEFORE INSERT ON gathering_place FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table gathering_time (
  centre_id integer not null,
  id integer not null generated always as identity,
  gathering_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  seats integer not null,
  uid text not null default ((gen_random_uuid())::text || '@tovholder'::text),
  sequence integer not null default 0,
  constraint gathering_time_pkey PRIMARY KEY (centre_id, id),
  constraint gathering_time_centre_id_id_seats_key UNIQUE (centre_id, id, seats),
  constraint gathering_time_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint gathering_time_centre_id_gathering_id_fkey FOREIGN KEY (centre_id, gathering_id) REFERENCES gathering(centre_id, id),
  constraint gathering_time_check CHECK ((ends_at > starts_at)),
  constraint gathering_time_seats_check CHECK (((seats >= 1) AND (seats <= 500)))
);
CREATE INDEX gathering_time_ends ON gathering_time USING btree (centre_id, ends_at);
CREATE INDEX gathering_time_of ON gathering_time USING btree (centre_id, gathering_id);
CREATE UNIQUE INDEX gathering_time_uid ON gathering_time USING btree (centre_id, uid);
alter table gathering_time enable row level security;
create policy centre_reads on gathering_time for select using ((centre_id = (select app_centre())));
create policy centre_adds on gathering_time for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on gathering_time for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on gathering_time for delete using ((centre_id = (select app_centre())));

create table goal (
  centre_id integer not null,
  id integer not null generated always as identity,
  school_id integer,
  words text not null,
  year integer not null,
  owner_id integer not null,
  set_by integer not null,
  set_at timestamp with time zone not null,
  given_up_at timestamp with time zone,
  given_up_by integer,
  constraint goal_pkey PRIMARY KEY (centre_id, id),
  constraint goal_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint goal_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint goal_given_up_by_fkey FOREIGN KEY (given_up_by) REFERENCES person(id),
  constraint goal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint goal_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id),
  constraint goal_check CHECK (((given_up_at IS NULL) = (given_up_by IS NULL))),
  constraint goal_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX goal_owner ON goal USING btree (centre_id, owner_id);
CREATE INDEX goal_school ON goal USING btree (centre_id, school_id);
alter table goal enable row level security;
create policy centre_reads on goal for select using ((centre_id = (select app_centre())));
create policy centre_adds on goal for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on goal for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on goal for delete using ((centre_id = (select app_centre())));

create table group_contact (
  centre_id integer not null,
  id integer not null generated always as identity,
  group_id integer not null,
  circle_id integer not null,
  planned_on date not null,
  what text not null,
  came_of text,
  written_by integer,
  written_at timestamp with time zone,
  constraint group_contact_pkey PRIMARY KEY (centre_id, id),
  constraint group_contact_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint group_contact_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_contact_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_contact_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint group_contact_check CHECK ((((came_of IS NULL) = (written_at IS NULL)) AND ((came_of IS NULL) = (written_by IS NULL))))
);
CREATE INDEX group_contact_circle ON group_contact USING btree (centre_id, circle_id);
CREATE INDEX group_contact_group ON group_contact USING btree (centre_id, group_id);
CREATE UNIQUE INDEX group_contact_next ON group_contact USING btree (centre_id, group_id) WHERE (came_of IS NULL);
CREATE INDEX group_contact_written_by ON group_contact USING btree (written_by);
alter table group_contact enable row level security;
create policy circle_reads on group_contact for select using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_adds on group_contact for insert with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_changes on group_contact for update using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)))) with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_removes on group_contact for delete using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));

create table group_member (
  centre_id integer not null,
  group_id integer not null,
  person_id integer not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  joined_at timestamp with time zone,
  declined_at timestamp with time zone,
  left_at timestamp with time zone,
  constraint group_member_pkey PRIMARY KEY (centre_id, group_id, person_id),
  constraint group_member_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint group_member_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_member_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint group_member_check CHECK (((asked_by <> person_id) OR (joined_at IS NOT NULL))),
  constraint group_member_check1 CHECK (((joined_at IS NULL) OR (declined_at IS NULL)))
);
CREATE INDEX group_member_asked_by ON group_member USING btree (asked_by);
CREATE INDEX group_member_person ON group_member USING btree (person_id);
alter table group_member enable row level security;
create policy centre_reads on group_member for select using ((centre_id = (select app_centre())));
create policy centre_adds on group_member for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on group_member for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on group_member for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER group_member_is_here BEFORE INSERT ON group_member FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table group_note (
  centre_id integer not null,
  id integer not null generated always as identity,
  group_id integer not null,
  circle_id integer not null,
  words text not null,
  written_by integer not null,
  written_at timestamp with time zone not null,
  changed_by integer,
  changed_at timestamp with time zone,
  version integer not null default 1,
  was jsonb not null default '[]'::jsonb,
  constraint group_note_pkey PRIMARY KEY (centre_id, id),
  constraint group_note_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint group_note_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_note_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_note_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  constraint group_note_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint group_note_words_check CHECK ((words <> ''))
);
CREATE INDEX group_note_changed_by ON group_note USING btree (changed_by);
CREATE INDEX group_note_circle ON group_note USING btree (centre_id, circle_id);
CREATE INDEX group_note_group ON group_note USING btree (centre_id, group_id);
CREATE INDEX group_note_written_by ON group_note USING btree (written_by);
alter table group_note enable row level security;
create policy circle_reads on group_note for select using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_adds on group_note for insert with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_changes on group_note for update using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)))) with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_removes on group_note for delete using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));

create table group_result (
  centre_id integer not null,
  group_id integer not null,
  agreed text not null,
  came_of text not null,
  learnt text not null,
  constraint group_result_pkey PRIMARY KEY (centre_id, group_id),
  constraint group_result_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_result_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_result_agreed_check CHECK ((agreed <> '')),
  constraint group_result_came_of_check CHECK ((came_of <> '')),
  constraint group_result_learnt_check CHECK ((learnt <> ''))
);
alter table group_result enable row level security;
create policy centre_reads on group_result for select using ((centre_id = (select app_centre())));
create policy centre_adds on group_result for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on group_result for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on group_result for delete using ((centre_id = (select app_centre())));

create table group_task (
  centre_id integer not null,
  id integer not null generated always as identity,
  group_id integer not null,
  owner_id integer,
  was_id integer,
  due_on date not null,
  moved_from date,
  made_by integer not null,
  made_at timestamp with time zone not null,
  version integer not null default 1,
  ended_at timestamp with time zone,
  ended_by integer,
  ended_how text,
  shown_at timestamp with time zone,
  constraint group_task_pkey PRIMARY KEY (centre_id, id),
  constraint group_task_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_task_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_task_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint group_task_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint group_task_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint group_task_was_id_fkey FOREIGN KEY (was_id) REFERENCES person(id),
  constraint group_task_check CHECK ((((ended_at IS NULL) = (ended_how IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint group_task_ended_how_check CHECK ((ended_how = ANY (ARRAY['done'::text, 'dropped'::text, 'promised'::text])))
);
CREATE INDEX group_task_ended_by ON group_task USING btree (ended_by);
CREATE INDEX group_task_group ON group_task USING btree (centre_id, group_id);
CREATE INDEX group_task_made_by ON group_task USING btree (made_by);
CREATE INDEX group_task_open ON group_task USING btree (centre_id, due_on) WHERE (ended_at IS NULL);
CREATE INDEX group_task_owner ON group_task USING btree (owner_id);
CREATE INDEX group_task_was ON group_task USING btree (was_id);
alter table group_task enable row level security;
create policy centre_reads on group_task for select using ((centre_id = (select app_centre())));
create policy centre_adds on group_task for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on group_task for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on group_task for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER group_task_new_owner_is_here BEFORE UPDATE OF owner_id ON group_task FOR EACH ROW WHEN ((new.owner_id IS DISTINCT FROM old.owner_id)) EXECUTE FUNCTION must_be_here('owner_id');
CREATE TRIGGER group_task_owner_is_here BEFORE INSERT ON group_task FOR EACH ROW EXECUTE FUNCTION must_be_here('owner_id');

create table group_task_words (
  centre_id integer not null,
  task_id integer not null,
  group_id integer not null,
  what text not null,
  why text not null default '',
  constraint group_task_words_pkey PRIMARY KEY (centre_id, task_id),
  constraint group_task_words_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_task_words_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_task_words_centre_id_task_id_fkey FOREIGN KEY (centre_id, task_id) REFERENCES group_task(centre_id, id),
  constraint group_task_words_what_check CHECK ((what <> ''))
);
CREATE INDEX group_task_words_group ON group_task_words USING btree (centre_id, group_id);
alter table group_task_words enable row level security;
create policy group_reads on group_task_words for select using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy shown_reads on group_task_words for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM group_task t WHERE ((t.centre_id = group_task_words.centre_id) AND (t.id = group_task_words.task_id) AND (t.shown_at IS NOT NULL))))));
create policy group_adds on group_task_words for insert with check (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy group_changes on group_task_words for update using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group)))) with check (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy group_removes on group_task_words for delete using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));

create table group_theme (
  centre_id integer not null,
  group_id integer not null,
  theme text not null,
  constraint group_theme_pkey PRIMARY KEY (centre_id, group_id),
  constraint group_theme_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_theme_centre_id_group_id_fkey FOREIGN KEY (centre_id, group_id) REFERENCES working_group(centre_id, id),
  constraint group_theme_theme_check CHECK ((theme <> ''))
);
alter table group_theme enable row level security;
create policy group_reads on group_theme for select using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy shown_reads on group_theme for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM working_group g WHERE ((g.centre_id = group_theme.centre_id) AND (g.id = group_theme.group_id) AND (g.theme_shown_at IS NOT NULL))))));
create policy group_adds on group_theme for insert with check (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy group_changes on group_theme for update using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group)))) with check (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));
create policy group_removes on group_theme for delete using (((centre_id = (select app_centre())) AND (group_id IN ( SELECT my_group.id FROM my_group))));

create table group_unwanted (
  centre_id integer not null,
  visit_id integer not null,
  said_by integer not null,
  said_at timestamp with time zone not null,
  constraint group_unwanted_pkey PRIMARY KEY (centre_id, visit_id),
  constraint group_unwanted_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint group_unwanted_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id),
  constraint group_unwanted_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);
CREATE INDEX group_unwanted_said_by ON group_unwanted USING btree (said_by);
alter table group_unwanted enable row level security;
create policy centre_reads on group_unwanted for select using ((centre_id = (select app_centre())));
create policy centre_adds on group_unwanted for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on group_unwanted for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on group_unwanted for delete using ((centre_id = (select app_centre())));

create table guidance_count (
  centre_id integer not null,
  month date not null,
  who text not null,
  way text not null,
  shown integer not null,
  constraint guidance_count_pkey PRIMARY KEY (centre_id, month, who, way),
  constraint guidance_count_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint guidance_count_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'stand'::text]))),
  constraint guidance_count_who_check CHECK ((who = ANY (ARRAY['citizen'::text, 'worker'::text])))
);
alter table guidance_count enable row level security;
create policy centre_reads on guidance_count for select using ((centre_id = (select app_centre())));
create policy centre_adds on guidance_count for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on guidance_count for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on guidance_count for delete using ((centre_id = (select app_centre())));

create table guide (
  centre_id integer not null,
  id integer not null generated always as identity,
  version integer not null,
  questions jsonb not null,
  written_by integer not null,
  written_at timestamp with time zone not null,
  constraint guide_pkey PRIMARY KEY (centre_id, id),
  constraint guide_centre_id_version_key UNIQUE (centre_id, version),
  constraint guide_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint guide_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
);
CREATE INDEX guide_written_by ON guide USING btree (written_by);
alter table guide enable row level security;
create policy centre_reads on guide for select using ((centre_id = (select app_centre())));
create policy centre_adds on guide for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on guide for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on guide for delete using ((centre_id = (select app_centre())));

create table hand_in_line (
  centre_id integer not null,
  school_id integer not null,
  n integer not null,
  wrote text not null,
  looked_up_at timestamp with time zone,
  company_id integer,
  candidates integer[] not null default '{}'::integer[],
  changed_at timestamp with time zone,
  added_by integer not null,
  added_at timestamp with time zone not null,
  constraint hand_in_line_pkey PRIMARY KEY (centre_id, school_id, n),
  constraint hand_in_line_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint hand_in_line_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hand_in_line_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hand_in_line_n_check CHECK ((n > 0))
);
CREATE INDEX hand_in_line_added_by ON hand_in_line USING btree (added_by);
CREATE INDEX hand_in_line_company ON hand_in_line USING btree (company_id);
alter table hand_in_line enable row level security;
create policy school_reads on hand_in_line for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on hand_in_line for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on hand_in_line for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on hand_in_line for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table hand_in_number (
  centre_id integer not null,
  school_id integer not null,
  last integer not null,
  constraint hand_in_number_pkey PRIMARY KEY (centre_id, school_id),
  constraint hand_in_number_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hand_in_number_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hand_in_number_last_check CHECK ((last > 0))
);
alter table hand_in_number enable row level security;
create policy school_reads on hand_in_number for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on hand_in_number for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on hand_in_number for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on hand_in_number for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table hand_in_tries (
  centre_id integer not null,
  school_id integer not null,
  on_date date not null,
  lines integer not null,
  constraint hand_in_tries_pkey PRIMARY KEY (centre_id, school_id, on_date),
  constraint hand_in_tries_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hand_in_tries_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hand_in_tries_lines_check CHECK ((lines > 0))
);
alter table hand_in_tries enable row level security;
create policy school_reads on hand_in_tries for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on hand_in_tries for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on hand_in_tries for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on hand_in_tries for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table handed_in (
  centre_id integer not null,
  id uuid not null default gen_random_uuid(),
  school_id integer not null,
  company_id integer not null,
  n integer not null,
  quarter_from date not null,
  handed_in_at timestamp with time zone not null,
  list_id integer,
  listed_id integer,
  left_out text,
  left_out_until date,
  constraint handed_in_pkey PRIMARY KEY (centre_id, id),
  constraint handed_in_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint handed_in_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint handed_in_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint handed_in_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint handed_in_listed_id_fkey FOREIGN KEY (listed_id) REFERENCES company_known(id),
  constraint handed_in_check CHECK (((list_id IS NULL) OR ((left_out IS NULL) = (listed_id IS NOT NULL)))),
  constraint handed_in_check1 CHECK (((list_id IS NOT NULL) OR ((left_out IS NULL) AND (listed_id IS NULL))))
);
CREATE INDEX handed_in_company ON handed_in USING btree (company_id);
CREATE INDEX handed_in_list ON handed_in USING btree (centre_id, list_id);
CREATE INDEX handed_in_listed ON handed_in USING btree (listed_id);
CREATE UNIQUE INDEX handed_in_once ON handed_in USING btree (centre_id, school_id, company_id) WHERE (list_id IS NULL);
CREATE INDEX handed_in_school ON handed_in USING btree (centre_id, school_id, quarter_from);
alter table handed_in enable row level security;
create policy centre_reads on handed_in for select using ((centre_id = (select app_centre())));
create policy centre_adds on handed_in for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on handed_in for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on handed_in for delete using ((centre_id = (select app_centre())));

create table handed_in_words (
  centre_id integer not null,
  school_id integer not null,
  handed_in_id uuid not null,
  wrote text not null,
  reason text not null,
  goal_id integer,
  consultant_id integer,
  wish_by date,
  handed_in_by integer not null,
  constraint handed_in_words_pkey PRIMARY KEY (centre_id, handed_in_id),
  constraint handed_in_words_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint handed_in_words_centre_id_goal_id_fkey FOREIGN KEY (centre_id, goal_id) REFERENCES goal(centre_id, id),
  constraint handed_in_words_centre_id_handed_in_id_fkey FOREIGN KEY (centre_id, handed_in_id) REFERENCES handed_in(centre_id, id) ON DELETE CASCADE,
  constraint handed_in_words_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint handed_in_words_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES person(id),
  constraint handed_in_words_handed_in_by_fkey FOREIGN KEY (handed_in_by) REFERENCES person(id)
);
CREATE INDEX handed_in_words_by ON handed_in_words USING btree (handed_in_by);
CREATE INDEX handed_in_words_consultant ON handed_in_words USING btree (consultant_id);
CREATE INDEX handed_in_words_goal ON handed_in_words USING btree (centre_id, goal_id);
CREATE INDEX handed_in_words_school ON handed_in_words USING btree (centre_id, school_id);
alter table handed_in_words enable row level security;
create policy school_reads on handed_in_words for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on handed_in_words for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on handed_in_words for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on handed_in_words for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

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

create table hearing_asking (
  centre_id integer not null,
  hearing_id integer not null,
  person_id integer not null,
  school_id integer not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  constraint hearing_asking_pkey PRIMARY KEY (centre_id, hearing_id, person_id),
  constraint hearing_asking_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint hearing_asking_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hearing_asking_centre_id_hearing_id_fkey FOREIGN KEY (centre_id, hearing_id) REFERENCES hearing(centre_id, id),
  constraint hearing_asking_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hearing_asking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX hearing_asking_asked_by ON hearing_asking USING btree (asked_by);
CREATE INDEX hearing_asking_person ON hearing_asking USING btree (person_id);
CREATE INDEX hearing_asking_school ON hearing_asking USING btree (centre_id, school_id);
alter table hearing_asking enable row level security;
create policy centre_reads on hearing_asking for select using ((centre_id = (select app_centre())));
create policy centre_adds on hearing_asking for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on hearing_asking for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on hearing_asking for delete using ((centre_id = (select app_centre())));

create table hearing_letter_due (
  centre_id integer not null,
  hearing_id integer not null,
  school_id integer not null,
  kind text not null,
  told_at timestamp with time zone,
  constraint hearing_letter_due_pkey PRIMARY KEY (centre_id, hearing_id, school_id, kind),
  constraint hearing_letter_due_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hearing_letter_due_centre_id_hearing_id_fkey FOREIGN KEY (centre_id, hearing_id) REFERENCES hearing(centre_id, id),
  constraint hearing_letter_due_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hearing_letter_due_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'reminded'::text, 'moved'::text])))
);
CREATE INDEX hearing_letter_due_school ON hearing_letter_due USING btree (centre_id, school_id);
alter table hearing_letter_due enable row level security;
create policy centre_reads on hearing_letter_due for select using ((centre_id = (select app_centre())));
create policy centre_adds on hearing_letter_due for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on hearing_letter_due for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on hearing_letter_due for delete using ((centre_id = (select app_centre())));

create table hearing_share (
  centre_id integer not null,
  school_id integer not null,
  list_id integer not null,
  company_id integer not null,
  person_id integer not null,
  given_by integer not null,
  given_at timestamp with time zone not null,
  why text not null default '',
  back_at timestamp with time zone,
  back_why text not null default '',
  letter integer,
  constraint hearing_share_pkey PRIMARY KEY (centre_id, school_id, list_id, company_id),
  constraint hearing_share_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hearing_share_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint hearing_share_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint hearing_share_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint hearing_share_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX hearing_share_given_by ON hearing_share USING btree (given_by);
CREATE INDEX hearing_share_list ON hearing_share USING btree (centre_id, list_id);
CREATE INDEX hearing_share_person ON hearing_share USING btree (person_id);
alter table hearing_share enable row level security;
create policy school_reads on hearing_share for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on hearing_share for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on hearing_share for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on hearing_share for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table hindrance_kind (
  kind text not null,
  rank integer not null,
  stops text[] not null,
  word text not null,
  constraint hindrance_kind_pkey PRIMARY KEY (kind),
  constraint hindrance_kind_rank_key UNIQUE (rank),
  constraint hindrance_kind_stops_check CHECK ((stops <@ ARRAY['outreach'::text, 'agreed'::text, 'enquiry'::text, 'evaluation'::text]))
);

create table hint_passed (
  centre_id integer not null,
  list_id integer not null,
  company_id integer not null,
  times integer not null,
  since timestamp with time zone not null,
  constraint hint_passed_pkey PRIMARY KEY (centre_id, list_id, company_id),
  constraint hint_passed_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint hint_passed_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint hint_passed_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint hint_passed_times_check CHECK ((times > 0))
);
CREATE INDEX hint_passed_company ON hint_passed USING btree (company_id);
alter table hint_passed enable row level security;
create policy centre_reads on hint_passed for select using ((centre_id = (select app_centre())));
create policy centre_adds on hint_passed for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on hint_passed for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on hint_passed for delete using ((centre_id = (select app_centre())));

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
  constraint import_kind_check CHECK ((kind ~ '^[a-z-]+$'::text)),
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
  sealed bytea,
  constraint import_error_pkey PRIMARY KEY (centre_id, import_id, n),
  constraint import_error_centre_id_import_id_fkey FOREIGN KEY (centre_id, import_id) REFERENCES import(centre_id, id)
);
alter table import_error enable row level security;
create policy with_import_reads on import_error for select using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));
create policy with_import_adds on import_error for insert with check (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));
create policy with_import_removes on import_error for delete using (((centre_id = (select app_centre())) AND (EXISTS ( SELECT FROM import i WHERE ((i.centre_id = import_error.centre_id) AND (i.id = import_error.import_id))))));

create table incoming_address (
  centre_id integer not null,
  kind text not null,
  token text not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  constraint incoming_address_pkey PRIMARY KEY (centre_id, kind),
  constraint incoming_address_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint incoming_address_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint incoming_address_kind_check CHECK ((kind ~ '^[a-z]{1,20}$'::text)),
  constraint incoming_address_token_check CHECK ((token ~ '^[a-z0-9]{10,64}$'::text))
);
alter table incoming_address enable row level security;
create policy centre_reads on incoming_address for select using ((centre_id = (select app_centre())));
create policy centre_adds on incoming_address for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on incoming_address for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on incoming_address for delete using ((centre_id = (select app_centre())));

create table incoming_address_of (
  centre_id integer not null,
  kind text not null,
  about_id integer not null,
  token text not null,
  made_at timestamp with time zone not null,
  constraint incoming_address_of_pkey PRIMARY KEY (centre_id, kind, about_id),
  constraint incoming_address_of_centre_id_kind_token_key UNIQUE (centre_id, kind, token),
  constraint incoming_address_of_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint incoming_address_of_kind_check CHECK ((kind ~ '^[a-z]{1,20}$'::text)),
  constraint incoming_address_of_token_check CHECK ((token ~ '^[a-z0-9]{10,64}$'::text))
);
alter table incoming_address_of enable row level security;
create policy centre_reads on incoming_address_of for select using ((centre_id = (select app_centre())));
create policy centre_adds on incoming_address_of for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on incoming_address_of for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on incoming_address_of for delete using ((centre_id = (select app_centre())));

create table incoming_address_old (
  centre_id integer not null,
  kind text not null,
  token text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  constraint incoming_address_old_pkey PRIMARY KEY (centre_id, kind, token),
  constraint incoming_address_old_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table incoming_address_old enable row level security;
create policy centre_reads on incoming_address_old for select using ((centre_id = (select app_centre())));
create policy centre_adds on incoming_address_old for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on incoming_address_old for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on incoming_address_old for delete using ((centre_id = (select app_centre())));

create table incoming_dropped (
  centre_id integer not null,
  on_day date not null,
  why text not null,
  mails integer not null,
  last_at timestamp with time zone not null,
  looked_for integer not null default 0,
  constraint incoming_dropped_pkey PRIMARY KEY (centre_id, on_day, why),
  constraint incoming_dropped_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint incoming_dropped_looked_for CHECK (((looked_for >= 0) AND (looked_for <= mails))),
  constraint incoming_dropped_why_check CHECK ((why = ANY (ARRAY['own'::text, 'bounce'::text, 'auto-reply'::text, 'bulk'::text, 'crowded'::text])))
);
alter table incoming_dropped enable row level security;
create policy centre_reads on incoming_dropped for select using ((centre_id = (select app_centre())));
create policy centre_adds on incoming_dropped for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on incoming_dropped for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on incoming_dropped for delete using ((centre_id = (select app_centre())));

create table incoming_mail (
  centre_id integer not null,
  id integer not null generated always as identity,
  kind text not null,
  mark text not null,
  from_address text not null,
  from_name text not null,
  vouched text not null,
  subject text not null,
  words text not null,
  cut boolean not null,
  attachments text[] not null,
  unread text,
  came_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by integer,
  erased_at timestamp with time zone,
  taken_in_at timestamp with time zone not null,
  reopened_at timestamp with time zone,
  old_address boolean not null,
  about_id integer,
  constraint incoming_mail_pkey PRIMARY KEY (centre_id, id),
  constraint incoming_mail_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint incoming_mail_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint incoming_mail_came_first CHECK ((came_at <= taken_in_at)),
  constraint incoming_mail_check1 CHECK (((erased_at IS NULL) OR ((settled_at IS NOT NULL) AND (words = '') AND (subject = '') AND (from_address = '') AND (from_name = '') AND (attachments = '{}'::text[])))),
  constraint incoming_mail_settled CHECK (((settled_by IS NULL) OR (settled_at IS NOT NULL))),
  constraint incoming_mail_unread_check CHECK ((unread = ANY (ARRAY['too-large'::text, 'unreadable'::text]))),
  constraint incoming_mail_vouched_check CHECK ((vouched = ANY (ARRAY['passed'::text, 'failed'::text, 'unsaid'::text])))
);
CREATE UNIQUE INDEX incoming_mail_once ON incoming_mail USING btree (centre_id, mark, kind, about_id) NULLS NOT DISTINCT;
CREATE INDEX incoming_mail_settled ON incoming_mail USING btree (centre_id, settled_at) WHERE (erased_at IS NULL);
alter table incoming_mail enable row level security;
create policy centre_reads on incoming_mail for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy centre_adds on incoming_mail for insert with check (((centre_id = (select app_centre())) AND (select app_system())));
create policy centre_changes on incoming_mail for update using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre)))) with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy centre_removes on incoming_mail for delete using (((centre_id = (select app_centre())) AND (select app_system())));

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
  withdrawn_at timestamp with time zone,
  withdrawn_by integer,
  agreed_by integer,
  copied_at timestamp with time zone,
  opened_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (centre_id, id),
  constraint invitation_centre_id_hash_key UNIQUE (centre_id, hash),
  constraint invitation_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES person(id),
  constraint invitation_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint invitation_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id),
  constraint invitation_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id)
);
CREATE UNIQUE INDEX invitation_one_open ON invitation USING btree (centre_id, email) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
alter table invitation enable row level security;
create policy centre_reads on invitation for select using ((centre_id = (select app_centre())));
create policy centre_adds on invitation for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on invitation for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on invitation for delete using ((centre_id = (select app_centre())));

create table invitation_sending (
  centre_id integer not null,
  id integer not null generated always as identity,
  email text not null,
  sent_by integer not null,
  sent_at timestamp with time zone not null,
  constraint invitation_sending_pkey PRIMARY KEY (centre_id, id),
  constraint invitation_sending_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint invitation_sending_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id)
);
CREATE INDEX invitation_sending_by ON invitation_sending USING btree (centre_id, sent_by, sent_at);
CREATE INDEX invitation_sending_to ON invitation_sending USING btree (centre_id, email, sent_at);
alter table invitation_sending enable row level security;
create policy centre_reads on invitation_sending for select using ((centre_id = (select app_centre())));
create policy centre_adds on invitation_sending for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on invitation_sending for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on invitation_sending for delete using ((centre_id = (select app_centre())));

create table joint_visit (
  centre_id integer not null,
  id integer not null generated always as identity,
  partner_id integer not null,
  given_by integer not null,
  given_at timestamp with time zone not null,
  company_said text not null,
  town_said text not null default '',
  company_id integer,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  words text not null default '',
  asked_id integer,
  goes_id integer,
  declined_at timestamp with time zone,
  declined_by integer,
  note text not null default '',
  taken_back_at timestamp with time zone,
  taken_back_by integer,
  told_at timestamp with time zone,
  linked_at timestamp with time zone,
  linked_by integer,
  uid text not null default ((gen_random_uuid())::text || '@tovholder'::text),
  constraint joint_visit_pkey PRIMARY KEY (centre_id, id),
  constraint joint_visit_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES person(id),
  constraint joint_visit_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint joint_visit_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint joint_visit_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint joint_visit_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES person(id),
  constraint joint_visit_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint joint_visit_goes_id_fkey FOREIGN KEY (goes_id) REFERENCES person(id),
  constraint joint_visit_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES person(id),
  constraint joint_visit_taken_back_by_fkey FOREIGN KEY (taken_back_by) REFERENCES person(id),
  constraint joint_visit_check CHECK ((ends_at > starts_at)),
  constraint joint_visit_check1 CHECK (((asked_id IS NULL) OR (goes_id IS NULL))),
  constraint joint_visit_check2 CHECK (((declined_at IS NULL) = (declined_by IS NULL))),
  constraint joint_visit_check3 CHECK (((declined_at IS NULL) OR (num_nonnulls(asked_id, goes_id) = 0))),
  constraint joint_visit_linked CHECK ((((linked_at IS NULL) = (linked_by IS NULL)) AND ((linked_at IS NULL) OR (company_id IS NOT NULL)))),
  constraint joint_visit_taken_back CHECK ((((taken_back_at IS NULL) = (taken_back_by IS NULL)) AND ((told_at IS NULL) OR (taken_back_at IS NOT NULL))))
);
CREATE INDEX joint_visit_asked ON joint_visit USING btree (centre_id, asked_id);
CREATE INDEX joint_visit_company ON joint_visit USING btree (centre_id, company_id);
CREATE INDEX joint_visit_goes ON joint_visit USING btree (centre_id, goes_id);
CREATE INDEX joint_visit_partner ON joint_visit USING btree (centre_id, partner_id);
CREATE UNIQUE INDEX joint_visit_uid ON joint_visit USING btree (centre_id, uid);
alter table joint_visit enable row level security;
create policy centre_reads on joint_visit for select using ((centre_id = (select app_centre())));
create policy centre_adds on joint_visit for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on joint_visit for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on joint_visit for delete using ((centre_id = (select app_centre())));

create table kept_on_list (
  centre_id integer not null,
  school_id integer not null,
  list_id integer not null,
  company_id integer not null,
  person_id integer not null,
  kept_at timestamp with time zone not null,
  ours boolean not null default false,
  constraint kept_on_list_pkey PRIMARY KEY (centre_id, school_id, list_id, company_id),
  constraint kept_on_list_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint kept_on_list_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX kept_on_list_list ON kept_on_list USING btree (centre_id, list_id);
alter table kept_on_list enable row level security;
create policy school_reads on kept_on_list for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on kept_on_list for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on kept_on_list for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on kept_on_list for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table leadership (
  centre_id integer not null,
  id integer not null generated always as identity,
  cvr text not null,
  shared boolean not null,
  why text not null default '',
  decided_by integer,
  decided_at timestamp with time zone not null,
  until_at timestamp with time zone,
  undone_by integer,
  constraint leadership_pkey PRIMARY KEY (centre_id, id),
  constraint leadership_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint leadership_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint leadership_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id),
  constraint leadership_check CHECK (((undone_by IS NULL) OR (until_at IS NOT NULL))),
  constraint leadership_cvr_check CHECK ((cvr ~ '^[0-9]{8}$'::text))
);
CREATE INDEX leadership_of_company ON leadership USING btree (centre_id, cvr, id);
CREATE INDEX leadership_shared ON leadership USING btree (centre_id, cvr) WHERE ((until_at IS NULL) AND shared);
CREATE UNIQUE INDEX leadership_stands ON leadership USING btree (centre_id, cvr) WHERE (until_at IS NULL);
alter table leadership enable row level security;
create policy centre_reads on leadership for select using ((centre_id = (select app_centre())));
create policy centre_adds on leadership for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on leadership for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on leadership for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_leadership_changed AFTER UPDATE ON leadership REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_leadership();
CREATE TRIGGER queue_leadership_decided AFTER INSERT ON leadership REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_leadership();

create table learning_aim (
  centre_id integer not null,
  id integer not null generated always as identity,
  circle_id integer not null,
  booking_id integer not null,
  learner_id integer not null,
  words text not null,
  written_by integer not null,
  written_at timestamp with time zone not null,
  constraint learning_aim_pkey PRIMARY KEY (centre_id, id),
  constraint learning_aim_centre_id_booking_id_circle_id_key UNIQUE (centre_id, booking_id, circle_id),
  constraint learning_aim_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint learning_aim_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint learning_aim_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint learning_aim_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES person(id),
  constraint learning_aim_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id)
);
CREATE INDEX learning_aim_circle ON learning_aim USING btree (centre_id, circle_id);
CREATE INDEX learning_aim_learner ON learning_aim USING btree (learner_id);
CREATE INDEX learning_aim_written_by ON learning_aim USING btree (written_by);
alter table learning_aim enable row level security;
create policy circle_reads on learning_aim for select using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_adds on learning_aim for insert with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_changes on learning_aim for update using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)))) with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_removes on learning_aim for delete using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));

create table leaving (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  last_day date not null,
  announced_by integer,
  announced_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by integer,
  left_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint leaving_pkey PRIMARY KEY (centre_id, id),
  constraint leaving_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES person(id),
  constraint leaving_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint leaving_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint leaving_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint leaving_check CHECK (((withdrawn_at IS NULL) OR (left_at IS NULL))),
  constraint leaving_check1 CHECK (((settled_at IS NULL) OR (left_at IS NOT NULL)))
);
CREATE INDEX leaving_day ON leaving USING btree (centre_id, last_day) WHERE ((withdrawn_at IS NULL) AND (settled_at IS NULL));
CREATE UNIQUE INDEX leaving_one ON leaving USING btree (centre_id, person_id) WHERE ((withdrawn_at IS NULL) AND (left_at IS NULL));
alter table leaving enable row level security;
create policy asked_and_seers_read on leaving for select using (((centre_id = (select app_centre())) AND (sees_leaver(person_id) OR (EXISTS ( SELECT FROM leaving_question q WHERE ((q.centre_id = leaving.centre_id) AND (q.leaving_id = leaving.id) AND (q.to_id = (select app_person()))))) OR (EXISTS ( SELECT FROM member_now m WHERE ((m.centre_id = (select app_centre())) AND (m.person_id = (select app_person())) AND (m.role = 'administrator'::text)))))));
create policy anyone_announces on leaving for insert with check ((centre_id = (select app_centre())));
create policy seers_and_keepers_change on leaving for update using (((centre_id = (select app_centre())) AND (sees_leaver(person_id) OR (EXISTS ( SELECT FROM member_now m WHERE ((m.centre_id = (select app_centre())) AND (m.person_id = (select app_person())) AND (m.role = 'administrator'::text))))))) with check ((centre_id = (select app_centre())));
create policy nobody_removes on leaving for delete using (((centre_id = (select app_centre())) AND false));

create table leaving_question (
  centre_id integer not null,
  id integer not null generated always as identity,
  leaving_id integer not null,
  kind text not null,
  source_id integer not null,
  leaver_id integer not null,
  to_id integer not null,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  said_yes boolean,
  why text not null default '',
  closed_at timestamp with time zone,
  constraint leaving_question_pkey PRIMARY KEY (centre_id, id),
  constraint leaving_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint leaving_question_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint leaving_question_centre_id_leaving_id_kind_source_id_fkey FOREIGN KEY (centre_id, leaving_id, kind, source_id) REFERENCES leaving_thing(centre_id, leaving_id, kind, source_id),
  constraint leaving_question_leaver_id_fkey FOREIGN KEY (leaver_id) REFERENCES person(id),
  constraint leaving_question_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint leaving_question_check CHECK (((answered_at IS NULL) = (said_yes IS NULL))),
  constraint leaving_question_check1 CHECK (((answered_at IS NULL) OR (closed_at IS NULL)))
);
CREATE UNIQUE INDEX leaving_question_one ON leaving_question USING btree (centre_id, leaving_id, kind, source_id) WHERE ((answered_at IS NULL) AND (closed_at IS NULL));
CREATE INDEX leaving_question_thing ON leaving_question USING btree (centre_id, leaving_id, kind, source_id);
CREATE INDEX leaving_question_to ON leaving_question USING btree (centre_id, to_id);
CREATE UNIQUE INDEX leaving_question_yes ON leaving_question USING btree (centre_id, leaving_id, kind, source_id) WHERE said_yes;
alter table leaving_question enable row level security;
create policy asked_and_seers_read on leaving_question for select using (((centre_id = (select app_centre())) AND ((to_id = (select app_person())) OR sees_leaver(leaver_id))));
create policy seers_ask on leaving_question for insert with check (((centre_id = (select app_centre())) AND sees_leaver(leaver_id)));
create policy asked_and_seers_change on leaving_question for update using (((centre_id = (select app_centre())) AND ((to_id = (select app_person())) OR sees_leaver(leaver_id)))) with check ((centre_id = (select app_centre())));
create policy nobody_removes on leaving_question for delete using (((centre_id = (select app_centre())) AND false));

create table leaving_thing (
  centre_id integer not null,
  leaving_id integer not null,
  kind text not null,
  source_id integer not null,
  leaver_id integer not null,
  company_id integer,
  since timestamp with time zone not null,
  "values" jsonb not null,
  constraint leaving_thing_pkey PRIMARY KEY (centre_id, leaving_id, kind, source_id),
  constraint leaving_thing_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint leaving_thing_centre_id_leaving_id_fkey FOREIGN KEY (centre_id, leaving_id) REFERENCES leaving(centre_id, id),
  constraint leaving_thing_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint leaving_thing_leaver_id_fkey FOREIGN KEY (leaver_id) REFERENCES person(id)
);
CREATE INDEX leaving_thing_company ON leaving_thing USING btree (company_id);
alter table leaving_thing enable row level security;
create policy asked_and_seers_read on leaving_thing for select using (((centre_id = (select app_centre())) AND (sees_leaver(leaver_id) OR (EXISTS ( SELECT FROM leaving_question q WHERE ((q.centre_id = leaving_thing.centre_id) AND (q.leaving_id = leaving_thing.leaving_id) AND (q.kind = leaving_thing.kind) AND (q.source_id = leaving_thing.source_id) AND (q.to_id = (select app_person()))))))));
create policy anyone_writes_down on leaving_thing for insert with check ((centre_id = (select app_centre())));
create policy nobody_changes on leaving_thing for update using (((centre_id = (select app_centre())) AND false));
create policy nobody_removes on leaving_thing for delete using (((centre_id = (select app_centre())) AND false));

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
  recipient_name text,
  recipient_email text,
  company_person_id integer,
  constraint link_pkey PRIMARY KEY (centre_id, id),
  constraint link_centre_id_hash_key UNIQUE (centre_id, hash),
  constraint link_centre_id_company_person_id_fkey FOREIGN KEY (centre_id, company_person_id) REFERENCES company_person(centre_id, id),
  constraint link_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint link_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint link_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id),
  constraint link_company_whole CHECK (((company_id IS NULL) = (cvr IS NULL))),
  constraint link_uses_held CHECK ((uses <= most_uses))
);
CREATE INDEX company_link_of_company ON link USING btree (company_id);
CREATE INDEX link_company ON link USING btree (centre_id, company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX link_ending ON link USING btree (centre_id, ends_at) WHERE ((revoked_at IS NULL) AND (ends_at IS NOT NULL));
CREATE INDEX link_of_person ON link USING btree (centre_id, company_person_id) WHERE (company_person_id IS NOT NULL);
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

create table list_capacity (
  centre_id integer not null,
  list_id integer not null,
  limited boolean not null,
  judged_at timestamp with time zone not null,
  constraint list_capacity_pkey PRIMARY KEY (centre_id, list_id),
  constraint list_capacity_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint list_capacity_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id)
);
alter table list_capacity enable row level security;
create policy centre_reads on list_capacity for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_capacity for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_capacity for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_capacity for delete using ((centre_id = (select app_centre())));

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
CREATE TRIGGER queue_closed AFTER INSERT ON list_closing FOR EACH ROW EXECUTE FUNCTION queue_closed();

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
  company_employees integer,
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

create table list_offer (
  centre_id integer not null,
  list_id integer not null,
  form text not null,
  said_by integer not null,
  said_at timestamp with time zone not null,
  constraint list_offer_pkey PRIMARY KEY (centre_id, list_id),
  constraint list_offer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint list_offer_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint list_offer_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint list_offer_form_check CHECK ((form = ANY (ARRAY['online'::text, 'phone'::text])))
);
CREATE INDEX list_offer_said_by ON list_offer USING btree (said_by);
alter table list_offer enable row level security;
create policy centre_reads on list_offer for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_offer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_offer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_offer for delete using ((centre_id = (select app_centre())));

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
CREATE TRIGGER queue_opened AFTER INSERT ON list_opening FOR EACH ROW EXECUTE FUNCTION queue_opened();

create table list_pause (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  began_at timestamp with time zone not null,
  until_on date,
  ended_at timestamp with time zone,
  reason text not null default 'full'::text,
  constraint list_pause_pkey PRIMARY KEY (centre_id, id),
  constraint list_pause_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint list_pause_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint list_pause_reason_check CHECK ((reason = ANY (ARRAY['full'::text, 'none'::text, 'away'::text, 'left'::text, 'no-time'::text])))
);
CREATE INDEX list_pause_list ON list_pause USING btree (centre_id, list_id);
CREATE UNIQUE INDEX list_pause_open ON list_pause USING btree (centre_id, list_id) WHERE (ended_at IS NULL);
alter table list_pause enable row level security;
create policy centre_reads on list_pause for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_pause for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_pause for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_pause for delete using ((centre_id = (select app_centre())));

create table list_place (
  centre_id integer not null,
  list_id integer not null,
  person_id integer not null,
  week_on date not null,
  fits integer not null,
  constraint list_place_pkey PRIMARY KEY (centre_id, list_id, person_id, week_on),
  constraint list_place_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint list_place_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint list_place_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint list_place_fits_check CHECK ((fits > 0))
);
CREATE INDEX list_place_person ON list_place USING btree (person_id);
alter table list_place enable row level security;
create policy centre_reads on list_place for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_place for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_place for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_place for delete using ((centre_id = (select app_centre())));

create table list_visitor (
  centre_id integer not null,
  list_id integer not null,
  person_id integer not null,
  named_by integer,
  named_at timestamp with time zone not null,
  constraint list_visitor_pkey PRIMARY KEY (centre_id, list_id, person_id),
  constraint list_visitor_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint list_visitor_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint list_visitor_named_by_fkey FOREIGN KEY (named_by) REFERENCES person(id),
  constraint list_visitor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX list_visitor_by ON list_visitor USING btree (named_by);
CREATE INDEX list_visitor_person ON list_visitor USING btree (person_id);
alter table list_visitor enable row level security;
create policy centre_reads on list_visitor for select using ((centre_id = (select app_centre())));
create policy centre_adds on list_visitor for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on list_visitor for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on list_visitor for delete using ((centre_id = (select app_centre())));

create table mail_pause (
  centre_id integer not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  failures integer not null,
  constraint mail_pause_pkey PRIMARY KEY (centre_id),
  constraint mail_pause_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table mail_pause enable row level security;
create policy centre_reads on mail_pause for select using ((centre_id = (select app_centre())));
create policy centre_adds on mail_pause for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on mail_pause for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on mail_pause for delete using ((centre_id = (select app_centre())));

create table mailbox (
  one boolean not null default true,
  name text not null,
  validity text not null default '',
  last_uid bigint not null default 0,
  reading_uid bigint,
  times integer not null default 0,
  held_by text,
  held_until timestamp with time zone,
  failures integer not null default 0,
  trouble text,
  away_since timestamp with time zone,
  next_at timestamp with time zone,
  left_at timestamp with time zone,
  unmarked bigint[] not null default '{}'::bigint[],
  constraint mailbox_pkey PRIMARY KEY (one),
  constraint mailbox_check CHECK (((held_by IS NULL) = (held_until IS NULL))),
  constraint mailbox_check1 CHECK (((trouble IS NULL) = (away_since IS NULL))),
  constraint mailbox_one_check CHECK (one),
  constraint mailbox_trouble_check CHECK ((trouble = ANY (ARRAY['away'::text, 'not-let-in'::text])))
);

create table mailbox_seen (
  centre_id integer not null,
  seen_at timestamp with time zone not null,
  seen_by integer not null,
  constraint mailbox_seen_pkey PRIMARY KEY (centre_id),
  constraint mailbox_seen_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint mailbox_seen_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES person(id)
);
alter table mailbox_seen enable row level security;
create policy centre_reads on mailbox_seen for select using ((centre_id = (select app_centre())));
create policy centre_adds on mailbox_seen for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on mailbox_seen for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on mailbox_seen for delete using ((centre_id = (select app_centre())));

create table mailed_report (
  centre_id integer not null,
  mail_id integer not null,
  booking_id integer not null,
  person_id integer,
  parked text,
  answered boolean not null,
  taken_in_at timestamp with time zone not null,
  given_to integer,
  constraint mailed_report_pkey PRIMARY KEY (centre_id, mail_id),
  constraint mailed_report_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint mailed_report_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint mailed_report_centre_id_mail_id_fkey FOREIGN KEY (centre_id, mail_id) REFERENCES incoming_mail(centre_id, id),
  constraint mailed_report_given_to_fkey FOREIGN KEY (given_to) REFERENCES person(id),
  constraint mailed_report_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mailed_report_check CHECK (((given_to IS NULL) OR (parked IS NOT NULL))),
  constraint mailed_report_parked_check CHECK ((parked = ANY (ARRAY['stranger'::text, 'forged'::text, 'not-there'::text, 'not-held'::text, 'reported'::text, 'ended'::text])))
);
CREATE INDEX mailed_report_booking ON mailed_report USING btree (centre_id, booking_id);
CREATE INDEX mailed_report_person ON mailed_report USING btree (centre_id, person_id, taken_in_at);
alter table mailed_report enable row level security;
create policy centre_reads on mailed_report for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy centre_adds on mailed_report for insert with check (((centre_id = (select app_centre())) AND (select app_system())));
create policy centre_changes on mailed_report for update using (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre))) with check (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre)));
create policy centre_removes on mailed_report for delete using (((centre_id = (select app_centre())) AND (select app_system())));

create table mailed_tip (
  centre_id integer not null,
  mail_id integer not null,
  partner_id integer,
  thanked boolean not null,
  tip_id integer,
  constraint mailed_tip_pkey PRIMARY KEY (centre_id, mail_id),
  constraint mailed_tip_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint mailed_tip_centre_id_mail_id_fkey FOREIGN KEY (centre_id, mail_id) REFERENCES incoming_mail(centre_id, id),
  constraint mailed_tip_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint mailed_tip_centre_id_tip_id_fkey FOREIGN KEY (centre_id, tip_id) REFERENCES tip(centre_id, id)
);
CREATE INDEX mailed_tip_partner ON mailed_tip USING btree (centre_id, partner_id);
CREATE INDEX mailed_tip_tip ON mailed_tip USING btree (centre_id, tip_id);
alter table mailed_tip enable row level security;
create policy centre_reads on mailed_tip for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy centre_adds on mailed_tip for insert with check (((centre_id = (select app_centre())) AND (select app_system())));
create policy centre_changes on mailed_tip for update using (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre))) with check (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre)));
create policy centre_removes on mailed_tip for delete using (((centre_id = (select app_centre())) AND (select app_system())));

create table meeting_attendance (
  centre_id integer not null,
  meeting_id integer not null,
  person_id integer not null,
  said_by integer not null,
  said_at timestamp with time zone not null,
  constraint meeting_attendance_pkey PRIMARY KEY (centre_id, meeting_id, person_id),
  constraint meeting_attendance_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_attendance_centre_id_meeting_id_fkey FOREIGN KEY (centre_id, meeting_id) REFERENCES consultant_meeting(centre_id, id),
  constraint meeting_attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint meeting_attendance_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);
alter table meeting_attendance enable row level security;
create policy centre_reads on meeting_attendance for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_attendance for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_attendance for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_attendance for delete using ((centre_id = (select app_centre())));

create table meeting_correction (
  centre_id integer not null,
  id integer not null generated always as identity,
  meeting_id integer not null,
  words text not null,
  said_by integer not null,
  said_at timestamp with time zone not null,
  constraint meeting_correction_pkey PRIMARY KEY (centre_id, id),
  constraint meeting_correction_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_correction_centre_id_meeting_id_fkey FOREIGN KEY (centre_id, meeting_id) REFERENCES consultant_meeting(centre_id, id),
  constraint meeting_correction_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint meeting_correction_words_check CHECK ((words <> ''))
);
CREATE INDEX meeting_correction_meeting ON meeting_correction USING btree (centre_id, meeting_id);
alter table meeting_correction enable row level security;
create policy centre_reads on meeting_correction for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_correction for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_correction for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_correction for delete using ((centre_id = (select app_centre())));

create table meeting_outcome (
  centre_id integer not null,
  id integer not null generated always as identity,
  point_id integer not null,
  how text not null,
  words text not null default '',
  person_id integer,
  due_on date,
  promise_id integer,
  was jsonb,
  said_by integer not null,
  said_at timestamp with time zone not null,
  undone_by integer,
  undone_at timestamp with time zone,
  constraint meeting_outcome_pkey PRIMARY KEY (centre_id, id),
  constraint meeting_outcome_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_outcome_centre_id_point_id_fkey FOREIGN KEY (centre_id, point_id) REFERENCES meeting_point(centre_id, id),
  constraint meeting_outcome_centre_id_promise_id_fkey FOREIGN KEY (centre_id, promise_id) REFERENCES promise(centre_id, id),
  constraint meeting_outcome_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint meeting_outcome_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint meeting_outcome_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id),
  constraint meeting_outcome_check CHECK (((how = ANY (ARRAY['task'::text, 'asked'::text])) = (person_id IS NOT NULL))),
  constraint meeting_outcome_check1 CHECK (((how <> 'decided'::text) OR (words <> ''))),
  constraint meeting_outcome_how_check CHECK ((how = ANY (ARRAY['seen'::text, 'task'::text, 'asked'::text, 'decided'::text, 'later'::text])))
);
CREATE UNIQUE INDEX meeting_outcome_one ON meeting_outcome USING btree (centre_id, point_id) WHERE (undone_at IS NULL);
CREATE INDEX meeting_outcome_point ON meeting_outcome USING btree (centre_id, point_id);
CREATE INDEX meeting_outcome_promise ON meeting_outcome USING btree (centre_id, promise_id);
alter table meeting_outcome enable row level security;
create policy centre_reads on meeting_outcome for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_outcome for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_outcome for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_outcome for delete using ((centre_id = (select app_centre())));

create table meeting_point (
  centre_id integer not null,
  id integer not null generated always as identity,
  meeting_id integer,
  section text not null,
  kind text not null,
  source_id integer,
  company_id integer,
  words text not null default '',
  "position" integer not null default 0,
  put_by integer,
  put_at timestamp with time zone not null,
  constraint meeting_point_pkey PRIMARY KEY (centre_id, id),
  constraint meeting_point_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_point_centre_id_meeting_id_fkey FOREIGN KEY (centre_id, meeting_id) REFERENCES consultant_meeting(centre_id, id),
  constraint meeting_point_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint meeting_point_put_by_fkey FOREIGN KEY (put_by) REFERENCES person(id),
  constraint meeting_point_check CHECK (((source_id IS NULL) = (words <> ''))),
  constraint meeting_point_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'need'::text, 'promise'::text, 'referral'::text, 'learnt'::text, 'idea'::text, 'question'::text, 'case'::text, 'decision'::text]))),
  constraint meeting_point_section_check CHECK ((section = ANY (ARRAY['reports'::text, 'ownerless'::text, 'stalled'::text, 'case'::text, 'put'::text, 'ideas'::text])))
);
CREATE INDEX meeting_point_company ON meeting_point USING btree (company_id);
CREATE UNIQUE INDEX meeting_point_once ON meeting_point USING btree (centre_id, meeting_id, section, kind, source_id);
CREATE INDEX meeting_point_waits ON meeting_point USING btree (centre_id) WHERE (meeting_id IS NULL);
alter table meeting_point enable row level security;
create policy centre_reads on meeting_point for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_point for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_point for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_point for delete using ((centre_id = (select app_centre())));

create table meeting_reminder (
  centre_id integer not null,
  booking_id integer not null,
  starts_at timestamp with time zone not null,
  reminded_at timestamp with time zone not null,
  constraint meeting_reminder_pkey PRIMARY KEY (centre_id, booking_id, starts_at),
  constraint meeting_reminder_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint meeting_reminder_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table meeting_reminder enable row level security;
create policy centre_reads on meeting_reminder for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_reminder for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_reminder for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_reminder for delete using ((centre_id = (select app_centre())));

create table meeting_series (
  centre_id integer not null,
  id integer not null generated always as identity,
  first_on date not null,
  every_weeks integer not null,
  from_time time without time zone not null,
  until_time time without time zone not null,
  place text not null default '',
  made_by integer not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint meeting_series_pkey PRIMARY KEY (centre_id, id),
  constraint meeting_series_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_series_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint meeting_series_check CHECK ((from_time < until_time)),
  constraint meeting_series_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 8)))
);
CREATE UNIQUE INDEX meeting_series_one ON meeting_series USING btree (centre_id) WHERE (ended_at IS NULL);
alter table meeting_series enable row level security;
create policy centre_reads on meeting_series for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_series for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_series for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_series for delete using ((centre_id = (select app_centre())));

create table meeting_series_host (
  centre_id integer not null,
  series_id integer not null,
  school_id integer not null,
  "position" integer not null,
  constraint meeting_series_host_pkey PRIMARY KEY (centre_id, series_id, school_id),
  constraint meeting_series_host_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint meeting_series_host_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint meeting_series_host_centre_id_series_id_fkey FOREIGN KEY (centre_id, series_id) REFERENCES meeting_series(centre_id, id)
);
CREATE INDEX meeting_series_host_school ON meeting_series_host USING btree (centre_id, school_id);
alter table meeting_series_host enable row level security;
create policy centre_reads on meeting_series_host for select using ((centre_id = (select app_centre())));
create policy centre_adds on meeting_series_host for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on meeting_series_host for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on meeting_series_host for delete using ((centre_id = (select app_centre())));

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
  agreed_at timestamp with time zone,
  agreed_by integer,
  constraint membership_pkey PRIMARY KEY (centre_id, id),
  constraint membership_centre_id_person_id_key UNIQUE (centre_id, person_id),
  constraint membership_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES person(id),
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
CREATE TRIGGER notices_go AFTER UPDATE OF left_at ON membership FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION unsafe_notices_go();
CREATE TRIGGER own_steps_go AFTER UPDATE OF left_at, role ON membership FOR EACH ROW WHEN (((new.left_at IS NOT NULL) OR (new.role <> ALL (ARRAY['coordinator'::text, 'consultant'::text])))) EXECUTE FUNCTION unsafe_own_steps_go();

create table move_answer (
  centre_id integer not null,
  move_id integer not null,
  company_id integer not null,
  carried_at timestamp with time zone not null,
  holds boolean,
  person_id integer,
  answered_at timestamp with time zone,
  constraint move_answer_pkey PRIMARY KEY (centre_id, move_id),
  constraint move_answer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint move_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX move_answer_company ON move_answer USING btree (centre_id, company_id);
alter table move_answer enable row level security;
create policy centre_reads on move_answer for select using ((centre_id = (select app_centre())));
create policy centre_adds on move_answer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on move_answer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on move_answer for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_move_answered AFTER UPDATE ON move_answer REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_move_answered();
CREATE TRIGGER queue_move_carried AFTER INSERT ON move_answer REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_move_answered();

create table names (
  centre_id integer not null,
  has_council boolean not null default true,
  council text,
  host text,
  host_school_id integer,
  roles jsonb not null default '{}'::jsonb,
  constraint names_pkey PRIMARY KEY (centre_id),
  constraint names_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint names_centre_id_host_school_id_fkey FOREIGN KEY (centre_id, host_school_id) REFERENCES school(centre_id, id),
  constraint names_council_named CHECK ((has_council OR (council IS NULL)))
);
alter table names enable row level security;
create policy centre_reads on names for select using ((centre_id = (select app_centre())));
create policy centre_adds on names for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on names for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on names for delete using ((centre_id = (select app_centre())));

create table new_time (
  centre_id integer not null,
  id integer not null generated always as identity,
  booking_id integer not null,
  company_id integer not null,
  cvr text not null,
  was_at timestamp with time zone not null,
  why text not null,
  person_id integer,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by integer,
  settled_how text,
  settled_why text not null default '',
  constraint new_time_pkey PRIMARY KEY (centre_id, id),
  constraint new_time_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint new_time_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint new_time_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint new_time_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint new_time_check CHECK (((settled_at IS NULL) = (settled_how IS NULL))),
  constraint new_time_settled_how_check CHECK ((settled_how = ANY (ARRAY['booked'::text, 'no-more'::text]))),
  constraint new_time_why_check CHECK ((why = ANY (ARRAY['cancelled'::text, 'cancelled-by-company'::text, 'not-met'::text])))
);
CREATE INDEX new_time_company ON new_time USING btree (centre_id, cvr) WHERE (settled_at IS NULL);
CREATE INDEX new_time_of_company ON new_time USING btree (company_id);
CREATE UNIQUE INDEX new_time_one ON new_time USING btree (centre_id, booking_id) WHERE (settled_at IS NULL);
alter table new_time enable row level security;
create policy centre_reads on new_time for select using ((centre_id = (select app_centre())));
create policy centre_adds on new_time for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on new_time for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on new_time for delete using ((centre_id = (select app_centre())));

create table notice_choice (
  centre_id integer not null,
  person_id integer not null,
  choice text not null,
  chosen_at timestamp with time zone not null,
  constraint notice_choice_pkey PRIMARY KEY (centre_id, person_id),
  constraint notice_choice_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint notice_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notice_choice_choice_check CHECK ((choice = ANY (ARRAY['at-once'::text, 'morning'::text, 'never'::text])))
);
CREATE INDEX notice_choice_of_person ON notice_choice USING btree (person_id);
alter table notice_choice enable row level security;
create policy house_reads on notice_choice for select using (((centre_id = (select app_centre())) AND (select app_system())));
create policy own_reads on notice_choice for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on notice_choice for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on notice_choice for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on notice_choice for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
CREATE TRIGGER chooser_is_here BEFORE INSERT ON notice_choice FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table notice_morning (
  centre_id integer not null,
  person_id integer not null,
  day date not null,
  constraint notice_morning_pkey PRIMARY KEY (centre_id, person_id),
  constraint notice_morning_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint notice_morning_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX notice_morning_of_person ON notice_morning USING btree (person_id);
alter table notice_morning enable row level security;
create policy house_reads on notice_morning for select using (((centre_id = (select app_centre())) AND (select app_system())));
create policy own_reads on notice_morning for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on notice_morning for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on notice_morning for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on notice_morning for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
CREATE TRIGGER reader_is_here BEFORE INSERT ON notice_morning FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table notice_told (
  centre_id integer not null,
  person_id integer not null,
  kind text not null,
  source_id bigint not null,
  due text not null,
  told_at timestamp with time zone not null,
  constraint notice_told_pkey PRIMARY KEY (centre_id, person_id, kind, source_id, due),
  constraint notice_told_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint notice_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX notice_told_of_person ON notice_told USING btree (person_id);
alter table notice_told enable row level security;
create policy own_reads on notice_told for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on notice_told for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on notice_told for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on notice_told for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
CREATE TRIGGER told_is_here BEFORE INSERT ON notice_told FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table other_calendar (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  kind text not null,
  name text not null,
  host text not null,
  sealed text not null,
  added_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  hastened_at timestamp with time zone,
  reading integer not null default 0,
  read_at timestamp with time zone,
  fetched_at timestamp with time zone,
  version text,
  times integer not null default 0,
  left_out integer not null default 0,
  problem text,
  problem_since timestamp with time zone,
  constraint other_calendar_pkey PRIMARY KEY (centre_id, id),
  constraint other_calendar_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint other_calendar_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint other_calendar_check CHECK (((problem IS NULL) = (problem_since IS NULL))),
  constraint other_calendar_kind_check CHECK ((kind = ANY (ARRAY['ics'::text, 'caldav'::text])))
);
CREATE INDEX other_calendar_of_person ON other_calendar USING btree (centre_id, person_id);
alter table other_calendar enable row level security;
create policy centre_reads on other_calendar for select using ((centre_id = (select app_centre())));
create policy centre_adds on other_calendar for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on other_calendar for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on other_calendar for delete using ((centre_id = (select app_centre())));

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
  written_by integer,
  reply_to text,
  reply_to_name text,
  next_try_at timestamp with time zone,
  first_tried_at timestamp with time zone,
  failure text,
  given_up_at timestamp with time zone,
  again_at timestamp with time zone,
  again_by integer,
  put_aside_at timestamp with time zone,
  put_aside_by integer,
  link_shown_at timestamp with time zone,
  brings text,
  brings_id integer,
  over_at timestamp with time zone,
  school_id integer,
  answers text,
  for_person integer,
  leave_url text,
  constraint outbox_pkey PRIMARY KEY (centre_id, id),
  constraint outbox_again_by_fkey FOREIGN KEY (again_by) REFERENCES person(id),
  constraint outbox_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint outbox_for_person_fkey FOREIGN KEY (for_person) REFERENCES person(id),
  constraint outbox_put_aside_by_fkey FOREIGN KEY (put_aside_by) REFERENCES person(id),
  constraint outbox_school FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint outbox_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint outbox_brings_whole CHECK (((brings IS NULL) = (brings_id IS NULL))),
  constraint outbox_failure_check CHECK ((failure = ANY (ARRAY['unreachable'::text, 'not-now'::text, 'refused'::text, 'no-address'::text])))
);
CREATE INDEX outbox_brings ON outbox USING btree (centre_id, brings, brings_id) WHERE ((brings_id IS NOT NULL) AND (sent_at IS NULL));
CREATE INDEX outbox_brought ON outbox USING btree (centre_id, brings, brings_id, id) WHERE (brings_id IS NOT NULL);
CREATE INDEX outbox_for_person ON outbox USING btree (for_person) WHERE (for_person IS NOT NULL);
CREATE INDEX outbox_given_up ON outbox USING btree (centre_id, given_up_at) WHERE ((given_up_at IS NOT NULL) AND (sent_at IS NULL) AND (put_aside_at IS NULL) AND (over_at IS NULL));
CREATE INDEX outbox_school ON outbox USING btree (centre_id, school_id) WHERE (school_id IS NOT NULL);
CREATE INDEX outbox_waiting ON outbox USING btree (centre_id, tries, id) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL) AND (over_at IS NULL));
CREATE INDEX outbox_written_by ON outbox USING btree (written_by);
alter table outbox enable row level security;
create policy centre_reads on outbox for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR (((school_id IS NULL) OR (school_id = (select app_school()))) AND ((for_person IS NULL) OR (for_person = (select app_person())))))));
create policy centre_adds on outbox for insert with check (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school()))) AND ((for_person IS NULL) OR (for_person = (select app_person())))));
create policy centre_changes on outbox for update using (((centre_id = (select app_centre())) AND ((select app_system()) OR (((school_id IS NULL) OR (school_id = (select app_school()))) AND ((for_person IS NULL) OR (for_person = (select app_person()))))))) with check (((centre_id = (select app_centre())) AND ((select app_system()) OR (((school_id IS NULL) OR (school_id = (select app_school()))) AND ((for_person IS NULL) OR (for_person = (select app_person())))))));
create policy centre_removes on outbox for delete using (((centre_id = (select app_centre())) AND ((school_id IS NULL) OR (school_id = (select app_school()))) AND ((for_person IS NULL) OR (for_person = (select app_person())))));

create table own_answer (
  centre_id integer not null,
  id integer not null generated always as identity,
  base text not null,
  name text not null,
  months integer,
  shorter_why text,
  "position" integer not null,
  first_id integer,
  version integer not null default 1,
  said_by integer,
  said_at timestamp with time zone not null,
  ended_by integer,
  ended_at timestamp with time zone,
  constraint own_answer_pkey PRIMARY KEY (centre_id, id),
  constraint own_answer_centre_id_id_base_key UNIQUE (centre_id, id, base),
  constraint own_answer_centre_id_first_id_base_fkey FOREIGN KEY (centre_id, first_id, base) REFERENCES own_answer(centre_id, id, base),
  constraint own_answer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint own_answer_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint own_answer_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint own_answer_base_check CHECK ((base = ANY (ARRAY['wants-contact'::text, 'later'::text, 'not-interested'::text, 'no-answer'::text, 'call-back'::text, 'wrong-number'::text, 'do-not-contact'::text, 'closed'::text]))),
  constraint own_answer_check CHECK (((first_id IS NULL) = (version = 1))),
  constraint own_answer_check1 CHECK (((months IS NULL) OR (base = ANY (ARRAY['later'::text, 'not-interested'::text])))),
  constraint own_answer_months_check CHECK (((months >= 1) AND (months <= 36))),
  constraint own_answer_name_check CHECK ((btrim(name) <> '')),
  constraint own_answer_shorter_why CHECK ((COALESCE((months <
CASE base
    WHEN 'later'::text THEN 3
    ELSE 6
END), false) = (btrim(COALESCE(shorter_why, '')) <> '')))
);
CREATE INDEX own_answer_ended_by ON own_answer USING btree (ended_by);
CREATE UNIQUE INDEX own_answer_name ON own_answer USING btree (centre_id, base, lower(name)) WHERE (ended_at IS NULL);
CREATE INDEX own_answer_said_by ON own_answer USING btree (said_by);
CREATE UNIQUE INDEX own_answer_version ON own_answer USING btree (centre_id, first_id, base, version) WHERE (first_id IS NOT NULL);
alter table own_answer enable row level security;
create policy centre_reads on own_answer for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_answer for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_answer for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_answer for delete using ((centre_id = (select app_centre())));

create table own_answer_reason (
  centre_id integer not null,
  id integer not null generated always as identity,
  own_answer_id integer not null,
  name text not null,
  "position" integer not null,
  constraint own_answer_reason_pkey PRIMARY KEY (centre_id, id),
  constraint own_answer_reason_centre_id_own_answer_id_id_key UNIQUE (centre_id, own_answer_id, id),
  constraint own_answer_reason_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint own_answer_reason_centre_id_own_answer_id_fkey FOREIGN KEY (centre_id, own_answer_id) REFERENCES own_answer(centre_id, id),
  constraint own_answer_reason_name_check CHECK ((btrim(name) <> ''))
);
CREATE UNIQUE INDEX own_answer_reason_name ON own_answer_reason USING btree (centre_id, own_answer_id, lower(name));
alter table own_answer_reason enable row level security;
create policy centre_reads on own_answer_reason for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_answer_reason for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_answer_reason for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_answer_reason for delete using ((centre_id = (select app_centre())));

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
  said_phone text,
  status_since date,
  standing text,
  constraint own_company_pkey PRIMARY KEY (centre_id, id),
  constraint own_company_centre_id_id_fkey FOREIGN KEY (centre_id, id) REFERENCES own_place(centre_id, id) ON DELETE CASCADE
);
CREATE INDEX own_company_cvr ON own_company USING btree (centre_id, cvr);
CREATE INDEX own_company_email_domain ON own_company USING btree (centre_id, email_domain) WHERE (email_domain IS NOT NULL);
CREATE INDEX own_company_industry ON own_company USING btree (centre_id, industry);
CREATE INDEX own_company_largest ON own_company USING btree (centre_id, ((- COALESCE(employees, employees_from, 0))), name, id);
CREATE INDEX own_company_municipality ON own_company USING btree (centre_id, municipality, industry);
CREATE INDEX own_company_name ON own_company USING btree (centre_id, name, id);
CREATE INDEX own_company_of_company ON own_company USING btree (id);
CREATE INDEX own_company_p_number ON own_company USING btree (centre_id, p_number) WHERE (p_number IS NOT NULL);
alter table own_company enable row level security;
create policy centre_reads on own_company for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_company for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_company for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_company for delete using ((centre_id = (select app_centre())));

create table own_number (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  phone text not null,
  source text not null,
  said_on date not null,
  instead text,
  set_by integer,
  set_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint own_number_pkey PRIMARY KEY (centre_id, id),
  constraint own_number_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint own_number_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint own_number_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint own_number_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id),
  constraint own_number_source_check CHECK ((source = ANY (ARRAY['said'::text, 'own-page'::text, 'directory'::text, 'mail'::text, 'school'::text])))
);
CREATE INDEX own_number_company ON own_number USING btree (centre_id, company_id, id);
CREATE INDEX own_number_of_company ON own_number USING btree (company_id);
CREATE UNIQUE INDEX own_number_one ON own_number USING btree (centre_id, company_id) WHERE (ended_at IS NULL);
alter table own_number enable row level security;
create policy centre_reads on own_number for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_number for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_number for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_number for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_number_ended AFTER UPDATE ON own_number REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_number_said();
CREATE TRIGGER queue_number_said AFTER INSERT ON own_number REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_number_said();

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
  said_phone text,
  status_since date,
  standing text not null generated always as (standing_of(status_text)) stored,
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
CREATE INDEX own_place_phone ON own_place USING btree (centre_id, COALESCE(said_phone, phone)) WHERE (COALESCE(said_phone, phone) IS NOT NULL);
CREATE INDEX own_place_protected ON own_place USING btree (centre_id, id) WHERE protected;
CREATE INDEX own_place_standing ON own_place USING btree (centre_id, id) WHERE (standing <> 'alive'::text);
alter table own_place enable row level security;
create policy centre_reads on own_place for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_place for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_place for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_place for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER own_company_kept AFTER INSERT OR UPDATE ON own_place FOR EACH ROW EXECUTE FUNCTION keep_own_company();
CREATE TRIGGER own_place_moves AFTER UPDATE ON own_place REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION note_own_place_move();
CREATE TRIGGER own_place_number BEFORE INSERT ON own_place FOR EACH ROW WHEN ((new.id IS NULL)) EXECUTE FUNCTION number_company();
CREATE TRIGGER queue_own_changed AFTER UPDATE ON own_place REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_own_changed();
CREATE TRIGGER queue_own_said AFTER INSERT ON own_place REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_own_changed();
CREATE TRIGGER queue_own_taken_back AFTER DELETE ON own_place REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION queue_own_changed();
CREATE TRIGGER size_own_changed_from AFTER UPDATE ON own_place REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_own_moved();
CREATE TRIGGER size_own_changed_to AFTER UPDATE ON own_place REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_own_moved();
CREATE TRIGGER size_own_said AFTER INSERT ON own_place REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_own_moved();
CREATE TRIGGER size_own_taken_back AFTER DELETE ON own_place REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION size_of_own_moved();

create table own_place_move (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  from_cvr text not null,
  to_cvr text not null,
  moved_at timestamp with time zone not null,
  constraint own_place_move_pkey PRIMARY KEY (centre_id, id),
  constraint own_place_move_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
CREATE INDEX own_place_move_company ON own_place_move USING btree (centre_id, company_id, id);
alter table own_place_move enable row level security;
create policy centre_reads on own_place_move for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_place_move for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_place_move for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_place_move for delete using ((centre_id = (select app_centre())));

create table own_size (
  centre_id integer not null,
  cvr text not null,
  legal_from integer,
  legal_to integer,
  sum_from integer,
  sum_to integer,
  workplaces integer not null,
  constraint own_size_pkey PRIMARY KEY (centre_id, cvr),
  constraint own_size_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table own_size enable row level security;
create policy centre_reads on own_size for select using ((centre_id = (select app_centre())));
create policy centre_adds on own_size for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on own_size for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on own_size for delete using ((centre_id = (select app_centre())));

create table own_step (
  centre_id integer not null,
  person_id integer not null,
  field text not null,
  step text,
  words text not null,
  version uuid not null,
  said_at timestamp with time zone not null,
  constraint own_step_pkey PRIMARY KEY (centre_id, person_id, field),
  constraint own_step_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint own_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint own_step_field_check CHECK ((field = ANY (ARRAY['offers'::text, 'rules'::text, 'companies'::text, 'listening'::text, 'dialogue'::text]))),
  constraint own_step_step_check CHECK ((step = ANY (ARRAY['new'::text, 'little'::text, 'managing'::text, 'sure'::text, 'showing'::text])))
);
alter table own_step enable row level security;
create policy own_reads on own_step for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on own_step for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on own_step for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on own_step for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
CREATE TRIGGER step_owner_is_here BEFORE INSERT ON own_step FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table pair_said (
  centre_id integer not null,
  school_id integer not null,
  contact_key uuid not null,
  cvr text not null,
  company_id integer not null,
  list_id integer not null,
  same boolean not null,
  said_at timestamp with time zone not null,
  said_by integer not null,
  key_mark uuid,
  constraint pair_said_pkey PRIMARY KEY (centre_id, school_id, contact_key, company_id, list_id),
  constraint pair_said_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES draw(centre_id, list_id),
  constraint pair_said_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint pair_said_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint pair_said_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);
CREATE INDEX pair_said_by ON pair_said USING btree (said_by);
CREATE INDEX pair_said_company ON pair_said USING btree (company_id);
CREATE INDEX pair_said_cvr ON pair_said USING btree (centre_id, school_id, cvr);
CREATE INDEX pair_said_list ON pair_said USING btree (centre_id, list_id, company_id);
CREATE INDEX pair_said_open ON pair_said USING btree (centre_id, school_id) WHERE (key_mark IS NULL);
alter table pair_said enable row level security;
create policy school_reads on pair_said for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on pair_said for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on pair_said for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on pair_said for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table partner_member (
  centre_id integer not null,
  person_id integer not null,
  partner_id integer not null,
  added_by integer not null,
  added_at timestamp with time zone not null,
  constraint partner_member_pkey PRIMARY KEY (centre_id, person_id),
  constraint partner_member_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint partner_member_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint partner_member_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint partner_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX partner_member_partner ON partner_member USING btree (centre_id, partner_id);
alter table partner_member enable row level security;
create policy centre_reads on partner_member for select using ((centre_id = (select app_centre())));
create policy centre_adds on partner_member for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on partner_member for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on partner_member for delete using ((centre_id = (select app_centre())));

create table password_link (
  person_id integer not null,
  centre_id integer not null,
  hash text not null,
  made_at timestamp with time zone not null,
  made_by integer,
  expires_at timestamp with time zone not null,
  constraint password_link_pkey PRIMARY KEY (person_id),
  constraint password_link_hash_key UNIQUE (hash),
  constraint password_link_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint password_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint password_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX password_link_centre ON password_link USING btree (centre_id);

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
  constraint person_language_is_a_code CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
);

create table place_move (
  id integer not null generated always as identity,
  company_id integer not null,
  from_cvr text not null,
  to_cvr text not null,
  moved_at timestamp with time zone not null,
  constraint place_move_pkey PRIMARY KEY (id)
);
CREATE INDEX place_move_company ON place_move USING btree (company_id, id);

create table presence (
  centre_id integer not null,
  id integer not null generated always as identity,
  partner_id integer not null,
  weekday integer not null,
  every_weeks integer not null default 1,
  from_on date not null,
  until_on date,
  starts_at text not null,
  ends_at text not null,
  place text not null default '',
  travel_minutes integer not null,
  added_by integer not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint presence_pkey PRIMARY KEY (centre_id, id),
  constraint presence_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint presence_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint presence_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint presence_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint presence_check CHECK ((until_on >= from_on)),
  constraint presence_check1 CHECK ((ends_at > starts_at)),
  constraint presence_check2 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL))),
  constraint presence_every_weeks_check CHECK ((every_weeks = ANY (ARRAY[1, 2, 4]))),
  constraint presence_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 120))),
  constraint presence_weekday_check CHECK (((weekday >= 1) AND (weekday <= 5)))
);
CREATE INDEX presence_partner ON presence USING btree (centre_id, partner_id);
alter table presence enable row level security;
create policy centre_reads on presence for select using ((centre_id = (select app_centre())));
create policy centre_adds on presence for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on presence for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on presence for delete using ((centre_id = (select app_centre())));

create table presence_count (
  centre_id integer not null,
  day_id integer not null,
  unemployed integer not null,
  employed integer not null,
  companies integer not null,
  asked_about jsonb not null default '{}'::jsonb,
  counted_by integer not null,
  counted_at timestamp with time zone not null,
  constraint presence_count_pkey PRIMARY KEY (centre_id, day_id),
  constraint presence_count_centre_id_day_id_fkey FOREIGN KEY (centre_id, day_id) REFERENCES presence_day(centre_id, id),
  constraint presence_count_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint presence_count_counted_by_fkey FOREIGN KEY (counted_by) REFERENCES person(id),
  constraint presence_count_companies_check CHECK (((companies >= 0) AND (companies <= 500))),
  constraint presence_count_employed_check CHECK (((employed >= 0) AND (employed <= 500))),
  constraint presence_count_unemployed_check CHECK (((unemployed >= 0) AND (unemployed <= 500)))
);
alter table presence_count enable row level security;
create policy centre_reads on presence_count for select using ((centre_id = (select app_centre())));
create policy centre_adds on presence_count for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on presence_count for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on presence_count for delete using ((centre_id = (select app_centre())));

create table presence_day (
  centre_id integer not null,
  id integer not null generated always as identity,
  presence_id integer not null,
  on_day date not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  travel_minutes integer not null,
  person_id integer,
  open_since timestamp with time zone,
  passed_over integer[] not null default '{}'::integer[],
  asked_id integer,
  asked_by integer,
  asked_at timestamp with time zone,
  return_id integer,
  called_off_at timestamp with time zone,
  called_off_by integer,
  uid text not null default ((gen_random_uuid())::text || '@tovholder'::text),
  moved_from date,
  moved_at timestamp with time zone,
  moved_by integer,
  moved_person_id integer,
  unasked_id integer,
  unasked_by integer,
  constraint presence_day_pkey PRIMARY KEY (centre_id, id),
  constraint presence_day_centre_id_presence_id_on_day_key UNIQUE (centre_id, presence_id, on_day),
  constraint presence_day_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint presence_day_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES person(id),
  constraint presence_day_called_off_by_fkey FOREIGN KEY (called_off_by) REFERENCES person(id),
  constraint presence_day_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint presence_day_centre_id_presence_id_fkey FOREIGN KEY (centre_id, presence_id) REFERENCES presence(centre_id, id),
  constraint presence_day_centre_id_return_id_fkey FOREIGN KEY (centre_id, return_id) REFERENCES presence_day(centre_id, id),
  constraint presence_day_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES person(id),
  constraint presence_day_moved_person_id_fkey FOREIGN KEY (moved_person_id) REFERENCES person(id),
  constraint presence_day_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint presence_day_unasked_by_fkey FOREIGN KEY (unasked_by) REFERENCES person(id),
  constraint presence_day_unasked_id_fkey FOREIGN KEY (unasked_id) REFERENCES person(id),
  constraint presence_day_check CHECK ((ends_at > starts_at)),
  constraint presence_day_check1 CHECK (((asked_id IS NULL) = (asked_at IS NULL))),
  constraint presence_day_check2 CHECK (((asked_id IS NULL) = (asked_by IS NULL))),
  constraint presence_day_check3 CHECK (((return_id IS NULL) OR (asked_id IS NOT NULL))),
  constraint presence_day_check4 CHECK (((called_off_at IS NULL) = (called_off_by IS NULL))),
  constraint presence_day_check5 CHECK (((called_off_at IS NOT NULL) OR ((person_id IS NULL) = (open_since IS NOT NULL)))),
  constraint presence_day_check6 CHECK (((moved_from IS NULL) = (moved_at IS NULL))),
  constraint presence_day_check7 CHECK (((moved_from IS NULL) = (moved_by IS NULL))),
  constraint presence_day_check8 CHECK (((unasked_id IS NULL) = (unasked_by IS NULL))),
  constraint presence_day_travel_minutes_check CHECK (((travel_minutes >= 0) AND (travel_minutes <= 120)))
);
CREATE INDEX presence_day_asked ON presence_day USING btree (centre_id, asked_id);
CREATE UNIQUE INDEX presence_day_given_once ON presence_day USING btree (centre_id, presence_id, COALESCE(moved_from, on_day));
CREATE INDEX presence_day_moved_person ON presence_day USING btree (centre_id, moved_person_id);
CREATE INDEX presence_day_person ON presence_day USING btree (centre_id, person_id);
CREATE INDEX presence_day_return ON presence_day USING btree (centre_id, return_id);
CREATE UNIQUE INDEX presence_day_uid ON presence_day USING btree (centre_id, uid);
CREATE INDEX presence_day_unasked ON presence_day USING btree (centre_id, unasked_id);
CREATE INDEX presence_day_unasked_by ON presence_day USING btree (centre_id, unasked_by);
alter table presence_day enable row level security;
create policy centre_reads on presence_day for select using ((centre_id = (select app_centre())));
create policy centre_adds on presence_day for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on presence_day for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on presence_day for delete using ((centre_id = (select app_centre())));

create table presence_told (
  centre_id integer not null,
  id integer not null generated always as identity,
  partner_id integer not null,
  since_on date not null,
  came integer not null,
  unemployed integer,
  topics text[] not null default '{}'::text[],
  told_at timestamp with time zone not null,
  constraint presence_told_pkey PRIMARY KEY (centre_id, id),
  constraint presence_told_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint presence_told_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint presence_told_came_check CHECK ((came >= 5)),
  constraint presence_told_check CHECK (((unemployed >= 5) AND ((came - unemployed) >= 5)))
);
CREATE INDEX presence_told_partner ON presence_told USING btree (centre_id, partner_id);
alter table presence_told enable row level security;
create policy centre_reads on presence_told for select using ((centre_id = (select app_centre())));
create policy centre_adds on presence_told for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on presence_told for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on presence_told for delete using ((centre_id = (select app_centre())));

create table presence_turn (
  centre_id integer not null,
  presence_id integer not null,
  person_id integer not null,
  place integer not null,
  constraint presence_turn_pkey PRIMARY KEY (centre_id, presence_id, person_id),
  constraint presence_turn_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint presence_turn_centre_id_presence_id_fkey FOREIGN KEY (centre_id, presence_id) REFERENCES presence(centre_id, id),
  constraint presence_turn_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX presence_turn_person ON presence_turn USING btree (centre_id, person_id);
alter table presence_turn enable row level security;
create policy centre_reads on presence_turn for select using ((centre_id = (select app_centre())));
create policy centre_adds on presence_turn for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on presence_turn for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on presence_turn for delete using ((centre_id = (select app_centre())));

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
  released_at timestamp with time zone,
  promised_by text not null default 'us'::text,
  constraint promise_pkey PRIMARY KEY (centre_id, id),
  constraint promise_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint promise_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint promise_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES person(id),
  constraint promise_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id),
  constraint promise_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint promise_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint promise_check CHECK (((kept_at IS NULL) OR (dropped_at IS NULL))),
  constraint promise_check1 CHECK (((dropped_at IS NULL) = (dropped_why IS NULL))),
  constraint promise_origin_whole CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  constraint promise_promised_by_check CHECK ((promised_by = ANY (ARRAY['us'::text, 'company'::text])))
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
CREATE TRIGGER promise_new_owner_is_here BEFORE UPDATE OF owner_id ON promise FOR EACH ROW WHEN ((new.owner_id IS DISTINCT FROM old.owner_id)) EXECUTE FUNCTION must_be_here('owner_id');
CREATE TRIGGER promise_owner_is_here BEFORE INSERT ON promise FOR EACH ROW WHEN (((new.kept_at IS NULL) AND (new.dropped_at IS NULL) AND (new.released_at IS NULL))) EXECUTE FUNCTION must_be_here('owner_id');

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
CREATE INDEX promise_handover_promise ON promise_handover USING btree (centre_id, promise_id);
alter table promise_handover enable row level security;
create policy centre_reads on promise_handover for select using ((centre_id = (select app_centre())));
create policy centre_adds on promise_handover for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on promise_handover for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on promise_handover for delete using ((centre_id = (select app_centre())));

create table proposed_visit (
  centre_id integer not null,
  proposal_id integer not null,
  booking_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  form text not null,
  lead_id integer,
  second_id integer,
  known jsonb not null,
  unrelated integer not null,
  no_time integer not null,
  constraint proposed_visit_pkey PRIMARY KEY (centre_id, booking_id),
  constraint proposed_visit_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint proposed_visit_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint proposed_visit_centre_id_proposal_id_fkey FOREIGN KEY (centre_id, proposal_id) REFERENCES staffing_proposal(centre_id, id) ON DELETE CASCADE,
  constraint proposed_visit_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES person(id),
  constraint proposed_visit_second_id_fkey FOREIGN KEY (second_id) REFERENCES person(id)
);
CREATE INDEX proposed_visit_lead ON proposed_visit USING btree (lead_id);
CREATE INDEX proposed_visit_proposal ON proposed_visit USING btree (centre_id, proposal_id);
CREATE INDEX proposed_visit_second ON proposed_visit USING btree (second_id);
alter table proposed_visit enable row level security;
create policy runs_reads on proposed_visit for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_adds on proposed_visit for insert with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_changes on proposed_visit for update using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre)))) with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_removes on proposed_visit for delete using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));

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

create table queue_call (
  centre_id integer not null,
  call_id integer not null,
  list_id integer,
  company_id integer not null,
  cvr text not null,
  answer text not null,
  ended_at timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  again_at timestamp with time zone,
  constraint queue_call_pkey PRIMARY KEY (centre_id, call_id),
  constraint queue_call_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint queue_call_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id)
);
CREATE INDEX queue_call_cvr ON queue_call USING btree (centre_id, cvr, ended_at DESC);
CREATE INDEX queue_call_due ON queue_call USING btree (centre_id, list_id, due_at) WHERE ((due_at IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX queue_call_list ON queue_call USING btree (centre_id, list_id, company_id);
CREATE INDEX queue_call_of_company ON queue_call USING btree (company_id);
alter table queue_call enable row level security;
create policy centre_reads on queue_call for select using ((centre_id = (select app_centre())));
create policy centre_adds on queue_call for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on queue_call for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on queue_call for delete using ((centre_id = (select app_centre())));

create table queue_note (
  centre_id integer not null,
  id bigint not null generated always as identity,
  cvr text not null,
  constraint queue_note_pkey PRIMARY KEY (centre_id, id),
  constraint queue_note_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table queue_note enable row level security;
create policy centre_reads on queue_note for select using ((centre_id = (select app_centre())));
create policy centre_adds on queue_note for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on queue_note for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on queue_note for delete using ((centre_id = (select app_centre())));

create table queue_row (
  centre_id integer not null,
  list_id integer not null,
  company_id integer not null,
  cvr text not null,
  phone text,
  account_id integer,
  "position" integer not null,
  due_at timestamp with time zone,
  ready_at timestamp with time zone not null,
  hindrance text,
  ends_at timestamp with time zone,
  check_at timestamp with time zone,
  constraint queue_row_pkey PRIMARY KEY (centre_id, list_id, company_id),
  constraint queue_row_centre_id_list_id_company_id_fkey FOREIGN KEY (centre_id, list_id, company_id) REFERENCES list_company(centre_id, list_id, company_id)
);
CREATE INDEX queue_row_check ON queue_row USING btree (centre_id, check_at) WHERE (check_at IS NOT NULL);
CREATE INDEX queue_row_cvr ON queue_row USING btree (centre_id, cvr);
CREATE INDEX queue_row_due ON queue_row USING btree (centre_id, list_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX queue_row_of_company ON queue_row USING btree (company_id);
CREATE INDEX queue_row_of_cvr ON queue_row USING btree (cvr);
CREATE INDEX queue_row_order ON queue_row USING btree (centre_id, list_id, ready_at, "position") WHERE (ready_at < 'infinity'::timestamp with time zone);
CREATE INDEX queue_row_phone ON queue_row USING btree (centre_id, phone) WHERE (phone IS NOT NULL);
alter table queue_row enable row level security;
create policy centre_reads on queue_row for select using ((centre_id = (select app_centre())));
create policy centre_adds on queue_row for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on queue_row for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on queue_row for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_row_turn_added AFTER INSERT ON queue_row FOR EACH ROW EXECUTE FUNCTION turn_of_row();
CREATE TRIGGER queue_row_turn_moved AFTER UPDATE ON queue_row FOR EACH ROW WHEN (((old.ready_at IS DISTINCT FROM new.ready_at) OR (old."position" IS DISTINCT FROM new."position"))) EXECUTE FUNCTION turn_of_row();

create table queue_turn (
  centre_id integer not null,
  list_id integer not null,
  company_id integer not null,
  account integer not null,
  ready_at timestamp with time zone not null,
  "position" integer not null,
  constraint queue_turn_pkey PRIMARY KEY (centre_id, list_id, company_id, account),
  constraint queue_turn_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint queue_turn_centre_id_list_id_company_id_fkey FOREIGN KEY (centre_id, list_id, company_id) REFERENCES queue_row(centre_id, list_id, company_id) ON DELETE CASCADE
);
CREATE INDEX queue_turn_order ON queue_turn USING btree (centre_id, list_id, account, ready_at, "position") WHERE (ready_at < 'infinity'::timestamp with time zone);
alter table queue_turn enable row level security;
create policy centre_reads on queue_turn for select using ((centre_id = (select app_centre())));
create policy centre_adds on queue_turn for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on queue_turn for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on queue_turn for delete using ((centre_id = (select app_centre())));

create table reading_circle (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  constraint reading_circle_pkey PRIMARY KEY (centre_id, id),
  constraint reading_circle_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint reading_circle_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
alter table reading_circle enable row level security;
create policy circle_reads on reading_circle for select using (((centre_id = (select app_centre())) AND ((id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) OR ((made_by = (select app_person())) AND unsafe_circle_is_empty(id)))));
create policy circle_adds on reading_circle for insert with check (((centre_id = (select app_centre())) AND (made_by = (select app_person()))));
create policy circle_changes on reading_circle for update using (((centre_id = (select app_centre())) AND (id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)))) with check (((centre_id = (select app_centre())) AND (id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy circle_removes on reading_circle for delete using (((centre_id = (select app_centre())) AND (id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));

create table referral (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  giver_id integer not null,
  giver_school_id integer,
  given_at timestamp with time zone not null,
  follower_id integer,
  receiver_id integer,
  receiver_school_id integer,
  hear_by date not null,
  asked_at timestamp with time zone not null,
  remind_on date not null,
  answer_by date not null,
  given_back integer not null default 0,
  taken_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by integer,
  answered_met boolean not null default false,
  closed_at timestamp with time zone,
  closed_by integer,
  closed_how text,
  constraint referral_pkey PRIMARY KEY (centre_id, id),
  constraint referral_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint referral_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint referral_centre_id_giver_school_id_fkey FOREIGN KEY (centre_id, giver_school_id) REFERENCES school(centre_id, id),
  constraint referral_centre_id_receiver_school_id_fkey FOREIGN KEY (centre_id, receiver_school_id) REFERENCES school(centre_id, id),
  constraint referral_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint referral_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint referral_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES person(id),
  constraint referral_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES person(id),
  constraint referral_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES person(id),
  constraint referral_check CHECK (((taken_at IS NULL) OR (receiver_id IS NOT NULL))),
  constraint referral_check1 CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
  constraint referral_check2 CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (closed_how IS NULL)))),
  constraint referral_closed_how_check CHECK ((closed_how = ANY (ARRAY['talked'::text, 'told'::text, 'withdrawn'::text])))
);
CREATE INDEX referral_answered_by ON referral USING btree (answered_by);
CREATE INDEX referral_closed_by ON referral USING btree (closed_by);
CREATE INDEX referral_company ON referral USING btree (company_id);
CREATE INDEX referral_follower ON referral USING btree (follower_id);
CREATE INDEX referral_giver ON referral USING btree (giver_id);
CREATE INDEX referral_giver_school ON referral USING btree (centre_id, giver_school_id);
CREATE INDEX referral_of_company ON referral USING btree (centre_id, cvr);
CREATE INDEX referral_open ON referral USING btree (centre_id) WHERE (closed_at IS NULL);
CREATE INDEX referral_receiver ON referral USING btree (receiver_id);
CREATE INDEX referral_receiver_school ON referral USING btree (centre_id, receiver_school_id);
alter table referral enable row level security;
create policy centre_reads on referral for select using ((centre_id = (select app_centre())));
create policy centre_adds on referral for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on referral for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on referral for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER referral_follower_is_here BEFORE INSERT ON referral FOR EACH ROW EXECUTE FUNCTION must_be_here('follower_id');
CREATE TRIGGER referral_new_follower_is_here BEFORE UPDATE OF follower_id ON referral FOR EACH ROW WHEN ((new.follower_id IS DISTINCT FROM old.follower_id)) EXECUTE FUNCTION must_be_here('follower_id');
CREATE TRIGGER referral_new_receiver_is_here BEFORE UPDATE OF receiver_id ON referral FOR EACH ROW WHEN ((new.receiver_id IS DISTINCT FROM old.receiver_id)) EXECUTE FUNCTION must_be_here('receiver_id');
CREATE TRIGGER referral_receiver_is_here BEFORE INSERT ON referral FOR EACH ROW EXECUTE FUNCTION must_be_here('receiver_id');

create table referral_matter (
  centre_id integer not null,
  referral_id integer not null,
  words text not null,
  field text,
  contact_id integer,
  visit_id integer,
  constraint referral_matter_pkey PRIMARY KEY (centre_id, referral_id),
  constraint referral_matter_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES company_person(centre_id, id),
  constraint referral_matter_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint referral_matter_centre_id_referral_id_fkey FOREIGN KEY (centre_id, referral_id) REFERENCES referral(centre_id, id),
  constraint referral_matter_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id)
);
CREATE INDEX referral_matter_contact ON referral_matter USING btree (centre_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX referral_matter_visit ON referral_matter USING btree (centre_id, visit_id) WHERE (visit_id IS NOT NULL);
alter table referral_matter enable row level security;
create policy referral_reads on referral_matter for select using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_adds on referral_matter for insert with check (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_changes on referral_matter for update using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral)))) with check (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_removes on referral_matter for delete using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));

create table referral_said (
  centre_id integer not null,
  step_id integer not null,
  referral_id integer not null,
  words text not null,
  constraint referral_said_pkey PRIMARY KEY (centre_id, step_id),
  constraint referral_said_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint referral_said_centre_id_referral_id_fkey FOREIGN KEY (centre_id, referral_id) REFERENCES referral(centre_id, id),
  constraint referral_said_centre_id_step_id_fkey FOREIGN KEY (centre_id, step_id) REFERENCES referral_step(centre_id, id) ON DELETE CASCADE,
  constraint referral_said_words_check CHECK ((words <> ''))
);
CREATE INDEX referral_said_referral ON referral_said USING btree (centre_id, referral_id);
alter table referral_said enable row level security;
create policy referral_reads on referral_said for select using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_adds on referral_said for insert with check (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_changes on referral_said for update using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral)))) with check (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));
create policy referral_removes on referral_said for delete using (((centre_id = (select app_centre())) AND (referral_id IN ( SELECT my_referral.id FROM my_referral))));

create table referral_step (
  centre_id integer not null,
  id integer not null generated always as identity,
  referral_id integer not null,
  verb text not null,
  done_at timestamp with time zone not null,
  done_by integer,
  to_id integer,
  to_school_id integer,
  was jsonb,
  constraint referral_step_pkey PRIMARY KEY (centre_id, id),
  constraint referral_step_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint referral_step_centre_id_referral_id_fkey FOREIGN KEY (centre_id, referral_id) REFERENCES referral(centre_id, id),
  constraint referral_step_centre_id_to_school_id_fkey FOREIGN KEY (centre_id, to_school_id) REFERENCES school(centre_id, id),
  constraint referral_step_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id),
  constraint referral_step_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint referral_step_verb_check CHECK ((verb = ANY (ARRAY['given'::text, 'taken'::text, 'answered'::text, 'given-back'::text, 'passed'::text, 'released'::text, 'withdrawn'::text, 'closed'::text])))
);
CREATE INDEX referral_step_done_by ON referral_step USING btree (done_by);
CREATE INDEX referral_step_referral ON referral_step USING btree (centre_id, referral_id);
CREATE INDEX referral_step_to ON referral_step USING btree (to_id);
CREATE INDEX referral_step_to_school ON referral_step USING btree (centre_id, to_school_id);
alter table referral_step enable row level security;
create policy centre_reads on referral_step for select using ((centre_id = (select app_centre())));
create policy centre_adds on referral_step for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on referral_step for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on referral_step for delete using ((centre_id = (select app_centre())));

create table refusal_reason (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text not null,
  "position" integer not null,
  withdrawn_at timestamp with time zone,
  constraint refusal_reason_pkey PRIMARY KEY (centre_id, id),
  constraint refusal_reason_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint refusal_reason_name_check CHECK ((btrim(name) <> ''))
);
CREATE INDEX refusal_reason_in_order ON refusal_reason USING btree (centre_id, "position") WHERE (withdrawn_at IS NULL);
alter table refusal_reason enable row level security;
create policy centre_reads on refusal_reason for select using ((centre_id = (select app_centre())));
create policy centre_adds on refusal_reason for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on refusal_reason for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on refusal_reason for delete using ((centre_id = (select app_centre())));

create table register_size (
  cvr text not null,
  legal_from integer,
  legal_to integer,
  sum_from integer,
  sum_to integer,
  workplaces integer not null,
  constraint register_size_pkey PRIMARY KEY (cvr)
);

create table regular_contact (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  whole boolean not null default true,
  person_id integer not null,
  deputy_id integer,
  since timestamp with time zone not null,
  origin_kind text,
  origin_id bigint,
  released_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by integer,
  ended_how text,
  ended_why text not null default '',
  constraint regular_contact_pkey PRIMARY KEY (centre_id, id),
  constraint regular_contact_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint regular_contact_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint regular_contact_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES person(id),
  constraint regular_contact_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint regular_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint regular_contact_check CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  constraint regular_contact_check1 CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint regular_contact_ended_how_check CHECK ((ended_how = ANY (ARRAY['handed-over'::text, 'given-up'::text, 'given-to-another'::text, 'lapsed'::text, 'passed-on'::text])))
);
CREATE INDEX regular_contact_company ON regular_contact USING btree (company_id);
CREATE INDEX regular_contact_cvr ON regular_contact USING btree (centre_id, cvr);
CREATE UNIQUE INDEX regular_contact_one ON regular_contact USING btree (centre_id, cvr, (
CASE
    WHEN whole THEN 0
    ELSE company_id
END)) WHERE (ended_at IS NULL);
CREATE INDEX regular_contact_person ON regular_contact USING btree (centre_id, person_id) WHERE (ended_at IS NULL);
alter table regular_contact enable row level security;
create policy centre_reads on regular_contact for select using ((centre_id = (select app_centre())));
create policy centre_adds on regular_contact for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on regular_contact for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on regular_contact for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER deputy_is_here BEFORE INSERT ON regular_contact FOR EACH ROW EXECUTE FUNCTION must_be_here('deputy_id');
CREATE TRIGGER new_deputy_is_here BEFORE UPDATE OF deputy_id ON regular_contact FOR EACH ROW WHEN ((new.deputy_id IS DISTINCT FROM old.deputy_id)) EXECUTE FUNCTION must_be_here('deputy_id');
CREATE TRIGGER new_regular_contact_is_here BEFORE UPDATE OF person_id ON regular_contact FOR EACH ROW WHEN ((new.person_id IS DISTINCT FROM old.person_id)) EXECUTE FUNCTION must_be_here('person_id');
CREATE TRIGGER regular_contact_is_here BEFORE INSERT ON regular_contact FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table report_asked (
  centre_id integer not null,
  booking_id integer not null,
  person_id integer not null,
  asked_at timestamp with time zone not null,
  constraint report_asked_pkey PRIMARY KEY (centre_id, booking_id, person_id),
  constraint report_asked_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint report_asked_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint report_asked_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table report_asked enable row level security;
create policy centre_reads on report_asked for select using ((centre_id = (select app_centre())));
create policy centre_adds on report_asked for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on report_asked for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on report_asked for delete using ((centre_id = (select app_centre())));

create table report_search (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  name text not null,
  filter jsonb not null,
  looked_at timestamp with time zone not null,
  constraint report_search_pkey PRIMARY KEY (centre_id, id),
  constraint report_search_centre_id_person_id_name_key UNIQUE (centre_id, person_id, name),
  constraint report_search_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint report_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint report_search_name_check CHECK ((name <> ''))
);
CREATE INDEX report_search_person ON report_search USING btree (person_id);
alter table report_search enable row level security;
create policy own_reads on report_search for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on report_search for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on report_search for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on report_search for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));

create table restricted_part (
  centre_id integer not null,
  id integer not null generated always as identity,
  circle_id integer not null,
  visit_id integer not null,
  written_by integer not null,
  words text not null,
  written_at timestamp with time zone not null,
  version integer not null default 1,
  constraint restricted_part_pkey PRIMARY KEY (centre_id, id),
  constraint restricted_part_centre_id_visit_id_written_by_key UNIQUE (centre_id, visit_id, written_by),
  constraint restricted_part_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint restricted_part_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint restricted_part_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint restricted_part_words_check CHECK ((words <> ''))
);
CREATE INDEX restricted_part_circle ON restricted_part USING btree (centre_id, circle_id);
CREATE INDEX restricted_part_writer ON restricted_part USING btree (written_by);
alter table restricted_part enable row level security;
create policy circle_reads on restricted_part for select using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles))));
create policy writer_adds on restricted_part for insert with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) AND (written_by = (select app_person()))));
create policy writer_changes on restricted_part for update using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) AND (written_by = (select app_person())))) with check (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) AND (written_by = (select app_person()))));
create policy writer_removes on restricted_part for delete using (((centre_id = (select app_centre())) AND (circle_id IN ( SELECT unsafe_my_circles() AS unsafe_my_circles)) AND (written_by = (select app_person()))));

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
  active_case_months integer not null default 12,
  company_places integer not null default 1,
  shared_places integer not null default 3,
  shorter_why text,
  contact_months integer not null default 12,
  open_days integer not null default 30,
  link_days integer not null default 90,
  agreed_at timestamp with time zone,
  buffer_minutes integer not null default 0,
  handed_in_quarter integer not null default 400,
  referral_days integer not null default 5,
  ask_by_mail boolean not null default true,
  constraint rules_pkey PRIMARY KEY (centre_id),
  constraint rules_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint rules_active_case_months_check CHECK (((active_case_months >= 1) AND (active_case_months <= 36))),
  constraint rules_buffer_minutes_check CHECK (((buffer_minutes >= 0) AND (buffer_minutes <= 120))),
  constraint rules_company_places_check CHECK (((company_places >= 1) AND (company_places <= 10))),
  constraint rules_contact_months_check CHECK (((contact_months >= 6) AND (contact_months <= 36))),
  constraint rules_handed_in_quarter_check CHECK (((handed_in_quarter >= 0) AND (handed_in_quarter <= 20000))),
  constraint rules_later_months_check CHECK (((later_months >= 1) AND (later_months <= 24))),
  constraint rules_link_days_check CHECK (((link_days >= 14) AND (link_days <= 365))),
  constraint rules_no_answer_hours_check CHECK (((no_answer_hours >= 1) AND (no_answer_hours <= 168))),
  constraint rules_no_answer_rest_days_check CHECK (((no_answer_rest_days >= 1) AND (no_answer_rest_days <= 180))),
  constraint rules_no_answer_tries_check CHECK (((no_answer_tries >= 1) AND (no_answer_tries <= 20))),
  constraint rules_not_interested_months_check CHECK (((not_interested_months >= 1) AND (not_interested_months <= 36))),
  constraint rules_open_days_check CHECK (((open_days >= 7) AND (open_days <= 90))),
  constraint rules_referral_days_check CHECK (((referral_days >= 4) AND (referral_days <= 20))),
  constraint rules_shared_places_check CHECK (((shared_places >= 1) AND (shared_places <= 20))),
  constraint rules_shorter_has_reason CHECK ((((later_months < 3) OR (not_interested_months < 6)) = (btrim(COALESCE(shorter_why, '')) <> ''))),
  constraint rules_silence_check CHECK ((silence = ANY (ARRAY['goes-on'::text, 'waits'::text]))),
  constraint rules_strike_months_check CHECK (((strike_months >= 1) AND (strike_months <= 36))),
  constraint rules_visit_minutes_check CHECK (((visit_minutes >= 15) AND (visit_minutes <= 240)))
);
alter table rules enable row level security;
create policy centre_reads on rules for select using ((centre_id = (select app_centre())));
create policy centre_adds on rules for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on rules for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on rules for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER queue_rules_changed AFTER UPDATE ON rules FOR EACH ROW WHEN ((old.no_answer_hours IS DISTINCT FROM new.no_answer_hours)) EXECUTE FUNCTION queue_rules_changed();

create table school (
  centre_id integer not null,
  id integer not null generated always as identity,
  name text collate "da-x-icu" not null,
  kind text not null,
  institution text,
  municipality integer,
  mail_domain text,
  address text,
  constraint school_pkey PRIMARY KEY (centre_id, id),
  constraint school_centre_id_name_key UNIQUE (centre_id, name),
  constraint school_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table school enable row level security;
create policy centre_reads on school for select using ((centre_id = (select app_centre())));
create policy centre_adds on school for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on school for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on school for delete using ((centre_id = (select app_centre())));
CREATE TRIGGER withdrawn_invitations_go BEFORE DELETE ON school FOR EACH ROW EXECUTE FUNCTION withdrawn_invitations_go();

create table school_area (
  centre_id integer not null,
  school_id integer not null,
  municipality integer not null,
  constraint school_area_pkey PRIMARY KEY (centre_id, school_id, municipality),
  constraint school_area_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint school_area_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table school_area enable row level security;
create policy centre_reads on school_area for select using ((centre_id = (select app_centre())));
create policy centre_adds on school_area for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on school_area for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on school_area for delete using ((centre_id = (select app_centre())));

create table school_contact (
  centre_id integer not null,
  school_id integer not null,
  id uuid not null default gen_random_uuid(),
  import_id integer,
  line integer,
  replaced_by integer,
  name text collate "da-x-icu",
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
  key uuid not null,
  sealed bytea,
  key_mark uuid,
  same_mark uuid,
  cvr_mark uuid,
  p_mark uuid,
  phone_mark uuid,
  domain_mark uuid,
  knows_mark uuid,
  told smallint not null default 0,
  constraint school_contact_pkey PRIMARY KEY (centre_id, id),
  constraint school_contact_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint school_contact_sealed_or_open CHECK (
CASE
    WHEN (sealed IS NULL) THEN ((name IS NOT NULL) AND (key_mark IS NULL))
    ELSE ((num_nonnulls(name, cvr, p_number, phone, email, domain, street, postal_code, town, contact_person, knows, note) = 0) AND (num_nonnulls(key_mark, same_mark) = 2))
END)
);
CREATE INDEX school_contact_cvr ON school_contact USING btree (centre_id, school_id, cvr_mark) WHERE ((cvr_mark IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_domain ON school_contact USING btree (centre_id, school_id, domain_mark) WHERE ((domain_mark IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_import ON school_contact USING btree (centre_id, import_id);
CREATE INDEX school_contact_key ON school_contact USING btree (centre_id, school_id, key) WHERE (replaced_by IS NULL);
CREATE INDEX school_contact_knows ON school_contact USING btree (centre_id, school_id, knows_mark) WHERE ((knows_mark IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_open ON school_contact USING btree (centre_id, school_id, id) WHERE (sealed IS NULL);
CREATE INDEX school_contact_p ON school_contact USING btree (centre_id, school_id, p_mark) WHERE ((p_mark IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_phone ON school_contact USING btree (centre_id, school_id, phone_mark) WHERE ((phone_mark IS NOT NULL) AND (replaced_by IS NULL));
CREATE INDEX school_contact_same ON school_contact USING btree (centre_id, school_id, same_mark) WHERE (replaced_by IS NULL);
alter table school_contact enable row level security;
create policy school_reads on school_contact for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on school_contact for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on school_contact for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on school_contact for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table school_field (
  centre_id integer not null,
  school_id integer not null,
  field text not null,
  constraint school_field_pkey PRIMARY KEY (centre_id, school_id, field),
  constraint school_field_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint school_field_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id)
);
alter table school_field enable row level security;
create policy centre_reads on school_field for select using ((centre_id = (select app_centre())));
create policy centre_adds on school_field for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on school_field for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on school_field for delete using ((centre_id = (select app_centre())));

create table school_trades (
  centre_id integer not null,
  school_id integer not null,
  trades text[] not null,
  languages text[] not null,
  wishes text[] not null,
  said_at timestamp with time zone not null,
  said_by integer,
  constraint school_trades_pkey PRIMARY KEY (centre_id, school_id),
  constraint school_trades_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint school_trades_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint school_trades_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);
alter table school_trades enable row level security;
create policy centre_reads on school_trades for select using ((centre_id = (select app_centre())));
create policy centre_adds on school_trades for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on school_trades for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on school_trades for delete using ((centre_id = (select app_centre())));

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

create table script_translation (
  centre_id integer not null,
  id integer not null generated always as identity,
  list_id integer not null,
  language text not null,
  version integer not null,
  script_id integer not null,
  body text,
  written_by integer,
  written_at timestamp with time zone not null,
  constraint script_translation_pkey PRIMARY KEY (centre_id, id),
  constraint script_translation_centre_id_list_id_language_version_key UNIQUE (centre_id, list_id, language, version),
  constraint script_translation_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint script_translation_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint script_translation_centre_id_script_id_fkey FOREIGN KEY (centre_id, script_id) REFERENCES script(centre_id, id),
  constraint script_translation_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint script_translation_body_check CHECK (((length(body) >= 1) AND (length(body) <= 12000))),
  constraint script_translation_language_check CHECK (((language ~ '^[a-z]{3}$'::text) AND (language <> 'dan'::text)))
);
CREATE INDEX script_translation_by ON script_translation USING btree (written_by);
CREATE INDEX script_translation_of ON script_translation USING btree (centre_id, script_id);
alter table script_translation enable row level security;
create policy centre_reads on script_translation for select using ((centre_id = (select app_centre())));
create policy centre_adds on script_translation for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on script_translation for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on script_translation for delete using ((centre_id = (select app_centre())));

create table session (
  hash text not null,
  person_id integer not null,
  centre_id integer not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  proved_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX session_person ON session USING btree (person_id);

create table share_account (
  centre_id integer not null,
  account integer not null,
  pass double precision not null,
  active boolean not null,
  constraint share_account_pkey PRIMARY KEY (centre_id, account),
  constraint share_account_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table share_account enable row level security;
create policy centre_reads on share_account for select using ((centre_id = (select app_centre())));
create policy centre_adds on share_account for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on share_account for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on share_account for delete using ((centre_id = (select app_centre())));

create table share_charge (
  centre_id integer not null,
  id integer not null generated always as identity,
  school_id integer,
  list_id integer not null,
  seconds double precision not null,
  ended_at timestamp with time zone not null,
  folded boolean not null default false,
  call_centre_id integer,
  constraint share_charge_pkey PRIMARY KEY (centre_id, id),
  constraint share_charge_centre_id_call_centre_id_fkey FOREIGN KEY (centre_id, call_centre_id) REFERENCES call_centre(centre_id, id),
  constraint share_charge_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint share_charge_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint share_charge_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint share_charge_seconds_check CHECK ((seconds >= (0)::double precision))
);
CREATE INDEX share_charge_call_centre ON share_charge USING btree (centre_id, call_centre_id);
CREATE INDEX share_charge_ended ON share_charge USING btree (centre_id, ended_at);
CREATE INDEX share_charge_list ON share_charge USING btree (centre_id, list_id);
CREATE INDEX share_charge_open ON share_charge USING btree (centre_id) WHERE (NOT folded);
CREATE INDEX share_charge_school ON share_charge USING btree (centre_id, school_id);
alter table share_charge enable row level security;
create policy centre_reads on share_charge for select using ((centre_id = (select app_centre())));
create policy centre_adds on share_charge for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on share_charge for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on share_charge for delete using ((centre_id = (select app_centre())));

create table share_clock (
  centre_id integer not null,
  virtual double precision not null,
  agreed text not null default '',
  constraint share_clock_pkey PRIMARY KEY (centre_id),
  constraint share_clock_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id)
);
alter table share_clock enable row level security;
create policy centre_reads on share_clock for select using ((centre_id = (select app_centre())));
create policy centre_adds on share_clock for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on share_clock for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on share_clock for delete using ((centre_id = (select app_centre())));

create table share_said (
  centre_id integer not null,
  id integer not null generated always as identity,
  school_id integer,
  percent numeric(5,2) not null,
  from_on date not null,
  said_by integer,
  said_at timestamp with time zone not null,
  constraint share_said_pkey PRIMARY KEY (centre_id, id),
  constraint share_said_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint share_said_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint share_said_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint share_said_percent_check CHECK (((percent >= (0)::numeric) AND (percent <= (100)::numeric)))
);
CREATE INDEX share_said_by ON share_said USING btree (said_by);
CREATE INDEX share_said_school ON share_said USING btree (centre_id, school_id);
alter table share_said enable row level security;
create policy centre_reads on share_said for select using ((centre_id = (select app_centre())));
create policy centre_adds on share_said for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on share_said for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on share_said for delete using ((centre_id = (select app_centre())));

create table sign_in_try (
  id bigint not null generated always as identity,
  email text not null,
  at timestamp with time zone not null,
  address text not null default '',
  constraint sign_in_try_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_try_address ON sign_in_try USING btree (address, at);
CREATE INDEX sign_in_try_at ON sign_in_try USING btree (at);
CREATE INDEX sign_in_try_email ON sign_in_try USING btree (email, at);

create table slot_hold (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  held_by integer not null,
  during tstzrange not null,
  expires_at timestamp with time zone not null,
  constraint slot_hold_pkey PRIMARY KEY (centre_id, id),
  constraint slot_hold_never_two_at_once EXCLUDE USING gist (centre_id WITH =, person_id WITH =, during WITH &&),
  constraint slot_hold_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint slot_hold_held_by_fkey FOREIGN KEY (held_by) REFERENCES person(id),
  constraint slot_hold_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX slot_hold_of_holder ON slot_hold USING btree (centre_id, held_by);
alter table slot_hold enable row level security;
create policy centre_reads on slot_hold for select using ((centre_id = (select app_centre())));
create policy centre_adds on slot_hold for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on slot_hold for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on slot_hold for delete using ((centre_id = (select app_centre())));

create table staffing_ask (
  centre_id integer not null,
  id integer not null generated always as identity,
  booking_id integer not null,
  place text not null,
  person_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  form text not null,
  known jsonb not null,
  chosen_why text,
  asked_by integer not null,
  asked_at timestamp with time zone not null,
  yes_at timestamp with time zone,
  no_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint staffing_ask_pkey PRIMARY KEY (centre_id, id),
  constraint staffing_ask_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint staffing_ask_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint staffing_ask_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint staffing_ask_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint staffing_ask_check CHECK ((num_nonnulls(yes_at, no_at, withdrawn_at) <= 1)),
  constraint staffing_ask_place_check CHECK ((place = ANY (ARRAY['lead'::text, 'second'::text])))
);
CREATE INDEX staffing_ask_asked_by ON staffing_ask USING btree (asked_by);
CREATE INDEX staffing_ask_booking ON staffing_ask USING btree (centre_id, booking_id);
CREATE UNIQUE INDEX staffing_ask_once ON staffing_ask USING btree (centre_id, booking_id, person_id) WHERE ((yes_at IS NULL) AND (no_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX staffing_ask_person ON staffing_ask USING btree (person_id);
alter table staffing_ask enable row level security;
create policy asked_reads on staffing_ask for select using (((centre_id = (select app_centre())) AND ((person_id = (select app_person())) OR ( SELECT runs_centre() AS runs_centre) OR (select app_system()))));
create policy asked_adds on staffing_ask for insert with check (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre)));
create policy asked_changes on staffing_ask for update using (((centre_id = (select app_centre())) AND ((person_id = (select app_person())) OR ( SELECT runs_centre() AS runs_centre) OR (select app_system())))) with check (((centre_id = (select app_centre())) AND ((person_id = (select app_person())) OR ( SELECT runs_centre() AS runs_centre) OR (select app_system()))));
create policy asked_removes on staffing_ask for delete using (((centre_id = (select app_centre())) AND ( SELECT runs_centre() AS runs_centre)));
CREATE TRIGGER staffing_ask_person_is_here BEFORE INSERT ON staffing_ask FOR EACH ROW EXECUTE FUNCTION must_be_here('person_id');

create table staffing_exception (
  centre_id integer not null,
  id integer not null generated always as identity,
  booking_id integer not null,
  person_id integer,
  why text not null,
  said_by integer not null,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint staffing_exception_pkey PRIMARY KEY (centre_id, id),
  constraint staffing_exception_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint staffing_exception_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint staffing_exception_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint staffing_exception_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint staffing_exception_why_check CHECK ((why <> ''))
);
CREATE INDEX staffing_exception_booking ON staffing_exception USING btree (centre_id, booking_id);
CREATE INDEX staffing_exception_person ON staffing_exception USING btree (person_id);
CREATE INDEX staffing_exception_said_by ON staffing_exception USING btree (said_by);
alter table staffing_exception enable row level security;
create policy runs_reads on staffing_exception for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_adds on staffing_exception for insert with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_changes on staffing_exception for update using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre)))) with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_removes on staffing_exception for delete using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));

create table staffing_proposal (
  centre_id integer not null,
  id integer not null generated always as identity,
  made_at timestamp with time zone not null,
  made_by integer,
  constraint staffing_proposal_pkey PRIMARY KEY (centre_id, id),
  constraint staffing_proposal_centre_id_key UNIQUE (centre_id),
  constraint staffing_proposal_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint staffing_proposal_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
CREATE INDEX staffing_proposal_made_by ON staffing_proposal USING btree (made_by);
alter table staffing_proposal enable row level security;
create policy runs_reads on staffing_proposal for select using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_adds on staffing_proposal for insert with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_changes on staffing_proposal for update using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre)))) with check (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));
create policy runs_removes on staffing_proposal for delete using (((centre_id = (select app_centre())) AND ((select app_system()) OR ( SELECT runs_centre() AS runs_centre))));

create table staffing_refusal (
  centre_id integer not null,
  ask_id integer not null,
  said_by integer not null,
  reason text not null,
  words text not null,
  constraint staffing_refusal_pkey PRIMARY KEY (centre_id, ask_id),
  constraint staffing_refusal_centre_id_ask_id_fkey FOREIGN KEY (centre_id, ask_id) REFERENCES staffing_ask(centre_id, id) ON DELETE CASCADE,
  constraint staffing_refusal_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint staffing_refusal_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id),
  constraint staffing_refusal_reason_check CHECK ((reason = ANY (ARRAY['time'::text, 'trade'::text, 'knows-them'::text, 'other'::text])))
);
CREATE INDEX staffing_refusal_said_by ON staffing_refusal USING btree (said_by);
alter table staffing_refusal enable row level security;
create policy refusal_reads on staffing_refusal for select using (((centre_id = (select app_centre())) AND ((said_by = (select app_person())) OR ( SELECT runs_centre() AS runs_centre))));
create policy refusal_adds on staffing_refusal for insert with check (((centre_id = (select app_centre())) AND (said_by = (select app_person()))));
create policy refusal_changes on staffing_refusal for update using (((centre_id = (select app_centre())) AND (said_by = (select app_person())))) with check (((centre_id = (select app_centre())) AND (said_by = (select app_person()))));
create policy refusal_removes on staffing_refusal for delete using (((centre_id = (select app_centre())) AND (said_by = (select app_person()))));

create table stand_lead (
  centre_id integer not null,
  enquiry_id integer not null,
  gathering_id integer not null,
  left_at timestamp with time zone not null,
  constraint stand_lead_pkey PRIMARY KEY (centre_id, enquiry_id),
  constraint stand_lead_centre_id_enquiry_id_fkey FOREIGN KEY (centre_id, enquiry_id) REFERENCES enquiry(centre_id, id),
  constraint stand_lead_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint stand_lead_centre_id_gathering_id_fkey FOREIGN KEY (centre_id, gathering_id) REFERENCES gathering(centre_id, id)
);
CREATE INDEX stand_lead_of ON stand_lead USING btree (centre_id, gathering_id, left_at);
alter table stand_lead enable row level security;
create policy centre_reads on stand_lead for select using ((centre_id = (select app_centre())));
create policy centre_adds on stand_lead for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on stand_lead for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on stand_lead for delete using ((centre_id = (select app_centre())));

create table still_agreed (
  centre_id integer not null,
  id integer not null generated always as identity,
  subject text not null,
  subject_id bigint not null,
  company_id integer not null,
  cvr text not null,
  against text not null,
  against_id bigint not null,
  words text not null,
  person_id integer not null,
  said_at timestamp with time zone not null,
  holds boolean not null,
  constraint still_agreed_pkey PRIMARY KEY (centre_id, id),
  constraint still_agreed_centre_id_subject_subject_id_against_against_i_key UNIQUE (centre_id, subject, subject_id, against, against_id),
  constraint still_agreed_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint still_agreed_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint still_agreed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint still_agreed_subject_check CHECK ((subject = ANY (ARRAY['meeting'::text, 'promise'::text, 'regular-contact'::text, 'open-need'::text, 'new-time'::text, 'call-back'::text, 'wants-visit'::text, 'later'::text])))
);
CREATE INDEX still_agreed_of_company ON still_agreed USING btree (company_id);
alter table still_agreed enable row level security;
create policy centre_reads on still_agreed for select using ((centre_id = (select app_centre())));
create policy centre_adds on still_agreed for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on still_agreed for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on still_agreed for delete using ((centre_id = (select app_centre())));

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
  asked_id integer,
  constraint strike_origin_pkey PRIMARY KEY (centre_id, strike_id),
  constraint strike_origin_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES person(id),
  constraint strike_origin_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint strike_origin_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX strike_origin_asked ON strike_origin USING btree (asked_id) WHERE (asked_id IS NOT NULL);
CREATE UNIQUE INDEX strike_origin_once ON strike_origin USING btree (centre_id, school_id, list_id, company_id) WHERE (undone_at IS NULL);
alter table strike_origin enable row level security;
create policy school_reads on strike_origin for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on strike_origin for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on strike_origin for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on strike_origin for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table struck_taking (
  centre_id integer not null,
  strike_id integer not null,
  school_id integer not null,
  person_id integer not null,
  taken_at timestamp with time zone not null,
  what text not null default '',
  due_on date,
  constraint struck_taking_pkey PRIMARY KEY (centre_id, strike_id),
  constraint struck_taking_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint struck_taking_centre_id_school_id_fkey FOREIGN KEY (centre_id, school_id) REFERENCES school(centre_id, id),
  constraint struck_taking_centre_id_strike_id_fkey FOREIGN KEY (centre_id, strike_id) REFERENCES strike(centre_id, id),
  constraint struck_taking_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX struck_taking_person ON struck_taking USING btree (centre_id, person_id);
alter table struck_taking enable row level security;
create policy school_reads on struck_taking for select using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_adds on struck_taking for insert with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_changes on struck_taking for update using (((centre_id = (select app_centre())) AND (school_id = (select app_school())))) with check (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));
create policy school_removes on struck_taking for delete using (((centre_id = (select app_centre())) AND (school_id = (select app_school()))));

create table taken_elsewhere (
  centre_id integer not null,
  id integer not null generated always as identity,
  person_id integer not null,
  source_id integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint taken_elsewhere_pkey PRIMARY KEY (centre_id, id),
  constraint taken_elsewhere_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint taken_elsewhere_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint taken_elsewhere_check CHECK ((starts_at < ends_at))
);
CREATE INDEX taken_elsewhere_of_person ON taken_elsewhere USING btree (centre_id, person_id, ends_at);
alter table taken_elsewhere enable row level security;
create policy centre_reads on taken_elsewhere for select using ((centre_id = (select app_centre())));
create policy centre_adds on taken_elsewhere for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on taken_elsewhere for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on taken_elsewhere for delete using ((centre_id = (select app_centre())));

create table taken_today (
  centre_id integer not null,
  person_id integer not null,
  day date not null,
  kind text not null,
  count integer not null,
  most integer not null,
  reached_at timestamp with time zone,
  constraint taken_today_pkey PRIMARY KEY (centre_id, person_id, day, kind),
  constraint taken_today_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint taken_today_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint taken_today_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'card'::text, 'let-go'::text])))
);
CREATE INDEX taken_today_reached ON taken_today USING btree (centre_id, day) WHERE (reached_at IS NOT NULL);
alter table taken_today enable row level security;
create policy centre_reads on taken_today for select using ((centre_id = (select app_centre())));
create policy centre_adds on taken_today for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on taken_today for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on taken_today for delete using ((centre_id = (select app_centre())));

create table teaching_idea (
  centre_id integer not null,
  id integer not null generated always as identity,
  title text not null,
  told text not null default '',
  put_by integer not null,
  put_at timestamp with time zone not null,
  follower_id integer,
  state text not null default 'new'::text,
  came_of text not null default '',
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint teaching_idea_pkey PRIMARY KEY (centre_id, id),
  constraint teaching_idea_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint teaching_idea_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES person(id),
  constraint teaching_idea_put_by_fkey FOREIGN KEY (put_by) REFERENCES person(id),
  constraint teaching_idea_state_check CHECK ((state = ANY (ARRAY['new'::text, 'looking'::text, 'became'::text, 'not-now'::text]))),
  constraint teaching_idea_title_check CHECK ((title <> ''))
);
CREATE INDEX teaching_idea_follower ON teaching_idea USING btree (centre_id, follower_id);
alter table teaching_idea enable row level security;
create policy centre_reads on teaching_idea for select using ((centre_id = (select app_centre())));
create policy centre_adds on teaching_idea for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on teaching_idea for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on teaching_idea for delete using ((centre_id = (select app_centre())));

create table tip (
  centre_id integer not null,
  id integer not null generated always as identity,
  partner_id integer not null,
  given_by integer,
  link_id integer,
  given_at timestamp with time zone not null,
  company_said text not null,
  town_said text not null default '',
  company_id integer,
  cvr text,
  join_key text,
  words text not null,
  may_name boolean not null,
  urgent boolean not null,
  asked_by text not null default '',
  asked_on date,
  joined_to integer,
  seen_at timestamp with time zone,
  seen_by integer,
  asked_id integer,
  owner_id integer,
  accepted_at timestamp with time zone,
  enquiry_id integer,
  note text not null default '',
  ended_at timestamp with time zone,
  ended_by integer,
  ended_why text not null default '',
  visit_seen_at timestamp with time zone,
  visited_before_at timestamp with time zone,
  led_before_at timestamp with time zone,
  constraint tip_pkey PRIMARY KEY (centre_id, id),
  constraint tip_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES person(id),
  constraint tip_centre_id_enquiry_id_fkey FOREIGN KEY (centre_id, enquiry_id) REFERENCES enquiry(centre_id, id),
  constraint tip_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint tip_centre_id_joined_to_fkey FOREIGN KEY (centre_id, joined_to) REFERENCES tip(centre_id, id),
  constraint tip_centre_id_link_id_fkey FOREIGN KEY (centre_id, link_id) REFERENCES link(centre_id, id),
  constraint tip_centre_id_partner_id_fkey FOREIGN KEY (centre_id, partner_id) REFERENCES centre_partner(centre_id, id),
  constraint tip_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint tip_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint tip_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint tip_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint tip_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES person(id),
  constraint tip_check CHECK (((company_id IS NULL) = (cvr IS NULL))),
  constraint tip_check1 CHECK (((company_id IS NULL) = (join_key IS NULL))),
  constraint tip_check2 CHECK (((asked_on IS NOT NULL) OR (asked_by = ''))),
  constraint tip_check3 CHECK (((seen_at IS NULL) = (seen_by IS NULL))),
  constraint tip_check4 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL))),
  constraint tip_check5 CHECK (((owner_id IS NULL) OR (accepted_at IS NOT NULL))),
  constraint tip_led_after_visit CHECK (((led_before_at IS NULL) OR (visited_before_at IS NOT NULL)))
);
CREATE INDEX tip_asked ON tip USING btree (centre_id, asked_id) WHERE (ended_at IS NULL);
CREATE INDEX tip_company ON tip USING btree (centre_id, company_id);
CREATE INDEX tip_enquiry ON tip USING btree (centre_id, enquiry_id);
CREATE INDEX tip_joined_to ON tip USING btree (centre_id, joined_to);
CREATE INDEX tip_link ON tip USING btree (centre_id, link_id);
CREATE UNIQUE INDEX tip_one_open ON tip USING btree (centre_id, join_key) WHERE ((joined_to IS NULL) AND (ended_at IS NULL));
CREATE INDEX tip_owner ON tip USING btree (centre_id, owner_id) WHERE (ended_at IS NULL);
CREATE INDEX tip_partner ON tip USING btree (centre_id, partner_id);
alter table tip enable row level security;
create policy centre_reads on tip for select using ((centre_id = (select app_centre())));
create policy centre_adds on tip for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on tip for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on tip for delete using ((centre_id = (select app_centre())));

create table token (
  id integer not null generated always as identity,
  hash text not null,
  person_id integer not null,
  centre_id integer not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  number uuid not null default gen_random_uuid(),
  expires_at timestamp with time zone not null,
  scope text not null,
  constraint token_pkey PRIMARY KEY (id),
  constraint token_hash_key UNIQUE (hash),
  constraint token_number_key UNIQUE (number),
  constraint token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint token_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'read-and-write'::text])))
);

create table took_part (
  centre_id integer not null,
  visit_id integer not null,
  "position" smallint not null,
  company_person_id integer,
  name text not null,
  constraint took_part_pkey PRIMARY KEY (centre_id, visit_id, "position"),
  constraint took_part_centre_id_company_person_id_fkey FOREIGN KEY (centre_id, company_person_id) REFERENCES company_person(centre_id, id),
  constraint took_part_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint took_part_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id),
  constraint took_part_check CHECK (((company_person_id IS NULL) = (name <> ''))),
  constraint took_part_position_check CHECK (("position" > 0))
);
CREATE INDEX took_part_of_person ON took_part USING btree (centre_id, company_person_id) WHERE (company_person_id IS NOT NULL);
alter table took_part enable row level security;
create policy centre_reads on took_part for select using ((centre_id = (select app_centre())));
create policy centre_adds on took_part for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on took_part for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on took_part for delete using ((centre_id = (select app_centre())));

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
  sought tsvector not null default ''::tsvector,
  constraint visit_pkey PRIMARY KEY (centre_id, id),
  constraint visit_centre_id_booking_id_key UNIQUE (centre_id, booking_id),
  constraint visit_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint visit_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visit_centre_id_list_id_fkey FOREIGN KEY (centre_id, list_id) REFERENCES contact_list(centre_id, id),
  constraint visit_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX visit_company ON visit USING btree (centre_id, cvr, visited_at DESC);
CREATE INDEX visit_freshest ON visit USING btree (centre_id, reported_at);
CREATE INDEX visit_list ON visit USING btree (centre_id, list_id);
CREATE INDEX visit_newest ON visit USING btree (centre_id, visited_at DESC, id DESC);
CREATE INDEX visit_of_company ON visit USING btree (company_id);
CREATE INDEX visit_person ON visit USING btree (centre_id, person_id, visited_at DESC);
alter table visit enable row level security;
create policy centre_reads on visit for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit for delete using ((centre_id = (select app_centre())));

create table visit_asked (
  centre_id integer not null,
  visit_id integer not null,
  guide_id integer,
  questions jsonb not null,
  constraint visit_asked_pkey PRIMARY KEY (centre_id, visit_id),
  constraint visit_asked_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visit_asked_centre_id_guide_id_fkey FOREIGN KEY (centre_id, guide_id) REFERENCES guide(centre_id, id),
  constraint visit_asked_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id)
);
CREATE INDEX visit_asked_guide ON visit_asked USING btree (centre_id, guide_id);
alter table visit_asked enable row level security;
create policy centre_reads on visit_asked for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit_asked for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit_asked for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit_asked for delete using ((centre_id = (select app_centre())));

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
CREATE INDEX visit_draft_booking ON visit_draft USING btree (centre_id, booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX visit_draft_of_company ON visit_draft USING btree (company_id);
alter table visit_draft enable row level security;
create policy own_reads on visit_draft for select using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_adds on visit_draft for insert with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_changes on visit_draft for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_removes on visit_draft for delete using (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));

create table visit_draft_mail (
  centre_id integer not null,
  mail_id integer not null,
  booking_id integer not null,
  person_id integer not null,
  from_whom text not null,
  words text not null,
  cut boolean not null,
  attachments text[] not null,
  unread text,
  came_at timestamp with time zone not null,
  given_by integer,
  taken_at timestamp with time zone,
  constraint visit_draft_mail_pkey PRIMARY KEY (centre_id, mail_id),
  constraint visit_draft_mail_centre_id_booking_id_fkey FOREIGN KEY (centre_id, booking_id) REFERENCES booking(centre_id, id),
  constraint visit_draft_mail_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visit_draft_mail_centre_id_mail_id_fkey FOREIGN KEY (centre_id, mail_id) REFERENCES incoming_mail(centre_id, id),
  constraint visit_draft_mail_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint visit_draft_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint visit_draft_mail_unread_check CHECK ((unread = ANY (ARRAY['too-large'::text, 'unreadable'::text])))
);
CREATE INDEX visit_draft_mail_of ON visit_draft_mail USING btree (centre_id, booking_id, person_id);
alter table visit_draft_mail enable row level security;
create policy own_or_given_reads on visit_draft_mail for select using (((centre_id = (select app_centre())) AND ((person_id = (select app_person())) OR ((given_by IS NOT NULL) AND ( SELECT runs_centre() AS runs_centre)))));
create policy house_or_giver_adds on visit_draft_mail for insert with check (((centre_id = (select app_centre())) AND CASE WHEN (given_by IS NULL) THEN (select app_system()) ELSE ((given_by = (select app_person())) AND ( SELECT runs_centre() AS runs_centre)) END));
create policy own_changes on visit_draft_mail for update using (((centre_id = (select app_centre())) AND (person_id = (select app_person())))) with check (((centre_id = (select app_centre())) AND (person_id = (select app_person()))));
create policy own_or_given_removes on visit_draft_mail for delete using (((centre_id = (select app_centre())) AND ((person_id = (select app_person())) OR ((given_by IS NOT NULL) AND ( SELECT runs_centre() AS runs_centre)))));

create table visit_need (
  centre_id integer not null,
  id integer not null generated always as identity,
  visit_id integer not null,
  words text not null,
  education text,
  soon boolean not null default true,
  outcome text,
  settled_at timestamp with time zone,
  settled_by integer,
  why text,
  in_lists boolean not null default true,
  constraint visit_need_pkey PRIMARY KEY (centre_id, id),
  constraint visit_need_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id),
  constraint visit_need_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint visit_need_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'closed'::text]))),
  constraint visit_need_settled_whole CHECK ((((outcome IS NULL) = (settled_at IS NULL)) AND ((outcome IS NULL) = (why IS NULL))))
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
  in_lists boolean not null default true,
  constraint visit_topic_pkey PRIMARY KEY (centre_id, visit_id, topic),
  constraint visit_topic_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id)
);
alter table visit_topic enable row level security;
create policy centre_reads on visit_topic for select using ((centre_id = (select app_centre())));
create policy centre_adds on visit_topic for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visit_topic for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visit_topic for delete using ((centre_id = (select app_centre())));

create table visitor_trades (
  centre_id integer not null,
  person_id integer not null,
  trades text[] not null,
  kinds text[] not null,
  languages text[] not null,
  wishes text[] not null,
  generalist boolean not null,
  said_at timestamp with time zone not null,
  said_by integer,
  constraint visitor_trades_pkey PRIMARY KEY (centre_id, person_id),
  constraint visitor_trades_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint visitor_trades_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint visitor_trades_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);
alter table visitor_trades enable row level security;
create policy centre_reads on visitor_trades for select using ((centre_id = (select app_centre())));
create policy centre_adds on visitor_trades for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on visitor_trades for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on visitor_trades for delete using ((centre_id = (select app_centre())));

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
  passed_on_to text,
  whole boolean,
  fell_at timestamp with time zone,
  constraint waiting_period_pkey PRIMARY KEY (centre_id, id),
  constraint waiting_period_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint waiting_period_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES person(id),
  constraint waiting_period_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint waiting_period_check CHECK (((until_on IS NULL) OR (until_on > from_on))),
  constraint waiting_period_origin_kind_check CHECK ((origin_kind = ANY (ARRAY['call'::text, 'link'::text, 'staff'::text]))),
  constraint waiting_period_reason_check CHECK ((reason = ANY (ARRAY['later'::text, 'not-interested'::text, 'no-answer'::text, 'wrong-number'::text, 'closed'::text, 'do-not-contact'::text])))
);
CREATE INDEX waiting_period_cvr ON waiting_period USING btree (centre_id, cvr) WHERE (lifted_at IS NULL);
CREATE INDEX waiting_period_later ON waiting_period USING btree (centre_id, until_on) WHERE ((reason = 'later'::text) AND (lifted_at IS NULL));
CREATE INDEX waiting_period_origin ON waiting_period USING btree (centre_id, origin_kind, origin_id) WHERE (origin_id IS NOT NULL);
alter table waiting_period enable row level security;
create policy centre_reads on waiting_period for select using ((centre_id = (select app_centre())));
create policy centre_adds on waiting_period for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on waiting_period for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on waiting_period for delete using ((centre_id = (select app_centre())));

create table working_group (
  centre_id integer not null,
  id integer not null generated always as identity,
  company_id integer not null,
  cvr text not null,
  circle_id integer not null,
  made_by integer not null,
  made_at timestamp with time zone not null,
  visit_id integer,
  contact_id integer,
  next_on date,
  theme_shown_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by integer,
  constraint working_group_pkey PRIMARY KEY (centre_id, id),
  constraint working_group_centre_id_circle_id_fkey FOREIGN KEY (centre_id, circle_id) REFERENCES reading_circle(centre_id, id),
  constraint working_group_centre_id_contact_id_fkey FOREIGN KEY (centre_id, contact_id) REFERENCES company_person(centre_id, id),
  constraint working_group_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint working_group_centre_id_visit_id_fkey FOREIGN KEY (centre_id, visit_id) REFERENCES visit(centre_id, id),
  constraint working_group_company_id_fkey FOREIGN KEY (company_id) REFERENCES company_known(id),
  constraint working_group_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint working_group_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint working_group_check CHECK (((ended_at IS NULL) = (next_on IS NOT NULL))),
  constraint working_group_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX working_group_circle ON working_group USING btree (centre_id, circle_id);
CREATE INDEX working_group_company ON working_group USING btree (company_id);
CREATE INDEX working_group_contact ON working_group USING btree (centre_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX working_group_ended_by ON working_group USING btree (ended_by);
CREATE INDEX working_group_made_by ON working_group USING btree (made_by);
CREATE INDEX working_group_of_company ON working_group USING btree (centre_id, cvr);
CREATE INDEX working_group_visit ON working_group USING btree (centre_id, visit_id) WHERE (visit_id IS NOT NULL);
alter table working_group enable row level security;
create policy centre_reads on working_group for select using ((centre_id = (select app_centre())));
create policy centre_adds on working_group for insert with check ((centre_id = (select app_centre())));
create policy centre_changes on working_group for update using ((centre_id = (select app_centre()))) with check ((centre_id = (select app_centre())));
create policy centre_removes on working_group for delete using ((centre_id = (select app_centre())));

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

create view agreed_against with (security_invoker=true) as
 WITH agreed AS (
         SELECT m.centre_id,
            m.kind AS subject,
            m.source_id AS subject_id,
            m.company_id,
            m.cvr,
            m.person_id
           FROM mark_reach m
          WHERE ((m.kind = ANY (ARRAY['meeting'::text, 'promise'::text, 'regular-contact'::text, 'open-need'::text, 'new-time'::text])) AND (m.company_id IS NOT NULL) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now()))))
        UNION ALL
         SELECT b.centre_id,
                CASE b.answer
                    WHEN 'wants-contact'::text THEN 'wants-visit'::text
                    ELSE 'call-back'::text
                END AS "case",
            b.call_id,
            b.company_id,
            b.cvr,
            r.person_id
           FROM (back_open b
             LEFT JOIN LATERAL ( SELECT h.person_id
                   FROM regular_contact_now h
                  WHERE ((h.centre_id = b.centre_id) AND (h.cvr = b.cvr) AND (h.whole OR (h.company_id = b.company_id)) AND (h.released_at IS NULL))
                 LIMIT 1) r ON (true))
        UNION ALL
         SELECT w.centre_id,
            'later'::text,
            w.id,
            place.id,
            w.cvr,
            COALESCE(r.person_id, m.person_id) AS "coalesce"
           FROM (((wait_given w
             CROSS JOIN LATERAL ( SELECT p.id
                   FROM place_key p
                  WHERE ((p.cvr = w.cvr) AND ((p.id = w.company_id) OR ((w.company_id IS NULL) AND (p.kind = 'company'::text))))
                 LIMIT 1) place)
             LEFT JOIN member_now m ON (((m.centre_id = w.centre_id) AND (m.person_id = w.person_id))))
             LEFT JOIN LATERAL ( SELECT h.person_id
                   FROM regular_contact_now h
                  WHERE ((h.centre_id = w.centre_id) AND (h.cvr = w.cvr) AND (h.whole OR (h.company_id = place.id)) AND (h.released_at IS NULL))
                 LIMIT 1) r ON (true))
          WHERE ((w.reason = 'later'::text) AND (w.lifted_at IS NULL) AND (w.until_on > ((select app_today()) - 365)) AND ((w.origin_kind <> 'call'::text) OR (r.person_id IS NOT NULL)) AND (NOT (EXISTS ( SELECT
                   FROM wait_given n
                  WHERE ((n.centre_id = w.centre_id) AND (n.cvr = w.cvr) AND (n.id > w.id) AND (n.lifted_at IS NULL) AND (n.reason <> ALL (ARRAY['do-not-contact'::text, 'closed'::text])) AND (n.whole OR (NOT (n.company_id IS DISTINCT FROM w.company_id))))))) AND (NOT (EXISTS ( SELECT
                   FROM contact_made e
                  WHERE ((e.centre_id = w.centre_id) AND (e.cvr = w.cvr) AND (e.whole OR (e.company_id = place.id)) AND (e.at > w.set_at))))) AND (NOT (EXISTS ( SELECT
                   FROM promise_now p
                  WHERE ((p.centre_id = w.centre_id) AND (p.cvr = w.cvr) AND (p.made_at >= w.set_at))))) AND (NOT (EXISTS ( SELECT
                   FROM booking_now k
                  WHERE ((k.centre_id = w.centre_id) AND (k.cvr = w.cvr) AND (k.booked_at >= w.set_at))))) AND (NOT (EXISTS ( SELECT
                   FROM still_agreed s
                  WHERE ((s.centre_id = w.centre_id) AND (s.subject = 'later'::text) AND (s.subject_id = w.id) AND (NOT s.holds))))))
        ), open AS MATERIALIZED (
         SELECT a.centre_id,
            a.subject,
            a.subject_id,
            a.company_id,
            a.cvr,
            a.person_id,
            n.phone
           FROM (agreed a
             LEFT JOIN LATERAL ( SELECT p.phone
                   FROM place_phone p
                  WHERE (p.id = a.company_id)
                 OFFSET 0) n ON (true))
        )
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    s.kind AS against,
    s.source_id AS against_id,
    s.since
   FROM (open o
     JOIN mark_reach s ON (((s.centre_id = o.centre_id) AND (s.cvr = o.cvr) AND (s.whole OR (s.company_id = o.company_id)))))
  WHERE ((s.kind = ANY (ARRAY['stop'::text, 'closed'::text])) AND ((s.ends_at IS NULL) OR (s.ends_at > (select app_now()))))
UNION ALL
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    s.kind AS against,
    s.source_id AS against_id,
    s.since
   FROM (open o
     JOIN mark_reach s ON (((s.centre_id = o.centre_id) AND (s.phone = o.phone) AND (s.cvr <> o.cvr))))
  WHERE ((s.kind = 'stop'::text) AND (s.phone IS NOT NULL) AND s.whole AND ((s.ends_at IS NULL) OR (s.ends_at > (select app_now()))) AND (NOT (o.cvr IN ( SELECT l.cvr
           FROM shared_leadership l
          WHERE (l.centre_id = (select app_centre()))))))
UNION ALL
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    'ceased'::text AS against,
    p.id AS against_id,
    ((p.closed_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS since
   FROM (open o
     JOIN place_fact p ON ((p.id = o.company_id)))
  WHERE (p.closed_on <= (select app_today()))
UNION ALL
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    'ceased'::text AS against,
    0 AS against_id,
    ((l.closed_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS since
   FROM ((open o
     JOIN place_fact p ON (((p.id = o.company_id) AND (p.kind = 'workplace'::text) AND ((p.closed_on IS NULL) OR (p.closed_on > (select app_today()))))))
     JOIN legal_company_barred l ON ((l.cvr = o.cvr)))
  WHERE (l.closed_on <= (select app_today()))
UNION ALL
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    s.standing AS against,
    s.id AS against_id,
    s.since
   FROM (open o
     JOIN place_standing s ON ((s.id = o.company_id)))
UNION ALL
 SELECT o.centre_id,
    o.subject,
    o.subject_id,
    o.company_id,
    o.cvr,
    o.person_id,
    s.standing AS against,
    s.id AS against_id,
    s.since
   FROM (open o
     JOIN place_standing s ON (((s.cvr = o.cvr) AND (s.kind = 'company'::text) AND (s.id <> o.company_id))));
comment on view agreed_against is 'What stands open with a company that said stop or does not go on, and what speaks against it. Null: person_id.';

create view away_ahead with (security_invoker=true) as
 SELECT centre_id,
    person_id,
    starts_at,
    ends_at
   FROM absence
  WHERE (ends_at > app_now());
comment on view away_ahead is 'Absences that are not over. Null: none.';

create view back_open with (security_invoker=true) as
 SELECT centre_id,
    call_id,
    company_id,
    cvr,
    answer,
    ended_at,
    due_at
   FROM queue_call b
  WHERE ((due_at IS NOT NULL) AND (done_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM booking_now k
          WHERE ((k.centre_id = b.centre_id) AND (k.cvr = b.cvr) AND (k.booked_at >= b.ended_at) AND ((k.company_id = b.company_id) OR (NOT (b.cvr IN ( SELECT s.cvr
                   FROM shared_leadership s
                  WHERE (s.centre_id = (select app_centre())))))))))));
comment on view back_open is 'Call-backs that nobody has made yet, and wishes for a visit with no time agreed.';

create view bookable_person with (security_invoker=true) as
 SELECT DISTINCT centre_id,
    person_id
   FROM working_hours;
comment on view bookable_person is 'People with working hours. Null: none.';

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
    employees,
    not_met_at,
    company_person_id,
    moved_at,
    cancelled_by,
    moved_by
   FROM booking;
comment on view booking_ever is 'Meetings that were agreed, whether they stand or not; municipality, industry and employees as they were then. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at cancelled_at reported_at municipality industry employees not_met_at company_person_id moved_at cancelled_by moved_by.';

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
    employees,
    not_met_at,
    moved_at
   FROM booking_ever
  WHERE (cancelled_at IS NULL);
comment on view booking_now is 'Meetings that stand: ahead, held, or not met. Null: list_id origin_kind origin_id contact_email contact_phone booked_by confirmed_at reported_at municipality industry employees not_met_at moved_at.';

create view bookings_waiting with (security_invoker=true) as
 SELECT b.centre_id,
    'booking-new'::text AS kind,
    b.id AS source_id,
    b.company_id,
    w.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    b.booked_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'by', COALESCE(who.name, b.contact_name)) AS "values"
   FROM (((booking b
     JOIN booking_visitor w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     LEFT JOIN person_named who ON ((who.id = b.booked_by)))
  WHERE ((b.cancelled_at IS NULL) AND (w.acknowledged_at IS NULL) AND (w.released_at IS NULL) AND (b.ends_at > (select app_now())))
UNION ALL
 SELECT b.centre_id,
    'meeting-left'::text AS kind,
    b.id AS source_id,
    b.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    w.released_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'by', gone.name) AS "values"
   FROM (((booking b
     JOIN booking_visitor w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     JOIN person_named gone ON ((gone.id = w.person_id)))
  WHERE ((b.cancelled_at IS NULL) AND (w.released_at IS NOT NULL) AND (b.starts_at > (select app_now())))
UNION ALL
 SELECT b.centre_id,
    'invitation-lost'::text AS kind,
    b.id AS source_id,
    b.company_id,
    who.person_id,
    NULL::integer AS school_id,
    who.role,
    l.given_up_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'to', l.recipient) AS "values"
   FROM ((((( SELECT mail_brought.centre_id,
            mail_brought.brings_id,
            max(mail_brought.recipient) AS recipient,
            max(mail_brought.given_up_at) AS given_up_at
           FROM mail_brought
          WHERE ((mail_brought.brings = 'meeting'::text) AND mail_brought.lost)
          GROUP BY mail_brought.centre_id, mail_brought.brings_id) l
     JOIN booking b ON (((b.centre_id = l.centre_id) AND (b.id = l.brings_id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     JOIN booking_visitor w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id) AND (w."position" = 1))))
     CROSS JOIN LATERAL ( VALUES (w.person_id,'runs'::text), (
                CASE
                    WHEN (b.booked_by <> w.person_id) THEN b.booked_by
                    ELSE NULL::integer
                END,NULL::text)) who(person_id, role))
  WHERE ((b.cancelled_at IS NULL) AND (b.ends_at > (select app_now())) AND ((who.person_id IS NOT NULL) OR (who.role IS NOT NULL)));
comment on view bookings_waiting is 'New meetings whose visitor has not said that they are seen, those whose visitor goes no more, and those whose invitation did not arrive. Null: person_id school_id role.';

create view busy_day with (security_invoker=true) as
 SELECT b.centre_id,
    b.kind,
    b.source_id,
    b.person_id,
    b.during,
    w.starts_at,
    d.on_day,
    (date_trunc('week'::text, (d.on_day)::timestamp with time zone))::date AS week_on,
    b.form
   FROM ((busy b
     CROSS JOIN LATERAL ( SELECT (lower(b.during) + make_interval(mins => b.travel_minutes)) AS starts_at) w)
     CROSS JOIN LATERAL ( SELECT ((w.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day) d);
comment on view busy_day is 'What takes someone''s time, on which day and in which week; of which kind where it is a meeting. Null: form.';

create view call_centre_ever with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    outside,
    ((closed_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS closed_on
   FROM call_centre;
comment on view call_centre_ever is 'Call centres, closed ones too. Null: closed_on.';

create view caller_now with (security_invoker=true) as
 SELECT centre_id,
    person_id,
    name,
    (role = ANY (ARRAY['coordinator'::text, 'consultant'::text])) AS visits
   FROM member_now m
  WHERE (role = ANY (ARRAY['coordinator'::text, 'consultant'::text, 'caller'::text]));
comment on view caller_now is 'Who calls companies now, and whether he visits them too. Null: none.';

create view caller_speaks with (security_invoker=true) as
 SELECT m.centre_id,
    m.person_id,
    c.language
   FROM (caller_now m
     JOIN caller_language c ON (((c.centre_id = m.centre_id) AND (c.person_id = m.person_id))))
  WHERE (NOT m.visits)
UNION ALL
 SELECT m.centre_id,
    m.person_id,
    v.language
   FROM (caller_now m
     JOIN visitor_language v ON (((v.centre_id = m.centre_id) AND (v.person_id = m.person_id))))
  WHERE m.visits;
comment on view caller_speaks is 'Languages in which people call, beside Danish. Null: none.';

create view calling_list with (security_invoker=true) as
 SELECT l.centre_id,
    l.id,
    l.name,
    o.opened_at,
    l.by_visitors
   FROM (contact_list l
     JOIN list_opening o ON (((o.centre_id = l.centre_id) AND (o.list_id = l.id))))
  WHERE (NOT (EXISTS ( SELECT
           FROM list_closing k
          WHERE ((k.centre_id = l.centre_id) AND (k.list_id = l.id)))));
comment on view calling_list is 'Lists that may be called: opened, and nobody has closed them; by who visits alone, or by everyone who calls. Null: none.';

create view campaign_now with (security_invoker=true) as
 SELECT c.centre_id,
    c.id,
    c.name,
    c.goal_id,
    g.words AS goal,
    c.target,
    c.from_on,
    c.to_on,
    c.criteria,
    c.made_by,
    e.name AS made_by_name,
    c.made_at,
        CASE
            WHEN (c.ended_at IS NOT NULL) THEN 'ended'::text
            WHEN (c.settled_at IS NOT NULL) THEN 'running'::text
            ELSE 'draft'::text
        END AS state
   FROM ((campaign c
     JOIN member_ever e ON (((e.centre_id = c.centre_id) AND (e.person_id = c.made_by))))
     LEFT JOIN goal_ever g ON (((g.centre_id = c.centre_id) AND (g.id = c.goal_id))));
comment on view campaign_now is 'Campaigns, and how far each is. Null: goal_id goal from_on to_on.';

create view campaigns_waiting with (security_invoker=true) as
 SELECT c.centre_id,
    'campaign-asks'::text AS kind,
    c.id AS source_id,
    NULL::integer AS company_id,
    m.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    c.asked_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('campaign', c.name) AS "values"
   FROM (campaign c
     JOIN member_now m ON ((m.centre_id = c.centre_id)))
  WHERE ((c.asked_at IS NOT NULL) AND (c.settled_at IS NULL) AND (c.ended_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM campaign_answered a
          WHERE ((a.centre_id = c.centre_id) AND (a.campaign_id = c.id) AND (a.person_id = m.person_id))))))
UNION ALL
 SELECT c.centre_id,
    'campaign-over'::text AS kind,
    c.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((c.to_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    c.to_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('campaign', c.name) AS "values"
   FROM campaign c
  WHERE ((c.settled_at IS NOT NULL) AND (c.ended_at IS NULL) AND (c.to_on < (select app_today())));
comment on view campaigns_waiting is 'Questions to who visits (whom they are for, their role decides), and campaigns whose time is over. Null: company_id person_id school_id role due_on due_at.';

create view capacity_waiting with (security_invoker=true) as
 SELECT a.centre_id,
    'capacity-asked'::text AS kind,
    a.id AS source_id,
    NULL::integer AS company_id,
    a.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    a.asked_at AS from_at,
    a.week_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('week', ((EXTRACT(week FROM a.week_on))::integer)::text, 'who', COALESCE(p.name, ''), 'form', a.form) AS "values"
   FROM ((capacity_ask a
     JOIN member_now m ON (((m.centre_id = a.centre_id) AND (m.person_id = a.person_id))))
     LEFT JOIN person_named p ON ((p.id = a.asked_by)))
  WHERE ((a.answered_at IS NULL) AND ((a.week_on + 6) >= (select app_today())))
UNION ALL
 SELECT m.centre_id,
    'meetings-over'::text AS kind,
    m.person_id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (select app_now()) AS from_at,
    min(o.week_on) AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', m.name, 'count', (sum(o.over))::text, 'week', string_agg(((EXTRACT(week FROM o.week_on))::integer)::text, ', '::text ORDER BY o.week_on)) AS "values"
   FROM (( SELECT w.person_id,
            w.week_on,
            GREATEST(COALESCE((w.booked - w.meetings), 0), COALESCE(f.over, 0)) AS over
           FROM (capacity_weeks((select app_centre()), ARRAY( SELECT DISTINCT s.person_id
                   FROM capacity_said s
                  WHERE ((s.centre_id = (select app_centre())) AND (s.person_id IS NOT NULL))), (date_trunc('week'::text, ((select app_today()))::timestamp with time zone))::date, 9, NULL::text, NULL::bigint) w(person_id, school_id, week_on, meetings, a_day, booked, kept, school_meetings, school_taken)
             LEFT JOIN ( SELECT k.person_id,
                    k.week_on,
                    (sum(GREATEST(COALESCE((k.booked - k.most), 0), 0)))::integer AS over
                   FROM (( VALUES ('visit'::text), ('online'::text), ('phone'::text)) kind(form)
                     CROSS JOIN LATERAL capacity_forms((select app_centre()), NULL::integer[], (date_trunc('week'::text, ((select app_today()))::timestamp with time zone))::date, 9, kind.form, NULL::text, NULL::bigint) k(person_id, week_on, most, booked, kept, school_most, school_taken))
                  GROUP BY k.person_id, k.week_on) f ON (((f.person_id = w.person_id) AND (f.week_on = w.week_on))))) o
     JOIN member_now m ON (((m.centre_id = (select app_centre())) AND (m.person_id = o.person_id))))
  WHERE (o.over > 0)
  GROUP BY m.centre_id, m.person_id, m.name
UNION ALL
 SELECT p.centre_id,
    'list-for-nobody'::text AS kind,
    p.list_id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    p.began_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('list', l.name) AS "values"
   FROM (paused_list p
     JOIN calling_list l ON (((l.centre_id = p.centre_id) AND (l.id = p.list_id))))
  WHERE (p.reason = 'left'::text);
comment on view capacity_waiting is 'Who is asked for one more meeting, who has more than agreed, and lists called for nobody any more. Null: company_id person_id school_id role due_on due_at.';

create view catalogue_waiting with (security_invoker=true) as
 SELECT centre_id,
    'class-short'::text AS kind,
    id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((starts_on - 42))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    starts_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('course', course, 'provider', provider, 'enrolled', enrolled, 'minimum', minimum, 'needs', (minimum - enrolled), 'classId', id, 'quickNumber', quick_number) AS "values"
   FROM ( SELECT n.centre_id,
            n.id,
            n.starts_on,
            n.enrolled,
            n.minimum,
            n.quick_number,
            c.title AS course,
            p.name AS provider,
            row_number() OVER (PARTITION BY n.centre_id ORDER BY (n.minimum - n.enrolled), n.starts_on, n.id) AS place
           FROM ((class_now n
             JOIN course c ON (((c.centre_id = n.centre_id) AND (c.id = n.course_id))))
             JOIN provider p ON (((p.centre_id = n.centre_id) AND (p.id = n.provider_id))))
          WHERE ((n.state = 'short'::text) AND (n.enrolled > 0) AND ((n.starts_on >= (select app_today())) AND (n.starts_on <= ((select app_today()) + 42))))) k
  WHERE (place <= 3);
comment on view catalogue_waiting is 'Half-empty classes that can still be saved. Null: company_id person_id school_id due_at.';

create view centre_now with (security_invoker=true) as
 SELECT id,
    name,
    demo,
    created_at
   FROM centre;
comment on view centre_now is 'The centre. Null: none.';

create view circle_open_to_me with (security_invoker=true) as
 SELECT m.centre_id,
    m.circle_id
   FROM circle_member m
  WHERE (m.person_id = (select app_person()))
UNION ALL
 SELECT a.centre_id,
    a.circle_id
   FROM circle_asked a
  WHERE (a.person_id = (select app_person()));
comment on view circle_open_to_me is 'Circles that who asks is in, or asked into. Null: none.';

create view class_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    quick_number,
    provider_id,
    course_id,
    title,
    starts_on,
    ends_on,
    sign_up_by,
    street,
    postal_code,
    town,
    teaching,
    hours,
    days,
    price,
    extra,
    minimum,
    capacity,
    enrolled,
    guaranteed,
    open,
    cancelled,
    link,
        CASE
            WHEN cancelled THEN 'cancelled'::text
            WHEN ((enrolled >= capacity) AND (capacity > 0)) THEN 'full'::text
            WHEN guaranteed THEN 'guaranteed'::text
            WHEN (minimum IS NULL) THEN 'open'::text
            WHEN (enrolled >= minimum) THEN 'runs'::text
            ELSE 'short'::text
        END AS state
   FROM class;
comment on view class_now is 'Classes, and how each stands. Null: sign_up_by street postal_code town teaching hours days price extra minimum capacity link.';

create view company_language_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    language,
    said_by,
    said_at
   FROM company_language l
  WHERE ((ended_at IS NULL) AND ((NOT (EXISTS ( SELECT
           FROM company_language n
          WHERE ((n.centre_id = l.centre_id) AND (n.cvr = l.cvr) AND (n.ended_at IS NULL) AND (n.id > l.id))))) OR (cvr IN ( SELECT s.cvr
           FROM shared_leadership s
          WHERE (s.centre_id = (select app_centre()))))));
comment on view company_language_now is 'Companies that are called in another language than Danish. Null: said_by.';

create view company_message_now with (security_invoker=true) as
 SELECT g.centre_id,
    g.id,
    g.company_id,
    g.cvr,
    g.link_id,
    g.words,
    g.sent_at,
    g.coordinators_from,
    g.answered_at,
    g.answered_by,
    g.answered_how,
    has.person_id AS reader_id
   FROM ((company_message g
     LEFT JOIN LATERAL ( SELECT
                CASE
                    WHEN (n.released_at IS NULL) THEN n.person_id
                    ELSE n.deputy_id
                END AS person_id
           FROM regular_contact_now n
          WHERE ((n.centre_id = g.centre_id) AND (n.cvr = g.cvr) AND (n.whole OR (n.company_id = g.company_id)))
          ORDER BY n.whole
         LIMIT 1) who ON (true))
     LEFT JOIN member_now has ON (((has.centre_id = g.centre_id) AND (has.person_id = who.person_id))));
comment on view company_message_now is 'What companies wrote, and who reads it today: who has the company, else the deputy, else (null) who runs the centre. Null: answered_at answered_by answered_how reader_id.';

create view company_messages_waiting with (security_invoker=true) as
 SELECT g.centre_id,
    'company-message'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.reader_id AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    g.sent_at AS from_at,
    ((g.coordinators_from AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    g.coordinators_from AS due_at,
    jsonb_build_object('company', p.name, 'what', g.words) AS "values"
   FROM (company_message_now g
     JOIN company_place p ON ((p.id = g.company_id)))
  WHERE ((g.answered_at IS NULL) AND (g.reader_id IS NOT NULL))
UNION ALL
 SELECT g.centre_id,
    'company-message-late'::text AS kind,
    g.id AS source_id,
    g.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
        CASE
            WHEN (g.reader_id IS NULL) THEN g.sent_at
            ELSE g.coordinators_from
        END AS from_at,
    ((g.coordinators_from AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    g.coordinators_from AS due_at,
    jsonb_build_object('company', p.name, 'what', g.words) AS "values"
   FROM (company_message_now g
     JOIN company_place p ON ((p.id = g.company_id)))
  WHERE ((g.answered_at IS NULL) AND ((g.reader_id IS NULL) OR (g.coordinators_from <= (select app_now()))));
comment on view company_messages_waiting is 'Messages without an answer: with who has the company, and with the coordinators where nobody has it or the day is over. Null: person_id school_id role.';

create view company_network_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    who,
    next_on,
    version
   FROM company_network n
  WHERE (ended_at IS NULL);
comment on view company_network_now is 'Networks of companies that go on. Null: next_on.';

create view company_people_waiting with (security_invoker=true) as
 SELECT p.centre_id,
    'person-untold'::text AS kind,
    p.id AS source_id,
    p.company_id,
    p.tells AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((p.tell_by - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    p.tell_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'who', p.name, 'date', p.tell_by) AS "values"
   FROM (company_person p
     JOIN company_place c ON ((c.id = p.company_id)))
  WHERE ((p.told_on IS NULL) AND (p.erased_at IS NULL) AND (p.left_on IS NULL));
comment on view company_people_waiting is 'People of companies who have not been told yet what we keep of them. Null: person_id school_id due_at.';

create view company_person_now with (security_invoker=true) as
 SELECT p.centre_id,
    p.id,
    p.company_id,
    c.cvr,
    c.name AS company,
    p.name,
    p.title,
    p.note,
    p.speaks_for_all,
    p.phone,
    p.phone_allowed,
    p.phone_source,
    p.phone_on,
    p.email,
    p.mail_allowed,
    p.mail_source,
    p.mail_on,
    p.source,
    p.said_on,
    p.added_by,
    p.added_at,
    p.tell_by,
    p.tells,
    p.told_on,
    p.told_how,
    p.left_on,
    p.version
   FROM (company_person p
     JOIN company_place c ON ((c.id = p.company_id)))
  WHERE (p.erased_at IS NULL);
comment on view company_person_now is 'People of companies, those who left too. Null: phone phone_source phone_on email mail_source mail_on added_by tells told_on told_how left_on.';

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
    COALESCE(( SELECT COALESCE(o.said_phone, o.phone) AS "coalesce"
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
    false AS own,
    COALESCE(NULLIF(c.standing, 'alive'::text), ( SELECT o.standing
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), 'alive'::text) AS standing
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
    COALESCE(o.said_phone, o.phone) AS phone,
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
    true AS own,
    o.standing
   FROM own_company o;
comment on view company_place is 'A company or workplace as the centre knows it: its own phone, email and website before the register''s; `own` when the register lacks it. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';

create view company_size with (security_invoker=true) as
 SELECT r.cvr,
    COALESCE(r.legal_from, o.legal_from, (r.sum_from + COALESCE(o.sum_from, 0)), o.sum_from) AS employees_from,
        CASE
            WHEN (r.legal_from IS NOT NULL) THEN r.legal_to
            WHEN (o.legal_from IS NOT NULL) THEN o.legal_to
            WHEN ((r.workplaces > 0) AND (o.workplaces > 0)) THEN (r.sum_to + o.sum_to)
            ELSE COALESCE(r.sum_to, o.sum_to)
        END AS employees_to,
    (r.workplaces + COALESCE(o.workplaces, 0)) AS workplaces
   FROM (register_size r
     LEFT JOIN own_size o ON (((o.centre_id = (select app_centre())) AND (o.cvr = r.cvr))))
UNION ALL
 SELECT o.cvr,
    COALESCE(o.legal_from, o.sum_from) AS employees_from,
        CASE
            WHEN (o.legal_from IS NOT NULL) THEN o.legal_to
            ELSE o.sum_to
        END AS employees_to,
    o.workplaces
   FROM own_size o
  WHERE ((o.centre_id = (select app_centre())) AND (NOT (EXISTS ( SELECT
           FROM register_size r
          WHERE (r.cvr = o.cvr)))));
comment on view company_size is 'How many a whole company employs, as the centre knows it: from, to (from alone: at least so many), and how many open workplaces it has. Null: employees_from employees_to.';

create view consultant_meeting_now with (security_invoker=true) as
 SELECT m.centre_id,
    m.id,
    m.starts_at,
    m.ends_at,
    m.host_id,
    s.name AS host,
    m.place,
    m.version,
    m.uid,
    m.cancelled_at,
    m.cancelled_why,
    m.opened_at,
    m.opened_by,
    m.closed_at,
    m.closed_by
   FROM (consultant_meeting m
     LEFT JOIN school_now s ON (((s.centre_id = m.centre_id) AND (s.id = m.host_id))));
comment on view consultant_meeting_now is 'Consultant meetings, ahead and held. Null: host_id host cancelled_at opened_at opened_by closed_at closed_by.';

create view consultant_meetings_waiting with (security_invoker=true) as
 WITH ahead AS (
         SELECT m.centre_id,
            m.id,
            m.host_id,
            m.starts_at,
            ((m.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS day,
            jsonb_build_object('host', COALESCE(m.host, ''), 'time', to_char((m.starts_at AT TIME ZONE 'Europe/Copenhagen'::text), 'FMHH24.MI'::text)) AS said
           FROM consultant_meeting_now m
          WHERE ((m.cancelled_at IS NULL) AND (m.opened_at IS NULL) AND (m.starts_at > (app_now() - '12:00:00'::interval)))
        )
 SELECT a.centre_id,
    'meeting-runs'::text AS kind,
    a.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((a.day - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    a.day AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM ahead a
UNION ALL
 SELECT a.centre_id,
    'meeting-host'::text AS kind,
    a.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    a.host_id AS school_id,
    'visits'::text AS role,
    (((a.day - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    a.day AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM ahead a
  WHERE (a.host_id IS NOT NULL)
UNION ALL
 SELECT a.centre_id,
    'meeting-comes'::text AS kind,
    a.id AS source_id,
    NULL::integer AS company_id,
    p.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    (((a.day - 1))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    a.day AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM (ahead a
     JOIN member_now p ON (((p.centre_id = a.centre_id) AND (p.school_id IS DISTINCT FROM a.host_id))))
UNION ALL
 SELECT m.centre_id,
    'meeting-unclosed'::text AS kind,
    m.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    m.ends_at AS from_at,
    ((m.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('host', COALESCE(m.host, ''), 'time', '') AS "values"
   FROM consultant_meeting_now m
  WHERE ((m.opened_at IS NOT NULL) AND (m.closed_at IS NULL));
comment on view consultant_meetings_waiting is 'The next meeting, to who runs it, who hosts it, and the day before to everyone; and one that was not closed. Null: company_id person_id school_id role due_at.';

create view contact_basis_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    cvr,
    company_id,
    channel,
    basis,
    given_on,
    lapses_on
   FROM contact_basis
  WHERE ((withdrawn_at IS NULL) AND (lapses_on > (select app_today())));
comment on view contact_basis_now is 'Why a protected company may be contacted, in one way, until when; company_id: one workplace alone. Null: company_id.';

create view contact_made with (security_invoker=true) as
 SELECT centre_id,
    cvr,
    kind,
    since AS at,
    ((since AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_date,
    company_id,
    whole
   FROM mark_reach m
  WHERE (kind = ANY (ARRAY['spoken'::text, 'visited'::text]));
comment on view contact_made is 'When somebody of the centre spoke with a company or visited it, where, and whether that counts for all of it. Null: company_id.';

create view contact_match with (security_invoker=true) as
 SELECT s.centre_id,
    s.school_id,
    d.list_id,
    d.company_id,
    d."position",
    s.id AS contact_id,
    s.matched_by,
    s.certain,
    s.told,
    s.p,
    s.reasons
   FROM ((listed_company d
     CROSS JOIN LATERAL ( SELECT c_1.id,
            c_1.cvr,
            school_mark(( SELECT contact_key() AS contact_key), 'cvr'::text, c_1.cvr) AS cvr_mark,
            school_mark(( SELECT contact_key() AS contact_key), 'p-number'::text, c_1.p_number) AS p_mark,
            school_mark(( SELECT contact_key() AS contact_key), 'phone'::text, c_1.phone) AS phone_mark,
            school_mark(( SELECT contact_key() AS contact_key), 'domain'::text, c_1.email_domain) AS domain_mark,
            ((c_1.kind = 'workplace'::text) AND (c_1.cvr IN ( SELECT l.cvr
                   FROM shared_leadership l
                  WHERE (l.centre_id = (select app_centre()))))) AS apart
           FROM company_place c_1
          WHERE (c_1.id = d.company_id)
         OFFSET 0) c)
     CROSS JOIN LATERAL ( SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'said'::text AS matched_by,
            true AS certain,
            s_1.told,
            NULL::real AS p,
            NULL::jsonb AS reasons
           FROM (pair_said w
             JOIN school_contact_now s_1 ON (((s_1.centre_id = w.centre_id) AND (s_1.school_id = w.school_id) AND (s_1.key = w.contact_key))))
          WHERE ((w.centre_id = d.centre_id) AND (w.school_id = (select app_school())) AND (w.cvr = c.cvr) AND ((NOT c.apart) OR (w.company_id = c.id)) AND w.same AND (w.list_id <> d.list_id) AND (NOT (EXISTS ( SELECT
                   FROM pair_said l
                  WHERE ((l.centre_id = w.centre_id) AND (l.school_id = w.school_id) AND (l.contact_key = w.contact_key) AND (l.list_id <> d.list_id) AND (l.said_at > w.said_at) AND ((l.company_id = w.company_id) OR ((NOT c.apart) AND (l.cvr = w.cvr)) OR (l.same AND w.same)))))))
        UNION ALL
         SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'likeness'::text,
            ((r.decision = 'sure'::text) AND ((NOT c.apart) OR r.apart)),
            s_1.told,
            r.p,
            r.reasons
           FROM (contact_resolved r
             JOIN school_contact_now s_1 ON (((s_1.centre_id = r.centre_id) AND (s_1.id = r.contact_id))))
          WHERE ((r.centre_id = d.centre_id) AND (r.school_id = (select app_school())) AND (r.cvr = c.cvr) AND ((NOT c.apart) OR (r.company_id = c.id)))
        UNION ALL
         SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'cvr'::text,
            ((NOT c.apart) AND (NOT (EXISTS ( SELECT
                   FROM contact_resolved r
                  WHERE ((r.centre_id = s_1.centre_id) AND (r.contact_id = s_1.id) AND (r.nth = 1) AND ((r.decision <> 'sure'::text) OR (r.cvr <> c.cvr))))))),
            s_1.told,
            NULL::real,
            NULL::jsonb
           FROM school_contact_now s_1
          WHERE ((s_1.centre_id = d.centre_id) AND (s_1.cvr_mark = c.cvr_mark) AND ((NOT c.apart) OR (s_1.p_mark IS NULL) OR (s_1.p_mark = c.p_mark)))
        UNION ALL
         SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'p-number'::text,
            true,
            s_1.told,
            NULL::real,
            NULL::jsonb
           FROM school_contact_now s_1
          WHERE ((s_1.centre_id = d.centre_id) AND (s_1.p_mark = c.p_mark))
        UNION ALL
         SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'phone'::text,
            false,
            s_1.told,
            NULL::real,
            NULL::jsonb
           FROM school_contact_now s_1
          WHERE ((s_1.centre_id = d.centre_id) AND (s_1.phone_mark = c.phone_mark) AND ((NOT (EXISTS ( SELECT
                   FROM contact_resolved r
                  WHERE ((r.centre_id = s_1.centre_id) AND (r.contact_id = s_1.id))))) OR (EXISTS ( SELECT
                   FROM contact_resolved r
                  WHERE ((r.centre_id = s_1.centre_id) AND (r.contact_id = s_1.id) AND (r.cvr = c.cvr) AND ((NOT c.apart) OR (r.company_id = c.id)))))))
        UNION ALL
         SELECT s_1.centre_id,
            s_1.school_id,
            s_1.id,
            s_1.key,
            'domain'::text,
            false,
            s_1.told,
            NULL::real,
            NULL::jsonb
           FROM school_contact_now s_1
          WHERE ((s_1.centre_id = d.centre_id) AND (s_1.domain_mark = c.domain_mark) AND ((NOT (EXISTS ( SELECT
                   FROM contact_resolved r
                  WHERE ((r.centre_id = s_1.centre_id) AND (r.contact_id = s_1.id))))) OR (EXISTS ( SELECT
                   FROM contact_resolved r
                  WHERE ((r.centre_id = s_1.centre_id) AND (r.contact_id = s_1.id) AND (r.cvr = c.cvr) AND ((NOT c.apart) OR (r.company_id = c.id)))))))
 OFFSET 0) s)
  WHERE (NOT (EXISTS ( SELECT
           FROM pair_said w
          WHERE ((w.centre_id = s.centre_id) AND (w.school_id = s.school_id) AND (w.contact_key = s.key) AND (w.list_id <> d.list_id) AND
                CASE
                    WHEN w.same THEN (w.cvr <> c.cvr)
                    ELSE ((w.cvr = c.cvr) AND ((NOT c.apart) OR (w.company_id = c.id)))
                END AND (NOT (EXISTS ( SELECT
                   FROM pair_said l
                  WHERE ((l.centre_id = w.centre_id) AND (l.school_id = w.school_id) AND (l.contact_key = w.contact_key) AND (l.list_id <> d.list_id) AND (l.said_at > w.said_at) AND ((l.company_id = w.company_id) OR ((NOT c.apart) AND (l.cvr = w.cvr)) OR (l.same AND w.same))))))))));
comment on view contact_match is 'A company of a list and a contact of the own school''s that are the same by something, a row for each thing; certain: by a number of the register, by all that is known, or by what people said; told: how much the contact tells; p and reasons: of what is alike, how likely and why, as weights. Null: p reasons.';

create view contact_open_now with (security_invoker=true) as
 SELECT centre_id,
    source_id,
    company_id,
    cvr,
    person_id,
    since,
    until,
    source_kind
   FROM contact_opening o
  WHERE ((until > (select app_now())) AND ((source_kind = 'enquiry'::text) OR (NOT (EXISTS ( SELECT
           FROM contact_mark m
          WHERE ((m.centre_id = o.centre_id) AND (m.cvr = o.cvr) AND (m.person_id = o.person_id) AND (m.kind = ANY (ARRAY['spoken'::text, 'visited'::text, 'meeting'::text])) AND (m.since >= o.since)))))));
comment on view contact_open_now is 'Who may contact a company, and until when: it came with a matter itself (enquiry), or who has it said yes to a colleague (question). Null: none.';

create view contact_question_open_now with (security_invoker=true) as
 SELECT q.centre_id,
    q.id,
    q.company_id,
    q.cvr,
    q.about,
    q.asked_by,
    q.asked_at,
    q.coordinators_from,
    q.words,
        CASE
            WHEN (r.id IS NULL) THEN q.to_id
            WHEN (r.released_at IS NULL) THEN r.person_id
            ELSE NULL::integer
        END AS to_id
   FROM (contact_question q
     LEFT JOIN LATERAL ( SELECT n.id,
            n.person_id,
            n.released_at
           FROM regular_contact_now n
          WHERE ((n.centre_id = q.centre_id) AND (n.cvr = q.cvr) AND (n.whole OR (n.company_id = q.company_id)))
          ORDER BY n.whole
         LIMIT 1) r ON (true))
  WHERE ((q.answered_at IS NULL) AND (q.withdrawn_at IS NULL));
comment on view contact_question_open_now is 'Questions to whoever has a company that have no answer yet. Null: to_id.';

create view contact_questions_waiting with (security_invoker=true) as
 SELECT q.centre_id,
        CASE
            WHEN (q.about = 'doubt'::text) THEN 'question-doubt'::text
            ELSE 'question-mine'::text
        END AS kind,
    q.id AS source_id,
    q.company_id,
    q.to_id AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    q.asked_at AS from_at,
    ((q.coordinators_from AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    q.coordinators_from AS due_at,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.words, 'has', COALESCE(has.name, '')) AS "values"
   FROM (((contact_question_open_now q
     JOIN company_place p ON ((p.id = q.company_id)))
     JOIN person_named who ON ((who.id = q.asked_by)))
     LEFT JOIN person_named has ON ((has.id = q.to_id)))
  WHERE ((q.to_id IS NOT NULL) AND (q.to_id <> q.asked_by))
UNION ALL
 SELECT q.centre_id,
        CASE
            WHEN (q.about = 'doubt'::text) THEN 'question-doubted'::text
            ELSE 'question-late'::text
        END AS kind,
    q.id AS source_id,
    q.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
        CASE
            WHEN ((q.about = 'doubt'::text) OR (q.to_id IS NULL) OR (q.to_id = q.asked_by)) THEN q.asked_at
            ELSE q.coordinators_from
        END AS from_at,
    ((q.coordinators_from AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    q.coordinators_from AS due_at,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.words, 'has', COALESCE(has.name, '')) AS "values"
   FROM (((contact_question_open_now q
     JOIN company_place p ON ((p.id = q.company_id)))
     JOIN person_named who ON ((who.id = q.asked_by)))
     LEFT JOIN person_named has ON ((has.id = q.to_id)))
  WHERE ((q.to_id IS DISTINCT FROM (select app_person())) OR (q.to_id = q.asked_by))
UNION ALL
 SELECT o.centre_id,
    'question-yes'::text AS kind,
    q.id AS source_id,
    q.company_id,
    o.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    o.since AS from_at,
    ((o.until AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', who.name, 'what', q.why, 'has', who.name) AS "values"
   FROM (((contact_open_now o
     JOIN contact_question q ON (((q.centre_id = o.centre_id) AND (q.id = o.source_id))))
     JOIN company_place p ON ((p.id = q.company_id)))
     JOIN person_named who ON ((who.id = q.answered_by)))
  WHERE (o.source_kind = 'question'::text);
comment on view contact_questions_waiting is 'Questions to whoever has a company, and a yes that nobody has used yet. Null: person_id school_id role due_at.';

create view diaries_waiting with (security_invoker=true) as
 SELECT centre_id,
    'no-hours'::text AS kind,
    person_id AS source_id,
    NULL::integer AS company_id,
    person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    joined_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    '{}'::jsonb AS "values"
   FROM member_now m
  WHERE (NOT (EXISTS ( SELECT
           FROM working_hours h
          WHERE ((h.centre_id = m.centre_id) AND (h.person_id = m.person_id)))));
comment on view diaries_waiting is 'People without working hours; whom it waits for, their role decides. Null: company_id school_id role due_on due_at.';

create view elsewhere_ahead with (security_invoker=true) as
 SELECT centre_id,
    source_id,
    person_id,
    starts_at,
    ends_at
   FROM taken_elsewhere
  WHERE (ends_at > (select app_now()));
comment on view elsewhere_ahead is 'What people''s other calendars say is taken, from now on. Null: none.';

create view enquiries_waiting with (security_invoker=true) as
 SELECT e.centre_id,
        CASE
            WHEN (e.owner_id IS NOT NULL) THEN
            CASE
                WHEN (e.due_on < (select app_today())) THEN 'enquiry-overdue'::text
                ELSE 'enquiry-mine'::text
            END
            WHEN (e.school_id IS NOT NULL) THEN 'enquiry-school'::text
            ELSE 'enquiry-unrouted'::text
        END AS kind,
    e.id AS source_id,
    e.company_id,
    e.owner_id AS person_id,
        CASE
            WHEN (e.owner_id IS NULL) THEN e.school_id
            ELSE NULL::integer
        END AS school_id,
        CASE
            WHEN ((e.owner_id IS NULL) AND (e.school_id IS NOT NULL)) THEN 'knows'::text
            ELSE 'runs'::text
        END AS role,
    e.registered_at AS from_at,
    e.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', e.company_said, 'what', e.matter, 'date', e.due_on, 'who', COALESCE(o.name, s.name, '')) AS "values"
   FROM ((enquiry e
     LEFT JOIN person_named o ON ((o.id = e.owner_id)))
     LEFT JOIN school_now s ON (((s.centre_id = e.centre_id) AND (s.id = e.school_id))))
  WHERE (e.ended_at IS NULL)
UNION ALL
 SELECT e.centre_id,
    'enquiry-untaken'::text AS kind,
    e.id AS source_id,
    e.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((e.due_on + 1))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    e.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', e.company_said, 'what', e.matter, 'date', e.due_on, 'who', s.name) AS "values"
   FROM (enquiry e
     JOIN school_now s ON (((s.centre_id = e.centre_id) AND (s.id = e.school_id))))
  WHERE ((e.ended_at IS NULL) AND (e.owner_id IS NULL));
comment on view enquiries_waiting is 'Companies that turned to us and have no answer yet. Null: company_id person_id school_id due_at.';

create view file_brought with (security_invoker=true) as
 SELECT centre_id,
    id,
    kind,
    school_id,
    person_id,
    finished_at
   FROM import
  WHERE ((finished_at IS NOT NULL) AND (undone_at IS NULL));
comment on view file_brought is 'Files that came in and stand, with who brought them; of a school''s own only the own. Null: school_id person_id.';

create view gatherings_waiting with (security_invoker=true) as
 WITH of_time AS (
         SELECT t.centre_id,
            t.id AS time_id,
            g.id,
            g.kind,
            g.title,
            g.held_by,
            g.called_off_at,
            g.learnt_at,
            g.made_at,
            t.starts_at,
            t.ends_at,
            ((t.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
            jsonb_build_object('what', g.title, 'hours', ((to_char((t.starts_at AT TIME ZONE 'Europe/Copenhagen'::text), 'HH24.MI'::text) || '–'::text) || to_char((t.ends_at AT TIME ZONE 'Europe/Copenhagen'::text), 'HH24.MI'::text)), 'who', '', 'gathering', g.id) AS said
           FROM (gathering g
             JOIN gathering_time t ON (((t.centre_id = g.centre_id) AND (t.gathering_id = g.id))))
        ), whole AS (
         SELECT g.centre_id,
            g.id,
            g.title,
            g.held_by,
            g.called_off_at,
            g.learnt_at,
            g.made_at,
            min(t.starts_at) AS starts_at,
            max(t.ends_at) AS ends_at,
            jsonb_build_object('what', g.title, 'hours', '', 'who', '', 'gathering', g.id) AS said
           FROM (gathering g
             JOIN gathering_time t ON (((t.centre_id = g.centre_id) AND (t.gathering_id = g.id))))
          GROUP BY g.centre_id, g.id
        )
 SELECT o.centre_id,
        CASE p.news
            WHEN 'up'::text THEN 'gathering-up'::text
            WHEN 'moved'::text THEN 'gathering-moved'::text
            WHEN 'lost'::text THEN 'gathering-lost'::text
            ELSE 'gathering-off'::text
        END AS kind,
    o.time_id AS source_id,
    NULL::integer AS company_id,
    p.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    p.news_at AS from_at,
    o.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    o.said AS "values"
   FROM (gathering_place p
     JOIN of_time o ON (((o.centre_id = p.centre_id) AND (o.time_id = p.time_id))))
  WHERE ((p.news IS NOT NULL) AND (o.ends_at > app_now()))
UNION ALL
 SELECT o.centre_id,
    'gathering-turn'::text AS kind,
    o.time_id AS source_id,
    NULL::integer AS company_id,
    p.asked_id AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    p.asked_at AS from_at,
    o.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    (o.said || jsonb_build_object('who', n.name)) AS "values"
   FROM ((gathering_place p
     JOIN of_time o ON (((o.centre_id = p.centre_id) AND (o.time_id = p.time_id))))
     JOIN person_named n ON ((n.id = p.person_id)))
  WHERE ((p.asked_id IS NOT NULL) AND (o.starts_at > app_now()) AND (o.called_off_at IS NULL))
UNION ALL
 SELECT w.centre_id,
    'gathering-unheld'::text AS kind,
    w.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    w.made_at AS from_at,
    ((w.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    w.said AS "values"
   FROM whole w
  WHERE ((w.held_by IS NULL) AND (w.called_off_at IS NULL) AND (w.ends_at > app_now()))
UNION ALL
 SELECT w.centre_id,
    'gathering-learnt'::text AS kind,
    w.id AS source_id,
    NULL::integer AS company_id,
    w.held_by AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    w.ends_at AS from_at,
    (((w.ends_at AT TIME ZONE 'Europe/Copenhagen'::text))::date + 3) AS due_on,
    NULL::timestamp with time zone AS due_at,
    w.said AS "values"
   FROM whole w
  WHERE ((w.held_by IS NOT NULL) AND (w.called_off_at IS NULL) AND (w.learnt_at IS NULL) AND (w.ends_at <= app_now()) AND (w.ends_at > (app_now() - '14 days'::interval)));
comment on view gatherings_waiting is 'What happened to who signed up, turns that a colleague is asked to take, what nobody sees to, and what came of what is over. Null: company_id person_id school_id role due_at.';

create view goal_ever with (security_invoker=true) as
 SELECT centre_id,
    id,
    school_id,
    words,
    year
   FROM goal;
comment on view goal_ever is 'Goals that stand or stood. Null: school_id.';

create view goal_now with (security_invoker=true) as
 SELECT g.centre_id,
    g.id,
    g.school_id,
    s.name AS school,
    g.words,
    g.year,
    g.owner_id,
    e.name AS owner,
    e.left_at AS owner_left_at
   FROM ((goal g
     JOIN member_ever e ON (((e.centre_id = g.centre_id) AND (e.person_id = g.owner_id))))
     LEFT JOIN school_now s ON (((s.centre_id = g.centre_id) AND (s.id = g.school_id))))
  WHERE (g.given_up_at IS NULL);
comment on view goal_now is 'Goals that stand. Null: school_id school owner_left_at.';

create view goals_waiting with (security_invoker=true) as
 SELECT centre_id,
    'goal-orphan'::text AS kind,
    id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    school_id,
        CASE
            WHEN (school_id IS NULL) THEN 'runs'::text
            ELSE 'leads'::text
        END AS role,
    owner_left_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('goal', words, 'who', owner) AS "values"
   FROM goal_now g
  WHERE (owner_left_at IS NOT NULL);
comment on view goals_waiting is 'Goals whose owner has left. Null: company_id person_id school_id due_on due_at.';

create view group_lead with (security_invoker=true) as
 SELECT g.centre_id,
    g.id AS group_id,
    c.person_id
   FROM (((working_group g
     CROSS JOIN LATERAL ( SELECT r.person_id,
            r.released_at
           FROM regular_contact_now r
          WHERE ((r.centre_id = g.centre_id) AND (r.cvr = g.cvr) AND (r.whole OR (r.company_id = g.company_id)))
          ORDER BY r.whole
         LIMIT 1) c)
     JOIN group_member m ON (((m.centre_id = g.centre_id) AND (m.group_id = g.id) AND (m.person_id = c.person_id) AND (m.joined_at IS NOT NULL) AND (m.left_at IS NULL))))
     JOIN member_now n ON (((n.centre_id = g.centre_id) AND (n.person_id = c.person_id))))
  WHERE ((g.ended_at IS NULL) AND (c.released_at IS NULL));
comment on view group_lead is 'Who leads a group that runs: who has its company, and is in it. No row: nobody. Null: none.';

create view group_learnt with (security_invoker=true) as
 SELECT r.centre_id,
    r.group_id,
    g.company_id,
    g.cvr,
    r.learnt,
    g.ended_at
   FROM (group_result r
     JOIN working_group g ON (((g.centre_id = r.centre_id) AND (g.id = r.group_id))))
  WHERE ((g.ended_at IS NOT NULL) AND (r.learnt <> ''));
comment on view group_learnt is 'What groups that have ended learnt, as all schools read it. Null: none.';

create view group_proposed with (security_invoker=true) as
 SELECT w.centre_id,
    w.visit_id,
    w.company_id,
    w.cvr,
    w.person_id,
    w.visited_at,
    w.reported_at,
    w.employees,
    w.needs,
    w.to_learn_from,
    s.schools
   FROM (visit_weight w
     CROSS JOIN LATERAL ( SELECT (count(DISTINCT m.school_id))::integer AS schools
           FROM member_now m
          WHERE ((m.centre_id = w.centre_id) AND (m.school_id IS NOT NULL) AND ((m.person_id = w.person_id) OR (m.person_id IN ( SELECT p.owner_id
                   FROM promise_now p
                  WHERE ((p.centre_id = w.centre_id) AND (p.origin_kind = 'visit'::text) AND (p.origin_id = w.visit_id))))))) s)
  WHERE ((w.reported_at > (app_now() - '60 days'::interval)) AND ((s.schools >= 2) OR (w.employees > 30) OR (w.needs > 3) OR w.to_learn_from) AND (NOT (EXISTS ( SELECT
           FROM working_group g
          WHERE ((g.centre_id = w.centre_id) AND (g.cvr = w.cvr) AND ((g.ended_at IS NULL) OR (g.made_at >= w.reported_at)))))) AND (NOT (EXISTS ( SELECT
           FROM group_unwanted u
          WHERE ((u.centre_id = w.centre_id) AND (u.visit_id = w.visit_id))))));
comment on view group_proposed is 'Reports for which a working group is proposed, and why. Null: none.';

create view groups_waiting with (security_invoker=true) as
 WITH running AS (
         SELECT g.centre_id,
            g.id,
            g.company_id,
            g.cvr,
            g.circle_id,
            g.made_by,
            g.made_at,
            g.visit_id,
            g.contact_id,
            g.next_on,
            g.theme_shown_at,
            g.ended_at,
            g.ended_by,
            c.name AS company,
            l.person_id AS lead_id,
            p.name AS lead,
            t.theme,
            (EXISTS ( SELECT
                   FROM contact_hindrances(g.centre_id, g.company_id, 'phone'::text) h(kind, rank, word, stops, since, source_id, person_id, ends_at, until_on)
                  WHERE (h.kind = 'stop'::text))) AS stopped
           FROM ((((working_group g
             JOIN company_place c ON ((c.id = g.company_id)))
             LEFT JOIN group_lead l ON (((l.centre_id = g.centre_id) AND (l.group_id = g.id))))
             LEFT JOIN person_named p ON ((p.id = l.person_id)))
             LEFT JOIN group_theme t ON (((t.centre_id = g.centre_id) AND (t.group_id = g.id))))
          WHERE (g.ended_at IS NULL)
        )
 SELECT g.centre_id,
    'group-asked'::text AS kind,
    g.id AS source_id,
    g.company_id,
    m.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    m.asked_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', g.company, 'who', a.name, 'what', COALESCE(g.theme, '')) AS "values"
   FROM ((running g
     JOIN group_member m ON (((m.centre_id = g.centre_id) AND (m.group_id = g.id) AND (m.joined_at IS NULL) AND (m.declined_at IS NULL) AND (m.left_at IS NULL))))
     JOIN person_named a ON ((a.id = m.asked_by)))
UNION ALL
 SELECT g.centre_id,
        CASE
            WHEN (t.due_on < (select app_today())) THEN 'group-task-late'::text
            ELSE 'group-task'::text
        END AS kind,
    t.id AS source_id,
    g.company_id,
    COALESCE(t.owner_id, g.lead_id) AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((t.due_on - 2))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    t.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', g.company, 'who', COALESCE(o.name, g.lead, ''), 'what', COALESCE(w.what, ''), 'group', g.id) AS "values"
   FROM (((running g
     JOIN group_task t ON (((t.centre_id = g.centre_id) AND (t.group_id = g.id) AND (t.ended_at IS NULL))))
     LEFT JOIN group_task_words w ON (((w.centre_id = t.centre_id) AND (w.task_id = t.id))))
     LEFT JOIN person_named o ON ((o.id = t.owner_id)))
  WHERE (COALESCE(t.owner_id, g.lead_id) IS NOT NULL)
UNION ALL
 SELECT g.centre_id,
    'group-contact'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.lead_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((g.next_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    g.next_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', g.company, 'who', g.lead, 'what', '') AS "values"
   FROM running g
  WHERE ((g.lead_id IS NOT NULL) AND (NOT g.stopped))
UNION ALL
 SELECT g.centre_id,
    'group-leaderless'::text AS kind,
    g.id AS source_id,
    g.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    g.made_at AS from_at,
    g.next_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', g.company, 'who', '', 'what', '') AS "values"
   FROM running g
  WHERE (g.lead_id IS NULL)
UNION ALL
 SELECT g.centre_id,
    'group-stopped'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.lead_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    g.made_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', g.company, 'who', COALESCE(g.lead, ''), 'what', '') AS "values"
   FROM running g
  WHERE g.stopped
UNION ALL
 SELECT w.centre_id,
    'group-proposed'::text AS kind,
    w.visit_id AS source_id,
    w.company_id,
    w.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    w.reported_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'who', '', 'what', '') AS "values"
   FROM (group_proposed w
     JOIN company_place c ON ((c.id = w.company_id)));
comment on view groups_waiting is 'Who is asked to be in a group, tasks that are due, contacts that have been, groups without a lead, with a company that said stop, and proposed ones. Null: person_id school_id role due_on due_at.';

create view handed_in_waiting with (security_invoker=true) as
 SELECT centre_id,
    'handed-in'::text AS kind,
    0 AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    min(handed_in_at) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('count', count(DISTINCT company_id)) AS "values"
   FROM handed_in h
  WHERE ((list_id IS NULL) AND (quarter_from <= (select app_today())))
  GROUP BY centre_id;
comment on view handed_in_waiting is 'Companies that schools handed in and nobody has sent to the hearing. Null: company_id person_id school_id due_on due_at.';

create view hearer_now with (security_invoker=true) as
 SELECT centre_id,
    person_id,
    school_id,
    name
   FROM member_now
  WHERE ((school_id IS NOT NULL) AND (NOT school_waits) AND (role = ANY (ARRAY['consultant'::text, 'leader'::text, 'employee'::text])));
comment on view hearer_now is 'Who may answer a hearing for a school that has agreed to him. Null: none.';

create view hearing_share_now with (security_invoker=true) as
 SELECT s.centre_id,
    s.school_id,
    h.id AS hearing_id,
    s.list_id,
    s.company_id,
    s.person_id,
    m.name AS person,
    s.given_by,
    g.name AS giver,
    s.given_at,
    s.why,
    s.back_at,
    s.back_why,
    (EXISTS ( SELECT
           FROM own_decision d
          WHERE ((d.centre_id = s.centre_id) AND (d.school_id = s.school_id) AND (d.list_id = s.list_id) AND (d.company_id = s.company_id)))) AS answered
   FROM (((hearing_share s
     JOIN own_hearing_open h ON (((h.centre_id = s.centre_id) AND (h.list_id = s.list_id) AND (h.school_id = s.school_id))))
     JOIN hearer_now m ON (((m.centre_id = s.centre_id) AND (m.person_id = s.person_id) AND (m.school_id = s.school_id))))
     JOIN person_named g ON ((g.id = s.given_by)));
comment on view hearing_share_now is 'Who of the own school looks at which company of a hearing that it has not answered. Null: back_at.';

create view hearing_shares_waiting with (security_invoker=true) as
 SELECT s.centre_id,
    'hearing-share'::text AS kind,
    s.hearing_id AS source_id,
    NULL::integer AS company_id,
    s.person_id,
    s.school_id,
    NULL::text AS role,
    min(s.given_at) AS from_at,
    ((h.deadline AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    h.deadline AS due_at,
    jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(DISTINCT s.giver, ', '::text), 'why',
        CASE
            WHEN (count(DISTINCT s.why) = 1) THEN max(s.why)
            ELSE ''
        END) AS "values"
   FROM ((hearing_share_now s
     JOIN own_hearing_open h ON (((h.centre_id = s.centre_id) AND (h.id = s.hearing_id))))
     JOIN list_now l ON (((l.centre_id = s.centre_id) AND (l.id = s.list_id))))
  WHERE ((s.person_id <> s.given_by) AND (s.back_at IS NULL) AND (NOT s.answered))
  GROUP BY s.centre_id, s.hearing_id, s.person_id, s.school_id, h.deadline, l.name
UNION ALL
 SELECT s.centre_id,
    'hearing-share-back'::text AS kind,
    s.hearing_id AS source_id,
    NULL::integer AS company_id,
    g.person_id,
    s.school_id,
        CASE
            WHEN (g.person_id IS NULL) THEN 'hears'::text
            ELSE NULL::text
        END AS role,
    min(s.back_at) AS from_at,
    ((h.deadline AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    h.deadline AS due_at,
    jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(DISTINCT s.person, ', '::text), 'why',
        CASE
            WHEN (count(DISTINCT s.back_why) = 1) THEN max(s.back_why)
            ELSE ''
        END) AS "values"
   FROM (((hearing_share_now s
     JOIN own_hearing_open h ON (((h.centre_id = s.centre_id) AND (h.id = s.hearing_id))))
     JOIN list_now l ON (((l.centre_id = s.centre_id) AND (l.id = s.list_id))))
     LEFT JOIN hearer_now g ON (((g.centre_id = s.centre_id) AND (g.person_id = s.given_by) AND (g.school_id = s.school_id))))
  WHERE ((s.back_at IS NOT NULL) AND (NOT s.answered))
  GROUP BY s.centre_id, s.hearing_id, g.person_id, s.school_id, h.deadline, l.name
UNION ALL
 SELECT s.centre_id,
    'hearing-share-lost'::text AS kind,
    h.id AS source_id,
    NULL::integer AS company_id,
    g.person_id,
    s.school_id,
        CASE
            WHEN (g.person_id IS NULL) THEN 'hears'::text
            ELSE NULL::text
        END AS role,
    min(s.given_at) AS from_at,
    ((h.deadline AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    h.deadline AS due_at,
    jsonb_build_object('list', l.name, 'count', count(*), 'who', string_agg(DISTINCT p.name, ', '::text), 'why', '') AS "values"
   FROM ((((hearing_share s
     JOIN own_hearing_open h ON (((h.centre_id = s.centre_id) AND (h.list_id = s.list_id) AND (h.school_id = s.school_id))))
     JOIN list_now l ON (((l.centre_id = s.centre_id) AND (l.id = s.list_id))))
     JOIN person_named p ON ((p.id = s.person_id)))
     LEFT JOIN hearer_now g ON (((g.centre_id = s.centre_id) AND (g.person_id = s.given_by) AND (g.school_id = s.school_id))))
  WHERE ((s.person_id <> s.given_by) AND (NOT (EXISTS ( SELECT
           FROM hearer_now a
          WHERE ((a.centre_id = s.centre_id) AND (a.person_id = s.person_id) AND (a.school_id = s.school_id))))) AND (NOT (EXISTS ( SELECT
           FROM own_decision d
          WHERE ((d.centre_id = s.centre_id) AND (d.school_id = s.school_id) AND (d.list_id = s.list_id) AND (d.company_id = s.company_id))))))
  GROUP BY s.centre_id, h.id, g.person_id, s.school_id, h.deadline, l.name;
comment on view hearing_shares_waiting is 'What a colleague has sent one to look at in a hearing, what came back unanswered, and what was asked of one who answers no more. Null: company_id person_id role.';

create view hearings_waiting with (security_invoker=true) as
 SELECT h.centre_id,
    'hearing-answer'::text AS kind,
    h.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    a.school_id,
    'hears'::text AS role,
    h.started_at AS from_at,
    ((h.deadline AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    h.deadline AS due_at,
    jsonb_build_object('list', l.name, 'known', heard.known, 'left', heard.known_left, 'struck', heard.struck, 'count', ( SELECT count(*) AS count
           FROM listed_company c
          WHERE ((c.centre_id = h.centre_id) AND (c.list_id = h.list_id)))) AS "values"
   FROM (((hearing h
     JOIN list_now l ON (((l.centre_id = h.centre_id) AND (l.id = h.list_id))))
     JOIN hearing_answer a ON (((a.centre_id = h.centre_id) AND (a.hearing_id = h.id))))
     CROSS JOIN LATERAL ( SELECT count(*) FILTER (WHERE m.known) AS known,
            count(*) FILTER (WHERE m.struck) AS struck,
            count(*) FILTER (WHERE (m.known AND (NOT m.struck) AND (NOT m.kept))) AS known_left
           FROM ( SELECT every.company_id,
                    bool_or((every.what = 'known'::text)) AS known,
                    bool_or((every.what = 'struck'::text)) AS struck,
                    bool_or((every.what = 'kept'::text)) AS kept
                   FROM ( SELECT r.company_id,
                            'known'::text AS what
                           FROM contact_match r
                          WHERE ((r.centre_id = h.centre_id) AND (r.school_id = a.school_id) AND (r.list_id = h.list_id))
                        UNION ALL
                         SELECT o.company_id,
                            'struck'::text
                           FROM strike_origin o
                          WHERE ((o.centre_id = h.centre_id) AND (o.school_id = a.school_id) AND (o.list_id = h.list_id) AND (o.undone_at IS NULL))
                        UNION ALL
                         SELECT k.company_id,
                            'kept'::text
                           FROM kept_on_list k
                          WHERE ((k.centre_id = h.centre_id) AND (k.school_id = a.school_id) AND (k.list_id = h.list_id))) every
                  GROUP BY every.company_id) m) heard)
  WHERE ((h.ended_at IS NULL) AND (a.answered_at IS NULL) AND (a.school_id = (select app_school())))
UNION ALL
 SELECT h.centre_id,
    'hearing-ends'::text AS kind,
    h.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    h.started_at AS from_at,
    ((h.deadline AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    h.deadline AS due_at,
    jsonb_build_object('list', l.name, 'listId', h.list_id, 'schools', asked.schools, 'answered', asked.answered, 'count', ( SELECT count(*) AS count
           FROM listed_company c
          WHERE ((c.centre_id = h.centre_id) AND (c.list_id = h.list_id)))) AS "values"
   FROM ((hearing h
     JOIN list_now l ON (((l.centre_id = h.centre_id) AND (l.id = h.list_id))))
     CROSS JOIN LATERAL ( SELECT count(*) AS schools,
            count(a.answered_at) AS answered
           FROM hearing_answer a
          WHERE ((a.centre_id = h.centre_id) AND (a.hearing_id = h.id))) asked)
  WHERE (h.ended_at IS NULL);
comment on view hearings_waiting is 'Hearings that the own school has not answered, and those that end. Null: company_id person_id school_id.';

create view hindrance_ever with (security_invoker=true) as
 SELECT m.centre_id,
    place.id AS company_id,
    place.cvr,
    m.kind,
    k.rank,
    k.word,
    k.stops,
    m.since,
    m.source_id,
    m.ends_at
   FROM ((mark_reach m
     JOIN hindrance_kind k ON ((k.kind = m.kind)))
     JOIN place_key place ON (((place.cvr = m.cvr) AND (m.whole OR (place.id = m.company_id)))))
  WHERE (k.stops <> '{}'::text[]);
comment on view hindrance_ever is 'What was written down against contacting a place, whether it still holds or not. Null: ends_at.';

create view hindrance_now with (security_invoker=true) as
 SELECT h.centre_id,
    h.company_id,
    h.cvr,
    k.kind,
    k.rank,
    k.word,
    k.stops,
    h.since,
    h.source_id,
    h.person_id,
        CASE
            WHEN (h.ends_at > (select app_now())) THEN h.ends_at
            ELSE NULL::timestamp with time zone
        END AS ends_at,
        CASE
            WHEN (h.ends_at > (select app_now())) THEN ((((h.ends_at - '00:00:00.000001'::interval) AT TIME ZONE 'Europe/Copenhagen'::text))::date + 1)
            ELSE NULL::date
        END AS until_on
   FROM (( SELECT m.centre_id,
            place.id AS company_id,
            place.cvr,
            m.kind,
            m.since,
            m.source_id,
            m.person_id,
            m.ends_at
           FROM (mark_reach m
             JOIN place_key place ON (((place.cvr = m.cvr) AND (m.whole OR (place.id = m.company_id)))))
          WHERE ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text))
        UNION ALL
         SELECT m.centre_id,
            place.id,
            place.cvr,
            m.kind,
            m.since,
            m.source_id,
            m.person_id,
            m.ends_at
           FROM (mark_reach m
             JOIN place_fact place ON (((place.phone = m.phone) AND (place.cvr <> m.cvr))))
          WHERE ((m.kind = 'stop'::text) AND (m.phone IS NOT NULL) AND m.whole AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now()))) AND (NOT (place.cvr IN ( SELECT s.cvr
                   FROM shared_leadership s
                  WHERE (s.centre_id = (select app_centre()))))))
        UNION ALL
         SELECT h_1.centre_id,
            h_1.company_id,
            h_1.cvr,
            h_1.kind,
            h_1.since,
            h_1.source_id,
            h_1.person_id,
            h_1.ends_at
           FROM moved_hindrance h_1
        UNION ALL
         SELECT centre.id,
            place.id,
            place.cvr,
            fact.kind,
            fact.since,
            place.id,
            NULL::integer,
            NULL::timestamp with time zone
           FROM ((place_fact place
             CROSS JOIN centre_now centre)
             CROSS JOIN LATERAL ( SELECT
                        CASE
                            WHEN (place.closed_on <= (select app_today())) THEN 'ceased'::text
                            ELSE place.standing
                        END AS kind,
                    COALESCE(((
                        CASE
                            WHEN (place.closed_on <= (select app_today())) THEN place.closed_on
                            ELSE place.standing_since
                        END)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), place.changed_at) AS since
                  WHERE ((place.closed_on <= (select app_today())) OR (place.standing <> 'alive'::text))
                UNION ALL
                 SELECT 'protected'::text,
                    COALESCE(place.protected_seen_at, place.changed_at) AS "coalesce"
                  WHERE (place.protected AND ((place.closed_on <= (select app_today())) IS NOT TRUE) AND (NOT (EXISTS ( SELECT
                           FROM contact_basis b
                          WHERE ((b.centre_id = centre.id) AND (b.cvr = place.cvr) AND (b.channel = 'phone'::text) AND (b.withdrawn_at IS NULL) AND (b.lapses_on > (select app_today())) AND ((b.company_id IS NULL) OR (b.company_id = place.id)))))))) fact)
        UNION ALL
         SELECT centre.id,
            place.id,
            place.cvr,
            fact.kind,
            fact.since,
            legal.id,
            NULL::integer,
            NULL::timestamp with time zone
           FROM (((place_fact legal
             JOIN place_key place ON (((place.cvr = legal.cvr) AND (place.kind = 'workplace'::text))))
             CROSS JOIN centre_now centre)
             CROSS JOIN LATERAL ( SELECT
                        CASE
                            WHEN (legal.closed_on <= (select app_today())) THEN 'ceased'::text
                            ELSE legal.standing
                        END AS kind,
                    COALESCE(((
                        CASE
                            WHEN (legal.closed_on <= (select app_today())) THEN legal.closed_on
                            ELSE legal.standing_since
                        END)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), legal.changed_at) AS since
                  WHERE ((legal.closed_on <= (select app_today())) OR (legal.standing <> 'alive'::text))
                UNION ALL
                 SELECT 'protected'::text,
                    COALESCE(legal.protected_seen_at, legal.changed_at) AS "coalesce"
                  WHERE (legal.protected AND ((legal.closed_on <= (select app_today())) IS NOT TRUE) AND (NOT (EXISTS ( SELECT
                           FROM contact_basis b
                          WHERE ((b.centre_id = centre.id) AND (b.cvr = place.cvr) AND (b.channel = 'phone'::text) AND (b.withdrawn_at IS NULL) AND (b.lapses_on > (select app_today())) AND ((b.company_id IS NULL) OR (b.company_id = place.id)))))))) fact)
          WHERE (legal.kind = 'company'::text)) h
     JOIN hindrance_kind k ON ((k.kind = h.kind)))
  WHERE (k.stops <> '{}'::text[]);
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

create view incoming_mail_kept with (security_invoker=true) as
 SELECT centre_id,
    id,
    kind,
    from_address,
    from_name,
    vouched,
    subject,
    words,
    cut,
    attachments,
    unread,
    came_at,
    settled_at,
    settled_by,
    taken_in_at,
    COALESCE(reopened_at, taken_in_at) AS waits_since,
    old_address
   FROM incoming_mail
  WHERE (erased_at IS NULL);
comment on view incoming_mail_kept is 'Mails that have come in and are kept; the house settles by nobody. Null: unread settled_at settled_by.';

create view incoming_mails_waiting with (security_invoker=true) as
 WITH receives AS (
         SELECT incoming_address.centre_id
           FROM incoming_address
        UNION
         SELECT incoming_address_of.centre_id
           FROM incoming_address_of
        )
 SELECT a.centre_id,
        CASE
            WHEN (b.trouble = 'not-let-in'::text) THEN 'mailbox-shut'::text
            ELSE 'mailbox-away'::text
        END AS kind,
    1 AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (b.away_since + '01:00:00'::interval) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('since', to_char((b.away_since AT TIME ZONE 'Europe/Copenhagen'::text), 'YYYY-MM-DD'::text)) AS "values"
   FROM (mailbox b
     CROSS JOIN receives a)
  WHERE (b.trouble IS NOT NULL)
UNION ALL
 SELECT a.centre_id,
    'mailbox-left'::text AS kind,
    1 AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    b.left_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('since', to_char((b.left_at AT TIME ZONE 'Europe/Copenhagen'::text), 'YYYY-MM-DD'::text)) AS "values"
   FROM ((mailbox b
     CROSS JOIN receives a)
     LEFT JOIN mailbox_seen s ON ((s.centre_id = a.centre_id)))
  WHERE (b.left_at > GREATEST((app_now() - '7 days'::interval), s.seen_at))
UNION ALL
 SELECT d.centre_id,
    'mailbox-crowded'::text AS kind,
    1 AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    max(d.last_at) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('since', to_char((min(d.on_day))::timestamp with time zone, 'YYYY-MM-DD'::text), 'mails', sum((d.mails - d.looked_for))) AS "values"
   FROM incoming_dropped d
  WHERE ((d.why = 'crowded'::text) AND (d.mails > d.looked_for) AND (d.last_at > (app_now() - '7 days'::interval)))
  GROUP BY d.centre_id;
comment on view incoming_mails_waiting is 'The mailbox has not been read for an hour; within a week a mail was left behind in it, or there was no room for some. Null: company_id person_id school_id due_on due_at.';

create view invitation_open with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    role,
    school_id,
    invited_at,
    expires_at,
    copied_at,
    opened_at
   FROM invitation
  WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (expires_at > app_now()));
comment on view invitation_open is 'Invitations that may still be answered. Null: school_id copied_at opened_at.';

create view joint_visits_waiting with (security_invoker=true) as
 WITH known AS (
         SELECT v.centre_id,
            v.id,
            v.partner_id,
            v.given_by,
            v.given_at,
            v.company_said,
            v.town_said,
            v.company_id,
            v.starts_at,
            v.ends_at,
            v.place,
            v.words,
            v.asked_id,
            v.goes_id,
            v.declined_at,
            v.declined_by,
            v.note,
            v.taken_back_at,
            v.taken_back_by,
            v.told_at,
            v.linked_at,
            v.linked_by,
            p.name AS partner,
            ((v.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
            jsonb_build_object('partner', p.name, 'company', v.company_said) AS said
           FROM (joint_visit v
             JOIN partner_ever p ON (((p.centre_id = v.centre_id) AND (p.id = v.partner_id))))
          WHERE (v.declined_at IS NULL)
        ), ahead AS (
         SELECT v.centre_id,
            v.id,
            v.partner_id,
            v.given_by,
            v.given_at,
            v.company_said,
            v.town_said,
            v.company_id,
            v.starts_at,
            v.ends_at,
            v.place,
            v.words,
            v.asked_id,
            v.goes_id,
            v.declined_at,
            v.declined_by,
            v.note,
            v.taken_back_at,
            v.taken_back_by,
            v.told_at,
            v.linked_at,
            v.linked_by,
            v.partner,
            v.on_day,
            v.said
           FROM known v
          WHERE ((v.taken_back_at IS NULL) AND (v.starts_at > app_now()))
        ), stopped AS (
         SELECT v.centre_id,
            v.id,
            v.partner_id,
            v.given_by,
            v.given_at,
            v.company_said,
            v.town_said,
            v.company_id,
            v.starts_at,
            v.ends_at,
            v.place,
            v.words,
            v.asked_id,
            v.goes_id,
            v.declined_at,
            v.declined_by,
            v.note,
            v.taken_back_at,
            v.taken_back_by,
            v.told_at,
            v.linked_at,
            v.linked_by,
            v.partner,
            v.on_day,
            v.said
           FROM ahead v
          WHERE ((v.goes_id IS NOT NULL) AND (v.company_id IS NOT NULL) AND (EXISTS ( SELECT
                   FROM contact_hindrances(v.centre_id, v.company_id, 'visit'::text) h(kind, rank, word, stops, since, source_id, person_id, ends_at, until_on)
                  WHERE ((h.word <> 'running'::text) AND (h.kind <> ALL (ARRAY['meeting'::text, 'strike'::text])) AND ('outreach'::text = ANY (h.stops))))))
        )
 SELECT v.centre_id,
    'joint-new'::text AS kind,
    v.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    v.given_at AS from_at,
    LEAST(v.on_day, (((v.given_at AT TIME ZONE 'Europe/Copenhagen'::text))::date + 2)) AS due_on,
    NULL::timestamp with time zone AS due_at,
    v.said AS "values"
   FROM ahead v
  WHERE ((v.asked_id IS NULL) AND (v.goes_id IS NULL))
UNION ALL
 SELECT v.centre_id,
    'joint-asked'::text AS kind,
    v.id AS source_id,
    NULL::integer AS company_id,
    v.asked_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    v.given_at AS from_at,
    v.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    v.said AS "values"
   FROM ahead v
  WHERE (v.asked_id IS NOT NULL)
UNION ALL
 SELECT v.centre_id,
    'joint-mine'::text AS kind,
    v.id AS source_id,
    NULL::integer AS company_id,
    v.goes_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (v.starts_at - '7 days'::interval) AS from_at,
    v.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    v.said AS "values"
   FROM ahead v
  WHERE (v.goes_id IS NOT NULL)
UNION ALL
 SELECT v.centre_id,
    'joint-stopped'::text AS kind,
    v.id AS source_id,
    v.company_id,
    v.goes_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    app_now() AS from_at,
    v.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    v.said AS "values"
   FROM stopped v
UNION ALL
 SELECT v.centre_id,
    'joint-taken-back'::text AS kind,
    v.id AS source_id,
    NULL::integer AS company_id,
    COALESCE(v.goes_id, v.asked_id) AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    v.taken_back_at AS from_at,
    v.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    v.said AS "values"
   FROM known v
  WHERE ((v.taken_back_at IS NOT NULL) AND (v.told_at IS NULL) AND (v.on_day >= app_today()) AND (num_nonnulls(v.goes_id, v.asked_id) > 0));
comment on view joint_visits_waiting is 'Visits of partners that someone of us is asked along to. Null: company_id person_id school_id due_at.';

create view kind_that_stops with (security_invoker=true) as
 SELECT kind,
    rank,
    word
   FROM hindrance_kind
  WHERE (stops <> '{}'::text[]);
comment on view kind_that_stops is 'Kinds of marks that keep anyone from anything. Belongs to may-contact. Null: none.';

create view lapsed_strike with (security_invoker=true) as
 SELECT s.centre_id,
    s.id,
    s.list_id,
    s.company_id,
    s.cvr,
    s.until_on,
    (EXISTS ( SELECT
           FROM strike_origin o
          WHERE ((o.centre_id = s.centre_id) AND (o.strike_id = s.id)))) AS own
   FROM ((strike s
     JOIN hearing h ON (((h.centre_id = s.centre_id) AND (h.list_id = s.list_id))))
     JOIN company_place p ON ((p.id = s.company_id)))
  WHERE ((s.undone_at IS NULL) AND (h.ended_at IS NOT NULL) AND (p.closed_on IS NULL) AND (s.until_on <= (select app_today())) AND (s.until_on > ((select app_today()) - 365)) AND (NOT (EXISTS ( SELECT
           FROM (strike t
             JOIN hearing g ON (((g.centre_id = t.centre_id) AND (g.list_id = t.list_id))))
          WHERE ((t.centre_id = s.centre_id) AND (t.cvr = s.cvr) AND (t.company_id = s.company_id) AND (t.undone_at IS NULL) AND (t.until_on > (select app_today())) AND (g.ended_at IS NOT NULL))))) AND (NOT (EXISTS ( SELECT
           FROM contact_made k
          WHERE ((k.centre_id = s.centre_id) AND (k.cvr = s.cvr) AND (k.whole OR (k.company_id = s.company_id)) AND (k.at >= s.struck_at))))));
comment on view lapsed_strike is 'Struck companies that may be called again and that nobody has spoken with since, for a year; own: the own school struck it. Null: none.';

create view later_over with (security_invoker=true) as
 SELECT w.centre_id,
    w.id,
    place.id AS place_id,
    place.name AS place,
    COALESCE(r.person_id, m.person_id) AS person_id,
    COALESCE(r.name, m.name, '') AS who,
    w.until_on,
    ((w.origin_kind = 'call'::text) AND (r.person_id IS NULL)) AS said_to_caller
   FROM (((wait_given w
     CROSS JOIN LATERAL ( SELECT p.id,
            p.name
           FROM company_place p
          WHERE ((p.cvr = w.cvr) AND ((p.id = w.company_id) OR ((w.company_id IS NULL) AND (p.kind = 'company'::text))) AND ((p.closed_on IS NULL) OR (p.closed_on > (select app_today()))))
         LIMIT 1) place)
     LEFT JOIN member_now m ON (((m.centre_id = w.centre_id) AND (m.person_id = w.person_id))))
     LEFT JOIN LATERAL ( SELECT h.person_id,
            n.name
           FROM (regular_contact_now h
             JOIN person_named n ON ((n.id = h.person_id)))
          WHERE ((h.centre_id = w.centre_id) AND (h.cvr = w.cvr) AND (h.whole OR (h.company_id = place.id)) AND (h.released_at IS NULL))
         LIMIT 1) r ON (true))
  WHERE ((w.reason = 'later'::text) AND (w.lifted_at IS NULL) AND (w.until_on <= (select app_today())) AND (w.until_on > ((select app_today()) - 365)) AND (NOT (EXISTS ( SELECT
           FROM wait_given n
          WHERE ((n.centre_id = w.centre_id) AND (n.cvr = w.cvr) AND (n.id > w.id) AND (n.lifted_at IS NULL) AND (n.whole OR (NOT (n.company_id IS DISTINCT FROM w.company_id))))))) AND (NOT (EXISTS ( SELECT
           FROM contact_made e
          WHERE ((e.centre_id = w.centre_id) AND (e.cvr = w.cvr) AND (e.whole OR (e.company_id = place.id)) AND (e.on_date >= w.until_on))))) AND (NOT (EXISTS ( SELECT
           FROM promise_now p
          WHERE ((p.centre_id = w.centre_id) AND (p.cvr = w.cvr) AND (p.made_at >= w.set_at) AND ((p.kept_at IS NULL) OR (p.kept_at >= ((w.until_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text))))))) AND (NOT (EXISTS ( SELECT
           FROM booking_now b
          WHERE ((b.centre_id = w.centre_id) AND (b.cvr = w.cvr) AND (b.booked_at >= w.set_at))))) AND (NOT (EXISTS ( SELECT
           FROM queue_row q
          WHERE ((q.centre_id = w.centre_id) AND (q.cvr = w.cvr))))));
comment on view later_over is 'Companies that wanted to hear from us again, whose day has come and with whom nothing has happened since. Null: person_id.';

create view leadership_now with (security_invoker=true) as
 SELECT centre.id AS centre_id,
    s.cvr,
    COALESCE(l.shared, false) AS shared,
    COALESCE(((s.workplaces > 1) AND ((s.employees_from >= 250) OR ((s.workplaces >= 5) AND (s.employees_from >= 50)))), false) AS proposed,
    s.employees_from,
    s.employees_to,
    s.workplaces,
    l.id AS decision_id,
    l.decided_by,
    l.decided_at,
    l.why
   FROM ((company_size s
     CROSS JOIN centre_now centre)
     LEFT JOIN leadership l ON (((l.centre_id = centre.id) AND (l.cvr = s.cvr) AND (l.until_at IS NULL))));
comment on view leadership_now is 'Of each company: one leadership or shared, whether the facts propose shared, and what was decided. Null: employees_from employees_to decision_id decided_by decided_at why.';

create view leavings_waiting with (security_invoker=true) as
 SELECT q.centre_id,
    'leaving-asked'::text AS kind,
    q.leaving_id AS source_id,
    NULL::integer AS company_id,
    q.to_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    min(q.asked_at) AS from_at,
    l.last_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', p.name, 'asked', t.name, 'count', count(*)) AS "values"
   FROM (((leaving_question q
     JOIN leaving l ON (((l.centre_id = q.centre_id) AND (l.id = q.leaving_id))))
     JOIN person_named p ON ((p.id = l.person_id)))
     JOIN person_named t ON ((t.id = q.to_id)))
  WHERE ((q.answered_at IS NULL) AND (q.closed_at IS NULL) AND (l.withdrawn_at IS NULL))
  GROUP BY q.centre_id, q.leaving_id, q.to_id, l.last_day, p.name, t.name
UNION ALL
 SELECT l.centre_id,
    'leaving-soon'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((l.last_day - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    l.last_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', p.name) AS "values"
   FROM (leaving l
     JOIN person_named p ON ((p.id = l.person_id)))
  WHERE ((l.withdrawn_at IS NULL) AND (l.left_at IS NULL))
UNION ALL
 SELECT l.centre_id,
    'leaving-mine'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    l.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    (((l.last_day - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    l.last_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', p.name) AS "values"
   FROM (leaving l
     JOIN person_named p ON ((p.id = l.person_id)))
  WHERE ((l.withdrawn_at IS NULL) AND (l.left_at IS NULL))
UNION ALL
 SELECT l.centre_id,
    'leaving-left'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    l.left_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', p.name) AS "values"
   FROM (leaving l
     JOIN person_named p ON ((p.id = l.person_id)))
  WHERE ((l.left_at IS NOT NULL) AND (l.settled_at IS NULL));
comment on view leavings_waiting is 'Who is asked about what someone leaves, who leaves soon, and who has left with something open. Null: company_id person_id school_id role due_on due_at.';

create view legal_company_barred with (security_invoker=true) as
 SELECT c.cvr,
    c.closed_on,
    c.protected,
    c.standing
   FROM company c
  WHERE ((c.kind = 'company'::text) AND ((c.closed_on IS NOT NULL) OR c.protected OR (c.standing <> 'alive'::text)))
UNION ALL
 SELECT c.cvr,
    c.closed_on,
    o.protected,
        CASE
            WHEN (c.standing = 'alive'::text) THEN o.standing
            ELSE c.standing
        END AS standing
   FROM (own_place o
     JOIN company c ON (((c.id = o.id) AND (c.kind = 'company'::text))))
  WHERE ((o.centre_id = (select app_centre())) AND (o.protected OR (o.standing <> 'alive'::text)))
UNION ALL
 SELECT o.cvr,
    o.closed_on,
    o.protected,
    o.standing
   FROM own_company o
  WHERE ((o.centre_id = (select app_centre())) AND (o.kind = 'company'::text) AND ((o.closed_on IS NOT NULL) OR o.protected OR (o.standing <> 'alive'::text)));
comment on view legal_company_barred is 'Legal companies that have closed (or will), are protected, bankrupt or being dissolved, as the centre knows them; one may stand twice. Null: closed_on.';

create view link_named with (security_invoker=true) as
 SELECT centre_id,
    id,
    recipient_name,
    recipient_email
   FROM link l;
comment on view link_named is 'Whose a link is. Null: recipient_name recipient_email.';

create view links_waiting with (security_invoker=true) as
 SELECT l.centre_id,
    'link-of-who-left'::text AS kind,
    l.id AS source_id,
    p.company_id,
    l.made_by AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((p.left_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.company, 'who', p.name, 'date', p.left_on) AS "values"
   FROM (link l
     JOIN company_person_now p ON (((p.centre_id = l.centre_id) AND (p.id = l.company_person_id))))
  WHERE ((p.left_on IS NOT NULL) AND (l.revoked_at IS NULL) AND ((l.ends_at IS NULL) OR (l.ends_at > (select app_now()))));
comment on view links_waiting is 'Links in use of people who have left their company. Null: person_id school_id due_on due_at.';

create view list_elsewhere with (security_invoker=true) as
 SELECT centre_id,
    list_id,
    call_centre_id
   FROM call_centre_list g
  WHERE (NOT (EXISTS ( SELECT
           FROM call_centre_caller c
          WHERE ((c.centre_id = g.centre_id) AND (c.call_centre_id = g.call_centre_id) AND (c.person_id = (select app_person()))))));
comment on view list_elsewhere is 'Lists that a call centre calls to which who asks does not belong. Null: none.';

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
    h.ended_at AS hearing_ended_at,
    o.opened_at,
    k.closed_at,
        CASE
            WHEN (k.list_id IS NOT NULL) THEN 'closed'::text
            WHEN (o.list_id IS NOT NULL) THEN 'calling'::text
            WHEN (h.list_id IS NOT NULL) THEN 'in-hearing'::text
            WHEN (d.list_id IS NOT NULL) THEN 'drawn'::text
            ELSE 'draft'::text
        END AS state,
    l.by_visitors
   FROM ((((contact_list l
     LEFT JOIN draw d ON (((d.centre_id = l.centre_id) AND (d.list_id = l.id))))
     LEFT JOIN list_hearing h ON (((h.centre_id = l.centre_id) AND (h.list_id = l.id))))
     LEFT JOIN list_opening o ON (((o.centre_id = l.centre_id) AND (o.list_id = l.id))))
     LEFT JOIN list_closing k ON (((k.centre_id = l.centre_id) AND (k.list_id = l.id))));
comment on view list_now is 'A list, its state (draft, drawn, in-hearing, calling, closed) and since when. Null: drawn_at hearing_id deadline hearing_ended_at opened_at closed_at.';

create view list_offered with (security_invoker=true) as
 SELECT centre_id,
    list_id,
    form
   FROM list_offer;
comment on view list_offered is 'What lists are called for that are called for anything but visits. Null: none.';

create view list_speaker with (security_invoker=true) as
 SELECT l.centre_id,
    l.id AS list_id,
    s.person_id,
    m.name,
    s.language
   FROM ((((calling_list l
     JOIN caller_speaks s ON ((s.centre_id = l.centre_id)))
     JOIN caller_now m ON (((m.centre_id = s.centre_id) AND (m.person_id = s.person_id))))
     LEFT JOIN call_centre_list g ON (((g.centre_id = l.centre_id) AND (g.list_id = l.id))))
     LEFT JOIN call_centre_caller c ON (((c.centre_id = s.centre_id) AND (c.person_id = s.person_id))))
  WHERE ((m.visits OR (NOT l.by_visitors)) AND ((g.list_id IS NULL) OR (c.call_centre_id = g.call_centre_id)));
comment on view list_speaker is 'Who calls a list, by the languages they speak beside Danish. Null: none.';

create view list_turn with (security_invoker=true) as
 SELECT l.centre_id,
    l.id AS list_id,
    COALESCE(min(a.pass), (0)::double precision) AS pass
   FROM ((calling_list l
     LEFT JOIN ( SELECT DISTINCT company_handed_in.centre_id,
            company_handed_in.list_id,
            company_handed_in.school_id
           FROM company_handed_in) h ON (((h.centre_id = l.centre_id) AND (h.list_id = l.id))))
     LEFT JOIN share_account a ON (((a.centre_id = l.centre_id) AND (a.account = COALESCE(h.school_id, 0)))))
  GROUP BY l.centre_id, l.id;
comment on view list_turn is 'How far the furthest behind of a list''s accounts is. Null: none.';

create view list_without_callers with (security_invoker=true) as
 SELECT l.centre_id,
    l.id AS list_id,
    l.name,
    k.name AS call_centre,
    g.given_at
   FROM ((calling_list l
     JOIN call_centre_list g ON (((g.centre_id = l.centre_id) AND (g.list_id = l.id))))
     JOIN call_centre k ON (((k.centre_id = g.centre_id) AND (k.id = g.call_centre_id))))
  WHERE (NOT (EXISTS ( SELECT
           FROM (call_centre_caller c
             JOIN caller_now m ON (((m.centre_id = c.centre_id) AND (m.person_id = c.person_id))))
          WHERE ((c.centre_id = g.centre_id) AND (c.call_centre_id = g.call_centre_id)))));
comment on view list_without_callers is 'Lists given to a call centre in which nobody calls. Null: none.';

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
    employees,
    company_employees
   FROM list_company
  WHERE included;
comment on view listed_company is 'The companies that a draw took in, as they were that day (employees: of the place; company_employees: of the whole company), and until when the hearing sorted them out. Null: sorted_out_until municipality industry employees company_employees.';

create view lists_waiting with (security_invoker=true) as
 SELECT centre_id,
    'list-draft'::text AS kind,
    id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    drawn_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('list', name, 'count', ( SELECT count(*) AS count
           FROM listed_company c
          WHERE ((c.centre_id = l.centre_id) AND (c.list_id = l.id)))) AS "values"
   FROM list_now l
  WHERE (state = 'drawn'::text);
comment on view lists_waiting is 'Draws that nobody has sent to hearing yet. Null: company_id person_id school_id due_on due_at.';

create view mail_brought with (security_invoker=true) as
 SELECT centre_id,
    brings,
    brings_id,
    id AS mail_id,
    recipient,
    written_by,
    sent_at,
    given_up_at,
    ((given_up_at IS NOT NULL) AND (sent_at IS NULL) AND (put_aside_at IS NULL) AND (over_at IS NULL)) AS lost,
    failure
   FROM outbox o
  WHERE (brings_id IS NOT NULL);
comment on view mail_brought is 'Mails that bring something of a room, and whether they arrived; lost: given up, and nobody has done anything about it. Null: written_by sent_at given_up_at failure.';

create view mailed_reports_waiting with (security_invoker=true) as
 SELECT k.centre_id,
        CASE
            WHEN (r.person_id IS NULL) THEN 'mailed-report-stranger'::text
            ELSE 'mailed-report'::text
        END AS kind,
    k.id AS source_id,
    b.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    k.came_at AS from_at,
        CASE
            WHEN (r.person_id IS NOT NULL) THEN (((k.came_at AT TIME ZONE 'Europe/Copenhagen'::text))::date + 2)
            ELSE NULL::date
        END AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('from', COALESCE(p.name, k.from_address), 'company', c.name) AS "values"
   FROM ((((mailed_report r
     JOIN incoming_mail_kept k ON (((k.centre_id = r.centre_id) AND (k.id = r.mail_id))))
     JOIN booking_ever b ON (((b.centre_id = r.centre_id) AND (b.id = r.booking_id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     LEFT JOIN person_named p ON ((p.id = r.person_id)))
  WHERE (k.settled_at IS NULL);
comment on view mailed_reports_waiting is 'Mails about visits that lie in nobody''s draft and that nobody has gone on with. Null: person_id school_id due_on due_at.';

create view mailed_tips_waiting with (security_invoker=true) as
 SELECT k.centre_id,
        CASE
            WHEN (t.partner_id IS NULL) THEN 'mailed-stranger'::text
            ELSE 'mailed-tip'::text
        END AS kind,
    k.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    k.came_at AS from_at,
        CASE
            WHEN (t.partner_id IS NOT NULL) THEN (((k.came_at AT TIME ZONE 'Europe/Copenhagen'::text))::date + 2)
            ELSE NULL::date
        END AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('from', COALESCE(p.name, k.from_address), 'subject', k.subject) AS "values"
   FROM ((mailed_tip t
     JOIN incoming_mail_kept k ON (((k.centre_id = t.centre_id) AND (k.id = t.mail_id))))
     LEFT JOIN partner_ever p ON (((p.centre_id = t.centre_id) AND (p.id = t.partner_id))))
  WHERE (k.settled_at IS NULL);
comment on view mailed_tips_waiting is 'Mails to the address for tips that nobody has read. Null: company_id person_id school_id due_on due_at.';

create view mailed_words_known with (security_invoker=true) as
 SELECT centre_id,
    mail_id,
    booking_id,
    person_id
   FROM visit_draft_mail;
comment on view mailed_words_known is 'To whose draft of a meeting words came by mail, never which; of the own drafts alone. Null: none.';

create view mails_waiting with (security_invoker=true) as
 SELECT o.centre_id,
    'mail-given-up'::text AS kind,
    o.id AS source_id,
    NULL::integer AS company_id,
    w.person_id,
    o.school_id,
        CASE
            WHEN (o.school_id IS NULL) THEN 'runs'::text
            ELSE 'leads'::text
        END AS role,
    o.given_up_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('to', COALESCE(NULLIF(o.recipient_name, ''), o.recipient), 'subject', o.subject) AS "values"
   FROM (outbox o
     LEFT JOIN member_now w ON (((w.centre_id = o.centre_id) AND (w.person_id = o.written_by) AND ((o.school_id IS NULL) OR (w.school_id = o.school_id)))))
  WHERE ((o.given_up_at IS NOT NULL) AND (o.sent_at IS NULL) AND (o.put_aside_at IS NULL) AND (o.over_at IS NULL) AND (o.brings IS DISTINCT FROM 'meeting'::text));
comment on view mails_waiting is 'Mails that could not be delivered and that nobody has sent again or put aside. Null: company_id person_id school_id due_on due_at.';

create view mark_reach with (security_invoker=true) as
 SELECT centre_id,
    kind,
    source_id,
    company_id,
    cvr,
    COALESCE(whole, ((company_id IS NULL) OR (NOT (EXISTS ( SELECT
           FROM shared_leadership s
          WHERE ((s.centre_id = m.centre_id) AND (s.cvr = m.cvr))))))) AS whole,
    phone,
    since,
    ends_at,
    person_id
   FROM contact_mark m;
comment on view mark_reach is 'What was written down for or against contact, and whether it reaches the whole company. Null: company_id phone ends_at person_id.';

create view measures_waiting with (security_invoker=true) as
 SELECT t.centre_id,
    'measure-reached'::text AS kind,
    t.person_id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.reached_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('who', p.name, 'count', t.most, 'kind', t.kind) AS "values"
   FROM (taken_today t
     JOIN person_named p ON ((p.id = t.person_id)))
  WHERE ((t.day = (select app_today())) AND (t.reached_at IS NOT NULL));
comment on view measures_waiting is 'Who has taken out today as much as one may. Null: company_id person_id school_id due_on due_at.';

create view meeting_thing with (security_invoker=true) as
 SELECT v.centre_id,
    'reports'::text AS section,
    'report'::text AS kind,
    v.id AS source_id,
    v.company_id,
    v.about AS words,
    v.reported_at AS since_at,
    ((v.visited_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
    v.person_id,
    true AS stands
   FROM visit_read v
UNION ALL
 SELECT n.centre_id,
    'ownerless'::text AS section,
    'need'::text AS kind,
    n.id AS source_id,
    v.company_id,
    n.words,
    v.reported_at AS since_at,
    ((v.visited_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
    v.person_id,
    ((n.outcome IS NULL) AND COALESCE(((v.reported_at < (app_now() - '7 days'::interval)) AND (v.reported_at > (app_now() - '1 year'::interval))), false) AND (NOT (EXISTS ( SELECT
           FROM promise_now p
          WHERE ((p.centre_id = n.centre_id) AND (p.cvr = v.cvr) AND (p.kept_at IS NULL) AND (p.dropped_at IS NULL))))) AND (NOT (EXISTS ( SELECT
           FROM mark_reach r
          WHERE ((r.centre_id = n.centre_id) AND (r.cvr = v.cvr) AND (r.kind = 'referral'::text)))))) AS stands
   FROM (need_in_lists n
     JOIN visit_read v ON (((v.centre_id = n.centre_id) AND (v.id = n.visit_id))))
UNION ALL
 SELECT p.centre_id,
        CASE
            WHEN p.ownerless THEN 'ownerless'::text
            ELSE 'stalled'::text
        END AS section,
    'promise'::text AS kind,
    p.id AS source_id,
    p.company_id,
    p.what AS words,
    p.made_at AS since_at,
    p.due_on AS on_day,
    p.owner_id AS person_id,
    (p.open AND (p.ownerless OR COALESCE((p.due_on < app_today()), false))) AS stands
   FROM promise_told p
UNION ALL
 SELECT r.centre_id,
    'ownerless'::text AS section,
    'referral'::text AS kind,
    r.id AS source_id,
    r.company_id,
    '' AS words,
    r.given_at AS since_at,
    r.hear_by AS on_day,
    NULL::integer AS person_id,
    r.unplaced AS stands
   FROM referral_unplaced r
UNION ALL
 SELECT g.centre_id,
    'ideas'::text AS section,
    'learnt'::text AS kind,
    g.group_id AS source_id,
    g.company_id,
    g.learnt AS words,
    g.ended_at AS since_at,
    ((g.ended_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
    NULL::integer AS person_id,
    true AS stands
   FROM group_learnt g
UNION ALL
 SELECT i.centre_id,
    'ideas'::text AS section,
    'idea'::text AS kind,
    i.id AS source_id,
    NULL::integer AS company_id,
    i.title AS words,
    i.put_at AS since_at,
    ((i.put_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS on_day,
    i.follower_id AS person_id,
    i.open AS stands
   FROM teaching_idea_told i;
comment on view meeting_thing is 'What a consultant meeting may go through. Null: company_id on_day person_id.';

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
    m.left_at,
    ((m.school_id IS NOT NULL) AND (m.agreed_at IS NULL)) AS school_waits
   FROM ((membership m
     JOIN person p ON ((p.id = m.person_id)))
     LEFT JOIN school_now s ON (((s.centre_id = m.centre_id) AND (s.id = m.school_id))));
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
    joined_at,
    school_waits
   FROM member_ever
  WHERE (left_at IS NULL);
comment on view member_now is 'Who works here now. Null: school_id school municipality title phone knows.';

create view members_waiting with (security_invoker=true) as
 SELECT centre_id,
    'new-member'::text AS kind,
    member_id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    school_id,
    'leads'::text AS role,
    joined_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('name', name, 'email', email) AS "values"
   FROM member_now
  WHERE school_waits;
comment on view members_waiting is 'New members whose school''s leader has not agreed to them. Null: company_id person_id due_on due_at.';

create view moved_hindrance with (security_invoker=true) as
 SELECT m.centre_id,
    v.id AS move_id,
    place.id AS company_id,
    place.cvr,
    m.kind,
    k.rank,
    k.word,
    k.stops,
    m.since,
    m.source_id,
    m.person_id,
    m.ends_at,
    (m.whole AND (m.kind = ANY (ARRAY['wait'::text, 'stop'::text, 'regular-contact'::text]))) AS of_all,
    (a.carried_at IS NOT NULL) AS carried,
    a.holds
   FROM ((((place_moved v
     JOIN place_key place ON (((place.id = v.company_id) AND (place.cvr <> v.from_cvr))))
     JOIN mark_reach m ON ((m.cvr = v.from_cvr)))
     JOIN hindrance_kind k ON ((k.kind = m.kind)))
     LEFT JOIN move_answer a ON (((a.centre_id = m.centre_id) AND (a.move_id = v.id))))
  WHERE ((k.stops <> '{}'::text[]) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text)) AND
        CASE
            WHEN (m.whole AND (m.kind = ANY (ARRAY['wait'::text, 'stop'::text, 'regular-contact'::text]))) THEN ((m.since <= v.moved_at) AND ((a.holds IS NULL) OR (a.holds AND (m.kind <> 'regular-contact'::text) AND (m.company_id IS DISTINCT FROM place.id))))
            ELSE (m.company_id = place.id)
        END);
comment on view moved_hindrance is 'What was said of a workplace, or of all its company, before the register gave it to another. Null: person_id ends_at holds.';

create view moved_places_waiting with (security_invoker=true) as
 SELECT h.centre_id,
    'moved-place'::text AS kind,
    h.move_id AS source_id,
    h.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    v.moved_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'since', ((v.moved_at AT TIME ZONE 'Europe/Copenhagen'::text))::date, 'old', COALESCE(( SELECT l.name
           FROM company_place l
          WHERE ((l.cvr = v.from_cvr) AND (l.kind = 'company'::text))
         LIMIT 1), v.from_cvr), 'why', min(h.kind)) AS "values"
   FROM ((moved_hindrance h
     JOIN place_moved v ON ((v.id = h.move_id)))
     JOIN company_place c ON ((c.id = h.company_id)))
  WHERE (h.of_all AND h.carried AND (h.holds IS NULL))
  GROUP BY h.centre_id, h.move_id, h.company_id, v.moved_at, c.name, v.from_cvr;
comment on view moved_places_waiting is 'Workplaces that went to another company, and of which nobody has said whether what the old one said holds there too. Null: person_id school_id due_on due_at.';

create view my_circle with (security_invoker=true) as
 SELECT r.centre_id,
    r.id AS circle_id,
    r.name,
    m.person_id
   FROM (reading_circle r
     JOIN circle_member m ON (((m.centre_id = r.centre_id) AND (m.circle_id = r.id))));
comment on view my_circle is 'Circles of who asks, with everyone in them. Null: none.';

create view my_group with (security_invoker=true) as
 SELECT centre_id,
    id
   FROM working_group g
  WHERE (( SELECT runs_centre() AS runs_centre) OR (EXISTS ( SELECT
           FROM circle_open_to_me o
          WHERE ((o.centre_id = g.centre_id) AND (o.circle_id = g.circle_id)))));
comment on view my_group is 'Working groups whose plan who asks may read. Null: none.';

create view my_referral with (security_invoker=true) as
 SELECT centre_id,
    id
   FROM referral r
  WHERE (( SELECT runs_centre() AS runs_centre) OR (((select app_person()) = follower_id) OR ((select app_person()) = receiver_id)) OR ((( SELECT referrals_of_my_school() AS referrals_of_my_school) = 'all'::text) AND (((select app_school()) = giver_school_id) OR ((select app_school()) = receiver_school_id))) OR ((( SELECT referrals_of_my_school() AS referrals_of_my_school) = 'untaken'::text) AND (receiver_id IS NULL) AND (receiver_school_id = (select app_school()))));
comment on view my_referral is 'Referrals whose words who asks may read.';

create view named_company with (security_invoker=true) as
 SELECT centre_id,
    list_id,
    company_id,
    school_id
   FROM company_handed_in;
comment on view named_company is 'By which schools a company on a list was handed in: never shown. Null: none.';

create view names_now with (security_invoker=true) as
 SELECT centre_id,
    has_council,
    council,
    host,
    host_school_id,
    roles
   FROM names;
comment on view names_now is 'What a centre calls things. Null: council host host_school_id.';

create view need_in_lists with (security_invoker=true) as
 SELECT centre_id,
    id,
    visit_id,
    words,
    education,
    soon,
    outcome
   FROM visit_need
  WHERE in_lists;
comment on view need_in_lists is 'What reports found that companies need, as a list may name it. Null: education outcome.';

create view new_times_waiting with (security_invoker=true) as
 SELECT t.centre_id,
    'new-time'::text AS kind,
    t.id AS source_id,
    t.company_id,
    m.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.asked_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'why', t.why, 'since', ((t.was_at AT TIME ZONE 'Europe/Copenhagen'::text))::date, 'who', COALESCE(m.name, ''), 'mine', ((NOT (t.person_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM ((new_time t
     JOIN company_place c ON ((c.id = t.company_id)))
     LEFT JOIN member_now m ON (((m.centre_id = t.centre_id) AND (m.person_id = t.person_id))))
  WHERE (t.settled_at IS NULL);
comment on view new_times_waiting is 'Meetings that were called off or met a locked door, and for which a new time is to be found. Null: person_id school_id due_on due_at.';

create view other_calendars_waiting with (security_invoker=true) as
 SELECT b.centre_id,
    'meeting-clash'::text AS kind,
    b.id AS source_id,
    b.company_id,
    w.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    b.booked_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name) AS "values"
   FROM ((booking_now b
     JOIN visitor_ever w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
     JOIN company_place c ON ((c.id = b.company_id)))
  WHERE ((b.starts_at > (select app_now())) AND (EXISTS ( SELECT
           FROM elsewhere_ahead e
          WHERE ((e.centre_id = b.centre_id) AND (e.person_id = w.person_id) AND (e.starts_at < b.ends_at) AND (e.ends_at > b.starts_at)))))
UNION ALL
 SELECT o.centre_id,
    'calendar-unread'::text AS kind,
    o.id AS source_id,
    NULL::integer AS company_id,
    o.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    (o.problem_since + '24:00:00'::interval) AS from_at,
    ((o.problem_since AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('calendar', COALESCE(NULLIF(o.name, ''), o.host)) AS "values"
   FROM other_calendar o
  WHERE (o.problem IS NOT NULL);
comment on view other_calendars_waiting is 'Meetings that clash with another calendar of who goes, and calendars that cannot be read. Null: company_id school_id role due_on due_at.';

create view other_tongue with (security_invoker=true) as
 SELECT centre_id,
    company_id,
    cvr,
    language
   FROM company_language_now l
  WHERE (NOT (language IN ( SELECT s.language
           FROM caller_speaks s
          WHERE ((s.centre_id = (select app_centre())) AND (s.person_id = (select app_person()))))));
comment on view other_tongue is 'Companies that are called in a language that who asks does not speak. Null: none.';

create view own_answer_named with (security_invoker=true) as
 SELECT a.centre_id,
    a.id,
    a.base,
    a.name,
    a.months,
    n.name AS newest_name,
    COALESCE(a.first_id, a.id) AS kind_id,
    a.ended_at
   FROM (own_answer a
     CROSS JOIN LATERAL ( SELECT v.name
           FROM own_answer v
          WHERE ((v.centre_id = a.centre_id) AND (COALESCE(v.first_id, v.id) = COALESCE(a.first_id, a.id)))
          ORDER BY v.version DESC
         LIMIT 1) n);
comment on view own_answer_named is 'The centre''s own answers, each version, with what its newest is called. Null: months ended_at.';

create view own_answer_reason_named with (security_invoker=true) as
 SELECT centre_id,
    id,
    name
   FROM own_answer_reason r;
comment on view own_answer_reason_named is 'Reasons of own answers, of every version. Null: none.';

create view own_decision with (security_invoker=true) as
 SELECT o.centre_id,
    o.school_id,
    o.list_id,
    o.company_id,
    o.person_id,
    'struck'::text AS decision
   FROM strike_origin o
  WHERE (o.undone_at IS NULL)
UNION ALL
 SELECT k.centre_id,
    k.school_id,
    k.list_id,
    k.company_id,
    k.person_id,
        CASE
            WHEN k.ours THEN 'ours'::text
            ELSE 'kept-on-list'::text
        END AS decision
   FROM kept_on_list k;
comment on view own_decision is 'What the own school has decided of companies of a list, and who. Null: none.';

create view own_hearing_open with (security_invoker=true) as
 SELECT h.centre_id,
    h.id,
    h.list_id,
    h.started_at,
    h.deadline,
    a.school_id
   FROM (hearing h
     JOIN hearing_answer a ON (((a.centre_id = h.centre_id) AND (a.hearing_id = h.id))))
  WHERE ((h.ended_at IS NULL) AND (a.answered_at IS NULL) AND (a.school_id = (select app_school())));
comment on view own_hearing_open is 'Hearings that run and that the own school has not answered. Null: none.';

create view own_number_ever with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    phone,
    source,
    said_on,
    instead,
    set_by,
    set_at,
    ended_at,
    ended_by
   FROM own_number;
comment on view own_number_ever is 'Numbers that people found, and what stood before. Null: instead set_by ended_at ended_by.';

create view own_strike_now with (security_invoker=true) as
 SELECT s.centre_id,
    s.id,
    o.school_id,
    o.person_id,
    s.list_id,
    s.company_id,
    s.cvr,
    s.until_on,
    h.ended_at,
    o.reason,
    o.asked_id
   FROM ((strike_origin o
     JOIN strike s ON (((s.centre_id = o.centre_id) AND (s.id = o.strike_id))))
     JOIN hearing h ON (((h.centre_id = s.centre_id) AND (h.list_id = s.list_id))))
  WHERE ((s.undone_at IS NULL) AND (s.until_on > (select app_today())) AND (h.ended_at IS NOT NULL));
comment on view own_strike_now is 'What the own school struck in hearings that have ended, as long as it holds; asked: who knows it. Null: asked_id.';

create view own_way with (security_invoker=true) as
 SELECT o.centre_id,
    o.id AS company_id,
    w.way
   FROM (own_place o
     CROSS JOIN LATERAL ( VALUES ('phone'::text,COALESCE(o.said_phone, o.phone)), ('email'::text,o.email), ('website'::text,o.website)) w(way, value))
  WHERE (w.value IS NOT NULL);
comment on view own_way is 'Which of phone, email and website of a company the centre''s own files gave. Null: none.';

create view partner_address with (security_invoker=true) as
 SELECT p.centre_id,
    p.id AS partner_id,
    lower(p.contact_email) AS email
   FROM centre_partner p
  WHERE ((p.ended_at IS NULL) AND (p.contact_email <> ''))
UNION
 SELECT n.centre_id,
    n.partner_id,
    m.email
   FROM (partner_person_now n
     JOIN member_now m ON (((m.centre_id = n.centre_id) AND (m.person_id = n.person_id))));
comment on view partner_address is 'Addresses of people of a partner. Null: none.';

create view partner_ever with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    kind,
    place
   FROM centre_partner;
comment on view partner_ever is 'Partners that we work or have worked with. Null: none.';

create view partner_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    kind,
    place,
    held_by,
    COALESCE(released_at, added_at) AS unheld_since
   FROM centre_partner
  WHERE (ended_at IS NULL);
comment on view partner_now is 'Partners that we work with. Null: held_by.';

create view partner_person_now with (security_invoker=true) as
 SELECT m.centre_id,
    m.person_id,
    m.partner_id,
    p.name AS partner,
    p.kind,
    p.place
   FROM (partner_member m
     JOIN centre_partner p ON (((p.centre_id = m.centre_id) AND (p.id = m.partner_id))))
  WHERE (p.ended_at IS NULL);
comment on view partner_person_now is 'Who comes from which partner. Null: none.';

create view partners_waiting with (security_invoker=true) as
 SELECT centre_id,
    'partner-unheld'::text AS kind,
    id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    unheld_since AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', name) AS "values"
   FROM partner_now p
  WHERE (held_by IS NULL);
comment on view partners_waiting is 'Partners with whom nobody of us holds the contact. Null: company_id person_id school_id due_on due_at.';

create view paused_list with (security_invoker=true) as
 SELECT p.centre_id,
    p.list_id,
    p.began_at,
    p.until_on,
    p.reason
   FROM (list_pause p
     JOIN calling_list l ON (((l.centre_id = p.centre_id) AND (l.id = p.list_id))))
  WHERE (p.ended_at IS NULL);
comment on view paused_list is 'Lists in calling for which nobody has room. Null: until_on.';

create view person_named with (security_invoker=true) as
 SELECT id,
    name
   FROM person;
comment on view person_named is 'Who someone is, whether still here or not. Null: none.';

create view place_at_hand with (security_invoker=true) as
 SELECT c.id,
    c.kind,
    c.cvr,
    c.closed_on,
    c.changed_at,
    COALESCE(o.said_phone, o.phone, c.phone) AS phone,
    (c.protected OR COALESCE(o.protected, false)) AS protected,
    COALESCE(c.protected_seen_at, o.protected_seen_at) AS protected_seen_at,
    COALESCE(NULLIF(c.standing, 'alive'::text), o.standing, 'alive'::text) AS standing,
        CASE
            WHEN (c.standing <> 'alive'::text) THEN c.status_since
            ELSE o.status_since
        END AS standing_since
   FROM (company c
     LEFT JOIN own_place o ON (((o.centre_id = (select app_centre())) AND (o.id = c.id))))
UNION ALL
 SELECT o.id,
    o.kind,
    o.cvr,
    o.closed_on,
    o.changed_at,
    COALESCE(o.said_phone, o.phone) AS phone,
    o.protected,
    o.protected_seen_at,
    o.standing,
    o.status_since AS standing_since
   FROM own_company o;
comment on view place_at_hand is 'As `place_fact`, for who names his places or CVR numbers in an array: one join instead of a question for each column. Null: closed_on phone protected_seen_at standing_since.';

create view place_email_domain with (security_invoker=true) as
 SELECT o.id,
    o.email_domain
   FROM own_place o
  WHERE ((o.centre_id = (select app_centre())) AND (o.email_domain IS NOT NULL))
UNION ALL
 SELECT c.id,
    c.email_domain
   FROM company c
  WHERE ((c.email_domain IS NOT NULL) AND (( SELECT true
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND (o.email IS NOT NULL))) IS NULL));
comment on view place_email_domain is 'Which company or workplace has mail at a domain, as the centre knows it. Null: none.';

create view place_ever_moved with (security_invoker=true) as
 SELECT m.company_id
   FROM place_move m
UNION ALL
 SELECT o.company_id
   FROM own_place_move o
  WHERE (o.centre_id = (select app_centre()));
comment on view place_ever_moved is 'Workplaces that the register, or a file of this centre, has given to another company at any time. Null: none.';

create view place_fact with (security_invoker=true) as
 SELECT c.id,
    c.kind,
    c.cvr,
    c.closed_on,
    c.changed_at,
    COALESCE(( SELECT COALESCE(o.said_phone, o.phone) AS "coalesce"
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), c.phone) AS phone,
    (c.protected OR (EXISTS ( SELECT
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND o.protected)))) AS protected,
    COALESCE(c.protected_seen_at, ( SELECT o.protected_seen_at
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id)))) AS protected_seen_at,
    COALESCE(NULLIF(c.standing, 'alive'::text), ( SELECT o.standing
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id))), 'alive'::text) AS standing,
        CASE
            WHEN (c.standing <> 'alive'::text) THEN c.status_since
            ELSE ( SELECT o.status_since
               FROM own_place o
              WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id)))
        END AS standing_since
   FROM company c
UNION ALL
 SELECT o.id,
    o.kind,
    o.cvr,
    o.closed_on,
    o.changed_at,
    COALESCE(o.said_phone, o.phone) AS phone,
    o.protected,
    o.protected_seen_at,
    o.standing,
    o.status_since AS standing_since
   FROM own_company o;
comment on view place_fact is 'What decides whether a company or workplace may be contacted, of what `company_place` tells. Null: closed_on phone protected_seen_at standing_since.';

create view place_judged with (security_invoker=true) as
 SELECT id,
    kind,
    cvr,
    p_number,
    name,
    street,
    postal_code,
    town,
    municipality,
    industry,
    industry_text,
    form_code,
    form,
    employees,
    employees_from,
    employees_to,
    phone,
    email,
    email_domain,
    website,
    started_on,
    closed_on,
    status_text,
    protected,
    protected_seen_at,
    register_changed_at,
    changed_at,
    sought,
    own,
    (
        CASE
            WHEN (closed_on <= (select app_today())) THEN ( SELECT ('outreach'::text = ANY (k.stops))
               FROM hindrance_kind k
              WHERE (k.kind = 'ceased'::text))
            WHEN ((standing <> 'alive'::text) AND ( SELECT ('outreach'::text = ANY (k.stops))
               FROM hindrance_kind k
              WHERE (k.kind = p.standing))) THEN true
            ELSE (protected AND ( SELECT ('outreach'::text = ANY (k.stops))
               FROM hindrance_kind k
              WHERE (k.kind = 'protected'::text)) AND (NOT (EXISTS ( SELECT
               FROM contact_basis b
              WHERE ((b.centre_id = (select app_centre())) AND (b.cvr = p.cvr) AND (b.channel = 'phone'::text) AND (b.withdrawn_at IS NULL) AND (b.lapses_on > (select app_today())) AND ((b.company_id IS NULL) OR (b.company_id = p.id)))))))
        END OR ((kind = 'workplace'::text) AND COALESCE(( SELECT bool_or(
                CASE
                    WHEN (legal.closed_on <= (select app_today())) THEN ( SELECT ('outreach'::text = ANY (k.stops))
                       FROM hindrance_kind k
                      WHERE (k.kind = 'ceased'::text))
                    WHEN ((legal.standing <> 'alive'::text) AND ( SELECT ('outreach'::text = ANY (k.stops))
                       FROM hindrance_kind k
                      WHERE (k.kind = legal.standing))) THEN true
                    ELSE (legal.protected AND ( SELECT ('outreach'::text = ANY (k.stops))
                       FROM hindrance_kind k
                      WHERE (k.kind = 'protected'::text)) AND (NOT (EXISTS ( SELECT
                       FROM contact_basis b
                      WHERE ((b.centre_id = (select app_centre())) AND (b.cvr = legal.cvr) AND (b.channel = 'phone'::text) AND (b.withdrawn_at IS NULL) AND (b.lapses_on > (select app_today())) AND ((b.company_id IS NULL) OR (b.company_id = p.id)))))))
                END) AS bool_or
           FROM place_fact legal
          WHERE ((legal.cvr = p.cvr) AND (legal.kind = 'company'::text))), false)) OR (EXISTS ( SELECT
           FROM (mark_reach m
             JOIN hindrance_kind k ON ((k.kind = m.kind)))
          WHERE ((m.centre_id = (select app_centre())) AND (m.cvr = p.cvr) AND (m.whole OR (m.company_id = p.id)) AND ('outreach'::text = ANY (k.stops)) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text))))) OR (EXISTS ( SELECT
           FROM (mark_reach m
             JOIN hindrance_kind k ON ((k.kind = m.kind)))
          WHERE ((m.phone = p.phone) AND (m.centre_id = (select app_centre())) AND (m.kind = 'stop'::text) AND (m.phone IS NOT NULL) AND m.whole AND (NOT (p.cvr IN ( SELECT s.cvr
                   FROM shared_leadership s
                  WHERE (s.centre_id = (select app_centre()))))) AND ('outreach'::text = ANY (k.stops)) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())))))) OR (EXISTS ( SELECT
           FROM moved_hindrance h
          WHERE ((h.company_id = p.id) AND ('outreach'::text = ANY (h.stops)))))) AS hindered
   FROM company_place p;
comment on view place_judged is 'A company or workplace as `company_place`, and whether anything holds against outreach today. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';

create view place_key with (security_invoker=true) as
 SELECT c.id,
    c.kind,
    c.cvr
   FROM company c
UNION ALL
 SELECT o.id,
    o.kind,
    o.cvr
   FROM own_company o;
comment on view place_key is 'Which company or workplace belongs to which CVR number, as the centre knows it. Null: none.';

create view place_lacking with (security_invoker=true) as
 SELECT b.centre_id,
    b.id AS booking_id,
        CASE
            WHEN (v."position" = 1) THEN 'lead'::text
            ELSE 'second'::text
        END AS place,
    v.person_id AS gone_id,
        CASE
            WHEN (v.released_at IS NULL) THEN 'away'::text
            ELSE 'released'::text
        END AS why
   FROM (booking_now b
     JOIN visitor_ever v ON (((v.centre_id = b.centre_id) AND (v.booking_id = b.id))))
  WHERE ((b.starts_at > (select app_now())) AND ((v.released_at IS NOT NULL) OR (EXISTS ( SELECT
           FROM away_ahead a
          WHERE ((a.centre_id = v.centre_id) AND (a.person_id = v.person_id) AND (a.starts_at < b.ends_at) AND (a.ends_at > b.starts_at))))))
UNION ALL
 SELECT b.centre_id,
    b.id AS booking_id,
    'second'::text AS place,
    NULL::integer AS gone_id,
    'alone'::text AS why
   FROM booking_now b
  WHERE ((b.form = 'visit'::text) AND (b.starts_at > (select app_now())) AND (NOT (EXISTS ( SELECT
           FROM visitor_ever v
          WHERE ((v.centre_id = b.centre_id) AND (v.booking_id = b.id) AND (v."position" > 1))))));
comment on view place_lacking is 'Meetings ahead to which nobody goes first, nobody comes along any more, or one goes alone where two should. Null: gone_id.';

create view place_moved with (security_invoker=true) as
 SELECT m.id,
    m.company_id,
    m.from_cvr,
    m.to_cvr,
    m.moved_at
   FROM place_move m
  WHERE ((NOT (EXISTS ( SELECT
           FROM place_move later
          WHERE ((later.company_id = m.company_id) AND (later.id > m.id))))) AND (NOT (EXISTS ( SELECT
           FROM own_place_move o
          WHERE ((o.centre_id = (select app_centre())) AND (o.company_id = m.company_id) AND (o.moved_at > m.moved_at))))))
UNION ALL
 SELECT o.id,
    o.company_id,
    o.from_cvr,
    o.to_cvr,
    o.moved_at
   FROM own_place_move o
  WHERE ((o.centre_id = (select app_centre())) AND (NOT (EXISTS ( SELECT
           FROM own_place_move later
          WHERE ((later.centre_id = o.centre_id) AND (later.company_id = o.company_id) AND (later.id > o.id))))) AND (NOT (EXISTS ( SELECT
           FROM place_move m
          WHERE ((m.company_id = o.company_id) AND (m.moved_at >= o.moved_at))))));
comment on view place_moved is 'Workplaces that the register, or a file of this centre, has given to another company, and when; the last time. Null: none.';

create view place_phone with (security_invoker=true) as
 SELECT o.id,
    COALESCE(o.said_phone, o.phone) AS phone
   FROM own_place o
  WHERE ((o.centre_id = (select app_centre())) AND (COALESCE(o.said_phone, o.phone) IS NOT NULL))
UNION ALL
 SELECT c.id,
    c.phone
   FROM company c
  WHERE ((c.phone IS NOT NULL) AND (( SELECT true
           FROM own_place o
          WHERE ((o.centre_id = (select app_centre())) AND (o.id = c.id) AND (COALESCE(o.said_phone, o.phone) IS NOT NULL))) IS NULL));
comment on view place_phone is 'Which company or workplace has a phone number, as the centre knows it. Null: none.';

create view place_standing with (security_invoker=true) as
 SELECT c.id,
    c.kind,
    c.cvr,
    c.standing,
    c.status_since,
    COALESCE(((c.status_since)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), c.changed_at) AS since
   FROM company c
  WHERE ((c.standing <> 'alive'::text) AND ((c.closed_on IS NULL) OR (c.closed_on > (select app_today()))))
UNION ALL
 SELECT o.id,
    o.kind,
    o.cvr,
    o.standing,
    o.status_since,
    COALESCE(((o.status_since)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text), o.changed_at) AS since
   FROM own_place o
  WHERE ((o.centre_id = (select app_centre())) AND (o.standing <> 'alive'::text) AND ((o.closed_on IS NULL) OR (o.closed_on > (select app_today()))) AND (NOT (EXISTS ( SELECT
           FROM company c
          WHERE ((c.id = o.id) AND ((c.closed_on <= (select app_today())) OR (c.standing <> 'alive'::text)))))));
comment on view place_standing is 'Companies and workplaces that a status word says are ceased, bankrupt or being dissolved, and since when; a closing date that has come stands before it. Null: status_since.';

create view place_weighed with (security_invoker=true) as
 SELECT id,
    kind,
    cvr,
    p_number,
    name,
    street,
    postal_code,
    town,
    municipality,
    industry,
    industry_text,
    form_code,
    form,
    employees,
    employees_from,
    employees_to,
    phone,
    email,
    email_domain,
    website,
    started_on,
    closed_on,
    status_text,
    protected,
    protected_seen_at,
    register_changed_at,
    changed_at,
    sought,
    own,
    (rank IS NOT NULL) AS hindered,
    rank
   FROM ( SELECT p_1.id,
            p_1.kind,
            p_1.cvr,
            p_1.p_number,
            p_1.name,
            p_1.street,
            p_1.postal_code,
            p_1.town,
            p_1.municipality,
            p_1.industry,
            p_1.industry_text,
            p_1.form_code,
            p_1.form,
            p_1.employees,
            p_1.employees_from,
            p_1.employees_to,
            p_1.phone,
            p_1.email,
            p_1.email_domain,
            p_1.website,
            p_1.started_on,
            p_1.closed_on,
            p_1.status_text,
            p_1.protected,
            p_1.protected_seen_at,
            p_1.register_changed_at,
            p_1.changed_at,
            p_1.sought,
            p_1.own,
            p_1.standing,
            LEAST(
                CASE
                    WHEN (p_1.closed_on <= (select app_today())) THEN ( SELECT k.rank
                       FROM hindrance_kind k
                      WHERE ((k.kind = 'ceased'::text) AND ('outreach'::text = ANY (k.stops))))
                    ELSE NULL::integer
                END,
                CASE
                    WHEN ((p_1.protected OR of_all.protected) AND (NOT (p_1.cvr IN ( SELECT b.cvr
                       FROM contact_basis_now b
                      WHERE ((b.centre_id = (select app_centre())) AND (b.channel = 'phone'::text) AND (b.company_id IS NULL))))) AND (NOT (p_1.id IN ( SELECT b.company_id
                       FROM contact_basis_now b
                      WHERE ((b.centre_id = (select app_centre())) AND (b.channel = 'phone'::text) AND (b.company_id IS NOT NULL)))))) THEN ( SELECT k.rank
                       FROM hindrance_kind k
                      WHERE ((k.kind = 'protected'::text) AND ('outreach'::text = ANY (k.stops))))
                    ELSE NULL::integer
                END, of_all.rank, here.rank) AS rank
           FROM ((company_place p_1
             LEFT JOIN ( SELECT t.cvr,
                    min(t.rank) AS rank,
                    bool_or(t.protected) AS protected
                   FROM ( SELECT l.cvr,
                            l.protected,
                            LEAST(
                                CASE
                                    WHEN (l.closed_on <= (select app_today())) THEN ( SELECT k.rank
                                       FROM hindrance_kind k
                                      WHERE ((k.kind = 'ceased'::text) AND ('outreach'::text = ANY (k.stops))))
                                    ELSE NULL::integer
                                END,
                                CASE
                                    WHEN (l.standing <> 'alive'::text) THEN ( SELECT k.rank
                                       FROM hindrance_kind k
                                      WHERE ((k.kind = l.standing) AND ('outreach'::text = ANY (k.stops))))
                                    ELSE NULL::integer
                                END) AS rank
                           FROM legal_company_barred l
                        UNION ALL
                         SELECT m.cvr,
                            false,
                            k.rank
                           FROM (mark_reach m
                             JOIN hindrance_kind k ON ((k.kind = m.kind)))
                          WHERE ((m.centre_id = (select app_centre())) AND m.whole AND ('outreach'::text = ANY (k.stops)) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text)))) t
                  GROUP BY t.cvr) of_all ON ((of_all.cvr = p_1.cvr)))
             LEFT JOIN ( SELECT t.company_id,
                    t.cvr,
                    min(t.rank) AS rank
                   FROM ( SELECT m.company_id,
                            m.cvr,
                            k.rank
                           FROM (mark_reach m
                             JOIN hindrance_kind k ON ((k.kind = m.kind)))
                          WHERE ((m.centre_id = (select app_centre())) AND (NOT m.whole) AND (m.company_id IS NOT NULL) AND ('outreach'::text = ANY (k.stops)) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now())) OR (m.kind = 'in-hearing'::text)))
                        UNION ALL
                         SELECT place.id,
                            place.cvr,
                            k.rank
                           FROM (((mark_reach m
                             JOIN hindrance_kind k ON ((k.kind = m.kind)))
                             CROSS JOIN LATERAL ( SELECT n_1.id
                                   FROM place_phone n_1
                                  WHERE (n_1.phone = m.phone)
                                 OFFSET 0) n)
                             JOIN place_key place ON ((place.id = n.id)))
                          WHERE ((m.centre_id = (select app_centre())) AND (m.kind = 'stop'::text) AND (m.phone IS NOT NULL) AND m.whole AND ('outreach'::text = ANY (k.stops)) AND ((m.ends_at IS NULL) OR (m.ends_at > (select app_now()))) AND (NOT (place.cvr IN ( SELECT s.cvr
                                   FROM shared_leadership s
                                  WHERE (s.centre_id = (select app_centre()))))))
                        UNION ALL
                         SELECT h.company_id,
                            h.cvr,
                            h.rank
                           FROM moved_hindrance h
                          WHERE ('outreach'::text = ANY (h.stops))
                        UNION ALL
                         SELECT s.id,
                            s.cvr,
                            k.rank
                           FROM (place_standing s
                             JOIN hindrance_kind k ON (((k.kind = s.standing) AND ('outreach'::text = ANY (k.stops)))))) t
                  GROUP BY t.company_id, t.cvr) here ON (((here.company_id = p_1.id) AND (here.cvr = p_1.cvr))))) p;
comment on view place_weighed is 'A company or workplace as `company_place`, whether anything holds against outreach today, and the rank of the heaviest; for counts. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at rank.';

create view placed_ever with (security_invoker=true) as
 SELECT centre_id,
    person_id,
    call_centre_id,
    from_at,
    to_at
   FROM call_centre_placed;
comment on view placed_ever is 'Where somebody called, from when and until when. Null: to_at.';

create view presence_days_waiting with (security_invoker=true) as
 WITH day AS (
         SELECT d.centre_id,
            d.id,
            d.on_day,
            d.starts_at,
            d.ends_at,
            d.person_id,
            d.open_since,
            d.asked_id,
            d.asked_at,
            p.name AS partner,
            a.name AS asks,
            ((to_char((d.starts_at AT TIME ZONE 'Europe/Copenhagen'::text), 'HH24.MI'::text) || '–'::text) || to_char((d.ends_at AT TIME ZONE 'Europe/Copenhagen'::text), 'HH24.MI'::text)) AS hours,
            d.unasked_id,
            d.unasked_by,
            k.name AS unasked,
            d.moved_at,
            d.moved_person_id,
            (d.moved_at > (app_now() - '7 days'::interval)) AS just_moved
           FROM ((((presence_day d
             JOIN presence s ON (((s.centre_id = d.centre_id) AND (s.id = d.presence_id))))
             JOIN partner_ever p ON (((p.centre_id = s.centre_id) AND (p.id = s.partner_id))))
             LEFT JOIN person_named a ON ((a.id = d.asked_by)))
             LEFT JOIN person_named k ON ((k.id = d.unasked_id)))
          WHERE (d.called_off_at IS NULL)
        )
 SELECT d.centre_id,
    'presence-open'::text AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    d.open_since AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', COALESCE(d.asks, '')) AS "values"
   FROM day d
  WHERE ((d.person_id IS NULL) AND (d.starts_at > app_now()))
UNION ALL
 SELECT d.centre_id,
    'presence-asked'::text AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    d.asked_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    d.asked_at AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', COALESCE(d.asks, '')) AS "values"
   FROM day d
  WHERE ((d.asked_id IS NOT NULL) AND (d.starts_at > app_now()))
UNION ALL
 SELECT d.centre_id,
        CASE
            WHEN (d.just_moved AND (d.moved_person_id = d.person_id)) THEN 'presence-moved'::text
            ELSE 'presence-mine'::text
        END AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    d.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
        CASE
            WHEN d.just_moved THEN d.moved_at
            ELSE (d.starts_at - '7 days'::interval)
        END AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '') AS "values"
   FROM day d
  WHERE ((d.person_id IS NOT NULL) AND (d.ends_at > app_now()))
UNION ALL
 SELECT d.centre_id,
    'presence-lost'::text AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    d.moved_person_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    d.moved_at AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '') AS "values"
   FROM day d
  WHERE (d.just_moved AND (d.moved_person_id IS DISTINCT FROM d.person_id) AND (d.moved_person_id IS NOT NULL) AND (d.ends_at > app_now()))
UNION ALL
 SELECT d.centre_id,
        CASE
            WHEN (x.id = d.unasked_id) THEN 'presence-unasked'::text
            ELSE 'presence-unasked-by'::text
        END AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    x.id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    d.moved_at AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', COALESCE(d.unasked, '')) AS "values"
   FROM (day d
     CROSS JOIN LATERAL ( VALUES (d.unasked_id), (d.unasked_by)) x(id))
  WHERE (d.just_moved AND (x.id IS NOT NULL) AND (x.id IS DISTINCT FROM d.person_id) AND (x.id IS DISTINCT FROM d.moved_person_id) AND (d.asked_id IS NULL) AND (d.ends_at > app_now()))
UNION ALL
 SELECT d.centre_id,
    'presence-away'::text AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    d.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    app_now() AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '') AS "values"
   FROM day d
  WHERE ((d.person_id IS NOT NULL) AND (d.asked_id IS NULL) AND (d.starts_at > app_now()) AND (EXISTS ( SELECT
           FROM away_ahead w
          WHERE ((w.centre_id = d.centre_id) AND (w.person_id = d.person_id) AND (w.starts_at < d.ends_at) AND (w.ends_at > d.starts_at)))))
UNION ALL
 SELECT d.centre_id,
    'presence-count'::text AS kind,
    d.id AS source_id,
    NULL::integer AS company_id,
    d.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    d.ends_at AS from_at,
    d.on_day AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('partner', d.partner, 'hours', d.hours, 'who', '') AS "values"
   FROM day d
  WHERE ((d.ends_at <= app_now()) AND (NOT (EXISTS ( SELECT
           FROM presence_count c
          WHERE ((c.centre_id = d.centre_id) AND (c.day_id = d.id))))));
comment on view presence_days_waiting is 'Days that nobody has, that a colleague is asked about, that are near, that someone is away on, and that nobody has counted. Null: company_id person_id school_id due_at.';

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
   FROM promise
  WHERE (promised_by = 'us'::text);
comment on view promise_now is 'What we promised, as it stands. Null: origin_kind origin_id kept_at dropped_at.';

create view promise_told with (security_invoker=true) as
 SELECT p.centre_id,
    p.id,
    p.company_id,
    p.cvr,
    p.what,
    p.owner_id,
    o.name AS owner,
    p.due_on,
    p.made_at,
    ((p.released_at IS NOT NULL) OR (o.left_at IS NOT NULL)) AS ownerless,
    ((p.kept_at IS NULL) AND (p.dropped_at IS NULL)) AS open,
    (p.kept_at IS NOT NULL) AS kept
   FROM (promise p
     JOIN member_ever o ON (((o.centre_id = p.centre_id) AND (o.person_id = p.owner_id))))
  WHERE (p.promised_by = 'us'::text);
comment on view promise_told is 'What we promised, with who has it and whether nobody has. Null: none.';

create view promises_waiting with (security_invoker=true) as
 SELECT p.centre_id,
        CASE
            WHEN (COALESCE(p.released_at, o.left_at) IS NOT NULL) THEN 'promise-orphan'::text
            WHEN (p.promised_by = 'company'::text) THEN 'promise-theirs'::text
            WHEN (p.due_on < (select app_today())) THEN 'promise-overdue'::text
            ELSE 'promise-due'::text
        END AS kind,
    p.id AS source_id,
    p.company_id,
        CASE
            WHEN (COALESCE(p.released_at, o.left_at) IS NULL) THEN p.owner_id
            ELSE NULL::integer
        END AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
        CASE
            WHEN (p.promised_by = 'company'::text) THEN ((p.due_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text)
            ELSE COALESCE(p.released_at, o.left_at, (((p.due_on - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text))
        END AS from_at,
    p.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', GREATEST(0, ((select app_today()) - p.due_on)), 'who', o.name, 'school', COALESCE(o.school, ''), 'mine', ((NOT (p.owner_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM ((promise p
     JOIN company_place c ON ((c.id = p.company_id)))
     JOIN member_ever o ON (((o.centre_id = p.centre_id) AND (o.person_id = p.owner_id))))
  WHERE ((p.kept_at IS NULL) AND (p.dropped_at IS NULL))
UNION ALL
 SELECT p.centre_id,
    'handover'::text AS kind,
    p.id AS source_id,
    p.company_id,
    h.to_id AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    h.offered_at AS from_at,
    p.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'what', p.what, 'date', p.due_on, 'days', GREATEST(0, ((select app_today()) - p.due_on)), 'who', giver.name, 'school', COALESCE(o.school, ''), 'mine', ((NOT (p.owner_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM ((((promise_handover h
     JOIN promise p ON (((p.centre_id = h.centre_id) AND (p.id = h.promise_id))))
     JOIN company_place c ON ((c.id = p.company_id)))
     JOIN member_ever o ON (((o.centre_id = p.centre_id) AND (o.person_id = p.owner_id))))
     JOIN person_named giver ON ((giver.id = h.from_id)))
  WHERE ((h.accepted_at IS NULL) AND (h.declined_at IS NULL) AND (p.kept_at IS NULL) AND (p.dropped_at IS NULL));
comment on view promises_waiting is 'Promises that near their day or passed it, those that their owner has no more, and those someone is asked to take over. Null: person_id school_id role due_at.';

create view proposed_place with (security_invoker=true) as
 SELECT v.centre_id,
    v.booking_id,
    p.place,
    p.person_id,
    v.starts_at
   FROM ((proposed_visit v
     JOIN booking_now b ON (((b.centre_id = v.centre_id) AND (b.id = v.booking_id) AND (b.starts_at = v.starts_at) AND (b.ends_at = v.ends_at) AND (b.form = v.form))))
     CROSS JOIN LATERAL ( VALUES ('lead'::text,v.lead_id), ('second'::text,v.second_id)) p(place, person_id))
  WHERE ((p.person_id IS NOT NULL) AND (EXISTS ( SELECT
           FROM place_lacking l
          WHERE ((l.centre_id = v.centre_id) AND (l.booking_id = v.booking_id) AND (l.place = p.place)))) AND (NOT (EXISTS ( SELECT
           FROM staffing_ask_open a
          WHERE ((a.centre_id = v.centre_id) AND (a.booking_id = v.booking_id) AND (a.place = p.place))))) AND (NOT (EXISTS ( SELECT
           FROM staffing_exception e
          WHERE ((e.centre_id = v.centre_id) AND (e.booking_id = v.booking_id) AND (e.taken_back_at IS NULL) AND ((e.person_id IS NULL) OR (e.person_id = p.person_id)))))) AND (NOT (EXISTS ( SELECT
           FROM staffing_ask n
          WHERE ((n.centre_id = v.centre_id) AND (n.booking_id = v.booking_id) AND (n.person_id = p.person_id) AND (n.no_at IS NOT NULL))))));
comment on view proposed_place is 'What is proposed and still to be decided; only who runs the centre reads it. Null: none.';

create view queue_now with (security_invoker=true) as
 SELECT q.centre_id,
    q.list_id,
    q.company_id,
    q.cvr,
    q.phone,
    q.account_id,
    q."position",
    q.due_at,
    q.ready_at,
    why.reason AS hindrance,
        CASE
            WHEN ((why.reason = q.hindrance) AND (why.reason <> ALL (ARRAY['call-back'::text, 'no-answer'::text])) AND (q.ends_at > (select app_now()))) THEN ((((q.ends_at - '00:00:00.000001'::interval) AT TIME ZONE 'Europe/Copenhagen'::text))::date + 1)
            ELSE NULL::date
        END AS until_on,
        CASE
            WHEN (why.reason = 'under-call'::text) THEN ( SELECT max(u.expires_at) AS max
               FROM call_hold u
              WHERE ((u.centre_id = q.centre_id) AND ((u.cvr = q.cvr) OR (u.phone = q.phone)) AND (u.expires_at > (select app_now())) AND (u.person_id IS DISTINCT FROM (select app_person())) AND ((u.phone = q.phone) OR (u.company_id = q.company_id) OR (NOT (q.cvr IN ( SELECT s.cvr
                       FROM shared_leadership s
                      WHERE (s.centre_id = (select app_centre()))))))))
            WHEN (why.reason = 'skipped'::text) THEN ( SELECT max(k.until_at) AS max
               FROM call_skip k
              WHERE ((k.centre_id = q.centre_id) AND (k.person_id = (select app_person())) AND (k.cvr = q.cvr) AND (k.place = ANY (ARRAY[0, q.company_id]))))
            WHEN ((why.reason = ANY (ARRAY['call-back'::text, 'no-answer'::text])) AND (q.ends_at > (select app_now()))) THEN q.ends_at
            ELSE NULL::timestamp with time zone
        END AS until_at
   FROM (queue_row q
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN ((q.ready_at > (select app_now())) AND (q.hindrance <> ALL (ARRAY['call-back'::text, 'no-answer'::text]))) THEN q.hindrance
                    WHEN (((q.cvr IN ( SELECT u.cvr
                       FROM call_hold u
                      WHERE ((u.centre_id = (select app_centre())) AND (u.expires_at > (select app_now())) AND (u.person_id IS DISTINCT FROM (select app_person()))))) AND ((NOT (q.cvr IN ( SELECT s.cvr
                       FROM shared_leadership s
                      WHERE (s.centre_id = (select app_centre()))))) OR (q.company_id IN ( SELECT u.company_id
                       FROM call_hold u
                      WHERE ((u.centre_id = (select app_centre())) AND (u.expires_at > (select app_now())) AND (u.person_id IS DISTINCT FROM (select app_person()))))))) OR (q.phone IN ( SELECT u.phone
                       FROM call_hold u
                      WHERE ((u.centre_id = (select app_centre())) AND (u.expires_at > (select app_now())) AND (u.person_id IS DISTINCT FROM (select app_person())))))) THEN 'under-call'::text
                    WHEN (q.ready_at > (select app_now())) THEN q.hindrance
                    WHEN ((q.cvr IN ( SELECT o.cvr
                       FROM other_tongue o
                      WHERE (o.centre_id = (select app_centre())))) AND ((NOT (q.cvr IN ( SELECT s.cvr
                       FROM shared_leadership s
                      WHERE (s.centre_id = (select app_centre()))))) OR (q.company_id IN ( SELECT o.company_id
                       FROM other_tongue o
                      WHERE (o.centre_id = (select app_centre())))))) THEN 'other-language'::text
                    WHEN ((q.cvr IN ( SELECT k.cvr
                       FROM call_skip k
                      WHERE ((k.centre_id = (select app_centre())) AND (k.person_id = (select app_person())) AND (k.place = 0) AND (k.until_at > (select app_now()))))) OR (q.company_id IN ( SELECT k.place
                       FROM call_skip k
                      WHERE ((k.centre_id = (select app_centre())) AND (k.person_id = (select app_person())) AND (k.until_at > (select app_now())))))) THEN 'skipped'::text
                    ELSE NULL::text
                END AS reason
         OFFSET 0) why);
comment on view queue_now is 'What may be called from a list now, and why not. Null: phone account_id due_at hindrance until_on until_at.';

create view queue_unspoken with (security_invoker=true) as
 SELECT q.centre_id,
    q.list_id,
    q.company_id,
    q.ready_at,
    q.due_at,
    o.language,
    o.said_by,
    o.said_at
   FROM (company_language_now o
     CROSS JOIN LATERAL ( SELECT r.centre_id,
            r.list_id,
            r.company_id,
            r.cvr,
            r.phone,
            r.account_id,
            r."position",
            r.due_at,
            r.ready_at,
            r.hindrance,
            r.ends_at,
            r.check_at
           FROM queue_row r
          WHERE ((r.centre_id = o.centre_id) AND (r.cvr = o.cvr))
         OFFSET 0) q)
  WHERE (((q.company_id = o.company_id) OR (NOT (q.cvr IN ( SELECT s.cvr
           FROM shared_leadership s
          WHERE (s.centre_id = (select app_centre())))))) AND (NOT (EXISTS ( SELECT
           FROM list_speaker s
          WHERE ((s.centre_id = q.centre_id) AND (s.list_id = q.list_id) AND (s.language = o.language))))));
comment on view queue_unspoken is 'Companies of lists with which nobody who calls the list can speak. Null: due_at said_by.';

create view queue_waiting with (security_invoker=true) as
 SELECT q.centre_id,
    'call-back'::text AS kind,
    q.company_id AS source_id,
    q.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
        CASE
            WHEN l.by_visitors THEN 'visits'::text
            ELSE 'calls'::text
        END AS role,
    q.due_at AS from_at,
    ((q.due_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    q.due_at,
    jsonb_build_object('company', c.name, 'list', l.name, 'listId', q.list_id) AS "values"
   FROM ((queue_now q
     JOIN calling_list l ON (((l.centre_id = q.centre_id) AND (l.id = q.list_id))))
     JOIN company_place c ON ((c.id = q.company_id)))
  WHERE ((q.hindrance IS NULL) AND (q.due_at <= (select app_now())) AND (NOT (EXISTS ( SELECT
           FROM list_elsewhere e
          WHERE ((e.centre_id = l.centre_id) AND (e.list_id = l.id))))))
UNION ALL
 SELECT l.centre_id,
    'queue-ready'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
        CASE
            WHEN l.by_visitors THEN 'visits'::text
            ELSE 'calls'::text
        END AS role,
    l.opened_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('list', l.name, 'count', count(*)) AS "values"
   FROM (queue_now q
     JOIN calling_list l ON (((l.centre_id = q.centre_id) AND (l.id = q.list_id))))
  WHERE ((q.hindrance IS NULL) AND (NOT (EXISTS ( SELECT
           FROM paused_list p
          WHERE ((p.centre_id = l.centre_id) AND (p.list_id = l.id))))) AND (NOT (EXISTS ( SELECT
           FROM list_elsewhere e
          WHERE ((e.centre_id = l.centre_id) AND (e.list_id = l.id))))))
  GROUP BY l.centre_id, l.id, l.name, l.opened_at, l.by_visitors
UNION ALL
 SELECT o.centre_id,
    'later-over'::text AS kind,
    o.id AS source_id,
    o.place_id AS company_id,
    o.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((o.until_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    o.until_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', o.place, 'since', o.until_on, 'who', o.who, 'mine', ((NOT (o.person_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM later_over o
  WHERE (NOT o.said_to_caller)
UNION ALL
 SELECT o.centre_id,
    'later-ready'::text AS kind,
    min(o.id) AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((min(o.until_on))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('count', count(*)) AS "values"
   FROM later_over o
  WHERE o.said_to_caller
  GROUP BY o.centre_id
UNION ALL
 SELECT l.centre_id,
    'nobody-speaks'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    min(u.said_at) AS from_at,
    NULL::date AS due_on,
    min(u.due_at) AS due_at,
    jsonb_build_object('list', l.name, 'listId', l.id, 'language', u.language, 'count', count(*), 'due', count(*) FILTER (WHERE (u.due_at <= (select app_now()))), 'companies', "left"(string_agg(DISTINCT c.name, ', '::text), 120), 'who', COALESCE(string_agg(DISTINCT p.name, ', '::text), '')) AS "values"
   FROM (((queue_unspoken u
     JOIN calling_list l ON (((l.centre_id = u.centre_id) AND (l.id = u.list_id))))
     JOIN company_place c ON ((c.id = u.company_id)))
     LEFT JOIN person_named p ON ((p.id = u.said_by)))
  WHERE (u.ready_at <= (select app_now()))
  GROUP BY l.centre_id, l.id, l.name, u.language
UNION ALL
 SELECT l.centre_id,
    'backs-overdue'::text AS kind,
    l.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    min(q.due_at) AS from_at,
    NULL::date AS due_on,
    min(q.due_at) AS due_at,
    jsonb_build_object('list', l.name, 'listId', l.id, 'count', count(*)) AS "values"
   FROM (queue_now q
     JOIN calling_list l ON (((l.centre_id = q.centre_id) AND (l.id = q.list_id))))
  WHERE ((q.due_at <= ((select app_now()) - '03:00:00'::interval)) AND ((q.hindrance = 'other-language'::text) OR ((q.hindrance IS NULL) AND (EXISTS ( SELECT
           FROM list_elsewhere e
          WHERE ((e.centre_id = l.centre_id) AND (e.list_id = l.id)))))) AND (NOT ((q.list_id, q.company_id) IN ( SELECT u.list_id,
            u.company_id
           FROM queue_unspoken u
          WHERE (u.centre_id = (select app_centre()))))))
  GROUP BY l.centre_id, l.id, l.name
UNION ALL
 SELECT n.centre_id,
    'list-without-callers'::text AS kind,
    n.list_id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    n.given_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('list', n.name, 'callCentre', n.call_centre) AS "values"
   FROM list_without_callers n;
comment on view queue_waiting is 'Call-backs whose time has come, lists in which somebody may be called, and companies that wanted to hear from us again. Null: company_id person_id school_id due_on due_at.';

create view referral_talked with (security_invoker=true) as
 SELECT r.centre_id,
    r.id AS referral_id,
    min(m.since) AS talked_at
   FROM (referral r
     JOIN mark_reach m ON (((m.centre_id = r.centre_id) AND (m.cvr = r.cvr) AND (m.kind = ANY (ARRAY['spoken'::text, 'visited'::text])) AND (m.person_id = r.receiver_id) AND (m.since >= r.taken_at))))
  GROUP BY r.centre_id, r.id;
comment on view referral_talked is 'When who has taken a referral has talked with the company since. No row: not yet.';

create view referral_unplaced with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    given_at,
    hear_by,
    given_back,
    ((closed_at IS NULL) AND (receiver_id IS NULL) AND (receiver_school_id IS NULL)) AS unplaced
   FROM referral r;
comment on view referral_unplaced is 'Referrals, and whether nobody has them: never what they are about. Null: none.';

create view referrals_waiting with (security_invoker=true) as
 WITH open AS (
         SELECT r.centre_id,
            r.id,
            r.company_id,
            r.cvr,
            r.giver_id,
            r.giver_school_id,
            r.given_at,
            r.follower_id,
            r.receiver_id,
            r.receiver_school_id,
            r.hear_by,
            r.asked_at,
            r.remind_on,
            r.answer_by,
            r.given_back,
            r.taken_at,
            r.answered_at,
            r.answered_by,
            r.answered_met,
            r.closed_at,
            r.closed_by,
            r.closed_how,
            c.name AS company,
            g.name AS giver,
            COALESCE(p.name, s.name, '') AS who,
            ((t.talked_at IS NOT NULL) OR r.answered_met) AS talked,
            jsonb_build_object('company', c.name, 'giver', g.name, 'who', COALESCE(p.name, s.name, '')) AS said
           FROM (((((referral r
             JOIN company_place c ON ((c.id = r.company_id)))
             JOIN person_named g ON ((g.id = r.giver_id)))
             LEFT JOIN person_named p ON ((p.id = r.receiver_id)))
             LEFT JOIN school_now s ON (((s.centre_id = r.centre_id) AND (s.id = r.receiver_school_id))))
             LEFT JOIN referral_talked t ON (((t.centre_id = r.centre_id) AND (t.referral_id = r.id))))
          WHERE (r.closed_at IS NULL)
        ), stopped AS (
         SELECT o.id
           FROM open o
          WHERE (EXISTS ( SELECT
                   FROM contact_hindrances(o.centre_id, o.company_id, 'phone'::text) h(kind, rank, word, stops, since, source_id, person_id, ends_at, until_on)
                  WHERE (h.kind = 'stop'::text)))
        ), going AS (
         SELECT o.centre_id,
            o.id,
            o.company_id,
            o.cvr,
            o.giver_id,
            o.giver_school_id,
            o.given_at,
            o.follower_id,
            o.receiver_id,
            o.receiver_school_id,
            o.hear_by,
            o.asked_at,
            o.remind_on,
            o.answer_by,
            o.given_back,
            o.taken_at,
            o.answered_at,
            o.answered_by,
            o.answered_met,
            o.closed_at,
            o.closed_by,
            o.closed_how,
            o.company,
            o.giver,
            o.who,
            o.talked,
            o.said
           FROM open o
          WHERE (NOT (o.id IN ( SELECT stopped.id
                   FROM stopped)))
        ), asked AS (
         SELECT g.centre_id,
            g.id,
            g.company_id,
            g.cvr,
            g.giver_id,
            g.giver_school_id,
            g.given_at,
            g.follower_id,
            g.receiver_id,
            g.receiver_school_id,
            g.hear_by,
            g.asked_at,
            g.remind_on,
            g.answer_by,
            g.given_back,
            g.taken_at,
            g.answered_at,
            g.answered_by,
            g.answered_met,
            g.closed_at,
            g.closed_by,
            g.closed_how,
            g.company,
            g.giver,
            g.who,
            g.talked,
            g.said
           FROM going g
          WHERE ((g.taken_at IS NULL) AND (g.answered_at IS NULL))
        )
 SELECT a.centre_id,
        CASE
            WHEN (a.remind_on <= (select app_today())) THEN 'referral-reminded'::text
            ELSE 'referral-asked'::text
        END AS kind,
    a.id AS source_id,
    a.company_id,
    a.receiver_id AS person_id,
        CASE
            WHEN (a.receiver_id IS NULL) THEN a.receiver_school_id
            ELSE NULL::integer
        END AS school_id,
        CASE
            WHEN (a.receiver_id IS NULL) THEN 'knows'::text
            ELSE 'runs'::text
        END AS role,
    a.asked_at AS from_at,
    a.answer_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM asked a
  WHERE ((a.receiver_id IS NOT NULL) OR (a.receiver_school_id IS NOT NULL))
UNION ALL
 SELECT a.centre_id,
    'referral-late'::text AS kind,
    a.id AS source_id,
    a.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((a.answer_by + '16:00:00'::time without time zone) AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    a.answer_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM asked a
  WHERE ((a.receiver_id IS NOT NULL) OR (a.receiver_school_id IS NOT NULL))
UNION ALL
 SELECT a.centre_id,
    'referral-nobody'::text AS kind,
    a.id AS source_id,
    a.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    a.asked_at AS from_at,
    a.answer_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    a.said AS "values"
   FROM asked a
  WHERE ((a.receiver_id IS NULL) AND (a.receiver_school_id IS NULL))
UNION ALL
 SELECT g.centre_id,
    'referral-mine'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.receiver_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    g.taken_at AS from_at,
    g.hear_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    g.said AS "values"
   FROM going g
  WHERE ((g.taken_at IS NOT NULL) AND (g.answered_at IS NULL) AND (NOT g.talked))
UNION ALL
 SELECT g.centre_id,
    'referral-unheard'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.follower_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((g.hear_by + 1))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    g.hear_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    g.said AS "values"
   FROM going g
  WHERE ((g.taken_at IS NOT NULL) AND (g.answered_at IS NULL) AND (NOT g.talked) AND (g.follower_id IS DISTINCT FROM g.receiver_id))
UNION ALL
 SELECT g.centre_id,
    'referral-talked'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.follower_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    g.taken_at AS from_at,
    g.hear_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    g.said AS "values"
   FROM going g
  WHERE g.talked
UNION ALL
 SELECT g.centre_id,
    'referral-answered'::text AS kind,
    g.id AS source_id,
    g.company_id,
    g.follower_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    g.answered_at AS from_at,
    g.hear_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    g.said AS "values"
   FROM going g
  WHERE ((g.answered_at IS NOT NULL) AND (NOT g.talked))
UNION ALL
 SELECT o.centre_id,
    'referral-stopped'::text AS kind,
    o.id AS source_id,
    o.company_id,
    o.follower_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    o.given_at AS from_at,
    o.hear_by AS due_on,
    NULL::timestamp with time zone AS due_at,
    o.said AS "values"
   FROM open o
  WHERE (o.id IN ( SELECT stopped.id
           FROM stopped));
comment on view referrals_waiting is 'Referrals that nobody has answered, that somebody has taken or answered, and those of companies that want no contact. Null: person_id school_id due_at.';

create view refusal_reason_named with (security_invoker=true) as
 SELECT centre_id,
    id,
    name,
    "position",
    withdrawn_at
   FROM refusal_reason;
comment on view refusal_reason_named is 'Reasons for a no, also those chosen no more. Null: withdrawn_at.';

create view regular_contact_lapses with (security_invoker=true) as
 SELECT c.centre_id,
    c.id,
    c.cvr,
    c.released_at,
    l.at AS last_at,
    (((l.at AT TIME ZONE 'Europe/Copenhagen'::text) + make_interval(months => (COALESCE(r.contact_months, 12) - 2))))::date AS warned_on,
    (((l.at AT TIME ZONE 'Europe/Copenhagen'::text) + make_interval(months => COALESCE(r.contact_months, 12))))::date AS lapses_on
   FROM ((regular_contact c
     LEFT JOIN rules_now r ON ((r.centre_id = c.centre_id)))
     CROSS JOIN LATERAL ( SELECT GREATEST(c.since, max(k.at)) AS at
           FROM contact_made k
          WHERE ((k.centre_id = c.centre_id) AND (k.cvr = c.cvr) AND (k.at <= app_now()))) l)
  WHERE (c.ended_at IS NULL);
comment on view regular_contact_lapses is 'When somebody of the centre was last in contact with a company that has a regular contact, and when that lapses. Null: released_at.';

create view regular_contact_now with (security_invoker=true) as
 SELECT centre_id,
    id,
    company_id,
    cvr,
    whole,
    person_id,
    deputy_id,
    since,
    released_at
   FROM regular_contact
  WHERE (ended_at IS NULL);
comment on view regular_contact_now is 'Who has a company, for all of it or (not whole) for one workplace. Null: deputy_id released_at.';

create view regular_contacts_waiting with (security_invoker=true) as
 SELECT o.centre_id,
    'contact-offer'::text AS kind,
    o.id AS source_id,
    o.company_id,
    o.to_id AS person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    o.offered_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', giver.name, 'what', o.note) AS "values"
   FROM ((contact_offer o
     JOIN company_place p ON ((p.id = o.company_id)))
     JOIN person_named giver ON ((giver.id = COALESCE(o.from_id, o.offered_by))))
  WHERE ((o.accepted_at IS NULL) AND (o.declined_at IS NULL) AND (o.withdrawn_at IS NULL))
UNION ALL
 SELECT c.centre_id,
    'contact-orphan'::text AS kind,
    c.id AS source_id,
    c.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    c.released_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', had.name, 'what', '') AS "values"
   FROM ((regular_contact c
     JOIN company_place p ON ((p.id = c.company_id)))
     JOIN person_named had ON ((had.id = c.person_id)))
  WHERE ((c.ended_at IS NULL) AND (c.released_at IS NOT NULL))
UNION ALL
 SELECT k.centre_id,
    'contact-claim'::text AS kind,
    k.id AS source_id,
    c.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    k.claimed_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', wants.name, 'what', k.why, 'has', had.name) AS "values"
   FROM ((((contact_claim k
     JOIN regular_contact c ON (((c.centre_id = k.centre_id) AND (c.id = k.contact_id))))
     JOIN company_place p ON ((p.id = c.company_id)))
     JOIN person_named wants ON ((wants.id = k.person_id)))
     JOIN person_named had ON ((had.id = c.person_id)))
  WHERE ((k.decided_at IS NULL) AND (k.withdrawn_at IS NULL) AND (c.ended_at IS NULL))
UNION ALL
 SELECT k.centre_id,
    'contact-claimed'::text AS kind,
    k.id AS source_id,
    c.company_id,
    c.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    k.claimed_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', wants.name, 'what', k.why) AS "values"
   FROM (((contact_claim k
     JOIN regular_contact c ON (((c.centre_id = k.centre_id) AND (c.id = k.contact_id))))
     JOIN company_place p ON ((p.id = c.company_id)))
     JOIN person_named wants ON ((wants.id = k.person_id)))
  WHERE ((k.decided_at IS NULL) AND (k.withdrawn_at IS NULL) AND (c.ended_at IS NULL) AND (c.released_at IS NULL))
UNION ALL
 SELECT f.centre_id,
        CASE
            WHEN (f.due_on < (select app_today())) THEN 'follow-up-overdue'::text
            ELSE 'follow-up-due'::text
        END AS kind,
    f.id AS source_id,
    c.company_id,
        CASE
            WHEN (c.released_at IS NULL) THEN c.person_id
            ELSE NULL::integer
        END AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    (((f.due_on - 7))::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    f.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', had.name, 'what', f.what, 'date', f.due_on, 'mine', ((NOT (c.person_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM (((follow_up f
     JOIN regular_contact c ON (((c.centre_id = f.centre_id) AND (c.id = f.contact_id))))
     JOIN company_place p ON ((p.id = c.company_id)))
     JOIN person_named had ON ((had.id = c.person_id)))
  WHERE ((f.done_at IS NULL) AND (f.dropped_at IS NULL) AND (c.ended_at IS NULL))
UNION ALL
 SELECT l.centre_id,
    'contact-lapses'::text AS kind,
    l.id AS source_id,
    c.company_id,
    c.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    ((l.warned_on)::timestamp without time zone AT TIME ZONE 'Europe/Copenhagen'::text) AS from_at,
    l.lapses_on AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'who', had.name, 'what', '', 'date', l.lapses_on) AS "values"
   FROM (((regular_contact_lapses l
     JOIN regular_contact c ON (((c.centre_id = l.centre_id) AND (c.id = l.id))))
     JOIN company_place p ON ((p.id = c.company_id)))
     JOIN person_named had ON ((had.id = c.person_id)))
  WHERE ((l.warned_on <= (select app_today())) AND (c.released_at IS NULL));
comment on view regular_contacts_waiting is 'Who is asked to be a company''s contact, who says a company is his, contacts that nobody has, what was agreed to follow, and what lapses. Null: person_id school_id role due_on due_at.';

create view restricted_part_read with (security_invoker=true) as
 SELECT centre_id,
    id,
    circle_id,
    visit_id,
    written_by
   FROM restricted_part;
comment on view restricted_part_read is 'Sensitive parts of reports that who asks may read, without their words. Null: none.';

create view role_held with (security_invoker=true) as
 WITH ended AS (
         SELECT f.centre_id,
            f.membership_id,
            f.role,
            f.ended_at,
            lag(f.ended_at) OVER (PARTITION BY f.centre_id, f.membership_id ORDER BY f.ended_at, f.id) AS before_at
           FROM former_place f
        )
 SELECT m.centre_id,
    m.person_id,
    e.role,
    COALESCE(e.before_at, '-infinity'::timestamp with time zone) AS from_at,
    e.ended_at AS to_at
   FROM (membership m
     JOIN ended e ON (((e.centre_id = m.centre_id) AND (e.membership_id = m.id))))
UNION ALL
 SELECT m.centre_id,
    m.person_id,
    m.role,
    COALESCE(( SELECT max(f.ended_at) AS max
           FROM former_place f
          WHERE ((f.centre_id = m.centre_id) AND (f.membership_id = m.id))), '-infinity'::timestamp with time zone) AS from_at,
    NULL::timestamp with time zone AS to_at
   FROM membership m;
comment on view role_held is 'As what somebody was or is here, from when and until when. Null: to_at.';

create view rules_now with (security_invoker=true) as
 SELECT centre_id,
    silence,
    later_months,
    not_interested_months,
    strike_months,
    no_answer_hours,
    no_answer_tries,
    no_answer_rest_days,
    visit_minutes,
    active_case_months,
    company_places,
    shared_places,
    shorter_why,
    contact_months,
    open_days,
    link_days,
    agreed_at,
    buffer_minutes,
    handed_in_quarter,
    referral_days,
    ask_by_mail
   FROM rules;
comment on view rules_now is 'What the centre has chosen; until it has agreed on them, our proposals. Null: shorter_why agreed_at.';

create view school_contact_now with (security_invoker=true) as
 SELECT centre_id,
    school_id,
    id,
    sealed,
    key,
    same_mark,
    cvr_mark,
    p_mark,
    phone_mark,
    domain_mark,
    knows_mark,
    told
   FROM school_contact
  WHERE ((replaced_by IS NULL) AND (key_mark = ( SELECT school_mark(app_school_key(), 'key'::text, '') AS school_mark)));
comment on view school_contact_now is 'The own school''s contacts that its key opens. Null: cvr_mark p_mark phone_mark domain_mark knows_mark.';

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

create view script_version with (security_invoker=true) as
 SELECT centre_id,
    id,
    list_id,
    version,
    written_at
   FROM script;
comment on view script_version is 'Versions of what the callers say. Null: none.';

create view shared_leadership with (security_invoker=true) as
 SELECT centre_id,
    cvr
   FROM leadership
  WHERE ((until_at IS NULL) AND shared);
comment on view shared_leadership is 'Companies whose workplaces answer each for itself. Null: none.';

create view staffing_ahead_waiting with (security_invoker=true) as
 SELECT p.centre_id,
    'staffing-proposed'::text AS kind,
    p.id AS source_id,
    NULL::integer AS company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    p.made_at AS from_at,
    ((o.first_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    o.first_at AS due_at,
    jsonb_build_object('count', (o.many)::text) AS "values"
   FROM (staffing_proposal p
     JOIN LATERAL ( SELECT count(DISTINCT x.booking_id) AS many,
            min(x.starts_at) AS first_at
           FROM proposed_place x
          WHERE (x.centre_id = p.centre_id)) o ON ((o.many > 0)))
UNION ALL
 SELECT a.centre_id,
    'staffing-asked'::text AS kind,
    a.id AS source_id,
    b.company_id,
    a.person_id,
    NULL::integer AS school_id,
    NULL::text AS role,
    a.asked_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'by', w.name) AS "values"
   FROM (((staffing_ask_open a
     JOIN booking_now b ON (((b.centre_id = a.centre_id) AND (b.id = a.booking_id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     JOIN person_named w ON ((w.id = a.asked_by)))
UNION ALL
 SELECT a.centre_id,
    'staffing-refused'::text AS kind,
    a.id AS source_id,
    b.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    a.no_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'by', w.name) AS "values"
   FROM (((staffing_ask a
     JOIN booking_now b ON (((b.centre_id = a.centre_id) AND (b.id = a.booking_id) AND (b.starts_at = a.starts_at))))
     JOIN company_place c ON ((c.id = b.company_id)))
     JOIN person_named w ON ((w.id = a.person_id)))
  WHERE ((a.no_at IS NOT NULL) AND (EXISTS ( SELECT
           FROM place_lacking l
          WHERE ((l.centre_id = a.centre_id) AND (l.booking_id = a.booking_id) AND (l.place = a.place)))) AND (NOT (EXISTS ( SELECT
           FROM staffing_ask n
          WHERE ((n.centre_id = a.centre_id) AND (n.booking_id = a.booking_id) AND (n.place = a.place) AND (n.id > a.id))))) AND (NOT (EXISTS ( SELECT
           FROM staffing_exception e
          WHERE ((e.centre_id = a.centre_id) AND (e.booking_id = a.booking_id) AND (e.taken_back_at IS NULL) AND (e.person_id IS NULL))))))
UNION ALL
 SELECT l.centre_id,
    'goer-away'::text AS kind,
    b.id AS source_id,
    b.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    b.booked_at AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'by', w.name) AS "values"
   FROM (((place_lacking l
     JOIN booking_now b ON (((b.centre_id = l.centre_id) AND (b.id = l.booking_id))))
     JOIN company_place c ON ((c.id = b.company_id)))
     JOIN person_named w ON ((w.id = l.gone_id)))
  WHERE ((l.place = 'lead'::text) AND (l.why = 'away'::text) AND (NOT (EXISTS ( SELECT
           FROM staffing_ask_open a
          WHERE ((a.centre_id = l.centre_id) AND (a.booking_id = l.booking_id) AND (a.place = 'lead'::text))))));
comment on view staffing_ahead_waiting is 'Proposals to be decided, people asked to go, noes, and meetings whose first goer is away. Null: company_id person_id school_id role.';

create view staffing_ask_open with (security_invoker=true) as
 SELECT a.centre_id,
    a.id,
    a.booking_id,
    a.place,
    a.person_id,
    a.asked_by,
    a.asked_at,
    a.starts_at
   FROM (staffing_ask a
     JOIN booking_now b ON (((b.centre_id = a.centre_id) AND (b.id = a.booking_id) AND (b.starts_at = a.starts_at) AND (b.ends_at = a.ends_at) AND (b.form = a.form))))
  WHERE ((a.yes_at IS NULL) AND (a.no_at IS NULL) AND (a.withdrawn_at IS NULL) AND (EXISTS ( SELECT
           FROM member_now m
          WHERE ((m.centre_id = a.centre_id) AND (m.person_id = a.person_id)))) AND (EXISTS ( SELECT
           FROM place_lacking l
          WHERE ((l.centre_id = a.centre_id) AND (l.booking_id = a.booking_id) AND (l.place = a.place)))));
comment on view staffing_ask_open is 'Who is asked to go, and has not answered; he is here, the meeting stands as it did, and the place is still free. Null: none.';

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
    call_back_at,
    refusal_reason_id,
    own_answer_id,
    own_reason_id
   FROM call c
  WHERE (NOT (EXISTS ( SELECT
           FROM call_correction k
          WHERE ((k.centre_id = c.centre_id) AND (k.call_id = c.id)))));

create view still_agreed_waiting with (security_invoker=true) as
 WITH heaviest AS (
         SELECT DISTINCT ON (a.centre_id, a.subject, a.subject_id) a.centre_id,
            a.subject,
            a.subject_id,
            a.company_id,
            a.cvr,
            a.person_id,
            a.against,
            a.against_id,
            a.since
           FROM (agreed_against a
             JOIN kind_that_stops k ON ((k.kind = a.against)))
          WHERE (NOT (EXISTS ( SELECT
                   FROM still_agreed s
                  WHERE ((s.centre_id = a.centre_id) AND (s.subject = a.subject) AND (s.subject_id = a.subject_id) AND (s.against = a.against) AND (s.against_id = a.against_id)))))
          ORDER BY a.centre_id, a.subject, a.subject_id, k.rank, a.since
        )
 SELECT h.centre_id,
    'agreed-meeting'::text AS kind,
    h.subject_id AS source_id,
    h.company_id,
    w.person_id,
    NULL::integer AS school_id,
        CASE
            WHEN (w."position" = 1) THEN 'runs'::text
            ELSE NULL::text
        END AS role,
    h.since AS from_at,
    ((b.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    b.starts_at AS due_at,
    jsonb_build_object('company', c.name, 'why', h.against, 'since', ((h.since AT TIME ZONE 'Europe/Copenhagen'::text))::date, 'who', p.name, 'what', '', 'mine', ((NOT (w.person_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM ((((heaviest h
     JOIN booking_now b ON (((b.centre_id = h.centre_id) AND (b.id = h.subject_id))))
     JOIN visitor_ever w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
     JOIN company_place c ON ((c.id = h.company_id)))
     JOIN person_named p ON ((p.id = w.person_id)))
  WHERE ((h.subject = 'meeting'::text) AND (b.starts_at > (select app_now())))
UNION ALL
 SELECT h.centre_id,
        CASE h.subject
            WHEN 'promise'::text THEN 'agreed-promise'::text
            WHEN 'open-need'::text THEN 'agreed-need'::text
            WHEN 'call-back'::text THEN 'agreed-back'::text
            WHEN 'wants-visit'::text THEN 'agreed-wish'::text
            WHEN 'later'::text THEN 'agreed-later'::text
            WHEN 'new-time'::text THEN 'agreed-time'::text
            ELSE 'agreed-contact'::text
        END AS kind,
    h.subject_id AS source_id,
    h.company_id,
    h.person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    h.since AS from_at,
    COALESCE(m.due_on, w.until_on,
        CASE
            WHEN (h.subject = 'call-back'::text) THEN ((q.due_at AT TIME ZONE 'Europe/Copenhagen'::text))::date
            ELSE NULL::date
        END) AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'why', h.against, 'since', ((h.since AT TIME ZONE 'Europe/Copenhagen'::text))::date, 'who', COALESCE(p.name, ''), 'what', COALESCE(m.what, ''), 'mine', ((NOT (h.person_id IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM (((((heaviest h
     JOIN company_place c ON ((c.id = h.company_id)))
     LEFT JOIN person_named p ON ((p.id = h.person_id)))
     LEFT JOIN promise_now m ON (((h.subject = 'promise'::text) AND (m.centre_id = h.centre_id) AND (m.id = h.subject_id))))
     LEFT JOIN back_open q ON (((h.subject = 'call-back'::text) AND (q.centre_id = h.centre_id) AND (q.call_id = h.subject_id))))
     LEFT JOIN wait_given w ON (((h.subject = 'later'::text) AND (w.centre_id = h.centre_id) AND (w.id = h.subject_id))))
  WHERE (h.subject <> 'meeting'::text);
comment on view still_agreed_waiting is 'Meetings, promises, needs, regular contacts, new times to be found and what was agreed on the phone of companies that said stop or do not go on, until somebody says what becomes of them. Null: person_id school_id role due_on due_at.';

create view struck_companies_waiting with (security_invoker=true) as
 WITH free AS (
         SELECT n.centre_id,
            n.id,
            n.school_id,
            n.list_id,
            n.person_id,
            n.ended_at,
            l.name AS list,
            p.name AS company,
            h.person_id AS striker,
            m.name AS who,
            a.person_id AS asked,
            a.name AS knows
           FROM (((((own_strike_now n
             JOIN list_now l ON (((l.centre_id = n.centre_id) AND (l.id = n.list_id))))
             JOIN company_place p ON ((p.id = n.company_id)))
             LEFT JOIN member_now m ON (((m.centre_id = n.centre_id) AND (m.person_id = n.person_id))))
             LEFT JOIN hearer_now h ON (((h.centre_id = n.centre_id) AND (h.person_id = n.person_id) AND (h.school_id = n.school_id))))
             LEFT JOIN hearer_now a ON (((a.centre_id = n.centre_id) AND (a.person_id = n.asked_id) AND (a.school_id = n.school_id) AND (a.person_id <> n.person_id))))
          WHERE (NOT (EXISTS ( SELECT
                   FROM (struck_taking t
                     JOIN hearer_now x ON (((x.centre_id = t.centre_id) AND (x.person_id = t.person_id) AND (x.school_id = n.school_id))))
                  WHERE ((t.centre_id = n.centre_id) AND (t.strike_id = n.id)))))
        )
 SELECT f.centre_id,
    'struck-yours'::text AS kind,
    f.list_id AS source_id,
    NULL::integer AS company_id,
        CASE
            WHEN (f.striker IS NULL) THEN NULL::integer
            ELSE f.person_id
        END AS person_id,
    f.school_id,
    'hears'::text AS role,
    min(f.ended_at) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('count', count(*), 'list', f.list, 'company', min(f.company), 'who', COALESCE(f.who, ''), 'mine', ((NOT (f.striker IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM free f
  WHERE (f.asked IS NULL)
  GROUP BY f.centre_id, f.list_id, f.person_id, f.striker, f.who, f.school_id, f.list
UNION ALL
 SELECT f.centre_id,
    'struck-known'::text AS kind,
    f.list_id AS source_id,
    NULL::integer AS company_id,
    f.asked AS person_id,
    f.school_id,
    'hears'::text AS role,
    min(f.ended_at) AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('count', count(*), 'list', f.list, 'company', min(f.company), 'who', COALESCE(string_agg(DISTINCT f.who, ', '::text), ''), 'knows', min(f.knows), 'mine', ((NOT (f.asked IS DISTINCT FROM (select app_person()))))::integer) AS "values"
   FROM free f
  WHERE (f.asked IS NOT NULL)
  GROUP BY f.centre_id, f.list_id, f.asked, f.school_id, f.list
UNION ALL
 SELECT n.centre_id,
    'struck-planned'::text AS kind,
    n.id AS source_id,
    n.company_id,
    t.person_id,
    n.school_id,
    'hears'::text AS role,
    t.taken_at AS from_at,
    t.due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', p.name, 'what', t.what, 'list', l.name) AS "values"
   FROM ((((own_strike_now n
     JOIN struck_taking t ON (((t.centre_id = n.centre_id) AND (t.strike_id = n.id))))
     JOIN hearer_now x ON (((x.centre_id = t.centre_id) AND (x.person_id = t.person_id) AND (x.school_id = n.school_id))))
     JOIN list_now l ON (((l.centre_id = n.centre_id) AND (l.id = n.list_id))))
     JOIN company_place p ON ((p.id = n.company_id)))
  WHERE ((t.due_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM contact_made k
          WHERE ((k.centre_id = n.centre_id) AND (k.cvr = n.cvr) AND (k.whole OR (k.company_id = n.company_id)) AND (k.at >= t.taken_at))))));
comment on view struck_companies_waiting is 'Companies that the own school struck and nobody of it goes on with, and what was meant to be done with one by a day. Null: company_id person_id due_on due_at.';

create view teaching_idea_told with (security_invoker=true) as
 SELECT centre_id,
    id,
    title,
    put_at,
    follower_id,
    (state = ANY (ARRAY['new'::text, 'looking'::text])) AS open
   FROM teaching_idea;
comment on view teaching_idea_told is 'Ideas for teaching, and whether they are still looked into. Null: follower_id.';

create view tip_reached with (security_invoker=true) as
 SELECT t.centre_id,
    t.id,
    t.partner_id,
    h.id AS head_id,
    (t.seen_at IS NOT NULL) AS seen,
    (v.visited_at IS NOT NULL) AS visited,
    ((t.led_before_at IS NOT NULL) OR ((v.visited_at IS NOT NULL) AND (EXISTS ( SELECT
           FROM promise_now p
          WHERE ((p.centre_id = h.centre_id) AND (p.cvr = h.cvr) AND (p.made_at >= v.visited_at) AND ((h.ended_at IS NULL) OR (p.made_at <= h.ended_at)) AND ((p.company_id = h.company_id) OR (h.join_key = h.cvr))))))) AS led,
    (h.ended_at IS NOT NULL) AS ended,
    v.visited_at
   FROM ((tip t
     JOIN tip h ON (((h.centre_id = t.centre_id) AND (h.id = COALESCE(t.joined_to, t.id)))))
     CROSS JOIN LATERAL ( SELECT LEAST(t.visited_before_at, ( SELECT min(r.visited_at) AS min
                   FROM visit_reported r
                  WHERE ((h.accepted_at IS NOT NULL) AND (r.centre_id = h.centre_id) AND (r.cvr = h.cvr) AND (r.visited_at >= GREATEST(t.given_at, h.accepted_at)) AND ((h.ended_at IS NULL) OR (r.visited_at <= h.ended_at)) AND ((r.company_id = h.company_id) OR (h.join_key = h.cvr))))) AS visited_at) v);
comment on view tip_reached is 'How far a tip is; joined ones as the one they are joined to. Null: visited_at.';

create view tip_visit_news with (security_invoker=true) as
 SELECT t.centre_id,
    t.id AS tip_id,
    b.id AS booking_id,
    b.starts_at,
    b.form,
    ARRAY( SELECT p.name
           FROM (visitor_ever v
             JOIN person_named p ON ((p.id = v.person_id)))
          WHERE ((v.centre_id = b.centre_id) AND (v.booking_id = b.id))
          ORDER BY p.name) AS visitors,
    n.news,
    n.at
   FROM (((tip t
     JOIN tip_reached r ON (((r.centre_id = t.centre_id) AND (r.id = t.id) AND (NOT r.led))))
     CROSS JOIN LATERAL ( SELECT e.centre_id,
            e.id,
            e.company_id,
            e.cvr,
            e.list_id,
            e.origin_kind,
            e.origin_id,
            e.form,
            e.starts_at,
            e.ends_at,
            e.place,
            e.contact_name,
            e.contact_email,
            e.contact_phone,
            e.note,
            e.booked_by,
            e.booked_at,
            e.confirmed_at,
            e.cancelled_at,
            e.reported_at,
            e.municipality,
            e.industry,
            e.employees,
            e.not_met_at,
            e.company_person_id,
            e.moved_at,
            e.cancelled_by,
            e.moved_by
           FROM booking_ever e
          WHERE ((e.centre_id = t.centre_id) AND (e.cvr = t.cvr) AND (e.booked_at >= t.accepted_at) AND ((e.company_id = t.company_id) OR (t.join_key = t.cvr)))
          ORDER BY ((e.cancelled_at IS NULL) AND (e.starts_at > app_now())) DESC, e.booked_at DESC, e.id DESC
         LIMIT 1) b)
     CROSS JOIN LATERAL ( SELECT 'off'::text AS news,
            b.cancelled_at AS at
          WHERE (b.cancelled_by IS DISTINCT FROM t.owner_id)
        UNION ALL
         SELECT 'moved'::text,
            b.moved_at
          WHERE ((b.cancelled_at IS NULL) AND (b.starts_at > app_now()) AND (b.moved_by IS DISTINCT FROM t.owner_id) AND (NOT (EXISTS ( SELECT
                   FROM visitor_ever v
                  WHERE ((v.centre_id = b.centre_id) AND (v.booking_id = b.id) AND (v.person_id = t.owner_id))))))) n)
  WHERE ((t.owner_id IS NOT NULL) AND (t.ended_at IS NULL) AND (t.enquiry_id IS NULL) AND (n.at > COALESCE(t.visit_seen_at, t.accepted_at)));
comment on view tip_visit_news is 'What happened with the visit that a tip led to, as whoever goes on with the tip has not seen it: called off, or changed by another (another time, another kind, others who go), and how it stands now. Null: none.';

create view tips_waiting with (security_invoker=true) as
 WITH open_tip AS (
         SELECT t.centre_id,
            t.id,
            t.partner_id,
            t.given_by,
            t.link_id,
            t.given_at,
            t.company_said,
            t.town_said,
            t.company_id,
            t.cvr,
            t.join_key,
            t.words,
            t.may_name,
            t.urgent,
            t.asked_by,
            t.asked_on,
            t.joined_to,
            t.seen_at,
            t.seen_by,
            t.asked_id,
            t.owner_id,
            t.accepted_at,
            t.enquiry_id,
            t.note,
            t.ended_at,
            t.ended_by,
            t.ended_why,
            t.visit_seen_at,
            COALESCE(c.name, t.company_said) AS company,
            ((t.given_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS given_on
           FROM (tip t
             LEFT JOIN company_place c ON ((c.id = t.company_id)))
          WHERE (t.ended_at IS NULL)
        )
 SELECT t.centre_id,
    'tip-new'::text AS kind,
    t.id AS source_id,
    t.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.given_at AS from_at,
    (t.given_on +
        CASE
            WHEN t.urgent THEN 0
            ELSE 2
        END) AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', t.company, 'what', t.words) AS "values"
   FROM open_tip t
  WHERE ((t.seen_at IS NULL) AND (t.joined_to IS NULL))
UNION ALL
 SELECT t.centre_id,
    'tip-joined'::text AS kind,
    t.id AS source_id,
    t.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.given_at AS from_at,
    (t.given_on + 2) AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', t.company, 'what', t.words) AS "values"
   FROM open_tip t
  WHERE ((t.seen_at IS NULL) AND (t.joined_to IS NOT NULL))
UNION ALL
 SELECT t.centre_id,
    'tip-free'::text AS kind,
    t.id AS source_id,
    t.company_id,
    NULL::integer AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.seen_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', t.company, 'what', t.words) AS "values"
   FROM open_tip t
  WHERE ((t.seen_at IS NOT NULL) AND (t.joined_to IS NULL) AND (t.asked_id IS NULL) AND (t.owner_id IS NULL) AND (t.enquiry_id IS NULL) AND ((t.company_id IS NULL) OR (NOT (EXISTS ( SELECT
           FROM hindrances_of(t.centre_id, ARRAY[t.company_id]) h(company_id, kind, rank, word, stops, since, source_id, person_id, ends_at, holds)
          WHERE (h.holds AND (h.word <> 'running'::text) AND ('outreach'::text = ANY (h.stops))))))))
UNION ALL
 SELECT t.centre_id,
    'tip-asked'::text AS kind,
    t.id AS source_id,
    t.company_id,
    t.asked_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    t.seen_at AS from_at,
    NULL::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', t.company, 'what', t.words) AS "values"
   FROM open_tip t
  WHERE (t.asked_id IS NOT NULL)
UNION ALL
 SELECT t.centre_id,
        CASE n.news
            WHEN 'off'::text THEN 'tip-visit-off'::text
            WHEN 'moved'::text THEN 'tip-visit-moved'::text
            ELSE 'tip-mine'::text
        END AS kind,
    t.id AS source_id,
    t.company_id,
    t.owner_id AS person_id,
    NULL::integer AS school_id,
    'runs'::text AS role,
    COALESCE(n.at, t.accepted_at) AS from_at,
        CASE
            WHEN (n.news = 'moved'::text) THEN ((n.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date
            WHEN (n.news IS NULL) THEN (((t.accepted_at AT TIME ZONE 'Europe/Copenhagen'::text))::date +
            CASE
                WHEN t.urgent THEN 3
                ELSE 14
            END)
            ELSE NULL::date
        END AS due_on,
        CASE
            WHEN (n.news = 'moved'::text) THEN n.starts_at
            ELSE NULL::timestamp with time zone
        END AS due_at,
    jsonb_build_object('company', t.company, 'what', t.words) AS "values"
   FROM ((open_tip t
     JOIN tip_reached r ON (((r.centre_id = t.centre_id) AND (r.id = t.id))))
     LEFT JOIN tip_visit_news n ON (((n.centre_id = t.centre_id) AND (n.tip_id = t.id))))
  WHERE ((t.owner_id IS NOT NULL) AND (t.enquiry_id IS NULL) AND (NOT r.led));
comment on view tips_waiting is 'Tips that nobody has read, that can go on, that someone is asked about, and that someone goes on with. Null: company_id person_id school_id due_on due_at.';

create view topic_in_lists with (security_invoker=true) as
 SELECT centre_id,
    visit_id,
    topic
   FROM visit_topic
  WHERE in_lists;
comment on view topic_in_lists is 'What visits were about, as a list may name it. Null: none.';

create view visit_begun with (security_invoker=true) as
 SELECT d.centre_id,
    d.id,
    d.person_id,
    d.company_id,
    d.booking_id,
    d.saved_at
   FROM (visit_draft d
     LEFT JOIN booking_ever b ON (((b.centre_id = d.centre_id) AND (b.id = d.booking_id))))
  WHERE (b.reported_at IS NULL);
comment on view visit_begun is 'Reports that who asks has begun and not sent. Null: booking_id.';

create view visit_due with (security_invoker=true) as
 SELECT b.centre_id,
    b.id AS booking_id,
    b.company_id,
    b.cvr,
    w.person_id,
    b.starts_at,
    w."position"
   FROM (booking_now b
     JOIN visitor_ever w ON (((w.centre_id = b.centre_id) AND (w.booking_id = b.id))))
  WHERE ((b.starts_at <= (select app_now())) AND (b.reported_at IS NULL) AND (b.not_met_at IS NULL));
comment on view visit_due is 'Meetings that were held and have no report, a row for each who went: any of them may write it. Null: none.';

create view visit_read with (security_invoker=true) as
 SELECT centre_id,
    id,
    booking_id,
    company_id,
    cvr,
    person_id,
    visited_at,
    reported_at,
    municipality,
    industry,
    employees,
    about,
    sought
   FROM visit;
comment on view visit_read is 'Reports as all schools read them; municipality, industry and employees as they were then. Null: booking_id municipality industry employees.';

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

create view visit_weight with (security_invoker=true) as
 SELECT centre_id,
    id AS visit_id,
    company_id,
    cvr,
    person_id,
    visited_at,
    reported_at,
    COALESCE(employees, 0) AS employees,
    ( SELECT (count(*))::integer AS count
           FROM visit_need n
          WHERE ((n.centre_id = v.centre_id) AND (n.visit_id = v.id))) AS needs,
    (EXISTS ( SELECT
           FROM visit_topic t
          WHERE ((t.centre_id = v.centre_id) AND (t.visit_id = v.id) AND (t.topic = 'learn-from'::text)))) AS to_learn_from
   FROM visit v;
comment on view visit_weight is 'How much a report holds: people of the company, needs, whether others can learn from it. Null: none.';

create view visitor_ever with (security_invoker=true) as
 SELECT centre_id,
    booking_id,
    person_id,
    travel_minutes,
    acknowledged_at,
    "position",
    released_at
   FROM booking_visitor;
comment on view visitor_ever is 'Who goes to meetings, held, ahead or called off; the first (position 1) answers for it. Released: he goes no more, and another is to. Null: acknowledged_at released_at.';

create view visitor_language with (security_invoker=true) as
 SELECT t.centre_id,
    t.person_id,
    l.language
   FROM (visitor_trades t
     CROSS JOIN LATERAL unnest(t.languages) l(language));
comment on view visitor_language is 'Languages of those who visit, as they said them. Null: none.';

create view visits_waiting with (security_invoker=true) as
 SELECT d.centre_id,
    'visit-report'::text AS kind,
    d.booking_id AS source_id,
    d.company_id,
    d.person_id,
    NULL::integer AS school_id,
        CASE
            WHEN ((d."position" = 1) AND (NOT (EXISTS ( SELECT
               FROM visitor_ever mine
              WHERE ((mine.centre_id = d.centre_id) AND (mine.booking_id = d.booking_id) AND (mine.person_id = (select app_person()))))))) THEN 'runs'::text
            ELSE NULL::text
        END AS role,
    d.starts_at AS from_at,
    ((d.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS due_on,
    NULL::timestamp with time zone AS due_at,
    jsonb_build_object('company', c.name, 'who', p.name, 'date', ((d.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date, 'startsAt', to_char((d.starts_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'days', ((select app_today()) - ((d.starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date), 'mails', ( SELECT count(*) AS count
           FROM mailed_words_known w
          WHERE ((w.centre_id = d.centre_id) AND (w.booking_id = d.booking_id) AND (w.person_id = d.person_id) AND (w.person_id = (select app_person()))))) AS "values"
   FROM ((visit_due d
     JOIN company_place c ON ((c.id = d.company_id)))
     JOIN person_named p ON ((p.id = d.person_id)));
comment on view visits_waiting is 'Meetings that were held and have no report yet. Null: school_id role due_at.';

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
    lifted_at,
    whole,
    person_id
   FROM waiting_period;
comment on view wait_given is 'Waits that a company was given, lifted ones too. Null: company_id until_on origin_id lifted_at whole person_id.';

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

CREATE OR REPLACE FUNCTION app_school_key()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select decode(nullif(current_setting('app.school_key', true), ''), 'hex') $function$;

CREATE OR REPLACE FUNCTION app_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(current_setting('app.system', true), '') = 'on' $function$;

CREATE OR REPLACE FUNCTION app_today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ select (nullif(current_setting('app.now', true), '')::timestamptz at time zone 'Europe/Copenhagen')::date $function$;

CREATE OR REPLACE FUNCTION begin_refusal_reasons()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into refusal_reason (centre_id, name, position)
  select new.id, r.name, r.n
  from unnest(array['Egen kursusafdeling', 'Har ikke tid', 'Dårlige erfaringer', 'For få ansatte', 'Andet']) with ordinality r (name, n);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION capacity_agreed(centre integer, someone integer, at_school integer, week date, OUT meetings integer, OUT a_day integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  select coalesce(one.meetings, always.meetings), coalesce(one.a_day, always.a_day) into meetings, a_day
  from (select 1) nothing
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
      and s.taken_back_at is null
    order by s.id desc limit 1) one on true
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
      and s.from_on <= week and (s.until_on is null or s.until_on > week)
      and s.taken_back_at is null
    order by s.id desc limit 1) always on true;
end $function$;

CREATE OR REPLACE FUNCTION capacity_forms(centre integer, people integer[], first_week date, weeks integer, of_form text, but_kind text, but_id bigint)
 RETURNS TABLE(person_id integer, week_on date, most integer, booked integer, kept integer, school_most integer, school_taken integer)
 LANGUAGE plpgsql
 STABLE ROWS 300
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_nestloop TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
  with member as (
    select m.person_id, m.school_id from member_now m
    where m.centre_id = centre and exists (select from capacity_limit l where l.centre_id = centre and l.form = of_form)
  ), week as (
    select (first_week + 7 * n) as week_on from generate_series(0, weeks - 1) n
  ), taken as (
    select b.person_id, b.week_on, count(*)::int as booked from busy_day b
    where b.centre_id = centre and b.kind = 'booking' and b.form = of_form
      and b.during && tstzrange((first_week - 1)::timestamptz, (first_week + 7 * weeks + 1)::timestamptz)
      and (b.kind, b.source_id) is distinct from (but_kind, but_id)
    group by b.person_id, b.week_on
  ), kept as (
    select t.visitor_id as person_id, t.week_on, count(*)::int as kept from capacity_token t
    where t.form = of_form and t.centre_id = centre and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person())
    group by t.visitor_id, t.week_on
  ), of_each as (
    select m.person_id, m.school_id, w.week_on, coalesce(t.booked, 0) as booked, coalesce(k.kept, 0) as kept
    from member m cross join week w
    left join taken t on t.person_id = m.person_id and t.week_on = w.week_on
    left join kept k on k.person_id = m.person_id and k.week_on = w.week_on
  ), of_school as (
    select e.school_id, e.week_on, sum(e.booked + e.kept)::int as taken from of_each e where e.school_id is not null group by e.school_id, e.week_on
  ), agreed as materialized (
    select a.person_id, a.school_id, a.week_on,
      case when bool_or(a.one_week) then max(l.most) filter (where a.one_week) else max(l.most) end as most
    from capacity_latest(centre, people, first_week, weeks, of_form) a
    left join capacity_limit l on l.centre_id = centre and l.said_id = a.said_id and l.form = of_form
    group by a.person_id, a.school_id, a.week_on
  ), limited as (
    select e.person_id, e.week_on, own.most, e.booked, e.kept, school.most as school_most, s.taken as school_taken
    from of_each e
    left join agreed own on own.person_id = e.person_id and own.week_on = e.week_on
    left join agreed school on school.school_id = e.school_id and school.week_on = e.week_on
    left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
    where people is null or e.person_id = any(people)
  )
  select l.person_id, l.week_on, l.most, l.booked, l.kept, l.school_most, l.school_taken from limited l where l.most is not null or l.school_most is not null;
end $function$;

CREATE OR REPLACE FUNCTION capacity_latest(centre integer, people integer[], first_week date, weeks integer, of_form text)
 RETURNS TABLE(person_id integer, school_id integer, week_on date, one_week boolean, said_id integer, meetings integer, a_day integer)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct on (s.person_id, s.of_school, w.week_on, s.one_week) s.person_id, s.of_school, w.week_on, s.one_week, s.id, s.meetings, s.a_day
  from (
    select c.*, case when c.person_id is null then c.school_id end as of_school from capacity_said c
    where c.centre_id = centre and c.taken_back_at is null and (people is null or c.person_id is null or c.person_id = any(people))
      and c.from_on < first_week + 7 * weeks and (c.until_on is null or c.until_on > first_week)
      and (of_form is null or not c.one_week
        or exists (select from capacity_limit l where l.centre_id = centre and l.said_id = c.id and l.form = of_form))
  ) s
  join (select first_week + 7 * n as week_on from generate_series(0, weeks - 1) n) w
    on case when s.one_week then s.from_on = w.week_on else s.from_on <= w.week_on and (s.until_on is null or s.until_on > w.week_on) end
  order by s.person_id, s.of_school, w.week_on, s.one_week, s.id desc
$function$;

CREATE OR REPLACE FUNCTION capacity_most(centre integer, someone integer, at_school integer, week date, of_form text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (
    select case when one.said_id is not null then one.most else always.most end
    from (select 1) nothing
    left join lateral (
      select l.said_id, l.most from capacity_said s
      join capacity_limit l on l.centre_id = centre and l.said_id = s.id and l.form = of_form
      where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
        and s.taken_back_at is null
      order by s.id desc limit 1) one on true
    left join lateral (
      select l.most from (
        select s.id from capacity_said s
        where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
          and s.from_on <= week and (s.until_on is null or s.until_on > week)
          and s.taken_back_at is null
        order by s.id desc limit 1) latest
      join capacity_limit l on l.centre_id = centre and l.said_id = latest.id and l.form = of_form) always on true);
end $function$;

CREATE OR REPLACE FUNCTION capacity_room(centre integer, people integer[], first_week date, weeks integer, of_form text)
 RETURNS TABLE(person_id integer, week_on date, school_id integer, school_counts boolean, booked integer, kept integer, has_room boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select w.person_id, w.week_on, w.school_id, w.school_meetings is not null or f.school_most is not null, w.booked, w.kept,
    (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
      and (f.most is null or f.booked + f.kept < f.most) and (f.school_most is null or f.school_taken < f.school_most)
  from capacity_weeks(centre, people, first_week, weeks, null, null) w
  left join capacity_forms(centre, people, first_week, weeks, of_form, null, null) f on f.person_id = w.person_id and f.week_on = w.week_on
$function$;

CREATE OR REPLACE FUNCTION capacity_weeks(centre integer, people integer[], first_week date, weeks integer, but_kind text, but_id bigint)
 RETURNS TABLE(person_id integer, school_id integer, week_on date, meetings integer, a_day integer, booked integer, kept integer, school_meetings integer, school_taken integer)
 LANGUAGE plpgsql
 STABLE ROWS 300
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_nestloop TO 'off'
AS $function$
#variable_conflict use_column
begin
  return query
  with member as (
    select m.person_id, m.school_id from member_now m where m.centre_id = centre
  ), week as (
    select (first_week + 7 * n) as week_on from generate_series(0, weeks - 1) n
  ), taken as (
    select b.person_id, b.week_on, count(*)::int as booked from busy_day b
    where b.centre_id = centre and b.kind = 'booking'
      and b.during && tstzrange((first_week - 1)::timestamptz, (first_week + 7 * weeks + 1)::timestamptz)
      and (b.kind, b.source_id) is distinct from (but_kind, but_id)
    group by b.person_id, b.week_on
  ), kept as (
    select t.visitor_id as person_id, t.week_on, count(*)::int as kept from capacity_token t
    where t.centre_id = centre and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person())
    group by t.visitor_id, t.week_on
  ), of_each as (
    select m.person_id, m.school_id, w.week_on, coalesce(t.booked, 0) as booked, coalesce(k.kept, 0) as kept
    from member m cross join week w
    left join taken t on t.person_id = m.person_id and t.week_on = w.week_on
    left join kept k on k.person_id = m.person_id and k.week_on = w.week_on
  ), of_school as (
    select e.school_id, e.week_on, sum(e.booked + e.kept)::int as taken from of_each e where e.school_id is not null group by e.school_id, e.week_on
  ), agreed as materialized (
    select a.person_id, a.school_id, a.week_on,
      coalesce(max(a.meetings) filter (where a.one_week), max(a.meetings) filter (where not a.one_week)) as meetings,
      coalesce(max(a.a_day) filter (where a.one_week), max(a.a_day) filter (where not a.one_week)) as a_day
    from capacity_latest(centre, people, first_week, weeks, null) a group by a.person_id, a.school_id, a.week_on
  )
  select e.person_id, e.school_id, e.week_on, own.meetings, own.a_day, e.booked, e.kept, school.meetings, s.taken
  from of_each e
  left join agreed own on own.person_id = e.person_id and own.week_on = e.week_on
  left join agreed school on school.school_id = e.school_id and school.week_on = e.week_on
  left join of_school s on s.school_id = e.school_id and s.week_on = e.week_on
  where people is null or e.person_id = any(people);
end $function$;

CREATE OR REPLACE FUNCTION charge_talk(centre integer, caller integer, list integer, company integer, taken timestamp with time zone, ended timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into share_charge (centre_id, school_id, list_id, seconds, ended_at, call_centre_id)
  select centre, n.school_id, list, greatest(1, extract(epoch from ended - taken))::double precision / count(*) over (), ended,
    (select p.call_centre_id from placed_ever p
     where p.centre_id = centre and p.person_id = caller and p.from_at <= taken and (p.to_at is null or p.to_at > taken)
     order by p.from_at desc limit 1)
  from (select h.school_id from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company
    union all
    select null where not exists (select from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company)) n;
end $function$;

CREATE OR REPLACE FUNCTION company_key(centre integer, cvr text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select (centre::bigint << 32) | cvr::bigint
$function$;

CREATE OR REPLACE FUNCTION contact_hindrances(centre integer, place integer, way text)
 RETURNS TABLE(kind text, rank integer, word text, stops text[], since timestamp with time zone, source_id bigint, person_id integer, ends_at timestamp with time zone, until_on date)
 LANGUAGE plpgsql
 STABLE ROWS 4
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  select h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id, h.ends_at,
    ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1
  from hindrances_of(centre, array[place]) h
  where h.holds and h.kind <> 'protected'
  union all
  select k.kind, k.rank, k.word, k.stops, coalesce(p.protected_seen_at, p.changed_at), p.id::bigint, null::int, null::timestamptz, null::date
  from place_fact p
  join hindrance_kind k on k.kind = 'protected'
  where p.id = place and (p.protected or exists (select from place_fact l where l.cvr = p.cvr and l.kind = 'company' and l.protected))
    and not exists (
      select from contact_basis_now b
      where b.centre_id = centre and b.cvr = p.cvr and b.channel = way and (b.company_id is null or b.company_id = p.id));
end $function$;

CREATE OR REPLACE FUNCTION contact_key()
 RETURNS bytea
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select app_school_key() where exists (
    select from school_contact s where s.centre_id = (select app_centre()) and s.school_id = (select app_school())));
end $function$;

CREATE OR REPLACE FUNCTION count_own_sizes(centre integer, cvrs text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from own_size s where s.centre_id = centre and s.cvr = any(cvrs);
  insert into own_size (centre_id, cvr, legal_from, legal_to, sum_from, sum_to, workplaces)
  select o.centre_id, o.cvr,
    min(coalesce(o.employees, o.employees_from)) filter (where o.kind = 'company'),
    min(coalesce(o.employees, o.employees_to)) filter (where o.kind = 'company'),
    sum(coalesce(o.employees, o.employees_from)) filter (where o.kind = 'workplace' and o.closed_on is null),
    case when bool_and(coalesce(o.employees, o.employees_to) is not null) filter (where o.kind = 'workplace' and o.closed_on is null)
         then sum(coalesce(o.employees, o.employees_to)) filter (where o.kind = 'workplace' and o.closed_on is null) end,
    count(*) filter (where o.kind = 'workplace' and o.closed_on is null)
  from own_company o where o.centre_id = centre and o.cvr = any(cvrs) group by o.centre_id, o.cvr;
end $function$;

CREATE OR REPLACE FUNCTION count_register_sizes(cvrs text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from register_size s where s.cvr = any(cvrs);
  insert into register_size (cvr, legal_from, legal_to, sum_from, sum_to, workplaces)
  select c.cvr,
    min(coalesce(c.employees, c.employees_from)) filter (where c.kind = 'company'),
    min(coalesce(c.employees, c.employees_to)) filter (where c.kind = 'company'),
    sum(coalesce(c.employees, c.employees_from)) filter (where c.kind = 'workplace' and c.closed_on is null),
    case when bool_and(coalesce(c.employees, c.employees_to) is not null) filter (where c.kind = 'workplace' and c.closed_on is null)
         then sum(coalesce(c.employees, c.employees_to)) filter (where c.kind = 'workplace' and c.closed_on is null) end,
    count(*) filter (where c.kind = 'workplace' and c.closed_on is null)
  from company c where c.cvr = any(cvrs) group by c.cvr;
end $function$;

CREATE OR REPLACE FUNCTION done_since(centre integer, since timestamp with time zone, person integer, subjects text[], verbs text[], undoing text[], most integer)
 RETURNS TABLE(subject text, verb text, company_id integer, company text, who text, what text)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  select e.subject, e.verb, c.id, c.name::text, p.name::text, e.after->>'what'
  from event e
  join company_place c on c.id = e.company_id
  left join person_named p on p.id = e.person_id
  where e.centre_id = centre and e.at >= since and (person is null or e.person_id = person)
    and (e.subject, e.verb) in (select w.subject, w.verb from unnest(subjects, verbs) w (subject, verb))
    and not exists (
      select from event later
      where later.centre_id = e.centre_id and later.subject = e.subject and later.subject_id = e.subject_id and later.id > e.id
        and later.verb = any(undoing))
  order by e.at desc, e.id desc
  limit most;
end $function$;

CREATE OR REPLACE FUNCTION heaviest_hindrances(centre integer, places integer[], besides integer[])
 RETURNS TABLE(company_id integer, word text, until_on date)
 LANGUAGE sql
 STABLE ROWS 20
AS $function$
  select distinct on (h.company_id) h.company_id, h.word, ((h.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1
  from hindrances_of(centre, places) h
  where h.holds and 'outreach' = any(h.stops) and not (h.kind = 'strike' and h.source_id = any(besides))
  order by h.company_id, h.rank, h.ends_at desc nulls first
$function$;

CREATE OR REPLACE FUNCTION hindrances_of(centre integer, places integer[])
 RETURNS TABLE(company_id integer, kind text, rank integer, word text, stops text[], since timestamp with time zone, source_id bigint, person_id integer, ends_at timestamp with time zone, holds boolean)
 LANGUAGE plpgsql
 STABLE ROWS 4
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  today constant date := app_today();
  this_moment constant timestamptz := app_now();
  portion integer[];
begin
  -- By the hundred: one plan, made for few, does for any number of them.
  for n in 0 .. (cardinality(places) - 1) / 100 loop
    portion := places[n * 100 + 1 : n * 100 + 100];
    return query
    with place as materialized (
      select p.* from place_at_hand p where p.id = any(portion)
    ), numbers as materialized (
      select array_agg(p.cvr) as cvrs, array_agg(p.cvr) filter (where p.kind = 'workplace') as above, array_agg(p.phone) as phones from place p
    ), legal as materialized (
      select l.* from place_at_hand l where l.kind = 'company' and l.cvr = any((select above from numbers)::text[])
    ), fact as materialized (
      select p.id as company_id, p.cvr, p.id as of_id, p.closed_on, p.changed_at, p.protected, p.protected_seen_at, p.standing, p.standing_since
      from place p
      union all
      select p.id, p.cvr, l.id, l.closed_on, l.changed_at, l.protected, l.protected_seen_at, l.standing, l.standing_since
      from legal l join place p on p.cvr = l.cvr and p.kind = 'workplace'
    ), mark as materialized (
      select m.* from mark_reach m
      where m.centre_id = $1
        and (m.cvr = any((select cvrs from numbers)::text[]) or m.kind = 'stop' and m.phone = any((select phones from numbers)::text[]))
    ), said as (
      select p.id as company_id, m.kind, m.since, m.source_id, m.person_id,
        case when m.kind <> 'in-hearing' or m.ends_at > this_moment then m.ends_at end as ends_at
      from mark m join place p on p.cvr = m.cvr and (m.whole or p.id = m.company_id)
      union all
      select p.id, m.kind, m.since, m.source_id, m.person_id, m.ends_at
      from mark m join place p on p.phone = m.phone and p.cvr <> m.cvr
      where m.kind = 'stop' and m.whole and (m.ends_at is null or m.ends_at > this_moment)
        and not exists (select from shared_leadership s where s.centre_id = $1 and s.cvr = p.cvr)
      union all
      select f.company_id, case when f.closed_on <= today then 'ceased' else f.standing end,
        coalesce((case when f.closed_on <= today then f.closed_on else f.standing_since end)::timestamp at time zone 'Europe/Copenhagen', f.changed_at),
        f.of_id, null, null
      from fact f
      where f.closed_on <= today or f.standing <> 'alive'
      union all
      select f.company_id, 'protected', coalesce(f.protected_seen_at, f.changed_at), f.of_id, null, null
      from fact f
      where f.protected and (f.closed_on <= today) is not true
        and not exists (
          select from contact_basis_now b
          where b.centre_id = $1 and b.cvr = f.cvr and b.channel = 'phone' and (b.company_id is null or b.company_id = f.company_id))
    )
    select s.company_id, k.kind, k.rank, k.word, k.stops, s.since, s.source_id, s.person_id, s.ends_at, s.ends_at is null or s.ends_at > this_moment
    from said s join hindrance_kind k on k.kind = s.kind
    where k.stops <> '{}';
    -- Few have ever moved.
    if exists (select from place_ever_moved m where m.company_id = any(portion)) then
      return query
      select h.company_id, h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id, case when h.ends_at > this_moment then h.ends_at end, true
      from moved_hindrance h
      where h.centre_id = $1 and h.company_id = any(portion);
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION holds_token(centre integer, caller integer, list integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited)
    or exists (select from capacity_token t where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now());
end $function$;

CREATE OR REPLACE FUNCTION is_open_to(centre integer, place integer, of_cvr text, people integer[], kind text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (
    select from contact_open_now o
    where o.centre_id = centre and o.cvr = of_cvr and o.person_id = any(people) and o.source_kind = kind
      and (o.company_id = place or o.cvr not in (select s.cvr from shared_leadership s where s.centre_id = centre)));
end $function$;

CREATE OR REPLACE FUNCTION judge_due(centre integer, most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  wanted text[];
  in_use text[];
  noted bigint[];
begin
  with taken as materialized (
    select n.id, n.cvr from queue_note n where n.centre_id = centre order by n.id limit most for update skip locked
  )
  select array_agg(id), array_agg(distinct cvr) into noted, wanted from taken;
  wanted := coalesce(wanted, '{}') || array(
    select q.cvr from queue_row q where q.centre_id = centre and q.check_at <= app_now()
    order by q.check_at limit greatest(most - cardinality(coalesce(wanted, '{}')), 0) for update skip locked);
  with free as materialized (
    select q.list_id, q.company_id from queue_row q where q.centre_id = centre and q.cvr = any(wanted)
    order by q.list_id, q.company_id for update skip locked
  )
  select coalesce(array_agg(distinct q.cvr), '{}') into in_use
  from queue_row q
  where q.centre_id = centre and q.cvr = any(wanted)
    and not exists (select from free f where f.list_id = q.list_id and f.company_id = q.company_id);
  wanted := array(select distinct cvr from unnest(wanted) w (cvr) where cvr <> all(in_use));
  perform judge_queue(centre, wanted);
  delete from queue_note n where n.centre_id = centre and n.id = any(noted) and n.cvr = any(wanted);
  return cardinality(wanted);
end $function$;

CREATE OR REPLACE FUNCTION judge_queue(centre integer, cvrs text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  few constant boolean := cardinality(cvrs) <= 20;
  mode constant text := current_setting('plan_cache_mode');
begin
  if few then perform set_config('plan_cache_mode', 'force_generic_plan', true); end if;
  perform from queue_row q where q.centre_id = centre and q.cvr = any(cvrs) order by q.list_id, q.company_id for update;
  if found then
    update queue_row q
    set phone = j.phone, due_at = j.due_at, ready_at = j.ready_at, hindrance = j.hindrance, ends_at = j.ends_at, check_at = j.check_at
    from queue_judged(centre, cvrs) j
    where q.centre_id = centre and q.cvr = any(cvrs) and q.list_id = j.list_id and q.company_id = j.company_id
      and (q.phone, q.due_at, q.ready_at, q.hindrance, q.ends_at, q.check_at)
        is distinct from (j.phone, j.due_at, j.ready_at, j.hindrance, j.ends_at, j.check_at);
  end if;
  if few then perform set_config('plan_cache_mode', mode, true); end if;
end $function$;

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

CREATE OR REPLACE FUNCTION longest_hindrances(centre integer, places integer[], besides integer[])
 RETURNS TABLE(company_id integer, word text, until_on date)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
  select distinct on (h.company_id) h.company_id, h.word, h.until_on
  from hindrance_now h
  where h.centre_id = centre and h.company_id = any(places) and 'outreach' = any(h.stops) and not (h.kind = 'strike' and h.source_id = any(besides))
  order by h.company_id, h.until_on desc nulls first, h.rank;
end $function$;

CREATE OR REPLACE FUNCTION must_be_here()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  who constant int := (to_jsonb(new) ->> tg_argv[0])::int;
begin
  -- Another centre's row is refused by its policy, with the words for that.
  if who is null or new.centre_id is distinct from app_centre() then return new; end if;
  perform from membership m where m.centre_id = new.centre_id and m.person_id = who and m.left_at is null for share;
  if not found then
    raise exception 'who is to have it has left: %', tg_argv[0] using errcode = 'TV003';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION note_own_place_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into own_place_move (centre_id, company_id, from_cvr, to_cvr, moved_at)
  select n.centre_id, n.id, o.cvr, n.cvr, n.changed_at from after_rows n join before_rows o on o.centre_id = n.centre_id and o.id = n.id
  where n.cvr <> o.cvr and n.kind = 'workplace' and not exists (select from company c where c.id = n.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION note_place_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into place_move (company_id, from_cvr, to_cvr, moved_at)
  select n.id, o.cvr, n.cvr, n.changed_at from after_rows n join before_rows o on o.id = n.id where n.cvr <> o.cvr and n.kind = 'workplace';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION note_placing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    update call_centre_placed set to_at = app_now() where centre_id = old.centre_id and person_id = old.person_id and to_at is null;
  end if;
  if tg_op <> 'DELETE' then
    insert into call_centre_placed (centre_id, person_id, call_centre_id, from_at)
    values (new.centre_id, new.person_id, new.call_centre_id, app_now());
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

CREATE OR REPLACE PROCEDURE of_circle(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  ours constant text := 'centre_id = (select app_centre()) and circle_id in (select unsafe_my_circles())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy circle_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy circle_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy circle_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy circle_removes on %s for delete using (%s)', tbl, ours);
end $procedure$;

CREATE OR REPLACE PROCEDURE of_group(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  ours constant text := 'centre_id = (select app_centre()) and group_id in (select id from my_group)';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy group_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy group_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy group_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy group_removes on %s for delete using (%s)', tbl, ours);
end $procedure$;

CREATE OR REPLACE PROCEDURE of_person(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine constant text := 'centre_id = (select app_centre()) and person_id = (select app_person())';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy own_reads on %s for select using (%s)', tbl, mine);
  execute format('create policy own_adds on %s for insert with check (%s)', tbl, mine);
  execute format('create policy own_changes on %s for update using (%s) with check (%s)', tbl, mine, mine);
  execute format('create policy own_removes on %s for delete using (%s)', tbl, mine);
end $procedure$;

CREATE OR REPLACE PROCEDURE of_referral(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  ours constant text := 'centre_id = (select app_centre()) and referral_id in (select id from my_referral)';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy referral_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy referral_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy referral_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy referral_removes on %s for delete using (%s)', tbl, ours);
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

CREATE OR REPLACE PROCEDURE of_who_runs(IN tbl regclass)
 LANGUAGE plpgsql
AS $procedure$
declare
  ours constant text := 'centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre()))';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy runs_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy runs_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy runs_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy runs_removes on %s for delete using (%s)', tbl, ours);
end $procedure$;

CREATE OR REPLACE FUNCTION offer_of(centre integer, list integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return coalesce((select o.form from list_offer o where o.centre_id = centre and o.list_id = list), 'visit');
end $function$;

CREATE OR REPLACE FUNCTION phone_key(centre integer, phone text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select hashtextextended(phone, centre)
$function$;

CREATE OR REPLACE FUNCTION queue_basis()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform queue_touched(t.centre_id, t.cvrs)
  from (select b.centre_id, array_agg(distinct b.cvr) as cvrs from touched b group by b.centre_id) t;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from queue_row q where q.centre_id = new.centre_id and q.list_id = new.list_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_counted(centre integer)
 RETURNS TABLE(list_id integer, hindrance text, count integer, next_on date, next_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  clock timestamptz := app_now();
  asker int := app_person();
begin
  return query
  with held as materialized (
    select u.cvr, u.phone, case when u.person_id is distinct from asker and u.expires_at > clock then u.expires_at end as until
    from call_hold u where u.centre_id = centre
  ), handled as materialized (
    -- Under anyone's call, or skipped by who asks: `queue_now` knows what that means for each. Few, so each is looked up by itself (`offset 0`).
    select t.list_id, t.company_id, max(t.until) as until
    from (
      select q.list_id, q.company_id, u.until from held u
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = u.cvr offset 0) q
      union all
      select q.list_id, q.company_id, u.until from held u
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.phone = u.phone offset 0) q
      union all
      select q.list_id, q.company_id, null from call_skip k
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = k.cvr offset 0) q
      where k.centre_id = centre and k.person_id = asker
      union all
      select q.list_id, q.company_id, null from other_tongue o
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = o.cvr offset 0) q
      where o.centre_id = centre
    ) t group by t.list_id, t.company_id
  ), written as materialized (
    select q.list_id, case when q.ready_at > clock then q.hindrance end as reason, count(*) as rows,
           min(q.ends_at) filter (where q.ends_at > clock) as first_end, bool_or(q.ends_at is null or q.ends_at <= clock) as endless
    from queue_row q
    where q.centre_id = centre
      and (q.list_id, q.company_id) not in (select h.list_id, h.company_id from handled h)
    group by 1, 2
  ), part as (
    -- Reasons of the day have a moment, the others the first whole day without them.
    select w.list_id, w.reason, w.rows, w.endless and w.reason is not null as endless,
           case when w.reason not in ('call-back', 'no-answer')
                then ((w.first_end - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as day,
           case when w.reason in ('call-back', 'no-answer') then w.first_end end as moment
    from written w
    union all
    select n.list_id, n.hindrance, 1, n.until_on is null and n.until_at is null, n.until_on, n.until_at
    from handled h
    cross join lateral (
      select q.list_id, q.hindrance, q.until_on, case when q.hindrance = 'under-call' then h.until else q.until_at end as until_at
      from queue_now q where q.centre_id = centre and q.list_id = h.list_id and q.company_id = h.company_id offset 0) n
  )
  select p.list_id, p.reason, sum(p.rows)::int, case when p.reason = 'wait' or not bool_or(p.endless) then min(p.day) end, min(p.moment)
  from part p
  group by p.list_id, p.reason;
end $function$;

CREATE OR REPLACE FUNCTION queue_judged(centre integer, cvrs text[])
 RETURNS TABLE(list_id integer, company_id integer, cvr text, phone text, "position" integer, due_at timestamp with time zone, ready_at timestamp with time zone, hindrance text, ends_at timestamp with time zone, check_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE ROWS 10
AS $function$
#variable_conflict use_column
declare
  -- Whose workplaces answer each for itself.
  apart constant text[] := array(select l.cvr from shared_leadership l where l.centre_id = $1 and l.cvr = any($2));
begin
  return query
  with listed as materialized (
    select d.list_id, d.company_id, d.cvr, case when d.cvr = any(apart) then d.company_id else 0 end as unit, d.position, l.opened_at, place.phone, place.cvr as cvr_now,
           least(place.closed_on, legal.closed_on) as closed_on
    from listed_company d
    join calling_list l on l.centre_id = d.centre_id and l.id = d.list_id
    join place_fact place on place.id = d.company_id
    left join place_fact legal on legal.cvr = place.cvr and legal.kind = 'company'
    where d.centre_id = $1 and d.cvr = any($2)
  ), ids as materialized (
    select coalesce(array_agg(distinct d.company_id), '{}') as company_ids from listed d
  ), said as materialized (
    select h.company_id, h.rank, h.word, h.ends_at, h.ends_at is null or h.kind = 'in-hearing' as endless, h.holds
    from hindrances_of($1, (select company_ids from ids)) h
    where 'outreach' = any(h.stops)
  ), past as materialized (
    select s.company_id, max(s.ends_at) as ended_at from said s where not s.holds group by s.company_id
  ), lapse as materialized (
    select d.company_id, min(b.lapses_on) as lapses_on
    from listed d
    join contact_basis_now b on b.centre_id = $1 and b.cvr = d.cvr and b.channel = 'phone' and (b.company_id is null or b.company_id = d.company_id)
    group by d.company_id
  ), back as materialized (
    select b.cvr, case when b.cvr = any(apart) then b.company_id else 0 end as unit, min(b.due_at) as due_at
    from queue_call b
    where b.centre_id = $1 and b.cvr = any($2) and b.due_at is not null and b.done_at is null
      -- A meeting that was agreed since makes the call-back needless, until it is cancelled.
      and not exists (select from booking_now k where k.centre_id = b.centre_id and k.cvr = b.cvr and k.booked_at >= b.ended_at
                        and (k.company_id = b.company_id or b.cvr <> all(apart)))
    group by 1, 2
  ), last as materialized (
    select distinct on (s.cvr, 2) s.cvr, case when s.cvr = any(apart) then s.company_id else 0 end as unit, s.answer, s.ended_at,
           case when s.answer = 'no-answer' then
             coalesce(s.again_at, s.ended_at + make_interval(hours => coalesce((select r.no_answer_hours from rules_now r where r.centre_id = $1), 4))) end as again_at
    from queue_call s
    where s.centre_id = $1 and s.cvr = any($2)
    order by s.cvr, 2, s.ended_at desc, s.call_id desc
  ), booked as materialized (
    select k.cvr, case when k.cvr = any(apart) then k.company_id else 0 end as unit, max(k.booked_at) as booked_at
    from booking_now k where k.centre_id = $1 and k.cvr = any($2) group by 1, 2
  ), stood as materialized (
    select d.*, back.due_at, last.answer, last.ended_at as spoken_at, case when back.due_at is null then last.again_at end as again_at,
           booked.booked_at, past.ended_at
    from listed d
    left join back on back.cvr = d.cvr and back.unit = d.unit
    left join last on last.cvr = d.cvr and last.unit = d.unit
    left join booked on booked.cvr = d.cvr and booked.unit = d.unit
    left join past on past.company_id = d.company_id
  ), reason as (
    select d.list_id, d.company_id, told.rank, told.word, told.ends_at, told.endless
    from stood d join said told on told.company_id = d.company_id and told.holds
    -- A call that was agreed is made, whatever else is running; a wait or a stop ends it.
    where told.word <> 'running' or d.due_at is null
    union all
    -- The register has given the place to another company since the draw.
    select d.list_id, d.company_id, 28, 'not-in-list', null, true from stood d where d.cvr_now <> d.cvr
    union all
    select d.list_id, d.company_id, 107, 'no-phone', null, true from stood d where d.phone is null
    union all
    select d.list_id, d.company_id, 108, 'answered', null, true from stood d
    where d.due_at is null and (d.answer = 'wants-contact' or d.booked_at >= d.opened_at)
    union all
    select d.list_id, d.company_id, 110, 'call-back', d.due_at, false from stood d where d.due_at > (select app_now())
    union all
    select d.list_id, d.company_id, 111, 'no-answer', d.again_at, false from stood d where d.again_at > (select app_now())
  ), first as materialized (
    select distinct on (r.list_id, r.company_id) r.list_id, r.company_id, r.word, r.ends_at,
           max(case when r.endless then 'infinity' else r.ends_at end) over (partition by r.list_id, r.company_id) as ready_at
    from reason r
    order by r.list_id, r.company_id, r.rank, r.ends_at desc nulls first
  )
  select d.list_id, d.company_id, d.cvr, d.phone, d.position, d.due_at, now.ready_at, f.word, f.ends_at,
         least(case when f.ends_at < now.ready_at then f.ends_at end,
               case when d.closed_on > (select app_today()) then d.closed_on::timestamp at time zone 'Europe/Copenhagen' end,
               lapse.lapses_on::timestamp at time zone 'Europe/Copenhagen')
  from stood d
  left join first f on f.list_id = d.list_id and f.company_id = d.company_id
  left join lapse on lapse.company_id = d.company_id
  cross join lateral (
    select case when t.at > d.opened_at or f.word is not null then t.at else '-infinity' end as ready_at
    from (select greatest(d.ended_at, d.spoken_at, d.due_at, d.again_at, f.ready_at) as at) t
  ) now;
end $function$;

CREATE OR REPLACE FUNCTION queue_leadership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform queue_touched(t.centre_id, t.cvrs) from (
    select q.centre_id, array_agg(distinct q.cvr) as cvrs
    from touched l join queue_row q on q.centre_id = l.centre_id and q.cvr = l.cvr group by q.centre_id
  ) t;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_marked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from touched) then return null; end if;
  perform queue_touched(t.centre_id, t.cvrs) from (
    select q.centre_id, array_agg(distinct q.cvr) as cvrs
    from (
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.cvr = m.cvr
      union all
      select q.centre_id, q.cvr from touched m join kind_that_stops k on k.kind = m.kind
      join queue_row q on q.centre_id = m.centre_id and q.phone = m.phone
    ) q
    group by q.centre_id
  ) t;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_move_answered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform queue_touched(t.centre_id, array_agg(distinct q.cvr))
  from touched t join queue_row q on q.centre_id = t.centre_id and q.company_id = t.company_id
  group by t.centre_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_number_said()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform queue_touched(t.centre_id, array_agg(distinct q.cvr))
  from touched t join queue_row q on q.centre_id = t.centre_id and q.company_id = t.company_id
  group by t.centre_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into queue_row (centre_id, list_id, company_id, cvr, phone, position, due_at, ready_at, hindrance, ends_at, check_at)
  select new.centre_id, j.list_id, j.company_id, j.cvr, j.phone, j.position, j.due_at, j.ready_at, j.hindrance, j.ends_at, new.opened_at
  from queue_judged(new.centre_id,
    array(select d.cvr from listed_company d where d.centre_id = new.centre_id and d.list_id = new.list_id)) j
  where j.list_id = new.list_id
  order by j.company_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_own_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into queue_note (centre_id, cvr)
  select q.centre_id, q.cvr from touched o join queue_row q on q.centre_id = o.centre_id and q.company_id = o.id
  union
  select q.centre_id, q.cvr from touched o join queue_row q on q.centre_id = o.centre_id and q.cvr = o.cvr;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_rules_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into queue_note (centre_id, cvr) select distinct q.centre_id, q.cvr from queue_row q where q.centre_id = new.centre_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_token()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  if tg_op = 'DELETE' and old.list_id is not null and old.charged then
    perform charge_talk(old.centre_id, old.person_id, old.list_id, old.company_id, old.taken_at, least(app_now(), old.expires_at));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION queue_touched(centre integer, cvrs text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if cvrs is null then return; end if;
  if app_now() is null then
    insert into queue_note (centre_id, cvr) select centre, w.cvr from unnest(cvrs) w (cvr);
  else
    perform judge_queue(centre, cvrs);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION referrals_of_my_school()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return coalesce((
    select case m.role when 'leader' then 'all' when 'consultant' then 'untaken' else 'none' end
    from member_now m where m.centre_id = app_centre() and m.person_id = app_person() and m.school_id = app_school()), 'none');
end $function$;

CREATE OR REPLACE FUNCTION refuse_booking_on_hindered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  why text;
  number text;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  select c.phone into number from place_fact c where c.id = new.company_id;
  if number is not null then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, number));
  end if;
  with found as materialized (
    select * from contact_hindrances(new.centre_id, new.company_id, case when new.form = 'phone' then 'phone' else 'visit' end)
  )
  select h.word into why
  from found h
  where new.purpose = any(h.stops) and h.kind <> 'meeting'
    -- What the own school struck is kept from the others.
    and not (h.kind = 'strike' and exists (select from own_strike_now s where s.centre_id = new.centre_id and s.id = h.source_id))
    -- Who has one thing in hand is stopped by nothing that runs; nor is whoever it was opened to.
    and not (h.word = 'running' and (
      exists (select from found o where o.word = 'running' and (o.person_id = new.booked_by or o.person_id = new.booked_for))
      or is_open_to(new.centre_id, new.company_id, new.cvr, array[new.booked_by, new.booked_for], 'question')))
  order by h.rank limit 1;
  if why is not null then
    raise exception 'may not be met: %', why using errcode = 'TV002', detail = why;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_changed_call()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.spoke_with <> '' then
    raise exception 'a call is never changed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_hold_on_hindered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  h record;
begin
  perform pg_advisory_xact_lock(company_key(new.centre_id, new.cvr));
  -- Only tried: who says stop on this number wants the rows of the queue that who hands out may hold. Who renews holds none.
  if tg_op = 'UPDATE' then
    perform pg_advisory_xact_lock(phone_key(new.centre_id, new.phone));
  elsif not pg_try_advisory_xact_lock(phone_key(new.centre_id, new.phone)) then
    raise exception 'may not be called: %', 'under-call' using errcode = 'TV001', detail = 'under-call';
  end if;
  for h in
    select o.* from hindrances_of(new.centre_id, array[new.company_id]) o where o.holds and 'outreach' = any(o.stops) order by o.rank
  loop
    -- What the own school struck is kept from the others.
    continue when h.kind = 'strike' and exists (select from own_strike_now s where s.centre_id = new.centre_id and s.id = h.source_id);
    -- Who has one thing in hand is stopped by nothing that runs; nor is a call that was agreed.
    continue when h.word = 'running' and (
      exists (
        select from hindrances_of(new.centre_id, array[new.company_id]) o
        where o.holds and o.word = 'running' and o.person_id = new.person_id)
      or exists (
        select from queue_call b
        where b.centre_id = new.centre_id and b.cvr = new.cvr and b.due_at <= app_now() and b.done_at is null));
    continue when h.word in ('running', 'has-meeting')
      and is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'question');
    -- Whoever answers what they came with themselves.
    continue when 'enquiry' <> all(h.stops) and is_open_to(new.centre_id, new.company_id, new.cvr, array[new.person_id], 'enquiry');
    raise exception 'may not be called: %', h.word using errcode = 'TV001', detail = h.word;
  end loop;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_hold_outside_list()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from place_fact c
    where c.id = new.company_id and c.cvr = new.cvr and c.phone = new.phone
      and (new.list_id is null or exists (
        select from listed_company d
        join calling_list l on l.centre_id = d.centre_id and l.id = d.list_id
        where d.centre_id = new.centre_id and d.list_id = new.list_id and d.company_id = new.company_id and d.cvr = new.cvr))
  ) then
    raise exception 'may not be called: %', 'not-in-list' using errcode = 'TV001', detail = 'not-in-list';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_hold_when_full()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.list_id is not null and not holds_token(new.centre_id, new.person_id, new.list_id) and not exists (
    select from queue_row q
    where q.centre_id = new.centre_id and q.list_id = new.list_id and q.company_id = new.company_id and q.due_at <= (select app_now()))
  then raise exception 'may not be called: %', 'paused' using errcode = 'TV001', detail = 'paused'; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION refuse_over_capacity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  day date;
  week date;
  at_school int;
  agreed record;
  most int;
  stays_in_week boolean := false;
  stays_on_day boolean := false;
  stays_of_kind boolean := false;
begin
  if new.kind <> 'booking' or not exists (select from capacity_said s where s.centre_id = new.centre_id) then return null; end if;
  day := ((lower(new.during) + make_interval(mins => new.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
  week := date_trunc('week', day)::date;
  if tg_op = 'UPDATE' and old.person_id = new.person_id then
    stays_on_day := day = ((lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
    stays_in_week := week = date_trunc('week', (lower(old.during) + make_interval(mins => old.travel_minutes)) at time zone 'Europe/Copenhagen')::date;
    stays_of_kind := stays_in_week and old.form is not distinct from new.form;
  end if;
  if stays_on_day and stays_of_kind then return null; end if;
  perform pg_advisory_xact_lock(7402, new.person_id);
  select c.* into agreed from capacity_agreed(new.centre_id, new.person_id, null, week) c;
  if not stays_on_day and agreed.a_day is not null and agreed.a_day < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.on_day = day
      and b.during && tstzrange((day - 1)::timestamptz, (day + 2)::timestamptz))
  then raise exception 'The day is full.' using errcode = 'TV005', detail = 'day'; end if;
  if stays_of_kind then return null; end if;
  if not stays_in_week and agreed.meetings is not null and agreed.meetings < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t
    where t.centre_id = new.centre_id and t.visitor_id = new.person_id and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The week is full.' using errcode = 'TV005', detail = 'week'; end if;
  most := capacity_most(new.centre_id, new.person_id, null, week, new.form);
  if most is not null and most < (
    select count(*) from busy_day b
    where b.centre_id = new.centre_id and b.person_id = new.person_id and b.kind = 'booking' and b.form = new.form and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t
    where t.form = new.form and t.centre_id = new.centre_id and t.visitor_id = new.person_id and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The week is full of its kind.' using errcode = 'TV005', detail = 'kind'; end if;
  select m.school_id into at_school from member_now m where m.centre_id = new.centre_id and m.person_id = new.person_id;
  if at_school is null then return null; end if;
  select c.* into agreed from capacity_agreed(new.centre_id, null, at_school, week) c;
  most := capacity_most(new.centre_id, null, at_school, week, new.form);
  if agreed.meetings is null and most is null then return null; end if;
  perform pg_advisory_xact_lock(7403, s.school_id) from (
    select distinct m.school_id from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and b.kind = new.kind and b.source_id = new.source_id and m.school_id is not null order by 1) s;
  if not stays_in_week and agreed.meetings is not null and agreed.meetings < (
    select count(*) from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and m.school_id = at_school and b.kind = 'booking' and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t join member_now m on m.centre_id = t.centre_id and m.person_id = t.visitor_id
    where t.centre_id = new.centre_id and m.school_id = at_school and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The school''s week is full.' using errcode = 'TV005', detail = 'school'; end if;
  if most is not null and most < (
    select count(*) from busy_day b join member_now m on m.centre_id = b.centre_id and m.person_id = b.person_id
    where b.centre_id = new.centre_id and m.school_id = at_school and b.kind = 'booking' and b.form = new.form and b.week_on = week
      and b.during && tstzrange((week - 1)::timestamptz, (week + 8)::timestamptz)) + (
    select count(*) from capacity_token t join member_now m on m.centre_id = t.centre_id and m.person_id = t.visitor_id
    where t.form = new.form and t.centre_id = new.centre_id and m.school_id = at_school and t.week_on = week
      and t.until_at > (select app_now()) and t.caller_id is distinct from (select app_person()))
  then raise exception 'The school''s week is full of its kind.' using errcode = 'TV005', detail = 'school-kind'; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION reserve_meeting(centre integer, list integer, caller integer, until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  place record;
  found_room boolean;
  waits boolean;
  busy boolean := false;
  of_form text := offer_of(centre, list);
begin
  if not exists (select from list_capacity c where c.centre_id = centre and c.list_id = list and c.limited) then return 'open'; end if;
  update capacity_token t set until_at = until
  where t.centre_id = centre and t.caller_id = caller and t.until_at > app_now() and t.form = of_form
    and exists (select from list_place p where p.centre_id = centre and p.list_id = list and p.person_id = t.visitor_id and p.week_on = t.week_on);
  if found then return 'kept'; end if;
  -- Whoever is busy this moment is stepped over; when nobody else has room he is waited for, in the order of people, as whoever books does.
  foreach waits in array array[false, true] loop
    exit when waits and not busy;
    for place in
      select p.person_id, p.week_on, p.fits, w.school_id, w.school_counts
      from list_place p
      join capacity_room(centre, array(select distinct l.person_id from list_place l where l.centre_id = centre and l.list_id = list),
        date_trunc('week', app_today())::date, 12, of_form) w on w.person_id = p.person_id and w.week_on = p.week_on
      where p.centre_id = centre and p.list_id = list and w.has_room and w.booked + w.kept < p.fits
      order by case when waits then p.person_id else 0 end, p.week_on, w.kept, p.person_id
    loop
      if waits then
        perform pg_advisory_xact_lock(7402, place.person_id);
        if place.school_counts then perform pg_advisory_xact_lock(7403, place.school_id); end if;
      elsif not pg_try_advisory_xact_lock(7402, place.person_id)
        or place.school_counts and not pg_try_advisory_xact_lock(7403, place.school_id)
      then
        busy := true;
        continue;
      end if;
      -- Looked at again behind the lock: someone else may have had the last.
      select w.has_room and w.booked + w.kept < place.fits into found_room from capacity_room(centre, array[place.person_id], place.week_on, 1, of_form) w;
      if found_room then
        insert into capacity_token (centre_id, caller_id, visitor_id, week_on, form, until_at)
        values (centre, caller, place.person_id, place.week_on, of_form, until)
        on conflict (centre_id, caller_id) do update set visitor_id = excluded.visitor_id, week_on = excluded.week_on, form = excluded.form, until_at = excluded.until_at;
        return 'kept';
      end if;
    end loop;
  end loop;
  return 'full';
end $function$;

CREATE OR REPLACE FUNCTION runs_centre()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (
    select from member_now m
    where m.centre_id = app_centre() and m.person_id = nullif(current_setting('app.person', true), '')::int and m.role = 'coordinator');
end $function$;

CREATE OR REPLACE FUNCTION school_mark(key bytea, kind text, value text)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select encode(substr(sha256(key || convert_to(kind || chr(31) || value, 'UTF8')), 1, 16), 'hex')::uuid $function$;

CREATE OR REPLACE FUNCTION sees_leaver(leaver integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return app_system() or leaver = app_person() or exists (
    select from member_now m
    where m.centre_id = app_centre() and m.person_id = app_person() and (m.role = 'coordinator' or (
      m.role = 'leader' and m.school_id = app_school() and exists (
        select from member_ever e where e.centre_id = m.centre_id and e.person_id = leaver and e.school_id = m.school_id))));
end $function$;

CREATE OR REPLACE FUNCTION size_of_own_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform count_own_sizes(t.centre_id, t.cvrs) from (
    select m.centre_id, array_agg(distinct m.cvr) as cvrs from moved m group by m.centre_id
  ) t;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION size_of_register_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  cvrs constant text[] := array(
    select distinct x.cvr
    from after_rows n join before_rows o on o.id = n.id
    cross join lateral (values (n.cvr), (o.cvr)) x (cvr)
    where (n.cvr, n.employees, n.employees_from, n.employees_to, n.closed_on) is distinct from (o.cvr, o.employees, o.employees_from, o.employees_to, o.closed_on));
begin
  if cardinality(cvrs) > 0 then perform count_register_sizes(cvrs); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION size_of_register_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform count_register_sizes(array(select distinct m.cvr from moved m));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION standing_of(status text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when status is null or status in ('NORMAL', 'Aktiv', 'AKTIV') then 'alive'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ '^(OPHØR|OPLØST|TVANGSOPLØST|SLETTET|LUKKET|NEDLAGT)' then 'ceased'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ 'KONKURS' then 'bankrupt'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ '(LIKVIDATION|OPLØSNING)' then 'being-dissolved'
    else 'alive' end
$function$;

CREATE OR REPLACE FUNCTION struck_and_open(centre integer)
 RETURNS TABLE(company_id integer)
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  strikes constant int[] := array(select s.id from own_strike_now s where s.centre_id = centre);
  places int[];
begin
  if cardinality(strikes) = 0 then return; end if;
  places := array(
    select s.company_id from own_strike_now s where s.centre_id = centre
    union select p.id from own_strike_now s join place_key p on p.cvr = s.cvr where s.centre_id = centre);
  return query
  select p.id from unnest(places) p (id) where p.id not in (select h.company_id from longest_hindrances(centre, places, strikes) h);
end $function$;

CREATE OR REPLACE FUNCTION take_key(asked_operation text, asked_key text)
 RETURNS TABLE(running boolean, request_hash text, status integer, answer text)
 LANGUAGE plpgsql
AS $function$
begin
  if not pg_try_advisory_xact_lock(hashtext(concat_ws(' ', app_centre(), coalesce(app_person(), 0), asked_operation)), hashtext(asked_key)) then
    return query select true, null::text, null::int, null::text;
    return;
  end if;
  return query
    select false, i.request_hash, i.status, i.answer #>> '{}' from idempotency i
    where i.centre_id = app_centre() and i.person_id = coalesce(app_person(), 0) and i.operation = asked_operation and i.key = asked_key
      and i.created_at > app_now() - interval '24 hours';
  if not found then
    return query select false, null::text, null::int, null::text;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION token_follows(centre integer, caller integer, until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if until is null then
    delete from capacity_token t where t.centre_id = centre and t.caller_id = caller;
  else
    update capacity_token t set until_at = until where t.centre_id = centre and t.caller_id = caller;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION turn_of_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into queue_turn (centre_id, list_id, company_id, account, ready_at, position)
    select new.centre_id, new.list_id, new.company_id, coalesce(n.school_id, 0), new.ready_at, new.position
    from (select) one left join named_company n on n.centre_id = new.centre_id and n.list_id = new.list_id and n.company_id = new.company_id
    where exists (select from named_company h where h.centre_id = new.centre_id and h.list_id = new.list_id);
  else
    update queue_turn t set ready_at = new.ready_at, position = new.position
    where t.centre_id = new.centre_id and t.list_id = new.list_id and t.company_id = new.company_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION turns_of_handed_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform write_turns(c.centre_id, c.list_id) from (select distinct centre_id, list_id from changed) c;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_asker_of_session(session_hash text, at timestamp with time zone)
 RETURNS TABLE(person_id integer, centre_id integer, school_id integer, school_waits boolean, role text, language text, proved_at timestamp with time zone, unseen boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
begin
  return query
    select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, s.proved_at,
           s.last_seen_at not between at - interval '10 minutes' and at
    from session s
    join member_now m on m.person_id = s.person_id and m.centre_id = s.centre_id
    where s.hash = session_hash and s.expires_at > at and s.last_seen_at > at - interval '7 days';
end $function$;

CREATE OR REPLACE FUNCTION unsafe_asker_of_token(token_hash text, at timestamp with time zone)
 RETURNS TABLE(person_id integer, centre_id integer, school_id integer, school_waits boolean, role text, language text, token_id integer, scope text, unseen boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
begin
  return query
    select m.person_id, m.centre_id, case when not m.school_waits then m.school_id end, m.school_waits, m.role, m.language, t.id, t.scope,
           t.last_used_at is null or t.last_used_at not between at - interval '1 minute' and at
    from token t
    join member_now m on m.person_id = t.person_id and m.centre_id = t.centre_id
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > at;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_belongs_elsewhere(who integer, beside integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select from membership where person_id = who and centre_id <> beside)
$function$;

CREATE OR REPLACE FUNCTION unsafe_centre_ids()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id from centre order by id $function$;

CREATE OR REPLACE FUNCTION unsafe_circle_is_empty(circle integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select not exists (select from circle_member m where m.centre_id = app_centre() and m.circle_id = circle)
$function$;

CREATE OR REPLACE FUNCTION unsafe_end_mailed_words(centre integer, before timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not app_system() or centre is distinct from app_centre() then return; end if;
  delete from visit_draft_mail w
  where w.centre_id = centre and w.came_at <= before and (
    exists (
      select from booking_ever b
      where b.centre_id = centre and b.id = w.booking_id and least(b.reported_at, b.cancelled_at, b.not_met_at) <= before)
    or not exists (
      select from member_ever m
      where m.centre_id = centre and m.person_id = w.person_id and (m.left_at is null or m.left_at > before)));
end $function$;

CREATE OR REPLACE FUNCTION unsafe_end_restricted_parts(centre integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not app_system() or centre is distinct from app_centre() then return; end if;
  delete from restricted_part p
  where p.centre_id = centre and not exists (
    select from my_circle c
    join member_now m on m.centre_id = c.centre_id and m.person_id = c.person_id
    where c.centre_id = p.centre_id and c.circle_id = p.circle_id);
end $function$;

CREATE OR REPLACE FUNCTION unsafe_is_demo()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select coalesce(bool_and(demo), false) from centre $function$;

CREATE OR REPLACE FUNCTION unsafe_leavers_drafts_go(centre integer, person integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if centre is distinct from app_centre() or exists (select from member_now m where m.centre_id = centre and m.person_id = person) then return; end if;
  delete from visit_draft d where d.centre_id = centre and d.person_id = person;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_leavers_notes_go(centre integer, person integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if centre is distinct from app_centre() or exists (select from member_now m where m.centre_id = centre and m.person_id = person) then return; end if;
  update company_note n set words = '', removed_at = app_now()
  where n.centre_id = centre and n.person_id = person and n.visibility = 'personal' and n.removed_at is null;
end $function$;

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

CREATE OR REPLACE FUNCTION unsafe_my_circles()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select circle_id from circle_member where centre_id = app_centre() and person_id = app_person()
$function$;

CREATE OR REPLACE FUNCTION unsafe_note_own_places_registered()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into own_place_move (centre_id, company_id, from_cvr, to_cvr, moved_at)
  select o.centre_id, n.id, o.cvr, n.cvr, n.changed_at from after_rows n join own_place o on o.id = n.id
  where n.cvr <> o.cvr and n.kind = 'workplace' and o.name is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_notices_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from notice_choice where centre_id = new.centre_id and person_id = new.person_id;
  delete from notice_morning where centre_id = new.centre_id and person_id = new.person_id;
  delete from notice_told where centre_id = new.centre_id and person_id = new.person_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_out_of_circle(circle integer, person integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  delete from circle_asked a where a.centre_id = app_centre() and a.circle_id = circle and a.person_id = person;
  delete from circle_member m where m.centre_id = app_centre() and m.circle_id = circle and m.person_id = person;
  return found;
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
  perform count_own_sizes(t.centre_id, t.cvrs) from (
    select o.centre_id, array_agg(distinct o.cvr) as cvrs from own_place o join moved m on m.id = o.id group by o.centre_id
  ) t;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_own_steps_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from own_step where centre_id = new.centre_id and person_id = new.person_id;
  delete from declined_trade where centre_id = new.centre_id and person_id = new.person_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_queue_register_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into queue_note (centre_id, cvr)
  select distinct q.centre_id, q.cvr from after_rows n join queue_row q on q.cvr = n.cvr;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_queue_register_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into queue_note (centre_id, cvr)
  with changed as materialized (
    select n.id, o.cvr as cvr_before, n.cvr
    from after_rows n join before_rows o on o.id = n.id
    where (n.phone, n.closed_on, n.protected, n.cvr, n.status_text) is distinct from (o.phone, o.closed_on, o.protected, o.cvr, o.status_text)
  )
  select q.centre_id, q.cvr from changed c join queue_row q on q.company_id = c.id
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr_before;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION unsafe_report_begun(centre integer, booking integer, person integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  return app_system() and centre = app_centre() and (
    exists (select from visit_draft d where d.centre_id = centre and d.booking_id = booking and d.person_id = person)
    or exists (select from mailed_words_known d where d.centre_id = centre and d.booking_id = booking and d.person_id = person));
end $function$;

CREATE OR REPLACE FUNCTION withdrawn_invitations_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from invitation where centre_id = old.centre_id and school_id = old.id and withdrawn_at is not null;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION write_turns(centre integer, list integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from queue_turn where centre_id = centre and list_id = list;
  insert into queue_turn (centre_id, list_id, company_id, account, ready_at, position)
  select q.centre_id, q.list_id, q.company_id, coalesce(n.school_id, 0), q.ready_at, q.position
  from queue_row q left join named_company n on n.centre_id = q.centre_id and n.list_id = q.list_id and n.company_id = q.company_id
  where q.centre_id = centre and q.list_id = list
    and exists (select from named_company h where h.centre_id = centre and h.list_id = list);
end $function$;

-- Who may do what
grant delete, insert, select, update on absence to the application;
grant delete, insert, select, update on agreed_against to the application;
grant delete, insert, select, update on announced_campaign to the application;
grant delete, insert, select, update on answering_hour to the application;
grant delete, insert, select, update on answering_reckoned to the application;
grant delete, insert, select, update on away_ahead to the application;
grant delete, insert, select, update on back_open to the application;
grant delete, insert, select, update on bookable_person to the application;
grant delete, insert, select, update on booking to the application;
grant delete, insert, select, update on booking_ever to the application;
grant delete, insert, select, update on booking_now to the application;
grant delete, insert, select, update on booking_visitor to the application;
grant delete, insert, select, update on bookings_waiting to the application;
grant delete, insert, select, update on busy to the application;
grant delete, insert, select, update on busy_day to the application;
grant insert, select on call to the application;
grant delete, insert, select, update on call_centre to the application;
grant delete, insert, select, update on call_centre_caller to the application;
grant delete, insert, select, update on call_centre_ever to the application;
grant delete, insert, select, update on call_centre_list to the application;
grant delete, insert, select, update on call_centre_placed to the application;
grant delete, insert, select, update on call_centre_price to the application;
grant insert, select on call_correction to the application;
grant delete, insert, select, update on call_hold to the application;
grant delete, insert, select, update on call_skip to the application;
grant delete, insert, select, update on caller_language to the application;
grant delete, insert, select, update on caller_now to the application;
grant delete, insert, select, update on caller_speaks to the application;
grant delete, insert, select, update on calling_hours to the application;
grant delete, insert, select, update on calling_list to the application;
grant delete, insert, select, update on campaign to the application;
grant delete, insert, select, update on campaign_answer to the application;
grant delete, insert, select, update on campaign_answered to the application;
grant delete, insert, select, update on campaign_list to the application;
grant delete, insert, select, update on campaign_now to the application;
grant delete, insert, select, update on campaign_translation to the application;
grant delete, insert, select, update on campaigns_waiting to the application;
grant delete, insert, select, update on capacity_ask to the application;
grant delete, insert, select, update on capacity_horizon to the application;
grant delete, insert, select, update on capacity_limit to the application;
grant delete, insert, select, update on capacity_said to the application;
grant delete, insert, select, update on capacity_token to the application;
grant delete, insert, select, update on capacity_waiting to the application;
grant delete, insert, select, update on catalogue_waiting to the application;
grant select, update on centre to the application;
grant delete, insert, select, update on centre_now to the application;
grant delete, insert, select, update on centre_partner to the application;
grant delete, insert, select on circle_asked to the application;
grant delete, insert, select, update on circle_member to the application;
grant delete, insert, select, update on circle_open_to_me to the application;
grant delete, insert, select, update on class to the application;
grant delete, insert, select, update on class_now to the application;
grant delete, insert, select, update on closed_day to the application;
grant delete, insert, select, update on company to the application;
grant delete, insert, select, update on company_handed_in to the application;
grant delete, insert, select, update on company_known to the application;
grant delete, insert, select, update on company_language to the application;
grant delete, insert, select, update on company_language_now to the application;
grant delete, insert, select, update on company_message to the application;
grant delete, insert, select, update on company_message_now to the application;
grant delete, insert, select, update on company_messages_waiting to the application;
grant delete, insert, select, update on company_network to the application;
grant delete, insert, select, update on company_network_now to the application;
grant delete, insert, select, update on company_note to the application;
grant delete, insert, select, update on company_people_waiting to the application;
grant delete, insert, select, update on company_person to the application;
grant delete, insert, select, update on company_person_now to the application;
grant delete, insert, select, update on company_person_was to the application;
grant delete, insert, select, update on company_place to the application;
grant delete, insert, select, update on company_size to the application;
grant delete, insert, select, update on comparison_due to the application;
grant delete, insert, select, update on consultant_meeting to the application;
grant delete, insert, select, update on consultant_meeting_now to the application;
grant delete, insert, select, update on consultant_meetings_waiting to the application;
grant delete, insert, select, update on contact_basis to the application;
grant delete, insert, select, update on contact_basis_now to the application;
grant delete, insert, select, update on contact_claim to the application;
grant delete, insert, select, update on contact_list to the application;
grant delete, insert, select, update on contact_made to the application;
grant delete, insert, select, update on contact_mark to the application;
grant delete, insert, select, update on contact_match to the application;
grant delete, insert, select, update on contact_offer to the application;
grant delete, insert, select, update on contact_open_now to the application;
grant delete, insert, select, update on contact_opening to the application;
grant delete, insert, select, update on contact_question to the application;
grant delete, insert, select, update on contact_question_open_now to the application;
grant delete, insert, select, update on contact_questions_waiting to the application;
grant delete, insert, select, update on contact_resolved to the application;
grant delete, insert, select, update on contact_sealing_due to the application;
grant delete, insert, select, update on course to the application;
grant delete, insert, select, update on declined_trade to the application;
grant delete, insert, select, update on diaries_waiting to the application;
grant delete, insert, select on draw to the application;
grant delete, insert, select, update on elsewhere_ahead to the application;
grant delete, insert, select, update on enquiries_waiting to the application;
grant delete, insert, select, update on enquiry to the application;
grant insert, select on event to the application;
grant delete, insert, select, update on file_brought to the application;
grant delete, insert, select on file_original to the application;
grant delete, insert, select on file_piece to the application;
grant delete, insert, select, update on first_run_word to the application;
grant delete, insert, select, update on follow_up to the application;
grant delete, insert, select, update on former_place to the application;
grant delete, insert, select, update on gathering to the application;
grant delete, insert, select, update on gathering_invited to the application;
grant delete, insert, select, update on gathering_place to the application;
grant delete, insert, select, update on gathering_time to the application;
grant delete, insert, select, update on gatherings_waiting to the application;
grant delete, insert, select, update on goal to the application;
grant delete, insert, select, update on goal_ever to the application;
grant delete, insert, select, update on goal_now to the application;
grant delete, insert, select, update on goals_waiting to the application;
grant delete, insert, select, update on group_contact to the application;
grant delete, insert, select, update on group_lead to the application;
grant delete, insert, select, update on group_learnt to the application;
grant delete, insert, select, update on group_member to the application;
grant delete, insert, select, update on group_note to the application;
grant delete, insert, select, update on group_proposed to the application;
grant delete, insert, select, update on group_result to the application;
grant delete, insert, select, update on group_task to the application;
grant delete, insert, select, update on group_task_words to the application;
grant delete, insert, select, update on group_theme to the application;
grant delete, insert, select, update on group_unwanted to the application;
grant delete, insert, select, update on groups_waiting to the application;
grant delete, insert, select, update on guidance_count to the application;
grant delete, insert, select, update on guide to the application;
grant delete, insert, select, update on hand_in_line to the application;
grant delete, insert, select, update on hand_in_number to the application;
grant delete, insert, select, update on hand_in_tries to the application;
grant delete, insert, select, update on handed_in to the application;
grant delete, insert, select, update on handed_in_waiting to the application;
grant delete, insert, select, update on handed_in_words to the application;
grant delete, insert, select, update on hearer_now to the application;
grant delete, insert, select, update on hearing to the application;
grant delete, insert, select, update on hearing_answer to the application;
grant delete, insert, select, update on hearing_asking to the application;
grant delete, insert, select, update on hearing_letter_due to the application;
grant delete, insert, select, update on hearing_share to the application;
grant delete, insert, select, update on hearing_share_now to the application;
grant delete, insert, select, update on hearing_shares_waiting to the application;
grant delete, insert, select, update on hearings_waiting to the application;
grant delete, insert, select, update on hindrance_ever to the application;
grant select on hindrance_kind to the application;
grant delete, insert, select, update on hindrance_now to the application;
grant delete, insert, select, update on hint_passed to the application;
grant delete, insert, select, update on idempotency to the application;
grant delete, insert, select, update on import to the application;
grant delete, insert, select, update on import_change to the application;
grant delete, insert, select on import_error to the application;
grant delete, insert, select, update on imported_change to the application;
grant delete, insert, select, update on incoming_address to the application;
grant delete, insert, select, update on incoming_address_of to the application;
grant delete, insert, select, update on incoming_address_old to the application;
grant delete, insert, select, update on incoming_dropped to the application;
grant delete, insert, select, update on incoming_mail to the application;
grant delete, insert, select, update on incoming_mail_kept to the application;
grant delete, insert, select, update on incoming_mails_waiting to the application;
grant delete, insert, select, update on invitation to the application;
grant delete, insert, select, update on invitation_open to the application;
grant delete, insert, select, update on invitation_sending to the application;
grant delete, insert, select, update on joint_visit to the application;
grant delete, insert, select, update on joint_visits_waiting to the application;
grant delete, insert, select, update on kept_on_list to the application;
grant delete, insert, select, update on kind_that_stops to the application;
grant delete, insert, select, update on lapsed_strike to the application;
grant delete, insert, select, update on later_over to the application;
grant delete, insert, select, update on leadership to the application;
grant delete, insert, select, update on leadership_now to the application;
grant delete, insert, select, update on learning_aim to the application;
grant delete, insert, select, update on leaving to the application;
grant delete, insert, select, update on leaving_question to the application;
grant delete, insert, select, update on leaving_thing to the application;
grant delete, insert, select, update on leavings_waiting to the application;
grant delete, insert, select, update on legal_company_barred to the application;
grant delete, insert, select, update on link to the application;
grant delete, insert, select, update on link_miss to the application;
grant delete, insert, select, update on link_named to the application;
grant delete, insert, select, update on links_waiting to the application;
grant delete, insert, select, update on list_capacity to the application;
grant delete, insert, select, update on list_closing to the application;
grant delete, insert, select, update on list_company to the application;
grant delete, insert, select, update on list_elsewhere to the application;
grant delete, insert, select, update on list_hearing to the application;
grant delete, insert, select, update on list_now to the application;
grant delete, insert, select, update on list_offer to the application;
grant delete, insert, select, update on list_offered to the application;
grant insert, select on list_opening to the application;
grant delete, insert, select, update on list_pause to the application;
grant delete, insert, select, update on list_place to the application;
grant delete, insert, select, update on list_speaker to the application;
grant delete, insert, select, update on list_turn to the application;
grant delete, insert, select, update on list_visitor to the application;
grant delete, insert, select, update on list_without_callers to the application;
grant delete, insert, select, update on listed_company to the application;
grant delete, insert, select, update on lists_waiting to the application;
grant delete, insert, select, update on mail_brought to the application;
grant delete, insert, select, update on mail_pause to the application;
grant delete, insert, select, update on mailbox to the application;
grant delete, insert, select, update on mailbox_seen to the application;
grant delete, insert, select, update on mailed_report to the application;
grant delete, insert, select, update on mailed_reports_waiting to the application;
grant delete, insert, select, update on mailed_tip to the application;
grant delete, insert, select, update on mailed_tips_waiting to the application;
grant delete, insert, select, update on mailed_words_known to the application;
grant delete, insert, select, update on mails_waiting to the application;
grant delete, insert, select, update on mark_reach to the application;
grant delete, insert, select, update on measures_waiting to the application;
grant delete, insert, select, update on meeting_attendance to the application;
grant delete, insert, select, update on meeting_correction to the application;
grant delete, insert, select, update on meeting_outcome to the application;
grant delete, insert, select, update on meeting_point to the application;
grant delete, insert, select, update on meeting_reminder to the application;
grant delete, insert, select, update on meeting_series to the application;
grant delete, insert, select, update on meeting_series_host to the application;
grant delete, insert, select, update on meeting_thing to the application;
grant delete, insert, select, update on member_ever to the application;
grant delete, insert, select, update on member_now to the application;
grant delete, insert, select, update on members_waiting to the application;
grant delete, insert, select, update on membership to the application;
grant delete, insert, select, update on move_answer to the application;
grant delete, insert, select, update on moved_hindrance to the application;
grant delete, insert, select, update on moved_places_waiting to the application;
grant delete, insert, select, update on my_circle to the application;
grant delete, insert, select, update on my_group to the application;
grant delete, insert, select, update on my_referral to the application;
grant delete, insert, select, update on named_company to the application;
grant delete, insert, select, update on names to the application;
grant delete, insert, select, update on names_now to the application;
grant delete, insert, select, update on need_in_lists to the application;
grant delete, insert, select, update on new_time to the application;
grant delete, insert, select, update on new_times_waiting to the application;
grant delete, insert, select, update on notice_choice to the application;
grant delete, insert, select, update on notice_morning to the application;
grant delete, insert, select, update on notice_told to the application;
grant delete, insert, select, update on other_calendar to the application;
grant delete, insert, select, update on other_calendars_waiting to the application;
grant delete, insert, select, update on other_tongue to the application;
grant delete, insert, select, update on outbox to the application;
grant delete, insert, select, update on own_answer to the application;
grant delete, insert, select, update on own_answer_named to the application;
grant delete, insert, select, update on own_answer_reason to the application;
grant delete, insert, select, update on own_answer_reason_named to the application;
grant delete, insert, select, update on own_company to the application;
grant delete, insert, select, update on own_decision to the application;
grant delete, insert, select, update on own_hearing_open to the application;
grant delete, insert, select, update on own_number to the application;
grant delete, insert, select, update on own_number_ever to the application;
grant delete, insert, select, update on own_place to the application;
grant delete, insert, select, update on own_place_move to the application;
grant delete, insert, select, update on own_size to the application;
grant delete, insert, select, update on own_step to the application;
grant delete, insert, select, update on own_strike_now to the application;
grant delete, insert, select, update on own_way to the application;
grant delete, insert, select, update on pair_said to the application;
grant delete, insert, select, update on partner_address to the application;
grant delete, insert, select, update on partner_ever to the application;
grant delete, insert, select, update on partner_member to the application;
grant delete, insert, select, update on partner_now to the application;
grant delete, insert, select, update on partner_person_now to the application;
grant delete, insert, select, update on partners_waiting to the application;
grant delete, insert, select, update on password_link to the application;
grant delete, insert, select, update on paused_list to the application;
grant delete, insert, select, update on person to the application;
grant delete, insert, select, update on person_named to the application;
grant delete, insert, select, update on place_at_hand to the application;
grant delete, insert, select, update on place_email_domain to the application;
grant delete, insert, select, update on place_ever_moved to the application;
grant delete, insert, select, update on place_fact to the application;
grant delete, insert, select, update on place_judged to the application;
grant delete, insert, select, update on place_key to the application;
grant delete, insert, select, update on place_lacking to the application;
grant delete, insert, select, update on place_move to the application;
grant delete, insert, select, update on place_moved to the application;
grant delete, insert, select, update on place_phone to the application;
grant delete, insert, select, update on place_standing to the application;
grant delete, insert, select, update on place_weighed to the application;
grant delete, insert, select, update on placed_ever to the application;
grant delete, insert, select, update on presence to the application;
grant delete, insert, select, update on presence_count to the application;
grant delete, insert, select, update on presence_day to the application;
grant delete, insert, select, update on presence_days_waiting to the application;
grant delete, insert, select, update on presence_told to the application;
grant delete, insert, select, update on presence_turn to the application;
grant delete, insert, select, update on promise to the application;
grant delete, insert, select, update on promise_handover to the application;
grant delete, insert, select, update on promise_now to the application;
grant delete, insert, select, update on promise_told to the application;
grant delete, insert, select, update on promises_waiting to the application;
grant delete, insert, select, update on proposed_place to the application;
grant delete, insert, select, update on proposed_visit to the application;
grant delete, insert, select, update on provider to the application;
grant delete, insert, select, update on queue_call to the application;
grant delete, insert, select, update on queue_note to the application;
grant delete, insert, select, update on queue_now to the application;
grant delete, insert, select, update on queue_row to the application;
grant delete, insert, select, update on queue_turn to the application;
grant delete, insert, select, update on queue_unspoken to the application;
grant delete, insert, select, update on queue_waiting to the application;
grant delete, insert, select, update on reading_circle to the application;
grant delete, insert, select, update on referral to the application;
grant delete, insert, select, update on referral_matter to the application;
grant delete, insert, select, update on referral_said to the application;
grant delete, insert, select, update on referral_step to the application;
grant delete, insert, select, update on referral_talked to the application;
grant delete, insert, select, update on referral_unplaced to the application;
grant delete, insert, select, update on referrals_waiting to the application;
grant delete, insert, select, update on refusal_reason to the application;
grant delete, insert, select, update on refusal_reason_named to the application;
grant delete, insert, select, update on register_size to the application;
grant delete, insert, select, update on regular_contact to the application;
grant delete, insert, select, update on regular_contact_lapses to the application;
grant delete, insert, select, update on regular_contact_now to the application;
grant delete, insert, select, update on regular_contacts_waiting to the application;
grant delete, insert, select, update on report_asked to the application;
grant delete, insert, select, update on report_search to the application;
grant delete, insert, select, update on restricted_part to the application;
grant delete, insert, select, update on restricted_part_read to the application;
grant delete, insert, select, update on role_held to the application;
grant delete, insert, select, update on rules to the application;
grant delete, insert, select, update on rules_now to the application;
grant delete, insert, select, update on school to the application;
grant delete, insert, select, update on school_area to the application;
grant delete, insert, select, update on school_contact to the application;
grant delete, insert, select, update on school_contact_now to the application;
grant delete, insert, select, update on school_field to the application;
grant delete, insert, select, update on school_now to the application;
grant delete, insert, select, update on school_trades to the application;
grant delete, insert, select, update on script to the application;
grant delete, insert, select, update on script_translation to the application;
grant delete, insert, select, update on script_version to the application;
grant delete, insert, select, update on session to the application;
grant delete, insert, select, update on share_account to the application;
grant delete, insert, select, update on share_charge to the application;
grant delete, insert, select, update on share_clock to the application;
grant delete, insert, select, update on share_said to the application;
grant delete, insert, select, update on shared_leadership to the application;
grant delete, insert, select, update on sign_in_try to the application;
grant delete, insert, select, update on slot_hold to the application;
grant delete, insert, select, update on staffing_ahead_waiting to the application;
grant delete, insert, select, update on staffing_ask to the application;
grant delete, insert, select, update on staffing_ask_open to the application;
grant delete, insert, select, update on staffing_exception to the application;
grant delete, insert, select, update on staffing_proposal to the application;
grant delete, insert, select, update on staffing_refusal to the application;
grant delete, insert, select, update on stand_lead to the application;
grant delete, insert, select, update on standing_call to the application;
grant delete, insert, select, update on still_agreed to the application;
grant delete, insert, select, update on still_agreed_waiting to the application;
grant delete, insert, select, update on stored_file to the application;
grant insert, select, update on strike to the application;
grant delete, insert, select, update on strike_origin to the application;
grant delete, insert, select, update on struck_companies_waiting to the application;
grant delete, insert, select, update on struck_taking to the application;
grant delete, insert, select, update on taken_elsewhere to the application;
grant delete, insert, select, update on taken_today to the application;
grant delete, insert, select, update on teaching_idea to the application;
grant delete, insert, select, update on teaching_idea_told to the application;
grant delete, insert, select, update on tip to the application;
grant delete, insert, select, update on tip_reached to the application;
grant delete, insert, select, update on tip_visit_news to the application;
grant delete, insert, select, update on tips_waiting to the application;
grant delete, insert, select, update on token to the application;
grant delete, insert, select, update on took_part to the application;
grant delete, insert, select, update on topic_in_lists to the application;
grant delete, insert, select, update on visit to the application;
grant delete, insert, select, update on visit_asked to the application;
grant delete, insert, select, update on visit_begun to the application;
grant delete, insert, select, update on visit_draft to the application;
grant delete, insert, select, update on visit_draft_mail to the application;
grant delete, insert, select, update on visit_due to the application;
grant delete, insert, select, update on visit_need to the application;
grant delete, insert, select, update on visit_read to the application;
grant delete, insert, select, update on visit_reported to the application;
grant delete, insert, select, update on visit_topic to the application;
grant delete, insert, select, update on visit_weight to the application;
grant delete, insert, select, update on visitor_ever to the application;
grant delete, insert, select, update on visitor_language to the application;
grant delete, insert, select, update on visitor_trades to the application;
grant delete, insert, select, update on visits_waiting to the application;
grant delete, insert, select, update on wait_given to the application;
grant delete, insert, select, update on waiting_period to the application;
grant delete, insert, select, update on working_group to the application;
grant delete, insert, select, update on working_hours to the application;
